using System.Buffers;
using System.Globalization;

namespace LeakWatch.Core.Invoices;

/// <summary>Digits and their separators → a number: which separator is the decimal mark, and whether the groups are of the right length.</summary>
internal static class NumberText
{
    /// <summary>Characters of a number.</summary>
    public const int Longest = 32;

    /// <summary>Longer numbers are identifiers, and two of them multiplied would not fit a decimal.</summary>
    public const decimal TooLarge = 100_000_000_000_000m;

    private static readonly SearchValues<char> SpacesAndApostrophes = SearchValues.Create(" \u00a0\u2009\u202f'’");

    /// <summary>Null when the separators contradict each other, or the number is too large to be an amount.</summary>
    public static AmountText? Read(ReadOnlySpan<char> core, DecimalStyle style)
    {
        var decimalAt = DecimalMarkOf(core, style, out var ambiguous);
        if (decimalAt < -1)
        {
            return null;
        }

        Span<char> plain = stackalloc char[Longest + 1];
        var (length, decimals, group) = (0, 0, 0);
        var grouped = false;
        for (var i = 0; i < core.Length; i++)
        {
            if (AmountText.IsDigit(core[i]))
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
}
