using LeakWatch.Configuration;
using LeakWatch.Data;
using LeakWatch.Documents;
using LeakWatch.Findings;
using LeakWatch.Http;
using LeakWatch.Jobs;
using LeakWatch.Observability;
using LeakWatch.Shops;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Net.Http.Headers;

namespace LeakWatch.Hosting;

/// <summary>The contents page of the API: what is registered, through what a request goes, and which routes there are.</summary>
internal static class ApiServices
{
    public static void AddApi(this IServiceCollection services, Settings settings)
    {
        services.AddSingleton<KnownShops>();
        services.AddSingleton<WorkerCheck>();
        services.AddSingleton(new LocalOwner { OrganizationId = settings.DevelopmentHost is null ? null : DemoStore.OrganizationId });
        services.AddSingleton<IdempotencyKeys>();
        services.AddSingleton<InvoiceEditing>();
        services.AddSingleton<FindingActions>();
        services.AddSingleton<FactChanges>();
        services.AddSingleton<VendorOverrides>();
        // First of the writers, so the only one.
        services.AddSingleton<IProblemDetailsWriter, Problems>();
        services.AddProblemDetails();
        services.AddExceptionHandler<UnexpectedErrors>();
        services.AddValidation();
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.ConfigureHttpJsonOptions(json => ApiJson.Configure(json.SerializerOptions));
        services.AddApiDescription();
        RateLimits.Add(services, settings);
        AddSignIn(services, settings);
        services.AddWebCompression();
        // The web on its own origin: it may read what App Bridge needs, and cookies play no part.
        services.AddCors(cors => cors.AddDefaultPolicy(policy => policy
            .WithOrigins(settings.BaseUrl.GetLeftPart(UriPartial.Authority))
            .WithMethods("GET", "POST", "PUT", "PATCH", "DELETE")
            .WithHeaders(HeaderNames.Authorization, HeaderNames.ContentType, HeaderNames.IfMatch, HeaderNames.IfNoneMatch, "Last-Event-ID", Idempotency.Header, RequestIds.Header)
            .WithExposedHeaders(ShopifySignIn.RetryHeader, RequestIds.Header, HeaderNames.ETag, HeaderNames.Location, HeaderNames.RetryAfter)
            .SetPreflightMaxAge(TimeSpan.FromHours(1))));
    }

    public static void UseApi(this WebApplication app, Settings settings)
    {
        app.UseRequestIds();
        app.UseRequestTallies();
        app.UseSecurityHeaders();
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        if (settings.TrustsVisitors)
        {
            var visitors = new LocalRequests(settings.BaseUrl, settings.DevelopmentHost);
            app.Use((context, next) => visitors.AreAllowed(context) ? next(context) : Problems.WriteAsync(context, StatusCodes.Status403Forbidden));
        }

        if (settings.WebFolder is { } web)
        {
            app.UseWeb(WebExport.Read(web, WebValues(settings)));
        }
        else
        {
            app.UseRouting();
        }

        app.UseCors();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.UseRoutePolicies();
        app.UseIdempotency();
        app.MapApi();
        if (settings.ObjectStore is null)
        {
            // A signed address is checked by itself.
            app.MapGroup("").WithMetadata(new NoRateLimit()).MapLocalFiles();
        }
    }

    /// <summary>What the browser is told of this deployment: names and addresses, no secret.</summary>
    private static Dictionary<string, string?> WebValues(Settings settings) => new(StringComparer.Ordinal)
    {
        ["SHOPIFY_API_KEY"] = settings.ShopifyApiKey,
        ["SENTRY_DSN_WEB"] = settings.Operations.SentryDsnWeb,
        ["ENVIRONMENT"] = settings.Environment.Name,
        ["RELEASE"] = Release.Name,
    };

    public static void MapApi(this IEndpointRouteBuilder routes)
    {
        routes.MapDocuments();
        routes.MapLeaks();
        routes.MapShops();
        routes.MapFacts();
        routes.MapOrganization();
        routes.MapWorkerHealth();
    }

    private static void AddSignIn(IServiceCollection services, Settings settings)
    {
        services.AddSingleton<ShopifyShops>();
        services.AddAuthorization();
        var authentication = services.AddAuthentication(settings.TrustsVisitors ? LocalOwnerHandler.Name : ShopifySignIn.Name);
        if (settings.TrustsVisitors)
        {
            authentication.AddScheme<AuthenticationSchemeOptions, LocalOwnerHandler>(LocalOwnerHandler.Name, null);
        }
        else
        {
            authentication.AddScheme<AuthenticationSchemeOptions, ShopifySignIn>(ShopifySignIn.Name, null);
        }
    }
}
