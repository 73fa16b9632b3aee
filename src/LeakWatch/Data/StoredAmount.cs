namespace LeakWatch.Data;

/// <summary>Amounts of single charges always fit their columns; sums and conversions of absurd ones need not, and one file must not stop its shop.</summary>
internal static class StoredAmount
{
    /// <summary>numeric(18,4), see <see cref="LeakWatchDb"/>.</summary>
    private const decimal Most = 99_999_999_999_999.9999m;

    public static decimal Of(decimal amount) => Math.Clamp(amount, -Most, Most);

    public static decimal? Of(decimal? amount) => amount is { } some ? Of(some) : null;
}
