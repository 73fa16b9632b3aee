using System.Text;

namespace LeakWatch.Extraction.Sandbox;

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
        _ => Utf16WithoutMark(bytes) ?? (IsUtf8(bytes) ? Encoding.UTF8 : bytes.Contains((byte)0) ? null : LegacyEncoding.Of(bytes[..Math.Min(bytes.Length, SampleBytes)])),
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
