using LeakWatch.Core.Detection;
using LeakWatch.Core.Findings;

namespace LeakWatch.Core.Tests.Stores;

/// <summary>What detection said about a simulated store, held against the truth.</summary>
public sealed record StoreJudgement
{
    public int FoundLeaks { get; private init; }

    public IReadOnlyList<string> FalseLeaks { get; private init; } = [];

    public IReadOnlyList<string> MissedLeaks { get; private init; } = [];

    /// <summary>A REVIEW or WATCH that the truth asks for and that did not come.</summary>
    public IReadOnlyList<string> Unsaid { get; private init; } = [];

    /// <summary>A REVIEW or WATCH about a vendor there is nothing to say about.</summary>
    public IReadOnlyList<string> Noise { get; private init; } = [];

    public IReadOnlyList<string> Faults => [.. FalseLeaks, .. MissedLeaks, .. Unsaid, .. Noise];

    public static StoreJudgement Of(SimulatedStore store) => Of(store, LeakRules.Detect(store.Ledger, store.Context, store.AsOf));

    public static StoreJudgement Of(SimulatedStore store, DetectionResult result)
    {
        var open = result.Findings.ToList();
        var missed = new List<ExpectedFinding>();
        foreach (var expected in store.Expected)
        {
            var met = open.Find(expected.IsMetBy);
            if (met is null)
            {
                missed.Add(expected);
            }
            else
            {
                open.Remove(met);
            }
        }

        return new()
        {
            FoundLeaks = store.Expected.Count(expected => expected.Verdict is Verdict.Leak) - missed.Count(expected => expected.Verdict is Verdict.Leak),
            FalseLeaks = [.. open.Where(finding => finding.Verdict is Verdict.Leak).Select(finding => "false: " + Describe(store, finding))],
            MissedLeaks = [.. missed.Where(expected => expected.Verdict is Verdict.Leak).Select(expected => "missed: " + Describe(store, expected, result))],
            Unsaid = [.. missed.Where(expected => expected.Verdict is not Verdict.Leak).Select(expected => "unsaid: " + Describe(store, expected, result))],
            Noise = [.. open.Where(finding => IsNoise(store, finding)).Select(finding => "noise: " + Describe(store, finding))],
        };
    }

    private static bool IsNoise(SimulatedStore store, Finding finding) => (finding.Verdict, store.About(finding.Vendor).Silence) switch
    {
        (Verdict.Leak, _) or (_, Silence.NoLeak) => false,
        (Verdict.Watch, Silence.NoClaims) => false,
        // Beside what the truth asks for, a WATCH is an explanation.
        (Verdict.Watch, _) => !store.Expected.Any(expected => expected.Vendor == finding.Vendor),
        (Verdict.Review, _) => true,
    };

    private static string Describe(SimulatedStore store, Finding finding) =>
        $"{Said(finding)} | seed {store.Seed}, \"{store.About(finding.Vendor).Behaviour}\"";

    private static string Describe(SimulatedStore store, ExpectedFinding expected, DetectionResult result) =>
        $"{expected}, got {string.Join("; ", result.Findings.Where(finding => finding.Vendor == expected.Vendor).Select(Said))} | seed {store.Seed}, \"{store.About(expected.Vendor).Behaviour}\"";

    private static string Said(Finding finding) => FormattableString.Invariant(
        $"{finding.Verdict} {finding.Type} {finding.Vendor} {finding.Amount} {finding.Currency} [{finding.PeriodStart:yyyy-MM-dd}..{finding.PeriodEnd:yyyy-MM-dd})");
}
