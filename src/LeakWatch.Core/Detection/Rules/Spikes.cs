using LeakWatch.Core.Detection.Claims;
using LeakWatch.Core.Findings;
using LeakWatch.Core.Ledger;
using LeakWatch.Core.Text;

namespace LeakWatch.Core.Detection.Rules;

/// <summary>Rises of one stream that nothing explains, and a big one of its latest period that something does.</summary>
internal sealed class Spikes
{
    /// <summary>Half a month either way: periods that start so close are of the same season.</summary>
    private const int SeasonDays = 16;

    private readonly VendorLedger ledger;
    private readonly ChargeStream stream;
    private readonly ShopFacts facts;
    private readonly IReadOnlyList<StatedTerm> terms;
    private readonly decimal floor;

    private Spikes(VendorLedger ledger, ChargeStream stream, ShopFacts facts)
    {
        (this.ledger, this.stream, this.facts) = (ledger, stream, facts);
        terms = ledger.TermsOf(stream);
        floor = facts.Threshold(facts.Policy.SpikeFloorUsd, stream.Currency);
    }

    /// <param name="Reference">The earlier period that stands for what is usual.</param>
    /// <param name="Cost">Before tax, in the stream's currency.</param>
    private sealed record Baseline(StreamPeriod Reference, decimal Cost);

    public static IEnumerable<Claim> Find(VendorLedger ledger, ChargeStream stream, ShopFacts facts) =>
        stream.Periods.Count < 2 && stream.Predecessor is null ? [] : new Spikes(ledger, stream, facts).Find();

    private IEnumerable<Claim> Find()
    {
        var index = stream.Predecessor is null ? 1 : 0;
        while (index < stream.Periods.Count)
        {
            var usual = stream.Periods[index].IsComparable && MayHaveRisen(index) ? UsualBefore(index) : null;
            var spike = usual is null ? [] : SpikeFrom(index, usual, out index);
            if (spike.Count > 0)
            {
                yield return OfSpike(usual!, spike);
                continue; // The period that ended the case is looked at with its own past.
            }

            if (usual is not null && index == stream.Periods.Count - 1 && Growth(usual) is { } watch)
            {
                yield return watch;
            }

            index++;
        }
    }

    private bool MayHaveRisen(int index) =>
        index == 0 || stream.Periods[index].Amount > stream.Periods[index - 1].Amount || stream.Periods[index].Discount < stream.Periods[index - 1].Discount;

    /// <summary>The comparable periods from <paramref name="index"/> on that cost too much, up to the first that does not.</summary>
    /// <param name="end">The position of that one.</param>
    private List<(StreamPeriod Period, decimal Excess)> SpikeFrom(int index, Baseline usual, out int end)
    {
        var above = new List<(StreamPeriod Period, decimal Excess)>();
        for (end = index; end < stream.Periods.Count; end++)
        {
            var period = stream.Periods[end];
            if (!period.IsComparable)
            {
                continue; // Seats or days are unknown: nothing can be said of its price.
            }

            var excess = PriceBridge.Unexplained(usual.Reference, period, terms, facts.Rates);
            if (excess <= 0m || excess < floor || excess < usual.Cost * facts.Policy.SpikeShare)
            {
                break;
            }

            above.Add((period, excess));
        }

        return above;
    }

    /// <summary>
    /// The median of up to three periods before, of the same cadence, and the period that stands for it. Before a stream's first lie those of the one
    /// it took the place of, in the currency of the later.
    /// </summary>
    private Baseline? UsualBefore(int index)
    {
        var period = stream.Periods[index];
        var (history, last) = index > 0 ? (stream, index) : (stream.Predecessor!, stream.Predecessor!.Periods.Count);
        var before = new List<Baseline>(facts.Policy.UsualPeriods);
        for (var earlier = last - 1; earlier >= 0 && before.Count < facts.Policy.UsualPeriods; earlier--)
        {
            var one = history.Periods[earlier];
            var isAlike = one.IsComparable && (one.Rhythm == period.Rhythm || !one.IsWhole || !period.IsWhole);
            if (isAlike && facts.Rates.Convert(one.Amount, history.Currency, stream.Currency, one.First.Document.Date) is { } amount)
            {
                // A part of a period is compared by its days.
                before.Add(new(one, one.IsWhole && period.IsWhole ? amount : amount * period.Period.Days / one.Period.Days));
            }
        }

        if (before.Count == 0)
        {
            return null;
        }

        var median = Median([.. before.Select(one => one.Cost).Order()]);

        // Of two that are equally near, the higher: it claims less.
        return new(before.OrderBy(one => Math.Abs(one.Cost - median)).ThenByDescending(one => one.Cost).First().Reference, median);
    }

    private static decimal Median(List<decimal> sorted) =>
        sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2m;

