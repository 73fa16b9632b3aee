using System.Text.Json.Serialization;
using LeakWatch.Core.Leaks;
using LeakWatch.Core.Ledger;
using LeakWatch.Core.Vendors;

namespace LeakWatch.Core.Savings;

/// <summary>How far a saving has come.</summary>
[JsonConverter(typeof(ScreamingSnake<SavingsStage>))]
public enum SavingsStage
{
    /// <summary>An open finding.</summary>
    Potential,

    /// <summary>An action was sent.</summary>
    Requested,

    /// <summary>A credit matched, or charges stopped for two cycles where statements reach.</summary>
    Confirmed,
}

/// <summary>A finding and what was done about it.</summary>
/// <param name="FoundOn">The day detection first said it.</param>
public sealed record TrackedFinding(Finding Finding, DateOnly FoundOn)
{
    /// <summary>What is closed has nothing left to hope for; what was confirmed of it stays.</summary>
    public bool IsOpen { get; init; } = true;

    /// <summary>The day the first action was sent, whatever it asked for; null while none was.</summary>
    public DateOnly? RequestedOn { get; init; }

    /// <summary>The day an action was sent that asks to stop the charges: from then on silence may confirm it.</summary>
    public DateOnly? CancelRequestedOn { get; init; }

    /// <returns>Null for a dismissed finding: it is no saving.</returns>
    public static TrackedFinding? Of(KnownFinding known, DateOnly? requestedOn, DateOnly? cancelRequestedOn) =>
        known.State is FindingState.Dismissed ? null : new(known.Finding, known.FirstSeenOn) { IsOpen = known.IsOpen, RequestedOn = requestedOn, CancelRequestedOn = cancelRequestedOn };

    internal string Case => Fingerprint.CaseOf(Finding.Fingerprint);

    internal DateOnly? AskedOn => RequestedOn is { } asked && (CancelRequestedOn is not { } cancelled || asked < cancelled) ? asked : CancelRequestedOn;
}

/// <param name="Kind">RECOVERABLE money came back or should; AVOIDABLE money is not spent. They are never added up.</param>
/// <param name="On">The day it reached the stage.</param>
/// <param name="Amount">AVOIDABLE is counted once: the renewal, or what one more month would have cost.</param>
/// <param name="Reason">A sentence for people.</param>
public sealed record SavingsEntry(
    string Case, string? Shop, LeakType Type, string Vendor, SavingsKind Kind, SavingsStage Stage, DateOnly On,
    [property: JsonConverter(typeof(DecimalString))] decimal? Amount, string Currency, Sentence Reason, IReadOnlyList<FindingEvidence> Evidence);

/// <summary>A sum of one kind, stage and currency.</summary>
/// <param name="Key">What a row of the table stands for: a month, a vendor, a type, a shop.</param>
public sealed record SavingsTotal<TKey>(TKey Key, SavingsKind Kind, SavingsStage Stage, string Currency, decimal Amount);

/// <summary>What came of a shop's findings.</summary>
/// <param name="Entries">One for each credit and for what is left; sorted by day, vendor and case.</param>
/// <param name="Settled">Cases of which nothing is left, with the proof: what resolves a known finding (<see cref="DetectionRun.Settled"/>).</param>
public sealed record ShopSavings(IReadOnlyList<SavingsEntry> Entries, IReadOnlyList<SettledCase> Settled);

/// <summary>Potential → requested → confirmed, each with its evidence and its day. Pure: the same input gives the same entries.</summary>
public static class SavingsLedger
{
    /// <summary>A REVIEW is no saving, nor is a WATCH until an action asked to stop its charges.</summary>
    /// <param name="ledgers">Of all vendors of the shop, as a detection run prepared them.</param>
    public static ShopSavings Of(IEnumerable<TrackedFinding> findings, IEnumerable<VendorLedger> ledgers, DateOnly asOf, string? shop = null)
    {
        var byName = new Dictionary<string, VendorLedger>(StringComparer.Ordinal);
        var coverage = new StatementCoverage();
        foreach (var ledger in ledgers)
        {
            coverage.Add(ledger);
            foreach (var name in ledger.Vendor.Names)
            {
                byName.TryAdd(name, ledger);
            }
        }

        var tracked = findings.Where(one => one.Finding is { Verdict: not Verdict.Review, Currency.Length: > 0 }).DistinctBy(one => one.Case)
            .OrderBy(one => one.FoundOn).ThenBy(one => one.Case, StringComparer.Ordinal);
        var (entries, settled) = (new List<SavingsEntry>(), new List<SettledCase>());
        foreach (var vendor in tracked.GroupBy(one => byName.GetValueOrDefault(VendorKey.Of(one.Finding.Vendor))))
        {
            AddRecoverable([.. vendor.Where(IsRecoverable)], vendor.Key, entries, settled);
            AddAvoidable(vendor, vendor.Key, coverage, asOf, entries, settled);
        }

        return new(
            [
                .. entries.Select(entry => entry with { Shop = shop })
                    .OrderBy(entry => entry.On).ThenBy(entry => entry.Vendor, StringComparer.Ordinal).ThenBy(entry => entry.Case, StringComparer.Ordinal)
                    .ThenBy(entry => entry.Kind).ThenBy(entry => entry.Stage).ThenBy(entry => entry.Amount).ThenBy(entry => entry.Reason.ToString(), StringComparer.Ordinal),
            ],
            [.. settled.OrderBy(one => one.Case, StringComparer.Ordinal)]);
    }

