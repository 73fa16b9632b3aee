namespace LeakWatch.Core.Ledger;

/// <summary>Metered charges have many prices: by destination, by volume, by the mix of a month. One that never moved is a price like any other.</summary>
internal static class Tariffs
{
    /// <summary>A unit price stands when so many periods have it.</summary>
    private const int PeriodsOfAPrice = 3;

    /// <summary>Says of each period of a metered stream whether its price follows the meter.</summary>
    public static void Mark(IReadOnlyList<StreamPeriod> periods)
    {
        var (changes, standing) = (0, 0);
        var least = decimal.MaxValue;
        for (var index = 0; index < periods.Count; index++)
        {
            var period = periods[index];
            var isPriced = period is { IsComparable: true, PrintsQuantity: true, Lines: [{ Item.UnitPrice: not null }] } && period.Quantity > 0m;
            changes += isPriced && (index == 0 || period.UnitPrice == periods[index - 1].UnitPrice) ? 0 : 1;
            if (changes == 0)
            {
                (standing, least) = (standing + 1, Math.Min(least, period.Quantity));
            }

            // A volume that was never so small may have lost its discount.
            period.IsMetered = changes > 1 || !isPriced || standing < PeriodsOfAPrice || period.Quantity < least;
        }
    }
}
