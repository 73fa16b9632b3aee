using LeakWatch.Core.Findings.Lifecycle;
using LeakWatch.Core.ShopKnowledge;
using LeakWatch.Core.Tests.Detection;

namespace LeakWatch.Core.Tests.Findings;

/// <summary>A shop's findings from one detection run to the next, as the shell keeps them.</summary>
internal sealed class Known
{
    public static DateTimeOffset Noon(string day) => new(Store.Day(day), new TimeOnly(12, 0), TimeSpan.Zero);

    public IReadOnlyList<KnownFinding> Findings { get; private set; } = [];

    public KnownFinding Only => Assert.Single(Findings);

    /// <summary>Detects with what was dismissed and answered, matches, and keeps the changes.</summary>
    public IReadOnlyList<FindingChange> Detect(string asOf, params IEnumerable<Core.Invoices.NormalizedInvoice> ledger) => Detect(asOf, Store.Context, ledger);

    public IReadOnlyList<FindingChange> Detect(string asOf, DetectionContext context, params IEnumerable<Core.Invoices.NormalizedInvoice> ledger)
    {
        var documents = ledger.ToList();
        return Match(new(Store.Detect(asOf, FindingLifecycle.Remember(context, Findings), documents), Store.Day(asOf), Noon(asOf))
        {
            Files = documents.Select(document => document.Source.FileName).ToHashSet(),
        });
    }

    public IReadOnlyList<FindingChange> Match(DetectionRun run)
    {
        var changes = FindingMatching.Match(Findings, run);
        Findings = FindingMatching.Apply(Findings, changes);
        return changes;
    }

    /// <summary>A person moves the only finding.</summary>
    public void Move(Func<KnownFinding, Result<KnownFinding>> move)
    {
        var moved = move(Only);
        Assert.True(moved.IsOk, moved.Error?.Message);
        Findings = [moved.Value];
    }
}
