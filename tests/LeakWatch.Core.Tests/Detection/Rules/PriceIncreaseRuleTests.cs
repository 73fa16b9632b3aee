using LeakWatch.Core.Findings;
using LeakWatch.Core.Invoices;

namespace LeakWatch.Core.Tests.Detection.Rules;

public sealed class PriceIncreaseRuleTests
{
    private static readonly Subscription Board = new("Stitchboard", 14m) { Plan = "Team", Quantity = 6 };

    private static readonly Subscription Dearer = Board with { Price = 16.50m };

    private static readonly NormalizedInvoice Contract = Board.Letter(
        InvoiceKind.Contract,
        "2025-06-20",
        Terms.PriceFixed(14m, "2025-07-01", "2027-01-01") with { PlanName = "Team" });

    [Fact]
    public void Claims_what_is_billed_above_a_fixed_price()
    {
        var leak = Expect.Leak(
            Store.Detect("2026-02-19", [Contract, .. Board.Charges("2025-07-01", 7), Dearer.Charge("2026-02-01")]),
            LeakType.PriceIncrease,
            15m);

        Assert.Equal((Store.Day("2026-02-01"), Store.Day("2026-03-01")), (leak.PeriodStart, leak.PeriodEnd));
    }

    [Fact]
    public void Claims_every_period_billed_above_it() =>
        Assert.Equal(
            30m,
            Store.Detect(
                "2026-03-19",
                [
                    Contract,
                    .. Board.Charges("2025-07-01", 7),
                    .. Dearer.Charges("2026-02-01", 2),
                ]).Findings.Where(finding => finding.Verdict is Verdict.Leak).Sum(leak => leak.Amount));

    [Fact]
    public void Claims_gross_of_tax() =>
        Expect.Leak(
            Store.Detect(
                "2026-02-19",
                [
                    Contract,
                    .. (Board with { TaxPercent = 20 }).Charges("2025-07-01", 7),
                    (Dearer with { TaxPercent = 20 }).Charge("2026-02-01"),
                ]),
            LeakType.PriceIncrease,
            18m);

    [Fact]
    public void Counts_the_seats_of_the_dearer_invoice() =>
        Expect.Leak(
            Store.Detect("2026-02-19", [Contract, .. Board.Charges("2025-07-01", 7), (Dearer with { Quantity = 8 }).Charge("2026-02-01")]),
            LeakType.PriceIncrease,
            20m);

    [Theory]
    [InlineData("2026-02-02", true)]
    [InlineData("2026-02-01", false)] // the first day on which the price is free again
    public void Holds_a_fixed_price_until_the_day_its_term_ends(string until, bool isLeak)
    {
        var contract = Board.Letter(InvoiceKind.Contract, "2025-06-20", Terms.PriceFixed(14m, "2025-07-01", until));

        var result = Store.Detect("2026-02-19", [contract, .. Board.Charges("2025-07-01", 7), Dearer.Charge("2026-02-01")]);

        Assert.Equal(isLeak, result.Findings.Any(finding => finding.Verdict is Verdict.Leak));
    }

    [Fact]
    public void Reads_the_fixed_price_of_another_plan_as_no_promise_for_this_one()
    {
        var contract = Board.Letter(
            InvoiceKind.Contract,
            "2025-06-20",
            Terms.PriceFixed(14m, "2025-07-01", "2027-01-01") with { PlanName = "Enterprise" });

        Expect.NoClaim(Store.Detect("2026-02-19", [contract, .. Board.Charges("2025-07-01", 7), Dearer.Charge("2026-02-01")]));
    }

    [Fact]
    public void Claims_a_discount_that_stopped_before_its_end()
    {
        var pages = new Subscription("Pinecone Page Builder", 59m) { Plan = "Team" };
        var promise = pages.Notice("2025-06-01", Terms.PercentOff(30, "2025-06-01", "2026-06-01"));

        var leak = Assert.Single(
            Store.Detect(
                "2026-01-22",
                [promise, .. pages.Charges("2025-06-01", 7).Select(invoice => invoice.Less(17.70m)), pages.Charge("2026-01-01")]).Findings,
            finding => finding.Verdict is not Verdict.Watch);

        Assert.Equal((Verdict.Leak, 17.70m), (leak.Verdict, leak.Amount));
    }

    [Fact]
    public void Leaves_a_discount_alone_that_ended_as_printed()
    {
        var pages = new Subscription("Pinecone Page Builder", 120m);
        var promise = pages.Notice("2025-06-01", Terms.PercentOff(50, "2025-06-01", "2026-01-01"));

        Expect.NoClaim(Store.Detect(
            "2026-01-22",
            [promise, .. pages.Charges("2025-06-01", 7).Select(invoice => invoice.Less(60m)), pages.Charge("2026-01-01")]));
    }

