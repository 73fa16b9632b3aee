using LeakWatch.Core.Invoices;
using LeakWatch.Core.Vendors;

namespace LeakWatch.Core.Ledger;

/// <summary>A card row that equals the sum of one Shopify bill, or names its number, is the payment of that bill's rows.</summary>
public sealed class ShopifyBills
{
    private readonly Dictionary<string, (decimal Sum, string Currency, DateOnly Date)> bills = new(StringComparer.Ordinal);
    private ILookup<decimal, string>? bySum;

    /// <summary>Adds one vendor's rows; each vendor once.</summary>
    public void Add(VendorLedger ledger)
    {
        foreach (var row in ledger.Documents)
        {
            if (row.IsBillRow && row.CopyOf is null && row.Number.Length > 0 && row.Settlement is Settlement.Posted)
            {
                var (sum, _, date) = bills.GetValueOrDefault(row.Number, (0m, "", row.Date));
                bills[row.Number] = (sum + row.Total, row.Currency ?? "", row.Date > date ? row.Date : date);
            }
        }

        bySum = null;
    }

    /// <summary>Takes the payments of bills out of the charges of a vendor that sends bills.</summary>
    public void MatchPayments(VendorLedger ledger, ExchangeTable rates)
    {
        if (bills.Count == 0 || !ledger.Charges.Any(charge => charge.Role is DocumentRole.Payment))
        {
            return;
        }

        bySum ??= bills.ToLookup(bill => bill.Value.Sum, bill => bill.Key);
        var paid = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in ledger.Charges.Where(charge => charge.Role is DocumentRole.Payment))
        {
            if ((NamedBill(row) ?? (AreSentBy(ledger.Vendor) ? EqualBill(row, paid, rates) : null)) is { } number)
            {
                paid.Add(number);
                ledger.Reconcile(row, "BILL_PAYMENT", $"{row.Describe()} pays Shopify bill {number}: its rows are the charges.");
            }
        }

        ledger.Charges = [.. ledger.Charges.Where(charge => charge.ReconciledAs is null)];
    }

    public static bool AreSentBy(Vendor vendor) => vendor.Names.Any(name => name.StartsWith("shopify", StringComparison.Ordinal));

    private string? NamedBill(LedgerDocument row)
    {
        var description = row.Invoice.LineItems is [var line, ..] ? line.Description : null;
        var text = $"{row.Invoice.Vendor.Name} {description} {row.Header.Notes} {row.Header.PaymentReference}";
        return text.Split([' ', '*', '#', ',', ';'], StringSplitOptions.RemoveEmptyEntries).Select(LedgerDocument.NumberKey)
            .FirstOrDefault(word => word.Length >= 5 && bills.ContainsKey(word));
    }

    private string? EqualBill(LedgerDocument row, HashSet<string> paid, ExchangeTable rates)
    {
        bool InTime(string number) => !paid.Contains(number) && row.Date.DayNumber - bills[number].Date.DayNumber is >= -PaymentMatching.DaysBefore and <= PaymentMatching.DaysAfter;
        var exact = bySum![row.Total].Where(number => InTime(number) && bills[number].Currency == row.Currency).Order(StringComparer.Ordinal).FirstOrDefault();
        return exact ?? bills.Keys.Where(number => InTime(number) && rates.IsConverted(bills[number].Sum, bills[number].Currency, row.Total, row.Currency ?? "", row.Date))
            .Order(StringComparer.Ordinal).FirstOrDefault();
    }
}
