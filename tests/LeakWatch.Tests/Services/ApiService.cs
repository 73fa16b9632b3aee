using LeakWatch.Configuration;
using LeakWatch.Data;
using LeakWatch.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(LeakWatch.Tests.Services.ApiService))]

namespace LeakWatch.Tests.Services;

/// <summary>The api that test classes share, on a database of its own. Every test makes its own organisation in it.</summary>
public sealed class ApiService : IAsyncDisposable
{
    private readonly SemaphoreSlim starting = new(1, 1);
    private ApiServer? server;

    internal async Task<ApiServer> StartedAsync(PostgresService postgres)
    {
        await starting.WaitAsync();
        try
        {
            return server ??= await ApiServer.StartAsync(await postgres.CreateDatabaseAsync());
        }
        finally
        {
            starting.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
        {
            await server.DisposeAsync();
        }

        starting.Dispose();
    }
}

/// <summary>The role <c>api</c> with Shopify's sign-in, listening on free ports of this machine.</summary>
internal sealed class ApiServer : IAsyncDisposable
{
    public const string WebOrigin = "https://web.test";

    private readonly TestDatabase database;
    private readonly WebApplication app;
    private readonly DirectoryInfo files = Directory.CreateTempSubdirectory("leakwatch-api-");

    private ApiServer(TestDatabase database, Func<DirectoryInfo, WebApplication> build) => (this.database, app) = (database, build(files));

    public TestDatabase Database => database;

    public IServiceProvider Services => app.Services;

    public Uri Address => AddressOf(0);

    public Uri OperationsAddress => AddressOf(1);

    public TenantDatabase Tenants => Services.GetRequiredService<TenantDatabase>();

    public static async Task<ApiServer> StartAsync(TestDatabase database, Action<IServiceCollection>? replace = null, string webFolder = "", params (string Name, string Value)[] variables)
    {
        var server = new ApiServer(database, files =>
        {
            var environment = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["DATABASE_URL"] = database.LoginUrl,
                ["LW_BASE_URL"] = WebOrigin,
                ["LW_FILES_FOLDER"] = files.FullName,
                ["LW_WEB_FOLDER"] = webFolder,
                ["SHOPIFY_API_KEY"] = SessionTokens.ClientId,
                ["SHOPIFY_API_SECRET"] = SessionTokens.Secret,
                ["SHOPIFY_API_SECRET_PREVIOUS"] = SessionTokens.PreviousSecret,
            };
            foreach (var (name, value) in variables)
            {
                environment[name] = value;
            }

            var settings = Settings.Read(environment, HostRole.Api);
            return ServiceHost.Build(settings.Value!, [HostRole.Api], new(0, 0), services =>
            {
                services.AddSingleton(new LeakWatch.Http.RateLimits(100_000, 100_000, 100_000, 100_000));
                TestRole.Add(services);
                replace?.Invoke(services);
            });
        });
        await server.app.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await database.DisposeAsync();
        files.Delete(recursive: true);
    }

    private Uri AddressOf(int index) => new(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.ElementAt(index));
}
