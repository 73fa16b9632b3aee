using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace LeakWatch.Tests.Services;

/// <summary>A server that ends with the test run, also with a killed one: it watches its standard input, which we alone hold open.</summary>
internal sealed class ServerProcess : IDisposable
{
    // A server that does not watch its input itself: sh ends it when that ends.
    private const string Guard = """ "$@" >/dev/null 2>&1 & echo $!; read -r never; kill -9 $! """;

    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(10);

    private readonly Process process;

    private ServerProcess(Process process, string firstLine) => (this.process, FirstLine) = (process, firstLine);

    /// <summary>What it wrote once it ran.</summary>
    public string FirstLine { get; }

    public static async Task<ServerProcess> StartAsync(string program, params string[] arguments)
    {
        try
        {
            var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
            var firstLine = await process.StandardOutput.ReadLineAsync()
                ?? throw new InvalidOperationException($"{program} ended at once. ./lw setup installs what tests need.");
            return new(process, firstLine);
        }
        catch (Win32Exception missing)
        {
            throw new InvalidOperationException($"{program} is missing: run ./lw setup.", missing);
        }
    }

    /// <summary>Its first line is the server's process id.</summary>
    public static Task<ServerProcess> StartGuardedAsync(string program, params string[] arguments) => StartAsync("sh", ["-c", Guard, "guard-of-a-test", program, .. arguments]);

    /// <summary>Until a guarded server takes connections on a port of this machine.</summary>
    public async Task ListensAsync(int port, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
                return;
            }
            catch (SocketException) when (File.Exists($"/proc/{FirstLine}/exe"))
            {
                await Task.Delay(LookEvery, cancellationToken);
            }
        }
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }
}
