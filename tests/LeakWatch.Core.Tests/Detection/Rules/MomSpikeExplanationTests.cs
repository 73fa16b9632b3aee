using LeakWatch.Core.Findings;
using LeakWatch.Core.Invoices;

namespace LeakWatch.Core.Tests.Detection.Rules;

/// <summary>Changes that the documents themselves explain: worth knowing at most.</summary>
public sealed class MomSpikeExplanationTests
{
    private static readonly Subscription Plan = new("Rookery CRM", 100m) { Plan = "Sales" };

    [Fact]
    public void More_seats_at_the_same_price() =>
        Expect.NoClaim(After(Plan with { Price = 13m, Quantity = 7 }, (Plan with { Price = 13m, Quantity = 20 }).Charge("2026-03-01")));

    [Fact]
    public void More_usage_at_the_same_price()
    {
        var labels = Plan with { Price = 0.11m, Quantity = 400, Cadence = Cadence.Usage, ProductCode = "LBL" };

        Expect.NoClaim(After(labels, (labels with { Quantity = 4000 }).Charge("2026-03-01")));
    }

    [Fact]
    public void A_metered_price_of_a_volume_that_was_never_so_small()
    {
        var messages = Plan with { Price = 0.05m, Quantity = 1000, Cadence = Cadence.Usage, ProductCode = "SMS" };

        Expect.NoClaim(After(messages, (messages with { Price = 0.12m, Quantity = 900 }).Charge("2026-03-01")));
    }

    [Fact]
    public void A_metered_price_that_moves_every_month()
    {
        var messages = Plan with { Price = 0.05m, Quantity = 1000, Cadence = Cadence.Usage, ProductCode = "SMS" };

        Expect.NoClaim(Store.Detect(
            "2026-04-09",
            [messages.Charge("2025-11-01"), (messages with { Price = 0.07m }).Charge("2025-12-01"), (messages with { Price = 0.06m }).Charge("2026-01-01"), messages.Charge("2026-02-01"), (messages with { Price = 0.12m }).Charge("2026-03-01")]));
    }

    [Theory]
    [InlineData("Additional seats", 3, 13)] // the unit price of the plan
    [InlineData("Overage: additional contacts", 5000, 0.01)]
    public void Further_units_on_a_line_of_their_own(string description, decimal quantity, decimal price)
    {
        var seats = Plan with { Price = 13m, Quantity = 7 };
        var line = seats.Line(description, quantity * price, "2026-03-01", "2026-04-01", isRecurring: true) with { PlanName = null, Quantity = quantity, UnitPrice = price };

        Expect.NoClaim(After(seats, seats.Charge("2026-03-01").Plus(line)));
    }

    [Fact]
    public void Another_plan() =>
        Expect.NoClaim(After(Plan, (Plan with { Plan = "Enterprise", Price = 300m }).Charge("2026-03-01")));

    [Fact]
    public void An_announced_rise() =>
        Expect.NoClaim(After(
            Plan,
            Plan.Notice("2026-01-20", Terms.PriceAnnounced(200m, "2026-03-01")),
            (Plan with { Price = 200m }).Charge("2026-03-01")));

    [Fact]
    public void A_discount_that_is_no_longer_there() =>
        Expect.NoClaim(Store.Detect(
            "2026-03-20",
            [.. Plan.Charges("2025-09-01", 6).Select(invoice => invoice.Less(60m)), Plan.Charge("2026-03-01")]));

    [Fact]
    public void A_credit_in_the_month_before()
    {
        var credit = Plan.Line("Goodwill credit", -70m, null, null, isRecurring: false) with { Type = LineItemType.Credit };

        Expect.NoClaim(Store.Detect(
            "2026-03-20",
            [.. Plan.Charges("2025-09-01", 5), Plan.Charge("2026-02-01").Plus(credit), Plan.Charge("2026-03-01")]));
    }

    [Fact]
    public void An_ordered_switch_to_yearly_billing() =>
        Expect.NoClaim(After(
            Plan,
            Plan.Letter(InvoiceKind.Order, "2026-02-26", Terms.Ordered("2026-03-01", 1000m) with { PlanName = "Sales" }),
            (Plan with { Cadence = Cadence.Yearly, Price = 1000m }).Charge("2026-03-01")));

    [Fact]
    public void A_first_period_of_some_days() =>
        Expect.NoClaim(Store.Detect(
            "2026-03-20",
            (Plan with { Price = 26.40m }).Charge("2026-01-20", "2026-02-01"),
            (Plan with { Price = 61.60m }).Charge("2026-02-01"),
            (Plan with { Price = 68.20m }).Charge("2026-03-01")));

    [Fact]
    public void A_last_period_of_some_days_before_a_full_one() =>
        Expect.NoClaim(Store.Detect(
            "2026-03-20", [.. (Plan with { Price = 310m }).Charges("2025-09-01", 5), (Plan with { Price = 100m }).Charge("2026-02-01", "2026-02-11"), (Plan with { Price = 310m }).Charge("2026-03-01")]));

    [Fact]
    public void Tax_for_the_first_time() =>
        Expect.NoClaim(After(Plan with { Price = 400m }, (Plan with { Price = 400m, TaxPercent = 25 }).Charge("2026-03-01")));

