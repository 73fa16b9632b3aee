using System.Net;
using System.Net.Http.Headers;
using LeakWatch.Tests.Services;

namespace LeakWatch.Tests.Findings;

/// <summary>What holds of every answer, whatever was asked.</summary>
public sealed class AnswersTests(PostgresService postgres, ApiService api) : ApiShopTests(postgres, api)
{
    [Fact]
    public async Task A_plain_request_id_comes_back_and_any_other_is_replaced()
    {
        using var kept = await shop.SendAsync(HttpMethod.Get, "/v1/me", null, ("X-Request-Id", "web-01.abcdef"));
        using var replaced = await shop.SendAsync(HttpMethod.Get, "/v1/me", null, ("X-Request-Id", "<script>alert(1)</script>"));
        using var none = await shop.SendAsync(HttpMethod.Get, "/v1/me");

        Assert.Equal("web-01.abcdef", IdOf(kept));
        Assert.True(Guid.TryParse(IdOf(replaced), out var made) && made.Version == 7);
        Assert.NotEqual(IdOf(none), IdOf(replaced));
    }

    [Theory]
    [InlineData("/v1/me", HttpStatusCode.OK)]
    [InlineData("/v1/nothing", HttpStatusCode.NotFound)]
    [InlineData("/v1/shops/not-a-guid/findings", HttpStatusCode.NotFound)]
    [InlineData("/health/live", HttpStatusCode.OK)]
    public async Task Every_answer_says_that_it_is_data_and_nobody_elses(string path, HttpStatusCode status)
    {
        using var answer = await shop.Http.GetAsync(path, Token);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(
            ("nosniff", "no-referrer", "default-src 'none'; frame-ancestors 'none'"),
            (One(answer, "X-Content-Type-Options"), One(answer, "Referrer-Policy"), One(answer, "Content-Security-Policy")));
        Assert.True(answer.Headers.CacheControl?.NoStore);
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Theory]
    [InlineData("GET", "/v1/nothing", 404, "NOT_FOUND")]
    [InlineData("GET", "/v1", 404, "NOT_FOUND")]
    [InlineData("DELETE", "/v1/me", 405, "VALIDATION_ERROR")]
    [InlineData("PUT", "/v1/shops", 405, "VALIDATION_ERROR")]
    [InlineData("DELETE", "/health/live", 405, "VALIDATION_ERROR")]
    [InlineData("TRACE", "/v1/me", 405, "VALIDATION_ERROR")]
    public async Task What_is_no_route_is_a_problem_too(string method, string path, int status, string code)
    {
        using var answer = await shop.SendAsync(new(method), path);

        await Problem.AssertAsync(answer, (HttpStatusCode)status, code);
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("image/png")]
    public async Task A_problem_is_JSON_whatever_was_accepted(string accepted)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, shop.Path($"findings/{Guid.CreateVersion7()}"));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(accepted));

        using var answer = await shop.Http.SendAsync(request, Token);

        await Problem.AssertAsync(answer, HttpStatusCode.NotFound, "NOT_FOUND");
    }

    [Theory]
    [InlineData("text/plain", "{}", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/json", "", HttpStatusCode.BadRequest)]
    [InlineData("application/json", "{\"vendor\":\"a\u0001b\",\"type\":\"MOM_SPIKE\"}", HttpStatusCode.BadRequest)]
    [InlineData("application/json", "{\"vendor\":\"a\\u0000b\",\"type\":\"MOM_SPIKE\"}", HttpStatusCode.BadRequest)]
    [InlineData("application/json", "{\"vendor\":\"\\ud800\",\"type\":\"MOM_SPIKE\"}", HttpStatusCode.BadRequest)]
    [InlineData("application/json", "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", HttpStatusCode.BadRequest)]
    [InlineData("application/json", "// {}\n{\"vendor\":\"Loox\",\"type\":\"MOM_SPIKE\"}", HttpStatusCode.BadRequest)]
    public async Task Bodies_that_are_not_what_was_asked_for_are_the_callers_mistake(string type, string body, HttpStatusCode status)
    {
        using var content = new StringContent(body, null, type);

        using var answer = await shop.PostAsync("facts/wanted", content);

        await Problem.AssertAsync(answer, status, "VALIDATION_ERROR");
    }

    [Theory]
    [InlineData("findings?vendor=%00")]
    [InlineData("findings?vendor=%ED%A0%80")]
    [InlineData("vendors/%00")]
    [InlineData("vendors/..%2f..%2fetc")]
    [InlineData("documents?parentDocumentId=1%27%20or%201=1")]
    [InlineData("facts?kind=%00")]
    public async Task Hostile_addresses_never_fail_on_our_side(string path)
    {
        using var answer = await shop.Http.GetAsync(shop.Path(path), Token);

        Assert.True((int)answer.StatusCode < 500, $"{answer.StatusCode} {await answer.Content.ReadAsStringAsync(Token)}");
    }

    [Fact]
    public async Task A_huge_cursor_is_refused()
    {
        using var answer = await shop.Http.GetAsync(shop.Path($"findings?cursor={new string('A', 5_000)}"), Token);

        await Problem.AssertAsync(answer, HttpStatusCode.BadRequest, "VALIDATION_ERROR", "cursor");
    }

    private static string IdOf(HttpResponseMessage answer) => One(answer, "X-Request-Id")!;

    private static string? One(HttpResponseMessage answer, string header) => answer.Headers.TryGetValues(header, out var values) ? values.Single() : null;
}
