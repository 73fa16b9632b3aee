using LeakWatch.Core.Documents;
using LeakWatch.Core.Invoices.Reading;

namespace LeakWatch.Core.Invoices;

/// <summary>Extracted text → normalised invoices, deterministically and without a language model.</summary>
public static class InvoiceReader
{
    /// <returns>0..n invoices: none for a page that is no invoice at all, one for each row of a statement.</returns>
    public static Result<IReadOnlyList<NormalizedInvoice>> Read(ExtractedDocument document, InvoiceSource source) =>
        document.DelimitedText is { } table ? Statements.StatementReader.Read(table, source)
        : document.InvoiceXml is not null ? ElectronicInvoices.ElectronicInvoiceReader.Read(document, source)
        : PageInvoiceReader.Read(document, source);
}
