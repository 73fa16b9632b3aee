namespace LeakWatch.Core.Invoices.Statements;

/// <summary>What the cells of one column have in common, counted over every row of the file.</summary>
internal sealed class ColumnProfile
{
    private const int DistinctLimit = 24;
    private const int RowsBeforeDirections = 200;

    private readonly HashSet<string> distinct = new(StringComparer.Ordinal);
    private readonly HashSet<string> firstDateParts = new(StringComparer.Ordinal);
    private readonly HashSet<string> lastDateParts = new(StringComparer.Ordinal);
    private int dayFirst, monthFirst, points, commas;

    public int Filled { get; private set; }

    public int Dates { get; private set; }

    public int Amounts { get; private set; }

    public int Integers { get; private set; }

    public int Currencies { get; private set; }

    public int Directions { get; private set; }

    public int Negatives { get; private set; }

    /// <summary>Amounts with a currency mark.</summary>
    public int Marked { get; private set; }

    public int TwoDecimals { get; private set; }

    /// <summary>A nought, which has no decimals even where money has.</summary>
    public int Zeros { get; private set; }

    public long TextLength { get; private set; }

    public int Numbers => Amounts + Integers;

    public int Texts => Filled - Dates - Numbers - Currencies;

    /// <summary>The values, where they are few; otherwise empty.</summary>
    public IReadOnlyCollection<string> Values => distinct.Count > DistinctLimit ? [] : distinct;

    public bool IsConstant => distinct.Count == 1;

    /// <summary>The order that the column's own dates show; Unknown when they allow both.</summary>
    public DateOrder ShownOrder => dayFirst == monthFirst ? DateOrder.Unknown : dayFirst > monthFirst ? DateOrder.DayFirst : DateOrder.MonthFirst;

    /// <summary>Dates of three two-digit numbers whose first hardly changes and whose last goes through a month: 26/01/31.</summary>
    public bool HasYearFirst => lastDateParts.Count > 0 && firstDateParts.Count <= 2 && lastDateParts.Count > firstDateParts.Count
        && firstDateParts.All(part => string.CompareOrdinal(part, "12") > 0);

    public DecimalStyle Decimals => points > commas ? DecimalStyle.Point : commas > points ? DecimalStyle.Comma : DecimalStyle.Unknown;

    public void Add(string cell, CellKind kind)
    {
        var text = cell.AsSpan().Trim();
        if (text.Length == 0)
        {
            return;
        }

        Filled++;
        TextLength += text.Length;
        if (distinct.Count <= DistinctLimit)
        {
            distinct.Add(text.Length <= 64 ? text.ToString() : text[..64].ToString());
        }

        switch (kind)
        {
            case CellKind.Date:
                Dates++;
                AddDate(text);
                break;
            case CellKind.Amount or CellKind.Integer:
                AddAmount(text, kind is CellKind.Integer);
                break;
            case CellKind.Currency:
                Currencies++;
                break;
            default:
                // A column that began with other words holds no directions; asking of every row what it says is slow.
                Directions += text.Length <= 32 && (Directions > 0 || Filled <= RowsBeforeDirections) && StatementWords.DirectionOf(cell) != 0 ? 1 : 0;
                break;
        }
    }

    private void AddDate(ReadOnlySpan<char> text)
    {
        switch (DateText.Vote(text))
        {
            case DateOrder.DayFirst: dayFirst++; break;
            case DateOrder.MonthFirst: monthFirst++; break;
        }

        if (text.Length >= 8 && text.Length <= 17 && text[2] is '/' or '-' or '.' && text[5] == text[2] && (text.Length == 8 || text[8] == ' '))
        {
            if (firstDateParts.Count <= DistinctLimit)
            {
                firstDateParts.Add(text[..2].ToString());
            }

            if (lastDateParts.Count <= DistinctLimit)
            {
                lastDateParts.Add(text[6..8].ToString());
            }
        }
    }

    private void AddAmount(ReadOnlySpan<char> text, bool isInteger)
    {
        var amount = CellShape.Amount(text)!.Value;
        Integers += isInteger ? 1 : 0;
        Amounts += isInteger ? 0 : 1;
        Negatives += amount.Value < 0 ? 1 : 0;
        Zeros += amount.Value == 0 && isInteger ? 1 : 0;
        Marked += amount.Mark is null ? 0 : 1;
        TwoDecimals += amount.Decimals == 2 ? 1 : 0;
        switch (DecimalVote(text))
        {
            case DecimalStyle.Point: points++; break;
            case DecimalStyle.Comma: commas++; break;
        }
    }

    // Prices of clouds have many decimals: 0.075 and 12.3456 leave no choice, as 12.34 does.
    private static DecimalStyle DecimalVote(ReadOnlySpan<char> text)
    {
        var at = text.LastIndexOfAny('.', ',');
        if (at <= 0 || text.Count(text[at]) != 1)
        {
            return AmountText.Vote(text);
        }

        var fraction = text[(at + 1)..];
        var digits = fraction.IndexOfAnyExceptInRange('0', '9') is >= 0 and var end ? end : fraction.Length;
        var isBelowOne = text[at - 1] is '0' && (at == 1 || !char.IsAsciiDigit(text[at - 2]));
        return digits > 3 || isBelowOne ? (text[at] == '.' ? DecimalStyle.Point : DecimalStyle.Comma) : AmountText.Vote(text);
    }
}
