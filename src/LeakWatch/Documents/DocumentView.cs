using System.Text.Json;
using LeakWatch.Core;
using LeakWatch.Core.Documents;
using LeakWatch.Core.Invoices;
using LeakWatch.Core.Invoices.SecondReader;
using LeakWatch.Core.Serialization;
using LeakWatch.Data;
using LeakWatch.Extraction;
using LeakWatch.Invoices;
using Microsoft.EntityFrameworkCore;

namespace LeakWatch.Documents;

/// <param name="FirstInvoice">What a list shows of it; a statement has more.</param>
/// <param name="InvoiceCount">Invoices that its current version gave.</param>
/// <param name="Waiting">What its reading waits for; null while it goes on or has ended.</param>
internal sealed record DocumentListItem(
    Guid Id, string FileName, SourceType SourceType, Guid? ParentDocumentId, DocumentState State, int VersionNumber, long SizeBytes, string? MimeType, int? PageCount,
    ErrorView? Error, WaitingView? Waiting, DateTimeOffset CreatedAt, DateTimeOffset? EndedAt, InvoiceHeadingView? FirstInvoice, int InvoiceCount)
{
    public static DocumentListItem Of(DocumentRow row, InvoiceHeading? first) => new(
        row.Id, row.FileName, row.SourceType, row.ParentDocumentId, row.State, row.VersionNumber, row.SizeBytes, row.MimeType, row.PageCount,
        ErrorView.Of(row.ErrorCode, row.ErrorMessage), row.Waiting, row.CreatedAt, row.EndedAt,
        first is null ? null : new(first.Kind, first.VendorName, first.InvoiceNumber, first.InvoiceDate, first.Currency, first.TotalAmount is { } total ? Currencies.Rescale(total, first.Currency) : null), first?.Count ?? 0);
}

internal sealed record InvoiceHeadingView(InvoiceKind Kind, string? VendorName, string? InvoiceNumber, DateOnly? InvoiceDate, string? Currency, decimal? TotalAmount);

internal sealed record ErrorView(string Code, string Message)
{
    public static ErrorView? Of(string? code, string? message) => code is null ? null : new(code, message ?? "");
}

/// <summary>An outage that reading waits for; it goes on by itself when that ends.</summary>
/// <param name="Code">Which of our dependencies does not answer: STORE_UNAVAILABLE, DATABASE_UNAVAILABLE, …</param>
/// <param name="Since">Its first attempt that met the outage.</param>
/// <param name="NextTryAt">When it is tried again.</param>
internal sealed record WaitingView(string Code, DateTimeOffset Since, DateTimeOffset NextTryAt)
{
    public static Task<WaitingView?> FindAsync(LeakWatchDb db, Guid versionId, CancellationToken cancellationToken) =>
        db.Jobs.Where(job => job.SubjectId == versionId && job.OutageSince != null)
            .Select(job => new WaitingView(job.ErrorCode!, job.OutageSince!.Value, job.DueAt)).FirstOrDefaultAsync(cancellationToken);
}

/// <param name="State">Of the latest version.</param>
/// <param name="Waiting">What the reading of the latest version waits for; null while it goes on or has ended.</param>
/// <param name="CurrentVersionId">The version whose invoices count; null until one was read.</param>
/// <param name="InvoiceCount">Of the current version; <paramref name="Invoices"/> holds the first 50 of them.</param>
/// <param name="Parts">What the container held; empty for other documents.</param>
/// <param name="Versions">The newest first.</param>
/// <param name="LanguageModelReceipts">What left the house for the current version, to which model, and what it cost; empty where no model was asked.</param>
internal sealed record DocumentView(
    Guid Id, string FileName, SourceType SourceType, Guid? ParentDocumentId, DocumentState State, ErrorView? Error, WaitingView? Waiting, DateTimeOffset CreatedAt, Guid? CurrentVersionId,
    IReadOnlyList<VersionView> Versions, int InvoiceCount, IReadOnlyList<InvoiceView> Invoices, IReadOnlyList<DocumentListItem> Parts,
    IReadOnlyList<LanguageModelReceipt> LanguageModelReceipts)
{
    public const int MaxInvoices = 50;

    /// <returns>Null for what is not this shop's, or was deleted.</returns>
    public static async Task<DocumentView?> FindAsync(LeakWatchDb db, Guid shopId, Guid documentId, CancellationToken cancellationToken)
    {
        if (await db.Documents.AsNoTracking().SingleOrDefaultAsync(one => one.ShopId == shopId && one.Id == documentId && one.DeletedAt == null, cancellationToken) is not { } document)
        {
            return null;
        }

        var versions = await db.DocumentVersions.AsNoTracking().Where(version => version.DocumentId == documentId).OrderByDescending(version => version.Number).ToListAsync(cancellationToken);
        var invoices = document.CurrentVersionId is { } current ? await InvoiceView.ListAsync(db, current, 0, MaxInvoices, cancellationToken) : [];
        var count = invoices.Count < MaxInvoices ? invoices.Count : await db.Invoices.Where(invoice => invoice.DocumentVersionId == document.CurrentVersionId).MaxAsync(invoice => invoice.Position, cancellationToken) + 1;
        var parts = await DocumentQuery.ListAsync(db, shopId, new(null, documentId, null, ReadingLimits.Parts), cancellationToken);
        return new(
            document.Id, document.FileName, document.SourceType, document.ParentDocumentId, versions[0].State, ErrorView.Of(versions[0].ErrorCode, versions[0].ErrorMessage),
            await WaitingView.FindAsync(db, versions[0].Id, cancellationToken), document.CreatedAt,
            document.CurrentVersionId, [.. versions.Select(VersionView.Of)], count, invoices, parts.Value!.Items,
            await SecondReadingRows.ReceiptsAsync(db, document.CurrentVersionId ?? versions[0].Id, cancellationToken));
    }
}

