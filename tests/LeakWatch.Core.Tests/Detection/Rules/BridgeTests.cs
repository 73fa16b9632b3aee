using LeakWatch.Core.Findings;
using LeakWatch.Core.Invoices;

namespace LeakWatch.Core.Tests.Detection.Rules;

/// <summary>Each reason for a change, as the finding shows it that a person reads.</summary>
public sealed class BridgeTests
{
    private static readonly Subscription Plan = new("Rookery CRM", 100m) { Plan = "Sales" };

    [Fact]
    public void More_seats_are_quantity()
    {
        var seats = Plan with { Price = 13m, Quantity = 7 };

        AssertBridge(Watch(After(seats, (seats with { Quantity = 20 }).Charge("2026-03-01"))), (BridgeReason.Quantity, 169m));
    }

    [Fact]
    public void A_rise_that_was_announced_is_a_unit_price() => AssertBridge(
        Expect.Watch(
            After(Plan, Plan.Notice("2026-01-20", Terms.PriceAnnounced(120m, "2026-03-01")), (Plan with { Price = 120m }).Charge("2026-03-01")),
            LeakType.PriceIncrease),
        (BridgeReason.UnitPrice, 20m));

    [Fact]
    public void Above_an_announced_price_only_the_excess_is_unexplained() => AssertBridge(
        Assert.Single(
            After(Plan, Plan.Notice("2026-01-20", Terms.PriceAnnounced(120m, "2026-03-01")), (Plan with { Price = 150m }).Charge("2026-03-01")).Findings,
            finding => finding is { Verdict: Verdict.Leak, Amount: 30m }),
        (BridgeReason.UnitPrice, 20m), (BridgeReason.Unexplained, 30m));

    [Fact]
    public void A_bigger_plan_is_a_plan_change() =>
        AssertBridge(Watch(After(Plan, (Plan with { Plan = "Enterprise", Price = 300m }).Charge("2026-03-01"))), (BridgeReason.PlanChange, 200m));

    [Fact]
    public void A_plan_change_leaves_seats_and_tax_to_their_own_parts()
    {
        var team = Plan with { Price = 13m, Quantity = 7, TaxPercent = 20 };
        var enterprise = team with { Plan = "Enterprise", Price = 30m, Quantity = 20 };

        // 13 more seats at 13.00, and 17.00 more for each of 20.
        AssertBridge(
            Watch(After(team, enterprise.Charge("2026-03-01"))),
            (BridgeReason.Quantity, 169m), (BridgeReason.PlanChange, 340m), (BridgeReason.Tax, 101.80m));
    }

    [Fact]
    public void An_upgrade_within_the_month_shows_what_was_unused_and_what_remained()
    {
        var enterprise = Plan with { Plan = "Enterprise", Price = 300m };
        var unused = Plan.Line("Unused time on Sales", -50m, "2026-02-15", "2026-03-01", isRecurring: false) with { Type = LineItemType.Credit };
        var remaining = enterprise.Line("Remaining time on Enterprise", 150m, "2026-02-15", "2026-03-01", isRecurring: false);

        AssertBridge(
            Watch(After(Plan, enterprise.Charge("2026-03-01").Plus(unused).Plus(remaining))),
            (BridgeReason.PlanChange, 200m), (BridgeReason.Proration, 150m), (BridgeReason.Credit, -50m));
    }

    [Fact]
    public void A_plan_above_its_ordered_price_is_a_plan_change_up_to_the_order()
    {
        var enterprise = Plan with { Plan = "Enterprise" };
        var order = enterprise.Letter(InvoiceKind.Order, "2026-02-20", Terms.Ordered("2026-03-01", 280m) with { PlanName = "Enterprise" });

        AssertBridge(
            Expect.Leak(After(Plan, order, (enterprise with { Price = 300m }).Charge("2026-03-01")), LeakType.PriceIncrease, 20m),
            (BridgeReason.PlanChange, 180m), (BridgeReason.Unexplained, 20m));
    }

    [Fact]
    public void A_plan_that_goes_on_was_not_changed_for_another() => Assert.DoesNotContain(
        After(Plan, Plan.Charge("2026-03-01"), (Plan with { Plan = "Enterprise", Price = 300m }).Charge("2026-03-01")).Findings.SelectMany(finding => finding.Bridge),
        part => part.Part is BridgeReason.PlanChange);

    [Fact]
    public void Of_two_plans_that_ended_nobody_knows_which_was_changed() => Assert.DoesNotContain(
        After(Plan, [.. (Plan with { Plan = "Support" }).Charges("2025-09-01", 6), (Plan with { Plan = "Enterprise", Price = 300m }).Charge("2026-03-01")]).Findings.SelectMany(finding => finding.Bridge),
        part => part.Part is BridgeReason.PlanChange);

