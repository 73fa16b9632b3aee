using System.Net;
using System.Text;
using LeakWatch.Data;
using LeakWatch.Http;
using LeakWatch.Tests.Services;
using Microsoft.Extensions.DependencyInjection;

namespace LeakWatch.Tests.Documents;

public sealed class LimitsTests(PostgresService postgres, ApiService api)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_organization_that_asks_too_often_waits_and_others_do_not()
    {
        await using var server = await ApiServer.StartAsync(await postgres.CreateDatabaseAsync(), services => services.AddSingleton(new RateLimits(5, 1, 1000, 1000)));
        using var busy = await ApiShop.CreateAsync(server);
        using var quiet = await ApiShop.CreateAsync(server);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => busy.Http.GetAsync("/v1/me", Token)));
        using var other = await quiet.Http.GetAsync("/v1/me", Token);

        var refused = answers.Where(answer => answer.StatusCode is HttpStatusCode.TooManyRequests).ToList();
        Assert.InRange(refused.Count, 1, 15);
        await Problem.AssertAsync(refused[0], HttpStatusCode.TooManyRequests, "RATE_LIMIT_EXCEEDED");
        Assert.True(refused[0].Headers.RetryAfter?.Delta > TimeSpan.Zero);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task An_address_that_guesses_tokens_is_stopped_sooner_and_health_is_always_answered()
    {
        await using var server = await ApiServer.StartAsync(await postgres.CreateDatabaseAsync(), services => services.AddSingleton(new RateLimits(1000, 1000, 3, 1)));
        using var shop = await ApiShop.CreateAsync(server);
        using var stranger = new HttpClient { BaseAddress = server.Address };

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => stranger.GetAsync("/v1/me", Token)));
        using var health = await stranger.GetAsync("/health/live", Token);
        using var signedIn = await shop.Http.GetAsync("/v1/me", Token);

        Assert.Equal([HttpStatusCode.Unauthorized, HttpStatusCode.TooManyRequests], answers.Select(answer => answer.StatusCode).Distinct().Order());
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (health.StatusCode, signedIn.StatusCode));
    }

    [Fact]
    public async Task The_plan_limits_documents_a_month_and_says_so_before()
    {
        using var shop = await ApiShop.CreateAsync(await api.StartedAsync(postgres), Plan.Free);
        for (var index = 0; index < 3; index++)
        {
            using var created = await AnnounceAsync(shop, index);
            Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        }

        using var fourth = await AnnounceAsync(shop, 4);
        using var usage = await shop.Http.GetAsync("/v1/organization/usage", Token);

        await Problem.AssertAsync(fourth, HttpStatusCode.PaymentRequired, "UPLOAD_LIMIT_EXCEEDED");
        var documents = (await ApiShop.ReadAsync(usage))["documents"]!;
        Assert.Equal((3, 3), ((int)documents["used"]!, (int)documents["limit"]!));
    }

    [Theory]
    [InlineData(20 * 1024 * 1024)]
    [InlineData((1024 * 1024) + 1)]
    public async Task A_body_over_a_megabyte_is_refused_unread(int bytes)
    {
        using var shop = await ApiShop.CreateAsync(await api.StartedAsync(postgres));
        using var body = new StringContent($$"""{"vendor":"{{new string('x', bytes)}}"}""", Encoding.UTF8, "application/json");

        // A client that does not wait for the answer may see its connection end instead.
        using var answer = await shop.PostAsync("facts/wanted", body, ("Expect", "100-continue"));

        await Problem.AssertAsync(answer, HttpStatusCode.RequestEntityTooLarge, "FILE_TOO_LARGE");
    }

    [Fact]
    public async Task A_body_over_a_megabyte_is_refused_with_an_idempotency_key_too()
    {
        using var shop = await ApiShop.CreateAsync(await api.StartedAsync(postgres));
        using var body = new StringContent(new string(' ', 1024 * 1024) + """{"vendor":"Loox","type":"MOM_SPIKE"}""", Encoding.UTF8, "application/json");

        using var answer = await shop.PostAsync("facts/wanted", body, ("Idempotency-Key", "large"));

        await Problem.AssertAsync(answer, HttpStatusCode.RequestEntityTooLarge, "FILE_TOO_LARGE");
    }

    private static Task<HttpResponseMessage> AnnounceAsync(ApiShop shop, int number) =>
        shop.PostAsync("documents", new { fileName = "a.pdf", sizeBytes = 3, sha256 = number.ToString("x64", System.Globalization.CultureInfo.InvariantCulture) });
}
