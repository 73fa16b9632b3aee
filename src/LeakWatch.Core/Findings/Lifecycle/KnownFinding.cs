using System.Text.Json.Serialization;
using LeakWatch.Core.Text;

namespace LeakWatch.Core.Findings.Lifecycle;

/// <summary><c>OPEN → DISMISSED | RESOLVED → REOPENED</c>; a reopened finding can be dismissed and resolved again.</summary>
[JsonConverter(typeof(ScreamingSnake<FindingState>))]
public enum FindingState { Open, Dismissed, Resolved, Reopened }

/// <summary>Why a finding is in its state. Stable codes; the sentence beside them is for people.</summary>
[JsonConverter(typeof(ScreamingSnake<StateReason>))]
public enum StateReason
{
    /// <summary>OPEN: a detection run said it for the first time.</summary>
    Found,

    /// <summary>DISMISSED by a person: the charge is right.</summary>
    NotALeak,

    /// <summary>DISMISSED by a person: it is a leak of a kind they accept. See <see cref="FindingLifecycle.RuleOf"/>.</summary>
    Normal,

    /// <summary>DISMISSED by a person: not worth the time.</summary>
    TooSmall,

    /// <summary>DISMISSED by a person, in their own words.</summary>
    Other,

    /// <summary>DISMISSED by the rule "this is normal" of its vendor and type.</summary>
    Wanted,

    /// <summary>RESOLVED by a person.</summary>
    Settled,

    /// <summary>RESOLVED by a person's answer to its question.</summary>
    Answered,

    /// <summary>RESOLVED by proof: credits or refunds cover it.</summary>
    Credited,

    /// <summary>RESOLVED by proof: no charge for two cycles where statements reach.</summary>
    Silent,

    /// <summary>RESOLVED: its day has passed, or what was worth knowing no longer holds.</summary>
    Past,

    /// <summary>RESOLVED: its charges are part of another finding.</summary>
    ClaimedElsewhere,

    /// <summary>RESOLVED: a document that showed it is gone.</summary>
    DocumentRemoved,

    /// <summary>RESOLVED: a new version of a document, or a later one, explains it.</summary>
    DocumentChanged,

    /// <summary>REOPENED by a person who had closed it, or who takes an answer back.</summary>
    TakenBack,

    /// <summary>REOPENED by a person although it had ended by itself: it stays open until a person closes it or something new proves it.</summary>
    Disputed,

    /// <summary>REOPENED: a new charge extends it.</summary>
    NewCharge,

    /// <summary>REOPENED: the rule "this is normal" was removed.</summary>
    RuleRemoved,

    /// <summary>REOPENED: what had resolved it no longer stands in the documents.</summary>
    FoundAgain,
}

/// <summary>A finding as a shop keeps it between detection runs: loaded, decided upon here, saved by the shell.</summary>
public sealed record KnownFinding
{
    /// <summary>While open: as the latest run said it. Once closed: as it was then, so that a new charge can be told.</summary>
    public required Finding Finding { get; init; }

    public required FindingState State { get; init; }

    public required StateReason Reason { get; init; }

    /// <summary>Why it is in its state, for people.</summary>
    public required Sentence Sentence { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>The as-of day of the first detection run that said it.</summary>
    public required DateOnly FirstSeenOn { get; init; }

    /// <summary>The as-of day of the latest detection run that said it, or listed it as dismissed or answered.</summary>
    public required DateOnly LastSeenOn { get; init; }

    /// <summary>What resolved it, where proof did.</summary>
    public IReadOnlyList<FindingEvidence> Proof { get; init => field = value ?? []; } = [];

    /// <summary>What the merchant answered to its questions; detection is told of them on every run.</summary>
    public IReadOnlyList<ReviewAnswer> Answers { get; init => field = value ?? []; } = [];

    /// <summary>In storage only: see <see cref="FindingSentences"/>.</summary>
    [JsonPropertyName("sentences")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<KeptSentence>? KeptSentences { get; init; }

    /// <summary>48 hex digits: unique among the findings of a shop.</summary>
    public string Case => Fingerprint.CaseOf(Finding.Fingerprint);

    public bool IsOpen => State is FindingState.Open or FindingState.Reopened;
}
