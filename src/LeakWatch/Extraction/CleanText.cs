using System.Globalization;
using System.Text;

namespace LeakWatch.Extraction;

/// <summary>Text as people read it: ligatures and full-width forms resolved, no control characters, one kind of hyphen.</summary>
internal static class CleanText
{
    /// <summary>Characters that no document means as text: controls, private use (icon fonts), the replacement character.</summary>
    public static bool IsUnreadable(Rune rune) => rune.Value == 0xFFFD || Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.Control or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate;

    /// <summary>합 계 and 合 計: labels of two ideographs are set with a gap of up to this, in sizes of the letter.</summary>
    public const double IdeographGap = 1.6;

    public static bool IsIdeograph(char letter) => letter is (>= '\u1100' and <= '\u11FF') or (>= '\u3040' and <= '\uD7A3') or (>= '\uF900' and <= '\uFAFF');

    public static string Of(string text)
    {
        if (text.All(letter => letter is > ' ' and <= '~'))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is 0xAD or 0x2010 or 0x2011)
            {
                // A soft hyphen that a font draws is a hyphen.
                clean.Append('-');
            }
            else if (Rune.IsWhiteSpace(rune))
            {
                clean.Append(' ');
            }
            else if (KeepsItsForm(rune))
            {
                clean.Append(rune.ToString());
            }
            else if (!IsUnreadable(rune) && Rune.GetUnicodeCategory(rune) is not UnicodeCategory.Format)
            {
                clean.Append(rune.ToString().Normalize(NormalizationForm.FormKC));
            }
        }

        return clean.ToString().Normalize(NormalizationForm.FormC).Trim();
    }

    // NFKC would turn ½ into 1⁄2 (and 1½ into 11⁄2), ™ into TM, and raised digits into amounts.
    private static bool KeepsItsForm(Rune rune) => rune.Value is 0xBC or 0xBD or 0xBE or 0x2122 or 0xB2 or 0xB3 or 0xB9 or (>= 0x2070 and <= 0x2079);
}