    [Fact]
    public void Claims_what_is_billed_above_the_price_of_the_renewal_notice()
    {
        var erp = new Subscription("Aldermoor ERP", 640m) { Cadence = Cadence.Yearly };

        var leak = Assert.Single(
            Store.Detect(
                "2026-05-25",
                erp.Charge("2025-05-22"),
                erp.Notice("2026-04-01", Terms.RenewalPrice(700m, "2026-05-22")),
                (erp with { Price = 800m }).Charge("2026-05-22")).Findings,
            finding => finding.Verdict is not Verdict.Watch);

        Assert.Equal((Verdict.Leak, 100m), (leak.Verdict, leak.Amount));
    }

    [Theory]
    [InlineData(100, 104.99, false)]
    [InlineData(100, 105.00, true)]
    [InlineData(100, 130.00, true)]
    public void Says_when_a_unit_price_rises_by_5_percent(decimal before, decimal after, bool isSaid)
    {
        var plan = new Subscription("Aldermoor ERP", before);

        var result = Store.Detect("2026-03-10", [.. plan.Charges("2025-10-01", 5), (plan with { Price = after }).Charge("2026-03-01")]);

        Expect.NoClaim(result);
        Assert.Equal(isSaid, result.Findings.Any(finding => finding.Verdict is Verdict.Watch));
    }

    [Theory]
    [InlineData(109.90, false)]
    [InlineData(110.00, true)]
    public void Says_when_small_rises_make_10_percent_in_a_year(decimal last, bool isSaid)
    {
        var result = Store.Detect(
            "2026-03-10",
            [
                .. Priced(100m, "2025-04-01", 3),
                .. Priced(103m, "2025-07-01", 4),
                .. Priced(106.50m, "2025-11-01", 4),
                .. Priced(last, "2026-03-01", 1),
            ]);

        Expect.NoClaim(result);
        Assert.Equal(isSaid, result.Findings.Any(finding => finding is { Type: LeakType.PriceIncrease, Verdict: Verdict.Watch }));
    }

    [Fact]
    public void Says_nothing_when_small_rises_take_longer_than_a_year() =>
        Expect.Nothing(Store.Detect(
            "2026-03-10",
            [
                .. Priced(100m, "2024-09-01", 4),
                .. Priced(103.50m, "2025-01-01", 8),
                .. Priced(107m, "2025-09-01", 6),
                .. Priced(110.90m, "2026-03-01", 1),
            ]));

    [Fact]
    public void Says_what_the_rise_costs_in_a_year()
    {
        var watch = Expect.Watch(
            Store.Detect("2026-03-10", [.. Priced(100m, "2025-10-01", 5), .. Priced(110m, "2026-03-01", 1)]),
            LeakType.PriceIncrease);

        Assert.Contains("120.00", watch.Summary.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Says_that_an_announced_rise_has_come()
    {
        var plan = new Subscription("Quillpost", 81m);

        var result = Store.Detect(
            "2026-04-14", [.. plan.Charges("2025-10-01", 6), plan.Notice("2026-02-24", Terms.PriceAnnounced(93m, "2026-04-01")), (plan with { Price = 93m }).Charge("2026-04-01")]);

        Expect.NoClaim(result);
        Assert.Single(result.Findings, finding => finding.Verdict is Verdict.Watch);
    }

    [Fact]
    public void Judges_a_price_by_the_unit()
    {
        // Ten seats at 4.00 and five at 8.00 cost the same.
        var seats = Board with { Price = 4m, Quantity = 10 };

        Expect.Watch(
            Store.Detect("2026-03-10", [.. seats.Charges("2025-10-01", 5), (seats with { Price = 8m, Quantity = 5 }).Charge("2026-03-01")]),
            LeakType.PriceIncrease);
    }

    [Fact]
    public void Says_when_a_metered_price_rises_that_stood_still()
    {
        var messages = new Subscription("Pingwell SMS", 0.05m) { Quantity = 1000, Cadence = Cadence.Usage, ProductCode = "SMS" };

        Expect.Watch(Store.Detect("2026-04-09", [.. messages.Charges("2025-10-01", 5), (messages with { Price = 0.06m }).Charge("2026-03-01")]), LeakType.PriceIncrease);
    }

    [Fact]
    public void Says_nothing_of_a_lower_price() =>
        Expect.Nothing(Store.Detect("2026-03-10", [.. Priced(100m, "2025-10-01", 5), .. Priced(60m, "2026-03-01", 1)]));

    [Fact]
    public void Splits_the_change_into_parts_that_add_up_to_the_cent()
    {
        // Six seats at 14.00 become eight at 16.50, with 20 % tax on both.
        var before = (Board with { TaxPercent = 20 }).Charge("2026-01-01");
        var after = (Dearer with { Quantity = 8, TaxPercent = 20 }).Charge("2026-02-01");

        var leak = Expect.Leak(Store.Detect("2026-02-19", Contract, before, after), LeakType.PriceIncrease, 24m);

        Assert.Equal(after.Invoice.TotalAmount - before.Invoice.TotalAmount, leak.Bridge.Sum(part => part.Amount));
    }


    private static IEnumerable<NormalizedInvoice> Priced(decimal price, string from, int months) =>
        new Subscription("Aldermoor ERP", price) { Plan = "Core" }.Charges(from, months);
}
