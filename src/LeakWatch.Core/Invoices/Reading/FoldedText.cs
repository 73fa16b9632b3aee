using System.Globalization;
using System.Text;

namespace LeakWatch.Core.Invoices.Reading;

/// <summary>Text as labels are compared: lower case, no accents, narrow letters, punctuation as spaces; index by index the same length as the original.</summary>
internal static class FoldedText
{
    public static string Of(string text) => string.Create(text.Length, text, static (folded, original) =>
    {
        for (var i = 0; i < folded.Length; i++)
        {
            folded[i] = Fold(original[i]);
        }
    });

    public static bool IsCjk(char c) => c is >= '\u3040' and <= '\u30ff' or >= '\u3400' and <= '\u9fff' or >= '\uac00' and <= '\ud7a3' or '々';

    private static char Fold(char c)
    {
        if (c < 0x80)
        {
            return char.IsAsciiLetterUpper(c) ? (char)(c + 32) : char.IsAsciiLetterOrDigit(c) || c is '#' or '%' or '&' or '@' or '$' ? c : ' ';
        }

        if (IsCjk(c) || c is '€' or '£' or '¥' or '₩')
        {
            return c;
        }

        if (c is >= '！' and <= '～')
        {
            return Fold((char)(c - '！' + '!'));
        }

        if (c is >= '\u00c0' and <= '\u024f')
        {
            var lower = char.ToLowerInvariant(c);
            return lower switch
            {
                'ß' => 's',
                'ø' => 'o',
                'æ' => 'a',
                'ł' => 'l',
                _ => lower.ToString().Normalize(NormalizationForm.FormD)[0],
            };
        }

        return c is '°' or 'º' ? 'o' : char.GetUnicodeCategory(c) is UnicodeCategory.OtherLetter ? c : ' ';
    }
}
