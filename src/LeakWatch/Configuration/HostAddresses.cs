using System.Net;

namespace LeakWatch.Configuration;

/// <summary>Where a host listens; port 0 takes a free one.</summary>
/// <param name="IsOpen">The api's port is reachable from outside this machine.</param>
internal sealed record HostAddresses(int Port = 4000, int OperationsPort = 4001, bool IsOpen = false)
{
    /// <summary>Of the api's port.</summary>
    public IPAddress Address => IsOpen ? IPAddress.IPv6Any : IPAddress.Loopback;

    /// <summary>Where the operators' port listens beside loopback; null: nowhere.</summary>
    public IPAddress? OperationsAddress { get; init; }
}
