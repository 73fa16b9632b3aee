using System.ComponentModel.DataAnnotations;
using System.Net.Mime;
using LeakWatch.Data;
using LeakWatch.Http;
using LeakWatch.Jobs;
using LeakWatch.Providers;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace LeakWatch.Documents;

/// <summary>From the announcement of a file to its place in the pipeline, and what became of it. Bytes never pass through here.</summary>
internal static class DocumentsApi
{
    public static void MapDocuments(this IEndpointRouteBuilder routes)
    {
        var documents = routes.MapGroup("/v1/shops/{shopId:guid}/documents").RequireShop().WithTags("Documents");
        documents.MapGet("/", ListDocuments).WithName("listDocuments").WithSummary("Lists documents, newest first.");
        documents.MapPost("/", CreateDocument).RequireStoreTeam().WithName("createDocument")
            .WithSummary("Announces a file, or a new version of a document, and gets an address to upload it to for ten minutes.");
        documents.MapGet("/{documentId:guid}", GetDocument).WithName("getDocument").WithSummary("A document with its versions, stages, invoices and parts.");
        documents.MapDelete("/{documentId:guid}", DeleteDocument).RequireStoreTeam().WithName("deleteDocument").WithSummary("Takes a document out of the ledger.");
        documents.MapPost("/{documentId:guid}/complete", CompleteUpload).RequireStoreTeam().WithName("completeDocument").WithSummary("Says that the file was uploaded; reading begins.");
        documents.MapPost("/{documentId:guid}/retry", RetryDocument).RequireStoreTeam().WithName("retryDocument").WithSummary("Tries the failed step again.");
        documents.MapGet("/{documentId:guid}/download", DownloadDocument).WithName("downloadDocument").WithSummary("An address from which the original can be fetched for five minutes.");
        documents.MapDocumentContents();
    }

    private static async Task<Results<Ok<Page<DocumentListItem>>, ProblemHttpResult>> ListDocuments(
        Guid shopId, [AsParameters] DocumentListQuery query, Caller caller, TenantDatabase database, CancellationToken cancellationToken)
    {
        await using var db = database.OpenToRead(caller.OrganizationId);
        var page = await DocumentQuery.ListAsync(db, shopId, query, cancellationToken);
        return page.IsOk ? TypedResults.Ok(page.Value) : TypedResults.Problem(page.Error);
    }

    private static async Task<Results<OkWithETag<DocumentView>, ProblemHttpResult>> GetDocument(
        Guid shopId, Guid documentId, Caller caller, TenantDatabase database, CancellationToken cancellationToken)
    {
        await using var db = database.OpenToRead(caller.OrganizationId);
        return await DocumentView.FindAsync(db, shopId, documentId, cancellationToken) is { } view ? new OkWithETag<DocumentView>(view) : TypedResults.Problem(ErrorResults.NotFound);
    }

    private static async Task<Results<Ok<DocumentUploadView>, Created<DocumentUploadView>, ProblemHttpResult>> CreateDocument(
        Guid shopId, CreateDocumentRequest request, Caller caller, TenantDatabase database, IFileStore files, TimeProvider time, CancellationToken cancellationToken)
    {
        if ((UploadRules.Check(request.FileName, request.SizeBytes, request.Sha256) ?? UploadRules.CheckContentType(request.ContentType)) is { } wrong)
        {
            return TypedResults.Problem(wrong);
        }

        await using var unit = await database.BeginAsync(caller.OrganizationId, cancellationToken);
        if (await DocumentUploads.FindSameAsync(unit.Db, shopId, request.Sha256, cancellationToken) is { } same)
        {
            return TypedResults.Ok(new DocumentUploadView(same.DocumentId, same.Id, AlreadyUploaded: true, null));
        }

        var now = time.GetUtcNow();
        if (await DocumentUploads.CountAsync(unit, request.FileName, now, cancellationToken) is { Error: { } limit })
        {
            return TypedResults.Problem(limit);
        }

        var created = DocumentUploads.Create(unit.Db, shopId, request, now);
        if (!created.IsOk)
        {
            return TypedResults.Problem(created.Error);
        }

        var version = created.Value;
        AuditLog.Add(unit.Db, caller, shopId, "document.created", version.DocumentId, now);
        await unit.CommitAsync(cancellationToken);
        var upload = files.SignUpload(FileKeys.Incoming(version.OrganizationId, version.Id), version.ContentType, version.SizeBytes, version.Sha256);
        return TypedResults.Created($"/v1/shops/{shopId}/documents/{version.DocumentId}",
            new DocumentUploadView(version.DocumentId, version.Id, AlreadyUploaded: false, new(upload.Url, upload.Headers, upload.ExpiresAt)));
    }

