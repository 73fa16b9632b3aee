using LeakWatch.Core.Detection.Claims;
using LeakWatch.Core.Findings;
using LeakWatch.Core.Invoices;
using LeakWatch.Core.Ledger;
using LeakWatch.Core.Text;

namespace LeakWatch.Core.Detection.Rules;

/// <summary>L-06 UPCOMING_RENEWAL: a long plan renews soon, and the last safe day to cancel is near or already past.</summary>
public sealed class UpcomingRenewalRule : ILeakRule
{
    /// <summary>A plan of more days than this is annual or multi-month.</summary>
    private const int MinYearDays = 45;

    public LeakType Type => LeakType.UpcomingRenewal;

    public IEnumerable<Claim> Find(VendorLedger ledger, ShopFacts facts)
    {
        var cancellations = Cancellations.Of(ledger, facts).FindAll(cancellation => cancellation.StopsRenewal);
        var renewals = ledger.Streams.Where(stream => !stream.IsUsage).Select(stream => RenewalOf(ledger, stream, cancellations, facts)).OfType<Renewal>()
            .GroupBy(renewal => (renewal.Stream.Account, renewal.Stream.Currency, renewal.Day, renewal.Auto is not null, renewal.LastSafeDay));
        foreach (var same in renewals.OrderBy(group => group.Key.Day).ThenBy(group => group.Key.Account, StringComparer.Ordinal).ThenBy(group => group.Key.Currency, StringComparer.Ordinal))
        {
            if (ClaimOf(ledger, [.. same], facts) is { } claim)
            {
                yield return claim;
            }
        }
    }

    /// <param name="Day">First day of the new term.</param>
    /// <param name="Auto">The term that says that it renews; null when that is only inferred.</param>
    private sealed record Renewal(ChargeStream Stream, DateOnly Day, DateOnly LastSafeDay, StatedTerm? Auto, StatedTerm? Notice, StatedTerm? Price, decimal Amount)
    {
        /// <summary>It renews, and can no longer be stopped.</summary>
        public bool IsMissed(DateOnly asOf) => Auto is not null && LastSafeDay < asOf;

        /// <summary>A missed day is told while its term of notice runs, and for as long before the renewal as one that is ahead.</summary>
        public bool IsNear(DateOnly asOf, int days) => IsMissed(asOf) ? Day <= asOf.AddDays(Math.Max(days, Notice?.Term.Days ?? 0))
            : (Auto is null ? Day : LastSafeDay) <= asOf.AddDays(days);
    }

    private static Renewal? RenewalOf(VendorLedger ledger, ChargeStream stream, List<CancellationCase> cancellations, ShopFacts facts)
    {
        var last = stream.Last;
        if (last.Period.Days <= MinYearDays && ledger.Terms.Count == 0)
        {
            return null;
        }

        var terms = ledger.TermsOf(last.First).OrderBy(term => term.Date).ToList();
        var length = terms.FindLast(term => term.Kind is TermKind.AutoRenew or TermKind.ContractTerm or TermKind.NoAutoRenew
            && term.Term.Until is { } until && until >= last.Period.End && (term.Term.From is not { } from || from <= last.Period.Start));
        if (last.Period.Days <= MinYearDays && length is null)
        {
            return null;
        }

        var day = length?.Term.Until ?? last.Period.End;
        var auto = terms.FindLast(term => term.Kind is TermKind.AutoRenew);
        var never = terms.FindLast(term => term.Kind is TermKind.NoAutoRenew);
        if (day < facts.AsOf || (never is not null && (auto is null || never.Date >= auto.Date)))
        {
            return null;
        }

        var again = terms.FindLast(term => term.Kind is TermKind.Resubscribed or TermKind.Ordered)?.Date;
        if (cancellations.Exists(cancellation => cancellation.Sent >= last.Period.Start.AddDays(-MinYearDays) && !(again > cancellation.Sent) && cancellation.Concerns(stream.Account, stream.Product)))
        {
            return null;
        }

        // The day before where no notice period is stated.
        var notice = terms.FindLast(term => term is { Kind: TermKind.NoticePeriod, Term.Days: not null });
        var lastSafeDay = day.AddDays(-(notice?.Term.Days ?? 1));
        var price = StatedPrice(last, terms, day);
        var amount = price is not null && StatedPrices.Of(price, last) is { } stated ? stated : PriceOfHistory(last, terms, length, day);
        return new(stream, day, lastSafeDay, auto, notice, price, amount);
    }

    /// <summary>That of a renewal notice before that of an announcement.</summary>
    private static StatedTerm? StatedPrice(StreamPeriod last, List<StatedTerm> terms, DateOnly day) =>
        terms.FindLast(term => term is { Kind: TermKind.RenewalPrice, Term.Amount: not null } && Math.Abs((term.Term.From ?? day).DayNumber - day.DayNumber) <= MinYearDays)
        ?? terms.FindLast(term => term is { Kind: TermKind.PriceAnnounced, Term.Amount: not null } && term.Term.From > last.Period.Start && term.Term.From <= day);

