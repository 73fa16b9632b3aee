namespace LeakWatch.Core.Invoices.Reading;

/// <summary>The words by which a sentence states a term, in all languages.</summary>
internal static class TermWords
{
    public static LabelTable<TermKind> All { get; } = ReadingPhrases.Terms.TableOf<TermKind>();
}
