using Microsoft.EntityFrameworkCore;

namespace LeakWatch.Data;

/// <summary>Notes what detection has to look at again, in the transaction that changes it.</summary>
internal static class DetectionProgress
{
    /// <summary>A version's invoices are saved, where its document had others before.</summary>
    /// <param name="before">Names under which this version itself had invoices that are gone.</param>
    public static async Task RecordSavedAsync(LeakWatchDb db, DocumentVersion version, IReadOnlyCollection<Guid> before, CancellationToken cancellationToken)
    {
        if (before.Count > 0)
        {
            await db.Database.ExecuteSqlAsync(
                $"update leakwatch.ledger_names set changes = changes + 1 where organization_id = {db.OrganizationId} and id = any({before.ToArray()})", cancellationToken);
        }

        await ChangedAsync(db, [version.DocumentId], cancellationToken);
        await AddedAsync(db, version.Id, cancellationToken);
    }

    /// <summary>Invoices of these documents are about to go or change.</summary>
    public static Task ChangedAsync(LeakWatchDb db, IReadOnlyList<Guid> documentIds, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync($"""
        update leakwatch.ledger_names set changes = changes + 1
          where organization_id = {db.OrganizationId} and id in (
            select invoice.ledger_name_id from leakwatch.document_versions version
              join leakwatch.normalized_invoices invoice on invoice.organization_id = version.organization_id and invoice.document_version_id = version.id
              where version.organization_id = {db.OrganizationId} and version.document_id = any({documentIds.ToArray()}))
        """, cancellationToken);

    /// <summary>A version's invoices are there.</summary>
    public static Task AddedAsync(LeakWatchDb db, Guid versionId, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync($"""
        insert into leakwatch.ledger_names (organization_id, id, shop_id, canonical_name, printed_name, is_statement, is_bill, changes, seen_changes)
          select distinct on (ledger_name_id) organization_id, ledger_name_id, shop_id, canonical_name, vendor_name, kind = 'STATEMENT', is_bill, 1, 0
            from leakwatch.normalized_invoices where organization_id = {db.OrganizationId} and document_version_id = {versionId} order by ledger_name_id
          on conflict (organization_id, id) do update set changes = ledger_names.changes + 1
        """, cancellationToken);

    /// <summary>What is known beside the documents has changed: the whole shop is looked at again.</summary>
    public static Task ContextChangedAsync(LeakWatchDb db, Guid shopId, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync($"""
        insert into leakwatch.shop_detections (organization_id, id, context_changes, seen_context_changes) values ({db.OrganizationId}, {shopId}, 1, 0)
          on conflict (organization_id, id) do update set context_changes = shop_detections.context_changes + 1
        """, cancellationToken);

    /// <summary>Detection has looked at these as they were when it read them.</summary>
    public static Task MarkDetectedAsync(LeakWatchDb db, IReadOnlyCollection<(LedgerNameRow Row, string VendorKey)> names, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync($"""
        update leakwatch.ledger_names name set vendor_key = seen.vendor_key, seen_changes = seen.changes
          from unnest({names.Select(name => name.Row.Id).ToArray()}, {names.Select(name => name.VendorKey).ToArray()}, {names.Select(name => name.Row.Changes).ToArray()}) as seen(id, vendor_key, changes)
          where name.organization_id = {db.OrganizationId} and name.id = seen.id
        """, cancellationToken);

    /// <summary>Names under which nothing stands any more; one that came back meanwhile stays.</summary>
    public static Task RemoveAsync(LeakWatchDb db, IReadOnlyCollection<LedgerNameRow> gone, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync($"""
        delete from leakwatch.ledger_names name
          using unnest({gone.Select(row => row.Id).ToArray()}, {gone.Select(row => row.Changes).ToArray()}) as seen(id, changes)
          where name.organization_id = {db.OrganizationId} and name.id = seen.id and name.changes = seen.changes
        """, cancellationToken);

    /// <summary>The whole shop was looked at from this day, with what was known then.</summary>
    public static Task MarkWholeShopDetectedAsync(LeakWatchDb db, Guid shopId, long contextChanges, DateOnly asOf, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync($"""
        insert into leakwatch.shop_detections (organization_id, id, context_changes, seen_context_changes, as_of)
          values ({db.OrganizationId}, {shopId}, {contextChanges}, {contextChanges}, {asOf})
          on conflict (organization_id, id) do update set seen_context_changes = excluded.seen_context_changes, as_of = excluded.as_of
        """, cancellationToken);

    /// <summary>Bytes that the invoices of current versions under each of these names take in their table; names with none are left out.</summary>
    public static async Task<Dictionary<Guid, long>> SizesAsync(LeakWatchDb db, Guid shopId, IReadOnlyCollection<Guid> nameIds, CancellationToken cancellationToken)
    {
        // What is stored out of line is not fetched to tell its size.
        var sizes = await db.Database.SqlQuery<LedgerNameSize>($"""
            select invoice.ledger_name_id as name_id, sum(pg_column_size(invoice.content)) as bytes from leakwatch.normalized_invoices invoice
              join leakwatch.documents document
                on document.organization_id = invoice.organization_id and document.id = invoice.document_id and document.current_version_id = invoice.document_version_id
              where invoice.organization_id = {db.OrganizationId} and invoice.shop_id = {shopId} and invoice.ledger_name_id = any({nameIds.ToArray()}) and document.deleted_at is null
              group by invoice.ledger_name_id
            """).ToListAsync(cancellationToken);
        return sizes.ToDictionary(size => size.NameId, size => size.Bytes);
    }
}
