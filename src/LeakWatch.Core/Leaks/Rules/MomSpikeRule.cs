using LeakWatch.Core.Invoices;
using LeakWatch.Core.Ledger;

namespace LeakWatch.Core.Leaks.Rules;

/// <summary>L-01 MOM_SPIKE: an unexplained rise of a recurring stream, a recurring line nobody ordered, or more than an announced price or an approved cap.</summary>
public sealed class MomSpikeRule : ILeakRule
{
    private const decimal Cent = 0.01m;

    public LeakType Type => LeakType.MomSpike;

    public IEnumerable<Claim> Find(VendorLedger ledger, ShopFacts facts)
    {
        foreach (var stream in ledger.Streams)
        {
            foreach (var claim in AboveAnnounced(ledger, stream, facts).Concat(Spikes(ledger, stream, facts)))
            {
                yield return claim;
            }
        }

        foreach (var claim in UsageCaps.Find(ledger, facts).Concat(NewLines.Find(ledger, facts)).Concat(OneOffLines.Find(ledger, facts)))
        {
            yield return claim;
        }
    }

    private static IEnumerable<Claim> Spikes(VendorLedger ledger, ChargeStream stream, ShopFacts facts)
    {
        if (stream.Periods.Count < 2 && stream.Predecessor is null)
        {
            yield break;
        }

        var floor = facts.Threshold(facts.Policy.SpikeFloorUsd, stream.Currency);
        var terms = ledger.TermsOf(stream);
        List<(StreamPeriod Period, decimal Excess)>? open = null;
        StreamPeriod? reference = null;
        var usual = 0m;
        for (var index = stream.Predecessor is null ? 1 : 0; index <= stream.Periods.Count; index++)
        {
            var period = index < stream.Periods.Count ? stream.Periods[index] : null;
            if (period is { IsComparable: false })
            {
                continue; // Seats or days are unknown: nothing can be said of its price.
            }

            if (period is not null && open is null && index > 0 && period.Amount <= stream.Periods[index - 1].Amount && period.Discount >= stream.Periods[index - 1].Discount)
            {
                continue; // Nothing rose.
            }

            if (period is not null && open is null)
            {
                (reference, usual) = Usual(stream, index, facts);
            }

            var excess = period is null || reference is null ? 0m : PriceBridge.Unexplained(reference, period, terms, facts.Rates);
            if (excess >= usual * facts.Policy.SpikeShare && excess >= floor && excess > 0m)
            {
                (open ??= []).Add((period!, excess));
                continue;
            }

            if (open is not null)
            {
                yield return OfSpike(ledger, stream, reference!, usual, open, facts);
                open = null;
                index--; // The period that ended the case is looked at with its own past.
                continue;
            }

            if (period == stream.Last && reference is not null && Growth(ledger, stream, reference, usual, floor, terms, facts) is { } watch)
            {
                yield return watch;
            }
        }
    }

    /// <summary>
    /// The median of up to three periods before, of the same cadence, and the period that stands for it. Before a stream's first lie those of the one
    /// it took the place of, in the currency of the later.
    /// </summary>
    private static (StreamPeriod? Reference, decimal Usual) Usual(ChargeStream stream, int index, ShopFacts facts)
    {
        var period = stream.Periods[index];
        var (history, last) = index > 0 ? (stream, index) : (stream.Predecessor!, stream.Predecessor!.Periods.Count);
        var before = new List<(StreamPeriod Period, decimal Cost)>(facts.Policy.UsualPeriods);
        for (var earlier = last - 1; earlier >= 0 && before.Count < facts.Policy.UsualPeriods; earlier--)
        {
            var one = history.Periods[earlier];
            if (one.IsComparable && (one.Rhythm == period.Rhythm || !one.IsWhole || !period.IsWhole)
                && facts.Rates.Convert(one.Amount, history.Currency, stream.Currency, one.First.Document.Date) is { } amount)
            {
                // A part of a period is compared by its days.
                before.Add((one, one.IsWhole && period.IsWhole ? amount : amount * period.Period.Days / one.Period.Days));
            }
        }

        if (before.Count == 0)
        {
            return (null, 0m);
        }

        var sorted = before.Select(one => one.Cost).Order().ToList();
        var median = sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2m;

        // Of two that are equally near, the higher: it claims less.
        return (before.OrderBy(one => Math.Abs(one.Cost - median)).ThenByDescending(one => one.Cost).First().Period, median);
    }

    private static Claim OfSpike(
        VendorLedger ledger, ChargeStream stream, StreamPeriod reference, decimal usual, List<(StreamPeriod Period, decimal Excess)> periods, ShopFacts facts)
    {
        var (first, excess) = periods[0];
        var product = Overcharge.ProductOf(first);
        var season = SameMonthBefore(stream, first, facts.Policy);
        var earlier = stream.Periods.TakeWhile(period => period != first).Count();
        var claim = new Overcharge(LeakType.MomSpike, ledger, stream, periods, reference, facts).ClaimOf(
            $"spike {Words.Iso(first.Period.Start)}",
            "No order, notice or usage explains the rise; ask for the difference back, or for the reason.",
            (charged, total, credited) => new(
                $"{ledger.Vendor.Name} charged {Words.Amount(first.Net, stream.Currency)} for {product} instead of the usual {Words.Amount(usual, stream.Currency)}",
                $"The usual price is the median of up to three periods before {Words.Day(first.Period.Start)}: {Words.Amount(usual, stream.Currency)} before tax{Converted(reference, stream)}. Quantity, days, discounts and stated prices explain all but "
                + $"{Words.Amount(excess, stream.Currency)} of the change. {(season is null ? "" : $"The same season a year before cost {Words.Amount(season.Net, stream.Currency)}. ")}"
                + $"Over {Words.Count(charged.Count, "charge")} with tax{Words.Less(credited, stream.Currency)}: {Words.Amount(total, stream.Currency)}."));
        return claim with
        {
            Verdict = season is not null ? Verdict.Watch : first.IsPrinted && reference.First.Currency == stream.Currency ? Verdict.Leak : Verdict.Review,
            Evidence = [.. claim.Evidence, .. season is null ? [] : new[] { Proofs.Of(season.First) }],
            Question = new(
                $"Did you agree to the higher price of {product} from {Words.Day(first.Period.Start)}?",
                ClaimAnswer.Nothing(AnswerId.Agreed, "Yes, we agreed to it"), ClaimAnswer.Leak(AnswerId.NotAgreed, "No, nobody agreed to it")),
            Factors = earlier < facts.Policy.UsualPeriods ? [new("Few earlier periods to compare with", facts.Policy.ShortHistory)] : [new("Three earlier periods agree", facts.Policy.IndependentProof)],
        };
    }

