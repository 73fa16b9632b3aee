using LeakWatch.Observability;
using System.Net;
using LeakWatch.Configuration;
using LeakWatch.Tests.Services;

namespace LeakWatch.Tests.Hosting;

/// <summary>The exported web, beside the API on one address.</summary>
public sealed class WebPagesTests(PostgresService postgres) : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("leakwatch-web-");
    private ApiServer server = null!;
    private HttpClient client = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Write("index.html", "<h1>Overview</h1><script>start()</script>");
        Write("404.html", "<h1>There is no such page</h1>");
        Write("leaks.html", "<h1>Leaks</h1>");
        Write("leaks/view.html", "<h1>Leak</h1>");
        Write("app.html", """<meta name="shopify-api-key" content="__LEAKWATCH_SHOPIFY_API_KEY__"><meta name="leakwatch-errors" content="__LEAKWATCH_SENTRY_DSN_WEB__" data-environment="__LEAKWATCH_ENVIRONMENT__" data-release="__LEAKWATCH_RELEASE__"><p>__LEAKWATCH_NOTHING__</p><h1>Overview</h1>""");
        Write("v1/me.html", "<h1>Shadow</h1>");
        Write("health/live.txt", "shadow");
        Write("_next/static/chunks/a1b2.js", "start()");
        Write("leaks.txt", "payload");
        Write("leaks/view.txt", "payload");
        Write("leaks/__next._tree.txt", "payload");
        server = await ApiServer.StartAsync(await postgres.CreateDatabaseAsync(), webFolder: folder.FullName, variables: [("SENTRY_DSN_WEB", "https://key@o1.ingest.sentry.io/2")]);
        client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = server.Address };
    }

    [Theory]
    [InlineData("/", "Overview")]
    [InlineData("/leaks", "Leaks")]
    [InlineData("/leaks?status=OPEN", "Leaks")]
    [InlineData("/leaks/view?id=7", "Leak")]
    public async Task A_page_is_found_at_its_clean_address(string path, string heading)
    {
        var response = await client.GetAsync(path, Token);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/html; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Contains($"<h1>{heading}</h1>", await response.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gzip, br", "br", "packed")]
    [InlineData("br;q=0", null, "start()")]
    [InlineData(null, null, "start()")]
    public async Task A_script_that_was_packed_is_sent_packed_to_who_can_unpack_it(string? accepted, string? encoding, string content)
    {
        Write("_next/static/chunks/a1b2.js.br", "packed");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/_next/static/chunks/a1b2.js");
        request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);

        var response = await client.SendAsync(request, Token);

        Assert.Equal((encoding, content), (response.Content.Headers.ContentEncoding.FirstOrDefault(), await response.Content.ReadAsStringAsync(Token)));
        Assert.Equal("text/javascript", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("public, max-age=31536000, immutable", response.Headers.CacheControl?.ToString());
        Assert.Equal(accepted is null ? [] : ["Accept-Encoding"], response.Headers.Vary);
    }

    [Theory]
    [InlineData("/nowhere")]
    [InlineData("/leaks/7/8")]
    [InlineData("/leaks.html")]
    [InlineData("/app/nowhere?shop=acme.myshopify.com")]
    public async Task An_address_without_a_page_answers_404_with_a_page(string path)
    {
        var response = await client.GetAsync(path, Token);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("There is no such page", await response.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/leaks/", "/leaks")]
    [InlineData("/leaks/?status=OPEN", "/leaks?status=OPEN")]
    [InlineData("/leaks/7", "/leaks/view?id=7")]
    [InlineData("/app/vendors/kl%2Fa?shop=acme.myshopify.com", "/app/vendors/view?key=kl%2Fa&shop=acme.myshopify.com")]
    public async Task A_deep_link_leads_to_its_page(string path, string target)
    {
        var response = await client.GetAsync(path, Token);

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal(target, response.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("/leaks.txt")]
    [InlineData("/leaks/view.txt?id=7&_rsc=x")]
    [InlineData("/leaks/__next._tree.txt?_rsc=x")]
    public async Task A_payload_beside_a_page_is_no_deep_link(string path)
    {
        var response = await client.GetAsync(path, Token);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("payload", await response.Content.ReadAsStringAsync(Token));
    }

    [Theory]
    [InlineData("//evil.example/")]
    [InlineData("/%5Cevil.example/")]
    [InlineData("//evil.example/leaks/")]
    public async Task Nobody_is_led_to_another_site(string path)
    {
        var response = await client.GetAsync(new Uri(server.Address.GetLeftPart(UriPartial.Authority) + path), Token);

        Assert.Null(response.Headers.Location);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Theory]
    [InlineData("/v1/me", HttpStatusCode.Unauthorized, "application/problem+json")]
    [InlineData("/v1/nothing", HttpStatusCode.NotFound, "application/problem+json")]
    [InlineData("/health/live.txt", HttpStatusCode.NotFound, "application/problem+json")]
    [InlineData("/leaks.js", HttpStatusCode.NotFound, "application/problem+json")]
    public async Task What_the_api_owns_is_never_a_page(string path, HttpStatusCode status, string type)
    {
        var response = await client.GetAsync(path, Token);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(type, response.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("?shop=acme.myshopify.com", "frame-ancestors https://acme.myshopify.com https://admin.shopify.com;")]
    [InlineData("", "frame-ancestors 'none';")]
    [InlineData("?shop=acme.myshopify.com.evil.example", "frame-ancestors 'none';")]
    [InlineData("?shop=acme.myshopify.com%0Ax", "frame-ancestors 'none';")]
    [InlineData("?shop=acme.myshopify.com&shop=evil.myshopify.com", "frame-ancestors 'none';")]
    public async Task Only_the_admin_of_the_named_shop_may_frame_a_page(string query, string policy)
    {
        var response = await client.GetAsync($"/app{query}", Token);

        Assert.StartsWith(policy, response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_of_the_site_runs_its_own_scripts_and_no_others()
    {
        var response = await client.GetAsync("/", Token);

        // printf 'start()' | openssl dgst -sha256 -binary | base64
        Assert.Contains("script-src 'self' 'wasm-unsafe-eval' 'sha256-DIm7WJS6ZKDYe5qFLPy+h4JFI9Bol5QmYC57mt3Fb00=';", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_apps_client_id_stands_where_the_export_left_room_for_it()
    {
        var html = await client.GetStringAsync("/app", Token);

        Assert.Contains($"""<meta name="shopify-api-key" content="{SessionTokens.ClientId}">""", html, StringComparison.Ordinal);
        Assert.Contains($"""<meta name="leakwatch-errors" content="https://key@o1.ingest.sentry.io/2" data-environment="development" data-release="{Release.Name}">""", html, StringComparison.Ordinal);
        Assert.Contains("<p></p>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_named_by_its_content_is_kept_for_good_and_everything_else_is_asked_for_again()
    {
        Assert.Equal("public, max-age=31536000, immutable", await KeptAsync("/_next/static/chunks/a1b2.js"));
        Assert.Equal("no-cache", await KeptAsync("/leaks.txt"));
        Assert.Equal("no-cache", await KeptAsync("/leaks"));
    }

    [Fact]
    public async Task A_page_that_did_not_change_is_not_sent_again()
    {
        var first = await client.GetAsync("/leaks", Token);
        using var again = new HttpRequestMessage(HttpMethod.Get, "/leaks") { Headers = { IfNoneMatch = { first.Headers.ETag! } } };

        Assert.Equal(HttpStatusCode.NotModified, (await client.SendAsync(again, Token)).StatusCode);
    }

    [Fact]
    public void A_folder_that_is_no_export_stops_the_start()
    {
        var settings = Settings.Read(
            new Dictionary<string, string>(StringComparer.Ordinal) { ["DATABASE_URL"] = "postgresql://a:b@127.0.0.1/c", ["LW_WEB_FOLDER"] = Path.Combine(folder.FullName, "leaks") }, HostRole.Api);

        Assert.Contains("LW_WEB_FOLDER is not the folder of an exported web", settings.Error?.Message, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await server.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private async Task<string?> KeptAsync(string path) => string.Join(", ", (await client.GetAsync(path, Token)).Headers.GetValues("Cache-Control"));

    private void Write(string file, string text)
    {
        var path = Path.Combine(folder.FullName, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
