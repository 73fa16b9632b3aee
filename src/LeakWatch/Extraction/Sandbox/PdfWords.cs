using UglyToad.PdfPig.Content;

namespace LeakWatch.Extraction.Sandbox;

/// <summary>The letters of a PDF page → words. A PDF places letters; spaces, words and lines are what a reader sees in them.</summary>
internal static class PdfWords
{
    // Shares of the font size. Word spaces are 0.2 to 0.3; tight justification goes down to about 0.15, kerning and tracking up to 0.1.
    private const double WordGap = 0.16;
    private const double WordGapAtSpace = 0.06;
    private const double SameBaseline = 0.12;
    private const double DoubleStrike = 0.12;
    private const double Ascent = 0.78;
    private const double Descent = 0.22;

    /// <param name="height">Of the page, in points: PDF counts y from below.</param>
    public static IEnumerable<PlacedWord> Horizontal(IEnumerable<Letter> letters, double height) =>
        Words(letters.Select(letter => Glyph.Of(letter, height)).Where(glyph => glyph is not null).Select(glyph => glyph!));

    /// <summary>Vertical and angled text, in the order in which it was drawn: each unbroken run of letters is one word list.</summary>
    public static IEnumerable<IReadOnlyList<PlacedWord>> Angled(IEnumerable<Letter> letters, double height)
    {
        var run = new List<Letter>();
        foreach (var letter in letters)
        {
            if (run.Count > 0 && !Continues(run[^1], letter))
            {
                yield return [AngledRun(run, height)];
                run.Clear();
            }

            run.Add(letter);
        }

        if (run.Count > 0)
        {
            yield return [AngledRun(run, height)];
        }
    }

    private static bool Continues(Letter last, Letter next)
    {
        var (x, y) = (next.StartBaseLine.X - last.EndBaseLine.X, next.StartBaseLine.Y - last.EndBaseLine.Y);
        return Math.Sqrt((x * x) + (y * y)) < 1.2 * Math.Max(last.PointSize, 1);
    }

    private static PlacedWord AngledRun(List<Letter> run, double height)
    {
        var corners = run.SelectMany(letter => new[] { letter.BoundingBox.BottomLeft, letter.BoundingBox.TopRight, letter.StartBaseLine, letter.EndBaseLine }).ToList();
        var bottom = height - corners.Min(corner => corner.Y);
        return new(
            CleanText.Of(string.Concat(run.Select(letter => letter.Value))),
            corners.Min(corner => corner.X), height - corners.Max(corner => corner.Y), corners.Max(corner => corner.X), bottom,
            bottom, Math.Max(run.Max(letter => letter.PointSize), 1));
    }

    private static IEnumerable<PlacedWord> Words(IEnumerable<Glyph> glyphs)
    {
        foreach (var row in Rows(glyphs))
        {
            foreach (var word in JoinLetterSpaced(Split(row)))
            {
                if (word.ToPlacedWord() is { Text.Length: > 0 } placed)
                {
                    yield return placed;
                }
            }
        }
    }

    private static IEnumerable<List<Glyph>> Rows(IEnumerable<Glyph> glyphs)
    {
        List<Glyph>? row = null;
        foreach (var glyph in glyphs.OrderBy(glyph => glyph.Baseline))
        {
            if (row is not null && glyph.Baseline - row[0].Baseline <= SameBaseline * Math.Min(glyph.Size, row[0].Size))
            {
                row.Add(glyph);
                continue;
            }

            if (row is not null)
            {
                yield return row;
            }

            row = [glyph];
        }

        if (row is not null)
        {
            yield return row;
        }
    }

    private static List<Run> Split(List<Glyph> row)
    {
        var words = new List<Run>();
        var spaceBefore = false;
        foreach (var glyph in row.OrderBy(glyph => glyph.Left).ThenBy(glyph => glyph.Order))
        {
            if (glyph.IsSpace)
            {
                spaceBefore = true;
                continue;
            }

            if (words.Count == 0)
            {
                words.Add(new(glyph));
            }
            else if (words[^1] is var word && !word.Glyphs.TakeLast(3).Any(drawn => IsDrawnTwice(drawn, glyph)))
            {
                if (Separates(word.Glyphs[^1], glyph, spaceBefore))
                {
                    words.Add(new(glyph));
                }
                else
                {
                    word.Glyphs.Add(glyph);
                }
            }

            spaceBefore = false;
        }

        return words;
    }

    /// <summary>Bold by drawing the same letter twice, a hair apart.</summary>
    private static bool IsDrawnTwice(Glyph drawn, Glyph glyph) =>
        drawn.Text == glyph.Text && glyph.Left - drawn.Left < DoubleStrike * glyph.Size && Math.Abs(drawn.Size - glyph.Size) < 0.5;