    [Fact]
    public void Years_for_months_are_the_cadence()
    {
        var order = Plan.Letter(InvoiceKind.Order, "2026-02-20", Terms.Ordered("2026-03-01", 1000m) with { PlanName = "Sales" });

        AssertBridge(
            Expect.Leak(After(Plan, order, (Plan with { Cadence = Cadence.Yearly, Price = 1300m }).Charge("2026-03-01")), LeakType.PriceIncrease, 300m),
            (BridgeReason.UnitPrice, -200m), (BridgeReason.Cadence, 1100m), (BridgeReason.Unexplained, 300m));
    }

    [Fact]
    public void More_days_are_proration() => AssertBridge(
        Expect.Leak(
            Store.Detect("2026-02-20", (Plan with { Price = 24m }).Charge("2026-01-20", "2026-02-01"), (Plan with { Price = 200m }).Charge("2026-02-01")),
            LeakType.MomSpike,
            144m),
        (BridgeReason.Proration, 32m), (BridgeReason.Unexplained, 144m));

    [Fact]
    public void Tax_on_the_change_is_tax() => AssertBridge(
        Expect.Leak(After(Plan with { TaxPercent = 20 }, (Plan with { TaxPercent = 20, Price = 300m }).Charge("2026-03-01")), LeakType.MomSpike, 240m),
        (BridgeReason.Tax, 40m), (BridgeReason.Unexplained, 200m));

    [Fact]
    public void A_rate_that_moved_is_FX_where_the_original_amount_is_printed()
    {
        var seats = Plan with { Price = 10.80m, Quantity = 10 };
        var grown = seats with { Price = 11.34m, Quantity = 20 };

        // 10.00 euros a seat, at 1.08 and then at 1.134.
        AssertBridge(
            Watch(Store.Detect(
                "2026-04-03",
                [.. seats.Charges("2025-09-01", 6).Select(invoice => Noting(invoice, "EUR 100.00 @ 1.0800")), Noting(grown.Charge("2026-03-01"), "EUR 200.00 @ 1.1340")])),
            (BridgeReason.Quantity, 113.40m), (BridgeReason.Fx, 5.40m));
    }

    [Fact]
    public void A_rate_that_moved_is_no_claim_and_no_rise() => Expect.Nothing(Store.Detect(
        "2026-04-03",
        [.. (Plan with { Price = 108m }).Charges("2025-09-01", 6).Select(invoice => Noting(invoice, "EUR 100.00 @ 1.0800")), Noting((Plan with { Price = 170m }).Charge("2026-03-01"), "EUR 100.00 @ 1.7000")]));

    [Fact]
    public void An_amount_that_is_no_original_explains_nothing()
    {
        var vouchers = Plan with { Plan = "Vouchers" };

        Expect.Leak(
            Store.Detect(
                "2026-04-03",
                [.. (vouchers with { Price = 49m }).Charges("2025-09-01", 6).Select(invoice => Noting(invoice, "Vouchers of EUR 100.00")), Noting((vouchers with { Price = 149m }).Charge("2026-03-01"), "Vouchers of EUR 100.00")]),
            LeakType.MomSpike,
            100m);
    }

    [Fact]
    public void A_plan_billed_in_another_currency_shows_the_rate_apart_from_its_growth()
    {
        var euros = Plan with { Price = 9.20m, Quantity = 10, Currency = "EUR" };

        // 92.00 euros were 100.00 dollars at the day's rate; 20 seats cost 204.00, at a rate of the vendor's own.
        AssertBridge(
            Watch(After(euros, (euros with { Price = 10.20m, Quantity = 20, Currency = "USD" }).Charge("2026-03-01"))),
            (BridgeReason.Quantity, 100m), (BridgeReason.Fx, 4m));
    }

    [Fact]
    public void A_price_that_doubles_with_the_currency_is_asked_about() => AssertBridge(
        Expect.Review(After(Plan with { Price = 92m, Currency = "EUR" }, (Plan with { Price = 200m }).Charge("2026-03-01")), LeakType.MomSpike),
        (BridgeReason.Unexplained, 100m));

    [Fact]
    public void A_discount_that_comes_with_a_rise_lowers_the_claim() => AssertBridge(
        Expect.Leak(After(Plan, (Plan with { Price = 300m }).Charge("2026-03-01").Less(30m)), LeakType.MomSpike, 170m),
        (BridgeReason.DiscountStart, -30m), (BridgeReason.Unexplained, 200m));

