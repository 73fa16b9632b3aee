using System.Security.Claims;
using LeakWatch.Data;

namespace LeakWatch.Platform;

/// <summary>Who asks, and in the name of which organisation. Made by authentication and by nothing else.</summary>
/// <param name="Actor">For the audit log: <c>user:…</c>, <c>shopify:…</c> or <c>local-owner</c>.</param>
/// <param name="ShopId">The one shop that the sign-in is for; null for all shops of the organisation.</param>
internal sealed record Caller(Guid OrganizationId, string Actor, Role Role, Guid? ShopId)
{
    private const string Organization = "organization";
    private const string Shop = "shop";

    public bool MayChange => Role is not Role.AgencyViewer;

    public ClaimsPrincipal ToPrincipal(string scheme)
    {
        var identity = new ClaimsIdentity(
        [
            new(Organization, OrganizationId.ToString()),
            new(ClaimTypes.NameIdentifier, Actor),
            new(ClaimTypes.Role, ScreamingSnakeText<Role>.Write(Role)),
        ], scheme);
        if (ShopId is { } shop)
        {
            identity.AddClaim(new(Shop, shop.ToString()));
        }

        return new(identity);
    }

    /// <summary>Bound into handlers by its type.</summary>
    /// <exception cref="InvalidOperationException">The route let an anonymous request in.</exception>
    public static ValueTask<Caller> BindAsync(HttpContext context)
    {
        var user = context.User;
        return user.FindFirstValue(Organization) is { } organization
            ? ValueTask.FromResult(new Caller(
                Guid.Parse(organization), user.FindFirstValue(ClaimTypes.NameIdentifier)!, ScreamingSnakeText<Role>.Read(user.FindFirstValue(ClaimTypes.Role)!),
                user.FindFirstValue(Shop) is { } shop ? Guid.Parse(shop) : null))
            : throw new InvalidOperationException("A handler asked for its caller on a route without a policy.");
    }
}
