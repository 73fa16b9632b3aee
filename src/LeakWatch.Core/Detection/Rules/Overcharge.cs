using LeakWatch.Core.Detection.Claims;
using LeakWatch.Core.Findings;
using LeakWatch.Core.Ledger;
using LeakWatch.Core.Text;

namespace LeakWatch.Core.Detection.Rules;

/// <summary>Periods of one stream that cost more than one before them, as one case. Each rule says why it is too much.</summary>
/// <param name="Periods">At least one, in the order of time; the excess is before tax.</param>
/// <param name="Reference">What the first of them is compared with; null when the documents show nothing before it.</param>
internal sealed record Overcharge(
    LeakType Type, VendorLedger Ledger, ChargeStream Stream, IReadOnlyList<(StreamPeriod Period, decimal Excess)> Periods, StreamPeriod? Reference, ShopFacts Facts)
{
    public StreamPeriod First => Periods[0].Period;

    private StreamPeriod Latest => Periods[^1].Period;

    /// <summary>A LEAK until the rule says otherwise; it goes on as long as the latest of its periods is the stream's last.</summary>
    /// <param name="what">With the product, what repeats it.</param>
    /// <param name="request">Why the difference should come back.</param>
    /// <param name="term">The stated term it breaks.</param>
    public Claim ClaimOf(string what, Sentence request, Func<IReadOnlyList<ClaimedCharge>, decimal, decimal, Wording> words, StatedTerm? term = null)
    {
        var charges = Periods.SelectMany(one => Excess(one.Period, one.Excess, Stream.Currency)).ToList();
        return new()
        {
            Type = Type,
            Verdict = Verdict.Leak,
            Ledger = Ledger,
            Account = First.First.Document.Invoice.Account,
            Currency = Stream.Currency,
            Charges = charges,
            PerMonth = Latest == Stream.Last ? PerMonth(Latest, Periods[^1].Excess) : null,
            CaseKey = $"{what} {Stream.Product.Key}",
            LastCharge = Words.Iso(Latest.Period.Start),
            Evidence = [.. charges.Select(charge => Proofs.Of(charge.Line)), .. Proofs.Of(term), .. Reference is null ? [] : new[] { Proofs.Of(Reference.First) }],
            Factors = term is null ? [] : [term.Document is null ? new($"The term is known from you", Facts.Policy.MerchantOnly) : new($"The vendor's document states the term", Facts.Policy.StatedByVendor)],
            Bridge = Reference is null ? [] : PriceBridge.Between(Reference, First, Ledger.TermsOf(Stream), Facts.Rates, term),
            Actions = [new(ActionType.RefundRequest, request)],
            Words = words,
        };
    }

    /// <summary>Worth knowing, and nothing to claim.</summary>
    public Claim WatchOf(string what, Sentence advice, Wording words) => ClaimOf(what, advice, (_, _, _) => words) with
    {
        Verdict = Verdict.Watch,
        SavingsKind = SavingsKind.Avoidable,
        LastCharge = "",
        Actions = [new(ActionType.DowngradeRequest, advice)],
    };

    /// <summary>The period before, else the last one of the stream that this one took the place of.</summary>
    public static StreamPeriod? Before(ChargeStream stream, StreamPeriod first) =>
        stream.Periods.TakeWhile(period => period != first).LastOrDefault() ?? stream.Predecessor?.Last;

    public static decimal? PerMonth(StreamPeriod period, decimal net) =>
        (period.WholeRhythm ?? Rhythms.OfDays(period.Period.Days)) is { } rhythm ? Rhythms.PerMonth(rhythm, net * period.TaxFactor) : null;

    /// <summary>The excess of a period with its tax, on its lines in turn.</summary>
    private static IEnumerable<ClaimedCharge> Excess(StreamPeriod period, decimal net, string currency)
    {
        var rest = Currencies.Rounded(net * period.TaxFactor, currency);
        foreach (var line in period.Lines)
        {
            var part = Math.Min(rest, line.Gross);
            if (part > 0m)
            {
                yield return new(line, part, period.Period);
                rest -= part;
            }
        }
    }
}