/// <param name="Stages">In order, as far as it has come; a stage ends where the next begins.</param>
/// <param name="HasOriginal">Whether the file can still be downloaded.</param>
internal sealed record VersionView(
    Guid Id, int Number, DocumentState State, string FileName, string ContentType, string? MimeType, long SizeBytes, string Sha256, int? PageCount, ErrorView? Error,
    IReadOnlyList<StageView> Stages, bool HasOriginal)
{
    public static VersionView Of(DocumentVersion version) => new(
        version.Id, version.Number, version.State, version.FileName, version.ContentType, version.MimeType, version.SizeBytes, version.Sha256, version.PageCount,
        ErrorView.Of(version.ErrorCode, version.ErrorMessage), StagesOf(version), version.StoredKey is not null);

    private static List<StageView> StagesOf(DocumentVersion version)
    {
        (DocumentState Stage, DateTimeOffset? At)[] reached =
        [
            (DocumentState.Created, version.CreatedAt), (DocumentState.Uploaded, version.UploadedAt), (DocumentState.Extracting, version.ExtractingAt), (DocumentState.Extracted, version.ExtractedAt),
            (DocumentState.Normalizing, version.NormalizingAt), (DocumentState.Normalized, version.NormalizedAt), (DocumentState.Detecting, version.DetectingAt),
        ];
        var stages = reached.Where(stage => stage.At is not null).Select(stage => new StageView(stage.Stage, stage.At!.Value)).ToList();
        return version is { HasEnded: true, EndedAt: { } ended } ? [.. stages, new(version.State, ended)] : stages;
    }
}

internal sealed record StageView(DocumentState State, DateTimeOffset At);

/// <summary>A normalised invoice of schema 1.0 with what a person corrected in it.</summary>
/// <param name="Position">From 0 within its document; corrections name it.</param>
/// <param name="CorrectedFields">Their values are already in <paramref name="Invoice"/>.</param>
internal sealed record InvoiceView(int Position, NormalizedInvoice Invoice, IReadOnlyList<string> CorrectedFields)
{
    public static async Task<IReadOnlyList<InvoiceView>> ListAsync(LeakWatchDb db, Guid versionId, int from, int limit, CancellationToken cancellationToken)
    {
        var rows = await db.Invoices.AsNoTracking().Where(invoice => invoice.DocumentVersionId == versionId && invoice.Position >= from)
            .OrderBy(invoice => invoice.Position).Take(limit).Select(invoice => new { invoice.Position, invoice.Content }).ToListAsync(cancellationToken);
        var corrections = await db.Corrections.AsNoTracking().Where(correction => correction.DocumentVersionId == versionId && correction.Position >= from && correction.Position < from + limit)
            .Select(correction => new { correction.Position, correction.Field }).ToListAsync(cancellationToken);
        var fields = corrections.ToLookup(correction => correction.Position, correction => correction.Field);
        return [.. rows.Select(row => new InvoiceView(
            row.Position, JsonSerializer.Deserialize(row.Content, CoreJson.Default.NormalizedInvoice)!, [.. fields[row.Position].Order(StringComparer.Ordinal)]))];
    }
}

/// <summary>The text of one page, as it was read.</summary>
/// <param name="Width">Points of a PDF, pixels of a picture: for the aspect ratio.</param>
internal sealed record PageView(int Number, int PageCount, double Width, double Height, TextOrigin Origin, IReadOnlyList<LineView> Lines);

/// <param name="Number">From 1 within its page; evidence points to it.</param>
/// <param name="Box">Fractions of the page; null for a line without words.</param>
internal sealed record LineView(int Number, string Text, Box? Box)
{
    public static LineView Of(TextLine line) => new(line.Number, line.Text, line.Words.Count == 0 ? null : line.Box);
}

/// <param name="Row">Its line in the file, from 1; evidence points to it.</param>
internal sealed record RowView(int Row, IReadOnlyList<string> Cells);
