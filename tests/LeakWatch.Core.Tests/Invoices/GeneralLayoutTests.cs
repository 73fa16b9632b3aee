namespace LeakWatch.Core.Tests.Invoices;

/// <summary>Invented pages, each for one habit of layouts: small tables of sums, taxes by rate, unlabelled parties, dates in sentences, numbers in parts.</summary>
public sealed class GeneralLayoutTests
{
    [Fact]
    public void Adds_the_rates_of_a_small_tax_table()
    {
        var invoice = PrintedPage.Read("""
            Hazel & Finch Stores Ltd
            14 Market Row, Ludlow SY8 1AA
            RECEIPT 0031-5582
            12/04/2026 10:41

            SEED TRAYS                   18.00 A
            WILD BIRD MIX                 6.00 B

            TOTAL TO PAY               £24.00

            VAT      RATE       NET      VAT    GROSS
            A        20.00%     15.00    3.00   18.00
            B        0.00%      6.00     0.00    6.00
            """);

        Assert.Equal((21m, 3m, 24m), (invoice.Invoice.SubtotalAmount, invoice.Invoice.TaxAmount, invoice.Invoice.TotalAmount));
        Assert.Equal("Hazel & Finch Stores Ltd", invoice.Vendor.Name);
    }

    [Fact]
    public void Takes_the_amount_before_what_it_includes()
    {
        var header = PrintedPage.Read("""
            Bramble Goods Ltd
            INVOICE
            Invoice Number:   BG-771
            Invoice Date:     04/11/2025
            Product                     Quantity      Price
            Wool throw                  1             £48.00
            Subtotal                                  £48.00
            Shipping                                  £4.80
            Total                                     £52.80 (includes £8.80 VAT)
            """).Invoice;

        Assert.Equal((52.80m, 8.80m), (header.TotalAmount, header.TaxAmount));
    }

    [Theory]
    [InlineData("CGST9 (9%)", "SGST9 (9%)")]
    [InlineData("CGST @ 9%", "SGST @ 9%")]
    public void Adds_taxes_whose_rate_is_written_onto_their_name(string first, string second)
    {
        var header = PrintedPage.Read($"""
            Indigo Loom Works LLP
            TAX INVOICE
            #             : IL/25-26/0091
            Invoice Date  : 14/02/2026

            Item & Description              Qty       Rate       Amount
            Cotton yarn                      10     100.00     1,000.00
            Sub Total                                          1,000.00
            {first}                                               90.00
            {second}                                               90.00
            Total                                             ₹1,180.00
            """).Invoice;

        Assert.Equal(("IL/25-26/0091", 180m, 1180m), (header.InvoiceNumber, header.TaxAmount, header.TotalAmount));
    }

    [Fact]
    public void Finds_the_subtotal_under_a_name_of_its_own()
    {
        var header = PrintedPage.Read("""
            Oakley & Daughter
            Invoice No. 713                                   3 February 2026
            Work                           Qty      Each          £
            Hedge laying                    10     85.00     850.00
            Gate hanging                     1    150.00     150.00

            Goods, hire and carting                        1,000.00
            VAT at 20%                                       200.00
            Total due                                     £1,200.00
            """).Invoice;

        Assert.Equal(1000m, header.SubtotalAmount);
    }

    [Fact]
    public void Adds_payment_and_balance_where_the_lines_say_so()
    {
        var header = PrintedPage.Read("""
            Tidy Books Co
            INVOICE

            INVOICE #     DATE           TOTAL DUE     DUE DATE       TERMS
            2184          03/01/2026     $600.00       03/31/2026     Net 30

            ACTIVITY         DESCRIPTION           QTY     RATE      AMOUNT
            Bookkeeping      Close of the books      1    650.00     650.00
            Payroll          Two runs                2    175.00     350.00

                                          PAYMENT                    400.00
                                          BALANCE DUE               $600.00
            """).Invoice;

        Assert.Equal((1000m, 600m, new DateOnly(2026, 3, 1), null), (header.TotalAmount, header.AmountDue, header.InvoiceDate, header.SubtotalAmount));
    }

    [Fact]
    public void Leaves_the_total_in_a_second_currency_aside()
    {
        var header = PrintedPage.Read("""
            Cirrus Harbor Invoice
            Invoice Number: CH-11820
            Invoice Date: February 3, 2026
            Storage                                                $300.00
            Compute                                                $200.00
            Service Charges                                        $500.00
            VAT - 21%                                              $105.00
            Total for this invoice                                 $605.00
            Total for this invoice in EUR (1 USD = 0.9 EUR)        €544.50
            """).Invoice;

        Assert.Equal(("USD", 605m, 105m), (header.Currency, header.TotalAmount, header.TaxAmount));
    }

