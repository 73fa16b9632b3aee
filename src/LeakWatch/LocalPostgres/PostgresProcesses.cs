using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace LeakWatch.LocalPostgres;

/// <summary>The processes of one cluster, found by its name in /proc: also those that outlived a killed parent.</summary>
internal static class PostgresProcesses
{
    private const int Interrupt = 2;
    private const int KillSignal = 9;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(20);

    /// <summary>
    /// Asks the server to end, and kills what has not ended after 10 s. A backend whose server was killed would otherwise
    /// keep the shared memory, and with it every new server, blocked for as long as its query runs.
    /// </summary>
    public static async Task EndAllAsync(string clusterName)
    {
        var since = Stopwatch.GetTimestamp();
        foreach (var process in Of(clusterName).Where(process => process.IsServer))
        {
            Signal(process.Id, Interrupt);
        }

        while (Of(clusterName) is { Count: > 0 } left)
        {
            if (!left.Any(process => process.IsServer) || Stopwatch.GetElapsedTime(since) > Patience)
            {
                left.ForEach(process => Signal(process.Id, KillSignal));
            }

            await Task.Delay(LookInterval);
        }
    }

    /// <summary>Postgres' fast shutdown: open transactions are rolled back, nothing is lost.</summary>
    public static void RequestEnd(int processId) => Signal(processId, Interrupt);

    public static bool IsPostgres(int processId) =>
        CommandLineOf($"/proc/{processId}") is { } commandLine && IsPostgres(commandLine);

    private static List<(int Id, bool IsServer)> Of(string clusterName) =>
    [
        .. from folder in Directory.EnumerateDirectories("/proc")
           where char.IsAsciiDigit(folder[^1])
           let commandLine = CommandLineOf(folder)
           where commandLine is not null && commandLine.Contains(clusterName, StringComparison.Ordinal) && IsPostgres(commandLine)
           select (int.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture), !commandLine.StartsWith("postgres: ", StringComparison.Ordinal)),
    ];

    /// <summary>The server keeps its arguments; its children write <c>postgres: cluster: what they do</c> over theirs.</summary>
    private static bool IsPostgres(string commandLine) =>
        commandLine.StartsWith("postgres: ", StringComparison.Ordinal) || commandLine.Split('\0')[0].EndsWith("/postgres", StringComparison.Ordinal);

    private static string? CommandLineOf(string folder)
    {
        try
        {
            return File.ReadAllText($"{folder}/cmdline");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static void Signal(int processId, int signal) => _ = kill(processId, signal);

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int kill(int process, int signal);
}
