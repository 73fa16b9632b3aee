namespace LeakWatch.Core.Invoices;

/// <summary>Which part of <c>01/02/2026</c> is the day.</summary>
public enum DateOrder { Unknown, DayFirst, MonthFirst }

/// <summary>A date found in a text: ISO, numeric, with month names of a dozen languages, Chinese characters, Korean, Japanese eras.</summary>
/// <param name="Start">Index of its first character.</param>
/// <param name="IsAmbiguous">Day and month could be swapped and the order asked for did not say: then <paramref name="Date"/> has the day first.</param>
public readonly record struct DateText(DateOnly Date, int Start, int Length, bool IsAmbiguous)
{
    public int End => Start + Length;

    private const int FirstYear = 1970;
    private const int LastYear = 2099;

    /// <summary>Reads a text that is a date, with at most a weekday before and a time after it; null when it is not.</summary>
    public static DateText? Read(ReadOnlySpan<char> text, DateOrder order = DateOrder.Unknown)
    {
        if (text.Length > 64)
        {
            return null;
        }

        var trimmed = text.Trim();
        if (trimmed.Length == 8 && trimmed.IndexOfAnyExceptInRange('0', '9') < 0)
        {
            return Make(int.Parse(trimmed[..4], null), int.Parse(trimmed[4..6], null), int.Parse(trimmed[6..], null)) is { } compact
                ? new(compact, text.IndexOf(trimmed[0]), 8, false)
                : null;
        }

        return Find(text, order) is { } date && IsWeekday(text[..date.Start]) && IsTime(text[date.End..]) ? date : null;
    }

    /// <summary>The first date in a text at or after an index; null when there is none.</summary>
    public static DateText? Find(ReadOnlySpan<char> text, DateOrder order = DateOrder.Unknown, int from = 0)
    {
        for (var i = from; i < text.Length; i++)
        {
            var startsHere = char.IsAsciiDigit(text[i])
                ? i == 0 || !(char.IsAsciiLetterOrDigit(text[i - 1]) || (text[i - 1] is '.' or ',' or '-' or '/' && i > 1 && char.IsAsciiLetterOrDigit(text[i - 2])))
                : char.IsLetter(text[i]) && (i == 0 || !char.IsLetter(text[i - 1]) || text[i] is '令' or '平');
            if (startsHere && new DateScanner(text, order).At(i) is { } date)
            {
                return date;
            }
        }

        return null;
    }

    /// <summary>The order that a document's own dates show: one with a day above 12 decides it; Unknown when none does or two disagree.</summary>
    public static DateOrder OrderOf(IEnumerable<string> texts)
    {
        var (dayFirst, monthFirst) = (false, false);
        foreach (var text in texts)
        {
            for (var date = Find(text); date is { } found; date = Find(text, DateOrder.Unknown, found.End))
            {
                switch (Vote(text.AsSpan(found.Start, found.Length)))
                {
                    case DateOrder.DayFirst: dayFirst = true; break;
                    case DateOrder.MonthFirst: monthFirst = true; break;
                }
            }
        }

        return dayFirst == monthFirst ? DateOrder.Unknown : dayFirst ? DateOrder.DayFirst : DateOrder.MonthFirst;
    }

    /// <summary>What one date says about the order: <c>13/02/2026</c> day first, <c>02/13/2026</c> month first, any other nothing.</summary>
    public static DateOrder Vote(ReadOnlySpan<char> date)
    {
        Span<int> parts = stackalloc int[3];
        Span<int> digits = stackalloc int[3];
        var count = 0;
        for (var i = 0; i < date.Length && count < 3; i++)
        {
            if (!char.IsAsciiDigit(date[i]))
            {
                if (date[i] is not ('/' or '-' or '.' or ' '))
                {
                    return DateOrder.Unknown;
                }

                continue;
            }

            while (i < date.Length && char.IsAsciiDigit(date[i]))
            {
                parts[count] = (parts[count] * 10) + (date[i++] - '0');
                digits[count]++;
            }

            count++;
        }

        return count < 3 || digits[0] > 2 ? DateOrder.Unknown
            : parts[0] > 12 && parts[1] <= 12 ? DateOrder.DayFirst
            : parts[1] > 12 && parts[0] <= 12 ? DateOrder.MonthFirst
            : DateOrder.Unknown;
    }

    internal static DateOnly? Make(int year, int month, int day) =>
        year is >= FirstYear and <= LastYear && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;

    private static bool IsWeekday(ReadOnlySpan<char> text)
    {
        text = text.Trim(" ,.\t");
        return text.Length <= 10 && text.IndexOfAnyInRange('0', '9') < 0 && text.IndexOfAny(':', '-') < 0;
    }

    // 14.03.59, as in Finland and Denmark; two numbers alone would be an amount.
    private static bool IsDottedTime(ReadOnlySpan<char> time) => time is [_, var a, '.', var b, var c, '.', var d, var e]
        && char.IsAsciiDigit(a) && char.IsAsciiDigit(b) && char.IsAsciiDigit(c) && char.IsAsciiDigit(d) && char.IsAsciiDigit(e);

    private static bool IsTime(ReadOnlySpan<char> text)
    {
        text = text.Trim().TrimStart('.').TrimStart();
        if (text.Length == 0)
        {
            return true;
        }

        if (text[0] is '(' or '（')
        {
            return text.Length <= 5;
        }

        var time = text[0] is 'T' or ',' or '-' ? text[1..].TrimStart() : text;
        return time.Length > 3 && char.IsAsciiDigit(time[0]) && (time.IndexOf(':') is 1 or 2 || IsDottedTime(time));
    }
}
