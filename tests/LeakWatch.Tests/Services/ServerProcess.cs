using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace LeakWatch.Tests.Services;

/// <summary>A server that ends with the test run, also with a killed one: it watches its standard input, which we alone hold open.</summary>
internal sealed class ServerProcess : IDisposable
{
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
