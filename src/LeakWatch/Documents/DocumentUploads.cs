using LeakWatch.Shops;
using LeakWatch.Extraction;
using LeakWatch.Core;
using LeakWatch.Core.Invoices;
using LeakWatch.Data;
using LeakWatch.Http;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace LeakWatch.Documents;

/// <summary>New documents and versions, and how many an organisation may have.</summary>
internal static class DocumentUploads
{
    /// <summary>The same bytes, in this shop and in our store, not refused and not replaced by a later version: nothing is uploaded twice.</summary>
    public static Task<DocumentVersion?> FindSameAsync(LeakWatchDb db, Guid shopId, string sha256, CancellationToken cancellationToken) =>
        db.DocumentVersions
            .Where(version => version.ShopId == shopId && version.Sha256 == sha256 && version.State != DocumentState.Created && version.State != DocumentState.Rejected)
            .Where(version => version.ErrorCode != DocumentErrors.MissingCode)
            .Where(version => db.Documents.Any(document => document.Id == version.DocumentId && document.DeletedAt == null))
            .Where(version => !db.DocumentVersions.Any(later => later.DocumentId == version.DocumentId && later.Number > version.Number && later.ExtractedAt != null))
            .OrderByDescending(version => version.Id)
            .FirstOrDefaultAsync(cancellationToken);

    /// <summary>Counts one more document of this month, under the counter's lock, so that parallel requests never pass the limit together.</summary>
    public static async Task<Result<int>> CountAsync(TenantTransaction unit, string fileName, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var organization = await unit.Db.Organizations.AsNoTracking().SingleAsync(cancellationToken);
        var limit = PlanLimits.DocumentsPerMonth(organization.Plan);
        await using var count = new NpgsqlCommand("""
            insert into leakwatch.usage_counters (organization_id, id, name, period_start, amount) values ($1, $2, 'documents', $3, 1)
              on conflict (organization_id, name, period_start) do update set amount = usage_counters.amount + 1
              returning amount;
            """, unit.Connection)
        {
            Parameters =
            {
                new() { Value = organization.Id },
                new() { Value = Guid.CreateVersion7() },
                new() { Value = new DateOnly(now.Year, now.Month, 1) },
            },
        };
        var used = (int)(decimal)(await count.ExecuteScalarAsync(cancellationToken))!;
        return used > limit ? DocumentErrors.LimitReached(fileName, limit, ScreamingSnakeText<Plan>.Write(organization.Plan)) : used;
    }

    public static Result<DocumentVersion> Create(LeakWatchDb db, Guid shopId, CreateDocumentRequest request, DateTimeOffset now)
    {
        var number = 1;
        var documentId = request.DocumentId ?? Guid.CreateVersion7();
        var name = FileNames.Safe(request.FileName);
        if (request.DocumentId is { } existing)
        {
            if (db.Documents.SingleOrDefault(document => document.Id == existing && document.ShopId == shopId && document.DeletedAt == null) is not { ParentDocumentId: null } document)
            {
                return ErrorResults.NotFound;
            }

            document.FileName = name;
            number = db.DocumentVersions.Where(version => version.DocumentId == existing).Max(version => version.Number) + 1;
        }
        else
        {
            db.Add(new Document { Id = documentId, OrganizationId = db.OrganizationId, ShopId = shopId, FileName = name, SourceType = SourceType.Upload, CreatedAt = now });
        }

        var version = new DocumentVersion
        {
            Id = Guid.CreateVersion7(),
            OrganizationId = db.OrganizationId,
            ShopId = shopId,
            DocumentId = documentId,
            Number = number,
            FileName = name,
            ContentType = request.ContentType ?? "application/octet-stream",
            SizeBytes = request.SizeBytes,
            Sha256 = request.Sha256,
            CorrelationId = Guid.CreateVersion7(),
            CreatedAt = now,
        };
        db.Add(version);
        return version;
    }

    /// <summary>A container goes with its parts. Softly: what it said stays until retention takes it, but counts no more.</summary>
    /// <returns>False for what is not this shop's, or gone already.</returns>
    public static async Task<bool> DeleteAsync(LeakWatchDb db, Guid shopId, IReadOnlyList<Guid> documentIds, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var level = documentIds;
        var isHere = false;
        while (level.Count > 0)
        {
            var deleted = await db.Documents.Where(document => document.ShopId == shopId && level.Contains(document.Id) && document.DeletedAt == null)
                .ExecuteUpdateAsync(document => document.SetProperty(one => one.DeletedAt, now), cancellationToken);
            isHere |= deleted > 0;
            await DetectionProgress.ChangedAsync(db, level, cancellationToken);
            level = !isHere ? [] : await db.Documents.Where(document => document.ParentDocumentId != null && level.Contains(document.ParentDocumentId.Value) && document.DeletedAt == null)
                .Select(document => document.Id).ToListAsync(cancellationToken);
        }

        return isHere;
    }
}
