using LeakWatch.Core.Documents;
namespace LeakWatch.Core.Invoices.Reading;

/// <summary>A column of a table of lines and where its heading stands.</summary>
internal sealed record TableColumn(Column Kind, Box Box);

/// <summary>The heading of a table of lines: one row, or a few that belong together when headings are wrapped.</summary>
internal sealed record TableHeading(Row First, Row Last, IReadOnlyList<TableColumn> Columns)
{
    private const int MaxRows = 4;

    public static List<TableHeading> FindAll(PageReading reading)
    {
        var headings = new List<TableHeading>();
        for (var i = 0; i < reading.Rows.Count; i++)
        {
            if (At(reading, i) is { } heading)
            {
                headings.Add(heading);
                i = heading.Last.Index;
            }
        }

        return headings;
    }

    public bool Has(Column kind) => Columns.Any(column => column.Kind == kind);

    private static TableHeading? At(PageReading reading, int start)
    {
        var columns = ColumnsOf(reading.Rows[start], out var isHeadingLike);
        if (!isHeadingLike)
        {
            return null;
        }

        var last = start;
        for (var next = start + 1; next < reading.Rows.Count && next < start + MaxRows; next++)
        {
            var (row, above) = (reading.Rows[next], reading.Rows[next - 1]);
            if (row.Page != above.Page || row.Box.Y - above.Box.Bottom > 1.2 * row.Height)
            {
                break;
            }

            var more = ColumnsOf(row, out var continues);
            if (!continues || (Qualifies(columns) && more.Count < 1))
            {
                break;
            }

            columns = Merge(columns, more);
            last = next;
        }

        return Qualifies(columns) ? new(reading.Rows[start], reading.Rows[last], WithAmount([.. columns.OrderBy(column => column.Box.X)])) : null;
    }

    // "Hours, rate, cost": the last of two prices is what the line comes to.
    private static List<TableColumn> WithAmount(List<TableColumn> columns)
    {
        var last = columns.FindLastIndex(column => column.Kind is Column.UnitPrice);
        if (last > columns.FindIndex(column => column.Kind is Column.UnitPrice) && !columns.Exists(column => column.Kind is Column.Amount or Column.NetAmount or Column.GrossAmount))
        {
            columns[last] = columns[last] with { Kind = Column.Amount };
        }

        return columns;
    }

    private static bool Qualifies(List<TableColumn> columns)
    {
        bool Any(params ReadOnlySpan<Column> kinds)
        {
            foreach (var column in columns)
            {
                if (kinds.Contains(column.Kind))
                {
                    return true;
                }
            }

            return false;
        }

        return columns.Count >= 2 && Any(Column.Amount, Column.NetAmount, Column.GrossAmount, Column.UnitPrice)
            && (Any(Column.Description) || Any(Column.Quantity) && Any(Column.Amount, Column.NetAmount, Column.GrossAmount, Column.Code));
    }

    // Headings in a row; heading-like is a row that is mostly headings and holds no money.
    private static List<TableColumn> ColumnsOf(Row row, out bool isHeadingLike)
    {
        var columns = new List<TableColumn>();
        var (letters, matched) = (0, 0);
        foreach (var cell in row.Cells)
        {
            letters += cell.Text.Count(char.IsLetterOrDigit);
            var found = LineColumns.Headings.FindAll(cell.Folded);
            foreach (var match in found)
            {
                matched += cell.Text.Substring(match.Start, match.Length).Count(char.IsLetterOrDigit);
                // "Description of goods (net)": what follows a heading in its cell without a gap only explains it.
                if (match.Start == 0 || found.Count > 1 && !IsExplained(columns, cell, match))
                {
                    columns.Add(new(match.Meaning, BoxOf(cell, match)));
                }
            }
        }

        isHeadingLike = matched > 0 && matched * 2 >= letters && !row.Amounts.Any(amount => amount.IsMoney && amount.Amount.Decimals > 0) && row.Cells.All(cell => cell.Text.Length < 90);
        return columns;
    }

    private static bool IsExplained(List<TableColumn> columns, Cell cell, LabelMatch<Column> match) =>
        cell.Text.AsSpan(0, match.Start).TrimEnd() is [.., '(' or '/' or '&' or ','] || cell.Folded.AsSpan(0, match.Start).TrimEnd().EndsWith(" of")
        || (columns.Count > 0 && columns[^1].Kind == match.Meaning && cell.Words.Count <= 3);

    private static Box BoxOf(Cell cell, LabelMatch<Column> match)
    {
        var (position, box) = (0, default(Box?));
        foreach (var word in cell.Words)
        {
            if (position < match.End && position + word.Text.Length > match.Start)
            {
                box = box is { } before ? Box.Around(before, word.Box) : word.Box;
            }

            position += word.Text.Length + 1;
        }

        return box ?? cell.Box;
    }

    // A second row either adds columns or names one above again, wrapped.
    private static List<TableColumn> Merge(List<TableColumn> columns, List<TableColumn> more)
    {
        List<TableColumn> merged = [.. columns];
        foreach (var column in more)
        {
            if (!columns.Any(other => Math.Min(other.Box.Right, column.Box.Right) - Math.Max(other.Box.X, column.Box.X) > 0))
            {
                merged.Add(column);
            }
        }

        return merged;
    }
}
