using LeakWatch.Core.Findings;
using LeakWatch.Core.Invoices;

namespace LeakWatch.Core.Tests.Stores;

/// <summary>The generator's own promises; what detection makes of its stores is in <c>SimulatedStoreTests</c>.</summary>
public sealed class SimulatedStoreShapeTests
{
    private static readonly IReadOnlyList<SimulatedStore> Stores = [.. Enumerable.Range(1, 15).SelectMany(seed => new[] { SimulatedStore.Honest(seed), SimulatedStore.WithLeaks(seed) })];

    [Fact]
    public void The_same_seed_gives_the_same_store() =>
        Assert.Equal(Shape(SimulatedStore.WithLeaks(7)), Shape(SimulatedStore.WithLeaks(7)));

    [Fact]
    public void Each_normalised_invoice_has_a_place_of_its_own() =>
        Assert.All(Stores, store => Assert.DoesNotContain(
            store.Ledger.CountBy(document => (document.Source.Sha256, document.LineItems is [] ? null : document.LineItems[0].Evidence.Pointer.Row)), place => place.Value > 1));

    [Fact]
    public void No_document_comes_from_the_future() =>
        Assert.All(Stores, store => Assert.DoesNotContain(store.Ledger, document => document.Invoice.InvoiceDate is null || document.Invoice.InvoiceDate > store.AsOf));

    [Fact]
    public void Every_document_adds_up_unless_a_question_was_planted() =>
        Assert.All(Stores, store => Assert.DoesNotContain(
            store.Ledger,
            document => InvoiceProof.Of(document).Fails && !store.Expected.Any(expected => expected.Types[0] is LeakType.InvoiceMath && expected.Vendor == CanonicalName(store, document))));

    [Fact]
    public void A_store_has_15_to_41_vendors() =>
        Assert.All(Stores, store => Assert.InRange(store.Context.Vendors.Count, 15, 41));

    [Fact]
    public void Every_leak_is_above_the_floor_of_five_dollars() =>
        Assert.All(
            Stores.SelectMany(store => store.Expected).Where(expected => expected.Verdict is Verdict.Leak),
            expected => Assert.True(StoreFacts.Convert(expected.Amount!.Value, expected.Currency!, "USD") >= 5m, expected.ToString()));

    [Fact]
    public void Honest_stores_expect_no_leak() =>
        Assert.All(Enumerable.Range(1, 40), seed => Assert.DoesNotContain(SimulatedStore.Honest(seed).Expected, expected => expected.Verdict is Verdict.Leak));

    [Fact]
    public void Stores_with_leaks_expect_several() =>
        Assert.All(Enumerable.Range(1, 40), seed => Assert.InRange(SimulatedStore.WithLeaks(seed).Expected.Count(expected => expected.Verdict is Verdict.Leak), 3, 9));

    private static string CanonicalName(SimulatedStore store, NormalizedInvoice document) =>
        store.Context.Vendors.First(vendor => vendor.Name == document.Vendor.CanonicalName || vendor.Aliases.Contains(document.Vendor.Name!)).Name;

    private static string Shape(SimulatedStore store) => string.Join('\n', store.Ledger.Select(document =>
        FormattableString.Invariant($"{document.Source.Sha256} {document.Vendor.Name} {document.Invoice.InvoiceNumber} {document.Invoice.InvoiceDate:yyyy-MM-dd} {document.Invoice.TotalAmount} {document.LineItems.Count}")));
}
