using LeakWatch.Core.ShopKnowledge;

namespace LeakWatch.Core.Ledger;

/// <summary>Rates of the context, each used for the dates it is nearest to.</summary>
public sealed class ExchangeTable(IReadOnlyList<ExchangeRates> tables)
{
    /// <summary>How far a converted amount may be off: the bank's rate is not ours.</summary>
    public const decimal Tolerance = 0.04m;

    private readonly List<ExchangeRates> tables = [.. tables.OrderBy(table => table.AsOf ?? DateOnly.MaxValue).ThenBy(table => table.Base, StringComparer.Ordinal)];

    /// <returns>The amount in the other currency, unrounded; null when no table knows both.</returns>
    public decimal? Convert(decimal amount, string from, string to, DateOnly on)
    {
        if (from == to)
        {
            return amount;
        }

        decimal? best = null;
        var distance = int.MaxValue;
        foreach (var table in tables)
        {
            var days = table.AsOf is { } date ? Math.Abs(date.DayNumber - on.DayNumber) : int.MaxValue - 1;
            if (days < distance && Rate(table, from) is { } source && Rate(table, to) is { } target)
            {
                (best, distance) = (amount / source * target, days);
            }
        }

        return best;
    }

    /// <summary>The second amount is what the first is worth on that day, within <see cref="Tolerance"/>.</summary>
    public bool IsConverted(decimal amount, string from, decimal converted, string to, DateOnly on) =>
        Convert(amount, from, to, on) is { } worth && Math.Abs(converted - worth) <= worth * Tolerance;

    private static decimal? Rate(ExchangeRates table, string currency) =>
        currency == table.Base ? 1m : table.Rates.TryGetValue(currency, out var rate) && rate.Value > 0m ? rate.Value : null;
}
