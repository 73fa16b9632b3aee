using LeakWatch.Configuration;
using LeakWatch.Hosting;

namespace LeakWatch.Commands;

/// <summary><c>leakwatch openapi FILE</c>: writes the description of the API. For developers, by <c>./lw openapi</c>; asks no database.</summary>
internal static class OpenApiCommand
{
    public static async Task<int> RunAsync(string path, Terminal terminal)
    {
        await using var app = Host();
        await app.StartAsync();
        await File.WriteAllTextAsync(path, await ApiDescription.WriteAsync(app.Services, CancellationToken.None));
        await app.StopAsync();
        await terminal.Error.WriteLineAsync($"Written: {path}");
        return ExitCode.Done;
    }

    private static WebApplication Host()
    {
        var settings = Settings.Read(new Dictionary<string, string>(StringComparer.Ordinal) { ["DATABASE_URL"] = "postgresql://nobody:none@127.0.0.1:1/none" }, HostRole.Api);
        return ServiceHost.Build(settings.Value!, [HostRole.Api], new(0, 0));
    }
}
