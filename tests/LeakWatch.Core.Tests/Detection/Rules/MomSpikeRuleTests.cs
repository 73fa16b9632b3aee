using LeakWatch.Core.Findings;
using LeakWatch.Core.Invoices;

namespace LeakWatch.Core.Tests.Detection.Rules;

public sealed class MomSpikeRuleTests
{
    [Fact]
    public void Claims_the_part_of_a_rise_that_nothing_explains()
    {
        var leak = Expect.Leak(
            Store.Detect("2026-03-16", [.. Billed(130m, "2025-09-01", 6), .. Billed(390m, "2026-03-01", 1)]),
            LeakType.MomSpike,
            260m);

        Assert.Equal((Store.Day("2026-03-01"), Store.Day("2026-04-01")), (leak.PeriodStart, leak.PeriodEnd));
    }

    [Theory]
    [InlineData(100, 149.99, false)]
    [InlineData(100, 150.00, true)] // 50 % and 50 dollars
    [InlineData(80, 129.99, false)] // 62 %, but 49.99 dollars
    [InlineData(80, 130.00, true)]
    [InlineData(200, 299.90, false)] // 99.90 dollars, but 49.95 %
    [InlineData(200, 300.00, true)]
    [InlineData(9, 57.00, false)]
    public void Needs_half_of_the_usual_period_and_50_dollars(decimal usual, decimal peak, bool isLeak)
    {
        var result = Store.Detect("2026-03-16", [.. Billed(usual, "2025-09-01", 6), .. Billed(peak, "2026-03-01", 1)]);

        Assert.Equal(
            isLeak ? [peak - usual] : [],
            result.Findings.Where(finding => finding.Verdict is Verdict.Leak).Select(finding => finding.Amount!.Value));
    }

    [Fact]
    public void Takes_the_median_of_the_three_periods_before_for_the_usual_one()
    {
        // 55.00 more is 55 % of the median of 200, 100 and 100, and 41 % of their mean.
        var result = Store.Detect(
            "2026-03-16",
            [.. Billed(200m, "2025-12-01", 1), .. Billed(100m, "2026-01-01", 2), .. Billed(155m, "2026-03-01", 1)]);

        Expect.Leak(result, LeakType.MomSpike, 55m);
    }

