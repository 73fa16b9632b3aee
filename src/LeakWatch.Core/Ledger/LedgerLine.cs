using System.Text.RegularExpressions;
using LeakWatch.Core.Invoices;

namespace LeakWatch.Core.Ledger;

/// <summary>One charge of a document, with its exact share of the document's discounts and tax.</summary>
public sealed partial class LedgerLine
{
    private LedgerLine(LedgerDocument document, LineItem item, TextKeys keys)
    {
        (Document, Item) = (document, item);
        Product = ProductKey.Of(item, keys);
        Period = ServicePeriod.Of(item.PeriodStart, item.PeriodEnd) ?? ServicePeriod.Of(document.Header.BillingPeriodStart, document.Header.BillingPeriodEnd);
        Amount = item.Amount ?? 0m;
        Quantity = item.Quantity is { } quantity and not 0m ? quantity : 1m;
    }

    public LedgerDocument Document { get; }

    public LineItem Item { get; }

    public ProductKey Product { get; }

    public ServicePeriod? Period { get; }

    /// <summary>As printed: before discounts and tax.</summary>
    public decimal Amount { get; }

    /// <summary>This line's share of the document's discounts; positive.</summary>
    public decimal Discount { get; private set; }

    public decimal Tax { get; private set; }

    public decimal Net => Amount - Discount;

    /// <summary>What was charged for it.</summary>
    public decimal Gross => Amount - Discount + Tax;

    public decimal Quantity { get; }

    public bool IsUsage => Item.Cadence is Cadence.Usage;

    public bool IsOneTime => Item.Cadence is Cadence.OneTime;

    /// <summary>Said by the document, or shown by a cadence or by a plan with a period.</summary>
    public bool IsRecurring => Item.IsRecurring
        ?? (Item.Cadence is { } cadence ? cadence is not Cadence.OneTime : Period is not null && (Product.Plan is not null || Product.Code is not null));

    public Rhythm? Rhythm => Item.Cadence switch
    {
        Cadence.Weekly => Ledger.Rhythm.Weekly,
        Cadence.Monthly => Ledger.Rhythm.Monthly,
        Cadence.Quarterly => Ledger.Rhythm.Quarterly,
        Cadence.Yearly => Ledger.Rhythm.Yearly,
        _ => Period is { } period ? Rhythms.OfDays(period.Days) : null,
    };

    public string Currency => Document.Currency ?? "";

    /// <summary>The document's charges. A previous balance carried forward is none.</summary>
    internal static IReadOnlyList<LedgerLine> Prepare(LedgerDocument document, TextKeys keys)
    {
        var items = document.Invoice.LineItems;
        var lines = new List<LedgerLine>(items.Count);
        foreach (var item in items)
        {
            if (item.Type is LineItemType.Charge && item.Amount is >= 0m && !keys.Description(item.Description).IsBalanceForward)
            {
                lines.Add(new(document, item, keys));
            }
        }

        if (lines.Count > 0)
        {
            ShareDiscounts(document, lines);
            ShareTax(document, lines);
        }

        return lines;
    }

    public static bool IsBalanceForward(string? description) => description is not null && BalanceForward().IsMatch(description);

    private static void ShareDiscounts(LedgerDocument document, List<LedgerLine> lines)
    {
        var shared = 0m;
        var hasDiscountLine = false;
        foreach (var item in document.Invoice.LineItems)
        {
            if (item.Type is not LineItemType.Discount || item.Amount is not { } amount)
            {
                continue;
            }

            hasDiscountLine = true;
            var owner = item.PlanName is null && item.ProductCode is null ? null
                : lines.Find(line => line.Amount > 0m && line.Product.IsNamedBy(item.PlanName, item.ProductCode));
            if (owner is null)
            {
                shared += Math.Abs(amount);
            }
            else
            {
                owner.Discount += Math.Abs(amount);
            }
        }

        shared = hasDiscountLine ? shared : document.Header.DiscountAmount ?? 0m;
        Share(lines, shared, line => line.Amount, (line, part) => line.Discount += part, document.Currency);
    }

    private static void ShareTax(LedgerDocument document, List<LedgerLine> lines)
    {
        var tax = document.Header.TaxAmount ?? TaxOfLines(document.Invoice.LineItems);
        if (tax == 0m)
        {
            return;
        }

        // Where prices include the tax there is nothing to add: the total says so.
        var net = lines.Sum(line => line.Net) + document.Invoice.LineItems.Where(item => item.Type is LineItemType.Credit or LineItemType.Refund).Sum(item => item.Amount ?? 0m);
        var isIncluded = document.Header.TotalAmount is { } total && Math.Abs(total - net) < Math.Abs(total - net - tax);
        Share(lines, isIncluded ? 0m : tax, line => line.Net, (line, part) => line.Tax += part, document.Currency);
    }

    private static decimal TaxOfLines(IReadOnlyList<LineItem> items)
    {
        var tax = 0m;
        for (var index = 0; index < items.Count; index++)
        {
            tax += items[index] is { Type: LineItemType.Tax, Amount: { } amount } ? amount : 0m;
        }

        return tax;
    }

    /// <summary>Splits an amount by weight; the parts add up to it to the minor unit, the last line takes what rounding leaves.</summary>
    private static void Share(List<LedgerLine> lines, decimal amount, Func<LedgerLine, decimal> weight, Action<LedgerLine, decimal> give, string? currency)
    {
        if (amount == 0m)
        {
            return;
        }

        var digits = currency is null ? 2 : Currencies.MinorUnits(currency);
        var whole = lines.Sum(weight);
        var rest = amount;
        for (var index = 0; index < lines.Count; index++)
        {
            var part = index == lines.Count - 1 ? rest : whole == 0m ? 0m : Math.Round(amount * weight(lines[index]) / whole, digits, MidpointRounding.AwayFromZero);
            give(lines[index], part);
            rest -= part;
        }
    }

    [GeneratedRegex(@"\b(previous|prior|opening|outstanding)\s+balance\b|\bbalance\s+(brought\s+|carried\s+)?forward\b|\bpast\s+due\b|\bprevious\s+invoice\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BalanceForward();
}
