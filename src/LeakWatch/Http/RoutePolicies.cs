using System.Collections.Concurrent;
using LeakWatch.Core;
using LeakWatch.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace LeakWatch.Http;

/// <summary>On a route that names a shop: the caller's organisation owns it, and the sign-in is for it.</summary>
internal sealed class ShopScoped;

/// <summary>On a route of the caller's whole organisation.</summary>
internal sealed class OrganizationScoped;

/// <summary>On a route that only the store's own people may use to change something.</summary>
internal sealed class StoreTeamOnly;

/// <summary>On a route of operators, which only their port serves.</summary>
internal sealed class OperatorsOnly;

/// <summary>Shops that were seen to be an organisation's. A shop never moves, so what was true once stays true.</summary>
internal sealed class KnownShops(TenantDatabase database)
{
    private readonly ConcurrentDictionary<(Guid Organization, Guid Shop), bool> known = new();

    public async Task<bool> OwnsAsync(Guid organizationId, Guid shopId, CancellationToken cancellationToken)
    {
        if (known.ContainsKey((organizationId, shopId)))
        {
            return true;
        }

        var owns = await database.ReadAsync(organizationId, db => db.Shops.AnyAsync(shop => shop.Id == shopId, cancellationToken));
        if (owns)
        {
            known[(organizationId, shopId)] = true;
        }

        return owns;
    }
}

internal static class RoutePolicies
{
    extension(RouteGroupBuilder group)
    {
        /// <summary>For routes with <c>{shopId:guid}</c>. What is somebody else's answers as what does not exist.</summary>
        public RouteGroupBuilder RequireShop() => group.RequireAuthorization().WithMetadata(new ShopScoped());

        public RouteGroupBuilder RequireOrganization() => group.RequireAuthorization().WithMetadata(new OrganizationScoped());
    }

    extension(RouteHandlerBuilder route)
    {
        public RouteHandlerBuilder RequireStoreTeam() => route.WithMetadata(new StoreTeamOnly());
    }

    public static bool HasPolicy(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<ShopScoped>() is not null || endpoint.Metadata.GetMetadata<OrganizationScoped>() is not null
        || endpoint.Metadata.GetMetadata<OperatorsOnly>() is not null || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;

    /// <summary>Keeps the policies, before anything of the request is bound: a stranger's body is not even read.</summary>
    public static void UseRoutePolicies(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        // The framework's own endpoints only say 405 and 415.
        if (context.GetEndpoint() is RouteEndpoint endpoint && await RefusalAsync(context, endpoint) is { } refusal)
        {
            await TypedResults.Problem(refusal).ExecuteAsync(context);
            return;
        }

        await next(context);
    });

    private static async Task<Error?> RefusalAsync(HttpContext context, Endpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null || endpoint.Metadata.GetMetadata<OperatorsOnly>() is not null)
        {
            return null;
        }

        // A route that forgot its policy serves nobody.
        if (!HasPolicy(endpoint))
        {
            return ErrorResults.NotFound;
        }

        var caller = await Caller.BindAsync(context);
        if (endpoint.Metadata.GetMetadata<ShopScoped>() is not null && !await IsOfCallerAsync(context, caller))
        {
            return ErrorResults.NotFound;
        }

        return HttpMethods.IsGet(context.Request.Method) ? null
            : !caller.MayChange || (endpoint.Metadata.GetMetadata<StoreTeamOnly>() is not null && !caller.IsOfStoreTeam) ? ErrorResults.Forbidden
            : IsOfUnknownEncoding(context.Request) ? ErrorResults.Invalid("body", "It is in an encoding that is not known; send UTF-8.")
            : null;
    }

    // The framework answers it with an exception that looks like a bug of ours.
    private static bool IsOfUnknownEncoding(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.Charset.HasValue && type.Encoding is null;

    private static async Task<bool> IsOfCallerAsync(HttpContext context, Caller caller) =>
        Guid.TryParse((string?)context.GetRouteValue("shopId"), out var shopId) && (caller.ShopId is null || caller.ShopId == shopId)
        && await context.RequestServices.GetRequiredService<KnownShops>().OwnsAsync(caller.OrganizationId, shopId, context.RequestAborted);
}
