using LeakWatch.Core.Invoices;
using LeakWatch.Core.Ledger;

namespace LeakWatch.Core.Leaks.Rules;

/// <summary>L-07 PRICE_INCREASE: a price that contradicts a stated term is a LEAK; another rise is a WATCH with what it costs a year.</summary>
public sealed class PriceIncreaseRule : ILeakRule
{
    private const decimal Cent = 0.01m;

    public LeakType Type => LeakType.PriceIncrease;

    public IEnumerable<Claim> Find(VendorLedger ledger, ShopFacts facts)
    {
        foreach (var stream in ledger.Streams)
        {
            var terms = ledger.TermsOf(stream);
            foreach (var claim in Broken(ledger, stream, terms, facts))
            {
                yield return claim;
            }

            if ((Rise(ledger, stream, terms, facts) ?? (stream.IsUsage ? null : Creep(ledger, stream, facts))) is { } watch)
            {
                yield return watch;
            }
        }
    }

    /// <summary>One case for each term, with every period that breaks it.</summary>
    private static IEnumerable<Claim> Broken(VendorLedger ledger, ChargeStream stream, IReadOnlyList<StatedTerm> terms, ShopFacts facts)
    {
        foreach (var same in terms.GroupBy(term => (term.Kind, term.Term.Amount, term.Term.Percent, term.Term.From, term.Term.Until)))
        {
            var term = same.OrderBy(one => one.Date).ThenBy(one => one.Document?.Identity, StringComparer.Ordinal).First();
            var broken = new List<(StreamPeriod Period, decimal Excess)>();
            for (var index = 0; index < stream.Periods.Count; index++)
            {
                var excess = term.Kind switch
                {
                    TermKind.PriceFixed => AboveFixed(term, stream.Periods[index]),
                    TermKind.Discount => MissingDiscount(term, stream, index, terms),
                    TermKind.PriceAnnounced => BeforeAnnounced(term, stream, index),
                    TermKind.RenewalPrice or TermKind.Ordered => AboveAgreed(term, stream, index),
                    _ => 0m,
                };
                if (excess > Cent && !facts.IsBelowFloor(excess * stream.Periods[index].TaxFactor, stream.Currency))
                {
                    broken.Add((stream.Periods[index], excess));
                }
            }

            if (broken.Count > 0)
            {
                yield return OfTerm(ledger, stream, term, broken, facts);
            }
        }
    }

    private static decimal AboveFixed(StatedTerm term, StreamPeriod billed) =>
        term.Holds(billed.Period.Start) && billed.IsWhole && StatedPrices.Of(term, billed) is { } price ? billed.Net - price : 0m;

    /// <summary>A promised discount that was given before, or whose list price is stated, and is not given now.</summary>
    private static decimal MissingDiscount(StatedTerm term, ChargeStream stream, int index, IReadOnlyList<StatedTerm> terms)
    {
        var billed = stream.Periods[index];
        if (!term.Holds(billed.Period.Start))
        {
            return 0m;
        }

        var promised = term.Term.Percent is { } percent ? billed.Amount * percent / 100m : term.Term.Amount ?? 0m;
        if (!billed.IsComparable)
        {
            return 0m;
        }

        var given = stream.Periods.Take(index).Where(earlier => earlier.IsComparable && term.Holds(earlier.Period.Start) && earlier.Discount > 0m).ToList();
        var isListPrice = terms.Any(other => other.Kind is TermKind.Ordered or TermKind.PriceFixed or TermKind.PriceAnnounced
            && StatedPrices.Of(other, billed) is { } price && Math.Abs(price - billed.Amount) <= Cent);
        var rose = given.Count > 0 && billed.Net / billed.Quantity > given.Min(earlier => earlier.Net / earlier.Quantity) + Cent;
        return rose || (given.Count == 0 && isListPrice) ? Math.Round(promised - billed.Discount, 2, MidpointRounding.AwayFromZero) : 0m;
    }

