using System.Net;
using System.Net.Http.Headers;
using LeakWatch.Tests.Services;
using Microsoft.EntityFrameworkCore;

namespace LeakWatch.Tests.Http;

public sealed class SignInTests(PostgresService postgres, ApiService api) : ApiShopTests(postgres, api)
{
    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task A_session_token_signs_in_as_a_member_of_its_one_shop()
    {
        using var answer = await shop.Http.GetAsync("/v1/me", Token);

        var me = await ApiShop.ReadAsync(answer);
        Assert.Equal(("shopify:1", "MEMBER", "PRO"), ((string?)me["actor"], (string?)me["role"], (string?)me["organization"]!["plan"]));
        Assert.Equal([shop.ShopId], me["shops"]!.AsArray().Select(one => (Guid)one!["id"]!));
    }

    [Fact]
    public async Task A_sign_in_for_one_shop_does_not_reach_another_of_the_same_organization()
    {
        var other = Guid.CreateVersion7();
        await shop.RunInTransactionAsync(db =>
        {
            db.Add(new LeakWatch.Data.Shop { Id = other, OrganizationId = shop.OrganizationId, Name = "Second", Currency = "USD", TimeZone = "Etc/UTC", CreatedAt = Now });
            return Task.CompletedTask;
        });

        using var answer = await shop.Http.GetAsync($"/v1/shops/{other}/findings", Token);

        await Problem.AssertAsync(answer, HttpStatusCode.NotFound, "NOT_FOUND");
    }

    [Fact]
    public async Task Every_refusal_looks_the_same_whatever_was_wrong()
    {
        var stranger = SessionTokens.Write("nobody-here.myshopify.com", Now);
        string?[] attempts = [null, "Not a Bearer token!", "Basic dXNlcjpwYXNz", "Bearer not_a_valid_token", $"Bearer {stranger}", $"Bearer {SessionTokens.Write(SessionTokens.Claims(shop.Domain, Now), secret: "wrong")}"];

        var answers = await Task.WhenAll(attempts.Select(WholeAsync));

        Assert.Single(answers.Distinct());
        Assert.Contains("AUTH_INVALID_TOKEN", answers[0], StringComparison.Ordinal);
        Assert.Contains("X-Shopify-Retry-Invalid-Session-Request: 1", answers[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_from_before_the_rotation_still_signs_in()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/me");
        request.Headers.Authorization = new("Bearer", SessionTokens.Write(SessionTokens.Claims(shop.Domain, Now), secret: SessionTokens.PreviousSecret));

        using var answer = await shop.Http.SendAsync(request, Token);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task An_uninstalled_shop_cannot_sign_in()
    {
        await shop.RunInTransactionAsync(db => db.Shops.Where(one => one.Id == shop.ShopId).ExecuteUpdateAsync(one => one.SetProperty(it => it.UninstalledAt, Now), Token));

        using var answer = await shop.Http.GetAsync("/v1/me", Token);

        await Problem.AssertAsync(answer, HttpStatusCode.Unauthorized, "AUTH_INVALID_TOKEN");
    }

    [Theory]
    [InlineData(ApiServer.WebOrigin, true)]
    [InlineData("https://evil.example", false)]
    [InlineData("null", false)]
    public async Task Only_the_web_may_read_answers_from_another_origin(string origin, bool isAllowed)
    {
        using var preflight = new HttpRequestMessage(HttpMethod.Options, shop.Path("findings"));
        preflight.Headers.Add("Origin", origin);
        preflight.Headers.Add("Access-Control-Request-Method", "POST");
        preflight.Headers.Add("Access-Control-Request-Headers", "authorization,idempotency-key");
        preflight.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "none");
        using var allowed = await shop.Http.SendAsync(preflight, Token);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/me");
        request.Headers.Add("Origin", origin);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "wrong");
        using var refused = await shop.Http.SendAsync(request, Token);

        Assert.Equal(isAllowed, allowed.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.Equal(isAllowed, refused.Headers.TryGetValues("Access-Control-Expose-Headers", out var exposed) && exposed.Single().Contains("X-Shopify-Retry-Invalid-Session-Request", StringComparison.Ordinal));
        Assert.False(refused.Headers.Contains("Access-Control-Allow-Credentials"));
    }

    private async Task<string> WholeAsync(string? authorization)
    {
        using var http = new HttpClient { BaseAddress = shop.Server.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, shop.Path("findings"));
        request.Headers.Add("X-Request-Id", "request-of-a-stranger");
        request.Headers.TryAddWithoutValidation("Authorization", authorization);
        using var answer = await http.SendAsync(request, Token);
        var headers = answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key != "Date").Select(header => $"{header.Key}: {string.Join(',', header.Value)}").Order(StringComparer.Ordinal);
        return $"{answer.StatusCode}\n{string.Join('\n', headers)}\n{await answer.Content.ReadAsStringAsync(Token)}";
    }
}
