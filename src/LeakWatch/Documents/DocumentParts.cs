using System.Security.Cryptography;
using System.Text;
using LeakWatch.Core;
using LeakWatch.Core.Documents;
using LeakWatch.Core.Invoices;
using LeakWatch.Data;
using LeakWatch.Extraction;
using LeakWatch.Invoices;
using LeakWatch.Jobs;
using LeakWatch.Observability;
using LeakWatch.Providers;
using Microsoft.EntityFrameworkCore;

namespace LeakWatch.Documents;

/// <summary>A part of a ZIP or mail on its way to be a document of its own.</summary>
/// <param name="DocumentId">The same each time the container is read.</param>
internal sealed record DocumentPart(
    Guid DocumentId, Guid VersionId, string FileName, string ContentType, long SizeBytes, string Sha256, string StoredKey, Result<ExtractedDocument> Text)
{
    public static DocumentPart Of(DocumentVersion container, int index, ExtractedFile outcome)
    {
        var versionId = IdOf(container.Id, index, "version");
        return new(
            IdOf(container.Id, index, "document"), versionId, outcome.Source.FileName, outcome.Source.MimeType ?? "application/octet-stream", outcome.Bytes?.Length ?? 0,
            outcome.Source.Sha256 ?? new string('0', 64), FileKeys.Original(container.OrganizationId, container.ShopId, versionId), outcome.Document);
    }

    /// <summary>A version 7 id of the container's time: parts sort where their container does.</summary>
    private static Guid IdOf(Guid container, int index, string what)
    {
        var id = SHA256.HashData(Encoding.UTF8.GetBytes($"{container}/{index}/{what}")).AsSpan(0, 16);
        container.ToByteArray(bigEndian: true).AsSpan(0, 6).CopyTo(id);
        (id[6], id[8]) = ((byte)(0x70 | (id[6] & 0x0F)), (byte)(0x80 | (id[8] & 0x3F)));
        return new(id, bigEndian: true);
    }
}

/// <summary>Containers and their parts.</summary>
internal static class DocumentParts
{
    /// <summary>
    /// The parts of this version come, those of earlier ones go. A version after which a later one was read gives none, and neither does what was deleted meanwhile.
    /// </summary>
    public static async Task ReplaceAsync(TenantTransaction unit, DocumentVersion container, IReadOnlyList<DocumentPart> parts, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (parts.Count == 0 && container.Number == 1)
        {
            return;
        }

        var db = unit.Db;
        await AddAsync(unit, container, parts, at, cancellationToken);
        // Who deletes it, or reads another version of it, takes detection's job as well: the later of two sees what the earlier did.
        await Pipeline.DocumentNormalized(unit, container, cancellationToken);
        var isReplaced = await db.DocumentVersions.AnyAsync(later => later.DocumentId == container.DocumentId && later.Number > container.Number && later.ExtractedAt != null, cancellationToken)
            || await db.Documents.AnyAsync(document => document.Id == container.DocumentId && document.DeletedAt != null, cancellationToken);
        var own = parts.Select(part => part.DocumentId).ToList();
        var gone = isReplaced ? own : await db.Documents.Where(part => part.ParentDocumentId == container.DocumentId && part.DeletedAt == null && !own.Contains(part.Id))
            .Select(part => part.Id).ToListAsync(cancellationToken);
        if (gone.Count > 0)
        {
            await DocumentUploads.DeleteAsync(db, container.ShopId, gone, at, cancellationToken);
        }
    }

    /// <summary>Each part begins where its container's reader left it: its text is there, or the reason why not. Parts that exist stay.</summary>
    private static async Task AddAsync(TenantTransaction unit, DocumentVersion container, IReadOnlyList<DocumentPart> parts, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var ids = parts.Select(part => part.DocumentId).ToList();
        var existing = await unit.Db.Documents.Where(document => ids.Contains(document.Id)).Select(document => document.Id).ToListAsync(cancellationToken);
        foreach (var part in parts.Where(part => !existing.Contains(part.DocumentId)))
        {
            unit.Db.Add(new Document
            {
                Id = part.DocumentId,
                OrganizationId = container.OrganizationId,
                ShopId = container.ShopId,
                ParentDocumentId = container.DocumentId,
                FileName = part.FileName,
                SourceType = SourceType.Upload,
                CreatedAt = at,
            });
            var version = new DocumentVersion
            {
                Id = part.VersionId,
                OrganizationId = container.OrganizationId,
                ShopId = container.ShopId,
                DocumentId = part.DocumentId,
                Number = 1,
                FileName = part.FileName,
                ContentType = part.ContentType,
                MimeType = part.ContentType,
                SizeBytes = part.SizeBytes,
                Sha256 = part.Sha256,
                CorrelationId = container.CorrelationId,
                CreatedAt = at,
            };
            unit.Db.Add(version);
            version.Uploaded(part.StoredKey, at);
            version.Extracting(at);
            if (part.Text is { IsOk: true, Value: var text })
            {
                version.PageCount = text.Pages.Count > 0 ? text.Pages.Count : null;
                version.Extracted(at);
                await unit.Db.SaveChangesAsync(cancellationToken);
                await ExtractionRows.SaveAsync(unit.Db, version.Id, text, cancellationToken);
                await Pipeline.DocumentUploaded(unit, version, cancellationToken);
            }
            else if (DocumentErrors.RejectsUpload(part.Text.Error!))
            {
                version.Rejected(part.Text.Error!, at);
            }
            else
            {
                version.Failed(part.Text.Error!, at);
            }
        }

        await unit.Db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Containers whose parts have all ended are done.</summary>
    public static async Task FinishContainersAsync(LeakWatchDb db, Guid shopId, DateTimeOffset at, CancellationToken cancellationToken)
    {
        // Of two parts that end at once each would see the other as unfinished: the later one waits for the earlier.
        await db.Database.ExecuteSqlAsync($"""
            select 1 from leakwatch.document_versions version
              where version.organization_id = {db.OrganizationId} and version.shop_id = {shopId} and version.state in ('NORMALIZED', 'DETECTING')
                and exists (select from leakwatch.documents part where part.organization_id = {db.OrganizationId} and part.parent_document_id = version.document_id)
              order by version.id for no key update
            """, cancellationToken);
        var done = await db.DocumentVersions
            .Where(version => version.ShopId == shopId && (version.State == DocumentState.Normalized || version.State == DocumentState.Detecting))
            .Where(version => db.Documents.Any(part => part.ParentDocumentId == version.DocumentId))
            .Where(version => !db.Documents.Any(part => part.ParentDocumentId == version.DocumentId && db.DocumentVersions.Any(own =>
                own.DocumentId == part.Id && own.State != DocumentState.Done && own.State != DocumentState.Rejected && own.State != DocumentState.ExtractionFailed
                && own.State != DocumentState.NormalizationFailed && own.State != DocumentState.DetectionFailed)))
            .ExecuteUpdateAsync(version => version.SetProperty(row => row.State, DocumentState.Done).SetProperty(row => row.EndedAt, at), cancellationToken);
        Telemetry.DocumentsReached(ScreamingSnakeText<DocumentState>.Write(DocumentState.Done), done);
    }
}
