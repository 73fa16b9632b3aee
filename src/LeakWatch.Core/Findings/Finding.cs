using System.Text.Json.Serialization;
using LeakWatch.Core.Invoices;
using LeakWatch.Core.Text;

namespace LeakWatch.Core.Findings;

/// <summary>A suspected leak, with everything needed to believe it or to doubt it.</summary>
public sealed record Finding
{
    public required LeakType Type { get; init; }

    public required Verdict Verdict { get; init; }

    /// <summary>The canonical name.</summary>
    public required string Vendor { get; init; }

    public string? Account { get; init; }

    public string? Currency { get; init; }

    /// <summary>LEAK: what can be claimed (or, for a renewal, the money at risk). WATCH and REVIEW: the amount in question.</summary>
    [JsonConverter(typeof(DecimalString))]
    public decimal? Amount { get; init; }

    /// <summary>What credits and refunds have already taken off <see cref="Amount"/>; null where there were none.</summary>
    [JsonConverter(typeof(DecimalString))]
    public decimal? Credited { get; init; }

    public SavingsKind? SavingsKind { get; init; }

    /// <summary>What going on would cost each month.</summary>
    [JsonConverter(typeof(DecimalString))]
    public decimal? PerMonth { get; init; }

    /// <summary>Last safe day of a renewal, or the end of a trial.</summary>
    public DateOnly? Deadline { get; init; }

    public DateOnly? PeriodStart { get; init; }

    /// <summary>Exclusive.</summary>
    public DateOnly? PeriodEnd { get; init; }

    /// <summary>0-100: at least 80 is high, 60-79 medium, below low.</summary>
    public int Confidence { get; init; }

    public IReadOnlyList<ConfidenceFactor> Factors { get; init => field = value ?? []; } = [];

    public required Sentence Title { get; init; }

    /// <summary>What happened and how the amount was computed, in words.</summary>
    public required Sentence Summary { get; init; }

    public IReadOnlyList<FindingLine> LineItems { get; init => field = value ?? []; } = [];

    /// <summary>At least one for each fact stated, none of another vendor.</summary>
    public IReadOnlyList<FindingEvidence> Evidence { get; init => field = value ?? []; } = [];

    public IReadOnlyList<RecommendedAction> RecommendedActions { get; init => field = value ?? []; } = [];

    /// <summary>The one question a REVIEW asks; null otherwise.</summary>
    public Sentence? Question { get; init; }

    /// <summary>The buttons under <see cref="Question"/>; empty where nothing is asked.</summary>
    public IReadOnlyList<AnswerOption> Answers { get; init => field = value ?? []; } = [];

    public IReadOnlyList<BridgePart> Bridge { get; init => field = value ?? []; } = [];

    /// <summary>The same leak has the same fingerprint, whatever the order of documents and however often it is detected.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>Nothing that a person sees has changed. (Two records compare their lists by reference.)</summary>
    public bool SaysTheSameAs(Finding other) =>
        this == other with
        {
            Factors = Factors,
            LineItems = LineItems,
            Evidence = Evidence,
            RecommendedActions = RecommendedActions,
            Answers = Answers,
            Bridge = Bridge,
        }
        && Factors.SequenceEqual(other.Factors) && LineItems.SequenceEqual(other.LineItems) && Evidence.SequenceEqual(other.Evidence)
        && RecommendedActions.SequenceEqual(other.RecommendedActions) && Answers.SequenceEqual(other.Answers) && Bridge.SequenceEqual(other.Bridge);
}

/// <summary>In the order in which they claim a charge that several fit; the two that claim no charge come last.</summary>
[JsonConverter(typeof(ScreamingSnake<LeakType>))]
public enum LeakType
{
    InvoiceMath, MissingCredit, PostCancellation, UninstalledAppCharge, DuplicateCharge, TrialToPaid, PriceIncrease, MomSpike,
    UpcomingRenewal, OverlappingTools,
}

[JsonConverter(typeof(ScreamingSnake<Verdict>))]
public enum Verdict { Leak, Watch, Review }

[JsonConverter(typeof(ScreamingSnake<SavingsKind>))]
public enum SavingsKind { Recoverable, Avoidable }

public sealed record ConfidenceFactor(Sentence Reason, int Delta);

public sealed record FindingLine(string? InvoiceNumber, string LineId, [property: JsonConverter(typeof(DecimalString))] decimal? Amount);

/// <param name="DocumentVersionId">Where the documents have ids; null for files in a folder.</param>
public sealed record FindingEvidence(
    string FileName, EvidenceKind Kind, EvidencePointer Pointer, string Excerpt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? DocumentVersionId = null);

[JsonConverter(typeof(ScreamingSnake<ActionType>))]
public enum ActionType { RefundRequest, CancelRequest, DowngradeRequest, Clarification }

public sealed record RecommendedAction(ActionType Type, Sentence Rationale);

public sealed record BridgePart(BridgeReason Part, [property: JsonConverter(typeof(DecimalString))] decimal? Amount);

/// <summary>Why a stream's charge changed between two periods. The parts add up to the change to the cent.</summary>
[JsonConverter(typeof(ScreamingSnake<BridgeReason>))]
public enum BridgeReason
{
    Quantity, UnitPrice, PlanChange, Cadence, Proration, Tax, Fx, DiscountStart, DiscountEnd, Credit, OneOff, NewLine, Unexplained,
}

/// <summary>Everything one detection run says.</summary>
public sealed record DetectionResult
{
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>What was seen twice, settled or dismissed and therefore is no finding.</summary>
    public IReadOnlyList<Reconciled> Reconciled { get; init; } = [];

    public required Totals Totals { get; init; }
}

/// <param name="Reason">SAME_FILE, SAME_INVOICE, RECEIPT, REMINDER, STATEMENT_ROW, BILL_PAYMENT, PENDING, DECLINED, REVERSED, CREDITED, DISMISSED, …</param>
/// <param name="Explanation">A sentence for people.</param>
public sealed record Reconciled(string Reason, string Vendor, Sentence Explanation, IReadOnlyList<string> Documents, string? Fingerprint = null);

/// <summary>Sums by currency: currencies are never added up without a dated rate.</summary>
public sealed record Totals
{
    /// <summary>LEAK, RECOVERABLE: money that can be claimed back.</summary>
    public IReadOnlyDictionary<string, DecimalValue> Recoverable { get; init; } = new SortedDictionary<string, DecimalValue>();

    /// <summary>LEAK, AVOIDABLE: money at risk.</summary>
    public IReadOnlyDictionary<string, DecimalValue> Avoidable { get; init; } = new SortedDictionary<string, DecimalValue>();

    public int Leaks { get; init; }

    public int Watches { get; init; }

    public int Reviews { get; init; }

    public int Documents { get; init; }

    public int LineItems { get; init; }
}
