using System.ComponentModel.DataAnnotations;
using LeakWatch.Core;
using LeakWatch.Core.Invoices;
using LeakWatch.Data;
using LeakWatch.Http;
using Microsoft.EntityFrameworkCore;

namespace LeakWatch.Documents;

/// <param name="State">Of the latest version; several are any of them.</param>
/// <param name="ParentDocumentId">The parts of this container; documents that are no part when absent.</param>
public sealed record DocumentListQuery(
    EnumQuery<DocumentState>[]? State,
    Guid? ParentDocumentId,
    [property: StringLength(Paging.LongestCursor)] string? Cursor,
    [property: Range(1, Paging.MaximumLimit)] int? Limit);

/// <summary>A page of a shop's documents, newest first: ids sort by the time at which they were made.</summary>
internal static class DocumentQuery
{
    public static async Task<Result<Page<DocumentListItem>>> ListAsync(LeakWatchDb db, Guid shopId, DocumentListQuery query, CancellationToken cancellationToken)
    {
        var cursor = Paging.ReadId(query.Cursor);
        if (!cursor.IsOk)
        {
            return cursor.Error;
        }

        var limit = query.Limit ?? Paging.DefaultLimit;
        var documents = db.Documents.AsNoTracking().Where(document => document.ShopId == shopId && document.DeletedAt == null && document.ParentDocumentId == query.ParentDocumentId);
        if (cursor.Value is { } after)
        {
            documents = documents.Where(document => EF.Functions.LessThan(ValueTuple.Create(document.Id), ValueTuple.Create(after)));
        }

        var versions = db.DocumentVersions.AsNoTracking();
        if (query.State.Values() is { } states)
        {
            versions = versions.Where(version => version.ShopId == shopId && states.Contains(version.State));
        }

        // Of a filter by state the few versions in it lead to their documents; without one the documents lead to their latest versions.
        var rows = await documents
            .Join(versions, document => document.Id, version => version.DocumentId, (document, version) => new { document, version })
            .Where(pair => !db.DocumentVersions.Any(newer => newer.DocumentId == pair.document.Id && newer.Number > pair.version.Number))
            .OrderByDescending(pair => pair.document.Id).Take(limit + 1)
            .Select(pair => new DocumentRow(
                pair.document.Id, pair.document.FileName, pair.document.SourceType, pair.document.ParentDocumentId, pair.document.CurrentVersionId, pair.version.State, pair.version.Number,
                pair.version.SizeBytes, pair.version.MimeType, pair.version.PageCount, pair.version.ErrorCode, pair.version.ErrorMessage, pair.document.CreatedAt, pair.version.EndedAt,
                db.Jobs.Where(job => job.SubjectId == pair.version.Id && job.OutageSince != null)
                    .Select(job => new WaitingView(job.ErrorCode!, job.OutageSince!.Value, job.DueAt)).FirstOrDefault()))
            .ToListAsync(cancellationToken);
        var page = rows.Take(limit).Select(row => row.CurrentVersionId).OfType<Guid>().ToList();
        var firsts = await db.Invoices.AsNoTracking().Where(invoice => page.Contains(invoice.DocumentVersionId) && invoice.Position == 0)
            .Select(invoice => new InvoiceHeading(invoice.DocumentVersionId, invoice.Kind, invoice.VendorName, invoice.InvoiceNumber, invoice.InvoiceDate, invoice.Currency, invoice.TotalAmount,
                db.Invoices.Where(other => other.DocumentVersionId == invoice.DocumentVersionId).Max(other => other.Position) + 1))
            .ToDictionaryAsync(invoice => invoice.DocumentVersionId, cancellationToken);
        return Page<DocumentListItem>.Of(
            rows, limit, row => DocumentListItem.Of(row, row.CurrentVersionId is { } version ? firsts.GetValueOrDefault(version) : null), row => Paging.Write(row.Id.ToString()));
    }

    public static Task<DocumentVersion?> LatestVersionAsync(LeakWatchDb db, Guid shopId, Guid documentId, CancellationToken cancellationToken) =>
        db.DocumentVersions
            .Where(version => version.ShopId == shopId && version.DocumentId == documentId && db.Documents.Any(document => document.Id == documentId && document.DeletedAt == null))
            .OrderByDescending(version => version.Number).FirstOrDefaultAsync(cancellationToken);

    /// <returns>This version, and no other that was announced meanwhile; null where its document is gone.</returns>
    public static Task<DocumentVersion?> PresentAsync(LeakWatchDb db, Guid shopId, Guid documentId, Guid versionId, CancellationToken cancellationToken) =>
        db.DocumentVersions.SingleOrDefaultAsync(
            version => version.Id == versionId && version.ShopId == shopId && version.DocumentId == documentId
                && db.Documents.Any(document => document.Id == documentId && document.DeletedAt == null), cancellationToken);

    /// <summary>The version that was asked for, or the one whose invoices count, or else the latest.</summary>
    public static async Task<DocumentVersion?> VersionAsync(LeakWatchDb db, Guid shopId, Guid documentId, Guid? versionId, CancellationToken cancellationToken)
    {
        var wanted = versionId ?? await db.Documents.Where(document => document.ShopId == shopId && document.Id == documentId).Select(document => document.CurrentVersionId).SingleOrDefaultAsync(cancellationToken);
        return wanted is null
            ? await LatestVersionAsync(db, shopId, documentId, cancellationToken)
            : await db.DocumentVersions.AsNoTracking().SingleOrDefaultAsync(
                version => version.Id == wanted && version.ShopId == shopId && version.DocumentId == documentId
                    && db.Documents.Any(document => document.Id == documentId && document.DeletedAt == null), cancellationToken);
    }
}

internal sealed record DocumentRow(
    Guid Id, string FileName, SourceType SourceType, Guid? ParentDocumentId, Guid? CurrentVersionId, DocumentState State, int VersionNumber, long SizeBytes, string? MimeType, int? PageCount,
    string? ErrorCode, string? ErrorMessage, DateTimeOffset CreatedAt, DateTimeOffset? EndedAt, WaitingView? Waiting);

internal sealed record InvoiceHeading(
    Guid DocumentVersionId, InvoiceKind Kind, string? VendorName, string? InvoiceNumber, DateOnly? InvoiceDate, string? Currency, decimal? TotalAmount, int Count);
