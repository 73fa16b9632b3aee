using LeakWatch.Core.Detection;
using LeakWatch.Core.Findings;
using LeakWatch.Core.Invoices;

namespace LeakWatch.Core.Tests.Stores;

/// <summary>
/// Whole invented stores with a known truth. <c>SIMULATED_STORES=5000</c> in the environment runs so many of each kind, here and with lost data, and prints precision and recall.
/// </summary>
public sealed class SimulatedStoreTests
{
    private const int ExtraVendorSeed = 40_000;

    private const int LateYenMonthSeed = 176;

    private static readonly int Stores = SimulatedStore.Count(usual: 16);

    private static readonly Lazy<IReadOnlyList<StoreJudgement>> Honest = new(() => Judge(SimulatedStore.Honest));

    private static readonly Lazy<IReadOnlyList<StoreJudgement>> WithLeaks = new(() => Judge(SimulatedStore.WithLeaks));

    public static TheoryData<int> FewSeeds => [1, 2, 3];

    [Fact]
    public void Claims_nothing_of_honest_vendors() => AssertNone(Honest.Value.SelectMany(judgement => judgement.FalseLeaks));

    [Fact]
    public void Finds_each_planted_leak_to_the_cent_and_claims_nothing_else()
    {
        var (found, wrong, missed) = (WithLeaks.Value.Sum(one => one.FoundLeaks), WithLeaks.Value.Sum(one => one.FalseLeaks.Count), WithLeaks.Value.Sum(one => one.MissedLeaks.Count));
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{Stores} stores with leaks, {Stores} without: {found} leaks found, {wrong + Honest.Value.Sum(one => one.FalseLeaks.Count)} false, {missed} missed");

        AssertNone(WithLeaks.Value.SelectMany(judgement => judgement.FalseLeaks.Concat(judgement.MissedLeaks)));
    }

    [Fact]
    public void Says_what_is_worth_knowing_and_asks_what_the_documents_leave_open() =>
        AssertNone(Honest.Value.Concat(WithLeaks.Value).SelectMany(judgement => judgement.Unsaid));

    [Fact]
    public void Neither_asks_nor_warns_without_need() =>
        AssertNone(Honest.Value.Concat(WithLeaks.Value).SelectMany(judgement => judgement.Noise));

    [Fact]
    public void Says_nothing_of_a_first_month_in_yen_that_began_late() =>
        // 7587 for 28 of 31 days, then 8400 a month: what rounding to whole yen leaves is no rise.
        Assert.Empty(StoreJudgement.Of(SimulatedStore.Honest(LateYenMonthSeed)).Noise);

    [Theory]
    [MemberData(nameof(FewSeeds))]
    public void Says_the_same_whatever_the_order_of_documents(int seed)
    {
        var store = SimulatedStore.WithLeaks(seed);
        NormalizedInvoice[] shuffled = [.. store.Ledger];
        new Random(seed).Shuffle(shuffled);

        Assert.Equal(Claims(store, store.Ledger), Claims(store, shuffled));
    }

    [Theory]
    [MemberData(nameof(FewSeeds))]
    public void Says_the_same_when_every_file_is_given_twice(int seed)
    {
        var store = SimulatedStore.WithLeaks(seed);
        var again = store.Ledger.Select(document => document with { Source = document.Source with { DocumentVersionId = document.Source.DocumentVersionId + "-again" } });

        Assert.Equal(Claims(store, store.Ledger), Claims(store, [.. store.Ledger, .. again]));
    }

    [Theory]
    [MemberData(nameof(FewSeeds))]
    public void Says_the_same_whatever_the_files_are_called(int seed)
    {
        var store = SimulatedStore.WithLeaks(seed);
        var renamed = store.Ledger.Select(document => document with { Source = document.Source with { FileName = $"scan {document.Source.Sha256![..12]}" } });

        Assert.Equal(Claims(store, store.Ledger), Claims(store, [.. renamed]));
    }

    [Theory]
    [MemberData(nameof(FewSeeds))]
    public void Says_the_same_of_a_vendor_when_unrelated_vendors_join(int seed)
    {
        var store = SimulatedStore.WithLeaks(seed);
        var names = store.Context.Vendors.Select(vendor => vendor.Name).ToHashSet(StringComparer.Ordinal);
        var joining = SimulatedStore.Honest(ExtraVendorSeed + seed);
        var strangers = joining.Context.Vendors.Where(vendor => !names.Contains(vendor.Name)).Select(vendor => vendor.Name).ToHashSet(StringComparer.Ordinal);
        var more = joining.Ledger.Where(document => document.Invoice.Kind is InvoiceKind.Invoice && strangers.Contains(document.Vendor.CanonicalName ?? ""));

        Assert.Equal(
            Claims(store, store.Ledger),
            Claims(store, [.. store.Ledger, .. more]).Where(claim => !strangers.Any(stranger => claim.Contains(stranger, StringComparison.Ordinal))));
    }

    [Theory]
    [MemberData(nameof(FewSeeds))]
    public void Claims_nothing_before_the_documents_prove_it(int seed)
    {
        var store = SimulatedStore.WithLeaks(seed);

        // Of a vendor with several, the first: it may be claimed before the others are known.
        var first = store.Expected.Where(expected => expected.Verdict is Verdict.Leak).GroupBy(expected => expected.Vendor).Select(vendor => vendor.MinBy(expected => expected.KnownFrom)!);
        Assert.All(first, expected =>
        {
            var eve = expected.KnownFrom.AddDays(-1);
            var (ledger, context) = store.KnownOn(eve);
            Assert.DoesNotContain(
                LeakRules.Detect(ledger, context, eve).Findings,
                finding => finding.Verdict is Verdict.Leak && finding.Vendor == expected.Vendor && expected.Types.Contains(finding.Type));
        });
    }

    [Theory]
    [MemberData(nameof(FewSeeds))]
    public void Claims_nothing_of_honest_vendors_on_any_earlier_day(int seed)
    {
        var store = SimulatedStore.Honest(seed);

        Assert.All(Enumerable.Range(1, 4), back =>
        {
            var day = store.AsOf.AddDays(-back * (37 + seed));
            var (ledger, context) = store.KnownOn(day);
            Assert.DoesNotContain(
                LeakRules.Detect(ledger, context, day).Findings,
                // A renewal was ahead on some earlier day of every annual plan.
                finding => finding is { Verdict: Verdict.Leak, Type: not LeakType.UpcomingRenewal } && !store.PutRightLater.Contains(finding.Vendor));
        });
    }

    private static IReadOnlyList<StoreJudgement> Judge(Func<int, SimulatedStore> store) =>
        [.. Enumerable.Range(1, Stores).AsParallel().AsOrdered().Select(seed => StoreJudgement.Of(store(seed)))];

    private static void AssertNone(IEnumerable<string> faults) =>
        Assert.True(!faults.Any(), string.Join('\n', faults.Take(40).Prepend($"{faults.Count()} faults")));

    private static List<string> Claims(SimulatedStore store, IReadOnlyList<NormalizedInvoice> ledger) =>
    [
        .. LeakRules.Detect(ledger, store.Context, store.AsOf).Findings
            .Select(finding => FormattableString.Invariant($"{finding.Fingerprint} {finding.Verdict} {finding.Type} {finding.Vendor} {finding.Amount} {finding.Currency} {finding.PerMonth} {finding.Confidence} {finding.Deadline}"))
            .Order(StringComparer.Ordinal),
    ];
}
