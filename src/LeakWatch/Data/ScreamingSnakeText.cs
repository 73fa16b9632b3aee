using System.Text.Json;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace LeakWatch.Data;

/// <summary>Enums are stored as the contracts spell them: <c>ExtractionFailed</c> is <c>EXTRACTION_FAILED</c>.</summary>
internal sealed class ScreamingSnakeText<TEnum>() : ValueConverter<TEnum, string>(value => Write(value), text => Read(text))
    where TEnum : struct, Enum
{
    private static readonly Dictionary<TEnum, string> Texts =
        Enum.GetValues<TEnum>().ToDictionary(value => value, value => JsonNamingPolicy.SnakeCaseUpper.ConvertName(value.ToString()));

    private static readonly Dictionary<string, TEnum> Values = Texts.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

    public static string Write(TEnum value) => Texts[value];

    public static TEnum Read(string text) => Values[text];

    public static bool TryRead(string text, out TEnum value) => Values.TryGetValue(text, out value);

    public static IReadOnlyCollection<string> All => Values.Keys;
}
