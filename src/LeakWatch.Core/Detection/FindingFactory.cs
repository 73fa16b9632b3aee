using LeakWatch.Core.Detection.Claims;
using LeakWatch.Core.Findings;
using LeakWatch.Core.Ledger;
using LeakWatch.Core.ShopKnowledge;
using LeakWatch.Core.Text;

namespace LeakWatch.Core.Detection;

/// <summary>Makes findings of claims whose amount is settled; what the user dismissed, answered or finds normal is listed instead.</summary>
/// <param name="reconciled">Where that is listed.</param>
internal sealed class FindingFactory(ShopFacts facts, List<Reconciled> reconciled)
{
    // No finding is certain, and none that is shown is impossible.
    private const int MinConfidence = 1;
    private const int MaxConfidence = 99;

    public List<Finding> Findings { get; } = [];

    /// <param name="amount">What is left to claim after <paramref name="credited"/>, in the claim's currency.</param>
    public void Add(Claim claim, decimal amount, decimal credited)
    {
        var finding = FindingOf(claim, amount, credited);
        if (facts.Dismissed.Contains(finding.Fingerprint))
        {
            reconciled.Add(Left("DISMISSED", $"You dismissed this finding; a new charge brings it back.", claim, finding));
        }
        else if (claim.EndedBy is { } answer)
        {
            reconciled.Add(Left("ANSWERED", answer, claim, finding));
        }
        else if (facts.IsWanted(claim.Ledger.Vendor, claim.Type))
        {
            reconciled.Add(Left("WANTED", $"You marked this as normal for the vendor.", claim, finding));
        }
        else
        {
            Findings.Add(finding);
        }
    }

    private static Reconciled Left(string reason, Sentence why, Claim claim, Finding finding) =>
        new(reason, claim.Ledger.Vendor.Name, $"{finding.Title}. {why}", [.. finding.Evidence.Select(evidence => evidence.FileName).Distinct(StringComparer.Ordinal)], finding.Fingerprint);

    private Finding FindingOf(Claim claim, decimal amount, decimal credited)
    {
        var vendor = claim.Ledger.Vendor;
        var words = claim.Words(claim.Charges, amount, credited);
        var factors = claim.Factors.Prepend(new ConfidenceFactor($"Base for {Name(claim.Type)}", DetectionPolicy.BaseConfidence(claim.Type, claim.Verdict))).ToList();
        var periods = claim.Charges.Select(charge => charge.Period).OfType<ServicePeriod>().ToList();
        var period = periods.Count > 0 ? periods.Aggregate((all, one) => all.Around(one)) : claim.Period;
        var fingerprint = claim.FingerprintIn(facts);
        var question = claim.Verdict is Verdict.Review ? claim.Question ?? ClaimArbiter.NoProof : null;
        var isGrown = facts.Dismissed.Any(dismissed => dismissed != fingerprint && Fingerprint.CaseOf(dismissed) == Fingerprint.CaseOf(fingerprint));
        var settled = credited + claim.Credited;
        return new()
        {
            Type = claim.Type,
            Verdict = claim.Verdict,
            Vendor = vendor.Name,
            Account = claim.Account,
            Currency = claim.Currency,
            Amount = Scaled(amount, claim.Currency),
            Credited = settled > 0m ? Scaled(settled, claim.Currency) : null,
            SavingsKind = claim.SavingsKind ?? (claim.Verdict is Verdict.Leak ? SavingsKind.Recoverable : null),
            PerMonth = claim.PerMonth is { } perMonth ? Scaled(perMonth, claim.Currency) : null,
            Deadline = claim.Deadline,
            PeriodStart = period?.Start,
            PeriodEnd = period?.End,
            Confidence = Math.Clamp(factors.Sum(factor => factor.Delta), MinConfidence, MaxConfidence),
            Factors = factors,
            Title = words.Title,
            Summary = isGrown ? $"{words.Summary} You dismissed this case before; a new charge extends it, so it is open again." : words.Summary,
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
        var zero = new decimal(0, 0, 0, false, (byte)Currencies.MinorUnits(currency));
        return Currencies.Rounded(amount, currency) + zero;
    }

    /// <summary>What a sentence calls the type.</summary>
    public static Sentence Name(LeakType type) => type switch
    {
        LeakType.InvoiceMath => $"invoice sums",
        LeakType.MissingCredit => $"missing credit",
        LeakType.PostCancellation => $"charge after cancellation",
        LeakType.UninstalledAppCharge => $"charge for an uninstalled app",
        LeakType.DuplicateCharge => $"possible duplicate",
        LeakType.TrialToPaid => $"trial that became paid",
        LeakType.PriceIncrease => $"price increase",
        LeakType.MomSpike => $"unexplained rise",
        LeakType.UpcomingRenewal => $"upcoming renewal",
        LeakType.OverlappingTools => $"overlapping tools",
    };
}
