using System.Collections.Frozen;
using System.Text;

namespace LeakWatch.Extraction.Sandbox;

/// <summary>The likeliest encoding of a text from before Unicode, by what people write in it: nothing in the bytes names it.</summary>
internal static class LegacyEncoding
{
    private const double MaxLetters = 0.8;
    private const double FewLetters = 0.1;

    private const double SomeKana = 0.2;

    /// <summary>Hangul of KS X 1001 are the lead bytes of common Chinese too; Chinese text uses others as well.</summary>
    private const double KoreanWithin = 0.1;

    /// <summary>Alphabets whose words hold no Latin letters, as words with accents do.</summary>
    private static readonly (int CodePage, char First, char Last, string Commonest)[] Alphabets =
        [(1251, 'Ё', 'ё', "оеаинтрс"), (1253, 'Ά', 'ώ', "αοιετσνρ"), (1255, 'א', 'ת', "יוהלאמרת"), (874, 'ก', '๛', "านรกอเงม")];

    // Tried in this order, so that of two that explain a text as well the more usual one wins.
    private static readonly (int CodePage, string[] Languages)[] LatinPages =
    [
        (1252, ["äöüß", "éèêëàâçîïôûùœæ’°", "áéíóúñüªº", "ãõáéíóúâêôçàªº", "àèéìòùí’", "æøåéä", "åäöé", "éëïöüáóíè", "’é"]),
        (1250, ["ąćęłńóśźż", "áčďéěíňóřšťúůýžôäľĺŕ", "áéíóöőúüű", "ăâîşţ", "čćđšž"]),
        (1254, ["çğıİşöüâî"]),
        (28592, ["ąćęłńóśźż", "áčďéěíňóřšťúůýžôäľĺŕ", "áéíóöőúüű", "ăâîşţ", "čćđšž"]),
        (1257, ["ąčęėįšųūž", "āčēģīķļņšūž", "äöõüšž"]),
        (850, ["äöüß", "éèêëàâçîïôûù", "áéíóúñü", "ãõáéíóúâêôçà", "æøåé", "åäöé"]),
        (852, ["ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áéíóöőúüű"]),
        (10000, ["äöüß", "éèêëàâçîïôûùœ", "áéíóúñü", "ãõáéíóúâêôçà", "æøåé", "åäöé"]),
    ];

