using LeakWatch.Core.Documents;
using LeakWatch.Core.Invoices;
using LeakWatch.Core.Invoices.SecondReader;

namespace LeakWatch.Core.Tests.Invoices.SecondReader;

public sealed class SecondReaderNeedTests
{
    private const string Complete = """
        Pinewood Forms, Inc.                                  INVOICE
        Invoice number: PF-2291
        Invoice date: March 4, 2026
        Description                          Qty    Unit price      Amount
        Team plan (monthly)                    5        $20.00     $100.00
        Subtotal                                                   $100.00
        Total USD                                                  $100.00
        """;

    [Fact]
    public void None_where_the_proof_holds_and_nothing_is_missing() => Assert.False(IsNeeded(Complete));

    [Fact]
    public void Needed_where_an_important_field_is_missing() =>
        Assert.True(IsNeeded(Complete.Replace("Invoice number: PF-2291", "Docket mark: PF-2291", StringComparison.Ordinal)));

    [Fact]
    public void Needed_where_the_sums_do_not_hold() =>
        Assert.True(IsNeeded(Complete.Replace("Subtotal                                                   $100.00", "Subtotal                                                    $90.00", StringComparison.Ordinal)));

    [Fact]
    public void Needed_where_no_invoice_was_found_though_it_looks_like_one() =>
        Assert.True(SecondReaderNeed.For(PrintedPage.Of("Pinewood Forms\nInvoice number unknown to us\nTotal of all\nto settle USD 108.00"), []));

    [Theory]
    [InlineData("Dear Jane,\nthank you for your visit. We paid USD 108.00 to the baker.")] // a letter
    [InlineData("Packing list\nInvoice number: 7\nTotal   USD 108.00")] // its title says what it is
    [InlineData("Bank statement\nInvoice date 2026-01-01\nTotal   USD 108.00\nTransfer to John Smith   USD 12.00")]
    public void None_where_no_invoice_was_found_and_it_is_nobodys_business(string page) => Assert.False(SecondReaderNeed.For(PrintedPage.Of(page), []));

    [Fact]
    public void None_for_a_quote() => Assert.False(IsNeeded(Complete.Replace("INVOICE", "QUOTE", StringComparison.Ordinal).Replace("Invoice number: PF-2291", "", StringComparison.Ordinal)));

    [Fact]
    public void None_for_a_table() => Assert.False(SecondReaderNeed.For(new() { Type = DocumentType.DelimitedText, DelimitedText = "a,b" }, []));

    [Fact]
    public void None_for_what_the_vendor_wrote_as_xml()
    {
        var document = PrintedPage.Of(Complete);
        var invoice = InvoiceReader.Read(document, new() { FileName = "a.pdf" }).Value![0];
        var fromXml = invoice with
        {
            Quality = invoice.Quality with { MissingFields = ["invoice.invoiceNumber"] },
            FieldEvidence = new Dictionary<string, Evidence> { ["invoice.totalAmount"] = new() { Kind = EvidenceKind.XmlNode, Excerpt = "100.00" } },
        };

        Assert.False(SecondReaderNeed.For(document with { InvoiceXml = "<Invoice/>" }, [fromXml]));
    }

    private static bool IsNeeded(string page)
    {
        var document = PrintedPage.Of(page);
        return SecondReaderNeed.For(document, InvoiceReader.Read(document, new() { FileName = "a.pdf" }).Value!);
    }
}
