namespace LeakWatch.Core.Invoices.Reading;

/// <summary>Sums printed as a small table: labels in one row (rate, net, tax, gross), their amounts in the rows below.</summary>
internal static class SumGrid
{
    private const int MaxRows = 6;

    /// <summary>The amounts of a label's column, added when there is one for each tax rate; empty when the label heads no such table.</summary>
    public static List<PrintedAmount> Below(PageReading reading, Cell label)
    {
        var headings = label.Row.Cells.Where(IsHeading).ToList();
        if (headings.Count < 2 || label.Row.Amounts.Any(amount => amount.IsMoney))
        {
            return [];
        }

        var found = new List<PrintedAmount>();
        var above = label.Row;
        for (var i = label.Row.Index + 1; i < reading.Rows.Count && i <= label.Row.Index + MaxRows; i++)
        {
            var row = reading.Rows[i];
            var money = row.Amounts.Where(amount => amount.IsMoney).ToList();
            if (row.Page != above.Page || row.Box.Y - above.Box.Bottom > 3 * above.Height || money.Count < 2 || row.Cells.Any(cell => SumLabel.Of(cell)?.Meaning is Label.GrandTotal or Label.Total)
                || (found.Count > 0 && !row.Text.Contains('%', StringComparison.Ordinal)))
            {
                break;
            }

            if (money.Find(amount => IsUnder(label, amount)) is { } amount)
            {
                found.Add(amount);
            }

            above = row;
        }

        return found;
    }

    private static bool IsHeading(Cell cell) =>
        cell.Amounts.Count == 0 && SumLabel.Of(cell) is { Meaning: Label.Subtotal or Label.Tax or Label.TaxBase or Label.GrandTotal or Label.Total };

    // A column reaches half way to its neighbours: amounts are set to the right or in the middle of it.
    private static bool IsUnder(Cell label, PrintedAmount amount)
    {
        var cells = label.Row.Cells;
        var left = label.Index > 0 ? (cells[label.Index - 1].Box.Right + label.Box.X) / 2 : 0;
        var right = label.Index + 1 < cells.Count ? (cells[label.Index + 1].Box.X + label.Box.Right) / 2 : 1;
        var middle = amount.Box.X + (amount.Box.Width / 2);
        return middle >= left && middle <= right;
    }
}
