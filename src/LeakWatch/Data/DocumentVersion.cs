using LeakWatch.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeakWatch.Data;

/// <summary>One upload of a document: its bytes and its way through the pipeline.</summary>
internal sealed class DocumentVersion : ITenantRow
{
    public required Guid Id { get; init; }

    public required Guid OrganizationId { get; init; }

    public required Guid ShopId { get; init; }

    public required Guid DocumentId { get; init; }

    /// <summary>From 1 within its document.</summary>
    public required int Number { get; init; }

    public DocumentState State { get; private set; } = DocumentState.Created;

    public required string FileName { get; init; }

    /// <summary>As the browser said; content decides.</summary>
    public required string ContentType { get; init; }

    /// <summary>What the content turned out to be; null until it was read.</summary>
    public string? MimeType { get; set; }

    public required long SizeBytes { get; init; }

    /// <summary>Lower-case hex, 64 characters; declared before the upload and checked after it.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The copy that no presigned upload can touch; null until the upload is complete, and again when it is past its retention.</summary>
    public string? StoredKey { get; private set; }

    public int? PageCount { get; set; }

    public string? ErrorCode { get; private set; }

    public string? ErrorMessage { get; private set; }

    /// <summary>The chain's first request; every job and log line of this version carries it.</summary>
    public required Guid CorrelationId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? UploadedAt { get; private set; }

    public DateTimeOffset? ExtractingAt { get; private set; }

    public DateTimeOffset? ExtractedAt { get; private set; }

    public DateTimeOffset? NormalizingAt { get; private set; }

    public DateTimeOffset? NormalizedAt { get; private set; }

    public DateTimeOffset? DetectingAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public bool IsFailed => State is DocumentState.ExtractionFailed or DocumentState.NormalizationFailed or DocumentState.DetectionFailed or DocumentState.Rejected;

    public bool HasEnded => State is DocumentState.Done || IsFailed;

    /// <summary>The upload is complete and its copy is ours. Said twice, it stays as it was.</summary>
    public Result<DocumentVersion> Uploaded(string storedKey, DateTimeOffset at)
    {
        if (State is not DocumentState.Created)
        {
            return UploadedAt is null ? NotNow("be completed") : this;
        }

        (State, StoredKey, UploadedAt) = (DocumentState.Uploaded, storedKey, at);
        return this;
    }

    public void Extracting(DateTimeOffset at) => (State, ExtractingAt, ErrorCode, ErrorMessage) = (DocumentState.Extracting, at, null, null);

    public void Extracted(DateTimeOffset at) => (State, ExtractedAt) = (DocumentState.Extracted, at);

    public void Normalizing(DateTimeOffset at) => (State, NormalizingAt, ErrorCode, ErrorMessage) = (DocumentState.Normalizing, at, null, null);

    public void Normalized(DateTimeOffset at) => (State, NormalizedAt) = (DocumentState.Normalized, at);

    /// <summary>It gave what it had to give: containers end here when their parts have ended, others when detection has seen them.</summary>
    public void Done(DateTimeOffset at) => (State, EndedAt) = (DocumentState.Done, at);

    /// <summary>The step it is in has failed; a retry starts with that step.</summary>
    public void Failed(Error error, DateTimeOffset at)
    {
        State = State switch
        {
            DocumentState.Created or DocumentState.Uploaded or DocumentState.Extracting or DocumentState.ExtractionFailed => DocumentState.ExtractionFailed,
            DocumentState.Extracted or DocumentState.Normalizing or DocumentState.NormalizationFailed => DocumentState.NormalizationFailed,
            _ => DocumentState.DetectionFailed,
        };
        (ErrorCode, ErrorMessage, EndedAt) = (error.Code, error.Message, at);
    }

    /// <summary>What was uploaded is not what may be uploaded; only another upload helps.</summary>
    public void Rejected(Error error, DateTimeOffset at) =>
        (State, ErrorCode, ErrorMessage, EndedAt) = (DocumentState.Rejected, error.Code, error.Message, at);

    /// <summary>From the failed step on.</summary>
    public Result<DocumentVersion> Retried()
    {
        if (State is not (DocumentState.ExtractionFailed or DocumentState.NormalizationFailed or DocumentState.DetectionFailed))
        {
            return NotNow("be retried");
        }

        State = State switch
        {
            DocumentState.ExtractionFailed => DocumentState.Uploaded,
            DocumentState.NormalizationFailed => DocumentState.Extracted,
            _ => DocumentState.Normalized,
        };
        (ErrorCode, ErrorMessage, EndedAt) = (null, null, null);
        return this;
    }

    /// <summary>Retention has taken the original.</summary>
    public void Forgotten() => StoredKey = null;

    private Error NotNow(string move) => new(ErrorKind.Conflict, "CONFLICT",
        $"{FileName} cannot {move} while it is {ScreamingSnakeText<DocumentState>.Write(State)}; {(State is DocumentState.Rejected ? "upload it again" : "look at its state and try what it offers")}.");
}

internal sealed class DocumentVersionConfiguration : IEntityTypeConfiguration<DocumentVersion>
{
    public void Configure(EntityTypeBuilder<DocumentVersion> entity)
    {
        entity.ToTenantTable("document_versions");
        entity.HasOne<Document>().WithMany().HasForeignKey(version => new { version.OrganizationId, version.DocumentId }).OnDelete(DeleteBehavior.Cascade);
        entity.HasIndex(version => new { version.OrganizationId, version.DocumentId, version.Number }).IsUnique();
        // The same bytes again, and what detection has to finish.
        entity.HasIndex(version => new { version.OrganizationId, version.ShopId, version.Sha256 });
        entity.HasIndex(version => new { version.OrganizationId, version.ShopId, version.State, version.DocumentId });
        entity.Property(version => version.Sha256).HasMaxLength(64).IsFixedLength();
    }
}
