using LeakWatch.Core.Leaks;

namespace LeakWatch.Vendors.Ecb;

/// <summary>Rates of a few days that come with the product (snapshot.xml, the ECB's form): in use until the first fetch, and where nothing can be fetched.</summary>
internal sealed class ShippedExchangeRates : IExchangeRates
{
    private static readonly Lazy<IReadOnlyList<ExchangeRates>> Snapshot = new(() =>
    {
        using var file = typeof(ShippedExchangeRates).Assembly.GetManifestResourceStream("LeakWatch.Vendors.Ecb.snapshot.xml")!;
        return EcbFeed.Parse(file);
    });

    public Task<IReadOnlyList<ExchangeRates>> SinceAsync(DateOnly day, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ExchangeRates>>([.. Snapshot.Value.Where(table => table.AsOf >= day)]);
}
