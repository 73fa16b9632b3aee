using System.Collections.Concurrent;

namespace LeakWatch.Providers.Sentry;

internal sealed class SentryReports(IHub hub) : IErrorReports
{
    private const string JobOperation = "queue.process";

    /// <summary>A schedule that has not come an hour after its time was missed; ours take minutes.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromHours(1);

    private static readonly TimeSpan MaximumRuntime = TimeSpan.FromMinutes(30);

    private readonly ConcurrentDictionary<string, SentryId> begun = new(StringComparer.Ordinal);

    public void Report(Exception error, IReadOnlyDictionary<string, string> tags) => hub.CaptureException(error, scope => scope.SetTags(tags));

    public IMeasuredWork Measure(string name, IReadOnlyDictionary<string, string> tags)
    {
        var scope = hub.PushScope();
        var transaction = hub.StartTransaction(name, JobOperation);
        transaction.SetTags(tags);
        hub.ConfigureScope(current => current.Transaction = transaction);
        return new Work(transaction, scope);
    }

    public void Began(string schedule, TimeOnly at) => begun[schedule] = CheckIn(schedule, at, CheckInStatus.InProgress, null);

    public void Ended(string schedule, TimeOnly at, bool isDone) =>
        CheckIn(schedule, at, isDone ? CheckInStatus.Ok : CheckInStatus.Error, begun.TryRemove(schedule, out var id) ? id : null);

    private SentryId CheckIn(string schedule, TimeOnly at, CheckInStatus status, SentryId? id) => hub.CaptureCheckIn(Slug(schedule), status, id, configureMonitorOptions: monitor =>
    {
        monitor.Interval(FormattableString.Invariant($"{at.Minute} {at.Hour} * * *"));
        monitor.CheckInMargin = Margin;
        monitor.MaxRuntime = MaximumRuntime;
        monitor.TimeZone = "UTC";
    });

    /// <summary>ExchangeRates → exchange-rates.</summary>
    private static string Slug(string schedule) =>
        string.Concat(schedule.Select((letter, index) => char.IsUpper(letter) ? (index == 0 ? "" : "-") + char.ToLowerInvariant(letter) : letter.ToString()));

    private sealed class Work(ITransactionTracer transaction, IDisposable scope) : IMeasuredWork
    {
        private SpanStatus status = SpanStatus.InternalError;

        public void IsDone() => status = SpanStatus.Ok;

        public void Dispose()
        {
            transaction.Finish(status);
            scope.Dispose();
        }
    }
}
