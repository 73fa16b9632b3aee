using System.Security.Cryptography;
using LeakWatch.Core;
using LeakWatch.Core.Documents;
using LeakWatch.Core.Invoices;
using LeakWatch.Core.Invoices.SecondReader;
using LeakWatch.Data;
using LeakWatch.Extraction;
using LeakWatch.Invoices;
using LeakWatch.Jobs;
using LeakWatch.Observability;
using LeakWatch.Providers;
using Microsoft.EntityFrameworkCore;

namespace LeakWatch.Documents;

/// <summary>
/// Carries one version through extract and normalise, saving after each: a retry starts at the step that failed. A bad document is an answer and
/// is saved; an outage throws. Files and readers are asked outside of transactions.
/// </summary>
internal sealed partial class ProcessDocumentJob(IFileStore files, DocumentExtractor reader, SecondReading secondReading, TimeProvider time, ILogger<ProcessDocumentJob> logger) : IJob
{
    public async Task RunAsync(JobRun run, CancellationToken cancellationToken)
    {
        var version = await LoadAsync(run, cancellationToken);
        if (version is { State: DocumentState.Uploaded or DocumentState.Extracting })
        {
            version = await ExtractAsync(run, version, cancellationToken);
        }

        if (version is { State: DocumentState.Extracted or DocumentState.Normalizing })
        {
            await NormalizeAsync(run, cancellationToken);
        }
    }

    public async Task GiveUpAsync(JobRun run, Exception? reason, CancellationToken cancellationToken)
    {
        await using var unit = await run.BeginAsync(cancellationToken);
        if (await FindAsync(unit.Db, run, cancellationToken) is { HasEnded: false } version)
        {
            await FailAsync(unit, version, WhyGivenUp(version, reason), cancellationToken);
        }

        await unit.CommitAsync(cancellationToken);
    }

    private static Error WhyGivenUp(DocumentVersion version, Exception? reason)
    {
        if (reason is null)
        {
            return ReadingErrors.Crashed(version.FileName);
        }

        if (Outage.Of(reason) is { } outage)
        {
            return DocumentErrors.WaitedInVain(version.FileName, outage.Code);
        }

        return new(ErrorKind.Conflict, version.State is DocumentState.Normalizing ? "NORMALIZATION_SCHEMA_INVALID" : "OCR_FAILED",
            $"{version.FileName} could not be read because something of ours failed; nothing is lost, try again in a while.");
    }

    private static async Task<DocumentVersion?> LoadAsync(JobRun run, CancellationToken cancellationToken)
    {
        await using var unit = await run.BeginAsync(cancellationToken);
        return await FindAsync(unit.Db, run, cancellationToken);
    }

    /// <returns>Null when the document was deleted meanwhile.</returns>
    private static Task<DocumentVersion?> FindAsync(LeakWatchDb db, JobRun run, CancellationToken cancellationToken) =>
        db.DocumentVersions.SingleOrDefaultAsync(version => version.Id == run.SubjectId, cancellationToken);

    private async Task<DocumentVersion?> ExtractAsync(JobRun run, DocumentVersion known, CancellationToken cancellationToken)
    {
        await UpdateAsync(run, version => version.Extracting(time.GetUtcNow()), cancellationToken);
        var outcomes = await ReadAsync(known, cancellationToken);
        var parts = await SavePartsAsync(run, known, outcomes, cancellationToken);

        await using var unit = await run.BeginAsync(cancellationToken);
        if (await FindAsync(unit.Db, run, cancellationToken) is not { } version)
        {
            return null;
        }

        var itself = outcomes.FirstOrDefault(outcome => outcome.Source.ParentFileName is null);
        if (parts.Count > 0 || itself is { Document.IsOk: true })
        {
            await DocumentParts.ReplaceAsync(unit, version, parts, time.GetUtcNow(), cancellationToken);
        }

        switch (itself)
        {
            case { Document: { IsOk: true, Value: var document } } own:
                version.MimeType = own.Source.MimeType;
                version.PageCount = document.Pages.Count > 0 ? document.Pages.Count : null;
                await ExtractionRows.SaveAsync(unit.Db, version.Id, document, cancellationToken);
                version.Extracted(time.GetUtcNow());
                break;
            case { Document.Error: { } error }:
                await FailAsync(unit, version, error, cancellationToken);
                break;
            case null:
                // A ZIP says nothing itself: it waits for its parts.
                version.MimeType = "application/zip";
                version.Extracted(time.GetUtcNow());
                version.Normalized(time.GetUtcNow());
                await PublishInvoicesAsync(unit, version, [], cancellationToken);
                break;
        }

        await unit.CommitAsync(cancellationToken);
        return version;
    }

