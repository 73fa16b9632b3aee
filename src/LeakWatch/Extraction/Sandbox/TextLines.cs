using LeakWatch.Core.Documents;

namespace LeakWatch.Extraction.Sandbox;

/// <summary>Words → the lines a reader sees: all that stands on one baseline across the whole page, whatever its font size.</summary>
internal static class TextLines
{
    // Shares of the font size. Neighbouring columns are seldom set to exactly the same baseline.
    private const double SameBaseline = 0.2;
    private const double HeightOfCapitals = 0.7;
    private const double OverlapThatJoins = 0.55;

    public static TextPage Page(int number, double width, double height, IEnumerable<PlacedWord> words) =>
        new(number, width, height, [.. Group(words).Select((line, index) => new TextLine(
            index + 1, [.. line.OrderBy(word => word.Left).Select(word => new Word(word.Text, Fraction(word, width, height), word.Confidence))]))]);

    /// <returns>Top to bottom.</returns>
    public static IReadOnlyList<IReadOnlyList<PlacedWord>> Group(IEnumerable<PlacedWord> words)
    {
        var rows = new List<Row>();
        foreach (var word in words.OrderBy(word => word.Baseline).ThenBy(word => word.Left))
        {
            if (rows.Count > 0 && rows[^1] is var last && word.Baseline - last.Baseline <= SameBaseline * Math.Min(word.Size, last.Size))
            {
                last.Add(word);
            }
            else
            {
                rows.Add(new(word));
            }
        }

        JoinRaisedAndLowered(rows);
        return [.. rows.Select(row => row.Words)];
    }

    /// <summary>Superscripts, and labels centred on bigger figures: another baseline, the same line to a reader.</summary>
    private static void JoinRaisedAndLowered(List<Row> rows)
    {
        for (var index = 0; index < rows.Count; index++)
        {
            // Rows stand close enough to overlap only with their next few neighbours.
            for (var next = index + 1; next < rows.Count && next <= index + 3; next++)
            {
                var (upper, lower) = (rows[index], rows[next]);
                if (Overlap(upper, lower) >= OverlapThatJoins && !upper.StandsOver(lower) && !IsBetterWithNext(rows, next, upper))
                {
                    upper.Join(lower);
                    rows.RemoveAt(next);
                    next--;
                }
            }
        }
    }

    private static bool IsBetterWithNext(List<Row> rows, int row, Row rival) =>
        row + 1 < rows.Count && Overlap(rows[row], rows[row + 1]) > Overlap(rival, rows[row]) && !rows[row].StandsOver(rows[row + 1]);

    /// <summary>How much of the smaller row's capitals stands beside the other's, 0 to 1.</summary>
    private static double Overlap(Row one, Row other)
    {
        var (oneTop, otherTop) = (one.Baseline - (HeightOfCapitals * one.Size), other.Baseline - (HeightOfCapitals * other.Size));
        var shared = Math.Min(one.Baseline, other.Baseline) - Math.Max(oneTop, otherTop);
        return shared / Math.Max(HeightOfCapitals * Math.Min(one.Size, other.Size), 0.01);
    }

    private static Box Fraction(PlacedWord word, double width, double height)
    {
        var (left, top) = (Math.Clamp(word.Left / width, 0, 1), Math.Clamp(word.Top / height, 0, 1));
        var (right, bottom) = (Math.Clamp(word.Right / width, 0, 1), Math.Clamp(word.Bottom / height, 0, 1));
        return new(Rounded(left), Rounded(top), Rounded(Math.Max(right - left, 0)), Rounded(Math.Max(bottom - top, 0)));

        // A hundred-thousandth of a page is finer than any screen and keeps the JSON small.
        static double Rounded(double fraction) => Math.Round(fraction, 5);
    }

    private sealed class Row(PlacedWord first)
    {
        private readonly List<PlacedWord> words = [first];

        public IReadOnlyList<PlacedWord> Words => words;

        public double Baseline { get; private set; } = first.Baseline;

        public double Size { get; private set; } = first.Size;

        public void Add(PlacedWord word)
        {
            words.Add(word);
            Size = Math.Max(Size, word.Size);
        }

        public void Join(Row other)
        {
            // The bigger type, or the longer text, sets the baseline.
            if (other.Size * other.words.Count > Size * words.Count)
            {
                (Baseline, Size) = (other.Baseline, other.Size);
            }

            words.AddRange(other.words);
        }

        public bool StandsOver(Row other) => words.Any(mine => other.words.Any(theirs =>
            Math.Min(mine.Right, theirs.Right) - Math.Max(mine.Left, theirs.Left) > 0.3 * Math.Min(mine.Size, theirs.Size)));
    }
}
