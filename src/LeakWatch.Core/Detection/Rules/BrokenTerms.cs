using LeakWatch.Core.Detection.Claims;
using LeakWatch.Core.Findings;
using LeakWatch.Core.Invoices;
using LeakWatch.Core.Ledger;
using LeakWatch.Core.Text;

namespace LeakWatch.Core.Detection.Rules;

/// <summary>Prices that break a stated term: one case for each term, with every period that breaks it.</summary>
internal static class BrokenTerms
{
    /// <summary>A notice that came so long after a period began says nothing of that period.</summary>
    private const int DaysAfterPeriodBegan = 31;

    /// <summary>The first period under an order or a renewal notice starts within so many days of the day it names.</summary>
    private const int DaysUntilFirstPeriod = 31;

    /// <summary>More than so many times the agreed price is something else than what was agreed.</summary>
    private const decimal MaxOfAgreed = 2m;

    public static IEnumerable<Claim> Find(VendorLedger ledger, ChargeStream stream, IReadOnlyList<StatedTerm> terms, ShopFacts facts)
    {
        foreach (var same in terms.GroupBy(term => (term.Kind, term.Term.Amount, term.Term.Percent, term.Term.From, term.Term.Until)))
        {
            var term = same.OrderBy(one => one.Date).ThenBy(one => one.Document?.Identity, StringComparer.Ordinal).First();
            var broken = new List<(StreamPeriod Period, decimal Excess)>();
            for (var index = 0; index < stream.Periods.Count; index++)
            {
                var excess = Excess(term, stream, index, terms);
                if (excess > StatedPrices.Rounding && !facts.IsBelowFloor(excess * stream.Periods[index].TaxFactor, stream.Currency))
                {
                    broken.Add((stream.Periods[index], excess));
                }
            }

            if (broken.Count > 0)
            {
                yield return ClaimOf(new(LeakType.PriceIncrease, ledger, stream, broken, Overcharge.Before(stream, broken[0].Period), facts), term);
            }
        }
    }

    /// <summary>What a period cost more than the term allows, before tax; zero where it does not break it.</summary>
    private static decimal Excess(StatedTerm term, ChargeStream stream, int index, IReadOnlyList<StatedTerm> terms) => term.Kind switch
    {
        TermKind.PriceFixed => AboveFixed(term, stream.Periods[index]),
        TermKind.Discount => MissingDiscount(term, stream, index, terms),
        TermKind.PriceAnnounced => BeforeAnnounced(term, stream, index),
        TermKind.RenewalPrice or TermKind.Ordered => AboveAgreed(term, stream, index),
        _ => 0m,
    };

    private static decimal AboveFixed(StatedTerm term, StreamPeriod billed) =>
        term.Holds(billed.Period.Start) && billed.IsWhole && StatedPrices.Of(term, billed) is { } price ? billed.Net - price : 0m;

    /// <summary>A promised discount that was given before, or whose list price is stated, and is not given now.</summary>
    private static decimal MissingDiscount(StatedTerm term, ChargeStream stream, int index, IReadOnlyList<StatedTerm> terms)
    {
        var billed = stream.Periods[index];
        if (!term.Holds(billed.Period.Start) || !billed.IsComparable)
        {
            return 0m;
        }

        var promised = term.Term.Percent is { } percent ? billed.Amount * percent / 100m : term.Term.Amount ?? 0m;
        var given = stream.Periods.Take(index).Where(earlier => earlier.IsComparable && term.Holds(earlier.Period.Start) && earlier.Discount > 0m).ToList();
        var isListPrice = terms.Any(other => other.Kind is TermKind.Ordered or TermKind.PriceFixed or TermKind.PriceAnnounced
            && StatedPrices.Of(other, billed) is { } price && Math.Abs(price - billed.Amount) <= StatedPrices.Rounding);
        var rose = given.Count > 0 && billed.Net / billed.Quantity > given.Min(earlier => earlier.Net / earlier.Quantity) + StatedPrices.Rounding;
        return rose || (given.Count == 0 && isListPrice) ? Math.Round(promised - billed.Discount, 2, MidpointRounding.AwayFromZero) : 0m;
    }

    /// <summary>The new price billed for a period that ends before it was to start.</summary>
    private static decimal BeforeAnnounced(StatedTerm term, ChargeStream stream, int index)
    {
        var billed = stream.Periods[index];
        if (index == 0 || term.Term.From is not { } from || billed.Period.End > from || billed.Period.Start < term.Date.AddDays(-DaysAfterPeriodBegan)
            || StatedPrices.Of(term, billed) is not { } price || Math.Abs(billed.Net - price) > StatedPrices.Rounding)
        {
            return 0m;
        }

        var before = stream.Periods.Take(index).LastOrDefault(earlier =>
            earlier.IsComparable && earlier.Net / earlier.Quantity < (price / billed.Quantity) - StatedPrices.Rounding && earlier.Rhythm == billed.Rhythm);
        return before is null ? 0m : billed.Net - (before.Net / before.Quantity * billed.Quantity);
    }

    /// <summary>The first period under an order or a renewal notice costs what it says.</summary>
    private static decimal AboveAgreed(StatedTerm term, ChargeStream stream, int index)
    {
        var billed = stream.Periods[index];
        return term.Term.From is { } from && billed.Period.Start >= from && billed.Period.Start <= from.AddDays(DaysUntilFirstPeriod) && billed.IsWhole
            && (index == 0 || stream.Periods[index - 1].Period.Start < from) && StatedPrices.Of(term, billed) is { } price && billed.Net <= price * MaxOfAgreed
            ? billed.Net - price : 0m;
    }

    private static Claim ClaimOf(Overcharge overcharge, StatedTerm term)
    {
        var (first, excess) = overcharge.Periods[0];
        var (vendor, product, currency) = (overcharge.Ledger.Vendor.Name, Words.Product(first.First), overcharge.Stream.Currency);
        return overcharge.ClaimOf(
            $"{term.Kind} {Words.Iso(term.Term.From ?? term.Date)}",
            $"The stated term sets the price; ask for the difference back.",
            (charged, total, credited) => new(
                $"{vendor} charged more for {product} than the stated term allows",
                $"{SourceOf(term, Stated(term, currency))} In {Words.Charges(charged.Count)} from {first.Period.Start} more was charged, first {Words.Amount(excess, currency)} before tax"
                + $" ({Words.Amount(first.Net, currency)} billed). With tax{Words.Less(credited, currency)}: {Words.Amount(total, currency)}."),
            term);
    }

    private static Sentence SourceOf(StatedTerm term, Sentence stated) => term.Document switch
    {
        { } document => $"{document.Header.InvoiceNumber ?? document.FileName} states {stated}.",
        null => $"You told us of {stated}.",
    };

    private static Sentence Stated(StatedTerm term, string currency)
    {
        var amount = Words.Amount(term.Term.Amount ?? 0m, currency);
        Sentence? until = term.Term.Until switch
        {
            { } end => $" until {end.AddDays(-1)}",
            null => null,
        };
        return term.Kind switch
        {
            TermKind.PriceFixed => $"a price fixed at {amount}{until}",
            TermKind.Discount when term.Term.Percent is { } percent => $"a discount of {new Percent(percent / 100m)}{until}",
            TermKind.Discount => $"a discount of {amount}{until}",
            TermKind.PriceAnnounced => $"a new price only from {term.Term.From ?? term.Date}",
            _ => $"a price of {amount}",
        };
    }
}