    /// <summary>An ended discount is not renewed; instalments are counted over the term.</summary>
    private static decimal PriceOfHistory(StreamPeriod last, List<StatedTerm> terms, StatedTerm? length, DateOnly day)
    {
        var discountEnds = last.Discount > 0m && terms.Exists(term => term.Kind is TermKind.Discount && term.Term.Until is { } until && until <= day);
        var gross = discountEnds ? last.Amount * last.TaxFactor : last.Net + last.Tax;
        var isInstalment = length?.Term.Until > last.Period.End;
        var payments = isInstalment && length?.Term.From is { } start ? Math.Max(1, (int)Math.Round((day.DayNumber - start.DayNumber) / (double)last.Period.Days)) : 1;
        return gross * payments;
    }

    private static Claim? ClaimOf(VendorLedger ledger, List<Renewal> renewals, ShopFacts facts)
    {
        var renewal = renewals[0];
        var currency = renewal.Stream.Currency;
        var amount = renewals.Sum(one => one.Amount);
        if (facts.IsBelowFloor(amount, currency) || !renewal.IsNear(facts.AsOf, facts.Policy.RenewalDays))
        {
            return null;
        }

        var isMissed = renewal.IsMissed(facts.AsOf);
        var isLeak = renewal.Auto is not null && !isMissed;
        var last = renewal.Stream.Last;
        var rhythm = Rhythms.OfDays(last.Period.Days);
        Sentence source = renewal.Price switch
        {
            null => $"the last price, {Words.Amount(amount, currency)} with tax",
            _ => $"the stated renewal price, {Words.Amount(amount, currency)}",
        };
        return new()
        {
            Type = LeakType.UpcomingRenewal,
            Verdict = isLeak ? Verdict.Leak : Verdict.Watch,
            Ledger = ledger,
            Account = last.First.Document.Invoice.Account,
            Currency = currency,
            Amount = amount,
            SavingsKind = SavingsKind.Avoidable,
            PerMonth = rhythm is { } known ? Rhythms.PerMonth(known, amount) : null,
            Deadline = renewal.Auto is null ? null : renewal.LastSafeDay,
            Period = new(renewal.Day, renewal.Day.AddDays(Math.Max(1, last.Period.Days))),
            CaseKey = $"renewal {Words.Iso(renewal.Day)} {renewal.Stream.Product.Key}",
            Evidence = [.. renewals.Select(one => Proofs.Of(one.Stream.Last.First)), .. Proofs.Of(renewal.Auto), .. Proofs.Of(renewal.Notice), .. Proofs.Of(renewal.Price)],
            Factors = isLeak && renewal.Notice is not null ? [new($"The notice period is stated", facts.Policy.StatedByVendor)] : [],
            Actions = isMissed ? [new(ActionType.Clarification, $"Ask whether the vendor accepts a late cancellation.")] : [new(ActionType.CancelRequest, $"Cancel before the last safe day if you do not want another term.")],
            Words = (_, _, _) => isLeak ? Ahead(ledger.Vendor.Name, renewal, source) : isMissed ? Missed(ledger.Vendor.Name, renewal, source) : Inferred(ledger.Vendor.Name, renewal, source),
        };
    }

    private static Wording Ahead(string vendor, Renewal renewal, Sentence source) => new(
        $"{vendor} renews on {renewal.Day}: cancel by {renewal.LastSafeDay}",
        $"{PlanOf(renewal)} renews automatically on {renewal.Day}. {Safe(renewal)} The amount at risk is {source}.");

    private static Wording Missed(string vendor, Renewal renewal, Sentence source) => new(
        $"{vendor} renews on {renewal.Day}; the last day to cancel has passed",
        $"{PlanOf(renewal)} renews automatically on {renewal.Day}. {Safe(renewal)} That day has passed, so we promise nothing; the renewal costs {source}.");

    private static Wording Inferred(string vendor, Renewal renewal, Sentence source) => new(
        $"{vendor} probably renews on {renewal.Day}",
        $"{PlanOf(renewal)} was paid until {renewal.Day.AddDays(-1)}. No document says whether it renews: we infer it from past invoices only. It would cost {source}.");

    private static Sentence PlanOf(Renewal renewal) => Words.Product(renewal.Stream.Last.First);

    private static Sentence Safe(Renewal renewal) => renewal.Notice?.Term.Days switch
    {
        { } days => $"The notice period is {days} days, so the last safe day is {renewal.Day} minus {days} days: {renewal.LastSafeDay}.",
        null => $"No notice period is stated, so the last safe day is the day before: {renewal.LastSafeDay}.",
    };
}
