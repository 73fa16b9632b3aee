using System.Text;

namespace LeakWatch.Documents;

internal static class TextEncoding
{
    public static string? Decode(ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetString(bytes);
}
