using LeakWatch.Core.Findings;
using LeakWatch.Core.Invoices;
using LeakWatch.Core.ShopKnowledge;

namespace LeakWatch.Core.Tests.Detection.Rules;

public sealed class OverlappingToolsRuleTests
{
    private static readonly Subscription First = new("Quillpost", 81m);

    private static readonly Subscription Other = new("Palisade Email", 60m);

    private static readonly DetectionContext BothMail = Functions("email", "email");

    [Theory]
    [InlineData("2026-03-01", 1, false)]
    [InlineData("2026-02-01", 2, true)]
    [InlineData("2025-12-01", 4, true)]
    public void Says_when_two_tools_of_one_function_are_both_paid_for_two_months(string from, int months, bool isSaid)
    {
        var result = Store.Detect("2026-03-20", BothMail, [.. First.Charges("2025-09-01", 7), .. Other.Charges(from, months)]);

        Expect.NoClaim(result);
        Assert.Equal(isSaid ? [LeakType.OverlappingTools] : [], result.Findings.Select(finding => finding.Type));
    }

    [Fact]
    public void Says_so_although_a_third_tool_of_the_function_overlaps_with_none()
    {
        var third = new Subscription("Amberline Mail", 20m);
        var context = BothMail with { Vendors = [.. BothMail.Vendors, new() { Name = third.Vendor, Function = "email" }] };

        Expect.Watch(
            Store.Detect("2026-03-20", context, [.. First.Charges("2025-09-01", 7), .. Other.Charges("2025-12-01", 4), third.Charge("2026-03-01")]),
            LeakType.OverlappingTools);
    }

    [Fact]
    public void Says_nothing_of_a_change_from_one_tool_to_the_other() =>
        Expect.Nothing(Store.Detect("2026-03-20", BothMail, [.. First.Charges("2025-09-01", 4), .. Other.Charges("2026-01-01", 3)]));

    [Fact]
    public void Says_nothing_of_two_functions() =>
        Expect.Nothing(Store.Detect(
            "2026-03-20",
            Functions("email", "sms"),
            [.. First.Charges("2025-09-01", 7), .. Other.Charges("2025-12-01", 4)]));

    [Fact]
    public void Says_nothing_of_tools_whose_function_is_unknown() =>
        Expect.Nothing(Store.Detect("2026-03-20", [.. First.Charges("2025-09-01", 7), .. Other.Charges("2025-12-01", 4)]));

    [Fact]
    public void Says_nothing_the_user_called_normal()
    {
        var context = BothMail with
        {
            Wanted =
        [
            new("Quillpost", LeakType.OverlappingTools),
            new("Palisade Email", LeakType.OverlappingTools),
        ]
        };

        Expect.Nothing(Store.Detect("2026-03-20", context, [.. First.Charges("2025-09-01", 7), .. Other.Charges("2025-12-01", 4)]));
    }

    [Fact]
    public void Is_never_added_to_what_can_be_claimed()
    {
        var totals = Store.Detect("2026-03-20", BothMail, [.. First.Charges("2025-09-01", 7), .. Other.Charges("2025-12-01", 4)]).Totals;

        Assert.Equal((0, 1), (totals.Leaks + totals.Recoverable.Count + totals.Avoidable.Count, totals.Watches));
    }

    [Fact]
    public void Counts_the_months_of_a_paid_year()
    {
        var year = (First with { Price = 810m, Cadence = Cadence.Yearly }).Charge("2025-10-01");

        Assert.Single(
            Store.Detect("2026-03-20", BothMail, [year, .. Other.Charges("2025-12-01", 4)]).Findings,
            finding => finding is { Type: LeakType.OverlappingTools, Verdict: Verdict.Watch });
    }


    private static DetectionContext Functions(string first, string other) => Store.Context with
    {
        Vendors =
        [
            new() { Name = "Quillpost", Category = "MARKETING", Function = first },
            new() { Name = "Palisade Email", Category = "MARKETING", Function = other },
        ],
    };
}
