using LeakWatch.Core.Ledger;
using LeakWatch.Core.Vendors;

namespace LeakWatch.Core.Leaks.Rules;

/// <summary>L-05 UNINSTALLED_APP_CHARGE: a Shopify app charges for a period that starts after it was gone.</summary>
public sealed class UninstalledAppChargeRule : ILeakRule
{
    private const string ShopifyApp = "SHOPIFY_APP";

    public LeakType Type => LeakType.UninstalledAppCharge;

    private enum Presence { NotProven, Gone, Unknown }

    public IEnumerable<Claim> Find(VendorLedger ledger, ShopFacts facts)
    {
        if (facts.Context.InstalledApps.Count == 0 || ShopifyBills.AreSentBy(ledger.Vendor) || !IsShopifyApp(ledger))
        {
            yield break;
        }

        var apps = new AppHistory(facts.Context.InstalledApps, ledger.Vendor);
        if (!apps.WasEverInstalled)
        {
            yield break;
        }

        var judged = ledger.Charges.Where(charge => charge is { IsInDoubt: false, Currency: not null }).SelectMany(charge => charge.Lines)
            .Where(line => line.Gross > 0m && (line.IsRecurring || line.Document.Role is DocumentRole.Payment) && !line.IsOneTime)
            .Select(line => (Line: line, Presence: apps.At(line, facts.Policy))).Where(one => one.Presence is not Presence.NotProven).ToList();
        foreach (var account in judged.GroupBy(one => (one.Line.Document.Account, one.Line.Currency)).OrderBy(group => group.Key.Account, StringComparer.Ordinal).ThenBy(group => group.Key.Currency, StringComparer.Ordinal))
        {
            var proven = account.Where(one => one.Presence is Presence.Gone && !facts.IsBelowFloor(one.Line.Gross, one.Line.Currency)).Select(one => one.Line).ToList();
            var lines = proven.Count > 0 ? proven : [.. account.Where(one => !facts.IsBelowFloor(one.Line.Gross, one.Line.Currency)).Select(one => one.Line)];
            if (lines.Count > 0)
            {
                yield return ClaimOf(ledger, lines, apps, proven.Count > 0, facts);
            }
        }
    }

    private static bool IsShopifyApp(VendorLedger ledger) => ledger.Vendor.Category is { } category
        ? category == ShopifyApp
        : ledger.Documents.Any(document => document.Invoice.Vendor.Category == ShopifyApp || document.IsBillRow);

    private static Claim ClaimOf(VendorLedger ledger, List<LedgerLine> lines, AppHistory apps, bool isProven, ShopFacts facts)
    {
        lines.Sort((left, right) => LedgerDocument.Compare(left.Document, right.Document));
        var first = lines[0];
        var gone = apps.GoneBefore(first) ?? first.Document.Date;
        return new()
        {
            Type = LeakType.UninstalledAppCharge,
            Verdict = isProven ? Verdict.Leak : Verdict.Review,
            Ledger = ledger,
            Account = first.Document.Invoice.Account,
            Currency = first.Currency,
            Charges = [.. lines.Select(line => new ClaimedCharge(line, line.Gross, line.Period))],
            PerMonth = lines[^1].Rhythm is { } rhythm ? Rhythms.PerMonth(rhythm, lines[^1].Gross) : null,
            Repeats = $"uninstalled {Words.Iso(gone)}",
            Extent = Words.Iso(lines.Max(line => line.Period?.Start ?? line.Document.Date)),
            Evidence = [.. lines.Select(Proofs.Of), .. lines.SelectMany(line => Proofs.PaymentOf(line.Document))],
            Factors = isProven ? [new("The app list before and after the charge lacks the app", facts.Policy.IndependentProof)] : [],
            Actions = isProven
                ? [new(ActionType.RefundRequest, "The app was gone before the period began; ask for the charge back."), new(ActionType.CancelRequest, "Ask the vendor to end the billing outside Shopify too.")]
                : [new(ActionType.Clarification, "Refresh the list of installed apps.")],
            Words = (charged, total, credited) => new(
                $"{ledger.Vendor.Name} charged after its app was uninstalled",
                $"Your list of installed apps had {ledger.Vendor.Name} before and lacks it since {Words.Day(gone)}. {Words.Count(charged.Count, "charge")} for periods that start later: "
                + string.Join(", ", charged.Select(one => one.Line).Select(line => $"{Words.Number(line.Document)} {Words.Amount(line.Gross, line.Currency)}{(line.Period is { } period ? $" ({Words.Days(period)})" : "")}"))
                + $"{Words.Less(credited, first.Currency)}. Together {Words.Amount(total, first.Currency)}.",
                apps.HasSeveral ? $"Which app of {ledger.Vendor.Name} does the charge of {Words.Day(first.Document.Date)} pay for?"
                    : $"The list of installed apps is from {Words.Day(apps.Newest)}: is {ledger.Vendor.Name} installed again?"),
        };
    }

