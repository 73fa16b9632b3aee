using LeakWatch.Core.Documents;
namespace LeakWatch.Core.Invoices.Reading;

/// <summary>One row of a table of lines, as printed, with the rows its description runs over.</summary>
internal sealed class LineDraft
{
    public required Row First { get; set; }

    public required Row Last { get; set; }

    public required PrintedAmount Amount { get; init; }

    public PrintedAmount? Net { get; init; }

    public PrintedAmount? Gross { get; init; }

    public decimal? Quantity { get; init; }

    public decimal? UnitPrice { get; init; }

    public string? Code { get; init; }

    public string? Period { get; init; }

    /// <summary>A discount or surcharge that stands among the lines: a line, or already the first of the sums. Only adding up tells.</summary>
    public bool IsAdjustment { get; set; }

    public List<string> Description { get; } = [];
}

/// <summary>The lines below a heading: amounts are matched to columns by alignment, text to the description.</summary>
internal static class LineTable
{
    // In heights of a line: a description may be set a little looser than its first line.
    private const double Continuation = 1.6;

    public static List<LineDraft> Read(PageReading reading, TableHeading heading, Totals totals)
    {
        var lines = new List<LineDraft>();
        var pending = new List<Row>();
        var lastUsed = heading.Last;
        for (var i = heading.Last.Index + 1; i < reading.Rows.Count; i++)
        {
            var row = reading.Rows[i];
            var isAdjustment = EndsTable(row, heading, totals, lines.Count > 0);
            if (isAdjustment && !MayBeLine(row, lines))
            {
                break;
            }

            if (LineOf(reading, row, heading) is { } line)
            {
                line.IsAdjustment = isAdjustment;
                foreach (var above in pending.Where(above => above.Page == row.Page))
                {
                    line.Description.Add(DescriptionOf(above, heading));
                    line.First = line.First.Index > above.Index ? above : line.First;
                }

                if (DescriptionOf(row, heading) is { Length: > 0 } own)
                {
                    line.Description.Add(own);
                }

                pending.Clear();
                lines.Add(line);
                lastUsed = row;
                continue;
            }

            Attach(reading, row, heading, lines, pending, ref lastUsed);
        }

        return lines;
    }

    private static bool MayBeLine(Row row, List<LineDraft> lines) =>
        lines.Count > 0 && row.Page == lines[^1].Last.Page && row.Cells.Where(cell => SumLabel.Of(cell) is not null).All(cell => SumLabel.Of(cell)!.Value.Meaning is Label.Discount or Label.Charge);

    private static void Attach(PageReading reading, Row row, TableHeading heading, List<LineDraft> lines, List<Row> pending, ref Row lastUsed)
    {
        if (DescriptionOf(row, heading).Length == 0)
        {
            return;
        }

        var gapAbove = row.Page == lastUsed.Page ? row.Box.Y - lastUsed.Box.Bottom : double.MaxValue;
        var next = row.Index + 1 < reading.Rows.Count ? reading.Rows[row.Index + 1] : null;
        var nextIsLine = next is not null && next.Page == row.Page && LineOf(reading, next, heading) is not null;
        var gapBelow = nextIsLine ? next!.Box.Y - row.Box.Bottom : double.MaxValue;
        if (lines.Count > 0 && gapAbove <= Continuation * row.Height && gapAbove <= gapBelow + (0.3 * row.Height) && pending.Count == 0)
        {
            lines[^1].Description.Add(DescriptionOf(row, heading));
            lines[^1].Last = row;
            lastUsed = row;
        }
        else if (pending.Count == 0 || row.Box.Y - pending[^1].Box.Bottom <= Continuation * row.Height)
        {
            pending.Add(row);
        }
        else
        {
            pending.Clear();
            pending.Add(row);
        }
    }

