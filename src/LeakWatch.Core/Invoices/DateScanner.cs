namespace LeakWatch.Core.Invoices;

/// <summary>Reads the date that starts at one index of a text. Each shape is tried once: linear in the length of a date.</summary>
internal readonly ref struct DateScanner(ReadOnlySpan<char> text, DateOrder order)
{
    private readonly ReadOnlySpan<char> text = text;

    public DateText? At(int start)
    {
        if (!char.IsAsciiDigit(text[start]))
        {
            return Era(start) ?? MonthFirstName(start);
        }

        return YearFirst(start) ?? DayThenName(start) ?? Numeric(start);
    }

    // 2026-02-01, 2026.2.1, 2026. 02. 01., 2026/02/01, 2026년 2월 1일, 2026年2月1日, 2026-Feb-01, 2026 Feb 1
    private DateText? YearFirst(int start)
    {
        var at = start;
        if (Number(ref at, out var year) != 4)
        {
            return null;
        }

        var unit = CharAt(SkipSpaces(at));
        if (unit is '년' or '年')
        {
            at = SkipSpaces(at) + 1;
            return MonthAndDay(start, at, year);
        }

        if (!Separator(ref at, out var separator))
        {
            return null;
        }

        if (MonthNames.AtStart(text[at..], out var length) is > 0 and var named)
        {
            at += length;
            return Separator(ref at, out _) && Number(ref at, out var namedDay) is 1 or 2 && Closes(at) ? Made(start, at, year, named, namedDay) : null;
        }

        if (separator is ' ' || Number(ref at, out var month) is not (1 or 2))
        {
            return null;
        }

        return Separator(ref at, out var second) && second == separator && Number(ref at, out var day) is 1 or 2 && Closes(at)
            ? Made(start, at, year, month, day)
            : null;
    }

    private DateText? MonthAndDay(int start, int at, int year)
    {
        at = SkipSpaces(at);
        if (Number(ref at, out var month) is not (1 or 2) || CharAt(SkipSpaces(at)) is not ('월' or '月'))
        {
            return null;
        }

        at = SkipSpaces(SkipSpaces(at) + 1);
        if (Number(ref at, out var day) is not (1 or 2) || CharAt(SkipSpaces(at)) is not ('일' or '日'))
        {
            return null;
        }

        return Made(start, SkipSpaces(at) + 1, year, month, day);
    }

    // 令和8年2月1日, 令和元年5月1日, R8.2.1 (the letter form needs its two dots)
    private DateText? Era(int start)
    {
        var first = text[start..].StartsWith("令和") ? 2019 : text[start..].StartsWith("平成") ? 1989 : 0;
        if (first > 0)
        {
            var at = SkipSpaces(start + 2);
            var year = 1;
            if (CharAt(at) is '元')
            {
                at++;
            }
            else if (Number(ref at, out year) is not (1 or 2))
            {
                return null;
            }

            at = SkipSpaces(at);
            return CharAt(at) is '年' ? MonthAndDay(start, at + 1, first + year - 1) : null;
        }

        if (text[start] is 'R' && start + 5 < text.Length && char.IsAsciiDigit(text[start + 1]))
        {
            var at = start + 1;
            if (Number(ref at, out var year) is 1 or 2 && CharAt(at++) is '.' && Number(ref at, out var month) is 1 or 2
                && CharAt(at++) is '.' && Number(ref at, out var day) is 1 or 2 && Closes(at))
            {
                return Made(start, at, 2018 + year, month, day);
            }
        }

        return null;
    }

    // 1 Feb 2026, 1. Februar 2026, 1er février 2026, 1 de febrero de 2026, 01-Feb-26, 1st of February, 2026
    private DateText? DayThenName(int start)
    {
        var at = start;
        if (Number(ref at, out var day) is not (1 or 2))
        {
            return null;
        }

        at = SkipOrdinal(at);
        at = SkipJoiner(at);
        if (at >= text.Length || MonthNames.AtStart(text[at..], out var length) is not (> 0 and var month))
        {
            return null;
        }

        at = SkipJoiner(at + length);
        return Year(ref at, out var year) && Closes(at) ? Made(start, at, year, month, day) : null;
    }

    // Feb 1, 2026 · February 1st 2026 · Feb-01-2026
    private DateText? MonthFirstName(int start)
    {
        if (MonthNames.AtStart(text[start..], out var length) is not (> 0 and var month))
        {
            return null;
        }

        var at = SkipJoiner(start + length);
        if (Number(ref at, out var day) is not (1 or 2))
        {
            return null;
        }

        var afterDay = at = SkipOrdinal(at);
        at = SkipJoiner(at);
        // "Feb 12 26" without any mark between is a month and two other numbers.
        return at > afterDay && Year(ref at, out var year) && Closes(at) ? Made(start, at, year, month, day) : null;
    }

    // 01/02/2026, 13.02.26, 1-2-2026, 01 / 02 / 2026
    private DateText? Numeric(int start)
    {
        var at = start;
        if (Number(ref at, out var first) is not (1 or 2) || !Separator(ref at, out var separator) || separator is ' '
            || Number(ref at, out var second) is not (1 or 2) || !Separator(ref at, out var again) || again != separator)
        {
            return null;
        }

        var digits = Number(ref at, out var year);
        if (digits is not (2 or 4) || !Closes(at))
        {
            return null;
        }

        year += digits == 2 ? 2000 : 0;
        var dayFirst = DateText.Make(year, second, first);
        var monthFirst = DateText.Make(year, first, second);
        if (dayFirst is null || monthFirst is null || dayFirst == monthFirst)
        {
            return (dayFirst ?? monthFirst) is { } only ? new(only, start, at - start, false) : null;
        }

        // Full stops are written between day, month and year only where the day comes first.
        return separator is '.' ? new(dayFirst.Value, start, at - start, false)
            : new(order is DateOrder.MonthFirst ? monthFirst.Value : dayFirst.Value, start, at - start, order is DateOrder.Unknown);
    }

    private static DateText? Made(int start, int end, int year, int month, int day) =>
        DateText.Make(year, month, day) is { } date ? new(date, start, end - start, false) : null;

    private bool Year(ref int at, out int year)
    {
        if (CharAt(at) is '\'' or '’')
        {
            at++;
        }

        var digits = Number(ref at, out year);
        year += digits == 2 ? 2000 : 0;
        return digits is 2 or 4;
    }

    // A number that goes on is no part of a date: 1.2.2026.5, 12/02/2026/5
    private bool Closes(int at) =>
        at >= text.Length || !(char.IsAsciiDigit(text[at]) || (text[at] is '.' or '/' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1])));

    private int Number(ref int at, out int value)
    {
        value = 0;
        var start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at]) && at - start < 5)
        {
            value = (value * 10) + (text[at++] - '0');
        }

        return at - start;
    }

    private bool Separator(ref int at, out char separator)
    {
        var after = SkipSpaces(at);
        separator = CharAt(after);
        if (separator is '-' or '/' or '.' or '‐' or '‑' or '–' or '−')
        {
            separator = separator is '/' or '.' ? separator : '-';
            at = SkipSpaces(after + 1);
            return true;
        }

        separator = ' ';
        if (after == at)
        {
            return false;
        }

        at = after;
        return true;
    }

    private int SkipOrdinal(int at)
    {
        ReadOnlySpan<string> endings = ["st", "nd", "rd", "th", "er", "º", "°", "o "];
        foreach (var ending in endings)
        {
            if (at < text.Length && text[at..].StartsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                return at + ending.TrimEnd().Length;
            }
        }

        return at;
    }

    // What may stand between day, month and year: spaces, one of . , - /, and "of" or "de".
    private int SkipJoiner(int at)
    {
        var glued = CharAt(at) is '-' or '/';
        at = SkipSpaces(at);
        // A hyphen set off by spaces divides two dates, not the parts of one.
        if (CharAt(at) is '.' or ',' || glued)
        {
            at = SkipSpaces(at + 1);
        }

        if (CharAt(at) is ',')
        {
            at = SkipSpaces(at + 1);
        }

        ReadOnlySpan<string> words = ["of ", "de ", "del "];
        foreach (var word in words)
        {
            if (at < text.Length && text[at..].StartsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                return SkipSpaces(at + word.Length);
            }
        }

        return at;
    }

    private int SkipSpaces(int at)
    {
        // More than three spaces separate columns, not the parts of a date.
        var limit = Math.Min(text.Length, at + 4);
        while (at < limit && text[at] is ' ' or '\u00a0' or '\u2009' or '\u202f')
        {
            at++;
        }

        return at;
    }

    private char CharAt(int at) => at < text.Length ? text[at] : '\0';
}
