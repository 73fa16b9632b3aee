namespace LeakWatch.Extraction;

/// <summary>The commands that readers may start, as found on the PATH of the machine.</summary>
internal static class InstalledTools
{
    public static ReaderTools Find() => new(
        OnPath("tesseract"), Environment.GetEnvironmentVariable("TESSDATA_PREFIX"), OnPath("pdftoppm"));

    private static string? OnPath(string command)
    {
        var file = OperatingSystem.IsWindows() ? $"{command}.exe" : command;
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(folder => Path.Combine(folder, file))
            .FirstOrDefault(File.Exists);
    }
}
