namespace LeakWatch.Core.Invoices.Statements;

/// <summary>A day and the column it was read in.</summary>
internal readonly record struct RowDate(DateOnly Date, int Column);

/// <summary>The day of a row. Day-first or month-first is decided once, by all rows of the columns together.</summary>
internal sealed class StatementDates
{
    public const string GuessWarning = "Day and month could be swapped in every row of this file; the order was taken from their sequence, the currency and the language.";

    private readonly int[] columns;
    private readonly DateOrder order;
    private readonly HashSet<int> yearFirst;

    public StatementDates(StatementLayout layout, StatementCurrency currency)
    {
        columns = [.. layout.DateColumns];
        yearFirst = [.. columns.Where(column => column < layout.Table.Columns.Count && layout.Table.Columns[column].HasYearFirst)];
        order = DayOrder.Of(layout, currency, out var isCertain);
        IsGuess = !isCertain && layout.Table.Sample.Any(row => columns.Any(column => CellShape.Date(row.Cell(column)) is { IsAmbiguous: true }));
    }

    /// <summary>No date in the file's columns says which order is meant.</summary>
    public bool IsGuess { get; }

    public RowDate? Of(TableRow row)
    {
        foreach (var column in columns)
        {
            if (In(row.Cell(column), yearFirst.Contains(column)) is { } date)
            {
                return new(date, column);
            }
        }

        return null;
    }

    /// <summary>The row lacks the day that the other rows have.</summary>
    public bool IsSecondChoice(RowDate day) => day.Column != columns[0];

    public DateOnly? In(string cell, bool isYearFirst = false) =>
        CellShape.Date(isYearFirst && cell.Length >= 8 && cell[2] is '/' or '-' or '.' ? $"20{cell}" : cell, order)?.Date;
}
