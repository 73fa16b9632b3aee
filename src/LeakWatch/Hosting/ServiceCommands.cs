using LeakWatch.Core;

namespace LeakWatch.Hosting;

/// <summary><c>leakwatch api</c> and <c>leakwatch worker</c>: one role each, until the host ends it.</summary>
internal static class ServiceCommands
{
    public static Task<int> RunApiAsync(Terminal terminal) => RunAsync("api", HostRole.Api, terminal);

    public static Task<int> RunWorkerAsync(Terminal terminal) => RunAsync("worker", HostRole.Worker, terminal);

    private static async Task<int> RunAsync(string verb, HostRole role, Terminal terminal)
    {
        var settings = Settings.Read(Settings.OfProcess(), role);
        if (!settings.IsOk)
        {
            return await RefuseAsync(verb, settings.Error, terminal);
        }

        await using var app = ServiceHost.Build(settings.Value, [role], HostAddresses.OfEnvironment());
        if (await DatabaseRole.CheckAsync(app.Services, CancellationToken.None) is { } unsafeRole)
        {
            return await RefuseAsync(verb, unsafeRole, terminal);
        }

        await app.RunAsync();
        return ExitCode.Done;
    }

    private static async Task<int> RefuseAsync(string verb, Error error, Terminal terminal)
    {
        await terminal.Error.WriteLineAsync($"leakwatch {verb}: {error.Message}");
        return ExitCode.Environment;
    }
}
