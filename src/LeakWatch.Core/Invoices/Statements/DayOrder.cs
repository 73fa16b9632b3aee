using System.Collections.Frozen;

namespace LeakWatch.Core.Invoices.Statements;

/// <summary>Day first or month first, where the columns of dates allow both.</summary>
internal static class DayOrder
{
    private const int RowsOfASequence = 4;
    private const int DaysOfAMonth = 31;
    private const int DaysFarApart = 58;

    /// <summary>Names of columns that only countries which write the day first use in English.</summary>
    private static readonly FrozenSet<string> DayFirstNames = Set("narration narrative particulars chq bsb sort iban bic swift vat");

    private static readonly FrozenSet<string> MonthFirstNames = Set("check checks zip ach routing");

    /// <summary>Payment systems of one country, as its banks print them in the rows.</summary>
    private static readonly FrozenSet<string> DayFirstSystems = Set("eftpos bacs bgc ddr fpi fpo bpay osko upi neft imps rtgs giro paynow payid chaps sepa");

    private static readonly FrozenSet<string> MonthFirstSystems = Set("ach zelle checkcard ppd");

    /// <param name="isCertain">Some date of the file leaves no choice.</param>
    public static DateOrder Of(StatementLayout layout, StatementCurrency currency, out bool isCertain)
    {
        isCertain = true;
        var table = layout.Table;
        var shown = layout.DateColumns.Concat(layout.All(ColumnRole.PeriodEnd)).Where(column => column < table.Columns.Count).Select(column => table.Columns[column])
            .Concat(table.Columns).Select(column => column.ShownOrder).FirstOrDefault(order => order is not DateOrder.Unknown);
        if (shown is not DateOrder.Unknown)
        {
            return shown;
        }

        isCertain = false;
        return First(
            () => DateText.OrderOf(table.Preamble),
            () => ByPairs(layout),
            () => BySequence(layout),
            () => DateText.OrderOf(layout.All(ColumnRole.Description).Concat(layout.All(ColumnRole.Payee)).SelectMany(column => table.Sample.Select(row => row.Cell(column)))),
            () => ByCountry(layout, currency.Usual),
            () => ByMonth(layout))
            is var order and not DateOrder.Unknown ? order : IsEnglish(layout) ? DateOrder.MonthFirst : DateOrder.DayFirst;
    }

    private static DateOrder First(params ReadOnlySpan<Func<DateOrder>> ways)
    {
        foreach (var way in ways)
        {
            if (way() is var order and not DateOrder.Unknown)
            {
                return order;
            }
        }

        return DateOrder.Unknown;
    }

    /// <summary>A transaction is booked within days of its purchase, not months: the order that brings the two dates of the rows closer.</summary>
    private static DateOrder ByPairs(StatementLayout layout)
    {
        var (dayFirst, monthFirst) = (0, 0);
        foreach (var row in layout.Table.Sample)
        {
            var cells = layout.DateColumns.Select(row.Cell).Where(cell => CellShape.Date(cell) is { IsAmbiguous: true }).Distinct().Take(2).ToList();
            if (cells is [var one, var other])
            {
                dayFirst += Distance(one, other, DateOrder.DayFirst);
                monthFirst += Distance(one, other, DateOrder.MonthFirst);
            }
        }

        return Nearer(dayFirst, monthFirst);
    }

    private static int Distance(string one, string other, DateOrder order) =>
        Math.Abs((CellShape.Date(one, order)?.Date.DayNumber ?? 0) - (CellShape.Date(other, order)?.Date.DayNumber ?? 0));

    /// <summary>A statement is sorted and covers weeks rather than years: the order under which its days run one way, or else lie closer together.</summary>
    private static DateOrder BySequence(StatementLayout layout)
    {
        var (dayFirst, monthFirst) = (Days(layout, DateOrder.DayFirst), Days(layout, DateOrder.MonthFirst));
        if (Math.Min(dayFirst.Count, monthFirst.Count) < RowsOfASequence)
        {
            return DateOrder.Unknown;
        }

        var disorder = Nearer(Disorder(dayFirst), Disorder(monthFirst));
        return disorder is not DateOrder.Unknown ? disorder : Nearer(Span(dayFirst), Span(monthFirst));
    }

    /// <summary>Two or three rows say little; but days of one month under one order are the same day of several months under the other.</summary>
    private static DateOrder ByMonth(StatementLayout layout)
    {
        var (dayFirst, monthFirst) = (Days(layout, DateOrder.DayFirst), Days(layout, DateOrder.MonthFirst));
        return Math.Min(dayFirst.Count, monthFirst.Count) < 2 ? DateOrder.Unknown
            : (Span(dayFirst), Span(monthFirst)) switch
            {
                // The first of each month is a day on which much is billed.
                ( <= DaysOfAMonth, > DaysFarApart) when !IsFirstOfMonth(monthFirst) => DateOrder.DayFirst,
                ( > DaysFarApart, <= DaysOfAMonth) when !IsFirstOfMonth(dayFirst) => DateOrder.MonthFirst,
                _ => DateOrder.Unknown,
            };
    }

    private static DateOrder ByCountry(StatementLayout layout, string? currency)
    {
        var names = layout.Names.SelectMany(name => StatementWords.Fold(name).Split(' ')).ToList();
        var cells = layout.All(ColumnRole.Description).Concat(layout.All(ColumnRole.Payee)).Concat(layout.All(ColumnRole.Direction))
            .SelectMany(column => layout.Table.Sample.SelectMany(row => StatementWords.Fold(row.Cell(column)).Split(' '))).ToList();
        var (dayFirst, monthFirst) = (names.Count(DayFirstNames.Contains) + cells.Count(DayFirstSystems.Contains), names.Count(MonthFirstNames.Contains) + cells.Count(MonthFirstSystems.Contains));
        return currency is "USD" ? DateOrder.MonthFirst
            : currency is not (null or "CAD") ? DateOrder.DayFirst
            : dayFirst > monthFirst ? DateOrder.DayFirst
            : monthFirst > dayFirst ? DateOrder.MonthFirst
            : DateOrder.Unknown;
    }

    private static DateOrder Nearer(int dayFirst, int monthFirst) =>
        dayFirst == monthFirst ? DateOrder.Unknown : dayFirst < monthFirst ? DateOrder.DayFirst : DateOrder.MonthFirst;

    private static List<DateOnly> Days(StatementLayout layout, DateOrder tried) =>
        layout.DateColumns is [var column, ..]
            ? [.. layout.Table.Sample.Select(row => CellShape.Date(row.Cell(column), tried)).OfType<DateText>().Select(date => date.Date)] : [];

    private static int Span(List<DateOnly> days) => days.Max().DayNumber - days.Min().DayNumber;

    private static bool IsFirstOfMonth(List<DateOnly> days) => days.All(day => day.Day == 1);

    private static int Disorder(List<DateOnly> days)
    {
        var steps = days.Zip(days.Skip(1), (before, after) => after.CompareTo(before)).ToList();
        return Math.Min(steps.Count(step => step > 0), steps.Count(step => step < 0));
    }

    private static bool IsEnglish(StatementLayout layout) =>
        layout.Names.Count == 0 || layout.Names.Any(name => StatementWords.Fold(name).Split(' ') is var words && (words.Contains("date") && !words.Contains("de") || words.Contains("amount") || words.Contains("description")));

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
