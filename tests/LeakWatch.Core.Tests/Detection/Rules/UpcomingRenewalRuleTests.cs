using LeakWatch.Core.Findings;
using LeakWatch.Core.Invoices;
using LeakWatch.Core.ShopKnowledge;

namespace LeakWatch.Core.Tests.Detection.Rules;

public sealed class UpcomingRenewalRuleTests
{
    // Renews on 12 August 2026; with 14 days' notice the last safe day is 29 July.
    private static readonly Subscription Year = new("Shelfline Inventory", 1140m) { Plan = "Plus", Cadence = Cadence.Yearly };

    private static readonly NormalizedInvoice[] Renewing = [.. Year.Charges("2024-08-12", 2).Select(invoice => invoice.Stating(
        Terms.AutoRenew,
        Terms.NoticePeriod(14)))];

    [Fact]
    public void Warns_while_the_last_safe_day_is_ahead()
    {
        var leak = Expect.Leak(Store.Detect("2026-07-26", Renewing), LeakType.UpcomingRenewal, 1140m);

        Assert.Equal((Store.Day("2026-07-29"), SavingsKind.Avoidable), (leak.Deadline, leak.SavingsKind));
    }

    [Theory]
    [InlineData("2026-06-28", false)] // 31 days before the last safe day
    [InlineData("2026-06-29", true)] // 30 days
    [InlineData("2026-06-30", true)]
    [InlineData("2026-07-28", true)] // one day
    public void Warns_within_30_days_of_the_last_safe_day(string asOf, bool isLeak)
    {
        var result = Store.Detect(asOf, Renewing);

        Assert.Equal(isLeak, result.Findings.Any(finding => finding is { Type: LeakType.UpcomingRenewal, Verdict: Verdict.Leak }));
    }

    [Theory]
    [InlineData("2026-07-30")]
    [InlineData("2026-08-10")]
    public void Says_that_the_last_safe_day_was_missed(string asOf) => Expect.Watch(Store.Detect(asOf, Renewing), LeakType.UpcomingRenewal);

    [Fact]
    public void States_the_price_of_the_renewal_notice_before_that_of_the_past() =>
        Expect.Leak(
            Store.Detect("2026-07-26", [.. Renewing, Year.Notice("2026-07-01", Terms.RenewalPrice(1290m, "2026-08-12"))]),
            LeakType.UpcomingRenewal,
            1290m);

    [Fact]
    public void Takes_the_terms_of_a_contract() =>
        Expect.Leak(
            Store.Detect(
                "2026-07-26",
                Year.Letter(InvoiceKind.Contract, "2025-08-01", Terms.AutoRenew, Terms.NoticePeriod(14)),
                Year.Charge("2025-08-12")),
            LeakType.UpcomingRenewal,
            1140m);

    [Fact]
    public void Takes_the_terms_the_merchant_recorded()
    {
        var context = Store.Context with
        {
            Terms =
            [
                new() { Vendor = Year.Vendor, Kind = TermKind.AutoRenew },
                new() { Vendor = Year.Vendor, Kind = TermKind.NoticePeriod, Days = 14 },
            ],
        };

        Expect.Leak(Store.Detect("2026-07-26", context, Year.Charge("2025-08-12")), LeakType.UpcomingRenewal, 1140m);
    }

    [Fact]
    public void Warns_of_a_quarterly_plan_too()
    {
        var quarter = (Year with { Cadence = Cadence.Quarterly, Price = 300m }).Charge("2026-01-01").Stating(
            Terms.AutoRenew,
            Terms.NoticePeriod(14));

        Expect.Leak(Store.Detect("2026-03-10", quarter), LeakType.UpcomingRenewal, 300m);
    }

    [Fact]
    public void Does_not_warn_of_a_monthly_plan() =>
        Expect.NoLeak(Store.Detect(
            "2026-03-10",
            (Year with { Cadence = Cadence.Monthly, Price = 300m }).Charges("2025-11-01", 5).Select(invoice => invoice.Stating(Terms.AutoRenew, Terms.NoticePeriod(14)))));

    [Fact]
    public void Infers_a_renewal_without_a_term_only_as_probable() =>
        Expect.Watch(Store.Detect("2026-07-26", Year.Charges("2024-08-12", 2)), LeakType.UpcomingRenewal);

