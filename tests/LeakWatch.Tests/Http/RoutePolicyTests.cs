using System.Net;
using System.Net.Http.Json;
using LeakWatch.Http;
using LeakWatch.Tests.Services;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace LeakWatch.Tests.Http;

/// <summary>Walks the table of routes, so that a new route is tested or fails.</summary>
public sealed class RoutePolicyTests(PostgresService postgres, ApiService api)
{
    private static readonly object Dismissal = new { reason = "NOT_A_LEAK" };

    /// <summary>A body that each route takes, where it takes one.</summary>
    private static readonly Dictionary<string, object> Bodies = new(StringComparer.Ordinal)
    {
        ["createDocument"] = new { fileName = "a.pdf", sizeBytes = 3, sha256 = new string('a', 64) },
        ["correctInvoice"] = new { corrections = new[] { new { field = "invoice.totalAmount", value = "50.00" } } },
        ["dismissFinding"] = Dismissal,
        ["dismissFindings"] = new { findingIds = new[] { Guid.CreateVersion7() }, reason = "NOT_A_LEAK" },
        ["resolveFinding"] = new { },
        ["answerFinding"] = new { answer = "CHOSEN" },
        ["changeShop"] = new { name = "Other" },
        ["changeOrganization"] = new { name = "Other" },
        ["addCancellation"] = new { vendor = "Klaviyo", sentAt = "2026-01-15" },
        ["addInstalledApps"] = new { syncedAt = "2026-01-15", apps = new[] { "Klaviyo" } },
        ["pasteInstalledApps"] = new { text = "Klaviyo" },
        ["addPromisedCredit"] = new { vendor = "Klaviyo", promisedAt = "2026-01-15" },
        ["addTerm"] = new { vendor = "Klaviyo", kind = "AUTO_RENEW" },
        ["addWanted"] = new { vendor = "Klaviyo", type = "MOM_SPIKE" },
        ["putVendorOverlay"] = new { name = "Klaviyo" },
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_route_is_without_a_policy()
    {
        var server = await api.StartedAsync(postgres);

        Assert.All(Routes(server), route => Assert.True(RoutePolicies.HasPolicy(route), route.DisplayName));
    }

    [Fact]
    public async Task Every_route_that_names_a_shop_is_scoped_to_it_and_only_health_and_signed_files_are_open()
    {
        var routes = Routes(await api.StartedAsync(postgres));

        Assert.All(routes.Where(route => route.RoutePattern.GetParameter("shopId") is not null), route => Assert.NotNull(route.Metadata.GetMetadata<ShopScoped>()));
        Assert.Equal(
            ["/health/live", "/health/ready", "/health/worker", "/local-files/", "/version"],
            routes.Where(route => route.Metadata.GetMetadata<IAllowAnonymous>() is not null).Select(route => route.RoutePattern.RawText!).Distinct().Order());
    }

    [Fact]
    public async Task Every_route_needs_a_sign_in()
    {
        var server = await api.StartedAsync(postgres);
        using var stranger = new HttpClient { BaseAddress = server.Address };

        foreach (var route in Routes(server).Where(NeedsSignIn))
        {
            using var request = RequestTo(route, _ => Guid.CreateVersion7().ToString(), "request-of-a-stranger");
            using var answer = await stranger.SendAsync(request, Token);

            Assert.True(answer.StatusCode == HttpStatusCode.Unauthorized, $"{route.DisplayName}: {answer.StatusCode}");
            await Problem.AssertAsync(answer, HttpStatusCode.Unauthorized, "AUTH_INVALID_TOKEN");
            Assert.Equal("1", answer.Headers.GetValues("X-Shopify-Retry-Invalid-Session-Request").Single());
        }
    }

    [Fact]
    public async Task What_is_another_tenants_answers_byte_for_byte_as_what_does_not_exist()
    {
        var server = await api.StartedAsync(postgres);
        using var ours = await ApiShop.CreateAsync(server);
        using var theirs = await ApiShop.CreateAsync(server);
        var ids = await EverythingOfAsync(theirs);

        foreach (var route in Routes(server).Where(route => route.Metadata.GetMetadata<ShopScoped>() is not null))
        {
            await AssertSameAsync(route, ours, name => name == "shopId" ? theirs.ShopId.ToString() : ids[name]);
            if (route.RoutePattern.Parameters.Count > 1)
            {
                await AssertSameAsync(route, ours, name => name == "shopId" ? ours.ShopId.ToString() : ids[name]);
            }
        }
    }

    [Fact]
    public async Task The_same_calls_with_ones_own_ids_find_what_is_there()
    {
        var server = await api.StartedAsync(postgres);
        foreach (var route in Routes(server).Where(route => route.Metadata.GetMetadata<ShopScoped>() is not null && Name(route) is not ("streamEvents" or "listDocumentRows")))
        {
            using var ours = await ApiShop.CreateAsync(server);
            var ids = await EverythingOfAsync(ours);
            using var request = RequestTo(route, name => name == "shopId" ? ours.ShopId.ToString() : ids[name], "request-of-the-owner");
            using var answer = await ours.Http.SendAsync(request, Token);

            Assert.True(answer.StatusCode is not (HttpStatusCode.NotFound or HttpStatusCode.InternalServerError), $"{route.DisplayName}: {answer.StatusCode}");
        }
    }

    [Theory]
    [InlineData("AGENCY_VIEWER", "")]
    [InlineData("AGENCY_ADMIN", "addCancellation addInstalledApps addPromisedCredit addTerm addWanted answerFinding deleteFact dismissFinding dismissFindings pasteInstalledApps reopenFinding resolveFinding")]
    public async Task A_role_changes_only_what_it_may(string role, string allowed)
    {
        var server = await api.StartedAsync(postgres);
        using var shop = await ApiShop.CreateAsync(server);
        var changed = new List<string>();

        foreach (var route in Routes(server).Where(route => NeedsSignIn(route) && Method(route) != "GET"))
        {
            using var request = RequestTo(route, name => name == "shopId" ? shop.ShopId.ToString() : name == "vendorKey" ? "klaviyo" : Guid.CreateVersion7().ToString(), "request-of-an-agency");
            request.Headers.Add(TestRole.Header, role);
            using var answer = await shop.Http.SendAsync(request, Token);

            if (answer.StatusCode is not HttpStatusCode.Forbidden)
            {
                changed.Add(Name(route));
            }
            else
            {
                await Problem.AssertAsync(answer, HttpStatusCode.Forbidden, "AUTH_FORBIDDEN");
            }
        }

        Assert.Equal(allowed, string.Join(' ', changed.Order(StringComparer.Ordinal)));
    }

    private static async Task AssertSameAsync(RouteEndpoint route, ApiShop caller, Func<string, string> idOf)
    {
        using var theirs = RequestTo(route, idOf, "request-for-another-tenant");
        using var nothing = RequestTo(route, name => name == "shopId" && idOf(name) == caller.ShopId.ToString() ? idOf(name) : name == "vendorKey" ? "nobody" : name is "page" or "position" ? idOf(name) : Guid.CreateVersion7().ToString(), "request-for-another-tenant");
        using var denied = await caller.Http.SendAsync(theirs, Token);
        using var missing = await caller.Http.SendAsync(nothing, Token);

        Assert.True(denied.StatusCode == HttpStatusCode.NotFound, $"{route.DisplayName}: {denied.StatusCode}");
        Assert.Equal(await WholeAsync(missing), await WholeAsync(denied));
    }

    private static async Task<string> WholeAsync(HttpResponseMessage answer) =>
        $"{answer.StatusCode}\n{string.Join('\n', answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key != "Date").Select(header => $"{header.Key}: {string.Join(',', header.Value)}").Order(StringComparer.Ordinal))}\n"
        + await answer.Content.ReadAsStringAsync(Token);

    private static async Task<Dictionary<string, string>> EverythingOfAsync(ApiShop shop)
    {
        var (document, _) = await shop.AddDocumentAsync(invoices: ApiShop.Invoice());
        var finding = await shop.AddFindingAsync();
        using var fact = await shop.PostAsync("facts/wanted", new { vendor = "Loox", type = "MOM_SPIKE" });
        await shop.AddVendorAsync("klaviyo", "Klaviyo", 100m);
        await shop.AddPageAsync(document, "Total 50.00 USD");
        return new(StringComparer.Ordinal)
        {
            ["documentId"] = document.ToString(),
            ["findingId"] = finding.ToString(),
            ["factId"] = (string)(await ApiShop.ReadAsync(fact))["id"]!,
            ["vendorKey"] = "klaviyo",
            ["page"] = "1",
            ["position"] = "0",
        };
    }

    private static HttpRequestMessage RequestTo(RouteEndpoint route, Func<string, string> idOf, string requestId)
    {
        var path = string.Join('/', route.RoutePattern.PathSegments.Select(segment =>
            string.Concat(segment.Parts.Select(part => part is Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter ? parameter.Name is "page" ? "1" : parameter.Name is "position" ? "0" : idOf(parameter.Name) : ((Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart)part).Content))));
        var request = new HttpRequestMessage(new(Method(route)), "/" + path) { Content = Bodies.TryGetValue(Name(route), out var body) ? JsonContent.Create(body) : null };
        request.Headers.Add("X-Request-Id", requestId);
        return request;
    }

    private static List<RouteEndpoint> Routes(ApiServer server) => [.. server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()];

    private static bool NeedsSignIn(RouteEndpoint route) => route.Metadata.GetMetadata<IAllowAnonymous>() is null && route.Metadata.GetMetadata<OperatorsOnly>() is null;

    private static string Method(RouteEndpoint route) => route.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods.Single();

    private static string Name(RouteEndpoint route) => route.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName ?? "";
}
