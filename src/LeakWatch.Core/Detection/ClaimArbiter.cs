using LeakWatch.Core.Text;
using System.Globalization;
using LeakWatch.Core.Detection.Claims;
using LeakWatch.Core.Findings;
using LeakWatch.Core.Invoices;
using LeakWatch.Core.Ledger;

namespace LeakWatch.Core.Detection;

/// <summary>One charge, one claim; credits that name no invoice lower the claim they fit; dismissed and wanted findings are left out.</summary>
internal sealed class ClaimArbiter
{
    private readonly VendorLedger ledger;
    private readonly ShopFacts facts;
    private readonly CreditBalance credits;
    private readonly FindingFactory delivery;
    private readonly HashSet<LedgerLine> taken = [];
    private readonly List<Claim> delivered = [];

    private ClaimArbiter(VendorLedger ledger, ShopFacts facts)
    {
        (this.ledger, this.facts) = (ledger, facts);
        credits = new(ledger, facts.Policy);
        delivery = new(facts, ledger.Reconciled);
    }

    /// <summary>LEAK claims first, then those that ask, each in the order of their types.</summary>
    public static List<Finding> Arbitrate(VendorLedger ledger, List<Claim> claims, ShopFacts facts)
    {
        var arbiter = new ClaimArbiter(ledger, facts);
        var hasUnreadCredit = HasUnreadCredit(ledger);
        var decided = Apart(claims).Select(claim => Decided(claim, hasUnreadCredit, facts));
        foreach (var claim in decided.OrderBy(claim => RankOf(claim.Verdict)).ThenBy(claim => claim.Type).ThenBy(claim => claim.CaseKey, StringComparer.Ordinal))
        {
            arbiter.Arbitrate(claim);
        }

        return arbiter.delivery.Findings;
    }

    private void Arbitrate(Claim claim)
    {
        var free = claim.Charges.Where(charge => !taken.Contains(charge.Line)).ToList();
        if (claim.Charges.Count > 0 && free.Count == 0)
        {
            return;
        }

        var own = free.Count == claim.Charges.Count ? claim : claim with { Charges = free };
        var mayBeCredited = own.Verdict is Verdict.Leak or Verdict.Review && own.Charges.Count > 0 && own.EndedBy is null;
        var credited = mayBeCredited ? credits.Take(own) : 0m;
        var amount = Math.Max(0m, own.ClaimedAmount - credited);
        var isBelowFloor = facts.IsBelowFloor(amount, own.Currency);
        if (credited > 0m && (amount == 0m || isBelowFloor))
        {
            ListAsCredited(own, credited);
            Take(own);
        }
        else if (own.Verdict is Verdict.Leak && isBelowFloor)
        {
            if (own.IsAnswered)
            {
                delivery.Add(own with { EndedBy = $"You answered its question; so small an amount is not claimed." }, amount, credited);
            }
        }
        else if (SameMoneyAs(own with { Amount = amount }) is { } first)
        {
            delivered.Remove(first);
            ledger.Explain("PROMISED", $"{new Money(amount, own.Currency)} is what the vendor promised to give back: {FindingFactory.Name(first.Type)} speaks of it.", [.. own.Charges.Select(charge => charge.Line.Document)]);
            Take(own);
        }
        else
        {
            Deliver(own, amount, credited);
        }
    }

    private void Deliver(Claim claim, decimal amount, decimal credited)
    {
        Take(claim);
        if (claim.IsForExplained)
        {
            taken.UnionWith(claim.RelatedCharges);
        }

        delivery.Add(claim, amount, credited);
        if (claim.Verdict is not Verdict.Watch && claim.EndedBy is null)
        {
            delivered.Add(claim with { Amount = amount });
        }
    }

    /// <summary>A charge that is asked about or watched is spoken of once too.</summary>
    private void Take(Claim claim) => taken.UnionWith(claim.Charges.Select(charge => charge.Line));

    private void ListAsCredited(Claim claim, decimal credited) => ledger.Reconciled.Add(new(
        "CREDITED", ledger.Vendor.Name, $"A credit of {new Money(credited, claim.Currency)} settles what {FindingFactory.Name(claim.Type)} would have claimed.",
        [.. claim.Charges.Select(charge => charge.Line.Document.FileName).Distinct(StringComparer.Ordinal)], claim.FingerprintIn(facts)));

