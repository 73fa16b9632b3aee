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

    public LabelTable<T> Add(T meaning, IEnumerable<string> phrases)
    {
        foreach (var phrase in phrases)
        {
            var node = root;
            foreach (var c in FoldedText.Of(phrase))
            {
                node = node.GetOrAdd(c);
            }

            node.Meaning = meaning;
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
                if (node.Next(' ') is { } space)
                {
                    node = space;
                }
                else if (i == start || !FoldedText.IsCjk(folded[i - 1]) || after - i > 3)
                {
                    break;
                }

                i = after;
            }
            else if (node.Next(folded[i]) is { } next)
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

    /// <summary>The longest phrase of five letters or more that a text begins with when one letter of it was misread: "lnvoice", "T0tal", "Arnount".</summary>
    /// <returns>Null when there is none, or when two phrases of different meaning are as near.</returns>
    public LabelMatch<T>? NearStart(string folded)
    {
        var best = default((T Meaning, int End, bool IsClear)?);
        Near(root, folded, 0, 1, 0, ref best);
        return best is { IsClear: true } found ? new(found.Meaning, 0, found.End) : null;
    }

    private static void Near(Node node, string text, int at, int mistakes, int letters, ref (T Meaning, int End, bool IsClear)? best)
    {
        if (mistakes == 0 && letters >= 5 && node.Meaning is { } meaning && at > 0 && EndsWord(text, at) && (best is null || at >= best.Value.End))
        {
            best = best is { } other && other.End == at && !EqualityComparer<T>.Default.Equals(other.Meaning, meaning) ? other with { IsClear = false } : (meaning, at, true);
        }

        if (at >= text.Length)
        {
            return;
        }

        if (node.Next(text[at]) is { } same)
        {
            Near(same, text, at + 1, mistakes, letters + (char.IsAsciiLetter(text[at]) ? 1 : 0), ref best);
        }

        if (mistakes == 0 || !char.IsAsciiLetterOrDigit(text[at]))
        {
            return;
        }

        foreach (var (letter, next) in node.All)
        {
            var isPair = letter is 'm' && text.AsSpan(at).StartsWith("rn");
            if (isPair || (letter != text[at] && Array.Exists(LookAlikes, alike => alike.Contains(letter) && alike.Contains(text[at]))))
            {
                Near(next, text, at + (isPair ? 2 : 1), 0, letters + 1, ref best);
            }
        }
    }

    // What print and scans confuse. Any other letter makes another word: "pages" is no "pagos".
    private static readonly string[] LookAlikes = ["il1tj", "o0", "s5", "b8", "z2", "g9q", "uv"];

    // German writes "Mietrechnung" and "Versicherungsteuer" as one word; the last part says what it is.
    private static bool IsCompound(string text, int at) =>
        at > 2 && char.IsAsciiLetter(text[at - 1]) && text[at] is 'r' or 's' && (text.AsSpan(at).StartsWith("rechnung") || text.AsSpan(at).StartsWith("steuer"));

    private static bool StartsWord(string text, int at) => at == 0 || !char.IsLetterOrDigit(text[at - 1]) || FoldedText.IsCjk(text[at]);

    private static bool EndsWord(string text, int at) =>
        at > 0 && (at >= text.Length || !char.IsLetterOrDigit(text[at]) || FoldedText.IsCjk(text[at - 1]) || !char.IsLetter(text[at - 1]));

    /// <summary>Nearly all of the tens of thousands have one letter after them: a dictionary in each would take most of the memory.</summary>
    private sealed class Node
    {
        private char letter;
        private Node? only;
        private Dictionary<char, Node>? several;

        public T? Meaning { get; set; }

        public IEnumerable<KeyValuePair<char, Node>> All => several ?? (only is null ? [] : (IEnumerable<KeyValuePair<char, Node>>)[new(letter, only)]);

        public Node? Next(char c) => several is not null ? several.GetValueOrDefault(c) : letter == c ? only : null;

        public Node GetOrAdd(char c)
        {
            if (Next(c) is { } known)
            {
                return known;
            }

            var added = new Node();
            if (only is null)
            {
                (letter, only) = (c, added);
            }
            else
            {
                several ??= new() { [letter] = only };
                several[c] = added;
            }

            return added;
        }
    }
}
