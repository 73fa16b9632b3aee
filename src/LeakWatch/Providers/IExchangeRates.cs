using LeakWatch.Core.ShopKnowledge;

namespace LeakWatch.Providers;

/// <summary>What currencies were worth against each other on the days that banks were open: one table a day, base USD.</summary>
internal interface IExchangeRates
{
    /// <param name="day">From this day on; weekends and bank holidays have no table, the nearest day's holds then.</param>
    /// <returns>Oldest first, no day twice; empty when the source knows none since then.</returns>
    /// <exception cref="VendorUnavailableException">The source cannot be reached, or what it says cannot be trusted: what is known stays in use.</exception>
    Task<IReadOnlyList<ExchangeRates>> SinceAsync(DateOnly day, CancellationToken cancellationToken);
}
