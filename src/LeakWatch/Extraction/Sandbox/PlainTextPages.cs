using LeakWatch.Core.Documents;

namespace LeakWatch.Extraction.Sandbox;

/// <summary>Plain text as a page: every character has its place on a grid, so columns made of spaces stay columns.</summary>
internal static class PlainTextPages
{
    // A line of A4 in 10 point holds about this many; less would make letters look huge beside the page.
    private const int Columns = 110;
    private const int MaximumLines = 2000;
    private const int TabWidth = 8;

    /// <summary>Width and height of one character, in points.</summary>
    private const double Advance = 6, Leading = 12;

    public static IReadOnlyList<TextPage> Of(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n').Take(MaximumLines).ToList();
        var words = lines.Index().SelectMany(line => Words(line.Item, line.Index)).ToList();
        var columns = Math.Max(Columns, words.Count == 0 ? 0 : words.Max(word => word.Right) / Advance);
        return words.Count == 0 ? [] : [TextLines.Page(1, columns * Advance, Math.Max(lines.Count, 1) * Leading, words)];
    }

    private static IEnumerable<PlacedWord> Words(string line, int row)
    {
        var (column, start) = (0, 0);
        var word = new System.Text.StringBuilder();
        foreach (var letter in line + " ")
        {
            if (!char.IsWhiteSpace(letter))
            {
                start = word.Length == 0 ? column : start;
                word.Append(letter);
                column++;
                continue;
            }

            if (word.Length > 0 && CleanText.Of(word.ToString()) is { Length: > 0 } clean)
            {
                var baseline = (row + 0.8) * Leading;
                yield return new(clean, start * Advance, row * Leading, column * Advance, (row + 1) * Leading, baseline, Leading * 0.8);
            }

            word.Clear();
            column = letter is '\t' ? (column / TabWidth * TabWidth) + TabWidth : column + 1;
        }
    }
}
