using LeakWatch.Core.Detection.Claims;
using LeakWatch.Core.Findings;
using LeakWatch.Core.Invoices;
using LeakWatch.Core.Ledger;
using LeakWatch.Core.Text;

namespace LeakWatch.Core.Detection.Rules;

/// <summary>L-07 PRICE_INCREASE: a price that contradicts a stated term is a LEAK; another rise is a WATCH with what it costs a year.</summary>
public sealed class PriceIncreaseRule : ILeakRule
{
    /// <summary>A price that is at least this share of a risen one still stands there.</summary>
    private const decimal StillStandsShare = 0.99m;

    public LeakType Type => LeakType.PriceIncrease;

    public IEnumerable<Claim> Find(VendorLedger ledger, ShopFacts facts)
    {
        foreach (var stream in ledger.Streams)
        {
            var terms = ledger.TermsOf(stream);
            foreach (var claim in BrokenTerms.Find(ledger, stream, terms, facts))
            {
                yield return claim;
            }

            if ((Rise(ledger, stream, terms, facts) ?? (stream.IsUsage ? null : Creep(ledger, stream, facts))) is { } watch)
            {
                yield return watch;
            }
        }
    }

    /// <summary>The latest step of at least 5 % that still stands, not older than a year.</summary>
    private static Claim? Rise(VendorLedger ledger, ChargeStream stream, IReadOnlyList<StatedTerm> terms, ShopFacts facts)
    {
        for (var index = stream.Periods.Count - 1; index > 0; index--)
        {
            var (before, after) = (stream.Periods[index - 1], stream.Periods[index]);
            if (after.Period.Start < facts.AsOf.AddMonths(-facts.Policy.CreepMonths))
            {
                return null;
            }

            if (!IsStep(before, after, facts) || UnitOf(stream.Last) < UnitOf(after) * StillStandsShare || StandsIn(stream, index - 1, UnitOf(after)))
            {
                continue;
            }

            var announced = terms.FirstOrDefault(term => term.Kind is TermKind.PriceAnnounced or TermKind.RenewalPrice or TermKind.Ordered
                && term.Term.From <= after.Period.Start && StatedPrices.Of(term, after) is { } stated && after.Net <= stated + StatedPrices.Rounding);
            return Watch(new(LeakType.PriceIncrease, ledger, stream, [(after, Excess(before, after, facts))], before, facts), announced);
        }

        return null;
    }

    /// <summary>Two whole periods of one cadence, the later by at least 5 % dearer for a unit.</summary>
    private static bool IsStep(StreamPeriod before, StreamPeriod after, ShopFacts facts) =>
        !after.IsMetered && before is { IsComparable: true, IsWhole: true } && after is { IsComparable: true, IsWhole: true } && before.Rhythm == after.Rhythm
        && HasRisen(before, after, facts.Policy.RiseShare, facts);

    /// <summary>By at least the share, whether or not the exchange rate moved, and not because a period has more days.</summary>
    private static bool HasRisen(StreamPeriod before, StreamPeriod after, decimal share, ShopFacts facts) =>
        UnitOf(before) > 0m && UnitOf(after) >= UnitOf(before) * (1m + share) && UnitOf(after) >= OldUnit(before, after, facts) * (1m + share)
        && !IsByDay(before, after);

    /// <summary>A single low month before is no rise: the price stood there already.</summary>
    private static bool StandsIn(ChargeStream stream, int index, decimal price) =>
        index > 0 && UnitOf(stream.Periods[index - 1]) >= price * StillStandsShare;

    /// <summary>Within a year, in steps that are each smaller.</summary>
    private static Claim? Creep(VendorLedger ledger, ChargeStream stream, ShopFacts facts)
    {
        var last = stream.Last;
        if (last.Period.Start < facts.AsOf.AddMonths(-facts.Policy.CreepMonths))
        {
            return null;
        }

        var before = stream.Periods.FirstOrDefault(period => period.IsWhole && period.IsComparable && period.Rhythm == last.Rhythm
            && period.Period.Start >= last.Period.Start.AddMonths(-facts.Policy.CreepMonths));
        return before is null || before == last || !last.IsWhole || !last.IsComparable || !HasRisen(before, last, facts.Policy.CreepShare, facts)
            ? null
            : Watch(new(LeakType.PriceIncrease, ledger, stream, [(last, Excess(before, last, facts))], before, facts), announced: null);
    }

    /// <summary>The same price a day, or a first month that began some days late: nothing rose.</summary>
    private static bool IsByDay(StreamPeriod before, StreamPeriod after)
    {
        var (price, old) = (UnitOf(after) * after.Quantity, UnitOf(before) * after.Quantity);
        var expected = old * after.Period.Days / before.Period.Days;
        var twoMinorUnits = new decimal(2, 0, 0, false, (byte)Currencies.MinorUnits(after.First.Currency));
        return !after.First.IsUsage
            && (Math.Abs(price - expected) <= expected * PriceBridge.DailyTolerance || Math.Abs(price - (old * before.DaysOfMonth / before.Period.Days)) <= twoMinorUnits);
    }

    /// <summary>The earlier price at the later one's exchange rate, where both print the original amount: a rate that moved is no rise.</summary>
    private static decimal OldUnit(StreamPeriod before, StreamPeriod after, ShopFacts facts) => UnitOf(before) * OriginalAmounts.RateChange(before, after, facts.Rates);

    private static decimal UnitOf(StreamPeriod period) => period.Net / (period.Quantity == 0m ? 1m : period.Quantity);

    private static decimal Excess(StreamPeriod before, StreamPeriod after, ShopFacts facts) =>
        Math.Max(0m, (UnitOf(after) - OldUnit(before, after, facts)) * after.Quantity);

    private static Claim? Watch(Overcharge rise, StatedTerm? announced)
    {
        var (after, excess) = rise.Periods[0];
        var (before, facts, currency) = (rise.Reference!, rise.Facts, rise.Stream.Currency);
        var monthly = Overcharge.PerMonth(after, excess) ?? 0m;
        if (facts.IsBelowFloor(monthly * 12m, currency))
        {
            return null;
        }

        var (old, price) = (OldUnit(before, after, facts), UnitOf(after));
        var hasLostDiscount = announced is null && before.Discount > after.Discount && before.Amount / before.Quantity == after.Amount / after.Quantity;
        Sentence? why = (announced, hasLostDiscount) switch
        {
            (not null, _) => $", as stated before",
            (null, true) => $": a discount ended",
            (null, false) => null,
        };
        Sentence? rate = (old == UnitOf(before)) switch
        {
            true => null,
            false => $" and at the later exchange rate",
        };
        var watch = rise.WatchOf(
            $"rise {Words.Iso(after.Period.Start)}",
            $"Ask for the old price, or for a smaller plan.",
            new(
                $"{rise.Ledger.Vendor.Name} raised {Words.Product(after.First)} by {new Percent((price / old) - 1m)}{why}",
                $"A unit cost {Words.Amount(old, currency)} for {Words.Days(before.Period)} and {Words.Amount(price, currency)} for {Words.Days(after.Period)}, before tax{rate}. "
                + $"Over twelve months that is {Words.Amount(monthly * 12m, currency)} more."));
        return watch with { PerMonth = monthly, Evidence = [.. watch.Evidence, .. Proofs.Of(announced)] };
    }
}
