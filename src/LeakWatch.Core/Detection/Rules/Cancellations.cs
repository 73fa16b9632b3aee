using LeakWatch.Core.Text;
using LeakWatch.Core.Detection.Claims;
using LeakWatch.Core.Invoices;
using LeakWatch.Core.Ledger;
using LeakWatch.Core.ShopKnowledge;

namespace LeakWatch.Core.Detection.Rules;

/// <summary>How sure we are that a cancellation took effect.</summary>
internal enum CancellationProof
{
    /// <summary>The vendor confirmed it.</summary>
    Confirmed,

    /// <summary>Delivered, and a known notice period has an end.</summary>
    NoticeEnds,

    /// <summary>Sent or delivered; when it takes effect nobody has said.</summary>
    Open,

    /// <summary>It never reached the vendor.</summary>
    Bounced,
}

/// <summary>One cancellation, from the merchant's list, from the vendor's confirmation, or from both.</summary>
/// <param name="Effective">First day without service; of an open one, the day the merchant wished or sent it.</param>
internal sealed record CancellationCase(string? Account, string? Plan, string? Code, CancellationProof Proof, DateOnly Effective, DateOnly Sent, StatedTerm? Confirmation, StatedTerm? Notice)
{
    /// <summary>A plan that was told to end does not renew, unless the mail never arrived.</summary>
    public bool StopsRenewal => Proof is not CancellationProof.Bounced;

    public bool Concerns(string? account, ProductKey product) =>
        AccountComparison.MayBeSame(Account, account) && product.IsNamedBy(Plan, Code);
}

/// <summary>Reads cancellations out of the context and the vendor's documents.</summary>
internal static class Cancellations
{
    public static List<CancellationCase> Of(VendorLedger ledger, ShopFacts facts)
    {
        var confirmations = ledger.Terms.Where(term => term.Kind is TermKind.CancellationConfirmed).OrderBy(term => term.Date).ToList();
        var used = new HashSet<StatedTerm>();
        var cases = new List<CancellationCase>();
        foreach (var cancellation in facts.Context.Cancellations.Where(cancellation => cancellation.Status is not CancellationStatus.Draft && ledger.Vendor.Names.Contains(VendorKey.Of(cancellation.Vendor)))
                     .OrderBy(cancellation => cancellation.SentAt).ThenBy(cancellation => cancellation.EffectiveDate))
        {
            if (CaseOf(ledger, cancellation, confirmations, used) is { } one)
            {
                cases.Add(one);
            }
        }

        // A vendor may confirm what the merchant never listed.
        cases.AddRange(confirmations.Where(term => !used.Contains(term)).DistinctBy(term => (term.Account, term.Term.PlanName, term.Term.From)).Select(term => new CancellationCase(
            term.Account, term.Term.PlanName, term.Term.ProductCode, CancellationProof.Confirmed, term.Term.From ?? term.Date, term.Date > UnknownDate.Value ? term.Date : term.Term.From ?? term.Date, term, null)));
        return cases;
    }

    private static CancellationCase? CaseOf(VendorLedger ledger, Cancellation cancellation, List<StatedTerm> confirmations, HashSet<StatedTerm> used)
    {
        var account = ProductKey.KeyOrNull(cancellation.Account);
        if (SaneDates.OrNull(cancellation.SentAt ?? cancellation.ConfirmedAt ?? cancellation.EffectiveDate) is not { } sent)
        {
            return null;
        }

        var confirmed = confirmations.FindAll(term => AccountComparison.MayBeSame(account, term.Account)
            && (cancellation.PlanName is null || term.Term.PlanName is null || ProductKey.KeyOrNull(cancellation.PlanName) == ProductKey.KeyOrNull(term.Term.PlanName))
            && (term.Document is null || term.Date >= sent.AddDays(-DetectionPolicy.DatesApart) || term.Term.From >= sent));
        if (confirmed.Count > 0)
        {
            var term = confirmed[0];
            used.UnionWith(confirmed.Where(other => other.Account == term.Account && other.Term.PlanName == term.Term.PlanName));
            return new(
                account ?? term.Account, cancellation.PlanName ?? term.Term.PlanName, term.Term.ProductCode, CancellationProof.Confirmed,
                term.Term.From ?? cancellation.EffectiveDate ?? term.Date, sent, term, null);
        }

        var notice = ledger.Terms.Where(term => term is { Kind: TermKind.NoticePeriod, Term.Days: not null } && AccountComparison.MayBeSame(account, term.Account)
            && (cancellation.PlanName is null || term.Term.PlanName is null || ProductKey.KeyOrNull(term.Term.PlanName) == ProductKey.KeyOrNull(cancellation.PlanName))).MaxBy(term => term.Date);
        CancellationCase Case(CancellationProof proof, DateOnly effective) => new(account, cancellation.PlanName, null, proof, effective, sent, null, notice);
        if (cancellation.ConfirmedAt is { } on)
        {
            return Case(CancellationProof.Confirmed, cancellation.EffectiveDate ?? (notice is null ? on : SaneDates.Later(on, EndOfNotice(ledger, sent, notice))));
        }

        var wished = cancellation.EffectiveDate ?? sent;
        if (cancellation.Status is CancellationStatus.Bounced || ledger.Terms.Any(term => term.Kind is TermKind.CancellationBounced && term.Date >= sent.AddDays(-DetectionPolicy.DatesApart)))
        {
            return Case(CancellationProof.Bounced, wished);
        }

        return cancellation.Status is CancellationStatus.Delivered && cancellation.SentAt is not null && notice is not null
            ? Case(CancellationProof.NoticeEnds, SaneDates.Later(wished, EndOfNotice(ledger, sent, notice)))
            : Case(CancellationProof.Open, wished);
    }

    /// <summary>Sent plus notice, and not before a running term ends.</summary>
    private static DateOnly EndOfNotice(VendorLedger ledger, DateOnly sent, StatedTerm notice)
    {
        var end = sent.AddDays(notice.Term.Days ?? 0);
        var terms = ledger.Terms.Where(term => term.Kind is TermKind.ContractTerm or TermKind.AutoRenew && term.Term.Until is not null && term.Holds(sent));
        return terms.Select(term => term.Term.Until!.Value).Append(end).Max();
    }
}
