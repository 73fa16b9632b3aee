using System.Globalization;

namespace LeakWatch.Core.Invoices.ElectronicInvoices;

/// <summary>The lines of an e-invoice. Discounts and surcharges on the whole document are sums, as they are on a page, and no lines.</summary>
internal static class ElectronicInvoiceLines
{
    /// <param name="sign">−1 for a credit note written with positive amounts.</param>
    public static IReadOnlyList<LineItem> Of(InvoiceNodes nodes, string? currency, int sign, InvoiceXml document)
    {
        var lines = nodes.Lines.Select(line => LineOf(line, currency, sign, document))
            .Where(line => line.Amount is not null)
            .ToList();
        if (nodes.Lines.Count == 0 && (nodes.LineTotal ?? nodes.TaxBasis ?? nodes.GrandTotal) is { } sum)
        {
            // MINIMUM and BASIC WL have sums and no lines: the sum is the one line that can be shown.
            lines.Insert(0, new() { LineId = "L1", Amount = sign * sum.Amount, Currency = currency, Type = TypeOf(sign * sum.Amount), Description = nodes.Note.Text, Evidence = document.EvidenceOf(sum) });
        }

        return [.. lines.Select((line, index) => line with { LineId = string.Create(CultureInfo.InvariantCulture, $"L{index + 1}") })];
    }

    private static LineItem LineOf(LineNodes line, string? currency, int sign, InvoiceXml document)
    {
        var amount = sign * line.Amount.Amount;
        var quantity = sign * line.Quantity.Amount;
        var price = PriceOfOne(line.Price.Amount, line.PriceQuantity.Amount);
        var (start, end) = (line.PeriodStart.Date, line.PeriodEnd.Date?.AddDays(1));
        return new()
        {
            LineId = "",
            Type = TypeOf(amount),
            Description = line.Name.Text,
            Quantity = quantity,
            UnitPrice = line.HasAllowance && quantity * price != amount ? null : price,
            Amount = amount,
            Currency = currency,
            PeriodStart = start < end ? start : null,
            PeriodEnd = start < end ? end : null,
            ProductCode = line.ProductCode.Text,
            Evidence = document.EvidenceOf(line.Amount),
        };
    }

    private static decimal? PriceOfOne(decimal? price, decimal? quantity) =>
        price is not { } amount || quantity is not { } each || each == 0m ? price
            : Math.Abs(amount) < NumberText.TooLarge * Math.Abs(each) ? amount / each
            : null;

    private static LineItemType TypeOf(decimal? amount) => amount < 0 ? LineItemType.Credit : LineItemType.Charge;
}
