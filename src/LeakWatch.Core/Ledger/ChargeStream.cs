using System.Diagnostics.CodeAnalysis;

namespace LeakWatch.Core.Ledger;

/// <summary>What one product cost in one service period.</summary>
public sealed class StreamPeriod(ServicePeriod period, bool isPrinted, IReadOnlyList<LedgerLine> lines)
{
    public ServicePeriod Period { get; } = period;

    /// <summary>False when the document prints no period and the invoice date stands for its start.</summary>
    public bool IsPrinted { get; } = isPrinted;

    public IReadOnlyList<LedgerLine> Lines { get; } = lines;

    public LedgerLine First => Lines[0];

    /// <summary>Its quantity and its period are printed, as the stream's other documents do: without them prices cannot be compared.</summary>
    public bool IsComparable { get; internal set; } = true;

    /// <summary>Its price follows the meter. A metered line whose unit price has stood still before is not: then another price is a rise.</summary>
    public bool IsMetered { get; internal set; }

    public bool PrintsQuantity => Lines.All(line => line.Item.Quantity is not null);

    /// <summary>List price: before discounts and tax.</summary>
    public decimal Amount { get; } = lines.Count == 1 ? lines[0].Amount : lines.Sum(line => line.Amount);

    public decimal Discount { get; } = lines.Count == 1 ? lines[0].Discount : lines.Sum(line => line.Discount);

    public decimal Tax { get; } = lines.Count == 1 ? lines[0].Tax : lines.Sum(line => line.Tax);

    public decimal Net => Amount - Discount;

    public decimal Quantity { get; } = lines.Count == 1 ? lines[0].Quantity : lines.Sum(line => line.Quantity);

    /// <summary>List price of one unit for the whole period.</summary>
    public decimal UnitPrice => Lines.Count == 1 && First.Item.UnitPrice is { } printed && First.Item.Quantity is { } quantity && Math.Abs((printed * quantity) - Amount) <= 0.01m
        ? printed : Amount / (Quantity == 0m ? 1m : Quantity);

    public Rhythm? Rhythm => First.Rhythm;

    /// <summary>The days fit the printed cadence, or any cadence where none is printed: no part of a period.</summary>
    public bool IsWhole => Rhythm is { } rhythm && Rhythms.OfDays(Period.Days) == rhythm;

    /// <summary>Days of the calendar month it starts in: what a vendor prorates a month by.</summary>
    public int DaysOfMonth => DateTime.DaysInMonth(Period.Start.Year, Period.Start.Month);

    /// <summary>The cadence of a whole period; null for a part of one.</summary>
    public Rhythm? WholeRhythm => IsWhole ? Rhythm : null;

    /// <summary>Gross for one unit of net: what a net excess costs with its tax.</summary>
    public decimal TaxFactor => Net == 0m ? 1m : (Net + Tax) / Net;
}

/// <summary>The recurring charges of one product in one account and currency, one period after the other.</summary>
[SuppressMessage("Naming", "CA1711", Justification = "A stream of charges is the specification's word.")]
public sealed class ChargeStream
{
    private ChargeStream(string? account, string currency, ProductKey product, bool isUsage, List<StreamPeriod> periods) =>
        (Account, Currency, Product, IsUsage, Periods) = (account, currency, product, isUsage, periods);

    /// <summary>Key of the account; null when no document names one.</summary>
    public string? Account { get; }

    public string Currency { get; }

    public ProductKey Product { get; }

    public bool IsUsage { get; }

    public IReadOnlyList<StreamPeriod> Periods { get; }

    public StreamPeriod Last => Periods[^1];

    public bool PrintsQuantity => Periods.All(period => period.PrintsQuantity);

    /// <summary>The stream it took the place of: see <see cref="Successions"/>.</summary>
    public ChargeStream? Predecessor { get; internal set; }

    /// <summary>How its documents name the product; one key where they all name it alike.</summary>
    public IReadOnlyList<ProductKey> Products => field ??= [.. Periods.Select(period => period.First.Product).Distinct()];

