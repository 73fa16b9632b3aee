using System.Globalization;
using System.Text.Json;
using LeakWatch.Core;
using LeakWatch.Core.Invoices;
using LeakWatch.Data;
using LeakWatch.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace LeakWatch.Shops;

/// <summary>Whom a store pays, and what the organisation says of them: other names, category, function.</summary>
internal static class VendorsApi
{
    public static void MapVendors(this RouteGroupBuilder shop)
    {
        shop.MapGet("/vendors", ListVendors).WithTags("Vendors").WithName("listVendors").WithSummary("Vendors, the most paid in the last twelve months first.");
        shop.MapGet("/vendors/{vendorKey}", GetVendor).WithTags("Vendors").WithName("getVendor").WithSummary("What the store pays one vendor for, and what is to be expected next.");
    }

    public static void MapOrganizationVendors(this RouteGroupBuilder organization)
    {
        organization.MapGet("/vendors", ListOverlays).WithTags("Vendors").WithName("listVendorOverlays").WithSummary("What the organisation says of vendors.");
        organization.MapPut("/vendors/{vendorKey}", PutOverlay).RequireStoreTeam().WithTags("Vendors").WithName("putVendorOverlay")
            .WithSummary("Says that names are one vendor's, and what it is for; detection looks again at every store.");
        organization.MapDelete("/vendors/{vendorKey}", DeleteOverlay).RequireStoreTeam().WithTags("Vendors").WithName("deleteVendorOverlay").WithSummary("Takes that back.");
    }

    private static async Task<Results<Ok<Page<VendorListItem>>, ProblemHttpResult>> ListVendors(
        Guid shopId, [AsParameters] PageQuery query, Caller caller, TenantDatabase database, CancellationToken cancellationToken)
    {
        var cursor = Paging.Read(query.Cursor, parts: 2);
        var amount = 0m;
        if (!cursor.IsOk || (cursor.Value is [var text, _] && !decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out amount)))
        {
            return TypedResults.Problem(Paging.NoCursor);
        }

        await using var db = database.OpenToRead(caller.OrganizationId);
        var vendors = db.ShopVendors.AsNoTracking().Where(vendor => vendor.ShopId == shopId);
        if (cursor.Value is [_, var key])
        {
            vendors = vendors.Where(vendor => EF.Functions.LessThan(ValueTuple.Create(vendor.SortAmount, vendor.VendorKey), ValueTuple.Create(amount, key)));
        }

        var rows = await vendors.OrderByDescending(vendor => vendor.SortAmount).ThenByDescending(vendor => vendor.VendorKey).Take(query.Size + 1)
            .Select(vendor => new VendorListItem(vendor.VendorKey, vendor.Name, vendor.LastChargeOn, vendor.SortAmount)).ToListAsync(cancellationToken);
        return TypedResults.Ok(Page<VendorListItem>.Of(
            rows, query.Size, row => row with { PaidInTwelveMonths = Currencies.Rescale(row.PaidInTwelveMonths, null) }, row => Paging.Write(row.PaidInTwelveMonths.ToString(CultureInfo.InvariantCulture), row.Key)));
    }

    private static async Task<Results<OkWithETag<VendorView>, ProblemHttpResult>> GetVendor(
        Guid shopId, string vendorKey, Caller caller, TenantDatabase database, CancellationToken cancellationToken)
    {
        await using var db = database.OpenToRead(caller.OrganizationId);
        if (await db.ShopVendors.AsNoTracking().SingleOrDefaultAsync(vendor => vendor.ShopId == shopId && vendor.VendorKey == vendorKey, cancellationToken) is not { } row)
        {
            return TypedResults.Problem(ErrorResults.NotFound);
        }

        var overlay = (await VendorOverrides.LoadAsync(db, cancellationToken)).FirstOrDefault(one => VendorOverrides.KeysOf(one).Contains(vendorKey));
        return new OkWithETag<VendorView>(new(
            row.VendorKey, row.LastChargeOn, Currencies.Rescale(row.SortAmount, null), JsonSerializer.Deserialize(row.Content, ShopJson.Default.VendorFigures)!, overlay is null ? null : OverlayView.Of(overlay)));
    }

    private static async Task<Ok<List<OverlayView>>> ListOverlays(Caller caller, TenantDatabase database, CancellationToken cancellationToken) =>
        TypedResults.Ok(await database.ReadAsync(caller.OrganizationId, async db => (await VendorOverrides.LoadAsync(db, cancellationToken)).Select(OverlayView.Of).ToList()));

    private static async Task<Results<Ok<OverlayView>, ProblemHttpResult>> PutOverlay(
        string vendorKey, PutOverlayRequest request, Caller caller, VendorOverrides overlays, CancellationToken cancellationToken)
    {
        var put = await overlays.PutAsync(caller, vendorKey, request, cancellationToken);
        return put.IsOk ? TypedResults.Ok(OverlayView.Of(put.Value)) : TypedResults.Problem(put.Error);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> DeleteOverlay(string vendorKey, Caller caller, VendorOverrides overlays, CancellationToken cancellationToken) =>
        await overlays.DeleteAsync(caller, vendorKey, cancellationToken) is { } error ? TypedResults.Problem(error) : TypedResults.NoContent();
}

/// <param name="Key">What names of one vendor share; the address of the vendor.</param>
/// <param name="PaidInTwelveMonths">In the shop's currency.</param>
internal sealed record VendorListItem(string Key, string Name, DateOnly? LastChargeOn, decimal PaidInTwelveMonths);

/// <param name="Overlay">What the organisation says of it; null where it says nothing.</param>
internal sealed record VendorView(string Key, DateOnly? LastChargeOn, decimal PaidInTwelveMonths, VendorFigures Figures, OverlayView? Overlay);

internal sealed record OverlayView(string Key, string Name, string? Category, string? Function, IReadOnlyList<string> Aliases)
{
    public static OverlayView Of(OrganizationVendor vendor) => new(VendorKey.Of(vendor.Name), vendor.Name, vendor.Category, vendor.Function, vendor.Aliases);
}

/// <param name="Name">The canonical name; its key is the one in the address.</param>
/// <param name="Category">SHOPIFY_APP, SAAS, … ; null keeps what the documents say.</param>
/// <param name="Function">What it is for, such as <c>reviews</c>: two vendors of one function may overlap.</param>
/// <param name="Aliases">Other names on invoices and statements.</param>
public sealed record PutOverlayRequest(string Name, string? Category = null, string? Function = null, IReadOnlyList<string>? Aliases = null);
