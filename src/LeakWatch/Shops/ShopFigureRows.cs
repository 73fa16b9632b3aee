using System.Text.Json;
using LeakWatch.Core;
using LeakWatch.Core.Detection;
using LeakWatch.Core.Ledger;
using LeakWatch.Data;
using Npgsql;
using NpgsqlTypes;

namespace LeakWatch.Shops;

/// <summary>Spend by month and figures by vendor, written when detection has seen the ledger: pages never add up a ledger themselves.</summary>
internal static class ShopFigureRows
{
    /// <param name="vendorKeys">Of the vendors that were looked at, and of those that they were before: their figures are replaced.</param>
    public static async Task SaveAsync(
        TenantTransaction unit, Shop shop, IReadOnlyCollection<string> vendorKeys, LeakDetector ledger, ExchangeTable rates, DateOnly asOf, CancellationToken cancellationToken)
    {
        var spend = new List<(string Vendor, DateOnly Month, string Currency, decimal Amount)>();
        var vendors = new List<(string Key, string Name, DateOnly? LastChargeOn, decimal Yearly, string Content)>();
        foreach (var vendor in ledger.Ledgers)
        {
            var charges = PaidCharge.Of([vendor]);
            if (charges.Count == 0)
            {
                continue;
            }

            spend.AddRange(charges.GroupBy(charge => (Month: new DateOnly(charge.Date.Year, charge.Date.Month, 1), charge.Currency))
                .Select(month => (vendor.Vendor.Key, month.Key.Month, month.Key.Currency, month.Sum(charge => charge.Amount))));
            var ofYear = charges.Where(charge => charge.Date > asOf.AddYears(-1)).ToList();
            var yearly = Currencies.Rounded(ofYear.Sum(charge => rates.Convert(charge.Amount, charge.Currency, shop.Currency, charge.Date) ?? 0m), shop.Currency);
            var figures = VendorFigures.Of(vendor, ofYear.Select(charge => charge.Currency).Distinct(StringComparer.Ordinal));
            vendors.Add((vendor.Vendor.Key, vendor.Vendor.Name, charges.Max(charge => charge.Date), yearly, JsonSerializer.Serialize(figures, ShopJson.Default.VendorFigures)));
        }

        await using var batch = new NpgsqlBatch(unit.Connection)
        {
            BatchCommands =
            {
                Delete("monthly_spend", unit, shop, vendorKeys),
                Delete("shop_vendors", unit, shop, vendorKeys),
                new("""
                    insert into leakwatch.monthly_spend (organization_id, shop_id, id, vendor_key, month, currency, amount)
                      select $1, $2, row.* from unnest($3, $4, $5, $6, $7) as row
                    """)
                {
                    Parameters =
                    {
                        new() { Value = unit.Db.OrganizationId }, new() { Value = shop.Id },
                        Column(spend.Select(_ => Guid.CreateVersion7()), NpgsqlDbType.Uuid), Column(spend.Select(row => row.Vendor), NpgsqlDbType.Text),
                        Column(spend.Select(row => row.Month), NpgsqlDbType.Date), Column(spend.Select(row => row.Currency), NpgsqlDbType.Text),
                        Column(spend.Select(row => StoredAmount.Of(row.Amount)), NpgsqlDbType.Numeric),
                    },
                },
                new("""
                    insert into leakwatch.shop_vendors (organization_id, shop_id, id, vendor_key, name, last_charge_on, sort_amount, content)
                      select $1, $2, row.* from unnest($3, $4, $5, $6, $7, $8::jsonb[]) as row
                    """)
                {
                    Parameters =
                    {
                        new() { Value = unit.Db.OrganizationId }, new() { Value = shop.Id },
                        Column(vendors.Select(_ => Guid.CreateVersion7()), NpgsqlDbType.Uuid), Column(vendors.Select(row => row.Key), NpgsqlDbType.Text),
                        Column(vendors.Select(row => row.Name), NpgsqlDbType.Text), Column(vendors.Select(row => row.LastChargeOn), NpgsqlDbType.Date),
                        Column(vendors.Select(row => StoredAmount.Of(row.Yearly)), NpgsqlDbType.Numeric), Column(vendors.Select(row => row.Content), NpgsqlDbType.Text),
                    },
                },
            },
        };
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    private static NpgsqlBatchCommand Delete(string table, TenantTransaction unit, Shop shop, IReadOnlyCollection<string> vendorKeys) =>
        new($"delete from leakwatch.{table} where organization_id = $1 and shop_id = $2 and vendor_key = any($3)")
        {
            Parameters = { new() { Value = unit.Db.OrganizationId }, new() { Value = shop.Id }, new() { Value = vendorKeys.ToArray() } },
        };

    private static NpgsqlParameter Column<T>(IEnumerable<T> values, NpgsqlDbType type) => new() { Value = values.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | type };
}
