using System.Net;
using LeakWatch.Providers;
using LeakWatch.Tests.Services;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace LeakWatch.Tests.Http;

public sealed class OutageTests(PostgresService postgres)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_its_database_the_api_says_so_and_is_not_ready()
    {
        await using var server = await ApiServer.StartAsync(await postgres.CreateDatabaseAsync(), services =>
            services.AddSingleton(_ => NpgsqlDataSource.Create("Host=127.0.0.1;Port=1;Database=none;Username=none;Timeout=2")));
        using var http = new HttpClient { BaseAddress = server.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/me");
        request.Headers.Authorization = new("Bearer", SessionTokens.Write("somebody.myshopify.com", TimeProvider.System.GetUtcNow()));

        using var answer = await http.SendAsync(request, Token);
        using var live = await http.GetAsync("/health/live", Token);
        using var ready = await http.GetAsync("/health/ready", Token);

        await Problem.AssertAsync(answer, HttpStatusCode.ServiceUnavailable, "SERVICE_UNAVAILABLE");
        Assert.NotNull(answer.Headers.RetryAfter);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable), (live.StatusCode, ready.StatusCode));
        Assert.Equal("""{"isReady":false,"dependencies":[{"name":"database","state":"DOWN"},{"name":"queue","state":"DOWN"}]}""", await ready.Content.ReadAsStringAsync(Token));
    }

    [Fact]
    public async Task Without_its_queue_the_api_is_ready_and_says_that_the_queue_is_down()
    {
        await using var server = await ApiServer.StartAsync(await postgres.CreateDatabaseAsync(), services =>
            services.AddSingleton(_ => StackExchange.Redis.ConnectionMultiplexer.Connect($"127.0.0.1:{ServerProcess.FreePort()},abortConnect=false,connectTimeout=200")));
        using var http = new HttpClient { BaseAddress = server.Address };

        using var ready = await http.GetAsync("/health/ready", Token);

        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        Assert.Equal("""{"isReady":true,"dependencies":[{"name":"database","state":"UP"},{"name":"queue","state":"DOWN"}]}""", await ready.Content.ReadAsStringAsync(Token));
    }

    [Fact]
    public async Task Without_its_file_store_an_upload_is_not_completed_and_can_be_later()
    {
        await using var server = await ApiServer.StartAsync(await postgres.CreateDatabaseAsync(), services => services.AddSingleton<IFileStore, NoStore>());
        using var shop = await ApiShop.CreateAsync(server);
        var (document, _) = await shop.AddDocumentAsync(state: _ => { });

        using var answer = await shop.PostAsync($"documents/{document}/complete");

        await Problem.AssertAsync(answer, HttpStatusCode.ServiceUnavailable, "SERVICE_UNAVAILABLE");
        Assert.Equal("CREATED", (string?)(await shop.GetAsync($"documents/{document}"))["state"]);
    }

    [Fact]
    public async Task A_bug_of_ours_is_500_with_a_trace_id_and_without_its_words()
    {
        await using var server = await ApiServer.StartAsync(await postgres.CreateDatabaseAsync(), services => services.AddSingleton<IFileStore>(new BrokenStore()));
        using var shop = await ApiShop.CreateAsync(server);
        var (document, _) = await shop.AddDocumentAsync(state: _ => { });

        using var answer = await shop.PostAsync($"documents/{document}/complete");

        await Problem.AssertAsync(answer, HttpStatusCode.InternalServerError, "UNEXPECTED");
        Assert.DoesNotContain("secret detail", await answer.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    private sealed class NoStore : StoreThatFails
    {
        protected override Exception Failure => new VendorUnavailableException("The store does not answer.");
    }

    private sealed class BrokenStore : StoreThatFails
    {
        protected override Exception Failure => new InvalidOperationException("secret detail");
    }

    private abstract class StoreThatFails : IFileStore
    {
        protected abstract Exception Failure { get; }

        public SignedUpload SignUpload(string key, string contentType, long sizeBytes, string sha256) => throw Failure;

        public SignedDownload SignDownload(string key, string fileName, string contentType) => throw Failure;

        public Task<StoredFile?> FindAsync(string key, CancellationToken cancellationToken) => throw Failure;

        public Task<StoredFile?> CopyAsync(string fromKey, string toKey, CancellationToken cancellationToken) => throw Failure;

        public Task<Stream?> OpenAsync(string key, CancellationToken cancellationToken) => throw Failure;

        public Task SaveAsync(string key, Stream content, string contentType, CancellationToken cancellationToken) => throw Failure;

        public Task DeleteAsync(string key, CancellationToken cancellationToken) => throw Failure;
    }
}
