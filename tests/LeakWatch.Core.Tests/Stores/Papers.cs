using System.Globalization;
using LeakWatch.Core.Invoices;

namespace LeakWatch.Core.Tests.Stores;

/// <summary>How papers reach a shop: exported twice, downloaded twice, and with names spelled in several ways. None of it changes what was charged.</summary>
internal static class Papers
{
    public static IEnumerable<NormalizedInvoice> AsTheyArrive(IReadOnlyList<NormalizedInvoice> ledger, DateOnly asOf, Random random)
    {
        var (exportsCardAgain, billAgain, downloadsAgain) = (random.Next(3) == 0, random.Next(3) == 0, random.Next(3) == 0);
        var bills = ledger.Where(IsBillRow).Select(document => document.Source.FileName).Distinct().ToList();
        var bill = billAgain && bills.Count > 0 ? bills[random.Next(bills.Count)] : null;
        var row = 1;
        foreach (var document in ledger)
        {
            yield return document.Invoice.Kind is not InvoiceKind.Statement && random.Next(8) == 0 ? SpelledDifferently(document, random) : document;
            var isCardRow = document.Invoice.Kind is InvoiceKind.Statement && document.Source.FileName.StartsWith("card-", StringComparison.Ordinal);
            if (exportsCardAgain && isCardRow && document.Invoice.InvoiceDate is { } date && date > asOf.AddDays(-100) && date < asOf.AddDays(-20))
            {
                yield return InAnotherFile(document, $"export-{document.Source.FileName}", ++row);
            }
            else if (document.Source.FileName == bill)
            {
                yield return InAnotherFile(document, $"again-{bill}", document.LineItems[0].Evidence.Pointer.Row!.Value);
            }
            else if (downloadsAgain && document.Invoice is { Kind: InvoiceKind.Invoice, InvoiceNumber: not null } && document.LineItems[0].Evidence.Kind is EvidenceKind.PdfTextSpan && random.Next(15) == 0)
            {
                yield return document with { Source = Renamed(document.Source, $"download-{document.Source.FileName}") };
            }
        }
    }

    private static bool IsBillRow(NormalizedInvoice document) => document.Invoice.PaymentMethodHint is "Shopify bill";

    private static NormalizedInvoice InAnotherFile(NormalizedInvoice document, string file, int row)
    {
        var line = document.LineItems[0];
        return document with
        {
            Source = Renamed(document.Source, file),
            LineItems = [line with { Evidence = line.Evidence with { Pointer = new() { Row = row } } }],
        };
    }

    private static InvoiceSource Renamed(InvoiceSource source, string file) => source with { FileName = file, DocumentVersionId = "dv-" + file, Sha256 = VendorBook.Sha256(file) };

    private static NormalizedInvoice SpelledDifferently(NormalizedInvoice document, Random random)
    {
        var name = document.Vendor.Name!;
        string[] spellings = [name.ToUpper(CultureInfo.InvariantCulture), name.Replace(" Inc.", ", Inc", StringComparison.Ordinal), "  " + name.Replace(" ", "  ", StringComparison.Ordinal), name + "."];
        return document with { Vendor = document.Vendor with { Name = spellings[random.Next(spellings.Length)] } };
    }
}
