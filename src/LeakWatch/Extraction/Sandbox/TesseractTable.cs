using System.Buffers;
using System.Globalization;

namespace LeakWatch.Extraction.Sandbox;

/// <summary>Tesseract's TSV → words with a common baseline for each line, the page's skew taken out.</summary>
internal static class TesseractTable
{
    private const double SureEnough = 50;

    private const double UnlikelyWord = 45;
    private const double DoubtfulWord = 60;

    /// <summary>Grain, stamps and logos; what tesseract gives less than this is seldom even near.</summary>
    private const double Nonsense = 36;

    // Of the letters' height.
    private const double SplitGap = 0.4;

    /// <summary>Korean has spaces between its words, of about a quarter of a letter.</summary>
    private const double SplitGapOfHangul = 0.14;

    // Of a line's height, which goes from the tallest letter to the lowest.
    private const double Descender = 0.22;
    private const double CapitalsOfSize = 0.72;

    private static readonly SearchValues<char> HangingLetters = SearchValues.Create("gjpqy,;()[]Q");

    /// <param name="table">Tesseract's output.</param>
    public static Recognition Read(string table, string language)
    {
        var lines = Rows(table, language)
            .GroupBy(row => (row.Block, row.Paragraph, row.Line))
            .Where(line => !IsNoise([.. line]))
            .Select(line => new ScannedLine([.. JoinSplitWords([.. line])]))
            .ToList();
        var doubtful = DoubtfulShare(table);
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
            sure.Count == 0 ? 0 : sure[sure.Count / 2])
        { DoubtfulShare = doubtful };
    }

    // Of all letters, those that are left out below too: they are what another alphabet looks like.
    private static double DoubtfulShare(string table)
    {
        var (doubtful, all) = (0, 0);
        foreach (var line in table.Split('\n').Skip(1))
        {
            if (line.Split('\t') is ["5", _, _, _, _, _, _, _, _, _, var confidence, var raw] && double.TryParse(confidence, CultureInfo.InvariantCulture, out var sureness) && raw.Any(char.IsLetterOrDigit))
            {
                (doubtful, all) = (doubtful + (sureness < DoubtfulWord ? raw.Length : 0), all + raw.Length);
            }
        }

        return all == 0 ? 0 : (double)doubtful / all;
    }

    private static IEnumerable<Row> Rows(string table, string language)
    {
        foreach (var line in table.Split('\n').Skip(1))
        {
            if (line.Split('\t') is not ["5", _, var block, var paragraph, var number, _, var left, var top, var width, var height, var confidence, var raw])
            {
                continue;
            }

            var text = CleanText.Of(WithCurrency(raw, language));
            if (text.Length > 0 && !IsRule(text) && double.TryParse(confidence, CultureInfo.InvariantCulture, out var sureness) && sureness >= Nonsense)
            {
                yield return new(Integer(block), Integer(paragraph), Integer(number), Integer(left), Integer(top), Integer(width), Integer(height), sureness, text);
            }
        }

        static int Integer(string text) => int.Parse(text, CultureInfo.InvariantCulture);
    }

    /// <summary>The old encodings of Japan and Korea have their currency where ASCII has the backslash, and so do the recognisers trained on them.</summary>
    private static string WithCurrency(string text, string language) => language switch
    {
        "jpn" => text.Replace('\\', '¥'),
        "kor" => text.Replace('\\', '₩'),
        _ => text,
    };

    /// <summary>Grain of a photo and remains of a stamp: a line of scraps that tesseract itself does not believe.</summary>
    private static bool IsNoise(IReadOnlyList<Row> line) =>
        line.All(row => row.Confidence < UnlikelyWord && !row.Text.Any(char.IsDigit)) || (line.Sum(row => row.Text.Length) <= 2 && line.All(row => row.Confidence < SureEnough));

    /// <summary>Each ideograph comes as a word of its own, though together they are the words of labels; and receipts set a gap before the cents.</summary>
    private static List<Row> JoinSplitWords(IReadOnlyList<Row> words)
    {
        var joined = new List<Row>();
        foreach (var word in words)
        {
            if (joined.Count > 0 && joined[^1] is var last && BelongTogether(last, word))
            {
                var top = Math.Min(last.Top, word.Top);
                joined[^1] = last with
                {
                    Text = last.Text + word.Text,
                    Width = word.Left + word.Width - last.Left,
                    Top = top,
                    Height = Math.Max(last.Top + last.Height, word.Top + word.Height) - top,
                    Confidence = (last.Confidence + word.Confidence) / 2,
                };
            }
            else
            {
                joined.Add(word);
            }
        }

        return joined;
    }

    private static bool BelongTogether(Row last, Row word)
    {
        var gap = (word.Left - last.Left - last.Width) / (double)Math.Max(last.Height, word.Height);
        return gap < (IsHangul(last.Text[^1]) && IsHangul(word.Text[0]) ? SplitGapOfHangul : SplitGap)
            ? CleanText.IsIdeograph(last.Text[^1]) || CleanText.IsIdeograph(word.Text[0]) || IsCents(last.Text, word.Text)
            : gap < CleanText.IdeographGap && word.Text.Length == 1 && last.Text.All(CleanText.IsIdeograph) && CleanText.IsIdeograph(word.Text[0]) && last.Text.Length == 1;
    }

    private static bool IsHangul(char letter) => letter is >= '\uAC00' and <= '\uD7A3';

    private static bool IsCents(string amount, string cents) => char.IsAsciiDigit(amount[^1]) && cents is ['.' or ',', >= '0' and <= '9', >= '0' and <= '9'];

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
