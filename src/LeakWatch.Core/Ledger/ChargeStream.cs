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

    /// <summary>List price: before discounts and tax.</summary>
    public decimal Amount { get; } = lines.Sum(line => line.Amount);

    public decimal Discount { get; } = lines.Sum(line => line.Discount);

    public decimal Tax { get; } = lines.Sum(line => line.Tax);

    public decimal Net => Amount - Discount;

    public decimal Quantity { get; } = lines.Sum(line => line.Quantity);

    /// <summary>List price of one unit for the whole period.</summary>
    public decimal UnitPrice => Lines.Count == 1 && First.Item.UnitPrice is { } printed && First.Item.Quantity is { } quantity && Math.Abs((printed * quantity) - Amount) <= 0.01m
        ? printed : Amount / (Quantity == 0m ? 1m : Quantity);

    public Rhythm? Rhythm => First.Rhythm;

    /// <summary>The days fit the printed cadence, or any cadence where none is printed: no part of a period.</summary>
    public bool IsWhole => Rhythm is { } rhythm && Rhythms.OfDays(Period.Days) == rhythm;

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

    public static IReadOnlyList<ChargeStream> Of(VendorLedger ledger)
    {
        var lines = ledger.Charges.Where(charge => !charge.IsInDoubt && charge.Currency is not null && charge.Role is DocumentRole.Charge)
            .SelectMany(charge => charge.Lines).Where(line => line.IsRecurring && line.Amount > 0m);
        var streams = new SortedDictionary<(string, string, string), List<LedgerLine>>();
        foreach (var line in lines)
        {
            var key = (line.Document.Account ?? "", line.Currency, KeyOf(line));
            if (!streams.TryGetValue(key, out var stream))
            {
                streams[key] = stream = [];
            }

            stream.Add(line);
        }

        return [.. streams.Values.Select(Build)];
    }

    /// <summary>Plan, else code, else description; usage apart, and a code of its own apart from its plan's.</summary>
    private static string KeyOf(LedgerLine line) =>
        (line.IsUsage ? "usage " : "") + (line.Product.Plan ?? line.Product.Code ?? line.Product.Description) + (line.IsUsage ? " " + line.Product.Code : "");

    private static ChargeStream Build(List<LedgerLine> lines)
    {
        var byPeriod = new SortedDictionary<(DateOnly Start, DateOnly End), List<LedgerLine>>();
        foreach (var line in lines)
        {
            var period = PeriodOf(line);
            if (!byPeriod.TryGetValue((period.Start, period.End), out var same))
            {
                byPeriod[(period.Start, period.End)] = same = [];
            }

            // A second document for the same time is a possible duplicate, not a higher price.
            if (same.Count == 0 || same[0].Document == line.Document || (line.IsUsage && line.Document.IsBillRow && same[0].Document.File == line.Document.File))
            {
                same.Add(line);
            }
        }

        var periods = new List<StreamPeriod>(byPeriod.Count);
        foreach (var ((start, end), same) in byPeriod)
        {
            var period = new ServicePeriod(start, end);
            if (periods.Count == 0 || periods[^1].Period.OverlapDays(period) * 2 <= Math.Min(periods[^1].Period.Days, period.Days))
            {
                periods.Add(new(period, same[0].Period is not null, same));
            }
        }

        var first = lines[0];
        return new(first.Document.Account, first.Currency, first.Product, first.IsUsage, periods);
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
