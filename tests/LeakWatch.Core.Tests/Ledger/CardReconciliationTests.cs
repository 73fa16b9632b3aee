using LeakWatch.Core.Findings;
using LeakWatch.Core.Invoices;
using LeakWatch.Core.ShopKnowledge;
using LeakWatch.Core.Tests.Detection;

namespace LeakWatch.Core.Tests.Ledger;

/// <summary>A row of a card statement is the payment of an invoice that is already here.</summary>
public sealed class CardReconciliationTests
{
    private static readonly Subscription Chat = new("Lanternchat", 64m);

    private static readonly Subscription Freight = new("Parcelwave", 100m) { Currency = "EUR" };

    [Theory]
    [InlineData("2026-03-06", false)] // 4 days before the invoice
    [InlineData("2026-03-07", true)]
    [InlineData("2026-03-10", true)]
    [InlineData("2026-03-20", true)]
    [InlineData("2026-03-21", false)] // 11 days after it
    public void A_row_pays_an_invoice_from_3_days_before_to_10_days_after_it(string on, bool isPayment) =>
        Assert.Equal(isPayment, IsPayment(Chat.Charge("2026-03-10"), Card.Default.Row("LANTERNCHAT", 64m, on, Chat.Vendor)));

    [Theory]
    [InlineData(64.00, true)]
    [InlineData(64.01, false)]
    [InlineData(65.00, false)] // 1.6 %, but no currency was converted
    public void In_the_same_currency_a_row_pays_the_very_amount(decimal amount, bool isPayment) =>
        Assert.Equal(isPayment, IsPayment(Chat.Charge("2026-03-10"), Card.Default.Row("LANTERNCHAT", amount, "2026-03-11", Chat.Vendor)));

    [Theory]
    [InlineData(113.00, true)] // 100.00 EUR are 108.70 USD; 4 % more are 113.04
    [InlineData(113.10, false)]
    [InlineData(104.40, true)] // 4 % less are 104.35
    [InlineData(104.30, false)]
    public void In_another_currency_a_row_pays_what_is_within_4_percent(decimal dollars, bool isPayment) =>
        Assert.Equal(
            isPayment,
            IsPayment(Freight.Charge("2026-03-10"), Card.Default.Row("PARCELWAVE", dollars, "2026-03-11", Freight.Vendor)));

    [Theory]
    [InlineData("EUR 100.00 @ 1.2500", true)]
    [InlineData("EUR 90.00 @ 1.3889", false)]
    public void The_original_amount_in_the_row_counts_before_any_rate(string original, bool isPayment) =>
        Assert.Equal(
            isPayment,
            IsPayment(
                Freight.Charge("2026-03-10"),
                Card.Default.Row("PARCELWAVE", 125m, "2026-03-11", Freight.Vendor, original: original)));

    [Fact]
    public void A_transfer_on_the_day_it_was_due_pays_an_invoice() =>
        Assert.True(IsPayment(Chat.Charge("2026-02-01").Header(header => header with { DueDate = Store.Day("2026-03-03") }), Row("2026-03-04")));

    [Fact]
    public void A_transfer_that_prints_the_number_pays_an_invoice_however_late() =>
        Assert.True(IsPayment(Chat.Charge("2026-01-01", number: "LC-2041"), Row("2026-03-04").Header(header => header with { Notes = "Ref LC-2041" })));

    [Fact]
    public void The_rate_is_that_of_the_nearest_day()
    {
        var context = Store.Context with { Fx = [Rates("2026-03-11", 0.80m), Rates("2025-01-01", 0.92m)] };

        Assert.True(IsPayment(Freight.Charge("2026-03-10"), Card.Default.Row("PARCELWAVE", 125m, "2026-03-11", Freight.Vendor), context));
    }

    [Theory]
    [InlineData("PAYPAL *LANTERNCHAT")]
    [InlineData("LANTERNCHAT* 12345")]
    [InlineData("LANTERNCHAT INC")]
    public void The_forms_of_a_name_on_a_statement_are_aliases(string descriptor) =>
        Assert.True(IsPayment(Chat.Charge("2026-03-10"), Card.Default.Row(descriptor, 64m, "2026-03-11")));

