using System.Text.RegularExpressions;
using LeakWatch.Core.Detection.Claims;
using LeakWatch.Core.Findings;
using LeakWatch.Core.Invoices;
using LeakWatch.Core.Ledger;

namespace LeakWatch.Core.Detection.Rules;

/// <summary>A recurring line that appears beside an unchanged plan, and that no order, notice or contract names.</summary>
internal static partial class NewLines
{
    /// <summary>The other lines have been there for so many periods; after fewer it is asked about.</summary>
    private const int PeriodsOfHistory = 2;

    public static IEnumerable<Claim> Find(VendorLedger ledger, ShopFacts facts)
    {
        foreach (var account in ledger.Streams.GroupBy(stream => (stream.Account, stream.Currency)))
        {
            var streams = account.ToList();
            foreach (var stream in streams.Where(stream => !stream.IsUsage && IsSaidToRecur(stream)))
            {
                if (IsNew(stream, streams) && !WasBilledBefore(ledger, stream) && !IsOrdered(ledger, stream.Periods[0].First) && !IsAnotherApp(ledger, stream, facts) && ClaimOf(ledger, stream, streams, facts) is { } claim)
                {
                    yield return claim;
                }
            }
        }
    }

    /// <summary>Unknown is not recurring.</summary>
    private static bool IsSaidToRecur(ChargeStream stream) =>
        stream.Periods[0].First.Item is { IsRecurring: true } or { Cadence: Cadence.Weekly or Cadence.Monthly or Cadence.Quarterly or Cadence.Yearly };

    /// <summary>The document that first has it also has an older line, so that the documents before would have shown it.</summary>
    private static bool IsAbsenceCovered(ChargeStream stream, List<ChargeStream> streams)
    {
        var first = stream.Periods[0].First.Document;
        return streams.Exists(other => other != stream && other.Periods[0].Period.Start < stream.Periods[0].Period.Start
            && other.Periods.Any(period => period.Lines.Any(line => line.Document == first || (first.IsBillRow && line.Document.IsBillRow && line.Document.File == first.File))));
    }

    private static bool IsNew(ChargeStream stream, List<ChargeStream> streams)
    {
        var start = stream.Periods[0].Period.Start;
        var others = streams.FindAll(other => other != stream);
        var goesOn = others.Exists(other => PeriodsBefore(other, stream.Periods[0]) > 0
            && other.Periods.Any(period => Math.Abs(period.Period.Start.DayNumber - start.DayNumber) <= Successions.LongestGap && period.Period.Start >= start.AddDays(-Successions.SameTimeDays)));
        if (!goesOn || others.Exists(other => other.Product.Matches(stream.Product) && other.Periods[0].Period.Start < start))
        {
            return false;
        }

        // A line that ended when this one came was exchanged for it; one that became cheaper was split.
        return !others.Exists(other => Successions.IsExchanged(other, stream))
            && !others.Exists(other => FellBy(other, start) >= stream.Periods[0].Net / 2m);
    }

    /// <summary>On a document of before, or of an unknown day, that is in no stream: its currency, its amount, its period or how often it comes was not read.</summary>
    private static bool WasBilledBefore(VendorLedger ledger, ChargeStream stream)
    {
        var (first, start) = (stream.Periods[0].First, stream.Periods[0].Period.Start);
        return ledger.Documents.Any(document => document.Role is DocumentRole.Charge && AccountComparison.MayBeSame(document.Account, first.Document.Account)
            && (document.Lines.Any(line => (line.Period?.Start ?? document.Date) < start && line.Product.Matches(first.Product))
                || document.Invoice.LineItems.Any(item => item is { Type: LineItemType.Charge, Amount: null } && (item.PeriodStart ?? document.Date) < start && ProductKey.Of(item).Matches(first.Product))));
    }

    /// <summary>Periods of the other line on documents that could have shown this one and did not.</summary>
    private static int PeriodsBefore(ChargeStream other, StreamPeriod first) =>
        other.Periods.Count(period => period.Period.Start < first.Period.Start.AddDays(-Successions.SameTimeDays) && period.First.Document.Date < first.First.Document.Date);

    /// <summary>More of what is there already: further units at the price of an older line, or metered extras that the line counts.</summary>
    private static bool IsGrowth(ChargeStream stream, List<ChargeStream> streams)
    {
        var (start, line) = (stream.Periods[0].Period.Start, stream.Periods[0].First);
        return line.Item.Quantity is { } quantity && quantity != 0m
            && (streams.Exists(other => other != stream && other.Periods[0].Period.Start < start && other.PrintsQuantity && other.Last.UnitPrice == stream.Periods[0].UnitPrice && (quantity > 1m || other.Last.Quantity > 1m))
                || (quantity > 1m && CountedExtras().IsMatch(line.Item.Description ?? "")));
    }