    // "Domain   22.00   GST Free   22.00": a word in the column of taxes is no sum.
    private static bool IsTaxOfLine(Row row, Cell cell, TableHeading heading) =>
        cell.Index > 0 && cell.Amounts.Count == 0 && ColumnOf(heading, cell.Box)?.Kind is Column.Tax or Column.TaxRate && row.Cells[0].Text.Any(char.IsLetter) && SumLabel.Of(row.Cells[0]) is null;

    // The first sum below the lines ends them; a line that happens to be called "Total care plan" has quantity and price of its own.
    private static bool EndsTable(Row row, TableHeading heading, Totals totals, bool hasLines)
    {
        if (!totals.Rows.Contains(row.Index) || row.Cells.FirstOrDefault(cell => SumLabel.Of(cell) is not null && !IsTaxOfLine(row, cell, heading)) is not { } cell)
        {
            return false;
        }

        var label = SumLabel.Of(cell)!.Value;
        if (label.Meaning is Label.Discount or Label.Charge or Label.NoMoney or Label.TaxBase or Label.AmountPaid && !hasLines)
        {
            return false;
        }

        var numbers = row.Amounts.Where(amount => amount.Cell.Index > cell.Index).Select(amount => ColumnOf(heading, amount.Box)?.Kind).ToHashSet();
        return !(numbers.Contains(Column.Quantity) && numbers.Contains(Column.UnitPrice)) || label.Meaning is Label.GrandTotal or Label.Subtotal;
    }

    private static LineDraft? LineOf(PageReading reading, Row row, TableHeading heading)
    {
        PrintedAmount? amount = null, net = null, gross = null, price = null;
        decimal? quantity = null;
        foreach (var printed in row.Amounts)
        {
            switch (ColumnOf(heading, printed)?.Kind)
            {
                case Column.Amount: amount = printed; break;
                case Column.NetAmount: net = printed; break;
                case Column.GrossAmount: gross = printed; break;
                case Column.UnitPrice: price ??= printed; break;
                case Column.Quantity when !IsPartOfText(printed): quantity ??= Grouped(printed.Cell.Text) ?? printed.Value; break;
            }
        }

        var line = amount ?? net ?? gross ?? (HasAmountColumn(heading) ? null : price);
        if (line is null || ((!line.IsMoney || line.Value == 0m) && !row.Cells.Any(cell => cell.Text.Any(char.IsLetter))))
        {
            return null;
        }

        return new()
        {
            First = row,
            Last = row,
            Amount = line,
            Net = net,
            Gross = gross,
            Quantity = quantity ?? QuantityOf(row, heading),
            UnitPrice = ReferenceEquals(line, price) || IsReduced(row, heading, quantity, price?.Value, line.Value) ? null : price?.Value,
            Code = TextOf(row, heading, Column.Code),
            Period = TextOf(row, heading, Column.Period),
        };
    }

    // A price before a discount that has a column of its own is not what a unit came to.
    private static bool IsReduced(Row row, TableHeading heading, decimal? quantity, decimal? price, decimal amount) =>
        heading.Has(Column.Discount) && price is { } before && (quantity ?? 1m) * before > amount
        && row.Cells.Any(cell => cell.Text.Any(char.IsAsciiDigit) && ColumnOf(heading, cell.Box)?.Kind is Column.Discount);

    // "1 Jan - 31 Jan" in the next column is no quantity of minus 31.
    private static bool IsPartOfText(PrintedAmount printed) => printed.Value < 0m && printed.Cell.Text.Any(char.IsLetter);

    // "1 250": in a column of quantities the space is a thousands separator; elsewhere it may part two columns.
    private static decimal? Grouped(string cell) =>
        cell.Split(' ', '\u00a0', '\u202f') is [{ Length: >= 1 and <= 3 } head, .. { Length: > 0 } groups] && head.All(char.IsAsciiDigit) && Array.TrueForAll(groups, group => group.Length == 3 && group.All(char.IsAsciiDigit))
            ? decimal.Parse(head + string.Concat(groups), System.Globalization.CultureInfo.InvariantCulture)
            : null;

