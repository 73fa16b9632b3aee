using LeakWatch.Configuration;

namespace LeakWatch.Commands;

/// <summary><c>leakwatch configuration FOLDER</c>: writes what the docs say about variables. For developers, by <c>./lw configuration</c>.</summary>
internal static class ConfigurationCommand
{
    public const string Page = "docs/operations/configuration.md";
    public const string Example = ".env.example";

    public static async Task<int> RunAsync(string folder, Terminal terminal)
    {
        await File.WriteAllTextAsync(Path.Combine(folder, Page), ConfigurationTable.Markdown());
        await File.WriteAllTextAsync(Path.Combine(folder, Example), ConfigurationTable.EnvironmentExample());
        await terminal.Error.WriteLineAsync($"Written: {Page}, {Example}");
        return ExitCode.Done;
    }
}
