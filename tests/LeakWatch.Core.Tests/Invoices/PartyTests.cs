using LeakWatch.Core.Documents;
using LeakWatch.Core.Invoices;

namespace LeakWatch.Core.Tests.Invoices;

/// <summary>Who wrote, who is written to, and what became of the payment; values invented.</summary>
public sealed class PartyTests
{
    [Fact]
    public void The_company_above_an_attention_line_is_the_customer() =>
        Assert.Equal("Coral Coast Digital Pty Ltd", Vendor("""
            TAX INVOICE
            Wattle Twine Pty Ltd              Coral Coast Digital Pty Ltd
            Attention: Accounts               PO Box 211
            Level 2, 14 Smith St              NORTH ADELAIDE SA 5006
            Invoice Number: INV-0457
            Invoice Date: 9 Mar 2026
            Total AUD      1,765.50
            """));

    [Fact]
    public void A_mailbox_without_an_address_beside_a_full_address_is_written_to() =>
        Assert.Equal("Nordwind Creative, Inc.", Vendor("""
            Nordwind Creative, Inc.           Acme Tile Corp.
            12345 Sunny Road                  John Doe
            Sunnyville, TX 12345              john@acmetile.example
            Invoice #: 4471
            Created: June 3, 2026
            Total: $730.00
            """));

    [Fact]
    public void A_salutation_Firma_opens_the_address_of_the_customer() =>
        Assert.Equal("Lena Kamp Übersetzungen", Vendor("""
            Lena Kamp Übersetzungen - Am Wall 5 - 28195 Bremen
            Firma
            Hansekontor GmbH
            Am Markt 1
            28195 Bremen
            Rechnungs-Nr.   RE-1042
            Rechnungsdatum  09.03.2026
            Gesamtbetrag    424,24 EUR
            """));

    [Fact]
    public void Company_is_the_seller_where_the_customer_is_named_as_such() =>
        Assert.Equal("Kauri Hardware Limited", Vendor("""
            SALES INVOICE
            ACC-SINV-2026-00091
            Customer Name: Blue Heron Cafe        Company: Kauri Hardware Limited
            Address: 9 Lake Rd                    Date: 02-05-2026
            Grand Total     $319.01
            """));

    [Fact]
    public void An_unknown_field_is_no_name() =>
        Assert.Equal("Swiftcrate Limited", Vendor("""
            Shipper Number A12B34
            Invoice Number   0000A12B34086
            Invoice Date     February 21, 2026
            Amount Due This Period    £300.49
            Swiftcrate Limited. UK VAT Reg GB 511 2233 09. Forest Road, Feltham TW13 7DY, United Kingdom
            """));

    [Theory]
    [InlineData("Threadbase, Inc.", "Threadbase")]
    [InlineData("주식회사 노을기획", "노을기획")]
    [InlineData("Company of Others", "Company of Others")]
    public void The_canonical_name_leaves_the_legal_form_out(string name, string canonical) =>
        Assert.Equal(canonical, PrintedPage.Read($"""
            {name}
            Invoice Number: 881
            Invoice Date: 2026-03-01
            Total: $20.00
            """).Vendor.CanonicalName);

    [Theory]
    [InlineData("Status: Payment failed", Settlement.Declined)]
    [InlineData("The card was declined.", Settlement.Declined)]
    [InlineData("If your payment failed, we try again in 3 days.", Settlement.Posted)]
    [InlineData("This invoice was voided on 3 March 2026", Settlement.Reversed)]
    [InlineData("Paid by Visa", Settlement.Posted)]
    public void A_page_says_whether_its_payment_stood(string line, Settlement settlement) =>
        Assert.Equal(settlement, PrintedPage.Read($"""
            Snowfield Analytics Oy
            Invoice number: SB-99120
            Invoice date: 3 Jun 2026
            Total €99.15
            {line}
            """).Invoice.Settlement);

    [Theory]
    [InlineData("lnvoice Number: 4471", "4471")]
    [InlineData("Invo1ce Number: 4471", "4471")]
    public void A_label_with_one_misread_letter_is_still_a_label_in_a_scan(string line, string number)
    {
        var page = PrintedPage.Of($"""
            Harbour Goods Ltd
            {line}
            Invoice Date: 3 February 2026
            T0tal: £20.00
            """) with { Origin = TextOrigin.Ocr };
        var invoice = Assert.Single(InvoiceReader.Read(page, new() { FileName = "scan.png" }).Value!);

        Assert.Equal((number, 20m), (invoice.Invoice.InvoiceNumber, invoice.Invoice.TotalAmount));
    }

    [Fact]
    public void Tax_that_is_printed_but_not_read_is_missing()
    {
        var invoice = PrintedPage.Read("""
            Bean Barrow Ltd
            Receipt number: 10-88123
            Date: 5 February 2026
            Flat white                     £11.00
            Total                          £11.00
            Prices contain VAT at 20%: £1.83 today
            """);

        Assert.Null(invoice.Invoice.TaxAmount);
        Assert.Contains("invoice.taxAmount", invoice.Quality.MissingFields);
    }

    private static string? Vendor(string page) => PrintedPage.Read(page).Vendor.Name;
}
