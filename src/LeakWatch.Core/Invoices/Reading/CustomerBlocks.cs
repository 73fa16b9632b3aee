using LeakWatch.Core.Documents;
namespace LeakWatch.Core.Invoices.Reading;

/// <summary>Marks the cells that name the customer or a third party: below "Bill to", beside "Customer:".</summary>
internal static class CustomerBlocks
{
    private const int MaxRows = 9;
    private const int LongestLine = 75;

    public static void Mark(PageReading reading)
    {
        var headings = reading.Headings.SelectMany(heading => Enumerable.Range(heading.First.Index, heading.Last.Index - heading.First.Index + 1)).ToHashSet();
        foreach (var row in reading.Rows.Where(row => !headings.Contains(row.Index)))
        {
            foreach (var cell in row.Cells)
            {
                if (cell.Labels is [{ Start: 0, Meaning: Label.Customer or Label.OtherParty } label, ..] && !IsPriced(row, cell))
                {
                    MarkFrom(reading, cell, label, headings);
                    MarkCompanyAbove(reading, cell, label);
                }
                else if (EndsWithHonorific(cell.Text))
                {
                    cell.IsCustomer = true;
                }
            }
        }
    }

    private static void MarkFrom(PageReading reading, Cell cell, LabelMatch<Label> label, HashSet<int> headings)
    {
        var inline = cell.Folded[label.End..].Trim();
        // A sentence that begins with "For" or "To" is no block.
        if (inline.Length > 60 || (inline.Length > 0 && IsWeak(cell.Folded.AsSpan(label.Start, label.Length)) && !cell.Text.AsSpan(label.End).TrimStart().StartsWith(':')))
        {
            return;
        }

        cell.IsCustomer = true;
        var right = cell.Index + 1 < cell.Row.Cells.Count ? cell.Row.Cells[cell.Index + 1] : null;
        if (inline.Length == 0 && right is { Labels: not [{ Start: 0 }, ..] } && (!HasBlockBelow(reading, cell) || right.Box.X - cell.Box.Right < 0.12))
        {
            right.IsCustomer = true;
            cell = right;
        }

        var (last, edge) = (cell, cell.Box);
        for (var i = cell.Row.Index + 1; i < reading.Rows.Count && i <= cell.Row.Index + MaxRows; i++)
        {
            var row = reading.Rows[i];
            if (row.Page != cell.Row.Page || row.Box.Y - last.Box.Bottom > 2.6 * last.Row.Height || headings.Contains(i))
            {
                return;
            }

            var below = row.Cells.FirstOrDefault(other => StartsNear(other, edge));
            if (below is null)
            {
                continue;
            }

            // Sentences and lines with a price follow the address; they are no part of it.
            if (below.Text.Length > LongestLine || IsPriced(row, below))
            {
                return;
            }

            if (below.Labels is [{ Start: 0, Meaning: not (Label.Contact or Label.TaxId or Label.Customer or Label.AccountNumber) }, ..] && (i > cell.Row.Index + 1 || inline.Length > 0))
            {
                return;
            }

            below.IsCustomer = true;
            last = below;
        }
    }

    // "Example Pty Ltd" above "Attention: Accounts": the person's company is written to as well.
    private static void MarkCompanyAbove(PageReading reading, Cell cell, LabelMatch<Label> label)
    {
        if (!Attention.Contains(cell.Folded[..label.End].Trim()))
        {
            return;
        }

        foreach (var row in reading.Rows.Take(cell.Row.Index).Reverse().TakeWhile(row => row.Page == cell.Row.Page && cell.Box.Y - row.Box.Bottom < 0.8 * cell.Row.Height))
        {
            if (row.Cells.FirstOrDefault(other => StartsNear(other, cell.Box)) is { } above)
            {
                above.IsCustomer = above.Labels is not [{ Start: 0 }, ..];
                return;
            }
        }
    }

    private static readonly string[] Attention = ["attention", "attn", "a l attention de"];

    // "Customer charge   15.00" is a line of the invoice.
    private static bool IsPriced(Row row, Cell cell) =>
        cell.Amounts.Any(amount => amount.IsMoney && amount.Amount.Decimals == 2)
        || (cell.Index + 1 < row.Cells.Count && row.Cells[cell.Index + 1] is var next && next.Amounts.Any(amount => amount is { Start: 0, IsMoney: true, Amount.Decimals: 2 }));

    private static bool HasBlockBelow(PageReading reading, Cell cell) =>
        cell.Row.Index + 1 < reading.Rows.Count && reading.Rows[cell.Row.Index + 1].Cells.Any(other => StartsNear(other, cell.Box) && other.Labels is not [{ Start: 0 }, ..]);

    private static bool StartsNear(Cell cell, Box edge) =>
        Math.Abs(cell.Box.X - edge.X) < 0.03 || (Math.Abs(cell.Box.Right - edge.Right) < 0.015 && cell.Box.X > 0.45);

    private static bool IsWeak(ReadOnlySpan<char> label) => label is "to" or "for" or "an" or "pour" or "para" or "company" or "client" or "frau" or "herr" or "kunde" or "le client";

    private static bool EndsWithHonorific(string text) =>
        text.Length > 2 && text.Length < 60 && (text.EndsWith("御中", StringComparison.Ordinal) || text.EndsWith('様') || text.EndsWith("귀하", StringComparison.Ordinal)
            || text.EndsWith("귀중", StringComparison.Ordinal) || text.EndsWith("貴中", StringComparison.Ordinal));
}