    private Claim OfSpike(Baseline usual, List<(StreamPeriod Period, decimal Excess)> periods)
    {
        var (first, excess) = periods[0];
        var (product, currency) = (Words.Product(first.First), stream.Currency);
        var season = SameSeasonBefore(first);
        var earlier = stream.Periods.TakeWhile(period => period != first).Count();
        var claim = OverchargeOf(usual, periods).ClaimOf(
            $"spike {Words.Iso(first.Period.Start)}",
            $"No order, notice or usage explains the rise; ask for the difference back, or for the reason.",
            (charged, total, credited) => new(
                $"{ledger.Vendor.Name} charged {Words.Amount(first.Net, currency)} for {product} instead of the usual {Words.Amount(usual.Cost, currency)}",
                $"The usual price is the median of up to three periods before {first.Period.Start}: {Words.Amount(usual.Cost, currency)} before tax{Converted(usual)}. Quantity, days, discounts and stated prices explain all but "
                + $"{Words.Amount(excess, currency)} of the change. {SeasonOf(season)}"
                + $"Over {Words.Charges(charged.Count)} with tax{Words.Less(credited, currency)}: {Words.Amount(total, currency)}."));
        var isCertain = first.IsPrinted && usual.Reference.First.Currency == currency;
        return claim with
        {
            Verdict = season is not null ? Verdict.Watch : isCertain ? Verdict.Leak : Verdict.Review,
            Evidence = [.. claim.Evidence, .. season is null ? [] : new[] { Proofs.Of(season.First) }],
            Question = new(
                $"Did you agree to the higher price of {product} from {first.Period.Start}?",
                ClaimAnswer.Nothing(AnswerId.Agreed, $"Yes, we agreed to it"), ClaimAnswer.Leak(AnswerId.NotAgreed, $"No, nobody agreed to it")),
            Factors = earlier < facts.Policy.UsualPeriods ? [new($"Few earlier periods to compare with", facts.Policy.ShortHistory)] : [new($"Three earlier periods agree", facts.Policy.IndependentProof)],
        };
    }

    /// <summary>A period a year before, in the past, that was as high.</summary>
    private StreamPeriod? SameSeasonBefore(StreamPeriod peak)
    {
        var year = peak.Period.Start.AddYears(-1);
        return stream.Periods.FirstOrDefault(period => Math.Abs(period.Period.Start.DayNumber - year.DayNumber) <= SeasonDays && period.Net >= peak.Net * facts.Policy.SeasonShare);
    }

    /// <summary>A big change that own growth, another plan or an ended discount explains is worth knowing.</summary>
    private Claim? Growth(Baseline usual)
    {
        var period = stream.Last;
        if (!period.IsWhole)
        {
            return null;
        }

        var reasons = PriceBridge.Between(usual.Reference, period, terms, facts.Rates)
            .Where(part => part is { Part: BridgeReason.Quantity or BridgeReason.UnitPrice or BridgeReason.PlanChange or BridgeReason.DiscountEnd }).ToList();
        var growth = reasons.Sum(part => part.Amount ?? 0m);
        if (growth < floor || growth < usual.Cost * facts.Policy.SpikeShare)
        {
            return null;
        }

        var (product, currency) = (Words.Product(period.First), stream.Currency);
        var isOtherPlan = reasons.Exists(part => part.Part is BridgeReason.PlanChange);
        return OverchargeOf(usual, [(period, growth)]).WatchOf(
            $"growth {Words.Iso(period.Period.Start)}",
            $"Check whether you still need all of it.",
            new(
                isOtherPlan switch
                {
                    true => $"{product} of {ledger.Vendor.Name} took the place of {Words.Product(usual.Reference.First)}, for {Words.Amount(period.Net, currency)}",
                    false => $"{product} of {ledger.Vendor.Name} grew to {Words.Amount(period.Net, currency)}",
                },
                $"{Words.Amount(usual.Cost, currency)} was usual{Converted(usual)}. The change is explained by {Sentence.List(" and ", reasons.Where(part => part.Amount > 0m).Select(WordsOf))}, {Words.Amount(growth, currency)} before tax: nothing to claim."));
    }

    private Sentence WordsOf(BridgePart part) => (part.Part, stream.IsUsage) switch
    {
        (BridgeReason.Quantity, true) => $"more usage",
        (BridgeReason.Quantity, false) => $"more units",
        (BridgeReason.PlanChange, _) => $"another plan",
        (BridgeReason.DiscountEnd, _) => $"an ended discount",
        (_, true) => $"the price of the usage",
        (_, false) => $"a stated price",
    };

    private Overcharge OverchargeOf(Baseline usual, List<(StreamPeriod Period, decimal Excess)> periods) => new(LeakType.MomSpike, ledger, stream, periods, usual.Reference, facts);

    private Sentence? SeasonOf(StreamPeriod? season) => season switch
    {
        null => null,
        _ => $"The same season a year before cost {Words.Amount(season.Net, stream.Currency)}. ",
    };

    private Sentence? Converted(Baseline usual) => usual.Reference.First.Currency switch
    {
        var currency when currency == stream.Currency => null,
        var currency => $", converted from {currency} at the rate of the day",
    };
}
