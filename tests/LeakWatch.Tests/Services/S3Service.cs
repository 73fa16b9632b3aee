using LeakWatch.Providers.ObjectStore;

[assembly: AssemblyFixture(typeof(LeakWatch.Tests.Services.S3Service))]

namespace LeakWatch.Tests.Services;

/// <summary>The S3 server that test classes share (tests/s3-server), with one bucket. Started by the first that asks.</summary>
public sealed class S3Service : IAsyncDisposable
{
    private const string Bucket = "leakwatch-test";

    // s3rver knows one account.
    private const string Account = "S3RVER";

    private readonly TemporaryFolder folder = new();
    private readonly Lazy<Task<ServerProcess>> server;

    public S3Service() => server = new(() =>
    {
        var script = Path.Combine(Repository.Root, "tests", "s3-server", "server.js");
        return ServerProcess.StartAsync("node", script, folder.Path, Bucket);
    });

    /// <summary>As R2_ENDPOINT, R2_ACCESS_KEY_ID, R2_SECRET_ACCESS_KEY and R2_BUCKET would say it.</summary>
    internal async Task<ObjectStoreOptions> SettingsAsync() =>
        new(new Uri($"http://127.0.0.1:{(await server.Value).FirstLine}"), Account, Account, Bucket);

    public async ValueTask DisposeAsync()
    {
        if (server.IsValueCreated)
        {
            (await server.Value).Dispose();
        }

        folder.Dispose();
    }
}
