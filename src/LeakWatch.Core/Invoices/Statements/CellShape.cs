namespace LeakWatch.Core.Invoices.Statements;

public enum CellKind { Empty, Date, Amount, Integer, Currency, Text }

/// <summary>What one cell of a table looks like, whatever its column is called.</summary>
public static class CellShape
{
    private const string SideLetters = " .CRDBSHcrdb";

    /// <summary>The widest reference or amount; a longer cell is text.</summary>
    private const int LongestValue = 48;

    public static CellKind Of(ReadOnlySpan<char> cell)
    {
        cell = cell.Trim();
        return cell.Length == 0 ? CellKind.Empty
            : cell.Length > LongestValue ? CellKind.Text
            : CurrencyText.IsCode(cell) ? CellKind.Currency
            : Date(cell) is not null ? CellKind.Date
            : Amount(cell) is not { } amount ? CellKind.Text
            : amount.Decimals > 0 || amount.Mark is not null || cell.ContainsAny('.', ',', '\'') ? CellKind.Amount
            : CellKind.Integer;
    }

    /// <summary>A date as tables write it: what invoices print, and time stamps (<c>20240131120000[0:GMT]</c>, <c>2024.01.31.</c>).</summary>
    public static DateText? Date(ReadOnlySpan<char> cell, DateOrder order = DateOrder.Unknown)
    {
        cell = cell.Trim().TrimEnd('.');
        if (cell.Length < 6 || cell.Length > LongestValue || !cell.ContainsAnyInRange('0', '9'))
        {
            return null;
        }

        var digits = cell.IndexOfAnyExceptInRange('0', '9');
        if (digits is 8 or 14 or 17 || (digits < 0 && cell.Length is 8 or 14 or 17))
        {
            // A time stamp without separators; what follows its day is the time.
            return DateText.Read(cell[..8]);
        }

        return DateText.Read(cell, order) ?? (cell.IndexOf('/') is > 9 and var interval ? DateText.Read(cell[..interval], order) : null);
    }

    /// <summary>An amount as tables write it: what invoices print, the suffix DR, and the exponents of spreadsheets (<c>4E-05</c>).</summary>
    public static AmountText? Amount(ReadOnlySpan<char> cell, DecimalStyle style = DecimalStyle.Unknown)
    {
        cell = cell.Trim();
        if (cell.Length == 0 || cell.Length > LongestValue || !cell.ContainsAnyInRange('0', '9'))
        {
            return null;
        }

        // Spreadsheets mark text with an apostrophe; some banks write the sign behind: 2.100,00+.
        cell = cell[0] == '\'' ? cell[1..] : cell;
        cell = cell.Length > 1 && cell[^1] == '+' && char.IsAsciiDigit(cell[^2]) ? cell[..^1] : cell;
        if (SideOf(cell) is not 0)
        {
            return AmountText.Read(cell.TrimEnd(SideLetters), style);
        }

        return AmountText.Read(cell, style) ?? Rand(cell, style) ?? Exponent(cell);
    }

    /// <summary><c>R1 204.50</c>, <c>-R99.00</c>: a letter before a number is a currency only where cents follow; otherwise it begins a reference.</summary>
    private static AmountText? Rand(ReadOnlySpan<char> cell, DecimalStyle style)
    {
        var isNegative = cell[0] is '-' or '−';
        var rest = isNegative ? cell[1..].TrimStart() : cell;
        return rest is ['R' or 'r', _, ..] && AmountText.Read(rest[1..], style) is { Decimals: 2, Mark: null } amount
            ? amount with { Value = isNegative ? -amount.Value : amount.Value, Mark = "ZAR" }
            : null;
    }

    /// <summary>+1 for an amount with the mark of a debit behind it (<c>49.00 DR</c>, <c>49,00 D</c>, <c>49,00 S</c>), −1 for one of a credit, 0 without.</summary>
    public static int SideOf(ReadOnlySpan<char> cell)
    {
        cell = cell.Trim();
        if (cell.Length < 2 || !char.IsAsciiLetter(cell[^1]) && cell[^1] != '.')
        {
            return 0;
        }

        var amount = cell.TrimEnd(SideLetters);
        var mark = cell[amount.Length..].Trim(" .");
        if (mark.Length is 0 or > 2 || amount.Length == 0 || !char.IsAsciiDigit(amount[^1]))
        {
            return 0;
        }

        // One letter behind a number is a mark only where the number has cents: 12 D may be a door.
        return mark.Equals("DR", StringComparison.OrdinalIgnoreCase) || mark.Equals("DB", StringComparison.OrdinalIgnoreCase) ? 1
            : mark.Equals("CR", StringComparison.OrdinalIgnoreCase) ? -1
            : amount is not [.., '.' or ',', _, _] ? 0
            : mark is "D" or "S" ? 1
            : mark is "C" or "H" ? -1
            : 0;
    }

    /// <summary>A price and its unit, such as <c>$0.0850 per GB</c>: what a cloud's bill prints where others print whom was paid.</summary>
    public static bool IsPricePhrase(ReadOnlySpan<char> cell)
    {
        cell = cell.Trim();
        if (cell.StartsWith("per ", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        var first = cell.IndexOf(' ') is > 0 and var end ? cell[..end] : cell;
        return Amount(first) is { } amount && (amount.Mark is not null || (amount.Decimals > 0 && cell.Contains(" per ", StringComparison.OrdinalIgnoreCase)));
    }

    private static AmountText? Exponent(ReadOnlySpan<char> cell) =>
        cell.ContainsAny('e', 'E') && decimal.TryParse(cell, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var value) && Math.Abs(value) < NumberText.TooLarge
            ? new(value, null, value.Scale, false)
            : null;
}
