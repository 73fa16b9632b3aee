using LeakWatch.Core.Documents;
using LeakWatch.Core.Invoices.Reading;

namespace LeakWatch.Core.Invoices.Masking;

/// <summary>Where an excerpt stands in the document.</summary>
/// <param name="Rows">In reading order, all of one page.</param>
/// <param name="Text">The document's own spelling of the excerpt, one space between words.</param>
internal sealed record SourcePlace(IReadOnlyList<Row> Rows, string Text, Evidence Evidence)
{
    /// <summary>Folded as excerpts are compared.</summary>
    public string Folded { get; } = SourceText.Fold(Text);
}

/// <summary>The whole document as text in which excerpts are looked for: blanks are one space, dashes and quotes of one kind, everything else as printed.</summary>
internal sealed class SourceText
{
    private const int MaxRows = 12;

    private readonly PageText text;
    private readonly List<(int Page, string Text, List<(int Start, Row Row)> Rows)> pages;

    public SourceText(PageText text)
    {
        this.text = text;
        pages = [.. text.Rows.GroupBy(row => row.Page).Select(page => PageOf(page.Key, [.. page]))];
    }

    /// <summary>The occurrence nearest to the place that was named; null when the document does not hold the excerpt.</summary>
    public SourcePlace? Find(string excerpt, int page, int line)
    {
        var wanted = Fold(excerpt);
        if (wanted.Length == 0)
        {
            return null;
        }

        var found = from source in pages
                    from at in Occurrences(source.Text, wanted)
                    let first = RowAt(source.Rows, at)
                    let last = RowAt(source.Rows, at + wanted.Length - 1)
                    where last - first < MaxRows
                    orderby Math.Abs(source.Page - page), Math.Abs(source.Rows[first].Row.Line - line)
                    select (source, at, Rows: source.Rows.GetRange(first, last - first + 1));
        return found.FirstOrDefault() is { Rows: not null } nearest ? PlaceOf(nearest.Rows, nearest.at, wanted.Length) : null;
    }

    /// <summary>Index by index of the same length, but for runs of blanks.</summary>
    public static string Fold(string text) => string.Create(text.Length, text, static (folded, original) =>
    {
        for (var i = 0; i < folded.Length; i++)
        {
            folded[i] = original[i] switch
            {
                '‐' or '‑' or '‒' or '–' or '—' or '−' => '-',
                '‘' or '’' => '\'',
                '“' or '”' => '"',
                var c when char.IsWhiteSpace(c) => ' ',
                var c => c,
            };
        }
    }) is var single && single.Contains("  ", StringComparison.Ordinal) ? string.Join(' ', single.Split(' ', StringSplitOptions.RemoveEmptyEntries)) : single.Trim();

    /// <summary>Every place of some words in a folded text, ignoring case, that does not cut a word or a number in two.</summary>
    public static IEnumerable<int> Occurrences(string text, string words)
    {
        for (var at = text.IndexOf(words, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(words, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if (!Joins(text, at - 1, at, -1) && !Joins(text, at + words.Length, at + words.Length - 1, 1))
            {
                yield return at;
            }
        }
    }

    // "49.00" is no part of "149.00" or "1,049.00", "Pro" none of "Product"; "USD49.00" does hold "49.00".
    private static bool Joins(string text, int outside, int inside, int step)
    {
        if (outside < 0 || outside >= text.Length)
        {
            return false;
        }

        var (other, edge) = (text[outside], text[inside]);
        var beyond = outside + step;
        return (char.IsDigit(other) && char.IsDigit(edge))
            || (char.IsLetter(other) && char.IsLetter(edge) && !FoldedText.IsCjk(other) && !FoldedText.IsCjk(edge))
            || (char.IsDigit(edge) && other is '.' or ',' && beyond >= 0 && beyond < text.Length && char.IsDigit(text[beyond]));
    }

    private SourcePlace PlaceOf(List<(int Start, Row Row)> rows, int at, int length)
    {
        var end = at + length;
        var box = rows.Select(row => BoxOf(row.Row, at - row.Start, end - row.Start)).Aggregate(Box.Around);
        var words = string.Join(' ', rows.Select(row => row.Row.Text[Math.Clamp(at - row.Start, 0, row.Row.Text.Length)..Math.Clamp(end - row.Start, 0, row.Row.Text.Length)].Trim()));
        var all = rows.ConvertAll(row => row.Row);
        return new(all, words, text.EvidenceOf(all[0], all[^1], box, words));
    }

    private static Box BoxOf(Row row, int from, int to)
    {
        var words = new List<Documents.Word>();
        var start = 0;
        foreach (var word in row.Cells.SelectMany(cell => cell.Words))
        {
            if (start < to && start + word.Text.Length > from)
            {
                words.Add(word);
            }

            start += word.Text.Length + 1;
        }

        return words.Count == 0 ? row.Box : Cell.BoxOf(words);
    }

    private static int RowAt(List<(int Start, Row Row)> rows, int index) => rows.FindLastIndex(row => row.Start <= index);

    private static (int Page, string Text, List<(int Start, Row Row)> Rows) PageOf(int page, List<Row> rows)
    {
        var starts = new List<(int, Row)>(rows.Count);
        var length = 0;
        foreach (var row in rows)
        {
            starts.Add((length, row));
            length += row.Text.Length + 1;
        }

        // Rows hold single spaces already, so folding keeps every index.
        return (page, string.Join(' ', rows.Select(row => FoldRow(row.Text))), starts);
    }

    private static string FoldRow(string text) => Fold(text) is var folded && folded.Length == text.Length ? folded : text;
}
