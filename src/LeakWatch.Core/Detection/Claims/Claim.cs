using LeakWatch.Core.Findings;
using LeakWatch.Core.Invoices;
using LeakWatch.Core.Ledger;
using LeakWatch.Core.Text;

namespace LeakWatch.Core.Detection.Claims;

/// <summary>One charge and how much of it is in question, gross of tax.</summary>
public sealed record ClaimedCharge(LedgerLine Line, decimal Amount, ServicePeriod? Period);

/// <summary>The words of a finding, written when its final amount is known.</summary>
public sealed record Wording(Sentence Title, Sentence Summary);

/// <summary>What a rule says before the arbiter has decided who claims which charge and what credits have settled.</summary>
public sealed record Claim
{
    public required LeakType Type { get; init; }

    public required Verdict Verdict { get; init; }

    public required VendorLedger Ledger { get; init; }

    /// <summary>As printed.</summary>
    public string? Account { get; init; }

    public required string Currency { get; init; }

    /// <summary>The charges it is about. Empty for a renewal, a missing credit or two tools: these claim no charge.</summary>
    public IReadOnlyList<ClaimedCharge> Charges { get; init; } = [];

    /// <summary>Charges that it explains without claiming them, such as the first of two duplicates: credits that name them lower it too.</summary>
    public IReadOnlyList<LedgerLine> RelatedCharges { get; init; } = [];

    /// <summary>No other claim may take the charges it explains.</summary>
    public bool IsForExplained { get; init; }

    /// <summary>Where <see cref="Charges"/> is empty: the amount in question.</summary>
    public decimal? Amount { get; init; }

    /// <summary>What came back before <see cref="Amount"/>, which is what is left.</summary>
    public decimal Credited { get; init; }

    public SavingsKind? SavingsKind { get; init; }

    public decimal? PerMonth { get; init; }

    public DateOnly? Deadline { get; init; }

    /// <summary>Where <see cref="Charges"/> is empty.</summary>
    public ServicePeriod? Period { get; init; }

    /// <summary>What repeats it: the invoice pair, the month, the renewal date. Same words, same case.</summary>
    public required string CaseKey { get; init; }

    /// <summary>Grows with the case: the latest charge it claims. A dismissed case comes back when this changes.</summary>
    public string LastCharge { get; init; } = "";

    public IReadOnlyList<FindingEvidence> Evidence { get; init; } = [];

    public IReadOnlyList<ConfidenceFactor> Factors { get; init; } = [];

    public IReadOnlyList<RecommendedAction> Actions { get; init; } = [];

    public IReadOnlyList<BridgePart> Bridge { get; init; } = [];

    /// <summary>What a REVIEW asks; it counts only while the verdict is REVIEW.</summary>
    public ReviewQuestion? Question { get; init; }

    /// <summary>An answer made it what it is.</summary>
    public bool IsAnswered { get; init; }

    /// <summary>The answer that ended it, in words: it is listed and no finding.</summary>
    public Sentence? EndedBy { get; init; }

    /// <summary>(The charges that were left to claim, total after credits, credits) → words.</summary>
    public required Func<IReadOnlyList<ClaimedCharge>, decimal, decimal, Wording> Words { get; init; }

    /// <summary>What it is recognised by: see <see cref="Fingerprint"/>.</summary>
    public string FingerprintIn(ShopFacts facts) => facts.FingerprintOf(Type, Ledger.Vendor, Account, Currency, CaseKey, LastCharge);

    public decimal ClaimedAmount => Charges.Count > 0 ? Charges.Sum(charge => charge.Amount) : Amount ?? 0m;
}

/// <summary>A rule looks at one vendor's reconciled history. The first of the order of <see cref="LeakType"/> claims a charge that several fit.</summary>
public interface ILeakRule
{
    LeakType Type { get; }

    IEnumerable<Claim> Find(VendorLedger ledger, ShopFacts facts);
}

/// <summary>Evidence as findings carry it.</summary>
public static class Proofs
{
    public static FindingEvidence Of(LedgerLine line) => Of(line.Document, line.Item.Evidence);

    public static FindingEvidence Of(LedgerDocument document, Evidence evidence) =>
        new(document.FileName, evidence.Kind, evidence.Pointer, evidence.Excerpt, document.Invoice.Source.DocumentVersionId);

    /// <summary>The stated words of a term; nothing for a term of the context.</summary>
    public static IEnumerable<FindingEvidence> Of(StatedTerm? term) =>
        term is { Document: { } document, Term.Evidence: { } evidence } ? [Of(document, evidence)] : [];

    /// <summary>The row of the card that paid it, where there is one.</summary>
    public static IEnumerable<FindingEvidence> PaymentOf(LedgerDocument document) =>
        document.PaidBy is { Invoice.LineItems: [var row, ..] } paid ? [Of(paid, row.Evidence)] : [];

    public static IEnumerable<FindingEvidence> Of(CreditEntry credit) => credit.Line is { } line ? [Of(credit.Document, line.Evidence)] : [];
}
