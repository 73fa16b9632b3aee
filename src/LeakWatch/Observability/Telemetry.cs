using System.Diagnostics;
using System.Diagnostics.Metrics;
using LeakWatch.Core.Invoices.SecondReader;
using LeakWatch.Core.Operations;

namespace LeakWatch.Observability;

/// <summary>What is measured of the service, by names and numbers only. It costs nothing where nobody listens: Hosting/TelemetryServices adds who does.</summary>
internal static class Telemetry
{
    public const string Name = "LeakWatch";

    /// <summary>Longer ago another worker may have looked, and the figure is its.</summary>
    private static readonly TimeSpan SeenFor = TimeSpan.FromMinutes(2);

    public static readonly ActivitySource Traces = new(Name);

    private static readonly Meter Meter = new(Name);

    private static readonly Histogram<double> JobDuration = Meter.CreateHistogram(
        "leakwatch.job.duration", "s", "Attempts at jobs, by outcome: their number, and how long they took.",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 600] });

    private static readonly Counter<long> Tokens = Meter.CreateCounter<long>("leakwatch.llm.tokens", "{token}", "Tokens that language models took and gave.");
    private static readonly Counter<double> Cost = Meter.CreateCounter<double>("leakwatch.llm.cost", "USD", "What they cost, where the model's price is known.");
    private static readonly Counter<long> DocumentStates = Meter.CreateCounter<long>("leakwatch.documents", "{document}", "Document versions that reached a state.");

    private static Look? seen;

    static Telemetry()
    {
        Meter.CreateObservableGauge("leakwatch.queue.lag", () => Seen(one => one.Lag.TotalSeconds), "s", "For how long the shop that waits longest has waited for a worker.");
        Meter.CreateObservableGauge("leakwatch.jobs.dead", () => Seen(one => (double)one.Dead), "{job}", "Jobs that failed for good.");
        Meter.CreateObservableGauge("leakwatch.documents.unfinished", Unfinished, "{document}", "Document versions on their way, by the state they are in.");
    }

    public static bool CountsDocuments => DocumentStates.Enabled;

    /// <param name="outcome">done, again (it is tried once more), failed (for good), put_back (its worker shut down) or lost (another has it).</param>
    public static void JobEnded(string job, string outcome, TimeSpan elapsed) =>
        JobDuration.Record(elapsed.TotalSeconds, new KeyValuePair<string, object?>("job", job), new KeyValuePair<string, object?>("outcome", outcome));

    /// <summary>A language model was asked; nothing is counted for an answer that was kept from before.</summary>
    public static void ModelAsked(LanguageModelReceipt receipt)
    {
        var model = new KeyValuePair<string, object?>("model", receipt.Model);
        Tokens.Add(receipt.Usage.Input - receipt.Usage.Cached, model, new("kind", "input"));
        Tokens.Add(receipt.Usage.Cached, model, new("kind", "cached"));
        Tokens.Add(receipt.Usage.Output, model, new("kind", "output"));
        Cost.Add((double)(receipt.CostDollars ?? 0m), model);
    }

    public static void DocumentsReached(string state, long count = 1)
    {
        if (count > 0)
        {
            DocumentStates.Add(count, new KeyValuePair<string, object?>("state", state));
        }
    }

    /// <summary>The watcher of this process has looked.</summary>
    /// <param name="documents">How many document versions are on their way, by state.</param>
    public static void Looked(Observation observation, IReadOnlyDictionary<string, long> documents) =>
        seen = new(Stopwatch.GetTimestamp(), observation.QueueLag, observation.DeadJobs, documents);

    private static IEnumerable<Measurement<double>> Seen(Func<Look, double> figure) => Latest is { } one ? [new(figure(one))] : [];

    private static IEnumerable<Measurement<long>> Unfinished() =>
        Latest is { } one ? one.Documents.Select(state => new Measurement<long>(state.Value, new KeyValuePair<string, object?>("state", state.Key))) : [];

    private static Look? Latest => seen is { } one && Stopwatch.GetElapsedTime(one.At) < SeenFor ? one : null;

    private sealed record Look(long At, TimeSpan Lag, int Dead, IReadOnlyDictionary<string, long> Documents);
}
