using CsCheck;
using LeakWatch.Core.Detection;
using LeakWatch.Core.Findings;
using LeakWatch.Core.Invoices;
using LeakWatch.Core.ShopKnowledge;
using LeakWatch.Core.Tests.Detection;
using LeakWatch.Core.Vendors;

namespace LeakWatch.Core.Tests.Laws;

/// <summary>A shop that is looked at group by group is looked at as a whole.</summary>
public sealed class VendorGroupLaws
{
    public static TheoryData<string> Ids => [.. DetectCase.Ids];

    [Fact]
    public void The_groups_of_any_ledger_find_what_the_whole_finds() => LedgerGen.Ledgers.Sample(
        ledger => AssertSame(ledger, LedgerGen.Context, LedgerGen.AsOf), iter: 400);

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_groups_of_a_case_find_what_the_whole_finds(string id)
    {
        var one = DetectCase.Load(id);

        AssertSame(one.Ledger, one.Context, one.AsOf);
    }

    [Fact]
    public void Vendors_that_no_rule_compares_stand_alone()
    {
        var groups = GroupsOf(WholeStore.Ledger, Store.Context);

        Assert.Equal(["parcelwave"], Assert.Single(groups, group => group.Keys.Contains("parcelwave")).Keys);
    }

    [Fact]
    public void All_cases_in_one_shop_find_in_groups_what_the_whole_finds()
    {
        var cases = DetectCase.Ids.Select(DetectCase.Load).ToList();
        var ledger = cases.SelectMany(one => one.Ledger).ToList();
        var context = Store.Context with
        {
            Vendors = [.. cases.SelectMany(one => one.Context.Vendors).DistinctBy(vendor => vendor.Name)],
            InstalledApps = [.. cases.SelectMany(one => one.Context.InstalledApps)],
            PromisedCredits = [.. cases.SelectMany(one => one.Context.PromisedCredits)],
            Cancellations = [.. cases.SelectMany(one => one.Context.Cancellations)],
        };

        AssertSame(ledger, context, cases.Max(one => one.AsOf));
    }

    private static void AssertSame(IReadOnlyList<NormalizedInvoice> ledger, DetectionContext context, DateOnly asOf)
    {
        LedgerName[] names = [.. ledger.Select(LedgerName.Of).Distinct()];
        var whole = LeakDetector.Prepare(ledger, context, asOf);
        var parts = GroupsOf(ledger, context).Select(group => LeakDetector.Prepare(ledger.Where(invoice => group.Names.Contains(LedgerName.Of(invoice))), context, asOf, names: names)).ToList();

        Assert.Equal(Said(whole.Result().Findings), Said(parts.SelectMany(part => part.Result().Findings)));
        Assert.Equal(Paid([whole]), Paid(parts));
    }

    private static IReadOnlyList<VendorGroup> GroupsOf(IReadOnlyList<NormalizedInvoice> ledger, DetectionContext context)
    {
        LedgerName[] names = [.. ledger.Select(LedgerName.Of).Distinct()];
        return VendorGroup.Of(names, VendorIdentity.Learn(names, context), context);
    }

    private static IEnumerable<string> Said(IEnumerable<Finding> findings) =>
        findings.Select(finding => $"{finding.Verdict} {finding.Type} {finding.Vendor} {finding.Amount} {finding.Currency} {finding.Fingerprint} {finding.Summary}").Order(StringComparer.Ordinal);

    private static IEnumerable<string> Paid(IEnumerable<LeakDetector> shops) =>
        shops.SelectMany(shop => shop.Ledgers).Select(ledger => $"{ledger.Vendor.Key} {ledger.Vendor.Name} {ledger.Charges.Count} {ledger.Charges.Sum(charge => charge.Total)} {ledger.Streams.Count}").Order(StringComparer.Ordinal);
}
