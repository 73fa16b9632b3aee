namespace LeakWatch.Core.Invoices;

/// <summary>A period found in a text: <c>Jan 1 – Jan 31, 2026</c>, <c>01.01.–31.01.2026</c>, <c>2026年1月分</c>, <c>January 2026</c>, <c>Q1 2026</c>.</summary>
/// <param name="End">Exclusive. The last day as printed belongs to the period, except where it repeats the first day of the month
/// (<c>May 5 – Jun 5</c>): billing systems print the next renewal there, and counting it would make neighbouring periods overlap.</param>
/// <param name="IsAmbiguous">Day and month of a printed date could be swapped.</param>
public readonly record struct PeriodText(DateOnly Start, DateOnly End, int Index, int Length, bool IsAmbiguous)
{
    private const int LongestText = 400;

    /// <summary>The first period in a text.</summary>
    /// <param name="allowMonth">Also takes a month or quarter alone (<c>January 2026</c>), which elsewhere is often just a date.</param>
    public static PeriodText? Find(string text, DateOrder order = DateOrder.Unknown, bool allowMonth = false)
    {
        if (text.Length > LongestText || !HasDigit(text))
        {
            return null;
        }

        var tokens = PeriodTokens.Of(text, order);
        for (var i = 0; i < tokens.Count; i++)
        {
            if ((Range(tokens, i) ?? (allowMonth ? Whole(tokens, i) : null)) is { } period)
            {
                return period;
            }
        }

        return null;
    }

    /// <summary>First and last day as printed → a period with an exclusive end; null when the last day comes before the first.</summary>
    public static (DateOnly Start, DateOnly End)? Printed(DateOnly first, DateOnly last) =>
        last < first ? null : (first, last > first && last.Day == first.Day ? last : last.AddDays(1));

    private static bool HasDigit(string text) => text.AsSpan().IndexOfAnyInRange('0', '9') >= 0 || text.Contains('元', StringComparison.Ordinal);

    private static PeriodText? Range(List<PeriodToken> t, int i) => Shape(t, i) switch
    {
        ("T", _) => null,
        (var s, _) when s.StartsWith("FCF", StringComparison.Ordinal) => Made(t, i, 3, t[i].Date, t[i + 2].Date),
        (var s, _) when s.StartsWith("MNCMNY", StringComparison.Ordinal) => Days(t, i, 6, t[i + 5].Value, t[i].Value, t[i + 1].Value, t[i + 3].Value, t[i + 4].Value),
        (var s, _) when s.StartsWith("MNCNY", StringComparison.Ordinal) => Days(t, i, 5, t[i + 4].Value, t[i].Value, t[i + 1].Value, t[i].Value, t[i + 3].Value),
        (var s, _) when s.StartsWith("NMCF", StringComparison.Ordinal) => DaysBefore(t, i, 4, t[i + 1].Value, t[i].Value),
        (var s, _) when s.StartsWith("MNCF", StringComparison.Ordinal) => DaysBefore(t, i, 4, t[i].Value, t[i + 1].Value),
        (var s, _) when s.StartsWith("NNCF", StringComparison.Ordinal) => NumericBefore(t, i),
        (var s, _) when s.StartsWith("NCF", StringComparison.Ordinal) => DaysBefore(t, i, 3, t[i + 2].Date.Month, t[i].Value),
        (var s, _) when s.StartsWith("FCMN", StringComparison.Ordinal) => DaysAfter(t, i, 4, t[i + 2].Value, t[i + 3].Value),
        (var s, _) when s.StartsWith("FCNN", StringComparison.Ordinal) => DaysAfter(t, i, 4, t[i + 2].Value, t[i + 3].Value),
        (var s, _) when s.StartsWith("MYCMY", StringComparison.Ordinal) => Months(t, i, 5, t[i + 1].Value, t[i].Value, t[i + 4].Value, t[i + 3].Value),
        (var s, _) when s.StartsWith("MCMY", StringComparison.Ordinal) => Months(t, i, 4, t[i + 3].Value, t[i].Value, t[i + 3].Value, t[i + 2].Value),
        (var s, _) when s.StartsWith("YNCYN", StringComparison.Ordinal) => Months(t, i, 5, t[i].Value, t[i + 1].Value, t[i + 3].Value, t[i + 4].Value),
        _ => null,
    };

    private static PeriodText? Whole(List<PeriodToken> t, int i) => Shape(t, i) switch
    {
        (var s, _) when s.StartsWith("MY", StringComparison.Ordinal) => Months(t, i, 2, t[i + 1].Value, t[i].Value, t[i + 1].Value, t[i].Value),
        (var s, _) when s.StartsWith("YM", StringComparison.Ordinal) => Months(t, i, 2, t[i].Value, t[i + 1].Value, t[i].Value, t[i + 1].Value),
        (var s, _) when s.StartsWith("YN", StringComparison.Ordinal) => Months(t, i, 2, t[i].Value, t[i + 1].Value, t[i].Value, t[i + 1].Value),
        (var s, _) when s.StartsWith("NY", StringComparison.Ordinal) && t[i].IsJoined => Months(t, i, 2, t[i + 1].Value, t[i].Value, t[i + 1].Value, t[i].Value),
        (var s, _) when s.StartsWith("QY", StringComparison.Ordinal) => Months(t, i, 2, t[i + 1].Value, (t[i].Value * 3) - 2, t[i + 1].Value, t[i].Value * 3),
        (var s, _) when s.StartsWith("YQ", StringComparison.Ordinal) => Months(t, i, 2, t[i].Value, (t[i + 1].Value * 3) - 2, t[i].Value, t[i + 1].Value * 3),
        _ => null,
    };

    // The kinds of the next tokens as letters: F full date, M month name, N small number, Y year, C connector, Q quarter, X anything else.
    private static (string Letters, int Count) Shape(List<PeriodToken> tokens, int start)
    {
        var count = Math.Min(6, tokens.Count - start);
        return (string.Create(count, (tokens, start), static (span, state) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = state.tokens[state.start + i].Kind;
            }
        }), count);
    }

    private static PeriodText? Days(List<PeriodToken> t, int i, int count, int year, int month, int day, int lastMonth, int lastDay) =>
        DateText.Make(lastMonth < month ? year - 1 : year, month, day) is { } first && DateText.Make(year, lastMonth, lastDay) is { } last
            ? Made(t, i, count, first, last)
            : null;

    private static PeriodText? DaysBefore(List<PeriodToken> t, int i, int count, int month, int day)
    {
        var last = t[i + count - 1].Date;
        return DateText.Make(month > last.Month ? last.Year - 1 : last.Year, month, day) is { } first ? Made(t, i, count, first, last) : null;
    }

    private static PeriodText? DaysAfter(List<PeriodToken> t, int i, int count, int month, int day)
    {
        var first = t[i].Date;
        return DateText.Make(month < first.Month ? first.Year + 1 : first.Year, month, day) is { } last ? Made(t, i, count, first, last) : null;
    }

    // 01.01.–31.01.2026 has the day first as its full date has; 01/01 – 01/31/2026 the month.
    private static PeriodText? NumericBefore(List<PeriodToken> t, int i)
    {
        var last = t[i + 3];
        return last.IsMonthFirst ? DaysBefore(t, i, 4, t[i].Value, t[i + 1].Value) : DaysBefore(t, i, 4, t[i + 1].Value, t[i].Value);
    }

    private static PeriodText? Months(List<PeriodToken> t, int i, int count, int year, int month, int lastYear, int lastMonth) =>
        DateText.Make(year, month, 1) is { } first && DateText.Make(lastYear, lastMonth, 1) is { } last && last >= first
            ? new(first, last.AddMonths(1), t[i].Start, t[i + count - 1].End - t[i].Start, false)
            : null;

    private static PeriodText? Made(List<PeriodToken> t, int i, int count, DateOnly first, DateOnly last) =>
        Printed(first, last) is var (start, end)
            ? new(start, end, t[i].Start, t[i + count - 1].End - t[i].Start, t[i].IsAmbiguous || t[i + count - 1].IsAmbiguous)
            : null;
}
