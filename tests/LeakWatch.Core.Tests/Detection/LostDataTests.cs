using LeakWatch.Core.Findings;
using LeakWatch.Core.Invoices;

namespace LeakWatch.Core.Tests.Detection;

/// <summary>Documents that never came and fields that were not read: what is missing proves nothing, and what is there still does.</summary>
public sealed class LostDataTests
{
    private static readonly Subscription Plan = new("Ironwood Academy", 120m) { Plan = "Starter" };

    private static readonly NormalizedInvoice Ended = Plan.Notice("2025-12-09", Terms.Cancelled("2026-01-01"));

    private static readonly Subscription Quiz = new("Juniper Quiz", 39m) { Plan = "Plus" };

    private static readonly NormalizedInvoice Trial = Quiz.Trial("2026-02-16", "2026-03-02");

    [Fact]
    public void A_second_file_whose_number_was_not_read_is_not_claimed_beside_a_credited_invoice()
    {
        var charge = Plan.Charge("2026-01-01", number: "IA-70390");
        var review = Assert.Single(
            Store.Detect("2026-03-01", [.. Plan.Charges("2025-08-01", 5), Ended, charge, charge.Numbered(null).InFile("download.pdf"), Plan.CreditNote(120m, "2026-01-07", "IA-70390")]).Findings,
            finding => finding.Verdict is not Verdict.Watch);

        Assert.Equal(Verdict.Review, review.Verdict);
        Assert.Contains("another charge than IA-70390", review.Question!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_file_whose_number_was_not_read_leaves_the_claim_of_the_invoice_alone()
    {
        var charge = Plan.Charge("2026-01-01", number: "IA-70390");
        var result = Store.Detect("2026-01-20", [.. Plan.Charges("2025-08-01", 5), Ended, charge, charge.Numbered(null).InFile("download.pdf")]);

        Assert.Equal([120m], result.Findings.Where(finding => finding.Verdict is Verdict.Leak).Select(finding => finding.Amount!.Value));
    }

    [Fact]
    public void A_second_file_whose_number_was_not_read_uses_up_no_cap()
    {
        var sms = new Subscription("Pingwell SMS", 0.02m) { Plan = "Messages", ProductCode = "SMS", Cadence = Cadence.Usage, Quantity = 7000 };
        var usage = sms.Charge("2026-02-01");

        Expect.NoLeak(Store.Detect(
            "2026-03-09", [sms.Notice("2025-08-01", Terms.UsageCap(150m) with { ProductCode = "SMS" }), .. sms.Charges("2025-09-01", 5), usage, usage.Numbered(null).InFile("download.pdf")]));
    }

    [Fact]
    public void A_refund_row_without_a_total_is_a_refund()
    {
        var refund = Card.Default.Row("IRONWOOD ACADEMY", -60m, "2025-11-13", "Ironwood Academy").Header(header => header with { TotalAmount = null, SubtotalAmount = null });
        var context = Store.Context with { PromisedCredits = [new() { Vendor = "Ironwood Academy", Amount = 60m, Currency = "USD", PromisedAt = new(2025, 11, 4) }] };

        Expect.NoClaim(Store.Detect("2026-03-01", context, [.. Plan.Charges("2025-08-01", 7), refund]));
    }

    [Fact]
    public void A_total_that_was_not_read_is_that_of_the_lines_with_the_printed_tax()
    {
        var taxed = Plan with { TaxPercent = 20 };
        var charge = taxed.Charge("2026-01-01");
        var without = charge.InFile("download.pdf").Header(header => header with { TotalAmount = null, SubtotalAmount = null });

        Expect.Nothing(Store.Detect("2026-01-20", charge, without with { LineItems = [.. without.LineItems.Where(line => line.Type is not LineItemType.Tax)] }));
    }

    [Fact]
    public void Seats_added_to_a_running_year_without_a_printed_number_are_asked_about()
    {
        var year = Plan with { Cadence = Cadence.Yearly, Price = 500m };
        var added = Uncounted((year with { Price = 264m }).Charge("2025-07-10", "2026-05-26"));

        Expect.Review(Store.Detect("2025-09-14", Uncounted(year.Charge("2025-05-26")), added), LeakType.DuplicateCharge);
    }

    [Fact]
    public void The_rest_of_a_year_that_costs_the_same_a_day_is_claimed()
    {
        var year = Plan with { Cadence = Cadence.Yearly, Price = 365m };
        var again = Uncounted((year with { Price = 320m }).Charge("2025-07-10", "2026-05-26"));

        Expect.Leak(Store.Detect("2025-09-14", Uncounted(year.Charge("2025-05-26")), again), LeakType.DuplicateCharge, 320m);
    }

    [Fact]
    public void Rows_of_the_card_show_that_a_trial_was_accepted_though_its_invoices_never_came() => Expect.NoClaim(Store.Detect(
        "2026-06-20",
        [Trial, Quiz.Charge("2026-03-02"), .. new[] { "2026-04-02", "2026-05-02", "2026-06-02" }.Select(day => Card.Default.Row("JUNIPER QUIZ", 39m, day, "Juniper Quiz"))]));

    [Theory]
    [InlineData("2026-05-05", Verdict.Leak)]
    [InlineData("2026-05-06", Verdict.Review)] // The third charge was due on 3 May.
    public void A_trial_whose_third_charge_is_due_may_have_been_accepted(string asOf, Verdict verdict) => Assert.Equal(
        verdict,
        Assert.Single(Store.Detect(asOf, [Trial, .. Quiz.Charges("2026-03-02", 2)]).Findings, finding => finding.Verdict is not Verdict.Watch).Verdict);

    [Fact]
    public void A_trial_that_was_cancelled_after_its_first_charge_was_not_accepted() => Expect.Leak(
        Store.Detect("2026-07-20", Trial, Quiz.Charge("2026-03-02"), Quiz.Notice("2026-03-10", Terms.Cancelled("2026-04-02"))),
        LeakType.TrialToPaid,
        39m);

    [Fact]
    public void A_line_on_an_invoice_whose_currency_was_not_read_was_there_before()
    {
        var addOn = (Plan with { Plan = "Extended support" }).Line("Extended support", 44m, "2026-03-01", "2026-04-01", isRecurring: true);
        var unread = Plan.Charge("2025-11-01").Plus(addOn with { PeriodStart = new(2025, 11, 1), PeriodEnd = new(2025, 12, 1) }).Header(header => header with { Currency = null });

        Expect.NoLeak(Store.Detect("2026-03-17", [.. Plan.Charges("2025-09-01", 2), unread, .. Plan.Charges("2025-12-01", 3), Plan.Charge("2026-03-01").Plus(addOn)]));
    }

    private static NormalizedInvoice Uncounted(NormalizedInvoice invoice) => invoice with { LineItems = [.. invoice.LineItems.Select(line => line with { Quantity = null, UnitPrice = null })] };
}
