using System.Diagnostics.CodeAnalysis;
using LeakWatch.Data;

namespace LeakWatch.Http;

/// <summary>An enum in a query string, spelled as in JSON: <c>?status=OPEN</c>. Numbers and other spellings are refused.</summary>
public readonly record struct EnumQuery<TEnum>(TEnum Value)
    where TEnum : struct, Enum
{
    [SuppressMessage("Design", "CA1000", Justification = "The framework binds query parameters by this method.")]
    public static bool TryParse(string? text, IFormatProvider? provider, out EnumQuery<TEnum> word)
    {
        var isKnown = ScreamingSnakeText<TEnum>.TryRead(text ?? "", out var value);
        word = new(value);
        return isKnown;
    }
}

internal static class Words
{
    /// <returns>Null where nothing was asked for.</returns>
    public static TEnum[]? Values<TEnum>(this EnumQuery<TEnum>[]? words)
        where TEnum : struct, Enum =>
        words is { Length: > 0 } ? [.. words.Select(word => word.Value).Distinct()] : null;
}
