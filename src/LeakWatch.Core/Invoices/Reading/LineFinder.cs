namespace LeakWatch.Core.Invoices.Reading;

/// <summary>Chooses among the readings of a document's lines the one that adds up to its printed sums; nothing is repaired.</summary>
internal static class LineFinder
{
    public static List<LineDraft> Find(PageReading reading, IReadOnlyList<TableHeading> headings, Totals totals)
    {
        var read = new List<LineDraft>();
        var seen = new HashSet<int>();
        foreach (var heading in headings)
        {
            var lines = LineTable.Read(reading, heading, totals).Where(line => seen.Add(line.Amount.Cell.Row.Index)).ToList();
            // A second table with other columns repeats the first in another form, unless the first is still short of the sum.
            if (read.Count == 0 || (!AddsUp(read, totals) && SameColumns(heading, headings[0])))
            {
                read.AddRange(lines);
            }
        }

        var withAdjustments = read;
        read = [.. read.Where(line => !line.IsAdjustment)];

        if (AddsUp(read, totals))
        {
            return read;
        }

        var byNet = read.Select(line => line.Net is null ? line : With(line, line.Net)).ToList();
        var byGross = read.Select(line => line.Gross is null ? line : With(line, line.Gross)).ToList();
        var free = FreeLines.Read(reading, headings, totals);
        foreach (var candidate in new[] { withAdjustments, WithoutRunningSums(read), byNet, byGross, free, [.. read.Where(line => line.Amount.Value != 0m && line.Amount.IsMoney)] })
        {
            if (candidate.Count > 0 && AddsUp(candidate, totals))
            {
                return candidate;
            }
        }

        return read;
    }

    // "Carried forward 1,411.70", "Goods and carriage 2,060.00": a row that is the sum of all rows above it is none of them.
    public static List<LineDraft> WithoutRunningSums(List<LineDraft> lines)
    {
        var kept = new List<LineDraft>();
        var sum = 0m;
        foreach (var line in lines)
        {
            if (kept.Count < 2 || line.Amount.Value != sum || line.Quantity is not null)
            {
                kept.Add(line);
                sum += line.Amount.Value;
            }
        }

        return kept;
    }

    public static bool AddsUp(List<LineDraft> lines, Totals totals)
    {
        if (lines.Count == 0)
        {
            return false;
        }

        var sum = lines.Sum(line => line.Amount.Value);
        var tolerance = Math.Max(0.011m, 0.005m * lines.Count);
        return Wanted(totals).Any(wanted => Math.Abs(Math.Abs(wanted) - Math.Abs(sum)) <= tolerance);
    }

    /// <summary>Sums that complete lines can add up to: before or after tax, discount and other charges.</summary>
    public static IEnumerable<decimal> Wanted(Totals totals)
    {
        foreach (var subtotal in totals.Subtotals)
        {
            yield return subtotal;
        }

        if (totals.Total is not { } total)
        {
            yield break;
        }

        var tax = totals.Tax?.Value ?? 0m;
        var discount = Math.Abs(totals.Discount?.Value ?? 0m);
        yield return total.Value;
        yield return total.Value - tax;
        yield return total.Value - tax + discount - totals.OtherCharges;
        yield return total.Value + discount - totals.OtherCharges;
        yield return total.Value - totals.OtherCharges;
    }

    private static bool SameColumns(TableHeading left, TableHeading right) =>
        left.Columns.Count(column => right.Has(column.Kind)) * 2 > Math.Max(left.Columns.Count, right.Columns.Count);

    private static LineDraft With(LineDraft line, PrintedAmount amount)
    {
        var other = new LineDraft { First = line.First, Last = line.Last, Amount = amount, Net = line.Net, Gross = line.Gross, Quantity = line.Quantity, UnitPrice = line.UnitPrice, Code = line.Code, Period = line.Period };
        other.Description.AddRange(line.Description);
        return other;
    }
}

