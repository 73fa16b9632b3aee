using LeakWatch.Core.ShopKnowledge;

namespace LeakWatch.Providers.Ecb;

/// <summary>The ECB's files of the last 90 days and of all years. New rates appear at about 16:00 CET of each working day.</summary>
internal sealed class EcbExchangeRates(HttpClient http, TimeProvider time) : IExchangeRates
{
    // The shorter file covers 90 days; the margin is for a clock that differs.
    private const int DaysOfShortFile = 85;

    public async Task<IReadOnlyList<ExchangeRates>> SinceAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var file = today.DayNumber - day.DayNumber <= DaysOfShortFile ? "eurofxref-hist-90d.xml" : "eurofxref-hist.xml";
        try
        {
            var content = await http.GetByteArrayAsync(new Uri($"stats/eurofxref/{file}", UriKind.Relative), cancellationToken);
            var tables = EcbFeed.Parse(new MemoryStream(content, writable: false));
            return tables[^1].AsOf > today.AddDays(1)
                ? throw new FormatException($"It holds rates of {tables[^1].AsOf:yyyy-MM-dd}, which is yet to come.")
                : [.. tables.Where(table => table.AsOf >= day)];
        }
        catch (FormatException malformed)
        {
            throw new VendorUnavailableException($"The ECB's {file} is not as expected: {malformed.Message}", malformed);
        }
        catch (Exception outage) when (VendorUnavailableException.IsNoAnswer(outage, cancellationToken))
        {
            throw new VendorUnavailableException($"The ECB's {file} cannot be fetched: {outage.Message}", outage);
        }
    }
}