    /// <summary>Null: too little is known to speak of it.</summary>
    private static Verdict? VerdictOf(ChargeStream stream, List<ChargeStream> streams)
    {
        var first = stream.Periods[0];
        var (isCovered, isKnownLong) = (IsAbsenceCovered(stream, streams), streams.Exists(other => other != stream && PeriodsBefore(other, first) >= PeriodsOfHistory));
        return isKnownLong ? IsGrowth(stream, streams) || !isCovered ? Verdict.Watch : first.IsPrinted ? Verdict.Leak : Verdict.Review
            : isCovered && !IsGrowth(stream, streams) ? Verdict.Review : null;
    }

    private static decimal FellBy(ChargeStream other, DateOnly start)
    {
        var before = other.Periods.LastOrDefault(period => period.Period.Start < start.AddDays(-Successions.SameTimeDays));
        var after = other.Periods.FirstOrDefault(period => period.Period.Start >= start.AddDays(-Successions.SameTimeDays));
        return before is null || after is null || before.Rhythm != after.Rhythm ? 0m : before.Net - after.Net;
    }

    /// <summary>Any term or order that names the product, and any that names none but came with an order.</summary>
    public static bool IsOrdered(VendorLedger ledger, LedgerLine line) =>
        ledger.Terms.Any(term => term.Kind is TermKind.Ordered or TermKind.PriceAnnounced or TermKind.PriceFixed or TermKind.RenewalPrice or TermKind.TrialEnd or TermKind.Resubscribed
                && term.Concerns(line) && (term.Term.PlanName is not null || term.Term.ProductCode is not null || term.Kind is TermKind.Ordered))
            || ledger.Documents.Any(document => document.Header.Kind is InvoiceKind.Order or InvoiceKind.Contract or InvoiceKind.Quote or InvoiceKind.ProForma
                && document.Invoice.LineItems.Any(ordered => ProductKey.Of(ordered).Matches(line.Product)));

    /// <summary>The line names another app that the merchant installed.</summary>
    private static bool IsAnotherApp(VendorLedger ledger, ChargeStream stream, ShopFacts facts)
    {
        var description = VendorKey.Of(stream.Periods[0].First.Item.Description);
        return facts.Context.InstalledApps.SelectMany(snapshot => snapshot.Apps).Select(VendorKey.Of).Distinct()
            .Any(app => app.Length > 0 && !ledger.Vendor.Names.Contains(app) && description.StartsWith(app, StringComparison.Ordinal));
    }

    private static Claim? ClaimOf(VendorLedger ledger, ChargeStream stream, List<ChargeStream> streams, ShopFacts facts)
    {
        var charges = stream.Periods.Where(period => period.IsWhole || !period.IsPrinted).SelectMany(period => period.Lines.Select(line => new ClaimedCharge(line, line.Gross, period.Period)))
            .Where(charge => charge.Amount > 0m && !facts.IsBelowFloor(charge.Amount, stream.Currency)).ToList();
        if (charges.Count == 0 || VerdictOf(stream, streams) is not { } verdict)
        {
            return null;
        }

        var first = stream.Periods[0];
        var product = Words.Line(first.First);
        var before = streams.Where(other => other != stream).SelectMany(other => other.Periods.Where(period => period.Period.Start < first.Period.Start).TakeLast(1)).OrderBy(period => period.First.Document.Identity, StringComparer.Ordinal).FirstOrDefault();
        return new()
        {
            Type = LeakType.MomSpike,
            Verdict = verdict,
            Ledger = ledger,
            Account = first.First.Document.Invoice.Account,
            Currency = stream.Currency,
            Charges = charges,
            PerMonth = Overcharge.PerMonth(stream.Last, stream.Last.Net),
            CaseKey = $"new {Words.Iso(first.Period.Start)} {stream.Product.Key}",
            LastCharge = Words.Iso(stream.Last.Period.Start),
            Evidence = [.. charges.Select(charge => Proofs.Of(charge.Line)), .. before is null ? [] : new[] { Proofs.Of(before.First) }],
            Factors = [new($"The other lines are unchanged", facts.Policy.IndependentProof)],
            Bridge = PriceBridge.OfNew(first),
            Actions = [new(ActionType.RefundRequest, $"No order in your documents names this line; ask for it back and to have it removed."), new(ActionType.CancelRequest, $"Stop the line if you do not want it.")],
            Words = (charged, total, credited) => new(
                $"{ledger.Vendor.Name} bills \"{product}\", which no order in your documents names",
                $"The recurring line \"{product}\" appears from {first.Period.Start}, {Words.Amount(first.Net, stream.Currency)} before tax; the lines before it go on unchanged. "
                + $"{Words.Charges(charged.Count)} with tax{Words.Less(credited, stream.Currency)}: {Words.Amount(total, stream.Currency)}."),
            Question = new(
                $"Did you order \"{product}\" from {ledger.Vendor.Name}?",
                ClaimAnswer.Nothing(AnswerId.Ordered, $"Yes, we ordered it"), ClaimAnswer.Leak(AnswerId.NotOrdered, $"No, nobody ordered it")),
        };
    }

    [GeneratedRegex(@"\b(seats?|users?|licen[cs]es?|agents?|members?|overages?|over-?usage|excess|metered|additional|extra)\b|lizenz|nutzer|utilisateurs|usuarios|좌석|사용자|초과|추가|席|ユーザー|超過|追加", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CountedExtras();
}
