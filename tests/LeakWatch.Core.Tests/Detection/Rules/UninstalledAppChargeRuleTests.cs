using LeakWatch.Core.Findings;
using LeakWatch.Core.Invoices;
using LeakWatch.Core.ShopKnowledge;

namespace LeakWatch.Core.Tests.Detection.Rules;

public sealed class UninstalledAppChargeRuleTests
{
    private static readonly Subscription Quiz = Subscription.App("Juniper Quiz", 37m);

    private static readonly InstalledAppsSnapshot WithQuiz = Snapshot("2026-01-15", "Orchid Translate", "Juniper Quiz");

    private static readonly InstalledAppsSnapshot WithoutQuiz = Snapshot("2026-02-19", "Orchid Translate");

    private static readonly DetectionContext Gone = Installed(WithQuiz, WithoutQuiz, Snapshot("2026-03-05", "Orchid Translate"));

    [Fact]
    public void Claims_a_period_that_starts_after_the_app_was_gone()
    {
        var leak = Expect.Leak(Store.Detect("2026-03-18", Gone, Quiz.Charges("2025-08-01", 8)), LeakType.UninstalledAppCharge, 37m);

        Assert.Equal((Store.Day("2026-03-01"), Store.Day("2026-04-01")), (leak.PeriodStart, leak.PeriodEnd));
    }

    [Fact]
    public void Claims_every_proven_period()
    {
        var context = Installed(WithQuiz, WithoutQuiz, Snapshot("2026-04-05", "Orchid Translate"));

        Assert.Equal(
            74m,
            Store.Detect(
                "2026-04-18",
                context,
                Quiz.Charges("2025-08-01", 9)).Findings.Where(finding => finding.Verdict is Verdict.Leak).Sum(leak => leak.Amount));
    }

    [Fact]
    public void Claims_a_period_that_began_while_the_app_was_gone_although_it_came_back_later() =>
        Expect.Leak(
            Store.Detect(
                "2026-04-18",
                Installed(WithQuiz, WithoutQuiz, Snapshot("2026-03-05", "Orchid Translate"), Snapshot("2026-03-20", "Orchid Translate", "Juniper Quiz")),
                Quiz.Charges("2025-08-01", 9)),
            LeakType.UninstalledAppCharge,
            37m);

    [Fact]
    public void Believes_the_day_of_uninstalling() =>
        Expect.Leak(
            Store.Detect("2026-03-18", Uninstalled("2026-02-10", syncedAt: "2026-03-05"), Quiz.Charges("2025-08-01", 8)),
            LeakType.UninstalledAppCharge,
            37m);

    [Theory]
    [InlineData("2026-02-28", true)]
    [InlineData("2026-03-02", false)] // the period of March had begun
    public void Compares_the_start_of_the_period_with_the_day_of_uninstalling(string uninstalledAt, bool isLeak)
    {
        var result = Store.Detect("2026-03-18", Uninstalled(uninstalledAt, syncedAt: "2026-03-10"), Quiz.Charges("2025-08-01", 8));

        Assert.Equal(isLeak, result.Findings.Any(finding => finding.Verdict is Verdict.Leak));
    }

    [Theory]
    [InlineData("2026-03-01", Verdict.Leak)] // as old as the charge
    [InlineData("2026-02-28", Verdict.Review)]
    public void Needs_a_list_that_is_not_older_than_the_charge(string newest, Verdict expected)
    {
        var result = Store.Detect(
            "2026-03-18",
            Installed(WithQuiz, WithoutQuiz, Snapshot(newest, "Orchid Translate")),
            Quiz.Charges("2025-08-01", 8));

        Assert.Equal(
            (LeakType.UninstalledAppCharge, expected),
            Assert.Single(result.Findings.Select(finding => (finding.Type, finding.Verdict))));
    }

    [Fact]
    public void Claims_a_row_of_a_Shopify_bill() =>
        Expect.Leak(
            Store.Detect(
                "2026-03-18",
                Gone,
                Quiz.OnBill("401", "2026-01-05", "2025-12-31", "2026-01-30"),
                Quiz.OnBill("402", "2026-02-04", "2026-01-30", "2026-03-01"),
                Quiz.OnBill("403", "2026-03-04", "2026-03-01", "2026-03-31")),
            LeakType.UninstalledAppCharge,
            37m);

    [Fact]
    public void Leaves_a_cycle_alone_that_had_begun() =>
        Expect.Nothing(Store.Detect(
            "2026-03-18",
            Gone,
            Quiz.OnBill("401", "2026-01-20", "2026-01-10", "2026-02-09"),
            Quiz.OnBill("402", "2026-03-06", "2026-02-09", "2026-03-11")));

    [Fact]
    public void Leaves_usage_in_arrears_alone()
    {
        var usage = Subscription.App("Juniper Quiz", 0.10m) with { Quantity = 370, Cadence = Cadence.Usage };

        Expect.Nothing(Store.Detect("2026-03-18", Uninstalled("2026-02-20", syncedAt: "2026-03-15"), usage.Charges("2025-10-01", 5)));
    }

