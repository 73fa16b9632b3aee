using System.Buffers;
using System.Globalization;

namespace LeakWatch.Core.Invoices;

/// <summary>The character a document prints before the decimals.</summary>
public enum DecimalStyle { Unknown, Point, Comma }

/// <summary>A printed amount or number: <c>1,234.56</c>, <c>1.234,56 €</c>, <c>(49.00)</c>, <c>US$49</c>, <c>49,000원</c>, <c>€49,-</c>.</summary>
/// <param name="Mark">The currency mark as printed, or null; a code wins over a symbol (<c>$49.00 CAD</c>).</param>
/// <param name="Decimals">Printed digits after the decimal mark.</param>
/// <param name="IsAmbiguous">The one separator could be of either kind (<c>1.234</c>) and the style asked for did not say.</param>
public readonly record struct AmountText(decimal Value, string? Mark, int Decimals, bool IsAmbiguous)
{
    private const int LongestNumber = 32;

    // Longer numbers are identifiers, and two of them multiplied would not fit a decimal.
    private const decimal TooLarge = 100_000_000_000_000m;

    private static readonly SearchValues<char> SpacesAndApostrophes = SearchValues.Create(" \u00a0\u2009\u202f'’");

    /// <summary>Reads a text that is an amount and nothing else; null when it is not.</summary>
    /// <param name="style">Decides <c>1.234</c>; a number whose shape leaves no choice (<c>12.50</c>) is read as printed whatever the style.
    /// With <see cref="DecimalStyle.Unknown"/> three digits after one separator are thousands.</param>
    public static AmountText? Read(ReadOnlySpan<char> text, DecimalStyle style = DecimalStyle.Unknown)
    {
        text = text.Trim();
        if (text.Length is 0 or > LongestNumber + 16)
        {
            return null;
        }

        var negative = false;
        var isRand = false;
        string? mark = null;
        if (text[0] is '(' or '（' && text[^1] is ')' or '）')
        {
            negative = true;
            text = text[1..^1].Trim();
        }

        while (text.Length > 0 && !IsDigit(text[0]))
        {
            if (IsMinus(text[0]) || text[0] is '▲' or '△')
            {
                if (negative)
                {
                    return null;
                }

                negative = true;
                text = text[1..].TrimStart();
            }
            else if (text[0] is '+')
            {
                text = text[1..].TrimStart();
            }
            else if (text[0] is '.' or ',' && text.Length > 1 && IsDigit(text[1]))
            {
                break;
            }
            else if (CurrencyText.MarkAtStart(text) is > 0 and var length)
            {
                mark = Stronger(mark, text[..length]);
                text = text[length..].TrimStart();
            }
            else if (text is ['R', ' ' or (>= '0' and <= '9'), ..])
            {
                // One letter is a currency only before an amount with cents: "R 869.57".
                (isRand, mark) = (true, "ZAR");
                text = text[1..].TrimStart();
            }
            else
            {
                return null;
            }
        }

        var core = CoreLength(text);
        if (core == 0)
        {
            return null;
        }

        var rest = text[core..];
        // "¥132,000-": where there are no cents the dash only ends the amount.
        if (mark is "¥" or "￥" or "₩" or "￦" && rest.Length == 1 && IsMinus(rest[0]))
        {
            rest = [];
        }

        if (!ReadTail(rest, ref negative, ref mark) || ReadNumber(text[..core], style) is not { } number || (isRand && number.Decimals != 2))
        {
            return null;
        }

        return number with { Value = negative ? -number.Value : number.Value, Mark = mark };
    }

    /// <summary>The decimal mark that a document's own numbers show: those whose shape leaves no choice vote.</summary>
    public static DecimalStyle StyleOf(IEnumerable<string> amounts)
    {
        var (point, comma) = (0, 0);
        foreach (var amount in amounts)
        {
            switch (Vote(amount))
            {
                case DecimalStyle.Point: point++; break;
                case DecimalStyle.Comma: comma++; break;
            }
        }

        return point > comma ? DecimalStyle.Point : comma > point ? DecimalStyle.Comma : DecimalStyle.Unknown;
    }

    /// <summary>What one number says about the decimal mark; Unknown for <c>1,234</c>, which says nothing.</summary>
    public static DecimalStyle Vote(ReadOnlySpan<char> amount)
    {
        var (point, comma) = (amount.LastIndexOf('.'), amount.LastIndexOf(','));
        var last = Math.Max(point, comma);
        if (last <= 0 || !IsDigit(amount[last - 1]))
        {
            return DecimalStyle.Unknown;
        }

        var digits = 0;
        while (last + 1 + digits < amount.Length && IsDigit(amount[last + 1 + digits]))
        {
            digits++;
        }

        var decimals = last == point ? DecimalStyle.Point : DecimalStyle.Comma;
        var twoKinds = point > 0 && comma > 0;
        return digits is 1 or 2 ? (amount.Count(amount[last]) == 1 ? decimals : DecimalStyle.Unknown)
            : digits == 3 && twoKinds ? decimals
            : digits == 3 && amount.Count(amount[last]) > 1 ? (decimals is DecimalStyle.Point ? DecimalStyle.Comma : DecimalStyle.Point)
            : DecimalStyle.Unknown;
    }

    private static int CoreLength(ReadOnlySpan<char> text)
    {
        var end = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (IsDigit(text[i]))
            {
                end = i + 1;
            }
            else if (!IsSeparator(text[i]) || (i > 0 && IsSeparator(text[i - 1])))
            {
                break;
            }
        }

        return end > LongestNumber ? 0 : end;
    }

    // What may follow the digits: ",-", a minus, CR, a currency mark, each once.
    private static bool ReadTail(ReadOnlySpan<char> rest, ref bool negative, ref string? mark)
    {
        if (rest is [',' or '.', ..])
        {
            var dashes = 1;
            while (dashes < rest.Length && IsMinus(rest[dashes]))
            {
                dashes++;
            }

            if (dashes == 1)
            {
                return false;
            }

            rest = rest[dashes..];
        }

        rest = rest.TrimStart();
        while (rest.Length > 0)
        {
            if (IsMinus(rest[0]))
            {
                if (negative)
                {
                    return false;
                }

                negative = true;
                rest = rest[1..];
                rest = rest is ['-', ..] ? rest[1..] : rest;
            }
            else if (rest.StartsWith("CR", StringComparison.Ordinal) && (rest.Length == 2 || rest[2] == ' '))
            {
                negative = true;
                rest = rest[2..];
            }
            else if (CurrencyText.MarkAtStart(rest) is > 0 and var length)
            {
                mark = Stronger(mark, rest[..length]);
                rest = rest[length..];
            }
            else
            {
                return false;
            }

            rest = rest.TrimStart();
        }

        return true;
    }

    private static string Stronger(string? mark, ReadOnlySpan<char> other) =>
        mark is null || (CurrencyText.CodesOf(mark).Count > 1 && CurrencyText.CodesOf(other).Count == 1) ? other.ToString() : mark;

    private static AmountText? ReadNumber(ReadOnlySpan<char> core, DecimalStyle style)
    {
        var decimalAt = DecimalMarkOf(core, style, out var ambiguous);
        if (decimalAt < -1)
        {
            return null;
        }

        Span<char> plain = stackalloc char[LongestNumber + 1];
        var (length, decimals, group) = (0, 0, 0);
        var grouped = false;
        for (var i = 0; i < core.Length; i++)
        {
            if (IsDigit(core[i]))
            {
                plain[length++] = core[i] >= '０' ? (char)(core[i] - '０' + '0') : core[i];
                group++;
                decimals += decimalAt >= 0 && i > decimalAt ? 1 : 0;
            }
            else if (i == decimalAt)
            {
                if (grouped && group != 3)
                {
                    return null;
                }

                plain[length++] = '.';
            }
            else
            {
                // Indian grouping has twos before the last three.
                if (decimalAt >= 0 && i > decimalAt || (grouped ? group is not (2 or 3) : group is 0 or > 3))
                {
                    return null;
                }

                (grouped, group) = (true, 0);
            }
        }

        if (decimalAt < 0 && grouped && group != 3)
        {
            return null;
        }

        return decimal.TryParse(plain[..length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value < TooLarge
            ? new(value, null, decimals, ambiguous)
            : null;
    }

    // Index of the decimal mark, -1 for none, -2 when the separators contradict each other.
    private static int DecimalMarkOf(ReadOnlySpan<char> core, DecimalStyle style, out bool ambiguous)
    {
        ambiguous = false;
        var (point, comma) = (LastOf(core, '.', '．'), LastOf(core, ',', '，'));
        if (point < 0 && comma < 0)
        {
            return -1;
        }

        var last = Math.Max(point, comma);
        var isPoint = last == point;
        var count = 0;
        foreach (var c in core)
        {
            count += isPoint ? (c is '.' or '．' ? 1 : 0) : c is ',' or '，' ? 1 : 0;
        }

        if (point >= 0 && comma >= 0)
        {
            return count > 1 ? -2 : last;
        }

        if (count > 1)
        {
            return -1;
        }

        var (before, after) = (last, core.Length - last - 1);
        if (after != 3 || before is 0 or > 3 || core[0] is '0' or '０' || core[..last].ContainsAny(SpacesAndApostrophes))
        {
            return last;
        }

        ambiguous = style is DecimalStyle.Unknown;
        return style == (isPoint ? DecimalStyle.Point : DecimalStyle.Comma) ? last : -1;
    }

    private static int LastOf(ReadOnlySpan<char> text, char narrow, char wide) => Math.Max(text.LastIndexOf(narrow), text.LastIndexOf(wide));

    private static bool IsDigit(char c) => char.IsAsciiDigit(c) || c is >= '０' and <= '９';

    private static bool IsMinus(char c) => c is '-' or '−' or '‒' or '–' or '—' or '－' or '‐' or '‑';

    private static bool IsSeparator(char c) => c is '.' or ',' or '\'' or '’' or ' ' or '\u00a0' or '\u2009' or '\u202f' or '，' or '．';
}
