using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using LeakWatch.Core;

namespace LeakWatch.LocalPostgres;

/// <summary>A running <c>postgres</c> that is our child.</summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    private const int KeptLines = 20;
    private const int PortAttempts = 5;

    private readonly Process process;
    private readonly string clusterName;
    private readonly Queue<string> lastLines = new();
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private PostgresServer(Process process, string clusterName, int port)
    {
        (this.process, this.clusterName, Port) = (process, clusterName, port);
        AppDomain.CurrentDomain.ProcessExit += RequestEnd;
    }

    public int Port { get; }

    public int ProcessId => process.Id;

    public static async Task<Result<PostgresServer>> StartAsync(
        PostgresPrograms programs, PostgresCluster cluster, EmbeddedPostgresOptions options, CancellationToken cancellationToken)
    {
        RemoveForeignLock(cluster.DataFolder);
        for (var attempt = 1; ; attempt++)
        {
            var port = options.Port ?? FreePort();
            // A session of its own: Ctrl-C reaches LeakWatch alone, which first lets its work end.
            var start = cluster.ServerProcess("setsid", [programs.Postgres, "-D", cluster.DataFolder, .. Settings(cluster, options, port)]);
            var server = new PostgresServer(Process.Start(start)!, cluster.Secrets.ClusterName, port);
            var reading = server.ReadLogAsync();
            _ = server.process.StandardOutput.ReadToEndAsync(CancellationToken.None);
            try
            {
                await Task.WhenAny(server.ready.Task, server.process.WaitForExitAsync(CancellationToken.None)).WaitAsync(cancellationToken);
            }
            catch
            {
                await server.DisposeAsync();
                throw;
            }

            if (server.ready.Task.IsCompleted)
            {
                return server;
            }

            await reading;
            var output = server.LastLines();
            await server.DisposeAsync();
            // Somebody took the port between our look and the start.
            if (options.Port is not null || attempt == PortAttempts || !output.Contains("Address already in use", StringComparison.Ordinal))
            {
                return EmbeddedPostgresErrors.NotStarted(programs.Postgres, output);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= RequestEnd;
        await PostgresProcesses.EndAllAsync(clusterName);
        process.Dispose();
    }

    private static IEnumerable<string> Settings(PostgresCluster cluster, EmbeddedPostgresOptions options, int port)
    {
        List<(string Name, string Value)> settings =
        [
            ("cluster_name", cluster.Secrets.ClusterName),
            ("listen_addresses", "127.0.0.1"),
            ("port", port.ToString(CultureInfo.InvariantCulture)),
            // Passwords over loopback are the one way in; a socket would be a second, with a path limit of 107 bytes.
            ("unix_socket_directories", ""),
            ("max_connections", options.MaxConnections.ToString(CultureInfo.InvariantCulture)),
            ("timezone", "UTC"),
            ("log_timezone", "UTC"),
            ("lc_messages", "C"),
            // Short queries only: compiling one costs more than it saves.
            ("jit", "off"),
        ];
        if (!options.IsDurable)
        {
            // Commits still reach the kernel: without them a killed server would lose the last half second.
            settings.AddRange([("fsync", "off"), ("full_page_writes", "off")]);
        }

        return settings.SelectMany(setting => (string[])["-c", $"{setting.Name}={setting.Value}"]);
    }

    /// <summary>After a reboot the number in postmaster.pid may belong to any program of ours, and Postgres would wait for its end.</summary>
    private static void RemoveForeignLock(string dataFolder)
    {
        var file = Path.Combine(dataFolder, "postmaster.pid");
        if (File.Exists(file)
            && int.TryParse(File.ReadLines(file).FirstOrDefault(), CultureInfo.InvariantCulture, out var processId)
            && Directory.Exists($"/proc/{processId}")
            && !PostgresProcesses.IsPostgres(processId))
        {
            File.Delete(file);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Read to the end: a full pipe would stop the server.</summary>
    private async Task ReadLogAsync()
    {
        while (await process.StandardError.ReadLineAsync() is { } line)
        {
            lock (lastLines)
            {
                lastLines.Enqueue(line);
                if (lastLines.Count > KeptLines)
                {
                    lastLines.Dequeue();
                }
            }

            if (line.Contains("database system is ready to accept connections", StringComparison.Ordinal))
            {
                ready.TrySetResult();
            }
        }
    }

    private string LastLines()
    {
        lock (lastLines)
        {
            return string.Join('\n', lastLines);
        }
    }

    private void RequestEnd(object? sender, EventArgs arguments)
    {
        // The number of an ended process may be somebody else's by now.
        if (!process.HasExited)
        {
            PostgresProcesses.RequestEnd(process.Id);
        }
    }
}
