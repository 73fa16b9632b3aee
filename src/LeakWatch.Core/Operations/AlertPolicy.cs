namespace LeakWatch.Core.Operations;

/// <summary>
/// When operators are told. Each alert begins above one threshold and ends below a lower one, so that a figure on the edge does not ring twice.
/// docs/operations/en/alerts.md says what to do about each.
/// </summary>
public static class AlertPolicy
{
    public static readonly TimeSpan JobWindow = TimeSpan.FromMinutes(15);

    public static readonly TimeSpan RequestWindow = TimeSpan.FromMinutes(5);

    public static readonly TimeSpan UsualWindow = TimeSpan.FromMinutes(60);

    /// <summary>A schedule that is due for so long was missed.</summary>
    public static readonly TimeSpan ScheduleGrace = TimeSpan.FromHours(1);

    /// <summary>Failures in a row of what comes round; with our pauses that is half an hour.</summary>
    public const int ScheduleFailures = 5;

    /// <summary>An alert that goes on is told again.</summary>
    public static readonly TimeSpan RemindAfter = TimeSpan.FromHours(24);

    /// <summary>And sooner when its figure has become so many times what was last told.</summary>
    public const decimal WorseTimes = 2m;

    internal const decimal JobFailedShare = 0.05m;
    internal const decimal JobCalmShare = 0.025m;

    /// <summary>Fewer attempts prove nothing: one bad document in a quiet night is a dead job, not a failure rate.</summary>
    internal const long MinAttempts = 20;

    internal static readonly TimeSpan LongLag = TimeSpan.FromMinutes(5);
    internal static readonly TimeSpan CalmLag = TimeSpan.FromMinutes(1);

    /// <summary>An outage that ends by itself within minutes needs nobody.</summary>
    internal static readonly TimeSpan LongOutage = TimeSpan.FromMinutes(5);

    internal const decimal RequestFailedShare = 0.05m;
    internal const decimal RequestCalmShare = 0.02m;
    internal const long MinFailedRequests = 10;

    /// <summary>A spike is so many times what is usual.</summary>
    internal const decimal SpikeTimes = 3m;
}