    /// <summary>The new price billed for a period that ends before it was to start.</summary>
    private static decimal BeforeAnnounced(StatedTerm term, ChargeStream stream, int index)
    {
        var billed = stream.Periods[index];
        if (index == 0 || term.Term.From is not { } from || billed.Period.End > from || billed.Period.Start < term.Date.AddDays(-31)
            || StatedPrices.Of(term, billed) is not { } price || Math.Abs(billed.Net - price) > Cent)
        {
            return 0m;
        }

        var before = stream.Periods.Take(index).LastOrDefault(earlier => earlier.IsComparable && earlier.Net / earlier.Quantity < (price / billed.Quantity) - Cent && earlier.Rhythm == billed.Rhythm);
        return before is null ? 0m : billed.Net - (before.Net / before.Quantity * billed.Quantity);
    }

    /// <summary>The first period under an order or a renewal notice costs what it says.</summary>
    private static decimal AboveAgreed(StatedTerm term, ChargeStream stream, int index)
    {
        var billed = stream.Periods[index];
        return term.Term.From is { } from && billed.Period.Start >= from && billed.Period.Start <= from.AddDays(31) && billed.IsWhole
            && (index == 0 || stream.Periods[index - 1].Period.Start < from) && StatedPrices.Of(term, billed) is { } price && billed.Net <= price * 2m
            ? billed.Net - price : 0m;
    }

    private static Claim OfTerm(VendorLedger ledger, ChargeStream stream, StatedTerm term, List<(StreamPeriod Period, decimal Excess)> broken, ShopFacts facts)
    {
        var (first, excess) = broken[0];
        var product = Overcharge.ProductOf(first);
        var stated = term.Kind switch
        {
            TermKind.PriceFixed => $"a price fixed at {Words.Amount(term.Term.Amount ?? 0m, stream.Currency)}" + (term.Term.Until is { } until ? $" until {Words.Day(until.AddDays(-1))}" : ""),
            TermKind.Discount => $"a discount of {(term.Term.Percent is { } percent ? Words.Percent(percent / 100m) : Words.Amount(term.Term.Amount ?? 0m, stream.Currency))}" + (term.Term.Until is { } end ? $" until {Words.Day(end.AddDays(-1))}" : ""),
            TermKind.PriceAnnounced => $"a new price only from {Words.Day(term.Term.From ?? term.Date)}",
            _ => $"a price of {Words.Amount(term.Term.Amount ?? 0m, stream.Currency)}",
        };
        var source = term.Document is null ? "You told us of" : $"{term.Document.Header.InvoiceNumber ?? term.Document.FileName} states";
        return new Overcharge(LeakType.PriceIncrease, ledger, stream, broken, Overcharge.Before(stream, first), facts).ClaimOf(
            $"{term.Kind} {Words.Iso(term.Term.From ?? term.Date)}",
            "The stated term sets the price; ask for the difference back.",
            (charged, total, credited) => new(
                $"{ledger.Vendor.Name} charged more for {product} than the stated term allows",
                $"{source} {stated}. In {Words.Count(charged.Count, "charge")} from {Words.Day(first.Period.Start)} more was charged, first {Words.Amount(excess, stream.Currency)} before tax"
                + $" ({Words.Amount(first.Net, stream.Currency)} billed). With tax{Words.Less(credited, stream.Currency)}: {Words.Amount(total, stream.Currency)}."),
            term);
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

            var (old, price) = (UnitOf(before), UnitOf(after));
            if (after.IsMetered || !before.IsComparable || !after.IsComparable || !before.IsWhole || !after.IsWhole || before.Rhythm != after.Rhythm || old <= 0m || price < old * (1m + facts.Policy.RiseShare) || UnitOf(stream.Last) < price * 0.99m)
            {
                continue;
            }

            if (IsByDay(before, after, stream.Currency) || StandsIn(stream, index - 1, price) || price < OldUnit(before, after, facts) * (1m + facts.Policy.RiseShare))
            {
                continue;
            }

            var announced = terms.FirstOrDefault(term => term.Kind is TermKind.PriceAnnounced or TermKind.RenewalPrice or TermKind.Ordered && term.Term.From <= after.Period.Start && StatedPrices.Of(term, after) is { } stated && after.Net <= stated + Cent);
            return Watch(ledger, stream, before, after, announced, facts);
        }

