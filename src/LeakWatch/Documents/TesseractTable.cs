using System.Buffers;
using System.Globalization;

namespace LeakWatch.Documents;

/// <summary>Tesseract's TSV → words with a common baseline for each line, the page's skew taken out.</summary>
internal static class TesseractTable
{
    private const double SureEnough = 50;

    // Of a line's height, which goes from the tallest letter to the lowest.
    private const double Descender = 0.22;
    private const double CapitalsOfSize = 0.72;

    private static readonly SearchValues<char> HangingLetters = SearchValues.Create("gjpqy,;()[]Q");

    public static Recognition Read(string table)
    {
        var lines = Rows(table).GroupBy(row => (row.Block, row.Paragraph, row.Line)).Select(line => new ScannedLine([.. line])).ToList();
        var skew = Skew(lines);
        var words = lines.SelectMany(line => line.Place(skew)).ToList();
        if (words.Count == 0)
        {
            return Recognition.Nothing;
        }

        var sure = words.Where(word => word.Confidence > SureEnough && word.Text.Length > 1).Select(word => word.Bottom - word.Top).Order().ToList();
        return new(
            words,
            words.Sum(word => word.Confidence!.Value * word.Text.Length) / words.Sum(word => word.Text.Length),
            sure.Count == 0 ? 0 : sure[sure.Count / 2]);
    }

    private static IEnumerable<Row> Rows(string table)
    {
        foreach (var line in table.Split('\n').Skip(1))
        {
            if (line.Split('\t') is not ["5", _, var block, var paragraph, var number, _, var left, var top, var width, var height, var confidence, var raw])
            {
                continue;
            }

            var text = CleanText.Of(raw);
            if (text.Length > 0 && !IsRule(text) && double.TryParse(confidence, CultureInfo.InvariantCulture, out var sureness) && sureness >= 0)
            {
                yield return new(Integer(block), Integer(paragraph), Integer(number), Integer(left), Integer(top), Integer(width), Integer(height), sureness, text);
            }
        }

        static int Integer(string text) => int.Parse(text, CultureInfo.InvariantCulture);
    }

    /// <summary>What the lines of a form or table are read as.</summary>
    private static bool IsRule(string text) => text.All(letter => letter is '|' or '_' or '—' or '–' or '~' or '=' or '[' or ']' or '{' or '}' or '\\' or '‘' or '’' or '“' or '”')
        && text is not ("-" or "–" or "—");

    /// <summary>Pixels down for each pixel to the right: the median of the longer lines.</summary>
    private static double Skew(List<ScannedLine> lines)
    {
        var slopes = lines.Select(line => line.Slope).OfType<double>().Order().ToList();
        return slopes.Count < 3 ? 0 : slopes[slopes.Count / 2];
    }

    private sealed record Row(int Block, int Paragraph, int Line, int Left, int Top, int Width, int Height, double Confidence, string Text)
    {
        public double Centre => Left + (Width / 2.0);

        /// <summary>Where the letters stand: their lowest point, unless some hang below the line.</summary>
        public double Baseline(double size) => Top + Height - (Text.AsSpan().ContainsAny(HangingLetters) ? Descender * size : 0);
    }

    private sealed class ScannedLine
    {
        private readonly IReadOnlyList<Row> words;
        private readonly double size;

        public ScannedLine(IReadOnlyList<Row> words)
        {
            this.words = words;
            var heights = words.Select(word => (double)word.Height).Order().ToList();
            size = heights[heights.Count * 3 / 4] / CapitalsOfSize;
        }

        public double? Slope
        {
            get
            {
                var (first, last) = (words[0], words[^1]);
                var distance = last.Centre - first.Centre;
                return words.Count >= 3 && distance > 8 * size ? (last.Baseline(size) - first.Baseline(size)) / distance : null;
            }
        }

        public IEnumerable<PlacedWord> Place(double skew)
        {
            var baselines = words.Select(word => word.Baseline(size) - (skew * word.Centre)).Order().ToList();
            var baseline = baselines[baselines.Count / 2];
            return words.Select(word => new PlacedWord(
                word.Text, word.Left, word.Top, word.Left + word.Width, word.Top + word.Height, baseline, size, Math.Round(word.Confidence)));
        }
    }
}
