using LeakWatch.Core.Invoices;
using LeakWatch.Core.Leaks;

namespace LeakWatch.Core.Ledger;

/// <summary>Splits a change of a stream exactly into its reasons: the parts add up to the change, gross, to the minor unit.</summary>
public static class PriceBridge
{
    /// <summary>Two prices a day that differ by less are the same price for other days.</summary>
    private const decimal DailyTolerance = 0.005m;

    /// <summary>Parts of <paramref name="to"/> − <paramref name="from"/>; parts of nothing are left out.</summary>
    public static IReadOnlyList<BridgePart> Between(StreamPeriod from, StreamPeriod to, bool isUsage, IEnumerable<StatedTerm> terms, string currency)
    {
        var parts = new List<BridgePart>();
        var digits = Currencies.MinorUnits(currency);
        decimal Add(BridgeReason reason, decimal amount)
        {
            var rounded = Math.Round(amount, digits, MidpointRounding.AwayFromZero);
            if (rounded != 0m)
            {
                parts.Add(new(reason, rounded));
            }

            return rounded;
        }

        var change = to.Amount - from.Amount;
        change -= Add(BridgeReason.Cadence, CadenceAmount(from, to) - from.Amount);
        var sameCadence = CadenceAmount(from, to);
        var sameDays = DaysAmount(sameCadence, from, to, digits);
        change -= Add(BridgeReason.Proration, sameDays - sameCadence);
        var unit = from.Quantity == 0m ? sameDays : sameDays / from.Quantity;
        change -= Add(BridgeReason.Quantity, (to.Quantity - from.Quantity) * unit);

        // What is left of the list price is the price of a unit: explained when it fell, was stated, or is metered.
        var isStated = change <= 0m || isUsage || StatedPrices.Explain(to, terms);
        Add(isStated ? BridgeReason.UnitPrice : BridgeReason.Unexplained, change);
        Add(to.Discount < from.Discount ? BridgeReason.DiscountEnd : BridgeReason.DiscountStart, from.Discount - to.Discount);
        Add(BridgeReason.Tax, to.Tax - from.Tax);
        return parts;
    }

    /// <summary>The part nothing explains, before tax; zero or positive.</summary>
    public static decimal Unexplained(IReadOnlyList<BridgePart> parts) =>
        parts.Where(part => part.Part is BridgeReason.Unexplained).Sum(part => part.Amount ?? 0m);

    /// <summary>What the earlier period would cost at the later one's cadence.</summary>
    private static decimal CadenceAmount(StreamPeriod from, StreamPeriod to)
    {
        var (before, after) = (from.WholeRhythm, to.WholeRhythm);
        if (before is not { } old || after is not { } rhythm || old == rhythm)
        {
            return from.Amount;
        }

        return Rhythms.PerMonth(old, from.Amount) / Rhythms.PerMonth(rhythm, 1m);
    }

    /// <summary>A whole period costs the whole price whatever its days, unless the vendor bills by the day; a part of one costs its days.</summary>
    private static decimal DaysAmount(decimal amount, StreamPeriod from, StreamPeriod to, int digits)
    {
        var (before, after) = (from.WholeRhythm, to.WholeRhythm);
        if (from.Period.Days == to.Period.Days || (before is not null && after is not null && before != after))
        {
            return amount;
        }

        var byDay = amount * to.Period.Days / from.Period.Days;
        if (before is null || after is null)
        {
            return byDay;
        }

        var expected = from.Quantity == 0m ? byDay : byDay / from.Quantity * to.Quantity;
        if (Math.Abs(to.Amount - expected) <= expected * DailyTolerance)
        {
            return byDay;
        }

        // A month that began some days late is prorated by the days of its calendar month, and rounded to the minor unit.
        var tolerance = new decimal(2, 0, 0, false, (byte)digits);
        var whole = amount * from.DaysOfMonth / from.Period.Days;
        return from.Quantity != 0m && Math.Abs(to.Amount - (whole / from.Quantity * to.Quantity)) <= tolerance ? whole : amount;
    }
}

/// <summary>Prices that a document or the merchant stated, in the unit and cadence they are billed in.</summary>
public static class StatedPrices
{
    private const decimal Tolerance = 0.01m;

    /// <summary>The billed net price does not exceed a price that was announced, ordered, fixed or told for the renewal.</summary>
    public static bool Explain(StreamPeriod billed, IEnumerable<StatedTerm> terms) => terms.Any(term =>
        term.Kind is TermKind.PriceAnnounced or TermKind.Ordered or TermKind.PriceFixed or TermKind.RenewalPrice && term.Term.Amount is not null
        && (term.Term.From ?? term.Date) <= billed.Period.Start && (term.Term.Until is not { } until || billed.Period.Start < until)
        && Of(term, billed) is { } stated && billed.Net <= stated + Tolerance && billed.Net >= stated * 0.5m);

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
