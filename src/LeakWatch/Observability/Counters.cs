using LeakWatch.Core.Operations;

namespace LeakWatch.Observability;

internal enum Counter { Jobs, Requests }

/// <summary>Counts of this process since they were last kept. Counting costs no I/O; a process that dies loses a minute of them.</summary>
internal sealed class Counters
{
    private readonly long[] all = new long[Enum.GetValues<Counter>().Length];
    private readonly long[] failed = new long[Enum.GetValues<Counter>().Length];

    public void Count(Counter what, bool hasFailed) => Add(what, new(1, hasFailed ? 1 : 0));

    /// <summary>Gives back what could not be kept.</summary>
    public void Add(Counter what, Tries tries)
    {
        // In this order, so that nobody ever sees more failures than tries.
        Interlocked.Add(ref all[(int)what], tries.All);
        Interlocked.Add(ref failed[(int)what], tries.Failed);
    }

    /// <summary>What was counted; from now on it counts from zero. Kinds without a try are left out.</summary>
    public IReadOnlyList<(Counter What, Tries Tries)> Take()
    {
        var taken = new List<(Counter, Tries)>();
        foreach (var what in Enum.GetValues<Counter>())
        {
            var failures = Interlocked.Exchange(ref failed[(int)what], 0);
            if (Interlocked.Exchange(ref all[(int)what], 0) is > 0 and var tries)
            {
                taken.Add((what, new(tries, failures)));
            }
        }

        return taken;
    }
}
