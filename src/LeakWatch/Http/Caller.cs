using System.Security.Claims;
using LeakWatch.Data;

namespace LeakWatch.Http;

/// <summary>Who asks, and in the name of which organisation. Made by authentication and by nothing else.</summary>
/// <param name="Actor">For the audit log: <c>user:…</c>, <c>shopify:…</c> or <c>local-owner</c>.</param>
/// <param name="ShopId">The one shop that the sign-in is for; null for all shops of the organisation.</param>
/// <param name="RequestId">For the audit log.</param>
internal sealed record Caller(Guid OrganizationId, string Actor, Role Role, Guid? ShopId, string? RequestId = null)
{
    public const string Organization = "organization";
    private const string Shop = "shop";

    /// <summary>Works on findings and what the shop knows.</summary>
    public bool MayChange => Role is not Role.AgencyViewer;

    /// <summary>Uploads and sets up: the store's own people.</summary>
    public bool IsOfStoreTeam => Role is Role.Owner or Role.Member;

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
                user.FindFirstValue(Shop) is { } shop ? Guid.Parse(shop) : null, context.TraceIdentifier))
            : throw new InvalidOperationException("A handler asked for its caller on a route without a policy.");
    }
}
