using System.Collections.Concurrent;
using System.Globalization;

namespace LeakWatch.Jobs;

/// <summary>The name under which this process holds claims; a restarted process has another.</summary>
internal sealed class WorkerIdentity
{
    /// <summary>A claim that is not renewed for so long is free. Renewed every <see cref="RenewEvery"/>, by the database's clock.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    public static readonly TimeSpan RenewEvery = TimeSpan.FromSeconds(8);

    /// <summary>Jobs that run here now. Only their claims are renewed: one that could not be settled, because the database was down, becomes free.</summary>
    public ConcurrentDictionary<Guid, bool> Running { get; } = new();

    public string Id { get; } = string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.CreateVersion7():N}");
}