        return null;
    }

    /// <summary>A single low month before is no rise: the price stood there already.</summary>
    private static bool StandsIn(ChargeStream stream, int index, decimal price) =>
        index > 0 && UnitOf(stream.Periods[index - 1]) >= price * 0.99m;

    private static Claim? Creep(VendorLedger ledger, ChargeStream stream, ShopFacts facts)
    {
        var last = stream.Last;
        if (last.Period.Start < facts.AsOf.AddMonths(-facts.Policy.CreepMonths))
        {
            return null;
        }

        var before = stream.Periods.FirstOrDefault(period => period.IsWhole && period.IsComparable && period.Rhythm == last.Rhythm && period.Period.Start >= last.Period.Start.AddMonths(-facts.Policy.CreepMonths));
        return before is null || before == last || !last.IsWhole || !last.IsComparable || UnitOf(before) <= 0m || UnitOf(last) < UnitOf(before) * (1m + facts.Policy.CreepShare) || IsByDay(before, last, stream.Currency)
            || UnitOf(last) < OldUnit(before, last, facts) * (1m + facts.Policy.CreepShare)
            ? null : Watch(ledger, stream, before, last, null, facts);
    }

    /// <summary>The same price a day, or a first month that began some days late: nothing rose.</summary>
    private static bool IsByDay(StreamPeriod before, StreamPeriod after, string currency)
    {
        var (price, old) = (UnitOf(after) * after.Quantity, UnitOf(before) * after.Quantity);
        var expected = old * after.Period.Days / before.Period.Days;
        var rounding = new decimal(2, 0, 0, false, (byte)Currencies.MinorUnits(currency));
        return !after.First.IsUsage
            && (Math.Abs(price - expected) <= expected * 0.005m || Math.Abs(price - (old * before.DaysOfMonth / before.Period.Days)) <= rounding);
    }

    /// <summary>The earlier price at the later one's exchange rate, where both print the original amount: a rate that moved is no rise.</summary>
    private static decimal OldUnit(StreamPeriod before, StreamPeriod after, ShopFacts facts) => UnitOf(before) * OriginalAmounts.RateChange(before, after, facts.Rates);

    private static decimal UnitOf(StreamPeriod period) => period.Net / (period.Quantity == 0m ? 1m : period.Quantity);

    private static Claim? Watch(VendorLedger ledger, ChargeStream stream, StreamPeriod before, StreamPeriod after, StatedTerm? announced, ShopFacts facts)
    {
        var (old, price) = (OldUnit(before, after, facts), UnitOf(after));
        var monthly = Overcharge.PerMonth(after, (price - old) * after.Quantity) ?? 0m;
        if (facts.IsBelowFloor(monthly * 12m, stream.Currency))
        {
            return null;
        }

        var share = Words.Percent((price / old) - 1m);
        var why = announced is not null ? ", as stated before" : before.Discount > after.Discount && before.Amount / before.Quantity == after.Amount / after.Quantity ? ": a discount ended" : "";
        var watch = new Overcharge(LeakType.PriceIncrease, ledger, stream, [(after, Math.Max(0m, (price - old) * after.Quantity))], before, facts).WatchOf(
            $"rise {Words.Iso(after.Period.Start)}",
            "Ask for the old price, or for a smaller plan.",
            new(
                $"{ledger.Vendor.Name} raised {Overcharge.ProductOf(after)} by {share}{why}",
                $"A unit cost {Words.Amount(old, stream.Currency)} for {Words.Days(before.Period)} and {Words.Amount(price, stream.Currency)} for {Words.Days(after.Period)}, before tax{(old == UnitOf(before) ? "" : " and at the later exchange rate")}. "
                + $"Over twelve months that is {Words.Amount(monthly * 12m, stream.Currency)} more."));
        return watch with { PerMonth = monthly, Evidence = [.. watch.Evidence, .. Proofs.Of(announced)] };
    }
}
