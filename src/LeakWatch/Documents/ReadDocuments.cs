using System.Runtime.CompilerServices;
using LeakWatch.Core;
using LeakWatch.Core.Documents;
using LeakWatch.Core.Invoices;

namespace LeakWatch.Documents;

/// <summary>One document with the invoices it holds, or the reason there are none.</summary>
/// <param name="Warnings">What a person should know about the reading, such as a page that could not be recognised.</param>
/// <param name="Text">What was extracted, for showing evidence in its place; null when reading failed.</param>
internal sealed record ReadDocument(
    InvoiceSource Source, Result<IReadOnlyList<NormalizedInvoice>> Invoices, IReadOnlyList<string> Warnings, ExtractedDocument? Text = null);

/// <summary>Files → normalised invoices: what <c>read</c> prints and <c>scan</c> goes on with.</summary>
internal static class ReadDocuments
{
    /// <returns>In the order of <paramref name="files"/>; every file answers at least once.</returns>
    public static async IAsyncEnumerable<ReadDocument> ReadAsync(
        IReadOnlyList<DocumentFile> files, IProgress<ReadingProgress>? progress = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var reader = new DocumentReader();
        await foreach (var outcome in reader.ReadAsync(files, progress, cancellationToken))
        {
            yield return Normalise(outcome);
        }
    }

    private static ReadDocument Normalise(DocumentOutcome outcome)
    {
        if (outcome.Document is not { IsOk: true, Value: var document })
        {
            return new(outcome.Source, outcome.Document.Error!, []);
        }

        var invoices = InvoiceReader.Read(document, outcome.Source);
        return new(outcome.Source, invoices is { IsOk: true, Value.Count: 0 } ? ReadingErrors.NoInvoiceFound(outcome.Source.FileName) : invoices, document.Warnings, document);
    }
}
