using System.Text.RegularExpressions;
using LeakWatch.Core;
using LeakWatch.Core.Invoices;
using LeakWatch.Data;
using LeakWatch.Http;
using LeakWatch.Jobs;
using Microsoft.EntityFrameworkCore;

namespace LeakWatch.Shops;

/// <summary>What an organisation says of vendors. A name belongs to one of them; every store is looked at again after a change.</summary>
internal sealed partial class VendorOverrides(TenantDatabase database, Pipeline pipeline, TimeProvider time)
{
    private const int LongestName = 200;
    private const int MaxAliases = 50;
    private const int MaxOverlays = 1000;

    public static Task<List<OrganizationVendor>> LoadAsync(LeakWatchDb db, CancellationToken cancellationToken) =>
        db.OrganizationVendors.AsNoTracking().OrderBy(vendor => vendor.Name).ToListAsync(cancellationToken);

    public static HashSet<string> KeysOf(OrganizationVendor vendor) => [.. vendor.Aliases.Append(vendor.Name).Select(VendorKey.Of)];

    public async Task<Result<OrganizationVendor>> PutAsync(Caller caller, string key, PutOverlayRequest request, CancellationToken cancellationToken)
    {
        if (Check(key, request) is { } wrong)
        {
            return wrong;
        }

        await using var unit = await database.BeginAsync(caller.OrganizationId, cancellationToken);
        // Two at once could give one alias to two vendors.
        await unit.Db.Database.ExecuteSqlAsync($"select 1 from leakwatch.organizations for update", cancellationToken);
        var all = await unit.Db.OrganizationVendors.ToListAsync(cancellationToken);
        var row = all.Find(vendor => VendorKey.Of(vendor.Name) == key);
        string[] aliases = [.. (request.Aliases ?? []).Select(alias => alias.Trim()).DistinctBy(VendorKey.Of).Where(alias => VendorKey.Of(alias) != key)];
        var names = aliases.Select(VendorKey.Of).Append(key).ToHashSet(StringComparer.Ordinal);
        if (all.Find(vendor => vendor != row && KeysOf(vendor).Overlaps(names)) is { } other)
        {
            return new Error(ErrorKind.Conflict, "CONFLICT", $"A name of {request.Name} is one of {other.Name}'s already; take it from there first.");
        }

        if (row is null && all.Count >= MaxOverlays)
        {
            return new Error(ErrorKind.Conflict, "CONFLICT", $"An organisation names at most {MaxOverlays} vendors.");
        }

        if (row is null || row.Name != request.Name.Trim())
        {
            unit.Db.RemoveRange(row is null ? [] : new[] { row });
            await unit.Db.SaveChangesAsync(cancellationToken);
            row = new OrganizationVendor { Id = row?.Id ?? Guid.CreateVersion7(), OrganizationId = caller.OrganizationId, Name = request.Name.Trim(), Aliases = [], CreatedAt = row?.CreatedAt ?? time.GetUtcNow() };
            unit.Db.Add(row);
        }

        (row.Category, row.Function, row.Aliases) = (request.Category, request.Function?.Trim(), aliases);
        await CommitAsync(unit, caller, row.Id, "vendor.changed", cancellationToken);
        return row;
    }

    public async Task<Error?> DeleteAsync(Caller caller, string key, CancellationToken cancellationToken)
    {
        await using var unit = await database.BeginAsync(caller.OrganizationId, cancellationToken);
        if ((await unit.Db.OrganizationVendors.ToListAsync(cancellationToken)).Find(vendor => VendorKey.Of(vendor.Name) == key) is not { } row)
        {
            return ErrorResults.NotFound;
        }

        unit.Db.Remove(row);
        await CommitAsync(unit, caller, row.Id, "vendor.removed", cancellationToken);
        return null;
    }

    private async Task CommitAsync(TenantTransaction unit, Caller caller, Guid vendorId, string action, CancellationToken cancellationToken)
    {
        AuditLog.Add(unit.Db, caller, null, action, vendorId, time.GetUtcNow());
        var shops = await unit.Db.Shops.Where(shop => shop.UninstalledAt == null).OrderBy(shop => shop.Id).Select(shop => shop.Id).ToListAsync(cancellationToken);
        foreach (var shop in shops)
        {
            await Pipeline.ContextChanged(unit, shop, Guid.CreateVersion7(), cancellationToken);
        }

        await unit.CommitAsync(cancellationToken);
        foreach (var shop in shops)
        {
            await pipeline.AnnounceAsync(caller.OrganizationId, shop, cancellationToken);
        }
    }

    private static Error? Check(string key, PutOverlayRequest request) =>
        Name("name", request.Name)
        ?? (VendorKey.Of(request.Name) != key ? ErrorResults.Invalid("name", $"{request.Name} is not a name of the vendor in the address.") : null)
        ?? (request.Category is { } category && !CategoryWord().IsMatch(category) ? ErrorResults.Invalid("category", "category is a word such as SHOPIFY_APP.") : null)
        ?? (request.Function is { } function ? Name("function", function) : null)
        ?? (request.Aliases is { Count: > MaxAliases } ? ErrorResults.Invalid("aliases", $"A vendor has at most {MaxAliases} aliases.") : null)
        ?? (request.Aliases ?? []).Select(alias => Name("aliases", alias)).FirstOrDefault(error => error is not null);

    private static Error? Name(string field, string? name) =>
        name is null || VendorKey.Of(name).Length == 0 || name.Length > LongestName || name.Any(char.IsControl)
            ? ErrorResults.Invalid(field, $"{field} has letters or digits, at most {LongestName} characters, and no control characters.")
            : null;

    [GeneratedRegex("^[A-Z][A-Z_]{1,39}\\z", RegexOptions.NonBacktracking)]
    private static partial Regex CategoryWord();
}
