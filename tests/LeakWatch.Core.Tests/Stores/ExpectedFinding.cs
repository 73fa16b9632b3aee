using LeakWatch.Core.Findings;

namespace LeakWatch.Core.Tests.Stores;

/// <summary>One finding that a simulated store's truth asks for.</summary>
/// <param name="Types">The first is the best name for it; the others are right too.</param>
/// <param name="Amount">Checked to the cent for a LEAK; null where the specification leaves it open.</param>
/// <param name="KnownFrom">The first day whose documents prove it.</param>
public sealed record ExpectedFinding(
    IReadOnlyList<LeakType> Types, Verdict Verdict, string Vendor, decimal? Amount, string? Currency, DateOnly? PeriodStart, DateOnly? PeriodEnd, DateOnly KnownFrom)
{
    public DateOnly? Deadline { get; init; }

    public bool IsMetBy(Finding finding) =>
        Types.Contains(finding.Type)
        && finding.Verdict == Verdict
        && finding.Vendor == Vendor
        && (Verdict is not Verdict.Leak || (finding.Amount == Amount && finding.Currency == Currency))
        && (Deadline is null || finding.Deadline == Deadline)
        && (PeriodStart is null || finding.PeriodStart is null || (finding.PeriodStart < PeriodEnd && (finding.PeriodEnd ?? DateOnly.MaxValue) > PeriodStart));

    public override string ToString() => FormattableString.Invariant(
        $"{Verdict} {string.Join('/', Types)} {Vendor} {Amount} {Currency} [{PeriodStart:yyyy-MM-dd}..{PeriodEnd:yyyy-MM-dd}) from {KnownFrom:yyyy-MM-dd}");
}

/// <summary>How much may be said about a vendor besides what the truth asks for.</summary>
public enum Silence
{
    /// <summary>Nothing at all: nothing about it changed.</summary>
    Total,

    /// <summary>A WATCH may explain a change; a LEAK or REVIEW is false.</summary>
    NoClaims,

    /// <summary>The documents leave it open: REVIEW may ask; a LEAK is false.</summary>
    NoLeak,
}