    private static bool HasAmountColumn(TableHeading heading) => heading.Has(Column.Amount) || heading.Has(Column.NetAmount) || heading.Has(Column.GrossAmount);

    // "20 Stk.", "2 hours", "3개": a number with its unit in the quantity column.
    private static decimal? QuantityOf(Row row, TableHeading heading)
    {
        foreach (var cell in row.Cells)
        {
            if (ColumnOf(heading, cell.Box)?.Kind is not Column.Quantity)
            {
                continue;
            }

            var end = 0;
            while (end < cell.Text.Length && (char.IsAsciiDigit(cell.Text[end]) || cell.Text[end] is '.' or ',' or '-'))
            {
                end++;
            }

            if (AmountText.Read(cell.Text.AsSpan(0, end).TrimEnd(".,")) is { } number)
            {
                return number.Value;
            }
        }

        return null;
    }

    private static string? TextOf(Row row, TableHeading heading, Column kind) =>
        heading.Has(kind) && row.Cells.FirstOrDefault(cell => ColumnOf(heading, cell.Box)?.Kind == kind) is { Text.Length: <= 60 } cell ? cell.Text : null;

    /// <summary>The words of a row that belong to the description: not in a column of numbers, codes or dates.</summary>
    public static string DescriptionOf(Row row, TableHeading heading)
    {
        var described = heading.Columns.FirstOrDefault(column => column.Kind is Column.Description);
        var parts = new List<string>();
        foreach (var cell in row.Cells)
        {
            var kind = ColumnOf(heading, cell.Box)?.Kind;
            var isText = kind is Column.Description or null || described is null && cell.Text.Any(char.IsLetter) && kind is not (Column.Unit or Column.Code)
                || kind is Column.Position or Column.Quantity or Column.Code && cell.Words.Count > 2 && cell.Text.Count(char.IsLetter) > 8;
            if (!isText)
            {
                continue;
            }

            var numbers = cell.Amounts.Where(amount => ColumnOf(heading, amount) is { Kind: Column.Amount or Column.NetAmount or Column.GrossAmount or Column.UnitPrice or Column.Quantity or Column.Tax }).ToList();
            var words = cell.Words.Where((_, index) => !numbers.Any(number => index >= number.FirstWord && index < number.FirstWord + number.Words));
            if (string.Join(' ', words.Select(word => word.Text)) is { Length: > 0 } text)
            {
                parts.Add(text);
            }
        }

        return string.Join(' ', parts);
    }

    // "Domain, 1 year": a bare number among words belongs to them, not to the column of quantities.
    private static TableColumn? ColumnOf(TableHeading heading, PrintedAmount amount) =>
        ColumnOf(heading, amount.IsMoney || amount.Words == amount.Cell.Words.Count || ColumnOf(heading, amount.Cell.Box) is not { Kind: Column.Description } ? amount.Box : amount.Cell.Box);

    /// <summary>The column whose heading a box is best aligned with: by overlap, else by its nearest edge or middle.</summary>
    public static TableColumn? ColumnOf(TableHeading heading, Box box)
    {
        TableColumn? best = null;
        var bestDistance = double.MaxValue;
        foreach (var column in heading.Columns)
        {
            var edges = Math.Min(Math.Abs(column.Box.X - box.X), Math.Abs(column.Box.Right - box.Right));
            var middle = Math.Abs(column.Box.X + column.Box.Right - box.X - box.Right) / 2;
            var overlap = Math.Min(column.Box.Right, box.Right) - Math.Max(column.Box.X, box.X);
            var distance = Math.Min(edges, middle) - (overlap > 0 ? 0.6 * Math.Min(1, overlap / Math.Min(box.Width, column.Box.Width)) * 0.1 : 0);
            if (distance < bestDistance)
            {
                (best, bestDistance) = (column, distance);
            }
        }

        return bestDistance < 0.2 ? best : null;
    }
}
