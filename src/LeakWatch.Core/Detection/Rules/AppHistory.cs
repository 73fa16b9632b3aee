using LeakWatch.Core.Text;
using LeakWatch.Core.Invoices;
using LeakWatch.Core.Ledger;
using LeakWatch.Core.ShopKnowledge;
using LeakWatch.Core.Vendors;

namespace LeakWatch.Core.Detection.Rules;

/// <summary>Was the app there when the charge's period began, and if that is unknown, why?</summary>
internal enum AppPresence
{
    /// <summary>It may have been installed.</summary>
    NotProven,

    Gone,

    /// <summary>One of the vendor's apps is gone, and the line does not say which it bills.</summary>
    WhichApp,

    /// <summary>The newest list is from before the charge.</summary>
    ListIsOlder,

    /// <summary>The charge prints no period.</summary>
    WhichTime,
}

/// <summary>The snapshots, read for one vendor's apps; another name of an app is the same app.</summary>
internal sealed class AppHistory
{
    private readonly List<(DateOnly Day, HashSet<string> Apps)> snapshots = [];
    private readonly List<(DateOnly Day, string App)> uninstalled = [];
    private readonly SortedDictionary<string, string> names = new(StringComparer.Ordinal);

    public AppHistory(IReadOnlyList<InstalledAppsSnapshot> lists, Vendor vendor)
    {
        string? KeyOf(string name)
        {
            var key = VendorKey.Of(name);
            return vendor.Names.Contains(key) && (names.TryAdd(key, name) || true) ? key : null;
        }

        foreach (var list in lists.OrderBy(list => list.SyncedAt))
        {
            snapshots.Add((list.SyncedAt, [.. list.Apps.Select(KeyOf).OfType<string>()]));
            uninstalled.AddRange(list.Uninstalled.Select(entry => (entry.At, App: KeyOf(entry.App))).Where(entry => entry.App is not null).Select(entry => (entry.At, entry.App!)));
        }

        uninstalled.Sort((left, right) => left.Day != right.Day ? left.Day.CompareTo(right.Day) : string.CompareOrdinal(left.App, right.App));
    }

    public bool WasEverInstalled => uninstalled.Count > 0 || snapshots.Exists(snapshot => snapshot.Apps.Count > 0);

    /// <summary>Two apps at once; two names after each other are a renaming.</summary>
    public bool HasSeveral => snapshots.Exists(snapshot => snapshot.Apps.Count > 1);

    public DateOnly Newest => snapshots[^1].Day;

    /// <summary>Every app of the vendor that a list ever had, as it is written there.</summary>
    public IEnumerable<(string Key, string Name)> Names => names.Select(one => (one.Key, one.Value));

    /// <param name="chosen">The app that the merchant says the line bills.</param>
    public DateOnly? GoneBefore(LedgerLine line, string? chosen) =>
        GoneBefore(line.Period?.Start ?? line.Document.Date, HasSeveral ? chosen ?? NamedApp(line) : null);

    /// <inheritdoc cref="GoneBefore(LedgerLine, string?)" path="/param"/>
    public AppPresence At(LedgerLine line, DetectionPolicy policy, string? chosen)
    {
        var named = HasSeveral ? chosen ?? NamedApp(line) : null;
        var start = line.Period?.Start ?? line.Document.Date;
        if (GoneBefore(start, named) is not { } gone)
        {
            return HasSeveral && named is null && line.Period is not null && OneIsGone(start) ? AppPresence.WhichApp : AppPresence.NotProven;
        }

        if (line.IsUsage && line.Document.Date.DayNumber - gone.DayNumber <= policy.UsageArrearsDays)
        {
            return AppPresence.NotProven;
        }

        var after = snapshots.FindIndex(snapshot => snapshot.Day >= line.Document.Date);
        return after >= 0 && Has(snapshots[after].Apps, named) ? AppPresence.NotProven
            : after < 0 ? AppPresence.ListIsOlder
            : line.Period is null ? AppPresence.WhichTime : AppPresence.Gone;
    }

    /// <summary>Since when the app is known to be gone on that day; null when it may be installed.</summary>
    private DateOnly? GoneBefore(DateOnly start, string? named)
    {
        var last = snapshots.FindLastIndex(snapshot => snapshot.Day < start && Has(snapshot.Apps, named));
        var lastInstalled = last >= 0 ? snapshots[last].Day : UnknownDate.Value;
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
        var all = names.Keys.Where(app => text.Contains(app, StringComparison.Ordinal)).Take(2).ToList();
        return all.Count == 1 ? all[0] : null;
    }
}