    /// <summary>Sums by kind, stage and currency; currencies are never added up, and neither are the kinds.</summary>
    /// <param name="by">Such as <c>entry => entry.Vendor</c>; <see cref="MonthOf"/> for months.</param>
    public static IReadOnlyList<SavingsTotal<TKey>> Totals<TKey>(IEnumerable<SavingsEntry> entries, Func<SavingsEntry, TKey> by)
        where TKey : notnull =>
        [
            .. entries.GroupBy(entry => (Key: by(entry), entry.Kind, entry.Stage, entry.Currency))
                .Select(group => new SavingsTotal<TKey>(group.Key.Key, group.Key.Kind, group.Key.Stage, group.Key.Currency, group.Sum(entry => entry.Amount ?? 0m)))
                .OrderBy(total => total.Key).ThenBy(total => total.Kind).ThenBy(total => total.Stage).ThenBy(total => total.Currency, StringComparer.Ordinal),
        ];

    /// <summary>The first day of the month in which it reached its stage.</summary>
    public static DateOnly MonthOf(SavingsEntry entry) => new(entry.On.Year, entry.On.Month, 1);

    private static SavingsKind? KindOf(Finding finding) => finding.SavingsKind ?? (finding.Verdict is Verdict.Leak ? SavingsKind.Recoverable : null);

    private static bool IsRecoverable(TrackedFinding tracked) => tracked.Finding.Verdict is Verdict.Leak && KindOf(tracked.Finding) is SavingsKind.Recoverable;

    private static void AddRecoverable(List<TrackedFinding> claims, VendorLedger? ledger, List<SavingsEntry> entries, List<SettledCase> settled)
    {
        foreach (var (tracked, claimed, parts) in CreditAssignment.Of(claims, ledger))
        {
            var proof = parts.ConvertAll(part => Entry(
                tracked, SavingsKind.Recoverable, SavingsStage.Confirmed, part.Credit.Date, part.Amount,
                $"{part.Credit.Document.Describe()} gives {new Money(part.Amount, part.Credit.Currency)} back.", [.. Proofs.Of(part.Credit)]));
            entries.AddRange(proof);

            // Detection may not have seen the latest credit yet, and may have seen more credits than those that are savings.
            var rest = Math.Min(tracked.Finding.Amount ?? 0m, claimed - parts.Sum(part => part.Amount));
            if (rest > 0m && tracked.IsOpen)
            {
                entries.Add(Waiting(tracked, SavingsKind.Recoverable, rest, tracked.AskedOn));
            }
            else if (rest <= 0m && proof.Count > 0)
            {
                settled.Add(ProofOf(StateReason.Credited, proof));
            }
        }
    }

    private static void AddAvoidable(IEnumerable<TrackedFinding> findings, VendorLedger? ledger, StatementCoverage coverage, DateOnly asOf, List<SavingsEntry> entries, List<SettledCase> settled)
    {
        foreach (var tracked in findings)
        {
            if (AvoidableOf(tracked) is not { } amount)
            {
                continue;
            }

            if (ledger is not null && tracked.CancelRequestedOn is { } asked && Silence.Since(tracked.Finding, ledger, coverage, asked, asOf) is { } silent)
            {
                var entry = Entry(
                    tracked, SavingsKind.Avoidable, SavingsStage.Confirmed, silent.On, amount,
                    $"No charge came for two cycles, until {silent.On}, and the statements of {silent.Source} reach that day.", silent.Evidence);
                entries.Add(entry);
                if (!IsRecoverable(tracked))
                {
                    settled.Add(ProofOf(StateReason.Silent, [entry]));
                }
            }
            else if (tracked.IsOpen)
            {
                entries.Add(Waiting(tracked, SavingsKind.Avoidable, amount, IsRecoverable(tracked) ? tracked.CancelRequestedOn : tracked.AskedOn));
            }
        }
    }

    private static SettledCase ProofOf(StateReason reason, List<SavingsEntry> proof) =>
        new(proof[0].Case, reason, proof[^1].On, $"{Sentence.List(" ", proof.Select(entry => entry.Reason))}", [.. proof.SelectMany(entry => entry.Evidence)]);

    /// <summary>A renewal at risk is avoidable from the start; what going on costs, once somebody asked to stop it.</summary>
    private static decimal? AvoidableOf(TrackedFinding tracked)
    {
        var finding = tracked.Finding;
        var isAtRisk = finding.Verdict is Verdict.Leak && KindOf(finding) is SavingsKind.Avoidable;
        if (!isAtRisk && tracked.CancelRequestedOn is null)
        {
            return null;
        }

        var amount = KindOf(finding) is SavingsKind.Avoidable && finding.Amount > 0m ? finding.Amount : finding.PerMonth;
        return amount > 0m ? amount : null;
    }

    private static SavingsEntry Waiting(TrackedFinding tracked, SavingsKind kind, decimal amount, DateOnly? askedOn) => askedOn is { } day
        ? Entry(tracked, kind, SavingsStage.Requested, day, amount, $"An action was sent.", tracked.Finding.Evidence)
        : Entry(tracked, kind, SavingsStage.Potential, tracked.FoundOn, amount, $"Found, and still open.", tracked.Finding.Evidence);

    private static SavingsEntry Entry(
        TrackedFinding tracked, SavingsKind kind, SavingsStage stage, DateOnly on, decimal amount, Sentence reason, IReadOnlyList<FindingEvidence> evidence) =>
        new(tracked.Case, null, tracked.Finding.Type, tracked.Finding.Vendor, kind, stage, on, amount, tracked.Finding.Currency!, reason, evidence);
}
