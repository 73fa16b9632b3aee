using System.Globalization;
using System.Text.RegularExpressions;

namespace LeakWatch.Core.Invoices.Masking;

/// <summary>What can only be a date, a period or a time by its shape, read or not: with blanks or dashes in it a telephone number looks the same.</summary>
internal static partial class DateShapes
{
    /// <summary>Whole dates, and periods of them: <c>01 03 2026 - 31 03 2026</c>, <c>01/03-31/03/2026</c>.</summary>
    public static IEnumerable<Span> Days(RowText row) => SensitiveNumbers.Alone(row, Day().Matches(row.Narrow)).Where(span => !IsDialled(row.Narrow, span));

    /// <summary>Months with their year, alone (<c>03/2026</c>) or in pairs (<c>03 2026 - 04 2026</c>): "02 2026 1234" is none.</summary>
    public static IEnumerable<Span> Months(RowText row) => SensitiveNumbers.Alone(row, Month().Matches(row.Narrow)).Where(span => !GoesOn(row.Narrow, span) && !IsDialled(row.Narrow, span));

    /// <summary><c>20260301</c>, <c>01032026</c></summary>
    public static bool IsCompact(ReadOnlySpan<char> text) =>
        DateOnly.TryParseExact(text, (string[])["yyyyMMdd", "ddMMyyyy", "MMddyyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year is >= 2000 and < 2050;

    /// <summary><c>0800-1700</c>, <c>0103-3103</c>: two times or two days.</summary>
    public static bool IsFromTo(ReadOnlySpan<char> text) =>
        text.Length == 9 && text[4] == '-' && ((IsTime(text[..4]) && IsTime(text[5..]) && text[..4].SequenceCompareTo(text[5..]) < 0) || (IsDay(text[..4]) && IsDay(text[5..])));

    private static bool IsTime(ReadOnlySpan<char> text) => TimeOnly.TryParseExact(text, "HHmm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    // A leap year has every day.
    private static bool IsDay(ReadOnlySpan<char> text) => DateOnly.TryParseExact($"{text}2024", (string[])["ddMMyyyy", "MMddyyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    // "+49 30 12 2026 55": behind a country's code no date begins.
    private static bool IsDialled(string text, Span span) => text.AsSpan(0, span.Start).TrimEnd(" -(").TrimEnd("0123456789") is [.., '+'];

    private static bool GoesOn(string text, Span span) =>
        (span.Start > 1 && text[span.Start - 1] is ' ' or '-' or '/' or '.' or ')' && char.IsAsciiDigit(text[span.Start - 2]))
        || (span.End + 1 < text.Length && text[span.End] is ' ' or '-' or '/' or '.' && char.IsAsciiDigit(text[span.End + 1]));

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;
    private const string D = @"(?:[12]\d|3[01]|0?[1-9])";
    private const string M = @"(?:1[0-2]|0?[1-9])";
    private const string Y = @"(?:19[7-9]\d|20\d{2})";
    private const string Gap = @"(?: ?[./-] ?| )";
    private const string To = @"(?: ?[-~/] ?| (?:to|bis|al|au|t/m) | )";
    private const string Full = $"(?:{D}{Gap}{M}{Gap}{Y}|{M}{Gap}{D}{Gap}{Y}|{Y}{Gap}{M}{Gap}{D})";
    private const string Short = $"(?:0[1-9]|[12]\\d|3[01])[ ./-](?:0[1-9]|[12]\\d|3[01])[ ./-]\\d{{2}}";
    private const string OfYear = $"(?:(?:0[1-9]|1[0-2])[ ./-]20[0-4]\\d|20[0-4]\\d[ ./-](?:0[1-9]|1[0-2]))";
    private const string Compact = @"(?:20[0-4]\d[01]\d[0-3]\d|[0-3]\d[0-3]\d20[0-4]\d)";

    [GeneratedRegex($"{Full}(?:{To}{Full})?|{D}[./-]?(?:{M}[./]?)? ?- ?{Full}|{Short}{To}{Short}|{Compact} ?[-~/] ?{Compact}", Options)]
    private static partial Regex Day();

    [GeneratedRegex($"{OfYear}(?:{To}{OfYear})?", Options)]
    private static partial Regex Month();
}
