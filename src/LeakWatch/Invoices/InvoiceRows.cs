using System.Text.Json;
using LeakWatch.Core.Invoices;
using LeakWatch.Core.Serialization;
using LeakWatch.Core.Vendors;
using LeakWatch.Data;
using Npgsql;
using NpgsqlTypes;

namespace LeakWatch.Invoices;

/// <summary>Normalised invoices → their rows, in a few statements however many there are: a statement has up to 50,000.</summary>
internal static class InvoiceRows
{
    private const int Batch = 2_000;

    /// <summary>Replaces what the version had: run twice, it gives the same rows. Detection does not look at them before <see cref="DetectionProgress.RecordSavedAsync"/>.</summary>
    /// <returns>Names under which the version had invoices before.</returns>
    public static async Task<IReadOnlyCollection<Guid>> SaveAsync(
        TenantTransaction unit, DocumentVersion version, IReadOnlyList<NormalizedInvoice> invoices, CancellationToken cancellationToken)
    {
        var before = await DeleteAsync(unit, version, cancellationToken);
        invoices = await CorrectionRows.ReapplyAsync(unit.Db, version.Id, invoices, cancellationToken);
        var position = 0;
        foreach (var batch in invoices.Chunk(Batch))
        {
            var rows = batch.Select(invoice => (Id: Guid.CreateVersion7(), Position: position++, Invoice: invoice)).ToList();
            await InsertInvoicesAsync(unit, version, rows, cancellationToken);
            await InsertLinesAsync(unit, version, [.. rows.SelectMany(row => row.Invoice.LineItems.Select(line => (row.Id, line)))], cancellationToken);
        }

        return before;
    }

    /// <summary>One invoice as a person corrected it.</summary>
    public static async Task ReplaceAsync(TenantTransaction unit, DocumentVersion version, StoredInvoice before, NormalizedInvoice invoice, CancellationToken cancellationToken)
    {
        await DetectionProgress.ChangedAsync(unit.Db, [version.DocumentId], cancellationToken);
        await using (var delete = new NpgsqlCommand("delete from leakwatch.normalized_invoices where organization_id = $1 and id = $2", unit.Connection)
        {
            Parameters = { new() { Value = version.OrganizationId }, new() { Value = before.Id } },
        })
        {
            await delete.ExecuteNonQueryAsync(cancellationToken);
        }

        await InsertInvoicesAsync(unit, version, [(before.Id, before.Position, invoice)], cancellationToken);
        await InsertLinesAsync(unit, version, [.. invoice.LineItems.Select(line => (before.Id, line))], cancellationToken);
        await DetectionProgress.AddedAsync(unit.Db, version.Id, cancellationToken);
    }

    private static async Task<HashSet<Guid>> DeleteAsync(TenantTransaction unit, DocumentVersion version, CancellationToken cancellationToken)
    {
        const string Sql = "delete from leakwatch.normalized_invoices where organization_id = $1 and document_version_id = $2 returning ledger_name_id";
        await using var delete = new NpgsqlCommand(Sql, unit.Connection) { Parameters = { new() { Value = version.OrganizationId }, new() { Value = version.Id } } };
        await using var deleted = await delete.ExecuteReaderAsync(cancellationToken);
        var names = new HashSet<Guid>();
        while (await deleted.ReadAsync(cancellationToken))
        {
            names.Add(deleted.GetGuid(0));
        }

        return names;
    }

    private static async Task InsertInvoicesAsync(
        TenantTransaction unit, DocumentVersion version, List<(Guid Id, int Position, NormalizedInvoice Invoice)> rows, CancellationToken cancellationToken)
    {
        await using var insert = new NpgsqlCommand("""
            insert into leakwatch.normalized_invoices (organization_id, shop_id, document_id, document_version_id, id, position, kind, vendor_name, canonical_name, is_bill,
                invoice_number, invoice_date, currency, total_amount, confidence, method, content)
              select $1, $2, $3, $4, row.* from unnest($5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17::jsonb[]) as row
            """, unit.Connection)
        {
            Parameters =
            {
                new() { Value = version.OrganizationId },
                new() { Value = version.ShopId },
                new() { Value = version.DocumentId },
                new() { Value = version.Id },
                Column(rows.Select(row => row.Id), NpgsqlDbType.Uuid),
                Column(rows.Select(row => row.Position), NpgsqlDbType.Integer),
                Column(rows.Select(row => ScreamingSnakeText<InvoiceKind>.Write(row.Invoice.Invoice.Kind)), NpgsqlDbType.Text),
                Column(rows.Select(row => Text(row.Invoice.Vendor.Name)), NpgsqlDbType.Text),
                Column(rows.Select(row => Text(row.Invoice.Vendor.CanonicalName)), NpgsqlDbType.Text),
                Column(rows.Select(row => LedgerName.Of(row.Invoice).IsBill), NpgsqlDbType.Boolean),
                Column(rows.Select(row => Text(row.Invoice.Invoice.InvoiceNumber)), NpgsqlDbType.Text),
                Column(rows.Select(row => row.Invoice.Invoice.InvoiceDate), NpgsqlDbType.Date),
                Column(rows.Select(row => Text(row.Invoice.Invoice.Currency)), NpgsqlDbType.Text),
                Column(rows.Select(row => row.Invoice.Invoice.TotalAmount), NpgsqlDbType.Numeric),
                Column(rows.Select(row => row.Invoice.Quality.Confidence), NpgsqlDbType.Integer),
                Column(rows.Select(row => ScreamingSnakeText<ReadingMethod>.Write(row.Invoice.Quality.Method)), NpgsqlDbType.Text),
                Column(rows.Select(row => Text(JsonSerializer.Serialize(row.Invoice, CoreJson.Default.NormalizedInvoice))!), NpgsqlDbType.Text),
            },
        };
        await insert.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task InsertLinesAsync(TenantTransaction unit, DocumentVersion version, List<(Guid InvoiceId, LineItem Line)> rows, CancellationToken cancellationToken)
    {
        await using var insert = new NpgsqlCommand("""
            insert into leakwatch.line_items (organization_id, shop_id, id, invoice_id, line_id, type, description, amount, currency, period_start, period_end)
              select $1, $2, row.* from unnest($3, $4, $5, $6, $7, $8, $9, $10, $11) as row
            """, unit.Connection)
        {
            Parameters =
            {
                new() { Value = version.OrganizationId },
                new() { Value = version.ShopId },
                Column(rows.Select(_ => Guid.CreateVersion7()), NpgsqlDbType.Uuid),
                Column(rows.Select(row => row.InvoiceId), NpgsqlDbType.Uuid),
                Column(rows.Select(row => Text(row.Line.LineId)!), NpgsqlDbType.Text),
                Column(rows.Select(row => ScreamingSnakeText<LineItemType>.Write(row.Line.Type)), NpgsqlDbType.Text),
                Column(rows.Select(row => Text(row.Line.Description)), NpgsqlDbType.Text),
                Column(rows.Select(row => row.Line.Amount), NpgsqlDbType.Numeric),
                Column(rows.Select(row => Text(row.Line.Currency)), NpgsqlDbType.Text),
                Column(rows.Select(row => row.Line.PeriodStart), NpgsqlDbType.Date),
                Column(rows.Select(row => row.Line.PeriodEnd), NpgsqlDbType.Date),
            },
        };
        await insert.ExecuteNonQueryAsync(cancellationToken);
    }

    private static string? Text(string? text) => ExtractionRows.WithoutNul(text);

    private static NpgsqlParameter Column<T>(IEnumerable<T> values, NpgsqlDbType type) => new() { Value = values.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | type };
}