    [Fact]
    public void A_discount_that_stays_the_same_share_is_no_part_and_is_not_claimed() => AssertBridge(
        Expect.Leak(
            Store.Detect("2026-04-03", [.. Plan.Charges("2025-09-01", 6).Select(invoice => invoice.Less(30m)), (Plan with { Price = 300m }).Charge("2026-03-01").Less(90m)]),
            LeakType.MomSpike,
            140m),
        (BridgeReason.Unexplained, 140m));

    [Fact]
    public void A_discount_that_is_gone_is_its_end() => AssertBridge(
        Assert.Single(
            Store.Detect("2026-04-03", [.. Plan.Charges("2025-09-01", 6).Select(invoice => invoice.Less(60m)), Plan.Charge("2026-03-01")]).Findings,
            finding => finding.Type is LeakType.PriceIncrease or LeakType.MomSpike),
        (BridgeReason.DiscountEnd, 60m));

    [Fact]
    public void A_credit_of_the_month_before_is_a_credit()
    {
        var credit = Plan.Line("Goodwill credit", -70m, null, null, isRecurring: false) with { Type = LineItemType.Credit };

        AssertBridge(
            Expect.Leak(Store.Detect("2026-03-20", Plan.Charge("2026-02-01").Plus(credit), (Plan with { Price = 300m }).Charge("2026-03-01")), LeakType.MomSpike, 200m),
            (BridgeReason.Credit, 70m), (BridgeReason.Unexplained, 200m));
    }

    [Fact]
    public void A_service_of_one_time_is_a_one_off() =>
        AssertBridge(Watch(After(Plan with { TaxPercent = 20 }, (Plan with { TaxPercent = 20 }).Charge("2026-03-01").Plus(Migration, taxPercent: 20))), (BridgeReason.Tax, 90m), (BridgeReason.OneOff, 450m));

    [Fact]
    public void A_service_of_one_time_that_was_ordered_says_nothing() => Expect.Nothing(After(
        Plan, Plan.Letter(InvoiceKind.Order, "2026-02-20", Terms.Ordered("2026-03-01", 450m) with { ProductCode = "MIGR" }), Plan.Charge("2026-03-01").Plus(Migration)));

    [Fact]
    public void A_line_nobody_ordered_is_a_new_line()
    {
        var plan = Plan with { TaxPercent = 20 };
        var addOn = (Plan with { Plan = "Extended support" }).Line("Extended support", 44m, "2026-03-01", "2026-04-01", isRecurring: true);

        AssertBridge(
            Expect.Leak(After(plan, plan.Charge("2026-03-01").Plus(addOn, taxPercent: 20)), LeakType.MomSpike, 52.80m),
            (BridgeReason.NewLine, 44m), (BridgeReason.Tax, 8.80m));
    }

    [Fact]
    public void Usage_of_the_month_before_on_the_same_invoice_was_not_changed_for_a_new_line()
    {
        var usage = (Plan with { Plan = "Messages", Cadence = Cadence.Usage }).Line("Messages", 20m, "2026-02-01", "2026-03-01", isRecurring: true);
        var addOn = (Plan with { Plan = "Extended support" }).Line("Extended support", 44m, "2026-03-01", "2026-04-01", isRecurring: true);

        Expect.Leak(After(Plan, Plan.Charge("2026-03-01").Plus(usage).Plus(addOn)), LeakType.MomSpike, 44m);
    }

    [Fact]
    public void What_nothing_explains_is_unexplained() =>
        AssertBridge(Expect.Leak(After(Plan, (Plan with { Price = 300m }).Charge("2026-03-01")), LeakType.MomSpike, 200m), (BridgeReason.Unexplained, 200m));

    private static LineItem Migration => Plan.Line("Data migration (one time)", 450m, null, null, isRecurring: false) with { ProductCode = "MIGR", PlanName = null };

    private static NormalizedInvoice Noting(NormalizedInvoice invoice, string notes) => invoice.Header(header => header with { Notes = notes });

    private static Finding Watch(DetectionResult result) => Expect.Watch(result, LeakType.MomSpike);

    private static DetectionResult After(Subscription usual, params IEnumerable<NormalizedInvoice> then) => Store.Detect("2026-04-03", [.. usual.Charges("2025-09-01", 6), .. then]);

    private static void AssertBridge(Finding finding, params IEnumerable<(BridgeReason, decimal?)> parts) => Assert.Equal(parts, finding.Bridge.Select(part => (part.Part, part.Amount)));
}
