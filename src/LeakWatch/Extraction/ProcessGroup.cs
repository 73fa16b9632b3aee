using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace LeakWatch.Extraction;

/// <summary>A reader and all it started: one memory figure, one kill.</summary>
/// <remarks>On Linux and macOS the group is the one that the reader leads. Where there is no /proc, only the reader's own memory is seen.</remarks>
internal static class ProcessGroup
{
    private const int KillSignal = 9;
    private const int CloseOnExec = 1;
    private const int SetDescriptorFlags = 2;
    private const int GroupField = 2;
    private const int ResidentPagesField = 21;

    /// <summary>Resident bytes, shared pages counted for each process; 0 once all have ended.</summary>
    public static long ResidentBytes(Process leader)
    {
        if (!OperatingSystem.IsLinux())
        {
            leader.Refresh();
            return leader.HasExited ? 0 : leader.WorkingSet64;
        }

        var bytes = 0L;
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (char.IsAsciiDigit(folder[^1]) && StatOf(folder) is { } stat && (stat.Group == leader.Id || folder.EndsWith($"/{leader.Id}", StringComparison.Ordinal)))
            {
                bytes += stat.ResidentBytes;
            }
        }

        return bytes;
    }

    public static void Kill(Process leader)
    {
        try
        {
            if (!OperatingSystem.IsWindows())
            {
                _ = kill(-leader.Id, KillSignal);
            }

            leader.Kill(entireProcessTree: true);
        }
        catch (Exception exception) when (exception is InvalidOperationException or Win32Exception)
        {
            // It ended by itself meanwhile.
        }
    }

    /// <summary>What our own parent left open to us stays with us.</summary>
    public static void KeepHandlesFromChildren()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        foreach (var handle in Directory.EnumerateFileSystemEntries("/proc/self/fd"))
        {
            if (int.TryParse(Path.GetFileName(handle), CultureInfo.InvariantCulture, out var descriptor) && descriptor > 2)
            {
                _ = fcntl(descriptor, SetDescriptorFlags, CloseOnExec);
            }
        }
    }

    private static (int Group, long ResidentBytes)? StatOf(string folder)
    {
        try
        {
            // The command's name, in brackets, may hold anything: the fields begin after the last bracket.
            var stat = File.ReadAllText($"{folder}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return (int.Parse(fields[GroupField], CultureInfo.InvariantCulture), long.Parse(fields[ResidentPagesField], CultureInfo.InvariantCulture) * Environment.SystemPageSize);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int kill(int process, int signal);

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int fcntl(int descriptor, int command, int argument);
}