    /// <summary>A period a year before, in the past, that was as high.</summary>
    private static StreamPeriod? SameMonthBefore(ChargeStream stream, StreamPeriod peak, DetectionPolicy policy)
    {
        var year = peak.Period.Start.AddYears(-1);
        return stream.Periods.FirstOrDefault(period => Math.Abs(period.Period.Start.DayNumber - year.DayNumber) <= 16 && period.Net >= peak.Net * policy.SeasonShare);
    }

    /// <summary>A big change that own growth, another plan or an ended discount explains is worth knowing.</summary>
    private static Claim? Growth(
        VendorLedger ledger, ChargeStream stream, StreamPeriod reference, decimal usual, decimal floor, IReadOnlyList<StatedTerm> terms, ShopFacts facts)
    {
        var period = stream.Last;
        if (!period.IsWhole)
        {
            return null;
        }

        var reasons = PriceBridge.Between(reference, period, terms, facts.Rates)
            .Where(part => part is { Part: BridgeReason.Quantity or BridgeReason.UnitPrice or BridgeReason.PlanChange or BridgeReason.DiscountEnd }).ToList();
        var growth = reasons.Sum(part => part.Amount ?? 0m);
        if (growth < floor || growth < usual * facts.Policy.SpikeShare)
        {
            return null;
        }

        var product = Overcharge.ProductOf(period);
        var isOtherPlan = reasons.Exists(part => part.Part is BridgeReason.PlanChange);
        var why = reasons.Where(part => part.Amount > 0m).Select(part => part.Part switch
        {
            BridgeReason.Quantity => stream.IsUsage ? "more usage" : "more units",
            BridgeReason.PlanChange => "another plan",
            BridgeReason.DiscountEnd => "an ended discount",
            _ => stream.IsUsage ? "the price of the usage" : "a stated price",
        });
        return new Overcharge(LeakType.MomSpike, ledger, stream, [(period, growth)], reference, facts).WatchOf(
            $"growth {Words.Iso(period.Period.Start)}",
            "Check whether you still need all of it.",
            new(
                isOtherPlan
                    ? $"{product} of {ledger.Vendor.Name} took the place of {Overcharge.ProductOf(reference)}, for {Words.Amount(period.Net, stream.Currency)}"
                    : $"{product} of {ledger.Vendor.Name} grew to {Words.Amount(period.Net, stream.Currency)}",
                $"{Words.Amount(usual, stream.Currency)} was usual{Converted(reference, stream)}. The change is explained by {string.Join(" and ", why)}, {Words.Amount(growth, stream.Currency)} before tax: nothing to claim."));
    }

    private static string Converted(StreamPeriod reference, ChargeStream stream) =>
        reference.First.Currency == stream.Currency ? "" : $", converted from {reference.First.Currency} at the rate of the day";

    /// <summary>What was billed above the latest announced price, for a year from its start.</summary>
    private static IEnumerable<Claim> AboveAnnounced(VendorLedger ledger, ChargeStream stream, ShopFacts facts)
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
                if (StatedPrices.Of(term, period) is { } price && period.Net - price > Cent && !facts.IsBelowFloor((period.Net - price) * period.TaxFactor, stream.Currency))
                {
                    above.Add((period, period.Net - price));
                }
            }

            if (above.Count > 0)
            {
                yield return OfAnnounced(ledger, stream, term, above, facts);
            }
        }
    }

    private static Claim OfAnnounced(VendorLedger ledger, ChargeStream stream, StatedTerm term, List<(StreamPeriod Period, decimal Excess)> above, ShopFacts facts)
    {
        var (first, excess) = above[0];
        var product = Overcharge.ProductOf(first);
        var claim = new Overcharge(LeakType.MomSpike, ledger, stream, above, Overcharge.Before(stream, first), facts).ClaimOf(
            $"announced {Words.Iso(term.Term.From!.Value)}",
            "The announcement sets the price; ask for the difference back.",
            (charged, total, credited) => new(
                $"{ledger.Vendor.Name} charged more for {product} than it announced",
                $"{(term.Document is null ? "You told us that" : term.Document.Describe() + " says that")} {product} costs {Words.Amount(term.Term.Amount!.Value, stream.Currency)} from {Words.Day(term.Term.From!.Value)}. "
                + $"{Words.Amount(first.Net, stream.Currency)} was billed from {Words.Day(first.Period.Start)}: {Words.Amount(excess, stream.Currency)} more. Over {Words.Count(charged.Count, "charge")} with tax{Words.Less(credited, stream.Currency)}: {Words.Amount(total, stream.Currency)}."),
            term);
        return claim with { Factors = [.. claim.Factors, new("A stated price", facts.Policy.IndependentProof)] };
    }
}
