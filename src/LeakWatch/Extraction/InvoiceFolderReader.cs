using System.Runtime.CompilerServices;
using LeakWatch.Core;
using LeakWatch.Core.Documents;
using LeakWatch.Core.Invoices;

namespace LeakWatch.Extraction;

/// <summary>One document with the invoices it holds, or the reason there are none.</summary>
/// <param name="Warnings">What a person should know about the reading, such as a page that could not be recognised.</param>
/// <param name="Text">What was extracted, for showing evidence in its place; null when reading failed.</param>
internal sealed record ReadDocument(
    InvoiceSource Source, Result<IReadOnlyList<NormalizedInvoice>> Invoices, IReadOnlyList<string> Warnings, ExtractedDocument? Text = null);

/// <summary>Files → normalised invoices: what <c>read</c> prints and <c>scan</c> goes on with.</summary>
internal static class InvoiceFolderReader
{
    /// <returns>In the order of <paramref name="files"/>; every file answers at least once.</returns>
    public static async IAsyncEnumerable<ReadDocument> ReadAsync(
        IReadOnlyList<DocumentFile> files, IProgress<ReadingProgress>? progress = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var reader = new DocumentExtractor();
        ReadDocument? letter = null;
        await foreach (var outcome in reader.ReadAsync(files, progress, cancellationToken))
        {
            var document = Normalise(outcome);
            if (letter is not null)
            {
                yield return document.Source.ParentFileName == letter.Source.FileName ? letter with { Invoices = Array.Empty<NormalizedInvoice>() } : letter;
                letter = null;
            }

            // A mail's own text comes before its attachments, and says no more than "attached" where they are the invoice.
            if (document is { Text.Type: DocumentType.Mail, Invoices.IsOk: false })
            {
                letter = document;
            }
            else
            {
                yield return document;
            }
        }

        if (letter is not null)
        {
            yield return letter;
        }
    }

    private static ReadDocument Normalise(ExtractedFile outcome)
    {
        if (outcome.Document is not { IsOk: true, Value: var document })
        {
            return new(outcome.Source, outcome.Document.Error!, []);
        }

        Result<IReadOnlyList<NormalizedInvoice>> invoices;
        try
        {
            invoices = InvoiceReader.Read(document, outcome.Source);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // A mistake of ours in understanding one page must not cost the other documents of the call.
            invoices = ReadingErrors.NotUnderstood(outcome.Source.FileName, exception.GetType().Name);
        }

        return new(outcome.Source, invoices is { IsOk: true, Value.Count: 0 } ? ReadingErrors.NoInvoiceFound(outcome.Source.FileName) : invoices, document.Warnings, document);
    }
}
