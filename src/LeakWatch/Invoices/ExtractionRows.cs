using System.Text.Json;
using LeakWatch.Core.Documents;
using LeakWatch.Core.Serialization;
using LeakWatch.Data;
using Microsoft.EntityFrameworkCore;

namespace LeakWatch.Invoices;

/// <summary>Extracted text ↔ its rows. Saving replaces what the version had: run twice, it gives the same rows.</summary>
internal static class ExtractionRows
{
    public static async Task SaveAsync(LeakWatchDb db, Guid versionId, ExtractedDocument document, CancellationToken cancellationToken)
    {
        await db.ExtractedTexts.Where(text => text.Id == versionId).ExecuteDeleteAsync(cancellationToken);
        await db.ExtractedPages.Where(page => page.DocumentVersionId == versionId).ExecuteDeleteAsync(cancellationToken);
        db.Add(new ExtractedText
        {
            Id = versionId,
            OrganizationId = db.OrganizationId,
            Type = document.Type,
            Origin = document.Origin,
            DelimitedText = WithoutNul(document.DelimitedText),
            InvoiceXml = WithoutNul(document.InvoiceXml),
            Mail = document.Mail is null ? null : WithoutNul(JsonSerializer.Serialize(document.Mail, CoreJson.Default.MailHeader)),
            Warnings = [.. document.Warnings],
        });
        db.AddRange(document.Pages.Select(page => new ExtractedPage
        {
            Id = Guid.CreateVersion7(),
            OrganizationId = db.OrganizationId,
            DocumentVersionId = versionId,
            Number = page.Number,
            Width = page.Width,
            Height = page.Height,
            Lines = WithoutNul(JsonSerializer.Serialize(page.Lines, CoreJson.Default.IReadOnlyListTextLine))!,
        }));
    }

    /// <returns>Null when the text is past its retention, or was never extracted.</returns>
    public static async Task<ExtractedDocument?> LoadAsync(LeakWatchDb db, Guid versionId, CancellationToken cancellationToken)
    {
        if (await db.ExtractedTexts.AsNoTracking().SingleOrDefaultAsync(text => text.Id == versionId, cancellationToken) is not { } text)
        {
            return null;
        }

        // One at a time: the JSON of all pages of a long document is much more than what it says.
        var pages = new List<TextPage>();
        await foreach (var page in db.ExtractedPages.AsNoTracking().Where(page => page.DocumentVersionId == versionId).OrderBy(page => page.Number).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            pages.Add(new(page.Number, page.Width, page.Height, JsonSerializer.Deserialize(page.Lines, CoreJson.Default.IReadOnlyListTextLine)!));
        }

        return new ExtractedDocument
        {
            Type = text.Type,
            Origin = text.Origin,
            DelimitedText = text.DelimitedText,
            InvoiceXml = text.InvoiceXml,
            Mail = text.Mail is null ? null : JsonSerializer.Deserialize(text.Mail, CoreJson.Default.MailHeader),
            Warnings = text.Warnings,
            Pages = pages,
        };
    }

    /// <summary>Postgres keeps every character but this one, which no invoice needs.</summary>
    internal static string? WithoutNul(string? text) => text?.Replace("\0", "", StringComparison.Ordinal).Replace("\\u0000", "", StringComparison.Ordinal);
}
