using System.Globalization;
using LeakWatch.Core.Invoices;
using LeakWatch.Core.Ledger;

namespace LeakWatch.Core.Leaks;

/// <summary>One charge, one claim; credits that name no invoice lower the claim they fit; dismissed and wanted findings are left out.</summary>
internal static class ClaimArbiter
{
    public static List<Finding> Settle(VendorLedger ledger, List<Claim> claims, ShopFacts facts)
    {
        var findings = new List<Finding>();
        var taken = new HashSet<LedgerLine>();
        var delivered = new List<Claim>();
        var credits = new CreditBalance(ledger, facts.Policy);
        var hasUnreadCredit = ledger.Documents.Any(document => document.ReconciledAs is null && (document.Currency is null || document.Date == LedgerDocument.NoDate)
            && (document.Role is DocumentRole.Credit || document.Invoice.LineItems.Any(line => line.Amount < 0m && line.Type is not LineItemType.Discount)));
        foreach (var claim in Apart(claims).Select(claim => Decided(claim, hasUnreadCredit, facts)).OrderBy(claim => claim.Verdict is Verdict.Leak ? 0 : claim.Verdict is Verdict.Review ? 1 : 2)
                     .ThenBy(claim => claim.Type).ThenBy(claim => claim.Repeats, StringComparer.Ordinal))
        {
            var free = claim.Charges.Where(charge => !taken.Contains(charge.Line)).ToList();
            if (claim.Charges.Count > 0 && free.Count == 0)
            {
                continue;
            }

            var own = free.Count == claim.Charges.Count ? claim : claim with { Charges = free };
            var credited = own.Verdict is Verdict.Leak or Verdict.Review && own.Charges.Count > 0 && own.EndedBy is null ? credits.Take(own) : 0m;
            var amount = Math.Max(0m, own.ClaimedAmount - credited);
            if (credited > 0m && (amount == 0m || facts.IsBelowFloor(amount, own.Currency)))
            {
                ledger.Reconciled.Add(new(
                    "CREDITED", ledger.Vendor.Name, $"A credit of {new Money(credited, own.Currency)} settles what {Name(own.Type)} would have claimed.",
                    [.. own.Charges.Select(charge => charge.Line.Document.FileName).Distinct(StringComparer.Ordinal)], own.FingerprintIn(facts)));
                taken.UnionWith(own.Charges.Select(charge => charge.Line));
                continue;
            }

            if (own.Verdict is Verdict.Leak && facts.IsBelowFloor(amount, own.Currency))
            {
                if (own.IsAnswered)
                {
                    Deliver(own with { EndedBy = "You answered its question; so small an amount is not claimed." }, amount, credited, facts, findings, ledger.Reconciled);
                }

                continue;
            }

            var settled = own with { Amount = amount };
            if (own.EndedBy is null && delivered.Find(other => IsSameMoney(settled, other) || IsSameMoney(other, settled)) is { } first)
            {
                delivered.Remove(first);
                ledger.Explain("PROMISED", $"{new Money(amount, own.Currency)} is what the vendor promised to give back: {Name(first.Type)} speaks of it.", [.. own.Charges.Select(charge => charge.Line.Document)]);
                taken.UnionWith(own.Charges.Select(charge => charge.Line));
                continue;
            }

            // A charge that is asked about or watched is spoken of once too.
            taken.UnionWith(own.Charges.Select(charge => charge.Line));
            if (own.IsForExplained)
            {
                taken.UnionWith(own.Explains);
            }

            Deliver(own, amount, credited, facts, findings, ledger.Reconciled);
            if (own.Verdict is not Verdict.Watch && own.EndedBy is null)
            {
                delivered.Add(settled);
            }
        }

        return findings;
    }

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

    private static ReviewQuestion NoProof { get; } =
        new("Can you add the document that shows this?", ClaimAnswer.Nothing(AnswerId.NoDocument, "No, there is none"));

