using LeakWatch.Core.Invoices;

namespace LeakWatch.Core.Ledger;

/// <summary>Prices that a document or the merchant stated, in the unit and cadence they are billed in.</summary>
public static class StatedPrices
{
    /// <summary>A stated price and what is billed for it differ by so much where one of them was rounded.</summary>
    internal const decimal Rounding = 0.01m;

    /// <summary>Below this share of a stated price something else is billed: a part of the period, another plan.</summary>
    private const decimal MinShare = 0.5m;

    /// <summary>The highest price that was announced, ordered, fixed or told for the renewal and is in force; null when none is.</summary>
    public static decimal? InForce(StreamPeriod billed, IEnumerable<StatedTerm> terms)
    {
        decimal? highest = null;
        foreach (var term in terms)
        {
            if (term.Kind is TermKind.PriceAnnounced or TermKind.Ordered or TermKind.PriceFixed or TermKind.RenewalPrice && (term.Term.From ?? term.Date) <= billed.Period.Start
                && (term.Term.Until is not { } until || billed.Period.Start < until) && Of(term, billed) is { } price && billed.Net >= price * MinShare && !(price <= highest))
            {
                highest = price;
            }
        }

        return highest;
    }

    /// <summary>
    /// What a stated price makes of a billed period: for one unit or for all, for a month or for the whole cadence, whichever comes nearest to
    /// what was billed. The nearest reading is also the one that claims least.
    /// </summary>
    public static decimal? Of(StatedTerm term, StreamPeriod billed)
    {
        if (term.Term.Amount is not { } amount || amount <= 0m || billed.Net <= 0m || !billed.IsComparable)
        {
            return null;
        }

        var readings = new List<decimal> { amount, amount * billed.Quantity };
        if (billed.WholeRhythm is { } rhythm and not Rhythm.Monthly and not Rhythm.Weekly)
        {
            var months = 1m / Rhythms.PerMonth(rhythm, 1m);
            readings.AddRange([amount * months, amount * billed.Quantity * months]);
        }

        return readings.MinBy(reading => Math.Max(reading, billed.Net) / Math.Min(reading, billed.Net));
    }
}
