using LeakWatch.Core.Invoices;
using LeakWatch.Core.ShopKnowledge;

namespace LeakWatch.Core.Vendors;

/// <summary>One company, whatever its documents call it.</summary>
public sealed class Vendor(string key, string name)
{
    public string Key { get; } = key;

    /// <summary>The canonical name: the merchant's, else the documents', else as printed.</summary>
    public string Name { get; internal set; } = name;

    public string? Function { get; internal set; }

    public string? Category { get; internal set; }

    /// <summary>Keys of every name it goes by, its own included.</summary>
    public SortedSet<string> Names { get; } = new(StringComparer.Ordinal) { key };

    public bool IsInContext { get; internal set; }

    /// <summary>How many documents came from it.</summary>
    public int Documents { get; internal set; }
}

/// <summary>Who sent a document: exact keys of canonical names, printed names and aliases. A similar name is a suggestion and never merges.</summary>
public sealed class VendorIdentity
{
    private const int ShortestPrefix = 4;
    private const int ShortestTruncatedText = 12;

    private readonly Dictionary<string, Vendor> byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Vendor> vendors = new(StringComparer.Ordinal);
    private readonly Dictionary<(string? Canonical, string? Printed, bool IsStatement), Vendor> resolved = [];
    private List<string>? knownNames;
    private LookAlikeIndex? lookAlikes;

    private VendorIdentity()
    {
    }

    public IEnumerable<Vendor> Vendors => vendors.Values.OrderBy(vendor => vendor.Key, StringComparer.Ordinal);

    /// <summary>Learns every name of the context and the ledger; the order of the ledger does not matter.</summary>
    public static VendorIdentity Learn(IEnumerable<NormalizedInvoice> ledger, DetectionContext context) => Learn(ledger.Select(LedgerName.Of), context);

    /// <summary>Learns every name of the context and the ledger; neither their order nor how often one stands matters.</summary>
    public static VendorIdentity Learn(IEnumerable<LedgerName> names, DetectionContext context)
    {
        var identity = new VendorIdentity();
        identity.LearnContext(context);
        identity.LearnDocuments(names);
        return identity;
    }

    /// <summary>The vendor of a name that a person wrote in the context; null when no document and no list knows it.</summary>
    public Vendor? Find(string? name) => byName.GetValueOrDefault(VendorKey.Of(name));

    /// <summary>Would learning this document change nothing? Then it can be added without learning all anew.</summary>
    public bool Knows(InvoiceVendor printed) =>
        (printed.CanonicalName is null || byName.ContainsKey(VendorKey.Of(printed.CanonicalName))) && (printed.Name is null || byName.ContainsKey(VendorKey.Of(printed.Name)));

    /// <summary>The vendor of a document; statements print their own forms of a name.</summary>
    public Vendor Resolve(InvoiceVendor printed, bool isStatement) => Resolve(printed.CanonicalName, printed.Name, isStatement);

    public Vendor Resolve(LedgerName name) => Resolve(name.Canonical, name.Printed, name.IsStatement);

    private Vendor Resolve(string? canonical, string? printed, bool isStatement)
    {
        var question = (canonical, printed, isStatement);
        if (resolved.TryGetValue(question, out var known))
        {
            return known;
        }

        var vendor = Known(canonical) ?? (isStatement ? OfStatementText(printed ?? canonical) : Known(printed))
            ?? Add(VendorKey.Of(canonical ?? printed), NameToShow(canonical, printed) ?? "Unknown vendor");
        resolved[question] = vendor;
        return vendor;
    }

    /// <summary>A known vendor whose name could be mistaken for this one's.</summary>
    public Vendor? LookAlikeOf(Vendor vendor) => LookAlikesOf(vendor).MinBy(other => other.Key, StringComparer.Ordinal);

    /// <summary>Every known vendor with a name that could be mistaken for one of this vendor's.</summary>
    public IEnumerable<Vendor> LookAlikesOf(Vendor vendor)
    {
        lookAlikes ??= new(byName.Keys);
        return vendor.Names.SelectMany(lookAlikes.Of).Select(known => byName[known]).Where(other => other != vendor).Distinct();
    }

    // A canonical name that only leaves out the legal form says nothing new: letters to the vendor use its full name.
    private static string? NameToShow(string? canonical, string? printed) =>
        canonical is null || (printed is not null && VendorKey.Of(canonical) == VendorKey.Of(printed)) ? printed : canonical;

    private Vendor? Known(string? name) => name is null ? null : byName.GetValueOrDefault(VendorKey.Of(name));

