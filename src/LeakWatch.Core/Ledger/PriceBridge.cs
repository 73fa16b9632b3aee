using LeakWatch.Core.Findings;

namespace LeakWatch.Core.Ledger;

/// <summary>
/// Splits a change of a stream, or from the stream it took the place of, exactly into its reasons: the parts add up to the change of what the
/// invoices charge for it, gross and less credits, to the minor unit of the later currency.
/// </summary>
public sealed class PriceBridge
{
    /// <summary>Two prices a day that differ by less are the same price for other days.</summary>
    internal const decimal DailyTolerance = 0.005m;

    /// <summary>Two discounts that differ by less of the price are the same discount.</summary>
    private const decimal DiscountTolerance = 0.001m;

    private readonly SortedDictionary<BridgeReason, decimal> parts = [];
    private readonly StreamPeriod from;
    private readonly StreamPeriod to;
    private readonly int digits;

    private PriceBridge(StreamPeriod from, StreamPeriod to) => (this.from, this.to, digits) = (from, to, Currencies.MinorUnits(to.First.Currency));

    private decimal MinorUnit => new(1, 0, 0, false, (byte)digits);

    /// <summary>
    /// Parts of <paramref name="to"/> − <paramref name="from"/>; parts of nothing are left out. An earlier charge in another currency is taken at the
    /// rate of its day; without a rate there are no parts.
    /// </summary>
    /// <param name="broken">The term whose price the later charge exceeds: all above it is unexplained, whatever was paid before.</param>
    public static IReadOnlyList<BridgePart> Between(StreamPeriod from, StreamPeriod to, IReadOnlyList<StatedTerm> terms, ExchangeTable rates, StatedTerm? broken = null)
    {
        var bridge = new PriceBridge(from, to);
        bridge.Split(ConcurrentBilling.Of(from), ConcurrentBilling.Of(to), terms, rates, broken);
        return [.. bridge.parts.Where(part => part.Value != 0m).Select(part => Part(part.Key, part.Value, bridge.MinorUnit))];
    }

    /// <summary>The parts of a charge that nothing was charged for before.</summary>
    public static IReadOnlyList<BridgePart> OfNew(StreamPeriod period)
    {
        var minorUnit = new PriceBridge(period, period).MinorUnit;
        return [Part(BridgeReason.NewLine, period.Net, minorUnit), .. period.Tax == 0m ? [] : new[] { Part(BridgeReason.Tax, period.Tax, minorUnit) }];
    }

    /// <summary>The part that nothing explains, before tax; zero or positive.</summary>
    public static decimal Unexplained(StreamPeriod from, StreamPeriod to, IReadOnlyList<StatedTerm> terms, ExchangeTable rates)
    {
        if (to.IsMetered)
        {
            return 0m;
        }

        var bridge = new PriceBridge(from, to);
        bridge.Split(default, default, terms, rates, broken: null);

        // A discount that came with a higher price makes up for it.
        return Math.Max(0m, bridge.parts.GetValueOrDefault(BridgeReason.Unexplained) + bridge.parts.GetValueOrDefault(BridgeReason.DiscountStart));
    }

    /// <summary>With the currency's digits, so that 49 is written 49.00.</summary>
    private static BridgePart Part(BridgeReason reason, decimal amount, decimal minorUnit) => new(reason, amount + (minorUnit * 0m));

