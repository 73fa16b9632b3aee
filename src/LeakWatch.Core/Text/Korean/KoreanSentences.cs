using System.Collections.Frozen;

namespace LeakWatch.Core.Text.Korean;

/// <summary>Every sentence in Korean, by its English words. Gaps may stand in another order; none is left out.</summary>
/// <remarks>
/// Written for Korean readers, 합니다체. A name, an amount or a day fills a gap with any last sound: only 의, 에, 에서, 부터, 까지, 입니다 and the like stand behind one.
/// The words of a title end without a full stop. Words that an earlier release stored stay here as long as its findings do.
/// </remarks>
public static class KoreanSentences
{
    private static readonly FrozenDictionary<string, string> Table =
        SharedWords.Table.Concat(LifecycleWords.Table).Concat(ReconciliationWords.Table).Concat(DuplicateWords.Table).Concat(PriceWords.Table).Concat(EndingWords.Table).Concat(DoubtWords.Table)
            .ToFrozenDictionary(StringComparer.Ordinal);

    public static IReadOnlyDictionary<string, string> All => Table;

    /// <returns>Null for words that we do not know.</returns>
    public static string? Find(string template) => Table.GetValueOrDefault(template);
}
