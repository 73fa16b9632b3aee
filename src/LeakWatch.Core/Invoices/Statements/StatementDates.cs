namespace LeakWatch.Core.Invoices.Statements;

/// <summary>The day of a row. Day-first or month-first is decided once, by all rows of the columns together.</summary>
internal sealed class StatementDates
{
    public const string GuessWarning = "Day and month could be swapped in every row of this file; the order was taken from their sequence, the currency and the language.";

    private readonly IReadOnlyList<int> columns;
    private readonly DateOrder order;
    private readonly HashSet<int> yearFirst;

    public StatementDates(StatementLayout layout, StatementCurrency currency)
    {
        columns = layout.DateColumns;
        var profiles = columns.Concat(layout.All(ColumnRole.PeriodEnd)).Where(column => column < layout.Table.Columns.Count).Select(column => layout.Table.Columns[column]).ToList();
        yearFirst = [.. columns.Where(column => column < layout.Table.Columns.Count && layout.Table.Columns[column].HasYearFirst)];
        order = profiles.Select(profile => profile.ShownOrder).FirstOrDefault(shown => shown is not DateOrder.Unknown);
        if (order is DateOrder.Unknown)
        {
            var ambiguous = layout.Table.Sample.Any(row => columns.Any(column => CellShape.Date(row.Cell(column)) is { IsAmbiguous: true }));
            var sequence = BySequence(layout);
            order = sequence is not DateOrder.Unknown ? sequence : currency.Usual is "USD" or "CAD" or null && IsEnglish(layout) ? DateOrder.MonthFirst : DateOrder.DayFirst;
            IsGuess = ambiguous;
        }
    }

    /// <summary>Nothing in the file says which order is meant.</summary>
    public bool IsGuess { get; }

    public DateOnly? Of(TableRow row)
    {
        foreach (var column in columns)
        {
            if (In(row.Cell(column), yearFirst.Contains(column)) is { } date)
            {
                return date;
            }
        }

        return null;
    }

    public DateOnly? In(string cell, bool isYearFirst = false) =>
        CellShape.Date(isYearFirst && cell.Length >= 8 && cell[2] is '/' or '-' or '.' ? $"20{cell}" : cell, order)?.Date;

    /// <summary>A statement is sorted and covers weeks rather than years: the order under which its days run one way, or else lie closer together.</summary>
    private DateOrder BySequence(StatementLayout layout)
    {
        var (dayFirst, monthFirst) = (Days(layout, DateOrder.DayFirst), Days(layout, DateOrder.MonthFirst));
        if (Math.Min(dayFirst.Count, monthFirst.Count) < 4)
        {
            return DateOrder.Unknown;
        }

        var disorder = Disorder(dayFirst).CompareTo(Disorder(monthFirst));
        return (disorder != 0 ? disorder : (dayFirst.Max() - dayFirst.Min()).CompareTo(monthFirst.Max() - monthFirst.Min())) switch
        {
            < 0 => DateOrder.DayFirst,
            > 0 => DateOrder.MonthFirst,
            _ => DateOrder.Unknown,
        };
    }

    private List<int> Days(StatementLayout layout, DateOrder tried) =>
        [.. layout.Table.Sample.Select(row => CellShape.Date(row.Cell(columns[0]), tried)).OfType<DateText>().Select(date => date.Date.DayNumber)];

    private static int Disorder(List<int> days)
    {
        var steps = days.Zip(days.Skip(1), (before, after) => Math.Sign(after - before)).ToList();
        return Math.Min(steps.Count(step => step > 0), steps.Count(step => step < 0));
    }

    private static bool IsEnglish(StatementLayout layout) =>
        layout.Names.Count == 0 || layout.Names.Any(name => StatementWords.Fold(name).Split(' ') is var words && (words.Contains("date") && !words.Contains("de") || words.Contains("amount") || words.Contains("description")));
}