    [Fact]
    public void An_alias_of_the_organisation_is_one_too()
    {
        var context = Store.Context with { Vendors = [new() { Name = "Lanternchat", Aliases = ["LC SOFTWARE BV"] }] };

        Assert.True(IsPayment(Chat.Charge("2026-03-10"), Card.Default.Row("LC SOFTWARE BV", 64m, "2026-03-11"), context));
    }

    [Fact]
    public void The_row_of_another_vendor_pays_nothing_here() =>
        Assert.False(IsPayment(Chat.Charge("2026-03-10"), Card.Default.Row("SUNDIAL SCHEDULER", 64m, "2026-03-11", "Sundial Scheduler")));

    [Fact]
    public void A_payment_for_each_invoice_leaves_nothing_to_say() =>
        Expect.Nothing(Store.Detect("2026-03-28", Chat.Charges("2025-10-01", 6).SelectMany(invoice => new[] { invoice, Paid(invoice) })));

    [Fact]
    public void A_row_pays_one_invoice_only()
    {
        var result = Store.Detect(
            "2026-03-28",
            [
                Chat.Charge("2026-03-01"),
                (Chat with { Account = "acct-2002" }).Charge("2026-03-01"),
                Card.Default.Row("LANTERNCHAT", 64m, "2026-03-02", Chat.Vendor),
            ]);

        Assert.Single(result.Reconciled, reconciled => reconciled.Reason == "STATEMENT_ROW");
    }

    [Fact]
    public void A_pending_row_is_superseded_by_its_posting() =>
        Expect.Nothing(Paying(Row("2026-03-02").Settled(Settlement.Pending), Row("2026-03-04")));

    [Fact]
    public void A_declined_row_is_no_charge() =>
        Expect.Nothing(Paying(Row("2026-03-02").Settled(Settlement.Declined), Row("2026-03-04")));

    [Fact]
    public void A_reversed_row_is_no_charge() =>
        Expect.Nothing(Paying(Row("2026-03-02").Settled(Settlement.Reversed), Row("2026-03-04")));

    [Fact]
    public void A_row_that_equals_the_sum_of_a_Shopify_bill_pays_its_rows() =>
        Assert.True(PaysBill(Card.Default.Row("SHOPIFY* 412200310", 47.60m, "2026-03-03", "Shopify")));

    [Fact]
    public void A_row_that_names_the_number_of_a_Shopify_bill_pays_its_rows() =>
        Assert.True(PaysBill(Card.Default.Row("SHOPIFY* 412200310", 64.20m, "2026-03-03", "Shopify", currency: "AUD")));

    [Fact]
    public void A_row_that_neither_equals_nor_names_a_bill_pays_none() =>
        Assert.False(PaysBill(Card.Default.Row("SHOPIFY* 999999999", 39.00m, "2026-03-03", "Shopify")));

    private static bool PaysBill(NormalizedInvoice row) => Store.Detect(
            "2026-03-20",
            Subscription.App("Glowstack Reviews", 35m).OnBill("412200310", "2026-03-02", "2026-02-17", "2026-03-19"),
            Subscription.App("Dovetail Wishlist", 12.60m).OnBill("412200310", "2026-03-02", "2026-02-12", "2026-03-14"),
            row)
        .Reconciled.Any(reconciled => reconciled.Reason == "BILL_PAYMENT");

    private static DetectionResult Paying(params NormalizedInvoice[] rows) =>
        Store.Detect("2026-03-28", [.. Chat.Charges("2025-10-01", 6), .. rows]);

    private static NormalizedInvoice Row(string on) => Card.Default.Row("LANTERNCHAT", 64m, on, Chat.Vendor);

    private static NormalizedInvoice Paid(NormalizedInvoice invoice) => Row(Store.Iso(invoice.Invoice.InvoiceDate!.Value.AddDays(1)));

    private static bool IsPayment(NormalizedInvoice invoice, NormalizedInvoice row, DetectionContext? context = null) =>
        Store.Detect(
            "2026-03-28",
            context ?? Store.Context,
            invoice,
            row).Reconciled.Any(reconciled => reconciled.Reason == "STATEMENT_ROW");

    private static ExchangeRates Rates(string asOf, decimal euros) =>
        new() { AsOf = Store.Day(asOf), Base = "USD", Rates = new Dictionary<string, DecimalValue> { ["EUR"] = new(euros) } };
}
