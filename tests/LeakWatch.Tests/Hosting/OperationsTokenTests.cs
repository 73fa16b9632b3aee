using System.Net;
using System.Net.Http.Headers;
using System.Text;
using LeakWatch.Tests.Services;

namespace LeakWatch.Tests.Hosting;

/// <summary>
/// The operators' port beside loopback, as on Fly, where <c>fly proxy</c> reaches the machine's private address and never
/// loopback. Another loopback address stands for that one.
/// </summary>
public sealed class OperationsTokenTests(PostgresService postgres) : IAsyncLifetime
{
    private const string Secret = "0123456789abcdef0123456789abcdef";
    private const string PrivateAddress = "127.0.0.2";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("leakwatch-files-");
    private readonly int port = ServerProcess.FreePort();
    private TestDatabase database = null!;
    private WorkerProcess worker = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        database = await postgres.CreateDatabaseAsync();
        worker = WorkerProcess.Start(
            database, folder.FullName,
            settings:
            [
                ("LW_OPERATIONS_PORT", $"{port}"), ("LW_OPERATIONS_HOST", PrivateAddress), ("LW_OPERATIONS_TOKEN", Secret),
            ]);
        await worker.UntilItSaysAsync("LeakWatch worker", Token);
    }

    public async ValueTask DisposeAsync()
    {
        worker.Dispose();
        await database.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Whoever_reaches_the_port_must_show_the_token()
    {
        var results = new List<(string, string, HttpStatusCode)>();
        foreach (var address in new[] { PrivateAddress, "127.0.0.1" })
        {
            foreach (var path in new[] { "/ops/stopped-jobs", "/ops/jobs", "/OPS/jobs/failed" })
            {
                results.Add((address, path, await StatusAsync(address, path, null)));
                results.Add((address, path, await StatusAsync(address, path, new("Bearer", Secret[..^1] + "x"))));
                results.Add((address, path, await StatusAsync(address, path, new("Bearer", Secret[..^1]))));
                results.Add((address, path, await StatusAsync(address, path, new("Basic", "not base64"))));
                results.Add((address, path, await StatusAsync(address, path, Basic(Secret, "wrong"))));
            }
        }

        Assert.All(results, result => Assert.Equal((result.Item1, result.Item2, HttpStatusCode.Unauthorized), result));
    }

    [Fact]
    public async Task With_it_an_operator_sees_stopped_jobs_and_in_a_browser_the_dashboard()
    {
        using var http = new HttpClient();
        using var refused = await http.GetAsync($"http://{PrivateAddress}:{port}/ops/jobs", Token);

        Assert.Equal("Basic", refused.Headers.WwwAuthenticate.Single().Scheme);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(PrivateAddress, "/ops/stopped-jobs", new("Bearer", Secret)));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(PrivateAddress, "/ops/jobs", Basic("operator", Secret)));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("127.0.0.1", "/ops/jobs", Basic("", Secret)));
    }

    [Fact]
    public async Task Health_needs_no_token_and_a_page_elsewhere_may_not_use_the_one_that_a_browser_keeps()
    {
        using var http = new HttpClient();
        var job = $"{Guid.CreateVersion7()}/{Guid.CreateVersion7()}";
        using var request = new HttpRequestMessage(
            HttpMethod.Post, $"http://{PrivateAddress}:{port}/ops/stopped-jobs/{job}/retry");
        request.Headers.Authorization = Basic("operator", Secret);
        request.Headers.Add("Origin", "https://evil.example");

        using var answer = await http.SendAsync(request, Token);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(PrivateAddress, "/health/live", null));
    }

    private static AuthenticationHeaderValue Basic(string name, string password) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{name}:{password}")));

    private async Task<HttpStatusCode> StatusAsync(
        string address, string path, AuthenticationHeaderValue? authorization)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"http://{address}:{port}{path}");
        request.Headers.Authorization = authorization;
        using var answer = await http.SendAsync(request, Token);
        return answer.StatusCode;
    }
}
