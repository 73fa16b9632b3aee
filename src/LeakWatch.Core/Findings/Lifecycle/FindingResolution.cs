using LeakWatch.Core.Invoices;
using LeakWatch.Core.Ledger;
using LeakWatch.Core.Text;

namespace LeakWatch.Core.Findings.Lifecycle;

/// <summary>Why a finding that a run no longer says has ended, from what the run says instead.</summary>
internal sealed class FindingResolution
{
    private readonly DetectionRun run;
    private readonly Dictionary<string, SettledCase> settled;
    private readonly ILookup<string, Reconciled> listed;
    private readonly ILookup<string, Reconciled> ofFiles;

    public FindingResolution(DetectionRun run)
    {
        this.run = run;
        settled = run.Settled.DistinctBy(one => one.Case).ToDictionary(one => one.Case, StringComparer.Ordinal);
        listed = run.Result.Reconciled.Where(one => one.Fingerprint is not null).ToLookup(one => Fingerprint.CaseOf(one.Fingerprint!), StringComparer.Ordinal);
        ofFiles = run.Result.Reconciled.Where(one => one.Fingerprint is null).SelectMany(one => one.Documents.Select(file => (File: file, Entry: one)))
            .OrderBy(one => one.Entry.Reason, StringComparer.Ordinal).ThenBy(one => one.Entry.Explanation.ToString(), StringComparer.Ordinal).ToLookup(one => one.File, one => one.Entry, StringComparer.Ordinal);
    }

    /// <summary>The same leak under another case: documents read anew may name another account, date or vendor, and a confirmed cancellation its own day.</summary>
    public static Finding? ContinuationOf(Finding known, List<Finding> free)
    {
        var places = PlacesOf(known);
        var numbers = NumbersOf(known);
        return free.Where(finding => finding.Type == known.Type && finding.Currency == known.Currency && SharesTime(finding, known))
            .Select(finding => (Finding: finding, Shared: Shared(finding)))
            .Where(one => one.Shared > 0).OrderByDescending(one => one.Shared).ThenBy(one => one.Finding.Fingerprint, StringComparer.Ordinal)
            .Select(one => one.Finding).FirstOrDefault();

        int Shared(Finding finding)
        {
            var byNumber = finding.Vendor == known.Vendor ? NumbersOf(finding).Count(numbers.Contains) : 0;

            // A row of a card has no number, and what claims no charge has no lines: these are known by the place of their evidence.
            var byPlace = numbers.Count == 0 || finding.Vendor != known.Vendor ? PlacesOf(finding).Count(places.Contains) : 0;
            return byNumber + byPlace;
        }
    }

    public bool IsSettled(KnownFinding known) => settled.ContainsKey(known.Case);

    /// <summary>Null where there is none, or where a person has already disputed exactly this.</summary>
    public SettledCase? ProofOf(KnownFinding known) =>
        settled.GetValueOrDefault(known.Case) is { } proof && !(known.Reason is StateReason.Disputed && known.Proof.SequenceEqual(proof.Evidence)) ? proof : null;

    public bool WasLookedAt(KnownFinding known) => run.Vendors is null || run.Vendors.Contains(VendorKey.Of(known.Finding.Vendor));

    /// <summary>Dismissed, wanted, answered or credited: not said, but still seen.</summary>
    public bool IsListed(KnownFinding known) => listed[known.Case].Any();

    /// <summary>Null when it stays open: a person disputes its end, and nothing new says otherwise.</summary>
    public (FindingState State, StateReason Reason, Sentence Sentence)? WhyGone(KnownFinding known)
    {
        if (listed[known.Case].FirstOrDefault() is { } entry)
        {
            return entry.Reason switch
            {
                "WANTED" => (FindingState.Dismissed, StateReason.Wanted, $"Dismissed by the rule \"this is normal\" for {known.Finding.Vendor}."),
                "ANSWERED" => (FindingState.Resolved, StateReason.Answered, entry.Explanation),
                "CREDITED" => (FindingState.Resolved, StateReason.Credited, entry.Explanation),
                _ => (FindingState.Dismissed, StateReason.Other, entry.Explanation),
            };
        }

        var finding = known.Finding;
        var files = finding.Evidence.Select(evidence => evidence.FileName).Distinct(StringComparer.Ordinal).ToList();
        if (run.Files is { } present && files.Find(file => !present.Contains(file)) is { } gone)
        {
            return (FindingState.Resolved, StateReason.DocumentRemoved, $"No longer found: {gone} is not among your documents any more.");
        }

        if (known.Reason is StateReason.Disputed)
        {
            return null;
        }

        if (IsPast(finding))
        {
            return (FindingState.Resolved, StateReason.Past, (finding.Verdict is Verdict.Watch && finding.Deadline is null) switch
            {
                true => $"It no longer holds: nothing is left to decide.",
                false => $"Its day has passed.",
            });
        }

        if (run.Result.Findings.FirstOrDefault(other => HoldsChargesOf(other, finding)) is { } heir)
        {
            return (FindingState.Resolved, StateReason.ClaimedElsewhere, $"Its charges are now part of another finding: {heir.Title}.");
        }

        // The charge itself, then the documents beside it.
        var explained = files.SelectMany(file => ofFiles[file]).Where(one => one.Vendor == finding.Vendor).Distinct().ToList();
        if (explained.Find(one => one.Reason == "CREDITED") is { } credit)
        {
            return (FindingState.Resolved, StateReason.Credited, credit.Explanation);
        }

        return (FindingState.Resolved, StateReason.DocumentChanged, explained switch
        {
            [var first, ..] => $"No longer found: {first.Explanation}",
            [] => $"No longer found: your documents, or what you told us, now explain it.",
        });
    }

    private bool IsPast(Finding finding) => finding.Type switch
    {
        LeakType.UpcomingRenewal => finding.PeriodStart <= run.AsOf,
        _ => finding.Verdict is Verdict.Watch && (finding.Deadline is not { } deadline || deadline <= run.AsOf),
    };

    private static bool HoldsChargesOf(Finding other, Finding finding)
    {
        var numbers = NumbersOf(finding);
        return numbers.Count > 0 && other.Vendor == finding.Vendor && other.Currency == finding.Currency && numbers.IsSubsetOf(NumbersOf(other)) && SharesTime(other, finding);
    }

    private static bool SharesTime(Finding one, Finding other) =>
        one.PeriodStart is null || other.PeriodStart is null || (one.PeriodStart < (other.PeriodEnd ?? DateOnly.MaxValue) && other.PeriodStart < (one.PeriodEnd ?? DateOnly.MaxValue));

    private static HashSet<string> NumbersOf(Finding finding) =>
        [.. finding.LineItems.Select(line => LedgerDocument.NumberKey(line.InvoiceNumber)).Where(number => number.Length > 0)];

    private static HashSet<(string File, Invoices.EvidencePointer Pointer)> PlacesOf(Finding finding) =>
        [.. finding.Evidence.Select(evidence => (evidence.FileName, evidence.Pointer))];
}
