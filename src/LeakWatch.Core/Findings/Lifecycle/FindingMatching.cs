using LeakWatch.Core.Ledger;
using LeakWatch.Core.Text;

namespace LeakWatch.Core.Findings.Lifecycle;

/// <summary>(known findings, detection run) → what to save. Independent of the order of both; the same run again changes nothing.</summary>
public static class FindingMatching
{
    /// <returns>New, changed and ended findings, sorted by case; what stays as it is does not appear.</returns>
    public static IReadOnlyList<FindingChange> Match(IEnumerable<KnownFinding> known, DetectionRun run)
    {
        var sorted = known.DistinctBy(one => one.Case).OrderBy(one => one.Case, StringComparer.Ordinal).ToList();
        var cases = sorted.Select(one => one.Case).ToHashSet(StringComparer.Ordinal);
        var found = new SortedDictionary<string, Finding>(StringComparer.Ordinal);
        foreach (var finding in run.Result.Findings.OrderBy(finding => finding.Verdict).ThenByDescending(finding => finding.Amount).ThenBy(finding => finding.Fingerprint, StringComparer.Ordinal))
        {
            found.TryAdd(Fingerprint.CaseOf(finding.Fingerprint), finding);
        }

        var free = found.Where(one => !cases.Contains(one.Key)).Select(one => one.Value).ToList();
        foreach (var one in sorted.Where(one => free.Count > 0 && !found.ContainsKey(one.Case)).OrderBy(one => one.IsOpen ? 0 : 1).ToList())
        {
            if (FindingResolution.ContinuationOf(one.Finding, free) is { } moved)
            {
                found[one.Case] = moved;
                free.Remove(moved);
            }
        }

        var ends = new FindingResolution(run);
        var changes = sorted.Select(one => found.GetValueOrDefault(one.Case) is { } said ? Said(one, said, ends, run) : Unsaid(one, ends, run)).OfType<FindingChange>()
            .Concat(free.Select(finding => Added(finding, run)));
        return [.. changes.OrderBy(change => change.After.Case, StringComparer.Ordinal)];
    }

    /// <summary>The findings after the changes: what the shell has once it saved them.</summary>
    public static IReadOnlyList<KnownFinding> Apply(IEnumerable<KnownFinding> known, IReadOnlyList<FindingChange> changes)
    {
        var replaced = changes.Where(change => change.Before is not null).ToDictionary(change => change.Before!.Case, change => change.After, StringComparer.Ordinal);
        return [.. known.Select(one => replaced.GetValueOrDefault(one.Case, one)), .. changes.Where(change => change.Before is null).Select(change => change.After)];
    }

    private static FindingChange Added(Finding finding, DetectionRun run) => new(FindingEvent.Added, null, new()
    {
        Finding = finding,
        State = FindingState.Open,
        Reason = StateReason.Found,
        Sentence = $"Found in your documents.",
        ChangedAt = run.At,
        FirstSeenOn = run.AsOf,
        LastSeenOn = run.AsOf,
    });

