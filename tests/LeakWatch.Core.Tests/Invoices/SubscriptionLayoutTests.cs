using LeakWatch.Core.Invoices;
using LeakWatch.Core.Ledger;

namespace LeakWatch.Core.Tests.Invoices;

/// <summary>Invented pages of subscriptions, each for one habit: names of documents that are no vendor's, discounts, credits and taxes within the lines, sums that share a line.</summary>
public sealed class SubscriptionLayoutTests
{
    [Theory]
    [InlineData("Quote Q-100", "Quotation")]
    [InlineData("INVOICE CR-2026-77 | 2026/02/14", "")]
    public void The_name_and_number_of_the_document_is_not_the_vendor(string reference, string title)
    {
        var invoice = PrintedPage.Read($"""
            Mossgate Reviews
            {title}
            {reference}

            Item                          Price
            Annual plan                   $1,200.00
            Total                         $1,200.00
            Paid with Mastercard •••• 1122 on Feb 14, 2026
            """);

        Assert.Equal("Mossgate Reviews", invoice.Vendor.Name);
    }

    [Fact]
    public void A_quantity_may_part_its_thousands_by_a_space()
    {
        var line = PrintedPage.Read("""
            Nuage Vitrine SAS
            FACTURE n° 2025-1187
            Date d'émission : 30/11/2025
            Désignation                        Qté        P.U. HT     Montant HT
            Messages supplémentaires         1 250         0,02 €        25,00 €
            Total HT                                                     25,00 €
            """).LineItems[0];

        Assert.Equal((1250m, 0.02m, 25m), (line.Quantity, line.UnitPrice, line.Amount));
    }

    [Fact]
    public void A_period_without_spaces_stands_in_a_column_of_its_own()
    {
        var line = PrintedPage.Read("""
            Brightdock LLC
            Invoice #  10023391
            Invoice Date  01/31/2026
            Service        Period                     Qty      Unit       Total
            Dock Pro       01/01/2026-01/31/2026        1      $99.00     $99.00
            Total due                                                     $99.00
            """).LineItems[0];

        Assert.Equal((new DateOnly(2026, 1, 1), new DateOnly(2026, 2, 1)), (line.PeriodStart, line.PeriodEnd));
        Assert.Equal(1m, line.Quantity);
    }

    [Fact]
    public void An_interval_beside_the_quantity_is_not_the_quantity()
    {
        var line = PrintedPage.Read("""
            Fathomcloud Ireland Limited
            Invoice number: 4823910023
            Subscription           Description     Interval           Quantity     Amount(€)
            Business Standard      Usage           1 Jan - 31 Jan            5         51.00
            Total in EUR                                                              €51.00
            """).LineItems[0];

        Assert.Equal(5m, line.Quantity);
    }

    [Fact]
    public void The_last_of_two_prices_is_what_a_line_comes_to()
    {
        var line = PrintedPage.Read("""
            Sable & Pine Studio
            Invoice: SP-204
            Work                                  Hours     Rate     Cost
            Theme support retainer, February          5       50      250
            Total: $250
            """).LineItems[0];

        Assert.Equal((5m, 50m, 250m), (line.Quantity, line.UnitPrice, line.Amount));
    }

    [Fact]
    public void Lines_after_their_discount_add_up_to_the_subtotal_less_the_discount()
    {
        var invoice = PrintedPage.Read("""
            Copperfield Reviews Oy
            Invoice CR-2026-77
            Product                Qty     Price     Discount     Total
            Reviews Premium          1     $480.00    -$96.00     $384.00
            Subtotal                                              $480.00
            Discount (20% off)                                    -$96.00
            Total                                                 $384.00
            """);

        Assert.Equal((ProofState.Holds, ProofState.Holds), (invoice.Quality.Proof!.LinesSum.State, invoice.Quality.Proof.Total.State));
        Assert.Null(invoice.LineItems[0].UnitPrice);
        Assert.Null(DocumentSums.Difference(invoice));
    }

    [Fact]
    public void A_balance_that_was_paid_is_no_part_of_the_total()
    {
        var header = PrintedPage.Read("""
            Fernline Hosting
            Invoice INV-77120 dated 5 March 2026
            Previous balance                                          €40.00
            Payment received 12 Feb 2026 - thank you                 -€40.00
            Managed server, March 2026                                €44.00
            Total due                                                 €44.00
            """).Invoice;

        Assert.Equal(44m, header.TotalAmount);
    }