    private async Task<IReadOnlyList<ExtractedFile>> ReadAsync(DocumentVersion version, CancellationToken cancellationToken)
    {
        ExtractedFile Failed(Error error) => new(new() { FileName = version.FileName }, error);
        var loaded = await LoadBytesAsync(version, cancellationToken);
        return loaded.IsOk ? await reader.ReadAsync(version.FileName, loaded.Value, version.OrganizationId.ToString(), cancellationToken) : [Failed(loaded.Error)];
    }

    private async Task<Result<byte[]>> LoadBytesAsync(DocumentVersion version, CancellationToken cancellationToken)
    {
        await using var content = version.StoredKey is null ? null : await files.OpenAsync(version.StoredKey, cancellationToken);
        if (content is null)
        {
            return DocumentErrors.Missing(version.FileName);
        }

        // Its size was checked by the store; one byte more would be another file.
        var bytes = new byte[version.SizeBytes];
        var length = await content.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
        return length < bytes.Length || Convert.ToHexStringLower(SHA256.HashData(bytes)) != version.Sha256 ? DocumentErrors.ChecksumMismatch(version.FileName) : bytes;
    }

    private async Task<IReadOnlyList<PagePicture>> PicturesAsync(DocumentVersion version, CancellationToken cancellationToken)
    {
        var loaded = await LoadBytesAsync(version, cancellationToken);
        var drawn = loaded.IsOk ? await reader.DrawAsync(version.FileName, loaded.Value, version.OrganizationId.ToString(), SecondReading.MaxPictures, cancellationToken) : [];
        return [.. drawn.Select(page => new PagePicture(page.Page, "image/jpeg", page.Jpeg))];
    }

    /// <summary>Parts of a container become files of their own before their rows exist: what a crash leaves behind is written over by the retry.</summary>
    private async Task<IReadOnlyList<DocumentPart>> SavePartsAsync(
        JobRun run, DocumentVersion container, IReadOnlyList<ExtractedFile> outcomes, CancellationToken cancellationToken)
    {
        var parts = new List<DocumentPart>();
        foreach (var outcome in outcomes.Where(outcome => outcome.Source.ParentFileName is not null))
        {
            var part = DocumentPart.Of(container, parts.Count, outcome);
            if (outcome.Bytes is { } bytes)
            {
                await files.SaveAsync(part.StoredKey, new MemoryStream(bytes, writable: false), part.ContentType, cancellationToken);
            }

            parts.Add(part);
        }

        if (parts.Count > 0)
        {
            Log.Unpacked(logger, container.Id, parts.Count);
        }

        return parts;
    }

    private async Task NormalizeAsync(JobRun run, CancellationToken cancellationToken)
    {
        ExtractedDocument? document;
        DocumentVersion? version;
        SecondReaderSettings settings;
        bool isDeleted;
        await using (var unit = await run.BeginAsync(cancellationToken))
        {
            version = await FindAsync(unit.Db, run, cancellationToken);
            document = await ExtractionRows.LoadAsync(unit.Db, run.SubjectId, cancellationToken);
            settings = await SecondReadingRows.SettingsAsync(unit.Db, cancellationToken);
            isDeleted = version is not null && await unit.Db.Documents.AnyAsync(row => row.Id == version.DocumentId && row.DeletedAt != null, cancellationToken);
            version?.Normalizing(time.GetUtcNow());
            await unit.CommitAsync(cancellationToken);
        }

        if (version is null)
        {
            return;
        }

        var invoices = document is null ? DocumentErrors.Missing(version.FileName) : Read(document, version);
        // What a person took away is told to nobody any more.
        var second = document is null || isDeleted ? null : await ReadAgainAsync(run, document, version, invoices, settings, cancellationToken);
        if (second is { Result.Invoices: { Count: > 0 } better })
        {
            invoices = better.ToArray();
        }

        await using var save = await run.BeginAsync(cancellationToken);
        if (await FindAsync(save.Db, run, cancellationToken) is not { } current)
        {
            return;
        }

        if (second is var (request, result))
        {
            await SecondReadingRows.SaveAsync(save.Db, current.Id, request, result, time.GetUtcNow(), cancellationToken);
            Telemetry.ModelAsked(result.Receipt);
        }

        if (invoices.IsOk)
        {
            var before = await InvoiceRows.SaveAsync(save, current, invoices.Value, cancellationToken);
            current.Normalized(time.GetUtcNow());
            await PublishInvoicesAsync(save, current, before, cancellationToken);
        }
        else if (document is { Type: DocumentType.Mail } && await save.Db.Documents.AnyAsync(part => part.ParentDocumentId == current.DocumentId && part.DeletedAt == null, cancellationToken))
        {
            // A mail's own text says no more than "attached" where its attachments are the invoices.
            current.Normalized(time.GetUtcNow());
            await PublishInvoicesAsync(save, current, [], cancellationToken);
        }
        else
        {
            await FailAsync(save, current, invoices.Error, cancellationToken);
        }

        await save.CommitAsync(cancellationToken);
    }