    private void Split(ConcurrentBilling before, ConcurrentBilling beside, IReadOnlyList<StatedTerm> terms, ExchangeTable rates, StatedTerm? broken)
    {
        var (old, current) = (from.First.Currency, to.First.Currency);
        if (rates.Convert(from.Net + from.Tax + before.Gross, old, current, from.First.Document.Date) is not { } earlier
            || rates.Convert(1m, old, current, from.First.Document.Date) is not { } known || rates.Convert(1m, old, current, to.First.Document.Date) is not { } dated)
        {
            return;
        }

        var later = to.Net + to.Tax + beside.Gross;
        var moved = (from.Net == to.Net ? 1m : OriginalAmounts.RateChange(from, to, rates)) * dated / known;
        var scale = known * moved;
        var isSameDiscount = from.Amount != 0m && to.Amount != 0m && Math.Abs((from.Discount / from.Amount) - (to.Discount / to.Amount)) <= DiscountTolerance;
        var (price, billed) = isSameDiscount ? (from.Net * scale, to.Net) : (from.Amount * scale, to.Amount);
        var discount = isSameDiscount ? 0m : (from.Discount * scale) - to.Discount;

        Add(BridgeReason.Fx, earlier * (moved - 1m));
        var sameCadence = CadenceAmount(price);
        Add(BridgeReason.Cadence, sameCadence - price);
        var sameDays = DaysAmount(sameCadence, billed);
        Add(BridgeReason.Proration, sameDays - sameCadence);
        Add(BridgeReason.Quantity, (to.Quantity - from.Quantity) * (from.Quantity == 0m ? sameDays : sameDays / from.Quantity));
        var rounded = parts.Where(part => part.Value != 0m).Select(part => part.Key).ToList();

        Add(discount > 0m ? BridgeReason.DiscountEnd : BridgeReason.DiscountStart, discount);
        Add(BridgeReason.Credit, beside.Credit - (before.Credit * scale));
        Add(BridgeReason.Proration, beside.Prorated - (before.Prorated * scale));
        Add(BridgeReason.OneOff, beside.OneOff - (before.OneOff * scale));
        Add(BridgeReason.Tax, to.Tax + beside.Tax - ((from.Tax + before.Tax) * scale));

        var rest = Math.Round(later - earlier, digits, MidpointRounding.AwayFromZero) - parts.Values.Sum();
        if (old != current && Math.Abs(rest) <= billed * ExchangeTable.Tolerance)
        {
            Add(BridgeReason.Fx, rest); // The vendor's rate is not ours.
        }
        else if (rounded.Count > 0 && Math.Abs(rest) <= MinorUnit)
        {
            Add(rounded.MaxBy(reason => Math.Abs(parts[reason])), rest);
        }
        else
        {
            AddPrice(rest, terms, broken);
        }
    }

    /// <summary>What is left is the price of a unit: explained when it fell, is metered, or is another plan's, and as far as it was stated.</summary>
    private void AddPrice(decimal rest, IReadOnlyList<StatedTerm> terms, StatedTerm? broken)
    {
        var isOtherPlan = from.First.Product.Key != to.First.Product.Key;
        var unexplained = broken is not null && StatedPrices.InForce(to, [broken]) is { } promised ? Math.Max(0m, to.Net - promised)
            : rest <= 0m || to.IsMetered ? 0m
            : StatedPrices.InForce(to, terms) is { } price ? Math.Clamp(to.Net - price, 0m, rest)
            : isOtherPlan ? 0m : rest;

        // Stated prices are rounded.
        unexplained = unexplained <= MinorUnit && unexplained < rest ? 0m : Math.Round(unexplained, digits, MidpointRounding.AwayFromZero);
        Add(BridgeReason.Unexplained, unexplained);
        Add(isOtherPlan ? BridgeReason.PlanChange : BridgeReason.UnitPrice, rest - unexplained);
    }

    private void Add(BridgeReason reason, decimal amount) =>
        parts[reason] = parts.GetValueOrDefault(reason) + Math.Round(amount, digits, MidpointRounding.AwayFromZero);

    /// <summary>What the earlier period would cost at the later one's cadence.</summary>
    private decimal CadenceAmount(decimal amount)
    {
        var (before, after) = (from.WholeRhythm, to.WholeRhythm);
        return before is not { } old || after is not { } rhythm || old == rhythm ? amount : Rhythms.PerMonth(old, amount) / Rhythms.PerMonth(rhythm, 1m);
    }

    /// <summary>A whole period costs the whole price whatever its days, unless the vendor bills by the day; a part of one costs its days.</summary>
    private decimal DaysAmount(decimal amount, decimal billed)
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
        if (Math.Abs(billed - expected) <= expected * DailyTolerance)
        {
            return byDay;
        }

        // A month that began some days late is prorated by the days of its calendar month, and rounded to the minor unit.
        var whole = amount * from.DaysOfMonth / from.Period.Days;
        return from.Quantity != 0m && Math.Abs(billed - (whole / from.Quantity * to.Quantity)) <= MinorUnit * 2m ? whole : amount;
    }
}
