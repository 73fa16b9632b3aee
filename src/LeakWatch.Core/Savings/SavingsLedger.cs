using LeakWatch.Core.Leaks;
using LeakWatch.Core.Ledger;

namespace LeakWatch.Core.Savings;

/// <summary>How far a saving has come.</summary>
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
/// <param name="RequestedOn">The day an action was sent; null while none was.</param>
/// <param name="Cancels">The action asked to stop the charges, so that silence may confirm it.</param>
public sealed record TrackedFinding(Finding Finding, DateOnly FoundOn, DateOnly? RequestedOn = null, bool Cancels = false);

/// <param name="On">The day it reached the stage.</param>
/// <param name="Reason">A sentence for people.</param>
public sealed record SavingsEntry(
    string Case, LeakType Type, string Vendor, SavingsStage Stage, DateOnly On, decimal Amount, string Currency, string Reason, IReadOnlyList<FindingEvidence> Evidence);

/// <summary>Potential → requested → confirmed, each with its evidence and its day. Pure: the same input gives the same entries.</summary>
public static class SavingsLedger
{
    /// <summary>A credit that names nothing confirms a claim of so many days before it.</summary>
    private const int CreditDays = 120;

    private const int DaysBefore = 3;

    /// <summary>Silence counts after so many cycles without a charge.</summary>
    private const int SilentCycles = 2;

    /// <summary>The furthest stage of each finding, sorted by day, vendor and case. A WATCH or REVIEW is no saving.</summary>
    public static IReadOnlyList<SavingsEntry> Of(IEnumerable<TrackedFinding> findings, IReadOnlyList<VendorLedger> ledgers, StatementCoverage coverage, DateOnly asOf)
    {
        var byName = ledgers.ToLookup(ledger => ledger.Vendor.Name, StringComparer.Ordinal);
        var used = new Dictionary<CreditEntry, decimal>();
        return
        [
            .. findings.Where(tracked => tracked.Finding is { Verdict: Verdict.Leak, Currency: not null, Amount: not null })
                .OrderBy(tracked => tracked.FoundOn).ThenBy(tracked => tracked.Finding.Fingerprint, StringComparer.Ordinal)
                .Select(tracked => EntryOf(tracked, byName[tracked.Finding.Vendor].FirstOrDefault(), used, coverage, asOf))
                .OrderBy(entry => entry.On).ThenBy(entry => entry.Vendor, StringComparer.Ordinal).ThenBy(entry => entry.Case, StringComparer.Ordinal),
        ];
    }

    /// <summary>Sums by stage and currency; currencies are never added up.</summary>
    /// <param name="by">Month, vendor, type, …: what a row of the table stands for.</param>
    public static IReadOnlyDictionary<(TKey Key, SavingsStage Stage, string Currency), decimal> Totals<TKey>(IEnumerable<SavingsEntry> entries, Func<SavingsEntry, TKey> by)
        where TKey : notnull =>
        entries.GroupBy(entry => (by(entry), entry.Stage, entry.Currency)).ToDictionary(group => group.Key, group => group.Sum(entry => entry.Amount));

    private static SavingsEntry EntryOf(TrackedFinding tracked, VendorLedger? ledger, Dictionary<CreditEntry, decimal> used, StatementCoverage coverage, DateOnly asOf)
    {
        var finding = tracked.Finding;
        SavingsEntry At(SavingsStage stage, DateOnly on, decimal amount, string reason, IReadOnlyList<FindingEvidence> evidence) =>
            new(Fingerprint.CaseOf(finding.Fingerprint), finding.Type, finding.Vendor, stage, on, amount, finding.Currency!, reason, evidence);

        if (ledger is not null && Credited(tracked, ledger, used) is { } credit)
        {
            return At(SavingsStage.Confirmed, credit.Entry.Date, credit.Amount, $"{credit.Entry.Document.Describe()} gives {new Money(credit.Amount, finding.Currency!)} back.", [.. Proofs.Of(credit.Entry)]);
        }

        if (ledger is not null && tracked is { Cancels: true, RequestedOn: { } asked } && SilentSince(finding, ledger, coverage, asked, asOf) is { } silent)
        {
            return At(SavingsStage.Confirmed, silent, finding.PerMonth ?? finding.Amount!.Value, "No charge came for two cycles, and the statements that used to carry it reach that day.", finding.Evidence);
        }

        return tracked.RequestedOn is { } day
            ? At(SavingsStage.Requested, day, finding.Amount!.Value, "An action was sent.", finding.Evidence)
            : At(SavingsStage.Potential, tracked.FoundOn, finding.Amount!.Value, "Found, and still open.", finding.Evidence);
    }

    /// <summary>A credit since the finding that names one of its invoices, or equals the claim; each credit once.</summary>
    private static (CreditEntry Entry, decimal Amount)? Credited(TrackedFinding tracked, VendorLedger ledger, Dictionary<CreditEntry, decimal> used)
    {
        var finding = tracked.Finding;
        var numbers = finding.LineItems.Select(line => LedgerDocument.NumberKey(line.InvoiceNumber)).Where(number => number.Length > 0).ToHashSet(StringComparer.Ordinal);
        foreach (var credit in ledger.Credits)
        {
            var rest = credit.Amount - used.GetValueOrDefault(credit);
            var age = credit.Date.DayNumber - tracked.FoundOn.DayNumber;
            var fits = credit.Currency == finding.Currency && age >= -DaysBefore
                && (numbers.Contains(credit.Names) || (credit.Names.Length == 0 && age <= CreditDays && credit.Amount == finding.Amount));
            if (fits && rest > 0m)
            {
                var amount = Math.Min(rest, finding.Amount!.Value);
                used[credit] = used.GetValueOrDefault(credit) + amount;
                return (credit, amount);
            }
        }

        return null;
    }

    /// <summary>The day two cycles after the request, when nothing was charged since and the source that paid reaches it.</summary>
    private static DateOnly? SilentSince(Finding finding, VendorLedger ledger, StatementCoverage coverage, DateOnly asked, DateOnly asOf)
    {
        var account = ProductKey.KeyOrNull(finding.Account);
        var streams = ledger.Streams.Where(stream => stream.Currency == finding.Currency && (account is null || stream.Account is null || stream.Account == account)).ToList();
        if (streams.Count == 0 || streams.Exists(stream => stream.Last.Period.Start > asked))
        {
            return null;
        }

        var last = streams.MaxBy(stream => stream.Last.Period.End)!.Last;
        var cycle = last.Rhythm is { } rhythm ? Rhythms.Days(rhythm) : last.Period.Days;
        var silentOn = (last.Period.End > asked ? last.Period.End : asked).AddDays(cycle * SilentCycles);
        var source = last.First.Document.PaidBy?.Header.PaymentMethodHint ?? (last.First.Document.IsBillRow ? last.First.Document.Header.PaymentMethodHint : null);
        return silentOn <= asOf && source is not null && coverage.Reaches(source, asked, silentOn, asOf) ? silentOn : null;
    }
}