    private void LearnContext(DetectionContext context)
    {
        foreach (var entry in context.Vendors.OrderBy(entry => entry.Name, StringComparer.Ordinal))
        {
            var vendor = Add(VendorKey.Of(entry.Name), entry.Name);
            (vendor.IsInContext, vendor.Function, vendor.Category) = (true, entry.Function ?? vendor.Function, entry.Category ?? vendor.Category);
        }

        foreach (var entry in context.Vendors.OrderBy(entry => entry.Name, StringComparer.Ordinal))
        {
            foreach (var alias in entry.Aliases.Order(StringComparer.Ordinal))
            {
                Alias(VendorKey.Of(alias), byName[VendorKey.Of(entry.Name)]);
            }
        }
    }

    private void LearnDocuments(IEnumerable<LedgerName> ledger)
    {
        var names = ledger.Select(name => (name.Canonical, name.Printed, name.IsStatement)).ToHashSet();

        // Statements print in capitals and cut off: a vendor is shown by the name of its invoices.
        var sorted = names.OrderBy(name => name.IsStatement).ThenBy(name => name.Canonical, StringComparer.Ordinal).ThenBy(name => name.Printed, StringComparer.Ordinal).ToList();
        foreach (var name in sorted.Where(name => VendorKey.Of(name.Canonical).Length > 0))
        {
            Add(VendorKey.Of(name.Canonical), NameToShow(name.Canonical, name.Printed)!);
        }

        // A printed name stands for the one vendor that uses it; a developer with several apps stands for none of them.
        var printed = sorted.Where(name => name.Canonical is not null && VendorKey.Of(name.Printed).Length > 0).ToLookup(name => VendorKey.Of(name.Printed), StringComparer.Ordinal);
        foreach (var group in printed.OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var owners = group.Select(name => byName[VendorKey.Of(name.Canonical)]).Distinct().ToList();
            if (owners.Count == 1)
            {
                Alias(group.Key, owners[0]);
            }
        }

        foreach (var name in sorted.Where(name => name is { Canonical: null, IsStatement: false } && VendorKey.Of(name.Printed).Length > 0))
        {
            Add(VendorKey.Of(name.Printed), name.Printed!);
        }

        foreach (var name in sorted.Where(name => name is { Canonical: null, IsStatement: true }))
        {
            Resolve(null, name.Printed, isStatement: true);
        }
    }

    private Vendor Add(string key, string name)
    {
        if (byName.TryGetValue(key, out var known))
        {
            return known;
        }

        var vendor = new Vendor(key, name);
        (byName[key], vendors[key], knownNames, lookAlikes) = (vendor, vendor, null, null);
        return vendor;
    }

    private void Alias(string key, Vendor vendor)
    {
        if (key.Length > 0 && byName.TryAdd(key, vendor))
        {
            vendor.Names.Add(key);
            (knownNames, lookAlikes) = (null, null);
        }
    }

    private Vendor? OfStatementText(string? text)
    {
        if (text is null)
        {
            return null;
        }

        foreach (var candidate in VendorKey.OfStatementText(text))
        {
            if (byName.TryGetValue(candidate, out var exact))
            {
                return exact;
            }
        }

        return OfPrefix(VendorKey.StatementWords(text)) ?? OfTruncated(VendorKey.OfStatementText(text)[0]);
    }

    /// <summary><c>PARCELWAVE GMBH BERLIN</c>: the longest run of first words that is a known name.</summary>
    private Vendor? OfPrefix(IReadOnlyList<string> words)
    {
        for (var count = words.Count - 1; count >= 1; count--)
        {
            // The legal form stands in the middle here, before the town.
            var key = VendorKey.Of(string.Join(' ', words.Take(count)));
            if (key.Length >= ShortestPrefix && byName.TryGetValue(key, out var vendor))
            {
                return vendor;
            }
        }

        return null;
    }

    /// <summary>Statements cut names off; a long beginning that fits one known name only is that name.</summary>
    private Vendor? OfTruncated(string key)
    {
        if (key.Length < ShortestTruncatedText)
        {
            return null;
        }

        knownNames ??= [.. byName.Keys.Order(StringComparer.Ordinal)];
        var index = knownNames.BinarySearch(key, StringComparer.Ordinal);
        var first = index < 0 ? ~index : index;
        var matches = knownNames.Skip(first).TakeWhile(name => name.StartsWith(key, StringComparison.Ordinal)).Select(name => byName[name]).Distinct().Take(2).ToList();
        return matches.Count == 1 ? matches[0] : null;
    }
}