    /// <summary>The claim that was delivered before for the money of this one: of the two, one is a promise of the vendor.</summary>
    private Claim? SameMoneyAs(Claim claim) =>
        claim.EndedBy is null ? delivered.Find(other => IsSameMoney(claim, other) || IsSameMoney(other, claim)) : null;

    private static int RankOf(Verdict verdict) => verdict switch
    {
        Verdict.Leak => 0,
        Verdict.Review => 1,
        Verdict.Watch => 2,
    };

    /// <summary>A credit without a currency or a date may have settled anything.</summary>
    private static bool HasUnreadCredit(VendorLedger ledger) =>
        ledger.Documents.Any(document => document.ReconciledAs is null && (document.Currency is null || document.Date == UnknownDate.Value) && GivesBack(document));

    private static bool GivesBack(LedgerDocument document) =>
        document.Role is DocumentRole.Credit || document.Invoice.LineItems.Any(line => line.Amount < 0m && line.Type is not LineItemType.Discount);

    /// <summary>What the merchant's answers make of it. A claim that nothing shows, or that an unread credit may have settled, is asked about.</summary>
    private static Claim Decided(Claim claim, bool hasUnreadCredit, ShopFacts facts)
    {
        var answered = ReviewAnswers.Apply(WithoutPossibleCopies(claim), facts);
        if (answered.Verdict is not Verdict.Leak || answered.Type is LeakType.UpcomingRenewal || (answered.Evidence.Count > 0 && !hasUnreadCredit))
        {
            return answered;
        }

        return ReviewAnswers.Apply(answered with { Verdict = Verdict.Review, Question = answered.Evidence.Count == 0 ? NoProof : UnreadCredit(claim.Ledger.Vendor.Name) }, facts);
    }

    /// <summary>Asked where no other question is known.</summary>
    internal static ReviewQuestion NoProof { get; } =
        new($"Can you add the document that shows this?", ClaimAnswer.Nothing(AnswerId.NoDocument, $"No, there is none"));

    private static ReviewQuestion UnreadCredit(string vendor) => new(
        $"A credit of {vendor} could not be read: has it settled this already?",
        ClaimAnswer.Nothing(AnswerId.AlreadyCredited, $"Yes, it is settled"), ClaimAnswer.Leak(AnswerId.NotCredited, $"No, it was for something else"));

    /// <summary>What may be a second file of an invoice is not claimed; where nothing else is, it is asked about.</summary>
    private static Claim WithoutPossibleCopies(Claim claim)
    {
        var copy = claim.Verdict is Verdict.Leak ? claim.Charges.FirstOrDefault(charge => charge.Line.Document.PossibleCopyOf is not null)?.Line.Document : null;
        if (copy is null)
        {
            return claim;
        }

        var certain = claim.Charges.Where(charge => charge.Line.Document.PossibleCopyOf is null).ToList();
        return certain.Count > 0 ? claim with { Charges = certain }
            : claim with
            {
                Verdict = Verdict.Review,
                Question = new(
                    $"Is {copy.FileName}, whose number we could not read, another charge than {copy.PossibleCopyOf!.Describe()}?",
                    ClaimAnswer.Leak(AnswerId.TwoOrders, $"Yes, it is another charge"), ClaimAnswer.Nothing(AnswerId.OneOrder, $"No, it is the same")),
            };
    }

    /// <summary>Two claims that the same words repeat are two cases: two payments of one day without a number, for example.</summary>
    private static IEnumerable<Claim> Apart(List<Claim> claims)
    {
        var seen = new Dictionary<(LeakType Type, string? Account, string Currency, string CaseKey), int>();
        foreach (var claim in claims)
        {
            var key = (claim.Type, ProductKey.KeyOrNull(claim.Account), claim.Currency, claim.CaseKey);
            seen[key] = seen.GetValueOrDefault(key) + 1;
            yield return seen[key] == 1 ? claim : claim with { CaseKey = string.Create(CultureInfo.InvariantCulture, $"{claim.CaseKey} #{seen[key]}") };
        }
    }

    /// <summary>A promise that names no charge was made for the charge of its amount, if there is one from before it.</summary>
    private static bool IsSameMoney(Claim promise, Claim charge) =>
        promise.Type is LeakType.MissingCredit && promise.RelatedCharges.Count == 0 && charge.Charges.Count > 0 && charge.Verdict is not Verdict.Watch
        && promise.Currency == charge.Currency && promise.Amount == charge.Amount
        && charge.Charges.All(one => one.Line.Document.Date <= promise.Period?.Start);
}
