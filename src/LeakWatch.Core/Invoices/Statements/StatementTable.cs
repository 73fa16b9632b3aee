namespace LeakWatch.Core.Invoices.Statements;

/// <summary>One table of a delimited file: a header and the rows under it, with what stood above.</summary>
/// <param name="Header">Column names; empty when the table has none.</param>
/// <param name="HeaderLine">From 1; 0 without a header.</param>
/// <param name="Preamble">The lines above the header, such as account and period.</param>
/// <param name="Columns">Profiles by column; wider rows may have more cells.</param>
/// <param name="Sample">The first rows, whole.</param>
/// <param name="Rows">With a day, where any row has one.</param>
internal sealed record StatementTable(
    IReadOnlyList<string> Header, int HeaderLine, IReadOnlyList<string> Preamble, IReadOnlyList<ColumnProfile> Columns, IReadOnlyList<TableRow> Sample, int Rows)
{
    /// <summary>The rows of the sample that have a day: totals and footers are none of them.</summary>
    public IReadOnlyList<TableRow> Dated => field ??= [.. Sample.Where(row => row.Cells.Any(cell => CellShape.Of(cell) is CellKind.Date))];

    private const int PreambleLines = 60;
    private const int SampleRows = 400;

    /// <summary>One pass over the file: a header by name starts a table, wherever it stands.</summary>
    public static IReadOnlyList<StatementTable> FindAll(string text, TableDialect dialect)
    {
        var tables = new List<StatementTable>();
        var building = new Builder([], 0, []);
        TableRow? above = null;
        foreach (var row in DelimitedRows.Read(text, dialect))
        {
            if (row.IsBlank)
            {
                continue;
            }

            if (HeaderOf(row, above) is { } header)
            {
                if (!header.SequenceEqual(building.Header))
                {
                    tables.Add(building.Build());
                    building = new(header, row.Line, building.HasTransactions ? [] : building.Texts);
                }

                above = null;
                continue;
            }

            building.Add(row);
            above = row;
        }

        tables.Add(building.Build());
        return [.. tables.Where(table => table.Rows > 0 || table.HeaderLine > 0)];
    }

    /// <summary>The names of the columns when the row is a header: it names a date and an amount and holds neither. It may continue the row above.</summary>
    private static List<string>? HeaderOf(TableRow row, TableRow? above)
    {
        if (!CouldBeHeader(row))
        {
            return null;
        }

        if (NamesDateAndAmount(row.Cells))
        {
            return [.. row.Cells.Select(cell => cell.Trim())];
        }

        if (above is { } upper && upper.Cells.Count == row.Cells.Count && CouldBeHeader(upper))
        {
            var joined = upper.Cells.Zip(row.Cells, (first, second) => $"{first.Trim()} {second.Trim()}".Trim()).ToList();
            return NamesDateAndAmount(joined) ? joined : null;
        }

        return null;
    }

    private static bool CouldBeHeader(TableRow row) =>
        row.Cells.Count > 1 && row.Cells.Count(cell => !string.IsNullOrWhiteSpace(cell)) > 1
        && row.Cells.All(cell => cell.Length <= 120 && CellShape.Of(cell) is CellKind.Text or CellKind.Empty or CellKind.Currency);

    private static bool NamesDateAndAmount(IReadOnlyList<string> names)
    {
        var (dates, amounts) = (false, false);
        foreach (var name in names.Take(400))
        {
            foreach (var role in ColumnNames.RolesOf(name))
            {
                dates |= role.Role is ColumnRole.Date or ColumnRole.PostedDate or ColumnRole.ValueDate or ColumnRole.PeriodStart;
                amounts |= role.Role is ColumnRole.Amount or ColumnRole.Debit or ColumnRole.Credit;
            }
        }

        return dates && amounts;
    }

    private sealed class Builder(IReadOnlyList<string> header, int headerLine, IReadOnlyList<string> preamble)
    {
        private readonly List<ColumnProfile> columns = [];
        private readonly List<TableRow> sample = [];
        private readonly List<string> texts = [];
        private int rows;
        private bool hasDates;

        public IReadOnlyList<string> Header => header;

        public IReadOnlyList<string> Texts => texts;

        public bool HasTransactions => header.Count > 0 && rows > 0;

        public void Add(TableRow row)
        {
            var fitted = row with { Cells = RaggedRow.Fit(row.Cells, header.Count) };
            if (sample.Count < SampleRows)
            {
                sample.Add(fitted);
            }

            if (texts.Count < PreambleLines)
            {
                texts.Add(string.Join(' ', row.Cells.Select(cell => cell.Trim())));
            }

            AddToColumns([.. fitted.Cells.Select(cell => CellShape.Of(cell))], fitted.Cells);
        }

        // Rules of stars, totals and footers say nothing about the columns: once a row has a day, only rows with one count.
        private void AddToColumns(CellKind[] kinds, IReadOnlyList<string> cells)
        {
            var hasDate = kinds.Contains(CellKind.Date);
            if (hasDate && !hasDates)
            {
                (hasDates, rows) = (true, 0);
                columns.Clear();
            }

            if (hasDates && !hasDate)
            {
                return;
            }

            rows++;
            for (var column = 0; column < kinds.Length; column++)
            {
                if (column == columns.Count)
                {
                    columns.Add(new());
                }

                columns[column].Add(cells[column], kinds[column]);
            }
        }

        public StatementTable Build() => new(header, headerLine, preamble, columns, sample, rows);
    }
}
