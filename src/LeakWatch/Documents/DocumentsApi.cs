using System.ComponentModel.DataAnnotations;
using LeakWatch.Data;
using LeakWatch.Platform;
using LeakWatch.Vendors;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace LeakWatch.Documents;

/// <summary>From the announcement of a file to its place in the pipeline. Bytes never pass through here.</summary>
internal static class DocumentsApi
{
    public static void MapDocuments(this IEndpointRouteBuilder routes)
    {
        var documents = routes.MapGroup("/v1/shops/{shopId:guid}/documents").RequireShop().WithTags("Documents");
        documents.MapPost("/", CreateDocument).WithName("createDocument").WithSummary("Announces a file and gets an address to upload it to.");
        documents.MapPost("/{documentId:guid}/complete", CompleteUpload).WithName("completeDocument").WithSummary("Says that the file was uploaded; reading begins.");
    }

    private static async Task<Results<Ok<DocumentUploadView>, Created<DocumentUploadView>, ProblemHttpResult>> CreateDocument(
        Guid shopId, CreateDocumentRequest request, Caller caller, TenantDatabase database, IFileStore files, TimeProvider time, CancellationToken cancellationToken)
    {
        if (UploadRules.Check(request.FileName, request.SizeBytes, request.Sha256) is { } wrong)
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

        await unit.CommitAsync(cancellationToken);
        var version = created.Value;
        var upload = files.SignUpload(FileKeys.Incoming(version.OrganizationId, version.Id), version.ContentType, version.SizeBytes, version.Sha256);
        return TypedResults.Created($"/v1/shops/{shopId}/documents/{version.DocumentId}",
            new DocumentUploadView(version.DocumentId, version.Id, AlreadyUploaded: false, new(upload.Url, upload.Headers, upload.ExpiresAt)));
    }

    private static async Task<Results<Accepted, ProblemHttpResult>> CompleteUpload(
        Guid shopId, Guid documentId, Caller caller, TenantDatabase database, IFileStore files, Pipeline pipeline, TimeProvider time, CancellationToken cancellationToken)
    {
        var version = await database.InAsync(caller.OrganizationId, db => LatestAsync(db, shopId, documentId, cancellationToken), cancellationToken);
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
            if (await LatestAsync(unit.Db, shopId, documentId, cancellationToken) is not { } current)
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

    private static Task<DocumentVersion?> LatestAsync(LeakWatchDb db, Guid shopId, Guid documentId, CancellationToken cancellationToken) =>
        db.DocumentVersions.Where(version => version.ShopId == shopId && version.DocumentId == documentId).OrderByDescending(version => version.Number).FirstOrDefaultAsync(cancellationToken);
}

/// <param name="SizeBytes">Exactly; at most 20 MB.</param>
/// <param name="Sha256">Of the file, lower-case hex.</param>
/// <param name="DocumentId">Set for a new version of a document that is here already.</param>
public sealed record CreateDocumentRequest(
    [property: Required, StringLength(255, MinimumLength = 1)] string FileName,
    [property: StringLength(100)] string? ContentType,
    long SizeBytes,
    [property: Required] string Sha256,
    Guid? DocumentId = null);

public sealed record DocumentUploadView(Guid DocumentId, Guid VersionId, bool AlreadyUploaded, UploadView? Upload);

/// <param name="Headers">To be sent with the PUT exactly as they are.</param>
public sealed record UploadView(Uri Url, IReadOnlyDictionary<string, string> Headers, DateTimeOffset ExpiresAt);
