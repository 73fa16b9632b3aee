using LeakWatch.Core.Findings;
using LeakWatch.Core.Invoices;

namespace LeakWatch.Core.Tests.Detection.Rules;

public sealed class InvoiceMathRuleTests
{
    private static readonly Subscription Storage = new("Harrow Fulfilment", 100m) { Plan = "Storage" };

    [Theory]
    [InlineData(100, 101.01)] // 1 % and one cent over 1.00
    [InlineData(100, 98.99)]
    [InlineData(1000, 1006.00)] // 0.6 %
    [InlineData(1000, 1005.10)] // just over 0.5 % of either sum
    public void Asks_about_a_document_whose_total_is_not_the_sum_of_its_lines(decimal lines, decimal total) =>
        Expect.Review(Store.Detect("2026-03-12", Printing(lines, total)), LeakType.InvoiceMath);

    [Theory]
    [InlineData(100, 101.00)] // 1 %, but exactly 1.00
    [InlineData(100, 99.00)]
    [InlineData(1000, 1005.00)] // exactly 0.5 %
    [InlineData(1000, 1004.00)]
    [InlineData(0.50, 1.50)]
    public void Leaves_a_difference_of_rounding_alone(decimal lines, decimal total) =>
        Expect.Nothing(Store.Detect("2026-03-12", Printing(lines, total)));

    [Fact]
    public void Asks_when_subtotal_and_tax_do_not_make_the_total() =>
        Expect.Review(
            Store.Detect(
                "2026-03-12",
                (Storage with { TaxPercent = 20 }).Charge("2026-03-01").Header(header => header with { TotalAmount = 130m })),
            LeakType.InvoiceMath);

    [Fact]
    public void Asks_when_the_lines_do_not_make_the_subtotal() =>
        Expect.Review(
            Store.Detect(
                "2026-03-12",
                Storage.Charge("2026-03-01").Header(header => header with { SubtotalAmount = 121m, TotalAmount = 121m })),
            LeakType.InvoiceMath);

    [Fact]
    public void Asks_about_a_credit_note_that_does_not_add_up() =>
        Expect.Review(
            Store.Detect(
                "2026-03-12",
                Storage.Charge("2026-03-01"),
                Storage.CreditNote(40m, "2026-03-05").Header(header => header with { TotalAmount = -60m })),
            LeakType.InvoiceMath);

    [Fact]
    public void Knows_that_tax_and_discount_are_no_part_of_the_subtotal() =>
        Expect.Nothing(Store.Detect("2026-03-12", (Storage with { TaxPercent = 20 }).Charge("2026-03-01").Less(12m)));

    [Fact]
    public void Knows_that_a_previous_balance_is_no_part_of_the_total() =>
        Expect.Nothing(Store.Detect(
            "2026-03-12",
            Storage.Charge("2026-03-01").Header(header => header with { AmountDue = 200m, Notes = "Previous balance 100.00" })));

    [Fact]
    public void Asks_one_question_and_shows_the_document()
    {
        var review = Expect.Review(Store.Detect("2026-03-12", Printing(100m, 121m)), LeakType.InvoiceMath);

        Assert.False(string.IsNullOrWhiteSpace(review.Question?.ToString()));
        Assert.NotEmpty(review.Evidence);
    }

    [Fact]
    public void Lets_nothing_else_be_claimed_as_a_duplicate_from_that_document() =>
        Expect.Review(
            Store.Detect(
                "2026-03-12",
                [
                    .. Storage.Charges("2025-10-01", 6),
                    Storage.Charge("2026-03-01", on: "2026-03-04", number: "HF-9").Header(WithTotal(125m)),
                ]),
            LeakType.InvoiceMath);

    [Fact]
    public void Lets_nothing_else_be_claimed_as_a_spike_from_that_document() =>
        Expect.Review(
            Store.Detect(
                "2026-03-12",
                [.. Storage.Charges("2025-10-01", 5), (Storage with { Price = 400m }).Charge("2026-03-01").Header(WithTotal(450m))]),
            LeakType.InvoiceMath);

    [Fact]
    public void Lets_nothing_else_be_claimed_after_a_cancellation_from_that_document() =>
        Expect.Review(
            Store.Detect(
                "2026-03-12",
                [
                    .. Storage.Charges("2025-10-01", 5),
                    Storage.Notice("2026-02-10", Terms.Cancelled("2026-03-01")),
                    Storage.Charge("2026-03-01").Header(WithTotal(125m)),
                ]),
            LeakType.InvoiceMath);

    [Fact]
    public void Asks_nothing_about_money_that_came_in_without_a_currency() =>
        Expect.Nothing(Store.Detect("2026-03-12", Card.Default.Row("STOREFRONT PAYOUT", -640.20m, "2026-03-02").Header(header => header with { Currency = null })));

    [Fact]
    public void Takes_a_number_that_changes_every_month_for_a_reference_and_not_for_a_bank_account() =>
        Expect.Nothing(Store.Detect(
            "2026-03-12",
            Storage.Charges("2025-10-01", 6).Select((invoice, month) => invoice.Header(header => header with { PaymentMethodHint = $"Bank transfer, ref 88127{month}31{month}" }))));

    [Fact]
    public void Asks_about_another_bank_account_after_one_that_stood() =>
        Expect.Review(
            Store.Detect(
                "2026-03-12",
                Storage.Charges("2025-10-01", 6).Select((invoice, month) => invoice.Header(header => header with { PaymentMethodHint = month < 5 ? "Bank transfer to 12345678" : "Bank transfer to 87654321" }))),
            LeakType.InvoiceMath);

    private static NormalizedInvoice Printing(decimal lines, decimal total) =>
        (Storage with { Price = lines }).Charge("2026-03-01").Header(WithTotal(total));

    private static Func<InvoiceHeader, InvoiceHeader> WithTotal(decimal total) => header => header with { TotalAmount = total };
}
