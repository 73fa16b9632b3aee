using LeakWatch.Core.Ledger;

namespace LeakWatch.Core.Detection.Rules;

/// <summary>Time that is paid already: the periods that the vendor's documents print, found by their amount and a day in them.</summary>
internal sealed class PaidPeriods
{
    private readonly decimal sameAmount;

    // What a card row repeats is a whole document that was paid; what an invoice repeats is a product.
    private readonly AmountsByMonth documents = new();
    private readonly AmountsByMonth products = new();

    public PaidPeriods(VendorLedger ledger, decimal sameAmount)
    {
        this.sameAmount = sameAmount;
        var order = 0;
        foreach (var stream in ledger.Streams.Where(stream => !stream.IsUsage))
        {
            foreach (var period in stream.Periods.Where(period => period.IsPrinted))
            {
                products.Add(stream.Currency, new(period, period.Lines.Sum(line => line.Gross), order));
                if (period.First.Document is { PaidBy: not null } or { IsBillRow: true })
                {
                    documents.Add(stream.Currency, new(period, period.First.Document.Total, order));
                }
            }

            order++;
        }
    }

    /// <param name="Order">Of its stream.</param>
    private readonly record struct Entry(StreamPeriod Period, decimal Amount, int Order);

    /// <summary>The charge that already pays for the day of this one: the same product, much the same amount, and paid by something else.</summary>
    public LedgerLine? At(LedgerLine line)
    {
        var isPayment = line.Document.Role is DocumentRole.Payment;
        var equal = (isPayment ? documents : products).Between(line.Currency, line.Document.Date, line.Gross / (1m + sameAmount), line.Gross / (1m - sameAmount));
        Entry? found = null;
        foreach (var entry in equal)
        {
            if ((found is not { } earlier || entry.Order < earlier.Order) && Pays(entry.Period, line, isPayment))
            {
                found = entry;
            }
        }

        return found?.Period.First;
    }

    private static bool Pays(StreamPeriod paid, LedgerLine line, bool isPayment)
    {
        var first = paid.First;
        if (!paid.Period.Contains(line.Document.Date) || first.Document == line.Document || !AccountComparison.MayBeSame(first.Document.Account, line.Document.Account))
        {
            return false;
        }

        // In the last days of a period a row may pay for the next.
        return isPayment ? paid.Period.End > line.Document.Date.AddDays(PaymentMatching.DaysBefore) : first.Product.Matches(line.Product);
    }

    /// <summary>Periods in each month they reach, by amount.</summary>
    private sealed class AmountsByMonth
    {
        private readonly Dictionary<(string Currency, int Month), List<Entry>> months = [];
        private bool isSorted;

        public void Add(string currency, Entry entry)
        {
            var (first, last) = (MonthOf(entry.Period.Period.Start), MonthOf(entry.Period.Period.End.AddDays(-1)));
            for (var month = first; month <= last; month++)
            {
                if (!months.TryGetValue((currency, month), out var entries))
                {
                    months[(currency, month)] = entries = [];
                }

                entries.Add(entry);
            }

            isSorted = false;
        }

        public IEnumerable<Entry> Between(string currency, DateOnly day, decimal least, decimal most)
        {
            if (!isSorted)
            {
                foreach (var one in months.Values)
                {
                    one.Sort((left, right) => left.Amount != right.Amount ? left.Amount.CompareTo(right.Amount) : left.Order.CompareTo(right.Order));
                }

                isSorted = true;
            }

            if (!months.TryGetValue((currency, MonthOf(day)), out var entries))
            {
                yield break;
            }

            var (low, high) = (0, entries.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = entries[middle].Amount < least ? (middle + 1, high) : (low, middle);
            }

            for (; low < entries.Count && entries[low].Amount <= most; low++)
            {
                yield return entries[low];
            }
        }

        private static int MonthOf(DateOnly day) => (day.Year * 12) + day.Month;
    }
}