    private static bool Separates(Glyph last, Glyph next, bool spaceBefore)
    {
        var size = Math.Min(last.Size, next.Size);
        var gap = next.Left - last.Right;

        // A jump backwards is another text printed over this one, unless it is kerning.
        return gap > (spaceBefore ? WordGapAtSpace : WordGap) * size
            || gap < -0.7 * size
            || (char.IsDigit(last.Text[^1]) && char.IsDigit(next.Text[0]) && next.Size / last.Size is < 0.7 or > 1.45);
    }

    /// <summary>I N V O I C E → INVOICE: four or more lone letters at even distances. 합 계 → 합계: two ideographs are enough.</summary>
    private static IEnumerable<Run> JoinLetterSpaced(List<Run> words)
    {
        for (var start = 0; start < words.Count;)
        {
            var end = start + 1;
            while (end < words.Count && words[start].IsLoneLetter && words[end].IsLoneLetter
                && words[start].IsLoneIdeograph == words[end].IsLoneIdeograph && GapIsEven(words, start, end))
            {
                end++;
            }

            if (end - start >= 4 || (end - start >= 2 && words[start].IsLoneIdeograph))
            {
                yield return new(words[start].Glyphs[0]) { Glyphs = [.. words[start..end].SelectMany(word => word.Glyphs)] };
                start = end;
            }
            else
            {
                yield return words[start++];
            }
        }
    }

    private static bool GapIsEven(List<Run> words, int start, int end)
    {
        var gap = Gap(end - 1);
        var first = Gap(start);
        var size = words[end].Glyphs[0].Size;
        return gap < (words[end].IsLoneIdeograph ? CleanText.IdeographGap : 0.9) * size && Math.Abs(gap - first) < 0.15 * size && Math.Abs(size - words[start].Glyphs[0].Size) < 0.1;

        double Gap(int index) => words[index + 1].Glyphs[0].Left - words[index].Glyphs[0].Right;
    }

    private sealed class Run(Glyph first)
    {
        public List<Glyph> Glyphs { get; init; } = [first];

        public bool IsLoneLetter => Glyphs is [{ Text: [var letter] }] && char.IsLetter(letter);

        public bool IsLoneIdeograph => Glyphs is [{ Text: [var letter] }] && CleanText.IsIdeograph(letter);

        public PlacedWord ToPlacedWord()
        {
            var size = Glyphs.Max(glyph => glyph.Size);
            var baseline = Glyphs[0].Baseline;
            return new(
                CleanText.Of(string.Concat(Glyphs.Select((glyph, index) => glyph.Text is "\0" ? Punctuation(glyph, index) : glyph.Text))),
                Glyphs.Min(glyph => glyph.Left), baseline - (Ascent * size), Glyphs.Max(glyph => glyph.Right), baseline + (Descent * size), baseline, size);
        }

        // Browsers write U+0000 for glyphs that only a font feature reaches: the hyphen, colon and brackets beside capitals. Their shape tells them apart.
        private string Punctuation(Glyph glyph, int index) => glyph.Shape switch
        {
            { Height: > 0 and < 0.2, Rise: > 0.15 } => "-",
            { Height: > 0 and < 0.2, Rise: < -0.05 } => "_",
            { Width: < 0.25, Height: < 0.25 } => ".",
            { Width: < 0.25, Height: < 0.72 } => ":",
            { Width: < 0.4, Height: > 0.8 } => index == 0 ? "(" : index == Glyphs.Count - 1 ? ")" : "/",
            { Height: > 0.8 } => "/",
            _ => "",
        };
    }

    private sealed record Glyph(string Text, double Left, double Right, double Baseline, double Size, int Order)
    {
        /// <summary>What the glyph covers of its font size, and how far above the baseline that begins.</summary>
        public (double Width, double Height, double Rise) Shape { get; private init; }

        public bool IsSpace => string.IsNullOrWhiteSpace(Text);

        public static Glyph? Of(Letter letter, double height)
        {
            var box = letter.BoundingBox;
            var (left, right) = (letter.StartBaseLine.X, letter.EndBaseLine.X);

            // Fonts without widths: what the glyph covers is the next best thing.
            if (right - left < 0.01)
            {
                (left, right) = (Math.Min(box.Left, left), Math.Max(box.Right, right));
            }

            var size = letter.PointSize > 0.5 && box.Height < 2 * letter.PointSize ? letter.PointSize : Math.Max(letter.GlyphRectangleLoose.Height, box.Height);
            var known = double.IsFinite(left) && double.IsFinite(right) && double.IsFinite(letter.StartBaseLine.Y) && double.IsFinite(size);
            return known && letter.Value.Length > 0
                ? new(letter.Value, left, right, height - letter.StartBaseLine.Y, Math.Max(size, 0.5), letter.TextSequence)
                {
                    Shape = (box.Width / size, box.Height / size, (box.Bottom - letter.StartBaseLine.Y) / size),
                }
                : null;
        }
    }
}
