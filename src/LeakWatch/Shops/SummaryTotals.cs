using LeakWatch.Core;
using LeakWatch.Core.Findings;
using LeakWatch.Core.Ledger;
using LeakWatch.Core.ShopKnowledge;

namespace LeakWatch.Shops;

/// <summary>Sums of several currencies as one, where a dated rate of each is known; a total that leaves something out is none.</summary>
internal static class SummaryTotals
{
    /// <param name="currency">The shop's.</param>
    /// <param name="rates">Of the day; null where none are known.</param>
    public static IReadOnlyList<TotalView> Of(IEnumerable<SumView> sums, string currency, ExchangeRates? rates) =>
    [
        .. sums.GroupBy(sum => (sum.Verdict, sum.SavingsKind)).OrderBy(group => group.Key)
            .Select(group => Total([.. group.Where(sum => sum is not { Currency: null, Amount: 0m })], group.Key.Verdict, group.Key.SavingsKind, group.Sum(sum => sum.Count), currency, rates)).OfType<TotalView>(),
    ];

    private static TotalView? Total(List<SumView> sums, Verdict verdict, SavingsKind? kind, int count, string currency, ExchangeRates? rates)
    {
        var table = new ExchangeTable(rates is null ? [] : [rates]);
        var amounts = sums.ConvertAll(sum => sum.Currency is { } from ? table.Convert(sum.Amount, from, currency, rates?.AsOf ?? default) : null);
        return amounts.TrueForAll(amount => amount is not null)
            ? new(verdict, kind, Currencies.Rescale(new Money(amounts.Sum()!.Value, currency).Rounded().Amount, currency), count, sums.Exists(sum => sum.Currency != currency) ? rates?.AsOf : null)
            : null;
    }
}
