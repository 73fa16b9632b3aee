using LeakWatch.Core.Detection;
using LeakWatch.Core.Invoices;

namespace LeakWatch.Core.Tests.Stores;

public sealed class HolesTests
{
    private static readonly int Stores = SimulatedStore.Count(usual: 12);

    [Fact]
    public void Files_that_never_came_make_no_honest_vendor_a_suspect() => AssertNone(ClaimsOf(Holes.LostFiles));

    [Fact]
    public void Fields_that_could_not_be_read_make_no_honest_vendor_a_suspect() => AssertNone(ClaimsOf(Holes.LostFields));

    private static List<string> ClaimsOf(Func<IReadOnlyList<NormalizedInvoice>, Random, IReadOnlyList<NormalizedInvoice>> lose) =>
    [
        .. Enumerable.Range(1, Stores).AsParallel().AsOrdered().Select(SimulatedStore.Honest)
            .SelectMany(store => StoreJudgement.Of(store, LeakRules.Detect(lose(store.Ledger, new Random(store.Seed)), store.Context, store.AsOf)).FalseLeaks),
    ];

    private static void AssertNone(List<string> claims) => Assert.True(claims.Count == 0, string.Join('\n', claims.Take(60).Prepend($"{claims.Count} claims")));
}
