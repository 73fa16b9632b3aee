using LeakWatch.Core.Invoices.Reading;

namespace LeakWatch.Core.Invoices.Masking;

/// <summary>Whether an address of a document is the vendor's own. What cannot be said to be is taken for the customer's.</summary>
internal sealed class OwnContacts
{
    private const int ShortestPart = 4;

    // Mailboxes that only somebody who sells has; "billing" and "accounts" customers have too.
    private static readonly string[] SellersOnly = ["support", "help", "helpdesk", "customerservice", "kundenservice", "cs"];

    private readonly List<string> vendors;
    private readonly List<string> customers;

    public OwnContacts(IReadOnlyList<NormalizedInvoice> invoices, IEnumerable<string> customerNames)
    {
        vendors = Keys(invoices.Select(invoice => invoice.Vendor.Name));
        customers = Keys(customerNames);
    }

    /// <param name="isCustomer">It stands in the customer's block.</param>
    public bool IsVendors(string email, bool isCustomer)
    {
        var at = email.LastIndexOf('@');
        if (isCustomer || at < 1 || Contacts.Naming(email[(at + 1)..].Trim()) is not { } host || Contacts.IsAnyones(host) || customers.Exists(name => AreRelated(name, host)))
        {
            return false;
        }

        return vendors.Exists(name => AreRelated(name, host)) || Array.IndexOf(SellersOnly, email[..at].Trim().ToLowerInvariant()) >= 0;
    }

    public bool IsVendorsName(string text) => VendorKey.Of(text) is { Length: > 0 } key && vendors.Contains(key);

    /// <summary>The vendor's name, with or without more behind it: "Pinewood Forms Support".</summary>
    public bool OpensWithVendorsName(string text) => VendorKey.Of(text) is { Length: >= ShortestPart } key && vendors.Exists(name => key.StartsWith(name, StringComparison.Ordinal) || name.StartsWith(key, StringComparison.Ordinal));

    // "judgeme" has judge.me, "pinewoodforms" has pinewoodforms.example, "Kestrel Software" has kestrel.example.
    private static bool AreRelated(string name, string host) =>
        name == host || (host.Length >= ShortestPart && name.StartsWith(host, StringComparison.Ordinal)) || (name.Length >= ShortestPart && host.StartsWith(name, StringComparison.Ordinal));

    private static List<string> Keys(IEnumerable<string?> names) => [.. names.Select(VendorKey.Of).Where(key => key.Length > 1).Distinct()];
}
