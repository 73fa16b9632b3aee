using LeakWatch.Core.Detection.Claims;
using LeakWatch.Core.Findings;
using LeakWatch.Core.Invoices;
using LeakWatch.Core.Ledger;
using LeakWatch.Core.ShopKnowledge;

namespace LeakWatch.Core.Detection.Rules;

/// <summary>L-03 POST_CANCELLATION: a recurring charge for a period that starts after the cancellation took effect; more charges grow the one case.</summary>
public sealed class PostCancellationRule : ILeakRule
{
    public LeakType Type => LeakType.PostCancellation;

    public IEnumerable<Claim> Find(VendorLedger ledger, ShopFacts facts)
    {
        foreach (var cancellation in Cancellations.Of(ledger, facts))
        {
            var isAmbiguous = IsAmbiguous(ledger, cancellation);
            var accounts = LinesAfter(ledger, cancellation).GroupBy(line => (line.Document.Account, line.Currency));
            foreach (var account in accounts.OrderBy(group => group.Key.Account, StringComparer.Ordinal).ThenBy(group => group.Key.Currency, StringComparer.Ordinal))
            {
                var charges = new ChargesAfterCancellation(ledger, cancellation, [.. account], facts)
                {
                    IsAmbiguous = isAmbiguous,
                    IsAccountUnknown = cancellation.Account is not null && account.Key.Account is null,
                    CaseKey = $"cancellation {Words.Iso(cancellation.Proof is CancellationProof.Confirmed ? cancellation.Effective : cancellation.Sent)} {ProductKey.KeyOrNull(cancellation.Plan)}",
                };
                if (charges.Claim() is { } claim)
                {
                    yield return claim;
                }
            }
        }
    }

    /// <summary>In the order of the documents.</summary>
    internal static IEnumerable<LedgerLine> LinesAfter(VendorLedger ledger, CancellationCase cancellation)
    {
        var undoing = ledger.Terms.Where(term => term.Kind is TermKind.Resubscribed or TermKind.Ordered or TermKind.CancellationRefused).ToList();
        var billsUsage = ledger.Streams.Any(stream => stream.IsUsage);
        return ledger.CertainCharges.SelectMany(charge => charge.Lines).Where(line => line.Gross > 0m && IsAfter(cancellation, line, undoing, billsUsage));
    }

    private static bool IsAfter(CancellationCase cancellation, LedgerLine line, List<StatedTerm> undoing, bool billsUsage)
    {
        var isRow = line.Document.Role is DocumentRole.Payment;
        if (!isRow && (!line.IsRecurring || line.IsOneTime || !cancellation.Concerns(line.Document.Account, line.Product)))
        {
            return false;
        }

        // Without a period the charge may be arrears: usage always may, a row when the vendor bills usage.
        if (line.Period is null && (line.IsUsage || line.Document.Date < cancellation.Effective || (isRow && billsUsage)))
        {
            return false;
        }

        var start = line.Period?.Start ?? line.Document.Date;
        if (start < cancellation.Effective || (cancellation.Proof is CancellationProof.Open && start <= cancellation.Sent))
        {
            return false;
        }

        return !undoing.Exists(term => Undoes(term, cancellation, line, start));
    }

    /// <summary>Subscribed again, ordered anew, or refused until a day.</summary>
    private static bool Undoes(StatedTerm term, CancellationCase cancellation, LedgerLine line, DateOnly start)
    {
        var concerns = line.Document.Role is DocumentRole.Payment || term.Concerns(line);
        return concerns && term.Kind switch
        {
            TermKind.Resubscribed or TermKind.Ordered => (term.Term.From ?? term.Date) >= cancellation.Sent && (term.Term.From ?? term.Date) <= start.AddDays(DetectionPolicy.DatesApart),
            TermKind.CancellationRefused => term.Date >= cancellation.Sent.AddDays(-DetectionPolicy.DatesApart) && (term.Term.Until is not { } until || start < until),
            _ => false,
        };
    }

    /// <summary>It names no plan or account, and several go on: which was meant? Products that come on one invoice are one subscription.</summary>
    private static bool IsAmbiguous(VendorLedger ledger, CancellationCase cancellation)
    {
        var streams = ledger.Streams.Where(stream => !stream.IsUsage && cancellation.Concerns(stream.Account, stream.Product)
            && stream.Periods[0].Period.Start < cancellation.Effective && stream.Last.Period.End >= cancellation.Sent).ToList();
        return streams.Skip(1).Any(stream => !AreBilledTogether(stream, streams[0]));
    }

    private static bool AreBilledTogether(ChargeStream one, ChargeStream other) =>
        one.Account == other.Account && (one.Product.Matches(other.Product) || one.Last.First.Document == other.Last.First.Document);
}
