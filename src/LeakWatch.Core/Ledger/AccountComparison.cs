namespace LeakWatch.Core.Ledger;

/// <summary>Do two charges belong to one customer account?</summary>
public enum AccountMatch { Same, Unknown, Different }

/// <summary>A store's domain on a Shopify bill and the vendor's own account number are two names of one account while the vendor has only one of each.</summary>
public sealed class AccountComparison
{
    private const string StoreDomain = ".myshopify.com";

    private readonly bool hasOneOfEach;

    public AccountComparison(VendorLedger ledger)
    {
        var charges = ledger.Charges.Where(charge => charge is { Role: DocumentRole.Charge, Account: not null }).ToList();
        hasOneOfEach = charges.Where(charge => charge.IsBillRow).Select(charge => charge.Account).Distinct().Count() == 1
            && charges.Where(charge => !charge.IsBillRow).Select(charge => charge.Account).Distinct().Count() == 1;
    }

    /// <summary>Of two keys of accounts: equal, or one of them unknown.</summary>
    public static bool MayBeSame(string? one, string? other) => one is null || other is null || one == other;

    public AccountMatch Compare(LedgerDocument one, LedgerDocument other)
    {
        if (one.Account is null || other.Account is null)
        {
            return AccountMatch.Unknown;
        }

        if (one.Account == other.Account)
        {
            return AccountMatch.Same;
        }

        return one.IsBillRow == other.IsBillRow || (NamesStore(one) && NamesStore(other)) ? AccountMatch.Different : hasOneOfEach ? AccountMatch.Same : AccountMatch.Unknown;
    }

    private static bool NamesStore(LedgerDocument document) => document.Invoice.Account!.Trim().EndsWith(StoreDomain, StringComparison.OrdinalIgnoreCase);
}