    [Fact]
    public void Prefers_the_sender_with_contacts_to_the_recipient_above_it()
    {
        var invoice = PrintedPage.Read("""
                                                              Mareike Falk
                                                              Hafenweg 3
            Werft Tiede KG                                    24103 Kiel
            Am Kanal 50                                       post@falk-text.example
            24159 Kiel                                        Steuernummer 19/042/11837

            Rechnung No 2026-003
            Kiel, den 14. Januar 2026
            Sehr geehrter Herr Tiede,
            Leistung                  Menge     Einzelpreis        Betrag
            Text der Startseite           1        480,00 €      480,00 €
            Rechnungsbetrag                                      480,00 €
            Bitte begleichen Sie den Betrag bis zum 28. Januar 2026 auf mein Konto.
            Mit freundlichen Grüßen
            Mareike Falk
            """);

        Assert.Equal(("Mareike Falk", new DateOnly(2026, 1, 28)), (invoice.Vendor.Name, invoice.Invoice.DueDate));
    }

    [Fact]
    public void Reads_the_vendor_from_its_small_print()
    {
        var invoice = PrintedPage.Read("""
            Facture n° 0926 3381 20B6
            du 06 février 2026
                                                              M. Luc Castagnet
                                                              6 rue Droite
                                                              12100 Millau
            Box fibre                                                 30,00 €
            Total HT                                                  30,00 €
            TVA (20,00 %)                                              6,00 €
            Total TTC                                                 36,00 €

            Orbelle Télécom SAS au capital de 2 400 000 € – 18 boulevard des Carmes, 34000 Montpellier – RCS 799 102 338
            """);

        Assert.Equal(("Orbelle Télécom SAS", "0926 3381 20B6", new DateOnly(2026, 2, 6)), (invoice.Vendor.Name, invoice.Invoice.InvoiceNumber, invoice.Invoice.InvoiceDate));
    }

    [Fact]
    public void Joins_letters_set_apart() =>
        Assert.Equal("HARBOR INN", PrintedPage.Read("""
            HARBOR I N N
            Invoice Number: 4471
            Date: 2026-02-03
            Total: $20.00
            """).Vendor.Name);

    [Theory]
    [InlineData("Fatura FT 2026A/118", "FT 2026A/118")]
    [InlineData("Stornorechnung ST-2026-0093", "ST-2026-0093")]
    [InlineData("Invoice 4471", "4471")]
    public void Reads_a_number_with_all_its_parts(string title, string number) =>
        Assert.Equal(number, PrintedPage.Read($"""
            Lindqvist Service Lda
            {title}
            Data: 2026-03-31
            Total (EUR)      451,11
            """).Invoice.InvoiceNumber);

    [Theory]
    [InlineData("Please pay £249.13 by 14 March 2026")]
    [InlineData("Settlement is due by 14 March 2026.")]
    [InlineData("Merci de régler avant le 14 mars 2026")]
    [InlineData("Bitte überweisen Sie den Betrag bis zum 14.03.2026")]
    public void Reads_the_due_date_of_a_sentence(string sentence) =>
        Assert.Equal(new DateOnly(2026, 3, 14), PrintedPage.Read($"""
            Bright Moor Ltd
            Invoice Number: BM-117
            Invoice Date: 28 February 2026
            Total: £249.13
            {sentence}
            """).Invoice.DueDate);

    [Fact]
    public void Takes_no_later_instalment_for_the_due_date() =>
        Assert.Null(PrintedPage.Read("""
            Stadtwerke Ahrtal GmbH
            Rechnungsnummer: VR-34417
            Datum: 22.01.2026
            Rechnungsbetrag     203,08 €
            Der Vertrag endet am 31.12.2026.
            """).Invoice.DueDate);

    [Fact]
    public void Reads_the_month_before_the_words_billing_period()
    {
        var header = PrintedPage.Read("""
            Tide Hosting LLC
            Final invoice for the March 2026 billing period
            Invoice number: 511840277
            Date of issue: April 1, 2026
            Total due      $41.52
            """).Invoice;

        Assert.Equal((new DateOnly(2026, 3, 1), new DateOnly(2026, 4, 1)), (header.BillingPeriodStart, header.BillingPeriodEnd));
    }
}
