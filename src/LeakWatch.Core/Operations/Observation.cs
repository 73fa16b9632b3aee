namespace LeakWatch.Core.Operations;

/// <summary>How often something was tried in a window of time, and how often it failed.</summary>
public readonly record struct Tries(long All, long Failed)
{
    /// <summary>0 to 1; 0 where nothing was tried.</summary>
    public decimal FailedShare => All == 0 ? 0m : (decimal)Failed / All;
}

/// <summary>All that the watcher looks at, loaded at one moment.</summary>
public sealed record Observation
{
    /// <summary>Attempts at jobs within <see cref="AlertPolicy.JobWindow"/>.</summary>
    public Tries Jobs { get; init; }

    /// <summary>Requests within <see cref="AlertPolicy.RequestWindow"/>; failed are those that we answered with 5xx.</summary>
    public Tries Requests { get; init; }

    /// <summary>Requests of <see cref="AlertPolicy.UsualWindow"/> before that: what is usual.</summary>
    public Tries UsualRequests { get; init; }

    /// <summary>For how long the shop that waits longest has had due work while none of its jobs runs; zero when nobody waits.</summary>
    public TimeSpan QueueLag { get; init; }

    /// <summary>Jobs that failed as often as they may and wait for a person.</summary>
    public int DeadJobs { get; init; }

    /// <summary>What jobs wait for, by its code, and for how long the first of them has waited.</summary>
    public IReadOnlyList<(string Code, TimeSpan Lasted)> Outages { get; init; } = [];

    /// <summary>Work that comes round and did not: long due, or failed again and again.</summary>
    public IReadOnlyList<string> MissedSchedules { get; init; } = [];
}
