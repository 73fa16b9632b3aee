using System.Text.Json;
using LeakWatch.Core;
using LeakWatch.Core.Invoices;
using LeakWatch.Data;
using Npgsql;

namespace LeakWatch.Leaks;

/// <summary>All that a shop's current documents say: what detection reads.</summary>
internal static class ShopLedgerQuery
{
    public static async Task<List<NormalizedInvoice>> LoadAsync(TenantUnit unit, Guid shopId, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("""
            select invoice.content from leakwatch.documents document
              join leakwatch.normalized_invoices invoice
                on invoice.organization_id = document.organization_id and invoice.document_version_id = document.current_version_id
              where document.organization_id = $1 and document.shop_id = $2 and document.deleted_at is null
            """, unit.Connection)
        {
            Parameters = { new() { Value = unit.Db.OrganizationId }, new() { Value = shopId } },
        };
        var invoices = new List<NormalizedInvoice>();
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            invoices.Add(JsonSerializer.Deserialize(rows.GetString(0), CoreJson.Default.NormalizedInvoice)!);
        }

        return invoices;
    }
}