    [Fact]
    public void Takes_neither_two_nor_four_periods_for_the_usual_one()
    {
        // The median of 95, 140 and 100 is 100; of the last two or the last four it is 120, and 52.00 are less than half of that.
        decimal[] before = [140m, 95m, 140m, 100m];
        var history = before.SelectMany((price, month) => Billed(price, Store.Iso(new DateOnly(2025, 11, 1).AddMonths(month)), 1));

        Expect.Leak(Store.Detect("2026-03-16", [.. history, .. Billed(152m, "2026-03-01", 1)]), LeakType.MomSpike, 52m);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Takes_what_periods_there_are_for_the_usual_one(int periods) =>
        Expect.Leak(
            Store.Detect(
                "2026-03-16",
                [.. Billed(100m, periods == 1 ? "2026-02-01" : "2026-01-01", periods), .. Billed(200m, "2026-03-01", 1)]),
            LeakType.MomSpike,
            100m);

    [Theory]
    [InlineData(160000, false)] // 43 dollars more
    [InlineData(170000, true)] // 50.36 dollars more
    public void Converts_the_50_dollars_into_the_currency_of_the_shop(decimal peak, bool isLeak)
    {
        var won = new Subscription("Haneul", 100000m) { Currency = "KRW" };
        var context = Store.Context with { Shop = new() { Id = "shop_kr", Currency = "KRW" } };

        var result = Store.Detect(
            "2026-03-16",
            context,
            [.. won.Charges("2025-09-01", 6), (won with { Price = peak }).Charge("2026-03-01")]);

        Assert.Equal(isLeak, result.Findings.Any(finding => finding.Verdict is Verdict.Leak));
    }

    [Theory]
    [InlineData(44.00, true)]
    [InlineData(5.00, true)] // only the floor applies
    [InlineData(4.99, false)]
    public void Claims_a_new_recurring_line_nobody_ordered(decimal amount, bool isLeak)
    {
        var result = Store.Detect(
            "2026-03-17",
            [.. Billed(96m, "2025-09-01", 6), .. Billed(96m, "2026-03-01", 1).Select(invoice => invoice.Plus(AddOn(amount)))]);

        Assert.Equal(
            isLeak ? [amount] : [],
            result.Findings.Where(finding => finding.Verdict is Verdict.Leak).Select(finding => finding.Amount!.Value));
    }

    [Fact]
    public void Claims_a_new_line_gross_of_tax()
    {
        var plan = new Subscription("Wrenfield Search", 96m) { TaxPercent = 20 };

        Expect.Leak(
            Store.Detect("2026-03-17", [.. plan.Charges("2025-09-01", 6), plan.Charge("2026-03-01").Plus(AddOn(44m), taxPercent: 20)]),
            LeakType.MomSpike,
            52.80m);
    }

    [Fact]
    public void Accepts_a_new_line_that_was_ordered()
    {
        var order = Plan.Letter(InvoiceKind.Order, "2026-02-20", Terms.Ordered("2026-03-01", 44m) with { ProductCode = "EXT" });

        Expect.NoClaim(Store.Detect(
            "2026-03-17",
            [.. Billed(96m, "2025-09-01", 6), order, .. Billed(96m, "2026-03-01", 1).Select(invoice => invoice.Plus(AddOn(44m)))]));
    }

    [Fact]
    public void Asks_about_a_new_line_that_only_one_invoice_before_did_not_have() =>
        Expect.Review(
            Store.Detect("2026-03-17", [.. Billed(96m, "2026-02-01", 1), .. Billed(96m, "2026-03-01", 1).Select(invoice => invoice.Plus(AddOn(44m)))]),
            LeakType.MomSpike);

    [Fact]
    public void Claims_a_metered_price_that_doubles_after_it_stood_still()
    {
        var messages = Plan with { Price = 0.05m, Quantity = 1000, Cadence = Cadence.Usage, ProductCode = "SMS" };

        Expect.Leak(Store.Detect("2026-04-09", [.. messages.Charges("2025-10-01", 5), (messages with { Price = 0.12m }).Charge("2026-03-01")]), LeakType.MomSpike, 70m);
    }

    [Fact]
    public void Asks_nothing_of_the_first_invoice_of_a_vendor() =>
        Expect.Nothing(Store.Detect("2026-03-17", Billed(390m, "2026-03-01", 1).Select(invoice => invoice.Plus(AddOn(44m)))));

    [Theory]
    [InlineData(7500, 0)] // 150.00 is the cap
    [InlineData(9000, 30)]
    public void Claims_usage_above_an_approved_cap(int messages, decimal excess)
    {
        var sms = new Subscription("Pingwell SMS", 0.02m) { Plan = "Messages", ProductCode = "SMS", Cadence = Cadence.Usage, Quantity = 6000 };
        var cap = sms.Notice("2025-08-01", Terms.UsageCap(150m) with { ProductCode = "SMS" });

        var result = Store.Detect(
            "2026-03-09",
            [cap, .. sms.Charges("2025-09-01", 5), (sms with { Quantity = messages }).Charge("2026-02-01")]);

        Assert.Equal(
            excess == 0 ? [] : [excess],
            result.Findings.Where(finding => finding.Verdict is not Verdict.Watch).Select(finding => finding.Amount!.Value));
    }

    [Fact]
    public void Claims_what_is_billed_above_an_announced_price()
    {
        var announced = Plan.Notice("2026-01-10", Terms.PriceAnnounced(84m, "2026-02-01"));

        var leak = Assert.Single(
            Store.Detect(
                "2026-02-17",
                [
                    announced,
                    .. Billed(75m, "2025-08-01", 6),
                    .. Billed(93.50m, "2026-02-01", 1),
                ]).Findings, finding => finding.Verdict is not Verdict.Watch);

        Assert.Equal((Verdict.Leak, 9.50m), (leak.Verdict, leak.Amount));
    }

    [Fact]
    public void Splits_the_change_into_parts_that_add_up_to_the_cent()
    {
        var leak = Expect.Leak(
            Store.Detect("2026-03-16", [.. Billed(130m, "2025-09-01", 6), .. Billed(390m, "2026-03-01", 1)]),
            LeakType.MomSpike,
            260m);

        Assert.Equal(260m, leak.Bridge.Sum(part => part.Amount));
    }

    [Theory]
    [InlineData(Cadence.Weekly)]
    [InlineData(Cadence.Quarterly)]
    public void Knows_the_rhythm_of_a_stream(Cadence cadence)
    {
        var plan = Plan with { Cadence = cadence };
        var usual = plan.Charges("2025-06-02", 3).ToList();
        var peak = (plan with { Price = 220m }).Charge(Store.Iso(usual[^1].Invoice.BillingPeriodEnd!.Value));

        Expect.Leak(Store.Detect("2026-04-01", [.. usual, peak]), LeakType.MomSpike, 120m);
    }

    [Fact]
    public void Claims_a_new_row_on_a_Shopify_bill_that_nobody_ordered()
    {
        var bundles = Subscription.App("Boxwood Bundles", 29m);
        var extra = bundles with { Price = 18m, Plan = "Insights add-on" };

        Expect.Leak(
            Store.Detect(
                "2026-02-13",
                bundles.OnBill("1", "2025-12-05", "2025-12-04", "2026-01-03"),
                bundles.OnBill("2", "2026-01-04", "2026-01-03", "2026-02-02"),
                bundles.OnBill("3", "2026-02-03", "2026-02-02", "2026-03-04"),
                extra.OnBill("3", "2026-02-03", "2026-02-02", "2026-03-04").AsRow(7)),
            LeakType.MomSpike,
            18m);
    }


    [Fact]
    public void Claims_every_period_since_the_rise() =>
        Expect.Leak(
            Store.Detect("2026-04-16", [.. Billed(130m, "2025-09-01", 6), .. Billed(390m, "2026-03-01", 2)]),
            LeakType.MomSpike,
            520m);

    private static Subscription Plan => new("Wrenfield Search", 100m) { Plan = "Business" };

    private static IEnumerable<NormalizedInvoice> Billed(decimal price, string from, int months) =>
        (Plan with { Price = price }).Charges(from, months);

    private static LineItem AddOn(decimal amount) =>
        (Plan with { Plan = "Extended support", ProductCode = "EXT" }).Line(
            "Extended support add-on",
            amount,
            "2026-03-01",
            "2026-04-01",
            isRecurring: true);
}
