using LeakWatch.Core.Findings;
using LeakWatch.Core.Invoices;

namespace LeakWatch.Core.Tests.Detection.Rules;

public sealed class TrialToPaidRuleTests
{
    private static readonly Subscription Quiz = new("Juniper Quiz", 39m) { Plan = "Plus" };

    private static readonly NormalizedInvoice Trial = Quiz.Trial("2026-02-16", "2026-03-02");

    [Fact]
    public void Claims_a_trial_that_turned_into_a_charge_in_silence()
    {
        var leak = Expect.Leak(Store.Detect("2026-03-11", Trial, Quiz.Charge("2026-03-02")), LeakType.TrialToPaid, 39m);

        Assert.Equal((Store.Day("2026-03-02"), Store.Day("2026-04-02")), (leak.PeriodStart, leak.PeriodEnd));
    }

    [Fact]
    public void Claims_both_of_two_paid_periods() =>
        Expect.Leak(Store.Detect("2026-04-11", [Trial, .. Quiz.Charges("2026-03-02", 2)]), LeakType.TrialToPaid, 78m);

    [Theory]
    [InlineData(3)]
    [InlineData(7)]
    public void Takes_three_paid_periods_for_acceptance(int periods) =>
        Expect.NoClaim(Store.Detect("2026-10-11", [Trial, .. Quiz.Charges("2026-03-02", periods)]));

    [Fact]
    public void Takes_an_order_after_the_first_charge_for_acceptance() =>
        Expect.NoClaim(Store.Detect(
            "2026-04-11",
            [Trial, .. Quiz.Charges("2026-03-02", 2), Quiz.Letter(InvoiceKind.Order, "2026-03-20", Terms.Ordered("2026-04-02", 39m))]));

    [Fact]
    public void Recognises_a_zero_line_with_an_end_as_the_trial() =>
        Expect.Leak(Store.Detect("2026-03-11", Trial with { Terms = [] }, Quiz.Charge("2026-03-02")), LeakType.TrialToPaid, 39m);

    [Fact]
    public void Claims_gross_of_tax() =>
        Expect.Leak(Store.Detect("2026-03-11", Trial, (Quiz with { TaxPercent = 20 }).Charge("2026-03-02")), LeakType.TrialToPaid, 46.80m);

    [Fact]
    public void Says_before_it_bills_when_the_trial_ends()
    {
        var watch = Expect.Watch(Store.Detect("2026-02-24", Trial), LeakType.TrialToPaid);

        // The first paid day, or the last free one.
        Assert.Contains(watch.Deadline, new DateOnly?[] { new(2026, 3, 1), new(2026, 3, 2) });
    }

    [Fact]
    public void Accepts_a_plan_that_was_chosen() =>
        Expect.Nothing(Store.Detect(
            "2026-03-11", Trial, Quiz.Letter(
                InvoiceKind.Order,
                "2026-02-27",
                Terms.Ordered("2026-03-02", 39m) with { PlanName = "Plus" }), Quiz.Charge("2026-03-02")));

    [Fact]
    public void Accepts_a_choice_the_merchant_recorded()
    {
        var context = Store.Context with
        {
            Terms = [new() { Vendor = "Juniper Quiz", Kind = TermKind.Ordered, PlanName = "Plus", Amount = 39m, From = new(2026, 3, 2) }],
        };

        Expect.Nothing(Store.Detect("2026-03-11", context, Trial, Quiz.Charge("2026-03-02")));
    }

    [Fact]
    public void Says_nothing_the_user_called_normal() =>
        Expect.Nothing(Store.Detect(
            "2026-03-11",
            Store.Context with { Wanted = [new("Juniper Quiz", LeakType.TrialToPaid)] },
            Trial,
            Quiz.Charge("2026-03-02")));

    [Fact]
    public void Drops_a_charge_that_was_refunded() =>
        Expect.NoClaim(Store.Detect(
            "2026-03-18",
            Trial,
            Quiz.Charge("2026-03-02", number: "JQ-1"),
            Quiz.CreditNote(39m, "2026-03-08", "JQ-1")));

    [Fact]
    public void Leaves_another_account_alone_that_always_paid() =>
        Expect.NoClaim(Store.Detect("2026-03-11", [Trial, .. (Quiz with { Account = "acct-2002" }).Charges("2025-10-02", 6)]));

    [Theory]
    [InlineData("Freelancer")]
    [InlineData("Free Shipping Bar Premium")]
    [InlineData("Gluten-free samples")]
    [InlineData("Trial balance export")]
    public void Reads_no_trial_into_the_name_of_a_plan(string plan) =>
        Expect.Nothing(Store.Detect("2026-03-20", (Quiz with { Plan = plan }).Charges("2026-02-02", 2)));

    [Fact]
    public void Reads_no_trial_into_free_shipping()
    {
        var shipping = Quiz.Line("Free shipping", 0m, "2026-02-02", "2026-03-02", isRecurring: false);

        Expect.NoClaim(Store.Detect("2026-03-20", Quiz.Charge("2026-02-02").Plus(shipping), Quiz.Charge("2026-03-02")));
    }

    [Fact]
    public void Reads_no_trial_into_a_money_back_footer() =>
        Expect.Nothing(Store.Detect(
            "2026-03-20",
            Quiz.Charges("2026-02-02", 2).Select(
                invoice => invoice.Header(header => header with { Notes = "30-day money-back guarantee. Try free." }))));
}
