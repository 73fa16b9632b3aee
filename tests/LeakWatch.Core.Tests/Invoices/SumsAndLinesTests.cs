using LeakWatch.Core.Invoices;

namespace LeakWatch.Core.Tests.Invoices;

/// <summary>Which printed amounts are sums, which are lines, and which are neither; values invented.</summary>
public sealed class SumsAndLinesTests
{
    [Fact]
    public void A_discount_among_the_lines_is_one_where_the_subtotal_says_so() =>
        Assert.Equal([59m, 30m, -5m], Amounts("""
            Amberline Tools Ltd
            Invoice number: 881
            Date: 2026-03-05
            Description         Qty    Price    Amount
            Pro plan              1    59.00     59.00
            Agents                2    15.00     30.00
            Coupon discount                      -5.00
            Subtotal                             84.00
            Tax                                   8.40
            Total                               €92.40
            """));

    [Fact]
    public void A_discount_below_the_subtotal_is_no_line() =>
        Assert.Equal([144m, 50m], Amounts("""
            Amberline Tools Ltd
            Invoice number: 881
            Date: 2026-03-05
            Description         Qty    Price    Amount
            Growth plan           6    24.00    144.00
            Contacts              5    10.00     50.00
            Subtotal                            194.00
            Loyalty discount                    -28.80
            Total excluding tax                 165.20
            Sales tax                            13.60
            Total                              $178.80
            """));

    [Fact]
    public void A_word_in_the_column_of_taxes_ends_no_table() =>
        Assert.Equal([1200m, 385m, 22m], Amounts("""
            Coral Digital Pty Ltd
            TAX INVOICE 457
            Date: 9 Mar 2026
            Description          Quantity    Unit Price    GST         Amount AUD
            SEO retainer             1.00      1,200.00    10%           1,200.00
            Copywriting              3.50        110.00    10%             385.00
            Domain renewal           1.00         22.00    GST Free         22.00
            Subtotal                                                     1,607.00
            TOTAL GST 10%                                                  158.50
            TOTAL AUD                                                    1,765.50
            """));

    [Fact]
    public void The_head_of_a_group_repeats_its_members() =>
        Assert.Equal([24m, 12m, 12.18m], Amounts("""
            Rimepond LLC
            Final invoice for the March 2026 billing period
            Invoice number: 503911
            Date of issue: April 1, 2026
            Total usage charges                      $48.18
            Taxes, fees, and surcharges               $9.64
            Total due                                $57.82

            Machines      Hours                      $48.18
            web-01          744                      $24.00
            worker-01       744                      $12.00
            volumes         744                      $12.18
            """));

    [Fact]
    public void Usage_charges_with_their_tax_are_what_is_due()
    {
        var header = PrintedPage.Read("""
            Rimepond LLC
            Invoice number: 503911
            Date of issue: April 1, 2026
            Total usage charges                      $48.18
            Taxes, fees, and surcharges               $9.64
            Total due                                $57.82
            """).Invoice;

        Assert.Equal((48.18m, 9.64m, 57.82m), (header.SubtotalAmount, header.TaxAmount, header.TotalAmount));
    }

    [Theory]
    [InlineData("Visa · 7712")]
    [InlineData("Payment is due within 14 days to sort code 20-00-00, account 12345678.")]
    public void Digits_of_cards_and_accounts_are_no_sums(string line) =>
        Assert.Equal(250m, PrintedPage.Read($"""
            Brackenfold Ltd
            Invoice No: BC-118
            Date: 6 May 2026
            Total                                   $250.00
            {line}
            """).Invoice.TotalAmount);

    [Theory]
    [InlineData("NJ TAX 6.625%")]
    [InlineData("Insurance Premium Tax 6.625%")]
    [InlineData("of which VAT at 6.625%")]
    public void A_tax_has_names_of_its_own(string name) =>
        Assert.Equal(3.88m, PrintedPage.Read($"""
            Halcyon Relay LLC
            Invoice number: HR-260417
            Date: 2026-04-17
            Subtotal                         $58.50
            {name}                            $3.88
            Total                            $62.38
            """).Invoice.TaxAmount);

    [Fact]
    public void Tax_noted_below_a_price_is_no_sum() =>
        Assert.Equal([760m, 135m], Amounts("""
            Nordic Ops Studio
            Invoice number: 219
            Date: 2026-02-06
            Description          Rate       Qty     Line Total
            Theme changes        $95.00       8        $760.00
            January              +HST
            Flow set-up          $135.00      1        $135.00
                                 +HST
            Subtotal                                   $895.00
            HST (13%)                                  $116.35
            Total                                    $1,011.35
            """));

    [Fact]
    public void A_customer_charge_is_a_line_and_no_customer() =>
        Assert.Equal("Sundale Energy Cooperative", PrintedPage.Read("""
            Sundale Energy Cooperative
            PO Box 118, Madison WI 53703
            Bill ID 8830127745
            Bill Date Feb 11, 2026
            Service for
            Walnut Street Books Inc.
            190 Maple St, Madison WI
            Electric delivery                     61.63
            Customer charge                       15.00
            State sales tax                        4.38
            Amount due                           $81.01
            """).Vendor.Name);

    [Fact]
    public void A_legal_form_on_the_next_line_ends_the_name_above() =>
        Assert.Equal("Coral Coast Digital Pty Ltd", PrintedPage.Read("""
            TAX INVOICE
                                              Coral Coast Digital
                                              Pty Ltd
                                              PO Box 211
                                              NORTH ADELAIDE SA 5006
            Invoice Number: INV-0457
            Invoice Date: 9 Mar 2026
            Total AUD      1,765.50
            """).Vendor.Name);

    [Fact]
    public void A_bracket_around_words_and_an_amount_is_no_minus()
    {
        var invoice = PrintedPage.Read("""
            コントソ商店
            2020年9月21日
            海鮮丼                    ¥2,000
            牛タン弁当                ¥2,500
            小計                      ¥4,500
            合計                      ¥4,500
               (消費税等               ¥409)
            """);

        Assert.Equal((4500m, 409m), (invoice.Invoice.TotalAmount, invoice.Invoice.TaxAmount));
    }

    [Fact]
    public void An_order_confirmation_with_its_number_is_no_charge() =>
        Assert.All(PrintedPage.ReadAll("""
            Auftragsbestätigung AB-7712
            Radteile Wind GmbH
            Datum 05.02.2026
            Artikel        Menge      Preis      Gesamt
            Bremse             2      18,00       36,00
            Gesamtsumme   42,84 €
            """), invoice => Assert.Equal(InvoiceKind.Order, invoice.Invoice.Kind));

    private static IEnumerable<decimal> Amounts(string page) => PrintedPage.Read(page).LineItems.Select(line => line.Amount!.Value);
}
