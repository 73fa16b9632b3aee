namespace LeakWatch.Configuration;

/// <summary>Hosts to which no stranger can listen: this machine, and the private networks of hosts like Fly.</summary>
internal static class PrivateHost
{
    public static bool Is(string host) =>
        host is "localhost" || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || host.EndsWith(".internal", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".flycast", StringComparison.OrdinalIgnoreCase)
        || (System.Net.IPAddress.TryParse(host, out var address) && System.Net.IPAddress.IsLoopback(address));
}