    [Fact]
    public void A_discount_that_only_the_sums_name_explains_lines_below_their_price()
    {
        const string Invoice = """
            Copperfield Reviews Oy
            Invoice CR-2026-78
            Product                Qty     Price         Total
            Reviews Premium          1     $480.00     $384.00
            Subtotal                                   $480.00
            Discount (20% off)                         -$96.00
            Total                                      $384.00
            """;

        Assert.Null(DocumentSums.Difference(PrintedPage.Read(Invoice)));
        Assert.NotNull(DocumentSums.Difference(PrintedPage.Read(Invoice.Replace("-$96.00", "-$66.00", StringComparison.Ordinal))));
    }

    [Fact]
    public void The_code_between_total_and_amount_is_of_both()
    {
        var header = PrintedPage.Read("""
            Maplecart Software Inc.
            INVOICE No. MC-10442
            Description                                Amount
            Commerce Suite, March 2026                 $200.00
            Support                                    $120.00
                                              Subtotal $320.00
                                               Tax 12% $38.40
                                            Total CAD $358.40
            """).Invoice;

        Assert.Equal((320m, 38.40m, 358.40m, "CAD"), (header.SubtotalAmount, header.TaxAmount, header.TotalAmount, header.Currency));
    }

    [Fact]
    public void A_credit_among_the_lines_is_a_line()
    {
        var invoice = PrintedPage.Read("""
            Chatterwell Technologies Limited
            Invoice SBIE-9920113
            Feb 12 – Mar 12, 2026

            Description                              Quantity    Unit price     Amount
            Pro plan - per active user / month           6        $8.75       $52.50
            Credit for inactive users                                         -$4.12
            Prorated charges for 2 new users             2        $6.45       $12.90
                                                              Subtotal        $61.28
                                                              Total           $61.28
            """);

        Assert.Equal([52.50m, -4.12m, 12.90m], invoice.LineItems.Select(line => line.Amount!.Value));
        Assert.Equal("Chatterwell Technologies Limited", invoice.Vendor.Name);
        Assert.Equal(ProofState.Holds, invoice.Quality.Proof!.LinesSum.State);
    }

    [Fact]
    public void Several_sums_may_share_a_line()
    {
        var header = PrintedPage.Read("""
            (주)해솔클라우드
            이용요금 청구서
            항목                  이용기간                      금액(원)
            스탠다드 요금제       2026-01-01 ~ 2026-01-31        33,000
            초과 사용료           2026-01-01 ~ 2026-01-31         7,700
            공급가액: 37,000 / 부가가치세: 3,700
            청구금액: 40,700원
            """).Invoice;

        Assert.Equal((37_000m, 3_700m, 40_700m), (header.SubtotalAmount, header.TaxAmount, header.TotalAmount));
    }

    [Fact]
    public void Lines_with_their_tax_are_more_than_quantity_times_price()
    {
        var invoice = PrintedPage.Read("""
            Padlock Market Ltd
            Invoice 55102-77810-1
            13 Jan 2026
            Product                      Qty    Unit price    VAT              Subtotal
            Swiftform Pro (monthly)        1        €24.00    €4.56 (19%)        €28.56
            Total (incl. VAT)                                                    €28.56
            VAT total                                                             €4.56
            """);

        Assert.NotEqual(ProofState.Fails, invoice.Quality.Proof!.UnitPrice.State);
        Assert.Null(DocumentSums.Difference(invoice));
    }

    [Theory]
    [InlineData("Visa •••• 4410")]
    [InlineData("Feb 12 – Mar 12, 2026")]
    [InlineData("Order #Q-7781 · Feb 3, 2026")]
    public void A_card_a_period_or_an_order_is_not_the_sender(string line)
    {
        var invoice = PrintedPage.Read($"""
            Lumora Ads
            Receipt
            {line}

            Item                          Price
            Spring launch                 $250.00
            Total                         $250.00
            """);

        Assert.Equal("Lumora Ads", invoice.Vendor.Name);
    }

    [Fact]
    public void A_shop_with_a_number_is_still_the_vendor()
    {
        var invoice = PrintedPage.Read("""
            Greenbean #1042
            RECEIPT
            02/14/2026 09:12

            Latte                          $4.50
            Total                          $4.50
            """);

        Assert.StartsWith("Greenbean", invoice.Vendor.Name, StringComparison.Ordinal);
    }

    [Fact]
    public void A_payment_on_account_does_not_make_an_empty_previous_balance_count()
    {
        var header = PrintedPage.Read("""
            Fernline Hosting
            Invoice INV-77121 dated 5 April 2026
            Description                                    Amount
            Managed server, April 2026                     €44.00
            Previous balance                                €0.00
            Payment received 6 Apr 2026                   -€10.00
            Amount due                                     €34.00
            """).Invoice;

        Assert.Equal(34m, header.TotalAmount);
    }
}