/// <summary>Lines without a heading, as till receipts and short invoices print them: a text and, at the right edge, an amount.</summary>
internal static class FreeLines
{
    public static List<LineDraft> Read(PageReading reading, IReadOnlyList<TableHeading> headings, Totals totals)
    {
        var first = totals.Rows.Count > 0 ? totals.Rows.Min() : reading.Rows.Count;
        var start = headings.Count > 0 ? headings[0].Last.Index + 1 : 0;
        var all = Collect(reading, start, reading.Rows.Count, totals);
        var above = all.Where(line => line.Amount.Cell.Row.Index < first || first < start).ToList();
        return LineFinder.AddsUp(above, totals) ? above
            : LineFinder.WithoutRunningSums(above) is var single && LineFinder.AddsUp(single, totals) ? single
            : LineFinder.AddsUp(all, totals) ? all
            : WithoutHeads(all) is var members && LineFinder.AddsUp(members, totals) ? members
            : Aligned(above, totals);
    }

    // "Compute 88.12" above "Charges 88.12", "Droplets 48.18" above five lines of 48.18: the head of a group repeats the sum of its members.
    private static List<LineDraft> WithoutHeads(List<LineDraft> lines)
    {
        var kept = new List<LineDraft>();
        for (var i = 0; i < lines.Count; i++)
        {
            var (sum, last) = (0m, i + 1);
            while (last < lines.Count && Math.Abs(sum) < Math.Abs(lines[i].Amount.Value))
            {
                sum += lines[last++].Amount.Value;
            }

            if (last == i + 1 || sum != lines[i].Amount.Value)
            {
                kept.Add(lines[i]);
            }
        }

        return kept;
    }

    private static List<LineDraft> Collect(PageReading reading, int start, int end, Totals totals)
    {
        var lines = new List<LineDraft>();
        for (var i = start; i < end; i++)
        {
            var row = reading.Rows[i];
            if (totals.Rows.Contains(i) || row.Amounts.LastOrDefault() is not { IsMoney: true } amount || (amount.Value == 0m && !row.Text.Any(char.IsLetter)) || amount.Cell.Index < row.Cells.Count - 1
                || amount.Cell.Text.Length - amount.End > 3 || amount.Cell.IsCustomer)
            {
                continue;
            }

            var text = string.Join(' ', row.Cells.Take(amount.Cell.Index).Select(cell => cell.Text).Append(amount.Cell.Text[..amount.Start])).Trim();
            var described = text.Any(char.IsLetter);
            if (!described && (i == 0 || reading.Rows[i - 1].Amounts.Any() || totals.Rows.Contains(i - 1)))
            {
                continue;
            }

            var (quantity, price, name) = TimesPrice(row, amount, text);
            var line = new LineDraft { First = described ? row : reading.Rows[i - 1], Last = row, Amount = amount, Quantity = quantity, UnitPrice = price };
            line.Description.Add(described && name.Any(char.IsLetter) ? name : i > 0 ? reading.Rows[i - 1].Text : text);
            lines.Add(line);
        }

        return lines;
    }

    // "2 x 3.50", "2 Coffee 3.50 7.00"
    private static (decimal? Quantity, decimal? Price, string Name) TimesPrice(Row row, PrintedAmount amount, string text)
    {
        var numbers = row.Amounts.Where(other => !ReferenceEquals(other, amount)).ToList();
        foreach (var quantity in numbers.Where(other => other.Amount.Mark is null))
        {
            if (numbers.Find(other => !ReferenceEquals(other, quantity) && other.Value * quantity.Value == amount.Value) is { } price)
            {
                var name = string.Join(' ', row.Cells.SelectMany(cell => cell.Words.Where((_, index) => !row.Amounts.Any(other => ReferenceEquals(other.Cell, cell) && index >= other.FirstWord && index < other.FirstWord + other.Words))).Select(word => word.Text).Where(word => word is not ("x" or "X" or "×" or "@" or "*")));
                return (quantity.Value, price.Value, name);
            }
        }

        return (null, null, text);
    }

    // Of rows that do not add up, those whose amounts stand exactly under each other above the total.
    private static List<LineDraft> Aligned(List<LineDraft> lines, Totals totals)
    {
        if (totals.Total?.Source is not { } total)
        {
            return [];
        }

        var aligned = lines.Where(line => line.Amount.Cell.Row.Page == total.Cell.Row.Page && Math.Abs(line.Amount.Box.Right - total.Box.Right) < 0.012).ToList();
        return LineFinder.AddsUp(aligned, totals) ? aligned : [];
    }
}
