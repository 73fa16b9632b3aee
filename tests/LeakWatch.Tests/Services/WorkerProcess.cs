using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace LeakWatch.Tests.Services;

/// <summary>A worker as the host runs it: the executable in a process of its own, which tests end as hosts and accidents do.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private const int Terminate = 15;

    private readonly Process process;
    private readonly ConcurrentQueue<string> lines = new();

    private WorkerProcess(Process process) => this.process = process;

    /// <summary>What it has said so far, both outputs.</summary>
    public IReadOnlyList<string> Lines => [.. lines];

    public static WorkerProcess Start(TestDatabase database, string filesFolder, string? redisUrl = null, int concurrency = 2, string verb = "worker", params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "leakwatch"), verb)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["DATABASE_URL"] = database.LoginUrl,
                ["LW_FILES_FOLDER"] = filesFolder,
                ["LW_OPERATIONS_PORT"] = "0",
                ["LW_WORKER_CONCURRENCY"] = concurrency.ToString(System.Globalization.CultureInfo.InvariantCulture),
                ["NODE_ENV"] = "development",
            },
        };
        if (redisUrl is not null)
        {
            start.Environment["REDIS_URL"] = redisUrl;
        }

        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        var worker = new WorkerProcess(process);
        process.OutputDataReceived += worker.Heard;
        process.ErrorDataReceived += worker.Heard;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return worker;
    }

    /// <summary>Until it says so; fails when it ends before, or is silent for a minute.</summary>
    public async Task<string> UntilItSaysAsync(string part, CancellationToken cancellationToken)
    {
        for (var looks = 0; ; looks++)
        {
            if (Lines.FirstOrDefault(line => line.Contains(part, StringComparison.Ordinal)) is { } found)
            {
                return found;
            }

            Assert.False(process.HasExited, $"It ended with {(process.HasExited ? process.ExitCode : 0)}.");
            Assert.True(looks < 1_200, $"It did not say '{part}'.");
            await Task.Delay(50, cancellationToken);
        }
    }

    /// <summary>kill -9: nothing is said to anybody.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>SIGTERM, as a deployment sends it.</summary>
    public async Task<int> TerminateAsync()
    {
        _ = kill(process.Id, Terminate);
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
    }

    private void Heard(object sender, DataReceivedEventArgs line)
    {
        lines.Enqueue(line.Data ?? "");
        TestContext.Current.TestOutputHelper?.WriteLine(line.Data ?? "");
    }

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int kill(int process, int signal);
}
