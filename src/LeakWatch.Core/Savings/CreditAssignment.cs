using LeakWatch.Core.Leaks;
using LeakWatch.Core.Ledger;

namespace LeakWatch.Core.Savings;

/// <summary>
/// Which credit gave money back for which claim, each credit once: first a credit that equals a claim, then one that names its invoice, then parts.
/// Within each the oldest claim chooses first, by date, so that a further credit only leaves more to those after it: it never takes money back.
/// </summary>
internal static class CreditAssignment
{
    /// <param name="findings">Claims of the vendor, the oldest first.</param>
    /// <returns>What each claimed when it was found, and the credits since then with how much of each is its own, by date.</returns>
    public static IEnumerable<(TrackedFinding Tracked, decimal Claimed, List<(CreditEntry Credit, decimal Amount)> Parts)> Of(IReadOnlyList<TrackedFinding> findings, VendorLedger? ledger)
    {
        var credits = (ledger?.Credits ?? []).Where(credit => credit.Amount > 0m).OrderBy(credit => credit.Date).ThenBy(credit => credit.Document, LedgerDocument.InOrder).ToList();
        var claimants = findings.Select(tracked => new Claimant(tracked, ledger, credits)).Where(claimant => claimant.Open > 0m).ToList();
        var left = credits.Select(credit => credit.Amount).ToList();
        foreach (var fits in new Func<Claimant, CreditEntry, bool>[]
        {
            (claimant, credit) => credit.Amount == claimant.Claimed,
            (_, credit) => credit.Names.Length > 0,
            (claimant, credit) => claimant.AskedFor(credit),
        })
        {
            foreach (var claimant in claimants)
            {
                for (var index = 0; index < credits.Count; index++)
                {
                    var part = Math.Min(claimant.Open, left[index]);
                    if (part > 0m && claimant.Takes(credits[index]) && fits(claimant, credits[index]))
                    {
                        left[index] -= part;
                        claimant.Take(index, part);
                    }
                }
            }
        }

        return claimants.Select(claimant => (claimant.Tracked, claimant.Claimed, claimant.Taken.Select(part => (credits[part.Key], part.Value)).ToList()));
    }

    private sealed class Claimant
    {
        private readonly HashSet<string> numbers;
        private readonly string? account;
        private readonly DateOnly since;
        private readonly DateOnly until;

        public Claimant(TrackedFinding tracked, VendorLedger? ledger, List<CreditEntry> credits)
        {
            Tracked = tracked;
            numbers = NumbersOf(tracked.Finding, ledger);
            account = ProductKey.KeyOrNull(tracked.Finding.Account);
            since = tracked.FoundOn.AddDays(-DetectionPolicy.DatesApart);
            until = new[] { tracked.FoundOn, tracked.RequestedOn ?? tracked.FoundOn, tracked.CancelRequestedOn ?? tracked.FoundOn }.Max().AddDays(DetectionPolicy.Default.CreditFitsDays);

            // What had come back before anybody found it is no saving.
            var credited = tracked.Finding.Credited ?? 0m;
            var before = credits.Where(credit => credit.Date < since && credit.Currency == tracked.Finding.Currency && numbers.Contains(credit.Names)).Sum(credit => credit.Amount);
            Claimed = (tracked.Finding.Amount ?? 0m) + credited - Math.Min(before, credited);
            Open = Claimed;
        }

        public TrackedFinding Tracked { get; }

        public decimal Claimed { get; }

        public decimal Open { get; private set; }

        /// <summary>By the position of the credit.</summary>
        public SortedDictionary<int, decimal> Taken { get; } = [];

        public bool Takes(CreditEntry credit) => credit.Date >= since && credit.Currency == Tracked.Finding.Currency
            && AccountComparison.MayBeSame(credit.Document.Account, account)
            && (credit.Names.Length > 0 ? numbers.Contains(credit.Names) : credit.Date <= until);

        /// <summary>It came after somebody had asked for money, and is no part of a bill.</summary>
        public bool AskedFor(CreditEntry credit) =>
            Tracked.RequestedOn is { } asked && credit.Date >= asked.AddDays(-DetectionPolicy.DatesApart) && credit.Document.Role is DocumentRole.Credit;

        public void Take(int credit, decimal part)
        {
            Open -= part;
            Taken[credit] = Taken.GetValueOrDefault(credit) + part;
        }

        /// <summary>The invoices of its lines. A double is settled by either of its two, a promise by the charge it was made for.</summary>
        private static HashSet<string> NumbersOf(Finding finding, VendorLedger? ledger)
        {
            var numbers = finding.LineItems.Select(line => LedgerDocument.NumberKey(line.InvoiceNumber)).ToHashSet(StringComparer.Ordinal);
            if (finding.Type is LeakType.DuplicateCharge or LeakType.MissingCredit)
            {
                var places = finding.Evidence.Select(evidence => (evidence.FileName, evidence.Pointer)).ToHashSet();
                numbers.UnionWith((ledger?.Documents ?? []).Where(document => document is { Role: DocumentRole.Charge, Number.Length: > 0 }
                    && document.Invoice.LineItems.Any(line => places.Contains((document.FileName, line.Evidence.Pointer)))).Select(document => document.Number));
            }

            numbers.Remove("");
            return numbers;
        }
    }
}