    /// <summary>The snapshots, read for one vendor's apps; another name of an app is the same app.</summary>
    private sealed class AppHistory
    {
        private readonly List<(DateOnly Day, HashSet<string> Apps)> snapshots = [];
        private readonly List<(DateOnly Day, string App)> uninstalled = [];

        public AppHistory(IReadOnlyList<InstalledAppsSnapshot> lists, Vendor vendor)
        {
            foreach (var list in lists.OrderBy(list => list.SyncedAt))
            {
                snapshots.Add((list.SyncedAt, [.. list.Apps.Select(VendorKey.Of).Where(vendor.Names.Contains)]));
                uninstalled.AddRange(list.Uninstalled.Select(entry => (entry.At, App: VendorKey.Of(entry.App))).Where(entry => vendor.Names.Contains(entry.App)));
            }

            uninstalled.Sort((left, right) => left.Day != right.Day ? left.Day.CompareTo(right.Day) : string.CompareOrdinal(left.App, right.App));
        }

        public bool WasEverInstalled => uninstalled.Count > 0 || snapshots.Exists(snapshot => snapshot.Apps.Count > 0);

        /// <summary>Two apps at once; two names after each other are a renaming.</summary>
        public bool HasSeveral => snapshots.Exists(snapshot => snapshot.Apps.Count > 1);

        public DateOnly Newest => snapshots[^1].Day;

        public DateOnly? GoneBefore(LedgerLine line) => GoneBefore(line.Period?.Start ?? line.Document.Date, HasSeveral ? NamedApp(line) : null);

        public Presence At(LedgerLine line, DetectionPolicy policy)
        {
            var named = HasSeveral ? NamedApp(line) : null;
            var start = line.Period?.Start ?? line.Document.Date;
            if (GoneBefore(start, named) is not { } gone)
            {
                // One of several is gone, and the line does not say which it bills.
                return HasSeveral && named is null && line.Period is not null && OneIsGone(start) ? Presence.Unknown : Presence.NotProven;
            }

            if (line.IsUsage && line.Document.Date.DayNumber - gone.DayNumber <= policy.UsageArrearsDays)
            {
                return Presence.NotProven;
            }

            var after = snapshots.FindIndex(snapshot => snapshot.Day >= line.Document.Date);
            if (after >= 0 && Has(snapshots[after].Apps, named))
            {
                return Presence.NotProven;
            }

            return after < 0 || line.Period is null ? Presence.Unknown : Presence.Gone;
        }

        /// <summary>Since when the app is known to be gone on that day; null when it may be installed.</summary>
        private DateOnly? GoneBefore(DateOnly start, string? named)
        {
            var last = snapshots.FindLastIndex(snapshot => snapshot.Day < start && Has(snapshot.Apps, named));
            var lastInstalled = last >= 0 ? snapshots[last].Day : LedgerDocument.NoDate;
            foreach (var (day, app) in uninstalled)
            {
                if (day < start && day >= lastInstalled && (named is null || app == named))
                {
                    return day;
                }
            }

            var lacking = last >= 0 && last + 1 < snapshots.Count ? snapshots[last + 1].Day : (DateOnly?)null;
            return lacking < start ? lacking : null;
        }

        private bool OneIsGone(DateOnly start) =>
            snapshots.Where(snapshot => snapshot.Day < start).Select(snapshot => snapshot.Apps.Count).ToList() is { Count: > 0 } counts && counts[^1] < counts.Max();

        private static bool Has(HashSet<string> apps, string? named) => named is null ? apps.Count > 0 : apps.Contains(named);

        private string? NamedApp(LedgerLine line)
        {
            var text = VendorKey.Of($"{line.Item.Description} {line.Item.PlanName}");
            var all = snapshots.SelectMany(snapshot => snapshot.Apps).Concat(uninstalled.Select(entry => entry.App)).Distinct().Where(app => text.Contains(app, StringComparison.Ordinal)).Take(2).ToList();
            return all.Count == 1 ? all[0] : null;
        }
    }
}
