using LeakWatch.Core.Documents;

namespace LeakWatch.Core.Invoices.Reading;

/// <summary>A document of pages (PDF text, OCR, mail, plain text) → its invoice, or none.</summary>
internal static class PageInvoiceReader
{
    public static NormalizedInvoice[] Read(ExtractedDocument document, InvoiceSource source)
    {
        var reading = PageReading.Of(document);
        if (reading.Rows.Count == 0)
        {
            return [];
        }

        var headings = reading.Headings;
        var totals = TotalsFinder.Find(reading, headings);
        var drafts = LineFinder.Find(reading, headings, totals);
        totals = PrintedSums.Complete(reading, totals, drafts);
        var number = NumberFinder.InvoiceNumber(reading);
        var date = DateFinder.InvoiceDate(reading);
        var terms = TermSentences.Find(reading);
        if (KindFinder.Find(reading, totals, drafts, number, date) is not { } kind)
        {
            return terms.Count == 0 ? [] : [Notice(reading, source, terms, date)];
        }

        return [new InvoiceAssembly(reading, source, kind, totals, drafts, number, date, terms).Build()];
    }

    private static NormalizedInvoice Notice(PageReading reading, InvoiceSource source, IReadOnlyList<Term> terms, Found<DateText>? date)
    {
        var vendor = VendorFinder.Find(reading);
        return new()
        {
            Source = source,
            Vendor = new() { Name = vendor?.Value, SupportEmail = Contacts.SupportEmail(reading)?.Value, Website = Contacts.Website(reading)?.Value },
            Account = NumberFinder.Account(reading)?.Value,
            Invoice = new() { Kind = InvoiceKind.Notice, InvoiceDate = date?.Value.Date ?? reading.Document.Mail?.WrittenOn },
            Terms = terms,
            Quality = new() { Confidence = vendor is null ? 40 : 65, MissingFields = vendor is null ? ["vendor.name"] : [] },
        };
    }
}
