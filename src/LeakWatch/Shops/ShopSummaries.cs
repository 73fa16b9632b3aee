using System.Text.Json;
using LeakWatch.Core;
using LeakWatch.Core.Findings;
using LeakWatch.Core.Findings.Lifecycle;
using LeakWatch.Data;
using Microsoft.EntityFrameworkCore;

namespace LeakWatch.Shops;

/// <summary>The dashboard, computed when findings or the ledger change and read as one row.</summary>
internal static class ShopSummaries
{
    private const int TopFindings = 5;
    private const int Months = 12;

    /// <summary>With a name in the spend; a chart shows no more, and a shop of 500 vendors would send half a megabyte to each look at its dashboard.</summary>
    private const int SpendVendors = 20;

    /// <summary>One at a time for a shop: of two that change findings, the later sees what the earlier committed.</summary>
    public static async Task RefreshAsync(TenantTransaction unit, Shop shop, DateOnly asOf, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var db = unit.Db;
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(4002, hashtext({shop.Id}::text))", cancellationToken);
        var all = db.Findings.AsNoTracking().Where(finding => finding.ShopId == shop.Id);
        var open = all.Where(finding => finding.IsOpen);
        var sums = await SumsOf(open).ToListAsync(cancellationToken);
        var totals = SummaryTotals.Of(sums, shop.Currency, await DetectionContextQuery.RatesOfAsync(db, asOf, cancellationToken));
        var proven = await SumsOf(all.Where(finding => finding.StateReason == StateReason.Credited || finding.StateReason == StateReason.Silent)).ToListAsync(cancellationToken);
        var top = await open.Where(finding => finding.Verdict == Verdict.Leak).OrderByDescending(finding => finding.SortAmount).ThenBy(finding => finding.Id).Take(TopFindings)
            .Select(finding => finding.Id).ToListAsync(cancellationToken);
        var since = new DateOnly(asOf.Year, asOf.Month, 1).AddMonths(1 - Months);
        var spend = await db.MonthlySpend.AsNoTracking().Where(row => row.ShopId == shop.Id && row.Month >= since && row.Month <= asOf)
            .Select(row => new SpendView(row.Month, row.VendorKey, row.Currency, row.Amount)).ToListAsync(cancellationToken);
        var vendors = await db.ShopVendors.AsNoTracking().Where(vendor => vendor.ShopId == shop.Id).OrderByDescending(vendor => vendor.SortAmount).ThenBy(vendor => vendor.VendorKey)
            .Take(SpendVendors).ToDictionaryAsync(vendor => vendor.VendorKey, vendor => vendor.Name, cancellationToken);
        var summary = new SummaryView(
            asOf, shop.Currency,
            Ordered(sums), totals, top, SpendOf(spend, vendors), Ordered(proven));
        var counted = await all.GroupBy(finding => new { finding.State, finding.Verdict, finding.Type })
            .Select(group => new FindingCount(group.Key.State, group.Key.Verdict, group.Key.Type, group.Count())).ToListAsync(cancellationToken);
        var content = JsonSerializer.Serialize(summary, ShopJson.Default.SummaryView);
        var counts = JsonSerializer.Serialize([.. counted.OrderBy(count => count.State).ThenBy(count => count.Verdict).ThenBy(count => count.Type)], ShopJson.Default.IReadOnlyListFindingCount);
        await db.Database.ExecuteSqlAsync($"""
            insert into leakwatch.shop_summaries (organization_id, id, content, finding_counts, computed_at) values ({db.OrganizationId}, {shop.Id}, {content}::jsonb, {counts}::jsonb, {now})
              on conflict (organization_id, id) do update set content = excluded.content, finding_counts = excluded.finding_counts, computed_at = excluded.computed_at;
            """, cancellationToken);
    }

    private static IQueryable<SumView> SumsOf(IQueryable<StoredFinding> findings) =>
        findings.GroupBy(finding => new { finding.Verdict, finding.SavingsKind, finding.Currency })
            .Select(group => new SumView(group.Key.Verdict, group.Key.SavingsKind, group.Key.Currency, group.Sum(finding => finding.Amount) ?? 0m, group.Count()));

    /// <param name="spend">With the vendors' keys.</param>
    /// <param name="vendors">Key and name of those that are named; the others become one.</param>
    private static IReadOnlyList<SpendView> SpendOf(IEnumerable<SpendView> spend, Dictionary<string, string> vendors) =>
    [
        .. spend.GroupBy(row => (row.Month, Vendor: vendors.GetValueOrDefault(row.Vendor!), row.Currency))
            .Select(group => new SpendView(group.Key.Month, group.Key.Vendor, group.Key.Currency, Currencies.Rescale(group.Sum(row => row.Amount), group.Key.Currency)))
            .OrderBy(row => row.Month).ThenBy(row => row.Vendor is null).ThenBy(row => row.Vendor, StringComparer.Ordinal).ThenBy(row => row.Currency, StringComparer.Ordinal),
    ];

    private static IReadOnlyList<SumView> Ordered(IEnumerable<SumView> sums) =>
        [.. sums.Select(sum => sum with { Amount = Currencies.Rescale(sum.Amount, sum.Currency) }).OrderBy(sum => sum.Verdict).ThenBy(sum => sum.Currency, StringComparer.Ordinal)];
}

/// <param name="AsOf">The day, in the shop's zone, from which it was seen.</param>
/// <param name="Findings">Open ones by verdict, kind and currency: currencies are never added up.</param>
/// <param name="Totals">The same in the shop's currency; of a verdict and kind whose currencies do not all have a rate there is none, and the sums stand for themselves.</param>
/// <param name="TopFindings">Ids of the open LEAKs with the most money.</param>
/// <param name="Spend">The last twelve months, one real charge once.</param>
/// <param name="Confirmed">What a credit or charges that stopped have proven, by kind and currency; null in a summary from before this was computed.</param>
public sealed record SummaryView(DateOnly AsOf, string Currency, IReadOnlyList<SumView> Findings, IReadOnlyList<TotalView> Totals, IReadOnlyList<Guid> TopFindings, IReadOnlyList<SpendView> Spend,
    IReadOnlyList<SumView>? Confirmed = null);

public sealed record SumView(Verdict Verdict, SavingsKind? SavingsKind, string? Currency, decimal Amount, int Count);

/// <param name="RatesOn">The day whose rates were used; null where all of it is in the shop's currency.</param>
public sealed record TotalView(Verdict Verdict, SavingsKind? SavingsKind, decimal Amount, int Count, DateOnly? RatesOn);

/// <param name="Month">Its first day.</param>
/// <param name="Vendor">One of the most paid; null for all others together.</param>
public sealed record SpendView(DateOnly Month, string? Vendor, string Currency, decimal Amount);
