using LeakWatch.Core.Invoices.Vocabulary;

namespace LeakWatch.Core.Invoices.Statements;

/// <summary>The kinds of phrases by which statements are read; the phrases are in <c>Vocabulary</c>.</summary>
internal static class StatementPhrases
{
    /// <summary>Words before a merchant's name, as printed: with accents.</summary>
    public static PhraseKind Banks { get; } = new("banks", word => word.ToLowerInvariant(),
        PhraseGroup.Of("Prefix", "Certain", "Uncertain"), new("Link"), new("Yes"));

    public static PhraseKind Statements { get; } = new("statements", StatementWords.Fold,
        PhraseGroup.Of("Direction", "Out", "In"), PhraseGroup.Of("State", "Pending", "Declined", "Reversed"),
        new("Refund"), new("Received"), new("Payout"), new("TransactionKind"), new("Summary"), new("SummaryTail"),
        new("KeptByProcessor"), new("LeftAfterFee"));

    /// <remarks>A name that begins with <c>~</c> ends a compound word: <c>~betrag</c> for Buchungsbetrag.</remarks>
    public static PhraseKind Columns { get; } = new("statement-columns",
        name => name is ['~', .. var ending] ? $"~{StatementWords.Fold(ending)}" : StatementWords.Fold(name),
        PhraseGroup.Of<ColumnRole>(), new("WholeNameOnly"), new("NumberWord"));
}
