namespace LeakWatch.Core.Invoices.Reading;

/// <param name="Start">Index of the first character in the text that was searched.</param>
internal readonly record struct LabelMatch<T>(T Meaning, int Start, int Length)
{
    public int End => Start + Length;
}

/// <summary>Finds the phrases of a table in a folded text: a tree over characters, so each place is looked at once, whatever the table's size.</summary>
internal sealed class LabelTable<T>
    where T : struct
{
    private readonly Node root = new();

    /// <param name="phrases">Several per string, separated by <c>|</c>.</param>
    public LabelTable<T> Add(T meaning, params ReadOnlySpan<string> phrases)
    {
        foreach (var list in phrases)
        {
            foreach (var phrase in list.Split('|'))
            {
                var node = root;
                foreach (var c in FoldedText.Of(phrase.Trim()))
                {
                    if (!node.Next.TryGetValue(c, out var next))
                    {
                        node.Next[c] = next = new();
                    }

                    node = next;
                }

                node.Meaning = meaning;
            }
        }

        return this;
    }

    /// <summary>Every phrase in the text, left to right, the longest at each place, none inside another.</summary>
    public List<LabelMatch<T>> FindAll(string folded)
    {
        var found = new List<LabelMatch<T>>();
        for (var i = 0; i < folded.Length;)
        {
            if (folded[i] != ' ' && (StartsWord(folded, i) || IsCompound(folded, i)) && AtStart(folded, i) is { } match)
            {
                found.Add(match);
                i = match.End;
            }
            else
            {
                i++;
            }
        }

        return found;
    }

    public LabelMatch<T>? AtStart(string folded, int start)
    {
        var node = root;
        (T Meaning, int End)? best = null;
        for (var i = start; ;)
        {
            if (i > start && folded[i - 1] != ' ' && node.Meaning is { } meaning && EndsWord(folded, i))
            {
                best = (meaning, i);
            }

            if (i >= folded.Length)
            {
                break;
            }

            if (folded[i] == ' ')
            {
                var after = i;
                while (after < folded.Length && folded[after] == ' ')
                {
                    after++;
                }

                // Chinese, Japanese and Korean labels are often letter-spaced: 合 計.
                if (node.Next.TryGetValue(' ', out var space))
                {
                    node = space;
                }
                else if (i == start || !FoldedText.IsCjk(folded[i - 1]) || after - i > 3)
                {
                    break;
                }

                i = after;
            }
            else if (node.Next.TryGetValue(folded[i], out var next))
            {
                node = next;
                i++;
            }
            else
            {
                break;
            }
        }

        return best is var (found, end) ? new(found, start, end - start) : null;
    }

    // German writes "Mietrechnung" and "Versicherungsteuer" as one word; the last part says what it is.
    private static bool IsCompound(string text, int at) =>
        at > 2 && char.IsAsciiLetter(text[at - 1]) && text[at] is 'r' or 's' && (text.AsSpan(at).StartsWith("rechnung") || text.AsSpan(at).StartsWith("steuer"));

    private static bool StartsWord(string text, int at) => at == 0 || !char.IsLetterOrDigit(text[at - 1]) || FoldedText.IsCjk(text[at]);

    private static bool EndsWord(string text, int at) =>
        at > 0 && (at >= text.Length || !char.IsLetterOrDigit(text[at]) || FoldedText.IsCjk(text[at - 1]) || !char.IsLetter(text[at - 1]));

    private sealed class Node
    {
        public Dictionary<char, Node> Next { get; } = [];

        public T? Meaning { get; set; }
    }
}