    [Fact]
    public void Accepts_that_a_plan_does_not_renew() =>
        Expect.Nothing(Store.Detect("2026-07-26", Year.Charges("2024-08-12", 2).Select(invoice => invoice.Stating(Terms.NoAutoRenew))));

    [Fact]
    public void Accepts_that_the_plan_is_cancelled() =>
        Expect.Nothing(Store.Detect("2026-07-26", [.. Renewing, Year.Notice("2026-05-02", Terms.Cancelled("2026-08-12"))]));

    [Fact]
    public void Accepts_a_cancellation_the_merchant_recorded()
    {
        var context = Store.Context with
        {
            Cancellations = [new() { Vendor = Year.Vendor, SentAt = new(2026, 5, 1), ConfirmedAt = new(2026, 5, 2), EffectiveDate = new(2026, 8, 12) }],
        };

        Expect.Nothing(Store.Detect("2026-07-26", context, Renewing));
    }

    [Fact]
    public void Warns_all_the_same_when_the_plan_was_taken_up_again() =>
        Assert.Single(
            Store.Detect("2026-07-26", [.. Renewing, Year.Notice("2026-05-02", Terms.Cancelled("2026-08-12")), Year.Notice("2026-06-10", Terms.Resubscribed("2026-06-10"))]).Findings,
            finding => finding is { Type: LeakType.UpcomingRenewal, Verdict: Verdict.Leak });

    [Fact]
    public void Warns_all_the_same_when_the_cancellation_bounced()
    {
        var context = Store.Context with { Cancellations = [new() { Vendor = Year.Vendor, Status = CancellationStatus.Bounced, SentAt = new(2026, 5, 1) }] };

        Assert.Single(
            Store.Detect("2026-07-26", context, Renewing).Findings,
            finding => finding is { Type: LeakType.UpcomingRenewal, Verdict: Verdict.Leak });
    }

    [Fact]
    public void Takes_an_instalment_of_a_longer_term_for_no_renewal()
    {
        var contract = Year.Letter(
            InvoiceKind.Contract,
            "2025-06-02",
            Terms.AutoRenew,
            Terms.NoticePeriod(14),
            Terms.ContractTerm("2025-08-12", "2028-08-12"));

        Expect.NoClaim(Store.Detect("2026-07-26", contract, Year.Charge("2025-08-12")));
    }

    [Fact]
    public void Looks_ahead_from_the_newest_period() =>
        Expect.Nothing(Store.Detect(
            "2026-08-20",
            [.. Renewing, Year.Charge("2026-08-12").Stating(Terms.AutoRenew, Terms.NoticePeriod(14))]));

    [Fact]
    public void Warns_at_the_end_of_a_contract_of_one_year()
    {
        var term = Terms.AutoRenew with { From = new(2025, 8, 12), Until = new(2026, 8, 12) };

        Expect.Leak(
            Store.Detect(
                "2026-07-26",
                Year.Letter(InvoiceKind.Contract, "2025-08-01", term, Terms.NoticePeriod(14)),
                Year.Charge("2025-08-12")),
            LeakType.UpcomingRenewal,
            1140m);
    }

    [Fact]
    public void Warns_of_each_account()
    {
        var other = (Year with { Account = "acct-2002", Price = 900m }).Charge("2025-08-12").Stating(
            Terms.AutoRenew,
            Terms.NoticePeriod(14));

        Assert.Equal(
            [900m, 1140m],
            Store.Detect("2026-07-26", [.. Renewing, other]).Findings.Select(finding => finding.Amount!.Value).Order());
    }

    [Theory]
    [InlineData(4.99, false)]
    [InlineData(5.00, true)]
    public void Warns_of_nothing_below_the_floor_of_5_dollars(decimal price, bool isLeak)
    {
        var result = Store.Detect(
            "2026-07-26",
            (Year with { Price = price }).Charges("2024-08-12", 2).Select(invoice => invoice.Stating(
                Terms.AutoRenew,
                Terms.NoticePeriod(14))));

        Assert.Equal(isLeak, result.Findings.Any(finding => finding.Verdict is Verdict.Leak));
    }
}
