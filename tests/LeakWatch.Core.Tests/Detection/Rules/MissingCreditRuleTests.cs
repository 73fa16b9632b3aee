using LeakWatch.Core.Findings;
using LeakWatch.Core.Invoices;
using LeakWatch.Core.ShopKnowledge;

namespace LeakWatch.Core.Tests.Detection.Rules;

public sealed class MissingCreditRuleTests
{
    private static readonly Subscription Helpdesk = new("Tidemark Helpdesk", 94m) { Plan = "Team" };

    // Promised on 15 January: day 45 is 1 March.
    private static readonly DetectionContext Promised = Promise(47m);

    [Fact]
    public void Claims_a_credit_that_an_invoice_after_day_45_still_does_not_carry()
    {
        var leak = Expect.Leak(Store.Detect("2026-03-18", Promised, Helpdesk.Charges("2025-10-01", 6)), LeakType.MissingCredit, 47m);

        Assert.Equal(("Tidemark Helpdesk", "USD", SavingsKind.Recoverable), (leak.Vendor, leak.Currency, leak.SavingsKind));
    }

    [Fact]
    public void Waits_45_days() =>
        Expect.Nothing(Store.Detect("2026-02-28", Promised, Helpdesk.Charges("2025-10-01", 5)));

    [Theory]
    [InlineData("2026-02-28", false)] // day 44
    [InlineData("2026-03-01", true)] // day 45
    [InlineData("2026-03-02", true)]
    public void Needs_an_invoice_of_the_vendor_on_or_after_day_45(string lastInvoice, bool isProven)
    {
        var result = Store.Detect(
            "2026-03-18",
            Promised,
            [.. Helpdesk.Charges("2025-10-01", 4), Helpdesk.Charge("2026-02-01"), Helpdesk.Charge("2026-03-01", on: lastInvoice)]);

        Assert.Equal(isProven, result.Findings.Any(finding => finding is { Type: LeakType.MissingCredit, Verdict: Verdict.Leak }));
    }

    [Fact]
    public void Does_not_take_silence_for_proof() =>
        Expect.NoLeak(Store.Detect("2026-04-20", Promised, Helpdesk.Charges("2025-10-01", 4)));

    [Fact]
    public void Accepts_the_statement_of_the_card_that_had_paid_when_it_reaches_day_45() =>
        Expect.Leak(
            Store.Detect(
                "2026-03-18",
                Promised,
                [
                    .. PaidByCard,
                    Card.Default.Row("SUNDIAL SCHEDULER", 45m, "2026-02-02"),
                    Card.Default.Row("SUNDIAL SCHEDULER", 45m, "2026-03-03"),
                ]),
            LeakType.MissingCredit,
            47m);

    [Fact]
    public void Does_not_accept_a_statement_that_ends_before_day_45() =>
        Expect.NoLeak(Store.Detect("2026-03-18", Promised, [.. PaidByCard, Card.Default.Row("SUNDIAL SCHEDULER", 45m, "2026-02-27")]));

    [Fact]
    public void Does_not_accept_the_statement_of_another_card() =>
        Expect.NoLeak(Store.Detect("2026-03-18", Promised, [.. PaidByCard, new Card("9921").Row("SUNDIAL SCHEDULER", 45m, "2026-03-03")]));

    [Fact]
    public void Sees_the_credit_in_a_credit_note() =>
        Expect.Nothing(Store.Detect(
            "2026-03-18",
            Promised,
            [.. Helpdesk.Charges("2025-10-01", 6), Helpdesk.CreditNote(47m, "2026-02-12")]));

    [Fact]
    public void Sees_a_euro_credit_that_the_card_shows_in_dollars()
    {
        var euro = Helpdesk with { Currency = "EUR" };
        var promised = Store.Context with { PromisedCredits = [new() { Vendor = "Tidemark Helpdesk", Amount = 47m, Currency = "EUR", PromisedAt = Store.Day("2026-01-15") }] };

        Expect.Nothing(Store.Detect(
            "2026-03-18",
            promised,
            [.. euro.Charges("2025-10-01", 6), Card.Default.Row("TIDEMARK HELPDESK", -50.76m, "2026-02-12", Helpdesk.Vendor, original: "EUR 47.00")]));
    }

    [Fact]
    public void Sees_the_credit_as_a_line_of_the_next_invoice()
    {
        var credit = Helpdesk.Line("Credit as promised", -47m, null, null, isRecurring: false) with { Type = LineItemType.Credit };

        Expect.NoClaim(Store.Detect(
            "2026-03-18",
            Promised,
            [.. Helpdesk.Charges("2025-10-01", 4), Helpdesk.Charge("2026-02-01").Plus(credit), Helpdesk.Charge("2026-03-01")]));
    }

    [Fact]
    public void Sees_the_credit_as_a_refund_on_the_card() =>
        Expect.Nothing(Store.Detect(
            "2026-03-18",
            Promised,
            [.. Helpdesk.Charges("2025-10-01", 6), Card.Default.Row("TIDEMARK HELPDESK", -47m, "2026-02-14", Helpdesk.Vendor)]));

    [Fact]
    public void Claims_what_is_left_of_a_credit_that_came_in_part() =>
        Expect.Leak(
            Store.Detect("2026-03-18", Promised, [.. Helpdesk.Charges("2025-10-01", 6), Helpdesk.CreditNote(20m, "2026-02-12")]),
            LeakType.MissingCredit,
            27m);

    [Fact]
    public void Does_not_take_the_credit_of_another_vendor() =>
        Expect.Leak(
            Store.Detect(
                "2026-03-18",
                Promised,
                [.. Helpdesk.Charges("2025-10-01", 6), new Subscription("Quillpost", 60m).CreditNote(47m, "2026-02-12")]),
            LeakType.MissingCredit,
            47m);

    [Theory]
    [InlineData(4.99, false)]
    [InlineData(5.00, true)]
    public void Claims_nothing_below_the_floor_of_5_dollars(decimal promised, bool isLeak)
    {
        var result = Store.Detect("2026-03-18", Promise(promised), Helpdesk.Charges("2025-10-01", 6));

        Assert.Equal(isLeak, result.Findings.Any(finding => finding.Verdict is Verdict.Leak));
    }

    [Fact]
    public void Claims_the_charge_it_was_promised_for_instead_of_a_second_claim_for_the_duplicate()
    {
        var ledger = Helpdesk.Charges("2025-10-01", 6).Append(Helpdesk.Charge("2026-01-01", on: "2026-01-04", number: "TM-2"));
        var context = Store.Context with
        {
            PromisedCredits = [new() { Vendor = Helpdesk.Vendor, Amount = 94m, Currency = "USD", PromisedAt = new(2026, 1, 15), InvoiceNumber = "TM-2" }],
        };

        Expect.Leak(Store.Detect("2026-03-18", context, ledger), LeakType.MissingCredit, 94m);
    }

    // The vendor's last invoice is of December; after that only the card can tell.
    private static IEnumerable<NormalizedInvoice> PaidByCard =>
        Helpdesk.Charges("2025-10-01", 3).SelectMany(invoice =>
            new[] { invoice, Card.Default.Row("TIDEMARK HELPDESK", 94m, Store.Iso(invoice.Invoice.InvoiceDate!.Value.AddDays(1)), Helpdesk.Vendor) });

    private static DetectionContext Promise(decimal amount) => Store.Context with
    {
        PromisedCredits = [new() { Vendor = "Tidemark Helpdesk", Amount = amount, Currency = "USD", PromisedAt = new(2026, 1, 15) }],
    };
}