    private static ReviewQuestion UnreadCredit(string vendor) => new(
        $"A credit of {vendor} could not be read: has it settled this already?",
        ClaimAnswer.Nothing(AnswerId.AlreadyCredited, "Yes, it is settled"), ClaimAnswer.Leak(AnswerId.NotCredited, "No, it was for something else"));

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
                    ClaimAnswer.Leak(AnswerId.TwoOrders, "Yes, it is another charge"), ClaimAnswer.Nothing(AnswerId.OneOrder, "No, it is the same")),
            };
    }

    /// <summary>Two claims that the same words repeat are two cases: two payments of one day without a number, for example.</summary>
    private static IEnumerable<Claim> Apart(List<Claim> claims)
    {
        var seen = new Dictionary<(LeakType Type, string? Account, string Currency, string Repeats), int>();
        foreach (var claim in claims)
        {
            var key = (claim.Type, ProductKey.KeyOrNull(claim.Account), claim.Currency, claim.Repeats);
            seen[key] = seen.GetValueOrDefault(key) + 1;
            yield return seen[key] == 1 ? claim : claim with { Repeats = string.Create(CultureInfo.InvariantCulture, $"{claim.Repeats} #{seen[key]}") };
        }
    }

    /// <summary>A promise that names no charge was made for the charge of its amount, if there is one from before it.</summary>
    private static bool IsSameMoney(Claim promise, Claim charge) =>
        promise.Type is LeakType.MissingCredit && promise.Explains.Count == 0 && charge.Charges.Count > 0 && charge.Verdict is not Verdict.Watch
        && promise.Currency == charge.Currency && promise.Amount == charge.Amount
        && charge.Charges.All(one => one.Line.Document.Date <= promise.Period?.Start);

    /// <summary>A finding, or a line under <c>reconciled</c> when the user dismissed it or finds it normal.</summary>
    public static void Deliver(Claim claim, decimal amount, decimal credited, ShopFacts facts, List<Finding> findings, List<Reconciled> reconciled)
    {
        var finding = FindingOf(claim, amount, credited, facts);
        if (facts.Dismissed.Contains(finding.Fingerprint))
        {
            reconciled.Add(Left("DISMISSED", "You dismissed this finding; a new charge brings it back.", claim, finding));
        }
        else if (claim.EndedBy is { } answer)
        {
            reconciled.Add(Left("ANSWERED", answer, claim, finding));
        }
        else if (facts.IsWanted(claim.Ledger.Vendor, claim.Type))
        {
            reconciled.Add(Left("WANTED", "You marked this as normal for the vendor.", claim, finding));
        }
        else
        {
            findings.Add(finding);
        }
    }

    private static Reconciled Left(string reason, string why, Claim claim, Finding finding) =>
        new(reason, claim.Ledger.Vendor.Name, $"{finding.Title}. {why}", [.. finding.Evidence.Select(evidence => evidence.FileName).Distinct(StringComparer.Ordinal)], finding.Fingerprint);

    private static Finding FindingOf(Claim claim, decimal amount, decimal credited, ShopFacts facts)
    {
        var vendor = claim.Ledger.Vendor;
        var words = claim.Words(claim.Charges, amount, credited);
        var factors = claim.Factors.Prepend(new ConfidenceFactor("Base for " + Name(claim.Type), DetectionPolicy.BaseConfidence(claim.Type, claim.Verdict))).ToList();
        var periods = claim.Charges.Where(charge => charge.Period is not null).Select(charge => charge.Period!.Value).ToList();
        var fingerprint = claim.FingerprintIn(facts);
        var question = claim.Verdict is Verdict.Review ? claim.Question ?? NoProof : null;
        var isGrown = facts.Dismissed.Any(dismissed => dismissed != fingerprint && Fingerprint.CaseOf(dismissed) == Fingerprint.CaseOf(fingerprint));
        return new()
        {
            Type = claim.Type,
            Verdict = claim.Verdict,
            Vendor = vendor.Name,
            Account = claim.Account,
            Currency = claim.Currency,
            Amount = Scaled(amount, claim.Currency),
            Credited = credited + claim.Credited > 0m ? Scaled(credited + claim.Credited, claim.Currency) : null,
            SavingsKind = claim.SavingsKind ?? (claim.Verdict is Verdict.Leak ? Leaks.SavingsKind.Recoverable : null),
            PerMonth = claim.PerMonth is { } perMonth ? Scaled(perMonth, claim.Currency) : null,
            Deadline = claim.Deadline,
            PeriodStart = periods.Count > 0 ? periods.Min(period => period.Start) : claim.Period?.Start,
            PeriodEnd = periods.Count > 0 ? periods.Max(period => period.End) : claim.Period?.End,
            Confidence = Math.Clamp(factors.Sum(factor => factor.Delta), 1, 99),
            Factors = factors,
            Title = words.Title,
            Summary = isGrown ? words.Summary + " You dismissed this case before; a new charge extends it, so it is open again." : words.Summary,
            LineItems = [.. claim.Charges.Select(charge => new FindingLine(charge.Line.Document.Header.InvoiceNumber, charge.Line.Item.LineId, charge.Amount))],
            Evidence = [.. claim.Evidence.DistinctBy(evidence => (evidence.FileName, evidence.Pointer, evidence.Excerpt))],
            RecommendedActions = claim.Actions,
            Question = question?.Text,
            Answers = question is null ? [] : [.. question.Answers.Select(answer => answer.Option)],
            Bridge = claim.Bridge,
            Fingerprint = fingerprint,
        };
    }

    /// <summary>Rounded to the minor unit, and with its digits, so that 49 is written 49.00.</summary>
    private static decimal Scaled(decimal amount, string currency)
    {
        var digits = Currencies.MinorUnits(currency);
        var rounded = Math.Round(amount, digits, MidpointRounding.AwayFromZero);
        return rounded + new decimal(0, 0, 0, false, (byte)digits);
    }

    private static string Name(LeakType type) => type switch
    {
        LeakType.InvoiceMath => "invoice sums",
        LeakType.MissingCredit => "missing credit",
        LeakType.PostCancellation => "charge after cancellation",
        LeakType.UninstalledAppCharge => "charge for an uninstalled app",
        LeakType.DuplicateCharge => "possible duplicate",
        LeakType.TrialToPaid => "trial that became paid",
        LeakType.PriceIncrease => "price increase",
        LeakType.MomSpike => "unexplained rise",
        LeakType.UpcomingRenewal => "upcoming renewal",
        LeakType.OverlappingTools => "overlapping tools",
    };
}
