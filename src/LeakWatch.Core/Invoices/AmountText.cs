namespace LeakWatch.Core.Invoices;

/// <summary>The character a document prints before the decimals.</summary>
public enum DecimalStyle { Unknown, Point, Comma }

/// <summary>A printed amount or number: <c>1,234.56</c>, <c>1.234,56 €</c>, <c>(49.00)</c>, <c>US$49</c>, <c>49,000원</c>, <c>€49,-</c>.</summary>
/// <param name="Mark">The currency mark as printed, or null; a code wins over a symbol (<c>$49.00 CAD</c>).</param>
/// <param name="Decimals">Printed digits after the decimal mark.</param>
/// <param name="IsAmbiguous">The one separator could be of either kind (<c>1.234</c>) and the style asked for did not say.</param>
public readonly record struct AmountText(decimal Value, string? Mark, int Decimals, bool IsAmbiguous)
{
    /// <summary>Characters of marks and signs around the digits.</summary>
    private const int LongestMarks = 16;

    /// <summary>Reads a text that is an amount and nothing else; null when it is not.</summary>
    /// <param name="style">Decides <c>1.234</c>; a number whose shape leaves no choice (<c>12.50</c>) is read as printed whatever the style.
    /// With <see cref="DecimalStyle.Unknown"/> three digits after one separator are thousands.</param>
    public static AmountText? Read(ReadOnlySpan<char> text, DecimalStyle style = DecimalStyle.Unknown)
    {
        text = text.Trim();
        if (text.Length is 0 or > NumberText.Longest + LongestMarks)
        {
            return null;
        }

        var negative = false;
        string? mark = null;
        if (text[0] is '(' or '（' && text[^1] is ')' or '）')
        {
            negative = true;
            text = text[1..^1].Trim();
        }

        if (!ReadHead(ref text, ref negative, ref mark, out var isRand))
        {
            return null;
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

        if (!ReadTail(rest, ref negative, ref mark) || NumberText.Read(text[..core], style) is not { } number || (isRand && number.Decimals != 2))
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

    // What may stand before the digits: a sign, a triangle for minus, a currency mark.
    private static bool ReadHead(ref ReadOnlySpan<char> text, ref bool negative, ref string? mark, out bool isRand)
    {
        isRand = false;
        while (text.Length > 0 && !IsDigit(text[0]))
        {
            if (IsMinus(text[0]) || text[0] is '▲' or '△')
            {
                if (negative)
                {
                    return false;
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
                return false;
            }
        }

        return true;
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

        return end > NumberText.Longest ? 0 : end;
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

    internal static bool IsDigit(char c) => char.IsAsciiDigit(c) || c is >= '０' and <= '９';

    private static bool IsMinus(char c) => c is '-' or '−' or '‒' or '–' or '—' or '－' or '‐' or '‑';

    private static bool IsSeparator(char c) => c is '.' or ',' or '\'' or '’' or ' ' or '\u00a0' or '\u2009' or '\u202f' or '，' or '．';
}
