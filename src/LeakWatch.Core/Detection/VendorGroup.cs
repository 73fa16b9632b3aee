using LeakWatch.Core.Invoices;
using LeakWatch.Core.Ledger;
using LeakWatch.Core.ShopKnowledge;
using LeakWatch.Core.Vendors;

namespace LeakWatch.Core.Detection;

/// <summary>Vendors that must be judged together because a rule compares them; most vendors stand alone.</summary>
/// <param name="Vendors">Sorted by key.</param>
/// <param name="Names">Of the ledger, as given.</param>
public sealed record VendorGroup(IReadOnlyList<Vendor> Vendors, IReadOnlyList<LedgerName> Names)
{
    /// <summary>Keys of every name that the vendors have or had: what findings and figures of the group stand under.</summary>
    public IEnumerable<string> Keys => Vendors.SelectMany(vendor => vendor.Names.Append(VendorKey.Of(vendor.Name))).Distinct(StringComparer.Ordinal);

    /// <summary>
    /// Parts a ledger so that detection of each part, knowing all names, finds what detection of the whole finds. Together stay: names that
    /// look alike, tools of one function, Shopify bills with all that could pay them, and promised credits with the statements that could show them.
    /// </summary>
    public static IReadOnlyList<VendorGroup> Of(IReadOnlyCollection<LedgerName> names, VendorIdentity identity, DetectionContext context)
    {
        var vendors = names.ToLookup(identity.Resolve);
        var joined = new JoinedVendors(vendors.Select(group => group.Key));
        foreach (var vendor in vendors.Select(group => group.Key).ToList())
        {
            joined.Join(identity.LookAlikesOf(vendor).Where(other => vendors.Contains(other)).Append(vendor));
        }

        foreach (var function in vendors.Select(group => group.Key).Where(vendor => vendor.Function is not null).GroupBy(vendor => VendorKey.Of(vendor.Function), StringComparer.Ordinal))
        {
            joined.Join(function);
        }

        var payers = vendors.Where(group => group.Any(name => name is { IsStatement: true, IsBill: false })).Select(group => group.Key).ToList();
        if (names.Any(name => name.IsBill))
        {
            joined.Join(vendors.Where(group => group.Any(name => name.IsBill) || ShopifyBills.AreSentBy(group.Key)).Select(group => group.Key).Concat(payers));
        }

        if (context.PromisedCredits.Count > 0)
        {
            joined.Join(context.PromisedCredits.Select(promise => identity.Find(promise.Vendor)).OfType<Vendor>().Where(vendor => vendors.Contains(vendor)).Concat(payers));
        }

        return [.. vendors.GroupBy(group => joined.RootOf(group.Key))
            .Select(group => new VendorGroup([.. group.Select(one => one.Key).OrderBy(vendor => vendor.Key, StringComparer.Ordinal)], [.. group.SelectMany(one => one)]))
            .OrderBy(group => group.Vendors[0].Key, StringComparer.Ordinal)];
    }

    /// <summary>Sets that only grow together.</summary>
    private sealed class JoinedVendors(IEnumerable<Vendor> vendors)
    {
        private readonly Dictionary<Vendor, Vendor> above = vendors.ToDictionary(vendor => vendor);

        public Vendor RootOf(Vendor vendor)
        {
            while (above[vendor] != vendor)
            {
                above[vendor] = above[above[vendor]];
                vendor = above[vendor];
            }

            return vendor;
        }

        public void Join(IEnumerable<Vendor> together)
        {
            Vendor? first = null;
            foreach (var vendor in together)
            {
                first ??= RootOf(vendor);
                above[RootOf(vendor)] = first;
            }
        }
    }
}
