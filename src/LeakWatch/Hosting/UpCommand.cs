using System.CommandLine;
using System.Net;
using LeakWatch.Core;
using LeakWatch.Core.Leaks;
using LeakWatch.Data;
using LeakWatch.Platform;

namespace LeakWatch.Hosting;

/// <summary><c>leakwatch up</c>: the whole service on one machine, on loopback only, with the demo store in it.</summary>
internal static class UpCommand
{
    private const string Help = """
        Starts everything on this machine: a private Postgres, api and worker, with a demo store to look at.

        Usage: leakwatch up [--port PORT] [--data FOLDER] [--web FOLDER] [--samples FOLDER]

          --port PORT        listen on 127.0.0.1:PORT (4000)
          --data FOLDER      keep database and files there; they survive restarts
          --web FOLDER       the exported web; without it there is the api alone (./lw up builds it)
          --samples FOLDER   the demo store's documents and context (samples/ of the repository)

        Ctrl-C stops all of it. It listens on loopback only, and the visitor is the owner: it refuses to start when NODE_ENV is staging or production.
        """;

    private const int DefaultPort = 4000;

    private static readonly Option<int?> Port = new("--port");
    private static readonly Option<string?> Data = new("--data");
    private static readonly Option<string?> Web = new("--web");
    private static readonly Option<string?> Samples = new("--samples");

    public static Task<int> RunAsync(IReadOnlyList<string> args, Terminal terminal) =>
        CommandCall.RunAsync(new Command("up") { Port, Data, Web, Samples }, Help, args, terminal, async call =>
        {
            if (SettingsReading.ValueIn(Settings.OfProcess(), "NODE_ENV") is "staging" or "production")
            {
                return CommandCall.Refuse(terminal, "up",
                    new Error(ErrorKind.Invalid, "VALIDATION_ERROR", "this mode signs every visitor in as the owner, so it does not run where NODE_ENV is staging or production; use 'leakwatch api' and 'leakwatch worker'."));
            }

            var port = call.GetValue(Port) ?? DefaultPort;
            if (port is < IPEndPoint.MinPort or > IPEndPoint.MaxPort)
            {
                return CommandCall.Refuse(terminal, "up", new Error(ErrorKind.Invalid, "VALIDATION_ERROR", $"--port {port} is no port; it is from 0 to {IPEndPoint.MaxPort}, such as {DefaultPort}."));
            }

            using var stop = new CancellationTokenSource();
            using var onInterrupt = System.Runtime.InteropServices.PosixSignalRegistration.Create(System.Runtime.InteropServices.PosixSignal.SIGINT, signal => Cancel(signal, stop));
            using var onTerminate = System.Runtime.InteropServices.PosixSignalRegistration.Create(System.Runtime.InteropServices.PosixSignal.SIGTERM, signal => Cancel(signal, stop));
            var options = new EmbeddedPostgresOptions();
            options = call.GetValue(Data) is { } folder ? options with { Folder = Path.GetFullPath(folder) } : options;
            try
            {
                return await RunAsync(options, port, call.GetValue(Web), SamplesFolder(call.GetValue(Samples)), terminal, stop.Token);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return ExitCode.Done;
            }
        });

    private static void Cancel(System.Runtime.InteropServices.PosixSignalContext signal, CancellationTokenSource stop)
    {
        signal.Cancel = true;
        stop.Cancel();
    }

    private static async Task<int> RunAsync(EmbeddedPostgresOptions options, int port, string? web, string? samples, Terminal terminal, CancellationToken cancellationToken)
    {
        await terminal.Error.WriteLineAsync("Starting Postgres…");
        var started = await EmbeddedPostgres.StartAsync(options, cancellationToken);
        if (!started.IsOk)
        {
            await terminal.Error.WriteLineAsync($"leakwatch up: {started.Error.Message}");
            return ExitCode.Environment;
        }

        await using var postgres = started.Value;
        if (ServiceCommands.TakenPort(IPAddress.Loopback, port, "--port") is { } taken)
        {
            await terminal.Error.WriteLineAsync($"leakwatch up: {taken.Message}");
            return ExitCode.Environment;
        }

        var settings = Settings.OfLocal(postgres.DatabaseUrl, postgres.MigrateUrl, port, Path.Combine(options.Folder, "files"), web);
        if (!settings.IsOk)
        {
            await terminal.Error.WriteLineAsync($"leakwatch up: {settings.Error.Message}");
            return ExitCode.Environment;
        }

        var migrated = await DatabaseMigration.ApplyAsync(settings.Value.MigrateConnection, DatabaseUrl.UserOf(settings.Value.DatabaseConnection), cancellationToken);
        if (migrated.Applied.Count > 0)
        {
            await terminal.Error.WriteLineAsync("The database is ready.");
        }

        await using var app = ServiceHost.Build(settings.Value, [HostRole.Api, HostRole.Worker], new(port, 0));
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException exception)
        {
            await terminal.Error.WriteLineAsync($"leakwatch up: 127.0.0.1:{port} is taken ({exception.Message}); end what listens there, or choose another with --port.");
            return ExitCode.Environment;
        }

        await terminal.Error.WriteLineAsync($"LeakWatch is running on {settings.Value.BaseUrl}");
        await LoadDemoAsync(app, settings.Value, samples, terminal, cancellationToken);
        await terminal.Error.WriteLineAsync("Ctrl-C stops it.");
        await Task.Delay(Timeout.Infinite, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await terminal.Error.WriteLineAsync("Stopping…");
        await app.StopAsync(CancellationToken.None);
        return ExitCode.Done;
    }

    private static async Task LoadDemoAsync(WebApplication app, Settings settings, string? samples, Terminal terminal, CancellationToken cancellationToken)
    {
        var database = app.Services.GetRequiredService<TenantDatabase>();
        var context = samples is null ? new DetectionContext() : (await DetectionSettings.LoadAsync(Path.Combine(samples, "context.json"), null, terminal.Time)).Value?.Context ?? new();
        await DemoStore.EnsureAsync(database, context, terminal.Time.GetUtcNow(), cancellationToken);
        app.Services.GetRequiredService<LocalOwner>().OrganizationId = DemoStore.OrganizationId;
        if (samples is not null && DocumentFolder.Find([Path.Combine(samples, "store")]) is { IsOk: true, Value.Files: var files })
        {
            await new DemoUpload(settings.BaseUrl, DemoStore.ShopId).UploadAsync(files, terminal, cancellationToken);
        }

        await LeakSummary.WriteAsync(database, DemoStore.OrganizationId, DemoStore.ShopId, terminal, cancellationToken);
    }

    private static string? SamplesFolder(string? given) =>
        new[] { given, Environment.GetEnvironmentVariable("LW_SAMPLES"), "samples" }
            .FirstOrDefault(folder => folder is not null && File.Exists(Path.Combine(folder, "context.json"))) is { } found ? Path.GetFullPath(found) : null;
}
