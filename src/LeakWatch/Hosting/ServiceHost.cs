using System.Globalization;
using System.Net;
using System.Text.Json.Serialization;
using Hangfire;
using LeakWatch.Data;
using LeakWatch.Documents;
using LeakWatch.Platform;
using LeakWatch.Vendors.Local;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Hosting;
using Npgsql;

namespace LeakWatch.Hosting;

/// <summary>Where a host listens; port 0 takes a free one.</summary>
internal sealed record HostAddresses(int Port = 4000, int OperationsPort = 4001)
{
    /// <summary>The guide's ports, but for machines on which they are taken.</summary>
    public static HostAddresses OfEnvironment() => new(Number("LW_PORT", 4000), Number("LW_OPERATIONS_PORT", 4001));

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var port) ? port : otherwise;
}

/// <summary>The contents page of api and worker: what a role is made of.</summary>
internal static class ServiceHost
{
    /// <summary>Longer than the queue's own, so that jobs are put back before the process ends.</summary>
    private static readonly TimeSpan Shutdown = TimeSpan.FromSeconds(25);

    public static WebApplication Build(Settings settings, IReadOnlyList<HostRole> roles, HostAddresses addresses)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(kestrel => Listen(kestrel, settings, roles, addresses));
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Hangfire", LogLevel.Warning);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = Shutdown);
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(_ => NpgsqlDataSource.Create(settings.DatabaseConnection));
        builder.Services.AddSingleton<TenantDatabase>();
        builder.Services.AddJobQueue(settings);
        builder.Services.AddLocalFiles(settings.FilesFolder, settings.BaseUrl, settings.EncryptionKey);
        if (roles.Contains(HostRole.Api))
        {
            AddApi(builder.Services, settings);
        }

        if (roles.Contains(HostRole.Worker))
        {
            builder.Services.AddWorker(settings);
        }

        var app = builder.Build();
        app.UseOperations(addresses.OperationsPort);
        if (roles.Contains(HostRole.Api))
        {
            UseApi(app, settings);
        }

        return app;
    }

    private static void Listen(Microsoft.AspNetCore.Server.Kestrel.Core.KestrelServerOptions kestrel, Settings settings, IReadOnlyList<HostRole> roles, HostAddresses addresses)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = 1024 * 1024;
        if (roles.Contains(HostRole.Api))
        {
            kestrel.Listen(settings.IsDeployed ? IPAddress.IPv6Any : IPAddress.Loopback, addresses.Port);
        }

        kestrel.Listen(IPAddress.Loopback, addresses.OperationsPort);
    }

    private static void AddApi(IServiceCollection services, Settings settings)
    {
        services.AddSingleton<KnownShops>();
        services.AddSingleton<LocalOwner>();
        services.AddProblemDetails();
        services.AddValidation();
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
        });
        var authentication = services.AddAuthentication(settings.IsLocal ? LocalOwnerHandler.Name : "Shopify");
        if (settings.IsLocal)
        {
            authentication.AddScheme<AuthenticationSchemeOptions, LocalOwnerHandler>(LocalOwnerHandler.Name, null);
        }

        services.AddAuthorization();
    }

    private static void UseApi(WebApplication app, Settings settings)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        if (settings.IsLocal)
        {
            app.Use((context, next) =>
            {
                if (LocalRequests.AreAllowed(context.Request))
                {
                    return next(context);
                }

                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            });
        }

        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapHealth();
        app.MapDocuments();
        app.MapLocalFiles();
    }

    /// <summary>For operators, on a port of its own that only this machine or the host's private network reaches.</summary>
    private static void UseOperations(this WebApplication app, int port) =>
        app.MapWhen(context => context.Connection.LocalPort == port, operations =>
            operations.UseHangfireDashboard("/ops/jobs", new DashboardOptions { Authorization = [], IgnoreAntiforgeryToken = false, DisplayStorageConnectionString = false }));
}
