using System.Buffers;
using LeakWatch.Core.Documents;
using LeakWatch.Core.Invoices;

namespace LeakWatch.Findings.Report;

/// <summary>A page drawn from its words, each where it stood, with the evidence in amber. What is far from the evidence is cut off.</summary>
internal static class PagePicture
{
    private const double Width = 600;
    // As much as the fade at a cut edge covers, so that no line of the evidence pales.
    private const double Margin = 60;
    private const int MaxWords = 1500;

    /// <summary>Above this the head of the page (who, when, for whom) stays in the picture.</summary>
    private const double HeadHeight = 460;
    private const double KeptAbove = 150;
    private const double KeptBelow = 120;

    private static readonly SearchValues<char> SmallLetters = SearchValues.Create("acegmnopqrsuvwxyz.,:;-–_·");
    private static readonly SearchValues<char> Descenders = SearchValues.Create("gjpqy,;()[]{}$|@");

    /// <param name="withHead">False for further pages of one finding, where the lines around the evidence are enough.</param>
    public static Html? Write(TextPage page, TextOrigin origin, IReadOnlyList<EvidencePointer> evidence, bool withHead)
    {
        var lines = page.Lines.Where(line => line.Words.Count > 0).ToList();
        if (page.Width <= 0 || page.Height <= 0 || lines.Count == 0 || lines.Sum(line => line.Words.Count) > MaxWords)
        {
            return null;
        }

        var height = Width * page.Height / page.Width;
        var marked = evidence.SelectMany(pointer => Boxes(lines, pointer)).Distinct().ToList();
        var (top, bottom) = Cut(lines, marked, height, withHead);
        var shown = lines.Where(line => line.Box.Bottom * height > top && line.Box.Y * height < bottom);
        var edges = (top > 0 ? " cut-above" : "") + (bottom < height && lines.Any(line => line.Box.Y * height >= bottom) ? " cut-below" : "");
        return Html.Of($"""
            <svg class="page{edges}" viewBox="0 {top} {Width} {bottom - top}" role="img" aria-label="Page {page.Number} with the evidence marked">
            {Html.Join(marked.Select(box => Html.Of($"""<rect class="marked" x="{(box.X * Width) - 4}" y="{(box.Y * height) - 3.5}" width="{(box.Width * Width) + 8}" height="{(box.Height * height) + 7}" rx="3"/>""")))}
            {Html.Join(shown.Select(line => Line(line, height, origin)))}
            </svg>
            """);
    }

    private static (double Top, double Bottom) Cut(List<TextLine> lines, List<Box> marked, double height, bool withHead)
    {
        var (first, last) = marked.Count == 0 ? (0, height) : (marked.Min(box => box.Y) * height, marked.Max(box => box.Bottom) * height);
        var top = withHead && first <= HeadHeight ? 0 : Math.Max(0, first - KeptAbove);

        // Not into the empty half of a page: what is shown ends below its last line.
        var end = lines.Where(line => line.Box.Y * height < last + KeptBelow).Max(line => line.Box.Bottom) * height;
        return (top, Math.Min(height, Math.Max(end, last) + Margin));
    }

    private static IEnumerable<Box> Boxes(List<TextLine> lines, EvidencePointer pointer)
    {
        if (pointer.LineStart is not { } first)
        {
            return pointer.Box is { Width: > 0 } box ? [box] : [];
        }

        var last = pointer.LineEnd ?? first;
        return lines.Where(line => line.Number >= first && line.Number <= last).Select(line => line.Box);
    }

    private static Html Line(TextLine line, double height, TextOrigin origin) => Html.Join(line.Words.Select(word =>
    {
        var (size, baseline) = Type(word, height, origin);
        return Html.Of($"""<text x="{word.Box.X * Width}" y="{baseline}" font-size="{size}" textLength="{word.Box.Width * Width}" lengthAdjust="spacingAndGlyphs">{word.Text}</text>""");
    }));

    /// <summary>
    /// The box of a word that was text is as tall as its type, with 0.22 of it below the baseline (PdfWords). OCR draws boxes around ink, so there
    /// "no" is lower than "No": small letters reach 0.53 of the type size above the baseline, capitals 0.72, Hangul and Han 0.86.
    /// </summary>
    private static (double Size, double Baseline) Type(Word word, double height, TextOrigin origin)
    {
        var (above, below) = origin is TextOrigin.Text ? (0.78, 0.22) : word.Text.Any(letter => letter > '\u2E80') ? (0.86, 0.12) :
            (word.Text.All(letter => SmallLetters.Contains(letter)) ? 0.53 : 0.72, word.Text.Any(letter => Descenders.Contains(letter)) ? 0.2 : 0);
        var size = word.Box.Height * height / (above + below);
        return (size, (word.Box.Bottom * height) - (below * size));
    }
}
