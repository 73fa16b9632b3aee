using System.Diagnostics;
using LeakWatch.Observability;
using LeakWatch.Providers;

namespace LeakWatch.Jobs;

internal enum AttemptOutcome
{
    /// <summary>Another worker has the job now and says how it ended.</summary>
    Lost,

    Done,

    /// <summary>Failed, and is tried once more.</summary>
    Retry,

    /// <summary>Failed for good.</summary>
    Failed,

    /// <summary>Its worker shuts down; it counts for nothing.</summary>
    Released,

    /// <summary>Something that it needs is down: it waits, and counts for nothing.</summary>
    WaitsForOutage,
}

/// <summary>One attempt as operators see it: counted, timed and traced when it is disposed, by the outcome that it was given.</summary>
internal sealed class MeasuredAttempt : IDisposable
{
    private readonly long started = Stopwatch.GetTimestamp();
    private readonly JobRun run;
    private readonly Counters tallies;
    private readonly IMeasuredWork work;
    private readonly Activity? trace;

    public MeasuredAttempt(JobRun run, Counters tallies, IErrorReports reports)
    {
        (this.run, this.tallies) = (run, tallies);
        var tags = run.Tags();
        work = reports.Measure(run.Envelope.Name, tags);
        trace = Telemetry.Traces.StartActivity(run.Envelope.Name, ActivityKind.Consumer);
        foreach (var (name, value) in tags)
        {
            trace?.SetTag(name, value);
        }
    }

    public AttemptOutcome Outcome { get; set; }

    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(started);

    private bool HasFailed => Outcome is AttemptOutcome.Retry or AttemptOutcome.Failed;

    public void Dispose()
    {
        if (HasFailed || Outcome is AttemptOutcome.Done)
        {
            tallies.Count(Counter.Jobs, HasFailed);
        }

        if (!HasFailed)
        {
            work.IsDone();
        }

        Telemetry.JobEnded(run.Envelope.Name, NameOf(Outcome), Elapsed);
        trace?.SetStatus(HasFailed ? ActivityStatusCode.Error : ActivityStatusCode.Ok);
        trace?.Dispose();
        work.Dispose();
    }

    private static string NameOf(AttemptOutcome outcome) => outcome switch
    {
        AttemptOutcome.Released => "put_back",
        AttemptOutcome.WaitsForOutage => "outage",
        _ => outcome.ToString().ToLowerInvariant(),
    };
}
