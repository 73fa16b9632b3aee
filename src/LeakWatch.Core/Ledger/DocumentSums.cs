using LeakWatch.Core.Invoices;
using LeakWatch.Core.Text;

namespace LeakWatch.Core.Ledger;

/// <summary>Do the printed sums of a document fit each other in any way that invoices are written?</summary>
/// <remarks>
/// Stricter than a proof in one way only: a document is said to fail when no accepted layout explains it. Prices may include the tax, a
/// subtotal may already be net of discounts, a previous balance may stand among the lines.
/// </remarks>
public static class DocumentSums
{
    /// <summary>What fails, in words, with both figures.</summary>
    public readonly record struct Mismatch(Sentence What, decimal Printed, decimal Computed);

    /// <summary>Each side of a comparison may have been rounded by a cent.</summary>
    private const decimal Rounding = 0.02m;

    /// <returns>The smallest mismatch that explains the document; null when its sums hold or it prints too little to tell.</returns>
    public static Mismatch? Difference(NormalizedInvoice invoice)
    {
        var header = invoice.Invoice;
        if (AddsUp(invoice))
        {
            return null;
        }

        var lines = invoice.LineItems.Where(line => line.Amount is not null && !LedgerLine.IsBalanceForward(line.Description)).ToList();
        if (lines.Count == 0 || header.TotalAmount is not { } total)
        {
            return null;
        }

        decimal Sum(params LineItemType[] types) => lines.Where(line => types.Contains(line.Type)).Sum(line => line.Amount ?? 0m);
        var goods = Sum(LineItemType.Charge, LineItemType.Refund, LineItemType.Credit);
        var discount = header.DiscountAmount ?? -Sum(LineItemType.Discount);
        var tax = header.TaxAmount ?? Sum(LineItemType.Tax);

        var balance = invoice.LineItems.Where(line => LedgerLine.IsBalanceForward(line.Description)).Sum(line => line.Amount ?? 0m);

        // A discount that has a line of its own is not yet in the prices; one that only the header names may be.
        var inPrices = lines.Exists(line => line.Type is LineItemType.Discount) ? discount : 0m;
        Mismatch fromLines = new($"The lines against the total", total,
            Nearest(total, goods + tax - discount, goods - discount, goods + tax - inPrices, goods - inPrices, goods + tax - discount + balance));
        Mismatch? fromSubtotal = header.SubtotalAmount is { } subtotal
            ? new($"Subtotal, tax and discount against the total", total, Nearest(total, subtotal + tax - discount, subtotal - discount, subtotal + tax, subtotal, subtotal + tax - discount + balance)) : null;
        Mismatch? lineSum = header.SubtotalAmount is { } net
            ? new($"The lines against the subtotal", net, Nearest(net, goods, goods - discount, goods + discount, goods - tax, goods + tax)) : null;
        var units = AreInLines(lines, discount, tax) ? null : lines.Select(UnitsOf).FirstOrDefault(mismatch => mismatch is not null);
        return new[] { fromLines, fromSubtotal, lineSum, units }.Where(mismatch => mismatch is { } off && Math.Abs(off.Printed - off.Computed) > Rounding)
            .OrderByDescending(mismatch => Math.Abs(mismatch!.Value.Printed - mismatch.Value.Computed)).FirstOrDefault();
    }

    /// <summary>The plain case, decided without looking at every way an invoice can be written.</summary>
    private static bool AddsUp(NormalizedInvoice invoice)
    {
        var (goods, discount, tax) = (0m, 0m, 0m);
        var lines = invoice.LineItems;
        for (var index = 0; index < lines.Count; index++)
        {
            var line = lines[index];
            var amount = line.Amount ?? 0m;
            switch (line.Type)
            {
                case LineItemType.Tax: tax += amount; break;
                case LineItemType.Discount: discount -= amount; break;
                default:
                    goods += amount;
                    if (line is { Quantity: { } quantity, UnitPrice: { } price } && quantity * price != amount)
                    {
                        return false;
                    }

                    break;
            }
        }

        var header = invoice.Invoice;
        return header.TotalAmount == goods - discount + tax && (header.SubtotalAmount is not { } subtotal || subtotal == goods || subtotal == goods - discount)
            && (header.TaxAmount ?? tax) == tax && (header.DiscountAmount ?? discount) == discount;
    }

    private static decimal Nearest(decimal printed, params decimal[] readings) => readings.MinBy(reading => Math.Abs(printed - reading));

    /// <summary>The lines are printed after a discount, or with a tax, that the sums name once more.</summary>
    private static bool AreInLines(List<LineItem> lines, decimal discount, decimal tax)
    {
        var more = lines.Sum(line => line is { Type: LineItemType.Charge, Quantity: { } quantity, UnitPrice: { } price, Amount: { } amount } ? amount - (quantity * price) : 0m);
        return InvoiceProof.IsInLines(more, Math.Max(discount, 0m), Math.Max(tax, 0m), Rounding);
    }

    /// <summary>Quantity × unit price = amount; a printed unit price is rounded, and a part of a period costs a part.</summary>
    private static Mismatch? UnitsOf(LineItem line)
    {
        if (line is not { Type: LineItemType.Charge, Quantity: { } quantity, UnitPrice: { } price, Amount: { } amount } || price == 0m || quantity == 0m)
        {
            return null;
        }

        var computed = quantity * price;
        var rounding = Math.Abs(quantity) * 0.5m / Power(price.Scale);
        var isPart = ServicePeriod.Of(line.PeriodStart, line.PeriodEnd) is { IsWhole: false } && Math.Abs(amount) < Math.Abs(computed);
        return isPart || Math.Abs(amount - computed) <= rounding + Rounding ? null : new($"Quantity × unit price of \"{line.Description}\"", amount, computed);
    }

    private static decimal Power(byte digits)
    {
        var power = 1m;
        for (var digit = 0; digit < digits; digit++)
        {
            power *= 10m;
        }

        return power;
    }
}