    private static FindingChange? Said(KnownFinding known, Finding said, FindingResolution ends, DetectionRun run)
    {
        if (known.State is not FindingState.Dismissed && ends.ProofOf(known) is { } proof)
        {
            return Resolved(known, proof, run);
        }

        if (known.IsOpen)
        {
            // Detection says it again, so nothing is disputed any more.
            var agreed = known.Reason is StateReason.Disputed && !ends.IsSettled(known) ? known with { Reason = StateReason.TakenBack } : known;
            return Seen(known, agreed with { Finding = said }, run);
        }

        var isGrown = Extends(said, known.Finding);
        (StateReason Reason, Sentence Sentence)? again = known.Reason switch
        {
            StateReason.Wanted => (StateReason.RuleRemoved, $"Open again: the rule \"this is normal\" was removed."),
            _ when isGrown && known.State is FindingState.Dismissed => (StateReason.NewCharge, $"Open again: a new charge extends what was dismissed."),
            _ when isGrown => (StateReason.NewCharge, $"Open again: a new charge extends what was resolved."),
            StateReason.Credited or StateReason.Silent => (StateReason.FoundAgain, $"Open again: what had settled it is no longer in your documents."),
            StateReason.Answered => (StateReason.FoundAgain, $"Open again: your documents changed, so the answer no longer covers it."),
            StateReason.Past or StateReason.ClaimedElsewhere or StateReason.DocumentRemoved or StateReason.DocumentChanged =>
                (StateReason.FoundAgain, $"Open again: your documents show it again."),
            _ => null,
        };

        // Its snapshot stays, so that the charge that extends it can be told; only the name of its case may have changed.
        var stays = Fingerprint.CaseOf(said.Fingerprint) == known.Case ? known : known with { Finding = said };
        return again is not var (reason, sentence) ? Seen(known, stays, run) : Change(
            FindingEvent.Reopened, known, known with { Finding = said, State = FindingState.Reopened, Reason = reason, Sentence = sentence, LastSeenOn = SaneDates.Later(known.LastSeenOn, run.AsOf) }, run);
    }

    private static FindingChange? Unsaid(KnownFinding known, FindingResolution ends, DetectionRun run)
    {
        if (known.State is not FindingState.Dismissed && ends.ProofOf(known) is { } proof)
        {
            return Resolved(known, proof, run);
        }

        if (!known.IsOpen)
        {
            return ends.IsListed(known) ? Seen(known, known, run) : null;
        }

        if (!ends.WasLookedAt(known) || ends.WhyGone(known) is not { } end)
        {
            return null;
        }

        var what = end.State is FindingState.Dismissed ? FindingEvent.Dismissed : FindingEvent.Resolved;
        return Change(what, known, known with
        {
            State = end.State,
            Reason = end.Reason,
            Sentence = end.Sentence,
            LastSeenOn = ends.IsListed(known) ? SaneDates.Later(known.LastSeenOn, run.AsOf) : known.LastSeenOn,
        }, run);
    }

    private static FindingChange? Resolved(KnownFinding known, SettledCase proof, DetectionRun run)
    {
        var after = known with { State = FindingState.Resolved, Reason = proof.Reason, Sentence = proof.Sentence, Proof = proof.Evidence };
        return known.State is FindingState.Resolved && known.Reason == proof.Reason && known.Sentence == proof.Sentence && known.Proof.SequenceEqual(proof.Evidence)
            ? null : Change(FindingEvent.Resolved, known, after, run);
    }

    private static FindingChange? Seen(KnownFinding known, KnownFinding after, DetectionRun run)
    {
        after = after with { LastSeenOn = SaneDates.Later(known.LastSeenOn, run.AsOf) };
        return after.LastSeenOn == known.LastSeenOn && after.Reason == known.Reason && after.Finding.SaysTheSameAs(known.Finding) ? null : new(FindingEvent.Updated, known, after);
    }

    private static FindingChange Change(FindingEvent what, KnownFinding known, KnownFinding after, DetectionRun run) => new(what, known, after with { ChangedAt = run.At });

    /// <summary>Another extent, and a charge that the snapshot lacks: a case that only lost a document has not grown.</summary>
    private static bool Extends(Finding said, Finding snapshot)
    {
        if (said.Fingerprint == snapshot.Fingerprint)
        {
            return false;
        }

        var known = snapshot.LineItems.Select(Key).ToHashSet();
        return said.PeriodEnd > snapshot.PeriodEnd || said.LineItems.Count > snapshot.LineItems.Count
            || said.LineItems.Any(line => line.InvoiceNumber is not null && !known.Contains(Key(line)));

        static (string Number, string Line) Key(FindingLine line) => (LedgerDocument.NumberKey(line.InvoiceNumber), line.LineId);
    }
}
