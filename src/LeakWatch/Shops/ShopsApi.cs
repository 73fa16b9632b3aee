using System.ComponentModel.DataAnnotations;
using LeakWatch.Data;
using LeakWatch.Http;
using LeakWatch.Jobs;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace LeakWatch.Shops;

/// <summary>The stores of an organisation: what they are called, where they live, and their dashboards.</summary>
internal static class ShopsApi
{
    public static void MapShops(this IEndpointRouteBuilder routes)
    {
        var all = routes.MapGroup("/v1/shops").RequireOrganization().WithTags("Shops");
        all.MapGet("/", ListShops).WithName("listShops").WithSummary("The stores that the sign-in is for.");

        var shop = routes.MapGroup("/v1/shops/{shopId:guid}").RequireShop().WithTags("Shops");
        shop.MapGet("/", GetShop).WithName("getShop").WithSummary("One store with its settings.");
        shop.MapPatch("/", ChangeShop).RequireStoreTeam().WithName("changeShop").WithSummary("Changes settings; what is absent stays. Takes the ETag as If-Match.");
        shop.MapGet("/summary", GetSummary).WithName("getShopSummary").WithSummary("The dashboard: sums, the biggest leaks, spend of twelve months.");
        shop.MapGet("/members", ListMembers).WithName("listMembers").WithSummary("Who works for the store.");
        shop.MapVendors();
        shop.MapEvents();
    }

    private static async Task<Ok<List<ShopView>>> ListShops(Caller caller, TenantDatabase database, CancellationToken cancellationToken) =>
        TypedResults.Ok(await database.ReadAsync(caller.OrganizationId, db => Visible(db, caller).OrderBy(shop => shop.Id).Select(shop => ShopView.Of(shop)).ToListAsync(cancellationToken)));

    private static async Task<OkWithETag<ShopView>> GetShop(Guid shopId, Caller caller, TenantDatabase database, CancellationToken cancellationToken) =>
        new(ShopView.Of(await database.ReadAsync(caller.OrganizationId, db => db.Shops.AsNoTracking().SingleAsync(shop => shop.Id == shopId, cancellationToken))));

    private static async Task<Results<OkWithETag<ShopView>, ProblemHttpResult>> ChangeShop(
        Guid shopId, ChangeShopRequest request, HttpContext context, Caller caller, TenantDatabase database, Pipeline pipeline, TimeProvider time, CancellationToken cancellationToken)
    {
        if (SettingsRules.Check(request) is { } wrong)
        {
            return TypedResults.Problem(wrong);
        }

        await using var unit = await database.BeginAsync(caller.OrganizationId, cancellationToken);
        // Detection, which this waits for below, adds rows that refer to the shop: that much the lock lets through.
        var shop = await unit.Db.Shops.FromSql($"select * from leakwatch.shops where id = {shopId} for no key update").SingleAsync(cancellationToken);
        if (ETags.Check(context, ShopView.Of(shop)) is { } stale)
        {
            return TypedResults.Problem(stale);
        }

        // Amounts are compared in the shop's currency, and today is a day of its zone.
        var changesDetection = (request.Currency ?? shop.Currency) != shop.Currency || (request.TimeZone ?? shop.TimeZone) != shop.TimeZone;
        (shop.Name, shop.Currency, shop.TimeZone, shop.Language) =
            (request.Name?.Trim() ?? shop.Name, request.Currency ?? shop.Currency, request.TimeZone ?? shop.TimeZone, request.Language ?? shop.Language);
        AuditLog.Add(unit.Db, caller, shopId, "shop.changed", shopId, time.GetUtcNow());
        if (changesDetection)
        {
            await Pipeline.ContextChanged(unit, shopId, Guid.CreateVersion7(), cancellationToken);
        }

        await unit.CommitAsync(cancellationToken);
        if (changesDetection)
        {
            await pipeline.AnnounceAsync(caller.OrganizationId, shopId, cancellationToken);
        }

        return new OkWithETag<ShopView>(ShopView.Of(shop));
    }

    private static async Task<Results<OkWithETagJson<SummaryView>, OkWithETag<SummaryView>>> GetSummary(
        Guid shopId, Caller caller, TenantDatabase database, TimeProvider time, CancellationToken cancellationToken)
    {
        await using var db = database.OpenToRead(caller.OrganizationId);
        if (await db.ShopSummaries.AsNoTracking().SingleOrDefaultAsync(summary => summary.Id == shopId, cancellationToken) is { } row)
        {
            return new OkWithETagJson<SummaryView>(row.Content, row.ComputedAt);
        }

        var shop = await db.Shops.AsNoTracking().SingleAsync(one => one.Id == shopId, cancellationToken);
        return new OkWithETag<SummaryView>(new(DetectionContextQuery.AsOf(shop, time.GetUtcNow()), shop.Currency, [], [], [], []));
    }

    private static async Task<Ok<List<MemberView>>> ListMembers(Guid shopId, Caller caller, TenantDatabase database, CancellationToken cancellationToken) =>
        TypedResults.Ok(await database.ReadAsync(caller.OrganizationId, db => db.Memberships.AsNoTracking()
            .Join(db.Users, membership => membership.UserId, user => user.Id, (membership, user) => new { membership, user })
            .OrderBy(pair => pair.membership.Id)
            .Select(pair => new MemberView(pair.user.Id, pair.user.Email, pair.user.Name, pair.membership.Role, pair.membership.CreatedAt)).ToListAsync(cancellationToken)));

    public static IQueryable<Shop> Visible(LeakWatchDb db, Caller caller) =>
        db.Shops.AsNoTracking().Where(shop => shop.UninstalledAt == null && (caller.ShopId == null || shop.Id == caller.ShopId));
}

/// <param name="Domain"><c>name.myshopify.com</c>; null for a store that only uploads.</param>
/// <param name="TimeZone">IANA name; dates of the store are in it.</param>
/// <param name="DemoDay">The day on which a demo store lives; null for real stores, which live today.</param>
internal sealed record ShopView(Guid Id, string? Domain, string Name, string Currency, string TimeZone, string Language, DateOnly? DemoDay, DateTimeOffset CreatedAt)
{
    public static ShopView Of(Shop shop) => new(shop.Id, shop.Domain, shop.Name, shop.Currency, shop.TimeZone, shop.Language, shop.DemoDay, shop.CreatedAt);
}

/// <param name="Currency">ISO 4217.</param>
/// <param name="TimeZone">IANA name such as Asia/Seoul.</param>
/// <param name="Language"><c>en</c> or <c>ko</c>.</param>
public sealed record ChangeShopRequest([property: StringLength(120)] string? Name = null, string? Currency = null, [property: StringLength(100)] string? TimeZone = null, string? Language = null);

internal sealed record MemberView(Guid UserId, string Email, string? Name, Role Role, DateTimeOffset Since);
