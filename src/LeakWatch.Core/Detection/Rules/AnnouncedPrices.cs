using LeakWatch.Core.Detection.Claims;
using LeakWatch.Core.Findings;
using LeakWatch.Core.Invoices;
using LeakWatch.Core.Ledger;
using LeakWatch.Core.Text;

namespace LeakWatch.Core.Detection.Rules;

/// <summary>What was billed above the latest announced price, for a year from its start.</summary>
internal static class AnnouncedPrices
{
    public static IEnumerable<Claim> Find(VendorLedger ledger, ChargeStream stream, ShopFacts facts)
    {
        var stated = ledger.TermsOf(stream).Where(term => term.Kind is TermKind.PriceAnnounced or TermKind.Ordered or TermKind.RenewalPrice && term.Term is { Amount: not null, From: not null })
            .OrderBy(term => term.Term.From).ThenBy(term => term.Date).ToList();
        foreach (var same in stated.Where(term => term.Kind is TermKind.PriceAnnounced).GroupBy(term => (term.Term.From, term.Term.Amount)))
        {
            var term = same.First();
            var from = term.Term.From!.Value;
            var until = stated.Where(later => later.Term.From > from).Select(later => later.Term.From!.Value).Append(from.AddYears(1)).Min();
            var above = new List<(StreamPeriod Period, decimal Excess)>();
            foreach (var period in stream.Periods.Where(period => period.Period.Start >= from && period.Period.Start < until && period.IsWhole))
            {
                if (StatedPrices.Of(term, period) is { } price && period.Net - price > StatedPrices.Rounding && !facts.IsBelowFloor((period.Net - price) * period.TaxFactor, stream.Currency))
                {
                    above.Add((period, period.Net - price));
                }
            }

            if (above.Count > 0)
            {
                yield return ClaimOf(new(LeakType.MomSpike, ledger, stream, above, Overcharge.Before(stream, above[0].Period), facts), term);
            }
        }
    }

    private static Claim ClaimOf(Overcharge overcharge, StatedTerm term)
    {
        var (first, excess) = overcharge.Periods[0];
        var (vendor, product, currency) = (overcharge.Ledger.Vendor.Name, Words.Product(first.First), overcharge.Stream.Currency);
        var (price, from) = (term.Term.Amount!.Value, term.Term.From!.Value);
        var claim = overcharge.ClaimOf(
            $"announced {Words.Iso(from)}",
            $"The announcement sets the price; ask for the difference back.",
            (charged, total, credited) => new(
                $"{vendor} charged more for {product} than it announced",
                $"{Announced(term, product, Words.Amount(price, currency), from)} "
                + $"{Words.Amount(first.Net, currency)} was billed from {first.Period.Start}: {Words.Amount(excess, currency)} more. Over {Words.Charges(charged.Count)} with tax{Words.Less(credited, currency)}: {Words.Amount(total, currency)}."),
            term);
        return claim with { Factors = [.. claim.Factors, new($"A stated price", overcharge.Facts.Policy.IndependentProof)] };
    }

    private static Sentence Announced(StatedTerm term, Sentence product, Money price, DateOnly from) => term.Document switch
    {
        { } document => $"{document.Describe()} says that {product} costs {price} from {from}.",
        null => $"You told us that {product} costs {price} from {from}.",
    };
}
