using System.Globalization;
using System.Net;
using LeakWatch.Data;
using LeakWatch.Tests.Services;
using LeakWatch.Tests.Staging;

namespace LeakWatch.Tests.Deployment;

/// <summary>The servers of compose.yaml on this machine: their host names in the variables lead to ports of loopback.</summary>
internal sealed class ComposeMachine : IAsyncDisposable
{
    private const string S3Account = "S3RVER";

    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(100);

    private readonly Dictionary<string, string> environment;
    private readonly TestPostgres postgres;
    private readonly TestRedis redis;
    private readonly ServerProcess bucket;

    private ComposeMachine(
        Dictionary<string, string> environment,
        TestPostgres postgres,
        TestRedis redis,
        ServerProcess bucket,
        int port
    )
    {
        (this.environment, this.postgres, this.redis, this.bucket) = (environment, postgres, redis, bucket);
        Api = new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
    }

    public Uri Api { get; }

    /// <param name="written">The api's variables as the file has them, which differ from the others' in the sign-in alone.</param>
    public static async Task<ComposeMachine> StartAsync(
        IReadOnlyDictionary<string, string> written,
        string folder,
        CancellationToken cancellationToken
    )
    {
        var postgres = await TestPostgres.StartAsync();
        // As the image makes them: the owner is a superuser, and the script in its start folder makes the login.
        await postgres.ExecuteAsync("create role owner superuser login password 'owner'");
        await postgres.ExecuteAsync("alter role leakwatch rename to of_the_test");
        await postgres.ExecuteAsync(
            await File.ReadAllTextAsync(Path.Combine(Repository.Root, "ops/compose/login.sql"), cancellationToken)
        );
        await postgres.ExecuteAsync("create database compose owner owner");
        var redis = new TestRedis();
        await redis.StartAsync();
        var bucket = await ServerProcess.StartAsync(
            "node",
            Path.Combine(Repository.Root, "tests/s3-server/server.js"),
            Path.Combine(folder, "bucket"),
            written["R2_BUCKET"]
        );
        var port = ServerProcess.FreePort();
        var environment = written.ToDictionary(
            variable => variable.Key,
            variable =>
                variable
                    .Value.Replace(
                        "postgres:5432/leakwatch",
                        string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{postgres.Port}/compose"),
                        StringComparison.Ordinal
                    )
                    .Replace("redis://redis:6379", redis.Url, StringComparison.Ordinal)
                    .Replace("127.0.0.1:9090", $"127.0.0.1:{bucket.FirstLine}", StringComparison.Ordinal),
            StringComparer.Ordinal
        );
        (environment["R2_ACCESS_KEY_ID"], environment["R2_SECRET_ACCESS_KEY"]) = (S3Account, S3Account);
        (environment["LW_LISTEN"], environment["LW_PORT"], environment["LW_OPERATIONS_PORT"]) = (
            "loopback",
            port.ToString(CultureInfo.InvariantCulture),
            "0"
        );
        return new(environment, postgres, redis, bucket, port);
    }

    public RunningProgram Start(string role) =>
        new(Path.Combine(AppContext.BaseDirectory, "leakwatch"), environment, role);

    /// <returns>What it wrote.</returns>
    public async Task<string> ToEndAsync(string verb, CancellationToken cancellationToken, params string[] arguments)
    {
        using var process = new RunningProgram(
            Path.Combine(AppContext.BaseDirectory, "leakwatch"),
            environment,
            [verb, .. arguments]
        );
        Assert.True(await process.EndAsync(cancellationToken) == 0, process.Text);
        return process.Text;
    }

    public async Task ReadyAsync(RunningProgram api, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = Api };
        while (true)
        {
            try
            {
                using var answer = await http.GetAsync("/health/ready", cancellationToken);
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException) when (!api.HasEnded)
            {
                // It is still starting.
            }

            await Task.Delay(LookEvery, cancellationToken);
        }
    }

    /// <summary>The demo store's findings, asked for under a host name and from an origin.</summary>
    public async Task<HttpStatusCode> AskAsync(string host, HttpMethod method, string? origin)
    {
        using var http = new HttpClient { BaseAddress = Api };
        using var request = new HttpRequestMessage(method, $"/v1/shops/{DemoStore.ShopId}/findings");
        request.Headers.Host = host;
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        bucket.Dispose();
        await redis.DisposeAsync();
        await postgres.DisposeAsync();
    }
}
