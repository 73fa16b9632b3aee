namespace LeakWatch.Core.Ledger;

/// <summary>A charge that a store paid, for timelines and sums of spending.</summary>
/// <param name="Amount">With tax; what a credit took back is not in it.</param>
public sealed record PaidCharge(string Vendor, DateOnly Date, decimal Amount, string Currency, string? InvoiceNumber, string FileName)
{
    public static IReadOnlyList<PaidCharge> Of(IEnumerable<VendorLedger> ledgers) =>
    [
        .. from ledger in ledgers
           from charge in ledger.Charges
           where charge is { ReconciledAs: null, Currency: not null }
           let owed = charge.Owed
           where owed != 0
           select new PaidCharge(ledger.Vendor.Name, charge.Date, owed, charge.Currency!, charge.Header.InvoiceNumber, charge.FileName),
    ];
}
