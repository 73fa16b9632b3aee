using System.Globalization;
using LeakWatch.Core.Invoices;
using LeakWatch.Core.Leaks;

namespace LeakWatch.Core.Tests.Stores;

/// <summary>
/// Whole invented stores with a known truth. <c>SIMULATED_STORES=5000</c> in the environment runs so many of each kind and prints precision and recall.
/// </summary>
public sealed class SimulatedStoreTests
{
    private const int ExtraVendorSeed = 40_000;

    private static readonly int Stores =
        int.TryParse(Environment.GetEnvironmentVariable("SIMULATED_STORES"), NumberStyles.None, CultureInfo.InvariantCulture, out var stores) ? stores : 60;

    public static TheoryData<int> FewSeeds => [.. Enumerable.Range(1, 8)];

    [Fact]
    public void Says_nothing_against_honest_vendors() =>
        AssertNone([.. Judge(SimulatedStore.Honest).SelectMany(judgement => judgement.Faults)]);

    [Fact]
    public void Finds_each_planted_leak_to_the_cent_and_claims_nothing_else()
    {
        var judgements = Judge(SimulatedStore.WithLeaks);
        var (found, wrong, missed) = (judgements.Sum(one => one.FoundLeaks), judgements.Sum(one => one.FalseLeaks.Count), judgements.Sum(one => one.MissedLeaks.Count));
        TestContext.Current.SendDiagnosticMessage("{0} stores: {1} leaks found, {2} false, {3} missed", judgements.Count, found, wrong, missed);

        AssertNone([.. judgements.SelectMany(judgement => judgement.Faults)]);
    }

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

        Assert.All(store.Expected.Where(expected => expected.Verdict is Verdict.Leak), expected =>
        {
            var eve = expected.KnownFrom.AddDays(-1);
            var (ledger, context) = store.KnownOn(eve);
            Assert.DoesNotContain(
                LeakDetector.Detect(ledger, context, eve).Findings,
                finding => finding.Verdict is Verdict.Leak && finding.Vendor == expected.Vendor && expected.Types.Contains(finding.Type));
        });
    }

    private static List<StoreJudgement> Judge(Func<int, SimulatedStore> store) =>
        [.. Enumerable.Range(1, Stores).AsParallel().AsOrdered().Select(seed => StoreJudgement.Of(store(seed)))];

    private static void AssertNone(IReadOnlyList<string> faults) => Assert.True(faults.Count == 0, string.Join('\n', faults.Take(40).Prepend($"{faults.Count} faults")));

    private static List<string> Claims(SimulatedStore store, IReadOnlyList<NormalizedInvoice> ledger) =>
    [
        .. LeakDetector.Detect(ledger, store.Context, store.AsOf).Findings
            .Select(finding => FormattableString.Invariant($"{finding.Fingerprint} {finding.Verdict} {finding.Type} {finding.Vendor} {finding.Amount} {finding.Currency} {finding.PerMonth} {finding.Confidence} {finding.Deadline}"))
            .Order(StringComparer.Ordinal),
    ];
}
