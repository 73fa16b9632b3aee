using System.Globalization;

namespace LeakWatch.Jobs;

/// <summary>The name under which this process holds claims; a restarted process has another.</summary>
internal sealed class WorkerIdentity
{
    /// <summary>A claim that is not renewed for so long is free. Renewed every <see cref="RenewEvery"/>, by the database's clock.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    public static readonly TimeSpan RenewEvery = TimeSpan.FromSeconds(8);

    public string Id { get; } = string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.CreateVersion7():N}");
}