    [Fact]
    public void Leaves_an_app_alone_that_came_back() =>
        Expect.Nothing(Store.Detect(
            "2026-03-18",
            Installed(WithQuiz, WithoutQuiz, Snapshot("2026-02-25", "Juniper Quiz")),
            Quiz.Charges("2025-08-01", 8)));

    [Fact]
    public void Leaves_an_app_alone_that_was_never_on_the_list() =>
        Expect.NoLeak(Store.Detect(
            "2026-03-18",
            Installed(Snapshot("2026-01-15", "Orchid Translate"), WithoutQuiz, Snapshot("2026-03-05", "Orchid Translate")),
            Quiz.Charges("2025-08-01", 8)));

    [Fact]
    public void Knows_an_app_by_its_new_name()
    {
        var context = Installed(
            WithQuiz,
            Snapshot("2026-02-19", "Juniper Product Quiz & Survey"),
            Snapshot("2026-03-05", "Juniper Product Quiz & Survey")) with
        {
            Vendors = [new() { Name = "Juniper Quiz", Category = "SHOPIFY_APP", Aliases = ["Juniper Product Quiz & Survey"] }],
        };

        Expect.Nothing(Store.Detect("2026-03-18", context, Quiz.Charges("2025-08-01", 8)));
    }

    [Fact]
    public void Looks_at_Shopify_apps_only() =>
        Expect.Nothing(Store.Detect("2026-03-18", Gone, (Quiz with { Category = "SAAS" }).Charges("2025-08-01", 8)));

    [Fact]
    public void Asks_which_app_when_the_vendor_has_several()
    {
        var context = Installed(
            Snapshot("2026-01-15", "Tern Bar", "Tern Timer"),
            Snapshot("2026-02-19", "Tern Timer"),
            Snapshot("2026-03-05", "Tern Timer")) with
        {
            Vendors = [new() { Name = "Tern Apps", Category = "SHOPIFY_APP", Aliases = ["Tern Bar", "Tern Timer"] }],
        };

        Expect.Review(
            Store.Detect("2026-03-18", context, Subscription.App("Tern Apps", 11m).Charges("2025-08-01", 8)),
            LeakType.UninstalledAppCharge);
    }

    [Fact]
    public void Claims_the_line_that_names_the_app_which_is_gone_and_says_since_when()
    {
        var bar = Subscription.App("Tern Apps", 11m) with { Plan = "Tern Bar" };
        var context = Installed(Snapshot("2026-01-15", "Tern Bar", "Tern Timer"), Snapshot("2026-02-19", "Tern Timer"), Snapshot("2026-03-05", "Tern Timer")) with
        {
            Vendors = [new() { Name = "Tern Apps", Category = "SHOPIFY_APP", Aliases = ["Tern Bar", "Tern Timer"] }],
        };

        var leak = Expect.Leak(
            Store.Detect("2026-03-18", context, [.. bar.Charges("2025-08-01", 8), .. (bar with { Plan = "Tern Timer" }).Charges("2025-08-01", 8)]),
            LeakType.UninstalledAppCharge,
            11m);

        Assert.Contains("since 19 February 2026", leak.Summary.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Leaves_the_claim_to_a_confirmed_cancellation() =>
        Expect.Leak(
            Store.Detect("2026-03-18", Gone, [.. Quiz.Charges("2025-08-01", 8), Quiz.Notice("2026-02-10", Terms.Cancelled("2026-03-01"))]),
            LeakType.PostCancellation,
            37m);

    [Theory]
    [InlineData("2026-03-12", false)] // 30 days after the app was gone
    [InlineData("2026-03-13", true)]
    public void Takes_usage_without_a_period_for_arrears_during_30_days(string on, bool isSaid)
    {
        var usage = Quiz.Line("Responses", 18m, null, null, isRecurring: true) with { Cadence = Cadence.Usage, ProductCode = "RSP", PlanName = null };
        var bill = Quiz.Charge("2026-02-01", on: on, number: "JUN-USAGE").WithoutPeriod().InFile("usage.pdf");
        var charge = (bill with { LineItems = [], Invoice = bill.Invoice with { SubtotalAmount = null, TotalAmount = null } }).Plus(usage);

        var result = Store.Detect(
            "2026-03-25",
            Uninstalled("2026-02-10", syncedAt: "2026-03-20"),
            [.. Quiz.Charges("2025-10-01", 5), charge]);

        Assert.Equal(isSaid ? [LeakType.UninstalledAppCharge] : [], result.Findings.Select(finding => finding.Type));
    }

    private static DetectionContext Installed(params InstalledAppsSnapshot[] snapshots) => Store.Context with { InstalledApps = snapshots };

    private static DetectionContext Uninstalled(string at, string syncedAt) =>
        Installed(WithQuiz, Snapshot(syncedAt, "Orchid Translate") with { Uninstalled = [new("Juniper Quiz", Store.Day(at))] });

    private static InstalledAppsSnapshot Snapshot(string syncedAt, params string[] apps) =>
        new() { SyncedAt = Store.Day(syncedAt), Apps = apps };
}
