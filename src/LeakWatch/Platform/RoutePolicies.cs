using System.Collections.Concurrent;
using LeakWatch.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;

namespace LeakWatch.Platform;

/// <summary>On a route that names a shop: the caller's organisation owns it, and the sign-in is for it.</summary>
internal sealed class ShopScoped;

/// <summary>On a route of the caller's whole organisation.</summary>
internal sealed class OrganizationScoped;

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

        var owns = await database.InAsync(organizationId, db => db.Shops.AnyAsync(shop => shop.Id == shopId, cancellationToken), cancellationToken);
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
        public RouteGroupBuilder RequireShop() => group
            .RequireAuthorization()
            .WithMetadata(new ShopScoped())
            .AddEndpointFilter(async (invocation, next) =>
            {
                var context = invocation.HttpContext;
                var caller = await Caller.BindAsync(context);
                var shopId = Guid.Parse((string)context.GetRouteValue("shopId")!);
                var isOurs = (caller.ShopId is null || caller.ShopId == shopId)
                    && await context.RequestServices.GetRequiredService<KnownShops>().OwnsAsync(caller.OrganizationId, shopId, context.RequestAborted);
                return !isOurs ? TypedResults.Problem(ErrorResults.NotFound) : await ChangesAsync(invocation, next, caller);
            });

        public RouteGroupBuilder RequireOrganization() => group
            .RequireAuthorization()
            .WithMetadata(new OrganizationScoped())
            .AddEndpointFilter(async (invocation, next) => await ChangesAsync(invocation, next, await Caller.BindAsync(invocation.HttpContext)));
    }

    public static bool HasPolicy(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<ShopScoped>() is not null || endpoint.Metadata.GetMetadata<OrganizationScoped>() is not null
        || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;

    /// <summary>A viewer reads and changes nothing.</summary>
    private static ValueTask<object?> ChangesAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next, Caller caller) =>
        caller.MayChange || HttpMethods.IsGet(invocation.HttpContext.Request.Method)
            ? next(invocation)
            : ValueTask.FromResult<object?>(TypedResults.Problem(ErrorResults.Forbidden));
}
