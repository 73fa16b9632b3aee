using LeakWatch.Core.Invoices;
using LeakWatch.Core.Leaks;

namespace LeakWatch.Core.Tests.Stores;

public sealed class HolesTests
{
    private const int Stores = 12;

    [Fact]
    public void Files_that_never_came_make_no_honest_vendor_a_suspect() => Assert.Empty(ClaimsOf(Holes.LostFiles));

    [Fact]
    public void Fields_that_could_not_be_read_make_no_honest_vendor_a_suspect() => Assert.Empty(ClaimsOf(Holes.LostFields));

    private static List<string> ClaimsOf(Func<IReadOnlyList<NormalizedInvoice>, Random, IReadOnlyList<NormalizedInvoice>> lose) =>
    [
        .. Enumerable.Range(1, Stores).Select(SimulatedStore.Honest)
            .SelectMany(store => StoreJudgement.Of(store, LeakDetector.Detect(lose(store.Ledger, new Random(store.Seed)), store.Context, store.AsOf)).FalseLeaks),
    ];
}