    private static async Task<Results<Accepted, ProblemHttpResult>> CompleteUpload(
        Guid shopId, Guid documentId, Caller caller, TenantDatabase database, IFileStore files, Pipeline pipeline, TimeProvider time, CancellationToken cancellationToken)
    {
        var version = await database.ReadAsync(caller.OrganizationId, db => DocumentQuery.LatestVersionAsync(db, shopId, documentId, cancellationToken));
        if (version is null)
        {
            return TypedResults.Problem(ErrorResults.NotFound);
        }

        if (version.State is DocumentState.Created)
        {
            // The presigned address can be used again; what we read is our own copy.
            var key = FileKeys.Original(version.OrganizationId, shopId, version.Id);
            var copy = await files.CopyAsync(FileKeys.Incoming(version.OrganizationId, version.Id), key, cancellationToken);
            if (UploadRules.CheckCopy(version, copy) is { } wrong)
            {
                return TypedResults.Problem(wrong);
            }

            await using var unit = await database.BeginAsync(caller.OrganizationId, cancellationToken);
            // Of two requests the later one must see what the earlier one, or already the worker, has made of it.
            await unit.Db.Database.ExecuteSqlAsync($"select 1 from leakwatch.document_versions where id = {version.Id} for update", cancellationToken);
            if (await DocumentQuery.PresentAsync(unit.Db, shopId, documentId, version.Id, cancellationToken) is not { } current)
            {
                return TypedResults.Problem(ErrorResults.NotFound);
            }

            if (current.State is DocumentState.Created)
            {
                current.Uploaded(key, time.GetUtcNow());
                await Pipeline.DocumentUploaded(unit, current, cancellationToken);
                await unit.CommitAsync(cancellationToken);
            }

            await pipeline.AnnounceAsync(caller.OrganizationId, shopId, cancellationToken);
        }

        return TypedResults.Accepted($"/v1/shops/{shopId}/documents/{documentId}");
    }

    private static async Task<Results<Accepted, ProblemHttpResult>> RetryDocument(
        Guid shopId, Guid documentId, Caller caller, TenantDatabase database, Pipeline pipeline, TimeProvider time, CancellationToken cancellationToken)
    {
        await using var unit = await database.BeginAsync(caller.OrganizationId, cancellationToken);
        if (await DocumentQuery.LatestVersionAsync(unit.Db, shopId, documentId, cancellationToken) is not { } version)
        {
            return TypedResults.Problem(ErrorResults.NotFound);
        }

        if (await DocumentRetries.RetryAsync(unit, version, cancellationToken) is { Error: { } refused })
        {
            return TypedResults.Problem(refused);
        }

        AuditLog.Add(unit.Db, caller, shopId, "document.retried", documentId, time.GetUtcNow());
        await unit.CommitAsync(cancellationToken);
        await pipeline.AnnounceAsync(caller.OrganizationId, shopId, cancellationToken);
        return TypedResults.Accepted($"/v1/shops/{shopId}/documents/{documentId}");
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> DeleteDocument(
        Guid shopId, Guid documentId, Caller caller, TenantDatabase database, Pipeline pipeline, TimeProvider time, CancellationToken cancellationToken)
    {
        await using var unit = await database.BeginAsync(caller.OrganizationId, cancellationToken);
        var now = time.GetUtcNow();
        // The job before the names, as detection takes them.
        await Pipeline.LedgerChanged(unit, shopId, Guid.CreateVersion7(), cancellationToken);
        if (!await DocumentUploads.DeleteAsync(unit.Db, shopId, [documentId], now, cancellationToken))
        {
            return TypedResults.Problem(ErrorResults.NotFound);
        }

        AuditLog.Add(unit.Db, caller, shopId, "document.deleted", documentId, now);
        await unit.CommitAsync(cancellationToken);
        await pipeline.AnnounceAsync(caller.OrganizationId, shopId, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Results<Ok<DownloadView>, ProblemHttpResult>> DownloadDocument(
        Guid shopId, Guid documentId, Guid? versionId, Caller caller, TenantDatabase database, IFileStore files, CancellationToken cancellationToken)
    {
        var version = await database.ReadAsync(caller.OrganizationId, db => DocumentQuery.VersionAsync(db, shopId, documentId, versionId, cancellationToken));
        if (version?.StoredKey is not { } key)
        {
            return TypedResults.Problem(ErrorResults.NotFound);
        }

        var download = files.SignDownload(key, version.FileName, version.MimeType ?? MediaTypeNames.Application.Octet);
        return TypedResults.Ok(new DownloadView(download.Url, version.FileName, download.ExpiresAt));
    }
}

/// <param name="SizeBytes">Exactly; at most 20 MB.</param>
/// <param name="Sha256">Of the file, lower-case hex.</param>
/// <param name="DocumentId">Set for a new version of a document that is here already.</param>
public sealed record CreateDocumentRequest(
    [property: Required, StringLength(255, MinimumLength = 1)] string FileName,
    long SizeBytes,
    [property: Required] string Sha256,
    [property: StringLength(100)] string? ContentType = null,
    Guid? DocumentId = null);

/// <param name="AlreadyUploaded">The same bytes are in this shop: there is nothing to upload, and the ids are theirs.</param>
public sealed record DocumentUploadView(Guid DocumentId, Guid VersionId, bool AlreadyUploaded, UploadView? Upload);

/// <param name="Headers">To be sent with the PUT exactly as they are.</param>
public sealed record UploadView(Uri Url, IReadOnlyDictionary<string, string> Headers, DateTimeOffset ExpiresAt);

internal sealed record DownloadView(Uri Url, string FileName, DateTimeOffset ExpiresAt);
