namespace LeakWatch.Core.Tests.Stores;

public sealed class LargeStoreTests
{
    [Fact]
    public void Has_about_as_many_line_items_as_asked_for() =>
        Assert.InRange(SimulatedStore.Large(12_000, 20, seed: 1).Sum(document => document.LineItems.Count), 12_000, 12_100);

    [Fact]
    public void Has_as_many_vendors_as_asked_for() =>
        Assert.Equal(250, SimulatedStore.Large(30_000, 250, seed: 1).Select(document => document.Vendor.CanonicalName).OfType<string>().Distinct().Count());

    [Fact]
    public void Identifies_every_document_by_its_bytes_and_place() =>
        Assert.DoesNotContain(
            SimulatedStore.Large(12_000, 20, seed: 1).CountBy(document => (document.Source.Sha256, document.LineItems[0].Evidence.Pointer.Row)),
            pair => pair.Value > 1);
}