    [Fact]
    public void A_previous_balance_in_the_amount_due() =>
        Expect.Nothing(After(
            Plan,
            Plan.Charge("2026-03-01").Header(header => header with { AmountDue = 200m, Notes = "Amount due includes previous balance 100.00" })));

    [Fact]
    public void A_service_of_one_time()
    {
        var migration = Plan.Line(
            "Data migration service (one time)",
            450m,
            null,
            null,
            isRecurring: false) with
        { ProductCode = "MIGR", PlanName = null };

        Expect.NoClaim(After(Plan, Plan.Charge("2026-03-01").Plus(migration)));
    }

    [Fact]
    public void The_peak_of_every_November() =>
        Expect.NoClaim(Store.Detect(
            "2025-11-20",
            [
                (Plan with { Price = 300m }).Charge("2024-11-01"),
                .. Plan.Charges("2024-12-01", 11),
                (Plan with { Price = 300m }).Charge("2025-11-01"),
            ]));

    [Fact]
    public void A_card_that_pays_euros_in_dollars_at_the_rate_of_the_day()
    {
        NormalizedInvoice Row(decimal dollars, string on, string rate) => Card.Default.Row(
            "PARCELWAVE GMBH BERLIN",
            dollars,
            on,
            "Parcelwave",
            original: $"EUR 185.00 @ {rate}");

        Expect.NoClaim(Store.Detect(
            "2026-03-20", Row(
                199.80m,
                "2025-12-03",
                "1.0800"), Row(
                    201.65m,
                    "2026-01-03",
                    "1.0900"), Row(199.80m, "2026-02-03", "1.0800"), Row(314.50m, "2026-03-03", "1.7000")));
    }

    [Fact]
    public void Two_cycles_of_30_days_in_one_month()
    {
        var app = Subscription.App("Oakridge Subscriptions", 99m);

        Expect.Nothing(Store.Detect(
            "2026-02-20",
            app.OnBill("401", "2025-11-06", "2025-11-02", "2025-12-02"),
            app.OnBill("402", "2025-12-06", "2025-12-02", "2026-01-01"),
            app.OnBill("403", "2026-02-06", "2026-01-01", "2026-01-31"),
            app.OnBill("403", "2026-02-06", "2026-01-31", "2026-03-02")));
    }

    [Fact]
    public void An_upgrade_in_mid_period_with_unused_and_remaining_time()
    {
        var starter = Plan with { Plan = "Starter", Price = 24m };
        var growth = Plan with { Plan = "Growth", Price = 60m };
        var unused = starter.Line(
            "Unused time on Starter",
            -12m,
            "2025-11-16",
            "2025-12-01",
            isRecurring: false) with
        { Type = LineItemType.Credit };
        var remaining = growth.Line("Remaining time on Growth", 30m, "2025-11-16", "2025-12-01", isRecurring: false);

        Expect.NoClaim(Store.Detect(
            "2026-01-15",
            [.. starter.Charges("2025-06-01", 6), growth.Charge("2025-12-01").Plus(unused).Plus(remaining), growth.Charge("2026-01-01")]));
    }

    [Fact]
    public void A_plan_whose_name_changed_and_nothing_else() =>
        Expect.NoClaim(After(Plan, (Plan with { Plan = "Sales 2026" }).Charge("2026-03-01")));

    [Fact]
    public void An_own_second_account() =>
        Expect.NoClaim(After(Plan, Plan.Charge("2026-03-01"), (Plan with { Account = "acct-2002", Price = 900m }).Charge("2026-03-01")));

    [Fact]
    public void A_switch_from_a_year_to_months() =>
        Expect.NoClaim(Store.Detect(
            "2026-03-20",
            [(Plan with { Cadence = Cadence.Yearly, Price = 1000m }).Charge("2025-02-01"), .. Plan.Charges("2026-02-01", 2)]));

    [Fact]
    public void Five_weeks_in_a_month() =>
        Expect.Nothing(Store.Detect("2026-04-05", (Plan with { Cadence = Cadence.Weekly }).Charges("2026-01-05", 13)));


    [Fact]
    public void Another_rate_of_tax() =>
        Expect.NoClaim(Store.Detect(
            "2026-03-20",
            [
                .. (Plan with { Price = 2000m, TaxPercent = 5 }).Charges("2025-09-01", 6),
                (Plan with { Price = 2000m, TaxPercent = 25 }).Charge("2026-03-01"),
            ]));

    [Fact]
    public void Usage_that_was_never_billed_before()
    {
        var overage = (Plan with { Plan = "Overage", ProductCode = "OVR", Cadence = Cadence.Usage }).Line(
            "Contacts above the plan",
            64m,
            "2026-02-01",
            "2026-03-01",
            isRecurring: true);

        Expect.NoLeak(After(Plan, Plan.Charge("2026-03-01").Plus(overage)));
    }

    [Fact]
    public void The_same_price_in_another_currency() =>
        Expect.NoClaim(After(Plan, (Plan with { Price = 92m, Currency = "EUR" }).Charge("2026-03-01")));

    private static DetectionResult After(Subscription usual, params IEnumerable<NormalizedInvoice> then) =>
        Store.Detect("2026-04-03", [.. usual.Charges("2025-09-01", 6), .. then]);
}
