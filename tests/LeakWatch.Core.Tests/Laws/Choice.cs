using CsCheck;

namespace LeakWatch.Core.Tests.Laws;

internal static class Choice
{
    /// <summary>One of the values; what stands there twice comes twice as often.</summary>
    public static Gen<T> Of<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);
}