    private static readonly FrozenDictionary<int, Encoding> Encodings =
        new[] { 949, 932, 936, 950, 51932, 54936 }.Concat(Alphabets.Select(alphabet => alphabet.CodePage)).Concat(LatinPages.Select(page => page.CodePage))
            .ToFrozenDictionary(page => page, page => CodePagesEncodingProvider.Instance.GetEncoding(page, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD"))
                ?? Encoding.GetEncoding(page));

    public static Encoding Of(ReadOnlySpan<byte> sample) => Encodings[EastAsian(sample) ?? Alphabet(sample) ?? Latin(sample)];

    private static int? EastAsian(ReadOnlySpan<byte> sample)
    {
        var (korean, japanese, simplified) = (ShareOfCommon(sample, 949, IsCommonKorean), ShareOfCommon(sample, 932, IsCommonJapanese), ShareOfCommon(sample, 936, IsCommonChinese));
        var (unix, traditional) = (ShareOfCommon(sample, 51932, IsCommonUnixJapanese), ShareOfCommon(sample, 950, IsCommonTraditional));
        return korean > MaxLetters && korean >= simplified - KoreanWithin && korean >= japanese ? 949
            : japanese > MaxLetters ? 932
            // The Chinese pages have kana too, but nobody who writes Chinese uses them.
            : unix > MaxLetters && ShareOfCommon(sample, 51932, IsKana) > SomeKana ? 51932
            : simplified > MaxLetters && simplified >= traditional ? 54936
            : traditional > MaxLetters ? 950
            : null;
    }

    // A decoder of old double-byte text accepts much that was never meant so; what is written in practice is a small part of it.
    private static double ShareOfCommon(ReadOnlySpan<byte> sample, int codePage, Func<char, bool> isCommon)
    {
        var (foreign, common, runs, inRun) = (0, 0, 0, false);
        foreach (var letter in Encodings[codePage].GetString(sample))
        {
            runs += letter > 0x7F && !inRun ? 1 : 0;
            inRun = letter > 0x7F;
            foreign += inRun ? 1 : 0;
            common += inRun && isCommon(letter) ? 1 : 0;
        }

        return foreign < 1.5 * runs ? 0 : common / (double)Math.Max(foreign, 1);
    }

    /// <summary>Bytes that are letters of one alphabet are letters of the next as well; the commonest ones tell which was meant.</summary>
    private static int? Alphabet(ReadOnlySpan<byte> sample)
    {
        int? best = null;
        var most = 0.0;
        foreach (var (page, first, last, commonest) in Alphabets)
        {
            if (ShareBesideLatin(Encodings[page].GetString(sample)) < FewLetters
                && ShareOfCommon(sample, page, letter => (letter >= first && letter <= last) || letter is '№' or '«' or '»' or '–' or '—' or '€') > MaxLetters
                && ShareOfCommon(sample, page, letter => commonest.Contains(char.ToLowerInvariant(letter), StringComparison.Ordinal)) is var share && share > most)
            {
                (best, most) = (page, share);
            }
        }

        return best;
    }

    private static double ShareBesideLatin(string text)
    {
        var (letters, beside) = (0, 0);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] > 0x7F && char.IsLetter(text[at]))
            {
                letters++;
                beside += (at > 0 && char.IsAsciiLetter(text[at - 1])) || (at + 1 < text.Length && char.IsAsciiLetter(text[at + 1])) ? 1 : 0;
            }
        }

        return beside / (double)Math.Max(letters, 1);
    }

    /// <summary>The page under which the accented letters inside words are those of one language.</summary>
    private static int Latin(ReadOnlySpan<byte> sample)
    {
        var (best, most) = (1252, -1);
        foreach (var (page, languages) in LatinPages)
        {
            var accented = AccentedLetters(Encodings[page].GetString(sample));
            var explained = languages.Max(language => accented.Sum(letter => language.Contains(letter.Key, StringComparison.Ordinal) ? letter.Value : 0));
            if (explained > most)
            {
                (best, most) = (page, explained);
            }
        }

        return best;
    }

    private static Dictionary<char, int> AccentedLetters(string text)
    {
        var counts = new Dictionary<char, int>();
        for (var at = 0; at < text.Length; at++)
        {
            // "£12" is a sign whatever letter another page puts in its place.
            if (text[at] > 0x7F && ((at > 0 && char.IsAsciiLetter(text[at - 1])) || (at + 1 < text.Length && char.IsAsciiLetter(text[at + 1]))))
            {
                var letter = text[at] is 'İ' ? 'İ' : char.ToLowerInvariant(text[at]);
                counts[letter] = counts.GetValueOrDefault(letter) + 1;
            }
        }

        return counts;
    }

    private static bool IsCommonKorean(char letter) => letter switch
    {
        // The 2,350 syllables of KS X 1001 (lead byte B0 to C8) are what people type; the 8,822 added later are not.
        >= '가' and <= '힣' => Encodings[949].GetBytes([letter]) is [>= 0xB0 and <= 0xC8, >= 0xA1],
        '원' or '·' or '₩' or '￦' or '㈜' or '、' or '※' => true,
        _ => false,
    };

    private static bool IsCommonJapanese(char letter) => IsKana(letter) || letter switch
    {
        (>= '、' and <= '】') or (>= '！' and <= '～') or '￥' => true,
        // The first level of JIS X 0208 (lead byte 88 to 98), as with Korean.
        >= '一' and <= '龯' => Encodings[932].GetBytes([letter]) is [>= 0x88 and <= 0x98, _],
        _ => false,
    };

    private static bool IsCommonUnixJapanese(char letter) => IsKana(letter) || letter switch
    {
        (>= '、' and <= '】') or (>= '！' and <= '～') or '￥' => true,
        >= '一' and <= '龯' => Encodings[51932].GetBytes([letter]) is [>= 0xB0 and <= 0xCF, _],
        _ => false,
    };

    private static bool IsKana(char letter) => letter is (>= 'ぁ' and <= 'ん') or (>= 'ァ' and <= 'ー');

    private static bool IsCommonChinese(char letter) => letter switch
    {
        (>= '、' and <= '】') or (>= '！' and <= '～') or '￥' => true,
        // The first level of GB 2312.
        >= '一' and <= '龯' => Encodings[936].GetBytes([letter]) is [>= 0xB0 and <= 0xD7, >= 0xA1],
        _ => false,
    };

    private static bool IsCommonTraditional(char letter) => letter switch
    {
        (>= '、' and <= '】') or (>= '！' and <= '～') => true,
        >= '一' and <= '龯' => Encodings[950].GetBytes([letter]) is [>= 0xA4 and <= 0xC6, _],
        _ => false,
    };
}
