using System.Collections.Frozen;

namespace LeakWatch.Core.Invoices.Statements;

/// <summary>A text and its folded words, folded once however many lists are asked about it.</summary>
internal readonly struct FoldedText(string text)
{
    public string Text { get; } = text;

    public string[] Words { get; } = StatementWords.Fold(text).Split(' ');
}

/// <summary>Words and pairs of words, found as whole words; those of a script without blanks, anywhere.</summary>
internal sealed class PhraseSet
{
    private readonly FrozenSet<string> words;
    private readonly FrozenSet<string> firstWords;
    private readonly FrozenSet<string> pairs;
    private readonly string[] unspaced;

    /// <param name="list">Folded phrases.</param>
    public PhraseSet(IEnumerable<string> list)
    {
        var phrases = list.ToList();
        words = phrases.Where(phrase => !phrase.Contains(' ', StringComparison.Ordinal)).ToFrozenSet();
        pairs = phrases.Where(phrase => phrase.Contains(' ', StringComparison.Ordinal)).ToFrozenSet();
        firstWords = pairs.Select(phrase => phrase[..phrase.IndexOf(' ', StringComparison.Ordinal)]).ToFrozenSet();
        unspaced = [.. phrases.Where(phrase => phrase[0] > '\u2E80')];
    }

    public bool StandIn(FoldedText text)
    {
        var found = text.Words;
        for (var i = 0; i < found.Length; i++)
        {
            if (words.Contains(found[i]) || (i + 1 < found.Length && firstWords.Contains(found[i]) && pairs.Contains($"{found[i]} {found[i + 1]}")))
            {
                return true;
            }
        }

        return text.Text.AsSpan().IndexOfAnyExceptInRange('\0', '\u2E80') >= 0 && unspaced.Any(phrase => text.Text.Contains(phrase, StringComparison.Ordinal));
    }
}
