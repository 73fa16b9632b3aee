using System.Text.Json;
using LeakWatch.Core.Invoices;
using LeakWatch.Core.Serialization;
using LeakWatch.Data;
using Npgsql;

namespace LeakWatch.Findings;

/// <summary>What a shop's current documents say under some of its names: what detection reads.</summary>
internal static class ShopLedgerQuery
{
    public static async Task<List<NormalizedInvoice>> LoadAsync(TenantTransaction unit, Guid shopId, IReadOnlyCollection<Guid> nameIds, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("""
            select invoice.content from leakwatch.normalized_invoices invoice
              join leakwatch.documents document
                on document.organization_id = invoice.organization_id and document.id = invoice.document_id and document.current_version_id = invoice.document_version_id
              where invoice.organization_id = $1 and invoice.shop_id = $2 and invoice.ledger_name_id = any($3) and document.deleted_at is null
            """, unit.Connection)
        {
            Parameters = { new() { Value = unit.Db.OrganizationId }, new() { Value = shopId }, new() { Value = nameIds.ToArray() } },
        };
        var invoices = new List<NormalizedInvoice>();
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            invoices.Add(JsonSerializer.Deserialize(rows.GetFieldValue<byte[]>(0), CoreJson.Default.NormalizedInvoice)!);
        }

        return invoices;
    }
}
