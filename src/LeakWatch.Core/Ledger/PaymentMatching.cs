using LeakWatch.Core.Invoices;

namespace LeakWatch.Core.Ledger;

/// <summary>Card and bank rows ↔ the vendor's invoices: one row, one invoice.</summary>
internal sealed class PaymentMatching
{
    /// <summary>A row precedes its invoice by so many days at most: weekends and time zones.</summary>
    internal const int DaysBefore = 3;

    /// <summary>A row follows its invoice, or the day that was due, by so many days at most.</summary>
    internal const int DaysAfter = 10;

    private readonly VendorLedger ledger;
    private readonly ExchangeTable rates;

    private PaymentMatching(VendorLedger ledger, ExchangeTable rates) => (this.ledger, this.rates) = (ledger, rates);

    public static void Match(VendorLedger ledger, ExchangeTable rates)
    {
        var rows = ledger.Documents.Where(document => document is { Role: DocumentRole.Payment, Currency: not null }).ToList();
        if (rows.Count > 0)
        {
            new PaymentMatching(ledger, rates).Match(rows);
        }
    }

    /// <summary>Each pass is less sure than the one before: the number, the very amount, the printed original amount, the converted one; then the same from the day it was due.</summary>
    private void Match(List<LedgerDocument> rows)
    {
        var invoices = ledger.Documents.Where(document => document is { Role: DocumentRole.Charge, CopyOf: null, IsBillRow: false, Currency: not null } && document.ReconciledAs is null).ToList();
        var posted = rows.FindAll(row => row.ReconciledAs is null);
        PairNamed(posted, invoices);
        var (dated, due) = (new Calendar(invoices, invoice => invoice.Date), new Calendar(invoices, DueOf));
        Pair(posted, dated, IsPayment);
        Pair(posted, due, IsPayment);

        // An invoice whose only payment was reversed or declined took no money.
        Pair(rows.FindAll(row => row.Settlement is Settlement.Reversed or Settlement.Declined), dated, (row, invoice) => ledger.Reconcile(
            invoice, row.Settlement is Settlement.Reversed ? "REVERSED" : "DECLINED", $"The payment of {invoice.Describe()} did not stand, so nothing was charged.", row));
    }

    private static DateOnly? DueOf(LedgerDocument invoice) => SaneDates.OrNull(invoice.Header.DueDate) is { } due && due > invoice.Date ? due : null;

    private void IsPayment(LedgerDocument row, LedgerDocument invoice) =>
        ledger.Reconcile(row, "STATEMENT_ROW", $"{row.Describe()} is the payment of {invoice.Describe()}: one charge.", invoice);

    /// <summary>A transfer that prints the number and the amount of an invoice pays it, however late.</summary>
    private void PairNamed(List<LedgerDocument> rows, List<LedgerDocument> invoices)
    {
        var byNumber = invoices.Where(invoice => invoice.Number.Length >= LedgerDocument.ShortestReference).ToLookup(invoice => invoice.Number);
        foreach (var row in rows)
        {
            var words = LedgerDocument.WordsOf(row.Header.Notes).Concat(row.Invoice.LineItems.SelectMany(line => LedgerDocument.WordsOf(line.Description))).Append(LedgerDocument.NumberKey(row.Header.RelatedInvoiceNumber));
            if (words.SelectMany(word => byNumber[word]).FirstOrDefault(invoice => invoice.PaidBy is null && invoice.Currency == row.Currency && invoice.Total == row.Total) is { } invoice)
            {
                (invoice.PaidBy, row.Pays) = (row, invoice);
                IsPayment(row, invoice);
            }
        }
    }

    private void Pair(List<LedgerDocument> rows, Calendar calendar, Action<LedgerDocument, LedgerDocument> matched)
    {
        Func<LedgerDocument, IEnumerable<LedgerDocument>>[] passes =
        [
            row => calendar.Near(row, new(row.Total, row.Currency!)),
            row => calendar.IsForeign(row) ? OriginalAmounts.Of(row).Where(amount => amount.Currency != row.Currency).Distinct().SelectMany(amount => calendar.Near(row, amount)) : [],
            row => calendar.NearForeign(row).Where(invoice => rates.IsConverted(invoice.Total, invoice.Currency!, row.Total, row.Currency!, row.Date)),
        ];
        foreach (var candidates in passes)
        {
            foreach (var row in rows.Where(row => row.Pays is null))
            {
                if (candidates(row).Where(invoice => invoice.PaidBy is null).MinBy(invoice => calendar.Distance(row, invoice)) is { } nearest)
                {
                    (nearest.PaidBy, row.Pays) = (row, nearest);
                    matched(row, nearest);
                }
            }
        }
    }

    /// <summary>Invoices by one of their days.</summary>
    private sealed class Calendar
    {
        private readonly Func<LedgerDocument, DateOnly?> day;
        private readonly Dictionary<string, List<LedgerDocument>> ofCurrency;
        private readonly Dictionary<Money, List<LedgerDocument>> ofTotal;

        public Calendar(List<LedgerDocument> invoices, Func<LedgerDocument, DateOnly?> day)
        {
            this.day = day;
            var sorted = invoices.Where(invoice => day(invoice) is not null).OrderBy(invoice => day(invoice)).ToList();
            ofCurrency = sorted.GroupBy(invoice => invoice.Currency!).ToDictionary(group => group.Key, group => group.ToList());
            ofTotal = sorted.GroupBy(invoice => new Money(invoice.Total, invoice.Currency!)).ToDictionary(group => group.Key, group => group.ToList());
        }

        public bool IsForeign(LedgerDocument row) => ofCurrency.Keys.Any(currency => currency != row.Currency);

        /// <summary>Those whose day is at most <see cref="DaysAfter"/> before the row, and at most <see cref="DaysBefore"/> after it.</summary>
        public IEnumerable<LedgerDocument> Near(LedgerDocument row, Money total) => ofTotal.TryGetValue(total, out var equal) ? Near(row, equal) : [];

        /// <summary>Those of other currencies.</summary>
        public IEnumerable<LedgerDocument> NearForeign(LedgerDocument row) =>
            ofCurrency.Where(invoices => invoices.Key != row.Currency).OrderBy(invoices => invoices.Key, StringComparer.Ordinal).SelectMany(invoices => Near(row, invoices.Value));

        public int Distance(LedgerDocument row, LedgerDocument invoice) => Math.Abs(row.Date.DayNumber - day(invoice)!.Value.DayNumber);

        private IEnumerable<LedgerDocument> Near(LedgerDocument row, List<LedgerDocument> sorted)
        {
            for (var index = FirstFrom(sorted, row.Date.AddDays(-DaysAfter), day); index < sorted.Count && day(sorted[index]) <= row.Date.AddDays(DaysBefore); index++)
            {
                yield return sorted[index];
            }
        }
    }

    /// <summary>The first of the sorted documents whose day is not before the date.</summary>
    internal static int FirstFrom(List<LedgerDocument> sorted, DateOnly date, Func<LedgerDocument, DateOnly?> day)
    {
        var (low, high) = (0, sorted.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = day(sorted[middle]) < date ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