    /// <summary>
    /// From now on the invoices of this version count, and those of earlier ones no more; not where a later one was read before it. Detection's job before the
    /// names and documents, as detection and people take them; and last in its unit, so that a long statement keeps nobody waiting.
    /// </summary>
    private static async Task PublishInvoicesAsync(TenantTransaction unit, DocumentVersion version, IReadOnlyCollection<Guid> namesBefore, CancellationToken cancellationToken)
    {
        var db = unit.Db;
        await Pipeline.DocumentNormalized(unit, version, cancellationToken);
        await DetectionProgress.RecordSavedAsync(db, version, namesBefore, cancellationToken);
        await db.Documents
            .Where(document => document.Id == version.DocumentId && !db.DocumentVersions.Any(later => later.Id == document.CurrentVersionId && later.Number > version.Number))
            .ExecuteUpdateAsync(document => document.SetProperty(row => row.CurrentVersionId, version.Id), cancellationToken);
    }

    private static Result<IReadOnlyList<NormalizedInvoice>> Read(ExtractedDocument document, DocumentVersion version) =>
        InvoiceReader.Read(document, SourceOf(version)) is { IsOk: true, Value.Count: > 0 } read ? read : ReadingErrors.NoInvoiceFound(version.FileName);

    /// <summary>Asks the second reader where the first proved nothing: between two transactions, since it may take minutes.</summary>
    /// <returns>Null when there was nothing to ask.</returns>
    private async Task<(SecondReaderRequest Request, SecondReaderResult Result)?> ReadAgainAsync(
        JobRun run, ExtractedDocument document, DocumentVersion version, Result<IReadOnlyList<NormalizedInvoice>> printed, SecondReaderSettings settings, CancellationToken cancellationToken)
    {
        var pictures = secondReading.WantsPictures(document, printed.Value ?? [], settings) ? await PicturesAsync(version, cancellationToken) : [];
        if (secondReading.Prepare(document, printed.Value ?? [], SourceOf(version), settings, pictures) is not { } request)
        {
            return null;
        }

        var (kept, spent) = await run.Database.ReadAsync(
            run.OrganizationId, db => SecondReadingRows.LoadAsync(db, request.CacheKey, time.GetUtcNow(), cancellationToken));
        return (request, await secondReading.ReadAsync(request, kept, spent, cancellationToken));
    }

    private static InvoiceSource SourceOf(DocumentVersion version) => new()
    {
        DocumentVersionId = version.Id.ToString(),
        SourceType = SourceType.Upload,
        FileName = version.FileName,
        MimeType = version.MimeType,
        Sha256 = version.Sha256,
    };

    /// <summary>The document ends here; a container may have waited for it.</summary>
    private async Task FailAsync(TenantTransaction unit, DocumentVersion version, Error error, CancellationToken cancellationToken)
    {
        if (DocumentErrors.RejectsUpload(error))
        {
            version.Rejected(error, time.GetUtcNow());
        }
        else
        {
            version.Failed(error, time.GetUtcNow());
        }

        Log.Ended(logger, version.Id, error.Code);
        await unit.Db.SaveChangesAsync(cancellationToken);
        await DocumentParts.FinishContainersAsync(unit.Db, version.ShopId, time.GetUtcNow(), cancellationToken);
    }

    private static async Task UpdateAsync(JobRun run, Action<DocumentVersion> step, CancellationToken cancellationToken)
    {
        await using var unit = await run.BeginAsync(cancellationToken);
        if (await FindAsync(unit.Db, run, cancellationToken) is { } version)
        {
            step(version);
        }

        await unit.CommitAsync(cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Version {VersionId} is a container of {Parts} parts.")]
        public static partial void Unpacked(ILogger logger, Guid versionId, int parts);

        [LoggerMessage(Level = LogLevel.Information, Message = "Version {VersionId} ended with {Code}.")]
        public static partial void Ended(ILogger logger, Guid versionId, string code);
    }
}
