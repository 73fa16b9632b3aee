using System.Collections.Concurrent;
using System.Globalization;

namespace LeakWatch.Jobs;

/// <summary>The name under which this process holds claims, and how busy it is; a restarted process has another.</summary>
/// <param name="hands">How many jobs it runs at a time, from 1.</param>
internal sealed class WorkerIdentity(int hands)
{
    /// <summary>A claim that is not renewed for so long is free. Renewed every <see cref="RenewEvery"/>, by the database's clock.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    public static readonly TimeSpan RenewEvery = TimeSpan.FromSeconds(8);

    /// <summary>Jobs that run here now. Only their claims are renewed: one that could not be settled, because the database was down, becomes free.</summary>
    public ConcurrentDictionary<Guid, bool> Running { get; } = new();

    /// <summary>The version of this process, as <c>/version</c> says it.</summary>
    public string Release { get; init; } = "unknown";

    private int busy;
    private long taken;

    /// <summary>How often this process has taken something from the queue.</summary>
    public long Taken => Interlocked.Read(ref taken);

    public bool HasFreeHand => Volatile.Read(ref busy) < hands;

    public string Id { get; } = string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.CreateVersion7():N}");

    /// <summary>It has taken something from the queue, be it one of our jobs or not.</summary>
    public void Take()
    {
        Interlocked.Increment(ref busy);
        Interlocked.Increment(ref taken);
    }

    public void JobFinished() => Interlocked.Decrement(ref busy);
}
