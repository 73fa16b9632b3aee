using LeakWatch.Core.Invoices;
using LeakWatch.Core.Ledger;

namespace LeakWatch.Core.Leaks.Rules;

/// <summary>L-03 POST_CANCELLATION: a recurring charge for a period that starts after the cancellation took effect; more charges grow the one case.</summary>
public sealed class PostCancellationRule : ILeakRule
{
    private const int DaysBefore = 3;

    public LeakType Type => LeakType.PostCancellation;

    public IEnumerable<Claim> Find(VendorLedger ledger, ShopFacts facts)
    {
        var undoing = ledger.Terms.Where(term => term.Kind is TermKind.Resubscribed or TermKind.Ordered or TermKind.CancellationRefused).ToList();
        var billsUsage = ledger.Streams.Any(stream => stream.IsUsage);
        foreach (var cancellation in Cancellations.Of(ledger, facts))
        {
            var lines = ledger.Charges.Where(charge => charge is { IsInDoubt: false, Currency: not null })
                .SelectMany(charge => charge.Lines).Where(line => line.Gross > 0m && IsAfter(cancellation, line, undoing, billsUsage)).ToList();
            var isAmbiguous = IsAmbiguous(ledger, cancellation);
            foreach (var account in lines.GroupBy(line => (line.Document.Account, line.Currency)).OrderBy(group => group.Key.Account, StringComparer.Ordinal).ThenBy(group => group.Key.Currency, StringComparer.Ordinal))
            {
                var proven = account.Where(line => line.Period is not null && !facts.IsBelowFloor(line.Gross, line.Currency)).ToList();
                var verdict = cancellation.Proof is CancellationProof.Bounced ? Verdict.Watch
                    : isAmbiguous || (cancellation.Account is not null && account.Key.Account is null) || cancellation.Proof is CancellationProof.Open || proven.Count == 0 ? Verdict.Review : Verdict.Leak;
                var charges = verdict is Verdict.Leak ? proven : [.. account];
                if (verdict is Verdict.Leak || charges.Exists(line => !facts.IsBelowFloor(line.Gross, line.Currency)))
                {
                    yield return ClaimOf(ledger, cancellation, verdict, charges, isAmbiguous, facts);
                }
            }
        }
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
            TermKind.Resubscribed or TermKind.Ordered => (term.Term.From ?? term.Date) >= cancellation.Sent && (term.Term.From ?? term.Date) <= start.AddDays(DaysBefore),
            TermKind.CancellationRefused => term.Date >= cancellation.Sent.AddDays(-DaysBefore) && (term.Term.Until is not { } until || start < until),
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

    private static Claim ClaimOf(VendorLedger ledger, CancellationCase cancellation, Verdict verdict, List<LedgerLine> lines, bool isAmbiguous, ShopFacts facts)
    {
        lines.Sort((left, right) => LedgerDocument.Compare(left.Document, right.Document));
        var first = lines[0];
        var refused = ledger.Terms.FirstOrDefault(term => term.Kind is TermKind.CancellationRefused);
        var vendor = ledger.Vendor.Name;
        var day = Words.Day(cancellation.Effective);
        var proof = cancellation.Proof switch
        {
            CancellationProof.Confirmed when cancellation.Confirmation?.Document is { } document => $"{document.FileName} of {Words.Day(document.Date)} confirms that it ended with {Words.Day(cancellation.Effective.AddDays(-1))}",
            CancellationProof.Confirmed => $"you told us that the vendor confirmed the end for {day}",
            CancellationProof.NoticeEnds => $"your cancellation was delivered on {Words.Day(cancellation.Sent)} and the notice period of {cancellation.Notice!.Term.Days} days has run out, so {day} is the first day without service",
            CancellationProof.Bounced => $"your cancellation of {Words.Day(cancellation.Sent)} bounced, so it never reached the vendor",
            CancellationProof.Open => $"your cancellation of {Words.Day(cancellation.Sent)} is not confirmed and no document states the notice period",
        };
        return new()
        {
            Type = LeakType.PostCancellation,
            Verdict = verdict,
            Ledger = ledger,
            Account = first.Document.Invoice.Account,
            Currency = first.Currency,
            Charges = [.. lines.Select(line => new ClaimedCharge(line, line.Gross, line.Period))],
            PerMonth = lines[^1].Rhythm is { } rhythm ? Rhythms.PerMonth(rhythm, lines[^1].Gross) : null,
            Repeats = $"cancellation {Words.Iso(cancellation.Proof is CancellationProof.Confirmed ? cancellation.Effective : cancellation.Sent)} {ProductKey.KeyOrNull(cancellation.Plan)}",
            Extent = Words.Iso(lines.Max(line => line.Period?.Start ?? line.Document.Date)),
            Evidence = [.. lines.Select(Proofs.Of), .. Proofs.Of(cancellation.Confirmation), .. Proofs.Of(cancellation.Notice), .. Proofs.Of(refused), .. lines.SelectMany(line => Proofs.PaymentOf(line.Document))],
            Factors = cancellation.Confirmation?.Document is not null ? [new("The vendor's document confirms the end", facts.Policy.StatedByVendor)] : [new("The cancellation is known from you", facts.Policy.MerchantOnly)],
            Actions = verdict switch
            {
                Verdict.Leak => [new(ActionType.RefundRequest, "The service had ended; ask for the charges back."), new(ActionType.CancelRequest, "Ask for written confirmation that billing has stopped.")],
                Verdict.Watch => [new(ActionType.CancelRequest, "Send the cancellation again, to an address that works.")],
                _ => [new(ActionType.Clarification, "Ask the vendor from which day the cancellation counts.")],
            },
            Words = (charged, total, credited) => new(
                verdict is Verdict.Watch ? $"Your cancellation never arrived: {vendor} charges on" : $"{vendor} charged {Words.Count(charged.Count, "time")} after the cancellation",
                $"You cancelled {vendor}: {proof}. {Words.Count(charged.Count, "charge")} since then: "
                + string.Join(", ", charged.Select(one => one.Line).Select(line => $"{Words.Number(line.Document)} {Words.Amount(line.Gross, line.Currency)} ({(line.Period is { } period ? Words.Days(period) : "no period printed")})"))
                + $"{Words.Less(credited, first.Currency)}. Together {Words.Amount(total, first.Currency)}.",
                isAmbiguous ? $"Which plan or account of {vendor} did you cancel?" : $"Did {vendor} confirm from which day your cancellation counts?"),
        };
    }
}
