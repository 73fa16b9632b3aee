using LeakWatch.Core.Invoices;

namespace LeakWatch.Core.Ledger;

/// <summary>Card and bank rows ↔ the vendor's invoices: one row, one invoice.</summary>
internal static class PaymentMatching
{
    private const int DaysBefore = 3;
    private const int DaysAfter = 10;

    private delegate bool SameAmount(LedgerDocument row, LedgerDocument invoice);

    public static void Match(VendorLedger ledger, ExchangeTable rates)
    {
        var rows = ledger.Documents.Where(document => document.Role is DocumentRole.Payment).ToList();
        if (rows.Count == 0)
        {
            return;
        }

        var invoices = ledger.Documents
            .Where(document => document is { Role: DocumentRole.Charge, CopyOf: null, IsBillRow: false } && document.ReconciledAs is null)
            .OrderBy(document => document.Date).ToList();
        var posted = rows.FindAll(row => row.ReconciledAs is null);
        var failed = rows.FindAll(row => row.Settlement is Settlement.Reversed or Settlement.Declined);
        SameAmount[] passes =
        [
            (row, invoice) => row.Currency == invoice.Currency && row.Total == invoice.Total,
            (row, invoice) => row.Currency != invoice.Currency && invoice.Currency is not null && OriginalAmounts.Of(row).Contains(new(invoice.Total, invoice.Currency)),
            (row, invoice) => row.Currency is { } to && invoice.Currency is { } from && to != from && rates.IsConverted(invoice.Total, from, row.Total, to, row.Date),
        ];
        foreach (var isSame in passes)
        {
            Pair(posted, invoices, isSame, (row, invoice) => ledger.Reconcile(
                row, "STATEMENT_ROW", $"{row.Describe()} is the payment of {invoice.Describe()}: one charge.", invoice));
        }

        // An invoice whose only payment was reversed or declined took no money.
        foreach (var isSame in passes)
        {
            Pair(failed, invoices, isSame, (row, invoice) => ledger.Reconcile(
                invoice, row.Settlement is Settlement.Reversed ? "REVERSED" : "DECLINED", $"The payment of {invoice.Describe()} did not stand, so nothing was charged.", row));
        }
    }

    private static void Pair(List<LedgerDocument> rows, List<LedgerDocument> invoices, SameAmount isSame, Action<LedgerDocument, LedgerDocument> matched)
    {
        foreach (var row in rows.Where(row => row.Pays is null))
        {
            LedgerDocument? nearest = null;
            var distance = int.MaxValue;
            for (var index = FirstFrom(invoices, row.Date.AddDays(-DaysAfter)); index < invoices.Count && invoices[index].Date <= row.Date.AddDays(DaysBefore); index++)
            {
                var days = Math.Abs(row.Date.DayNumber - invoices[index].Date.DayNumber);
                if (days < distance && invoices[index].PaidBy is null && isSame(row, invoices[index]))
                {
                    (nearest, distance) = (invoices[index], days);
                }
            }

            if (nearest is not null)
            {
                (nearest.PaidBy, row.Pays) = (row, nearest);
                matched(row, nearest);
            }
        }
    }

    internal static int FirstFrom(List<LedgerDocument> sorted, DateOnly date)
    {
        var (low, high) = (0, sorted.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = sorted[middle].Date < date ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
