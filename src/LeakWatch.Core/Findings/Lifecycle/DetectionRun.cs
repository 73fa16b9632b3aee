using LeakWatch.Core.Text;

namespace LeakWatch.Core.Findings.Lifecycle;

/// <summary>One detection run, as the known findings are matched with it.</summary>
/// <param name="AsOf">The day it looked from.</param>
/// <param name="At">When; states that change carry it.</param>
public sealed record DetectionRun(DetectionResult Result, DateOnly AsOf, DateTimeOffset At)
{
    /// <summary><see cref="Invoices.VendorKey.Of(string?)"/> of the vendors that were looked at; null for the whole shop. Findings of others are left alone.</summary>
    public IReadOnlySet<string>? Vendors { get; init; }

    /// <summary>Names of the files in the ledger; null when they are not known. Tells a removed document from a changed one.</summary>
    public IReadOnlySet<string>? Files { get; init; }

    /// <summary>Cases that credits or silence have settled.</summary>
    public IReadOnlyList<SettledCase> Settled { get; init; } = [];
}

/// <summary>Proof that a case is over.</summary>
/// <param name="Reason"><see cref="StateReason.Credited"/> or <see cref="StateReason.Silent"/>.</param>
/// <param name="On">The day of the last credit, or the last day of the silence.</param>
public sealed record SettledCase(string Case, StateReason Reason, DateOnly On, Sentence Sentence, IReadOnlyList<FindingEvidence> Evidence);

/// <summary>What a change of a known finding is.</summary>
public enum FindingEvent { Added, Updated, Reopened, Dismissed, Resolved }

/// <summary>One finding to save.</summary>
/// <param name="Before">As loaded; null for a new one. Its case names the row: the case of <paramref name="After"/> may be another one.</param>
public sealed record FindingChange(FindingEvent Event, KnownFinding? Before, KnownFinding After);
