namespace LeakWatch.Jobs;

/// <summary>One kind of background work: which queue, how long, how often.</summary>
/// <param name="Attempts">Claims until it is dead, a crashed worker's included: a document that kills its worker ends too.</param>
/// <param name="FirstPause">After the first failure; doubled after each, with jitter, up to <see cref="LongestPause"/>.</param>
/// <param name="TimeLimit">Of one attempt.</param>
internal sealed record JobKind(string Name, int Version, string Queue, int Attempts, TimeSpan FirstPause, TimeSpan TimeLimit)
{
    public static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(30);

    /// <param name="attempts">Failed so far, from 1.</param>
    /// <param name="jitter">0 to 1.</param>
    public TimeSpan PauseAfter(int attempts, double jitter)
    {
        var full = Math.Min(LongestPause.TotalSeconds, FirstPause.TotalSeconds * Math.Pow(2, attempts - 1));
        return TimeSpan.FromSeconds(full / 2 * (1 + jitter));
    }
}

/// <summary>Work that is safe to run twice. An outage throws and is tried again; a bad document is an answer and is saved.</summary>
internal interface IJob
{
    Task RunAsync(JobRun run, CancellationToken cancellationToken);

    /// <summary>After the last attempt: says so where people look.</summary>
    Task GiveUpAsync(JobRun run, Exception? reason, CancellationToken cancellationToken);
}
