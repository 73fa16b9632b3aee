using System.Text;

namespace LeakWatch.Documents;

/// <summary>Bytes → text when nobody said which encoding: byte order mark, then UTF-16 by its zeros, UTF-8 by its rules, then the likeliest of the old ones.</summary>
internal static class TextEncoding
{
    private const int SampleBytes = 256 * 1024;
    private const double ControlsOfBinary = 0.002;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    static TextEncoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Makes the old code pages known to libraries that look encodings up by name.</summary>
    public static void Register()
    {
    }

    /// <returns>Null when the bytes are no text.</returns>
    public static string? Decode(ReadOnlySpan<byte> bytes)
    {
        var text = Choose(bytes) is { } encoding ? encoding.GetString(bytes).TrimStart('\uFEFF') : null;
        return text is not null && IsText(text) ? text : null;
    }

    private static Encoding? Choose(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8,
        [0xFF, 0xFE, 0, 0, ..] => Encoding.UTF32,
        [0xFF, 0xFE, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
        _ => Utf16WithoutMark(bytes) ?? (IsUtf8(bytes) ? Encoding.UTF8 : bytes.Contains((byte)0) ? null : Old(bytes)),
    };

    /// <summary>Text that is mostly Latin letters and digits has a zero in every second byte.</summary>
    private static Encoding? Utf16WithoutMark(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..(Math.Min(bytes.Length, SampleBytes) & ~1)];
        var (even, odd) = (0, 0);
        for (var index = 0; index < sample.Length; index += 2)
        {
            even += sample[index] == 0 ? 1 : 0;
            odd += sample[index + 1] == 0 ? 1 : 0;
        }

        var pairs = Math.Max(sample.Length / 2, 1);
        return (even, odd) switch
        {
            var (none, many) when many > pairs * 0.4 && none < pairs * 0.02 => Encoding.Unicode,
            var (many, none) when many > pairs * 0.4 && none < pairs * 0.02 => Encoding.BigEndianUnicode,
            _ => null,
        };
    }

    private static bool IsUtf8(ReadOnlySpan<byte> bytes)
    {
        try
        {
            StrictUtf8.GetCharCount(bytes);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static Encoding Old(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length, SampleBytes)];
        var korean = ShareOfCommonPairs(sample, 949, IsCommonKorean);
        var japanese = ShareOfCommonPairs(sample, 932, IsCommonJapanese);
        return (korean, japanese) switch
        {
            _ when korean > 0.8 && korean >= japanese => Encoding.GetEncoding(949),
            _ when japanese > 0.8 => Encoding.GetEncoding(932),
            _ => Encoding.GetEncoding(1252),
        };
    }

    // A decoder of old double-byte text accepts much that was never meant so; what is written in practice is a small part of it.
    private static double ShareOfCommonPairs(ReadOnlySpan<byte> sample, int codePage, Func<char, bool> isCommon)
    {
        var text = Encoding.GetEncoding(codePage, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD")).GetString(sample);
        var (foreign, common, runs, inRun) = (0, 0, 0, false);
        foreach (var letter in text)
        {
            runs += letter > 0x7F && !inRun ? 1 : 0;
            inRun = letter > 0x7F;
            foreign += inRun ? 1 : 0;
            common += isCommon(letter) ? 1 : 0;
        }

        // Accents and quotation marks stand alone among Latin letters; words of these alphabets do not.
        return foreign < 1.5 * runs ? 0 : common / (double)Math.Max(foreign, 1);
    }

    private static bool IsCommonKorean(char letter) => letter switch
    {
        // The 2,350 syllables of KS X 1001 (lead byte B0 to C8) are what people type; the 8,822 added later are not.
        >= '가' and <= '힣' => Encoding.GetEncoding(949).GetBytes([letter]) is [>= 0xB0 and <= 0xC8, >= 0xA1],
        '원' or '·' or '₩' or '￦' or '㈜' or '、' or '※' => true,
        _ => false,
    };

    private static bool IsCommonJapanese(char letter) => letter switch
    {
        (>= 'ぁ' and <= 'ん') or (>= 'ァ' and <= 'ー') or (>= '、' and <= '】') or (>= '！' and <= '～') or '￥' => true,
        // The first level of JIS X 0208 (lead byte 88 to 98), as with Korean.
        >= '一' and <= '龯' => Encoding.GetEncoding(932).GetBytes([letter]) is [>= 0x88 and <= 0x98, _],
        _ => false,
    };

    private static bool IsText(string text)
    {
        var controls = 0;
        var sample = text.AsSpan(0, Math.Min(text.Length, SampleBytes));
        foreach (var letter in sample)
        {
            controls += letter is '\uFFFD' || (char.IsControl(letter) && letter is not ('\t' or '\r' or '\n' or '\f' or '\x1A' or '\x85')) ? 1 : 0;
        }

        return controls <= sample.Length * ControlsOfBinary;
    }
}
