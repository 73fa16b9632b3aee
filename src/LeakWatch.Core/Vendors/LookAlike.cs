using System.Text;

namespace LeakWatch.Core.Vendors;

/// <summary>Finds names that a reader would take for another: <c>Quil1post</c>, <c>Klavlyo</c>, a Cyrillic <c>а</c>. Never merges anything.</summary>
public static class LookAlike
{
    public const int ShortestComparedKey = 6;

    /// <summary>The text as the eye sees it: look-alike characters folded onto one.</summary>
    public static string Skeleton(string key)
    {
        var folded = new StringBuilder(key.Length);
        foreach (var character in key.Replace("rn", "m", StringComparison.Ordinal).Replace("vv", "w", StringComparison.Ordinal))
        {
            folded.Append(character switch
            {
                '0' or 'о' or 'ο' => 'o',
                '1' or 'l' or 'i' or 'і' or 'ı' or '|' => 'l',
                '5' or 'ѕ' => 's',
                '8' => 'b',
                'а' or 'α' => 'a',
                'е' or 'ε' => 'e',
                'р' or 'ρ' => 'p',
                'с' => 'c',
                'у' => 'y',
                'х' => 'x',
                _ => character,
            });
        }

        return folded.ToString();
    }

    /// <summary>Two different keys that look alike: the same skeleton, or one letter added, left out, exchanged or swapped in a long name.</summary>
    public static bool Is(string key, string known) =>
        key != known && Math.Min(key.Length, known.Length) >= ShortestComparedKey
        && (Skeleton(key) == Skeleton(known) || (Math.Min(key.Length, known.Length) >= ShortestComparedKey + 2 && IsOneEdit(key, known)));

    private static bool IsOneEdit(string left, string right)
    {
        if (Math.Abs(left.Length - right.Length) > 1)
        {
            return false;
        }

        var prefix = 0;
        while (prefix < left.Length && prefix < right.Length && left[prefix] == right[prefix])
        {
            prefix++;
        }

        var (restOfLeft, restOfRight) = (left[prefix..], right[prefix..]);
        if (restOfLeft.Length != restOfRight.Length)
        {
            var (longer, shorter) = restOfLeft.Length > restOfRight.Length ? (restOfLeft, restOfRight) : (restOfRight, restOfLeft);
            return !char.IsAsciiDigit(longer[0]) && longer[1..] == shorter;
        }

        // "Store 1" and "Store 2" are two stores, not a look-alike.
        var isDigitForDigit = char.IsAsciiDigit(restOfLeft[0]) && char.IsAsciiDigit(restOfRight[0]);
        return !isDigitForDigit
            && (restOfLeft[1..] == restOfRight[1..]
                || (restOfLeft.Length >= 2 && restOfLeft[0] == restOfRight[1] && restOfLeft[1] == restOfRight[0] && restOfLeft[2..] == restOfRight[2..]));
    }
}
