using System.Net;
using LeakWatch.Configuration;
using LeakWatch.Data;
using LeakWatch.Http;
using LeakWatch.Observability;
using LeakWatch.Providers.Local;
using LeakWatch.Providers.ObjectStore;
using LeakWatch.Providers.Sentry;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging.Console;
using Npgsql;

namespace LeakWatch.Hosting;

/// <summary>The contents page of api and worker: what a role is made of.</summary>
internal static class ServiceHost
{
    /// <summary>Longer than the queue's own, so that jobs are put back before the process ends.</summary>
    private static readonly TimeSpan Shutdown = TimeSpan.FromSeconds(25);

    /// <param name="replace">For tests: another clock, other vendors.</param>
    public static WebApplication Build(Settings settings, IReadOnlyList<HostRole> roles, HostAddresses addresses, Action<IServiceCollection>? replace = null)
    {
        // Configuration comes from the environment, which does not change: no thread has to watch the folder for it.
        var builder = WebApplication.CreateSlimBuilder(["--hostBuilder:reloadConfigOnChange=false"]);
        builder.WebHost.ConfigureKestrel(kestrel => Listen(kestrel, roles, addresses));
        AddConsole(builder.Logging, settings);
        // A line for each request without a sign-in would be a stranger's to write.
        // Four lines for each request of ours to a vendor say less than the one line of whoever sent it.
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Hangfire", LogLevel.Warning)
            .AddFilter("System.Net.Http.HttpClient", LogLevel.Warning)
            .AddFilter(typeof(ShopifySignIn).FullName, LogLevel.Warning);
        if (settings.IsLocal)
        {
            // A person watches this terminal.
            builder.Logging.AddFilter("LeakWatch", LogLevel.Warning);
        }

        builder.AddErrorReports(settings.Operations.Sentry, UnexpectedErrors.IsExpected);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = Shutdown);
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(_ => NpgsqlDataSource.Create(settings.DatabaseConnection));
        builder.Services.AddSingleton<TenantDatabase>();
        builder.Services.AddJobQueue(settings);
        builder.Services.AddTallies();
        builder.Services.AddTelemetry(settings, roles);
        _ = settings.ObjectStore is { } objectStore
            ? builder.Services.AddObjectStore(objectStore)
            : builder.Services.AddLocalFiles(settings.FilesFolder, settings.BaseUrl, settings.EncryptionKey);
        if (roles.Contains(HostRole.Api))
        {
            builder.Services.AddApi(settings);
        }

        if (roles.Contains(HostRole.Worker))
        {
            builder.Services.AddWorker(settings);
        }

        replace?.Invoke(builder.Services);
        var app = builder.Build();
        app.UseOperationsPort(settings.Operations.Token);
        if (roles.Contains(HostRole.Api))
        {
            app.UseApi(settings);
        }

        app.MapHealth();
        app.MapOperations();
        return app;
    }

    /// <summary>Readable lines where a person watches, Pino's JSON everywhere else.</summary>
    private static void AddConsole(ILoggingBuilder logging, Settings settings)
    {
        logging.ClearProviders();
        if (settings.IsLocal || (!settings.IsDeployed && !Console.IsOutputRedirected))
        {
            logging.AddSimpleConsole(console => console.SingleLine = true);
            return;
        }

        logging.AddConsole(console => console.FormatterName = PinoFormatter.FormatterName).AddConsoleFormatter<PinoFormatter, ConsoleFormatterOptions>();
    }

    private static void Listen(Microsoft.AspNetCore.Server.Kestrel.Core.KestrelServerOptions kestrel, IReadOnlyList<HostRole> roles, HostAddresses addresses)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = 1024 * 1024;
        if (roles.Contains(HostRole.Api))
        {
            kestrel.Listen(addresses.Address, addresses.Port);
        }

        kestrel.Listen(IPAddress.Loopback, addresses.OperationsPort, OperationsPort.Mark);
        if (addresses.OperationsAddress is { } address)
        {
            kestrel.Listen(address, addresses.OperationsPort, OperationsPort.Mark);
        }
    }
}