    public static IReadOnlyList<ChargeStream> Of(VendorLedger ledger)
    {
        var streams = new Dictionary<(string Account, string Currency, bool IsUsage, string Product, string Code), List<LedgerLine>>();
        foreach (var charge in ledger.CertainCharges.Where(charge => charge.Role is DocumentRole.Charge))
        {
            foreach (var line in charge.Lines)
            {
                if (line.Amount <= 0m || !line.IsRecurring)
                {
                    continue;
                }

                var key = KeyOf(line);
                if (!streams.TryGetValue(key, out var stream))
                {
                    streams[key] = stream = [];
                }

                stream.Add(line);
            }
        }

        List<ChargeStream> sorted = [.. streams.OrderBy(stream => stream.Key.Account, StringComparer.Ordinal).ThenBy(stream => stream.Key.Currency, StringComparer.Ordinal)
            .ThenBy(stream => stream.Key.IsUsage).ThenBy(stream => stream.Key.Product, StringComparer.Ordinal).ThenBy(stream => stream.Key.Code, StringComparer.Ordinal)
            .Select(stream => Build(stream.Value))];
        Successions.Link(sorted);
        return sorted;
    }

    /// <summary>The period that contains the day; periods are sorted by their start.</summary>
    public StreamPeriod? At(DateOnly day)
    {
        var (low, high) = (0, Periods.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Periods[middle].Period.Start <= day ? (middle + 1, high) : (low, middle);
        }

        return low > 0 && Periods[low - 1].Period.Contains(day) ? Periods[low - 1] : null;
    }

    /// <summary>Plan, else code, else description; usage apart, and a code of its own apart from its plan's.</summary>
    private static (string Account, string Currency, bool IsUsage, string Product, string Code) KeyOf(LedgerLine line) =>
        (line.Document.Account ?? "", line.Currency, line.IsUsage, line.Product.Key, line.IsUsage ? line.Product.Code ?? "" : "");

    private static ChargeStream Build(List<LedgerLine> lines)
    {
        // Stable: lines of one period stay in the order of their documents.
        var sorted = lines.ConvertAll(line => (Period: PeriodOf(line), Line: line));
        if (!IsSorted(sorted))
        {
            sorted = [.. sorted.OrderBy(one => one.Period.Start).ThenBy(one => one.Period.End)];
        }

        var periods = new List<StreamPeriod>(sorted.Count);
        for (var index = 0; index < sorted.Count;)
        {
            var (period, first) = sorted[index];
            var same = new List<LedgerLine>(1) { first };
            for (index++; index < sorted.Count && sorted[index].Period == period; index++)
            {
                // A second document for the same time is a possible duplicate, not a higher price.
                var line = sorted[index].Line;
                if (first.Document == line.Document || (line.IsUsage && line.Document.IsBillRow && first.Document.File == line.Document.File))
                {
                    same.Add(line);
                }
            }

            if (periods.Count == 0 || periods[^1].Period.OverlapDays(period) * 2 <= Math.Min(periods[^1].Period.Days, period.Days))
            {
                periods.Add(new(period, first.Period is not null, same));
            }
        }

        var (printsQuantity, printsPeriod) = (periods.Exists(period => period.PrintsQuantity), periods.Exists(period => period.IsPrinted));
        foreach (var period in periods)
        {
            period.IsComparable = (!printsQuantity || period.PrintsQuantity) && (!printsPeriod || period.IsPrinted);
        }

        var one = lines[0];
        if (one.IsUsage)
        {
            Tariffs.Mark(periods);
        }

        return new(one.Document.Account, one.Currency, one.Product, one.IsUsage, periods);
    }

    private static bool IsSorted(List<(ServicePeriod Period, LedgerLine Line)> lines)
    {
        for (var index = 1; index < lines.Count; index++)
        {
            var (before, after) = (lines[index - 1].Period, lines[index].Period);
            if (before.Start > after.Start || (before.Start == after.Start && before.End > after.End))
            {
                return false;
            }
        }

        return true;
    }

    private static ServicePeriod PeriodOf(LedgerLine line) => line.Period ?? new(line.Document.Date, line.Rhythm switch
    {
        Ledger.Rhythm.Weekly => line.Document.Date.AddDays(7),
        Ledger.Rhythm.Quarterly => line.Document.Date.AddMonths(3),
        Ledger.Rhythm.HalfYearly => line.Document.Date.AddMonths(6),
        Ledger.Rhythm.Yearly => line.Document.Date.AddYears(1),
        _ => line.Document.Date.AddMonths(1),
    });
}
