using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace LeakWatch.Extraction;

/// <summary>How a reader is started: this very executable, under a verb that nobody types.</summary>
internal sealed record ReaderCommand(string Program, IReadOnlyList<string> Arguments)
{
    public const string Verb = "sandboxed-reader";

    public static ReaderCommand OfThisExecutable()
    {
        var name = OperatingSystem.IsWindows() ? "leakwatch.exe" : "leakwatch";
        var own = Environment.ProcessPath is { } path && Path.GetFileName(path) == name ? path : Path.Combine(AppContext.BaseDirectory, name);
        return File.Exists(own)
            ? new(own, [Verb])
            : new(Environment.ProcessPath ?? "dotnet", [Path.Combine(AppContext.BaseDirectory, "leakwatch.dll"), Verb]);
    }

    public ProcessStartInfo ToStartInfo()
    {
        var start = new ProcessStartInfo(Program, Arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        start.Environment.Clear();
        foreach (var (variable, value) in VariablesOfReader())
        {
            start.Environment[variable] = value;
        }

        return start;
    }

    /// <summary>What .NET needs to start and to stay small; nothing of ours, so no secret can leak.</summary>
    private static Dictionary<string, string> VariablesOfReader()
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["DOTNET_GCHeapHardLimit"] = ReadingLimits.HeapBytes.ToString("X", CultureInfo.InvariantCulture),
            ["DOTNET_EnableDiagnostics"] = "0",
            ["DOTNET_TieredPGO"] = "0",
            ["DOTNET_gcConcurrent"] = "0",
        };

        // A runtime outside the usual folders is found only by being told.
        var root = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        if (Directory.Exists(Path.Combine(root, "shared")))
        {
            variables["DOTNET_ROOT"] = root;
        }

        if (Environment.GetEnvironmentVariable("DOTNET_BUNDLE_EXTRACT_BASE_DIR") is { } extracted)
        {
            variables["DOTNET_BUNDLE_EXTRACT_BASE_DIR"] = extracted;
        }
        else if (Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) is { Length: > 0 } home)
        {
            // Where the single file unpacked its native libraries for us; without a home it would look elsewhere.
            variables["DOTNET_BUNDLE_EXTRACT_BASE_DIR"] = Path.Combine(home, ".net");
        }

        if (OperatingSystem.IsWindows() && Environment.GetEnvironmentVariable("SystemRoot") is { } system)
        {
            variables["SystemRoot"] = system;
        }

        return variables;
    }
}
