using LeakWatch.Core.Documents;
using LeakWatch.Core.Invoices.Reading;

namespace LeakWatch.Core.Invoices.SecondReader;

/// <summary>Is a second reader worth its price? Only where the deterministic reading does not add up or misses something important.</summary>
/// <remarks>
/// Never for a table (each row is what the bank wrote, and there may be 50,000), for values of an e-invoice's XML (the vendor's own statement
/// of them), for lists of invoices, or for quotes, orders and notices: these state no charge, and no sum could prove what a model says of them.
/// </remarks>
public static class SecondReaderNeed
{
    /// <param name="invoices">What the deterministic reader made of the document; empty when it found no invoice.</param>
    public static bool For(ExtractedDocument document, IReadOnlyList<NormalizedInvoice> invoices)
    {
        if (document.DelimitedText is not null || document.Pages.All(page => page.Lines.Count == 0))
        {
            return false;
        }

        return invoices switch
        {
            [] => LooksLikeInvoice(document),
            [var only] => IsCharge(only.Invoice.Kind) && !ComesFromXml(only) && !IsComplete(only),
            _ => false,
        };
    }

    /// <summary>It adds up and misses nothing: no model can better it.</summary>
    public static bool IsComplete(NormalizedInvoice invoice) => invoice.Quality.MissingFields.Count == 0 && (invoice.Quality.Proof ?? InvoiceProof.Of(invoice)).Holds;

    /// <summary>Kinds with sums of their own that can prove a reading.</summary>
    internal static bool IsCharge(InvoiceKind kind) => kind is InvoiceKind.Invoice or InvoiceKind.Receipt or InvoiceKind.CreditNote;

    private static bool ComesFromXml(NormalizedInvoice invoice) =>
        invoice.LineItems.Any(line => line.Evidence.Kind is EvidenceKind.XmlNode) || invoice.FieldEvidence?.Values.Any(evidence => evidence.Kind is EvidenceKind.XmlNode) is true;

    // Letters, packing lists and bank statements hold no invoice either, and are nobody's business: a sum with its label and money must be there.
    private static bool LooksLikeInvoice(ExtractedDocument document)
    {
        var reading = PageReading.Of(document);
        return DocumentTitle.Find(reading)?.Title is null or Title.Invoice or Title.Receipt or Title.CreditNote
            && reading.Rows.Any(row => row.Labels.Any(found => found.Label.Meaning is Label.Total or Label.GrandTotal or Label.AmountDue or Label.AmountPaid))
            && reading.Rows.Any(row => row.Labels.Any(found => found.Label.Meaning is Label.InvoiceNumber or Label.InvoiceDate))
            && reading.Rows.SelectMany(row => row.Amounts).Any(amount => amount.IsMoney);
    }
}
