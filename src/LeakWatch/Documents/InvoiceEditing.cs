using System.Text.Json;
using LeakWatch.Core;
using LeakWatch.Core.Invoices;
using LeakWatch.Core.Serialization;
using LeakWatch.Data;
using LeakWatch.Http;
using LeakWatch.Invoices;
using LeakWatch.Jobs;
using Microsoft.EntityFrameworkCore;

namespace LeakWatch.Documents;

/// <summary>A person's corrections: kept beside the reading, applied to it, and looked at by detection.</summary>
internal sealed class InvoiceEditing(TenantDatabase database, Pipeline pipeline, TimeProvider time)
{
    /// <returns>The document afterwards; NOT_FOUND, CONFLICT while it is being read or has changed, VALIDATION_ERROR for a field or value that cannot be.</returns>
    public async Task<Result<DocumentView>> CorrectAsync(
        HttpContext context, Caller caller, Guid shopId, Guid documentId, int position, IReadOnlyList<InvoiceCorrection> corrections, CancellationToken cancellationToken)
    {
        await using var unit = await database.BeginAsync(caller.OrganizationId, cancellationToken);
        var db = unit.Db;
        if (await db.Documents.Where(document => document.ShopId == shopId && document.Id == documentId && document.DeletedAt == null)
            .Select(document => document.CurrentVersionId).SingleOrDefaultAsync(cancellationToken) is not { } versionId)
        {
            return ErrorResults.NotFound;
        }

        // The version's lock: reading it again, and another correction, wait.
        var version = await db.DocumentVersions.FromSql($"select * from leakwatch.document_versions where id = {versionId} for update").SingleAsync(cancellationToken);
        if (!version.HasEnded)
        {
            return new Error(ErrorKind.Conflict, "CONFLICT", $"{version.FileName} is still being read; correct it when it is done.");
        }

        if (ETags.Check(context, await DocumentView.FindAsync(db, shopId, documentId, cancellationToken)) is { } stale)
        {
            return stale;
        }

        if (await db.Invoices.AsNoTracking().SingleOrDefaultAsync(invoice => invoice.DocumentVersionId == versionId && invoice.Position == position, cancellationToken) is not { } row)
        {
            return ErrorResults.NotFound;
        }

        var corrected = InvoiceCorrections.Apply(JsonSerializer.Deserialize(row.Content, CoreJson.Default.NormalizedInvoice)!, corrections);
        if (!corrected.IsOk)
        {
            return corrected.Error;
        }

        var now = time.GetUtcNow();
        await KeepAsync(db, caller, versionId, position, corrections, now, cancellationToken);
        // The job before the names, as detection takes them.
        await Pipeline.LedgerChanged(unit, shopId, Guid.CreateVersion7(), cancellationToken);
        await InvoiceRows.ReplaceAsync(unit, version, row, corrected.Value, cancellationToken);
        AuditLog.Add(db, caller, shopId, "invoice.corrected", documentId, now, new Dictionary<string, string> { ["fields"] = string.Join(", ", corrections.Select(one => one.Field)) });
        await db.SaveChangesAsync(cancellationToken);
        var after = await DocumentView.FindAsync(db, shopId, documentId, cancellationToken);
        await unit.CommitAsync(cancellationToken);
        await pipeline.AnnounceAsync(caller.OrganizationId, shopId, cancellationToken);
        return after!;
    }

    private static async Task KeepAsync(
        LeakWatchDb db, Caller caller, Guid versionId, int position, IReadOnlyList<InvoiceCorrection> corrections, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var known = await db.Corrections.Where(correction => correction.DocumentVersionId == versionId && correction.Position == position)
            .ToDictionaryAsync(correction => correction.Field, StringComparer.Ordinal, cancellationToken);
        foreach (var correction in corrections.GroupBy(one => one.Field, StringComparer.Ordinal).Select(group => group.Last()))
        {
            if (known.TryGetValue(correction.Field, out var row))
            {
                (row.Value, row.CorrectedBy, row.CorrectedAt) = (correction.Value, caller.Actor, at);
                continue;
            }

            db.Add(new StoredCorrection
            {
                Id = Guid.CreateVersion7(),
                OrganizationId = db.OrganizationId,
                DocumentVersionId = versionId,
                Position = position,
                Field = correction.Field,
                Value = ExtractionRows.WithoutNul(correction.Value),
                CorrectedBy = caller.Actor,
                CorrectedAt = at,
            });
        }
    }
}
