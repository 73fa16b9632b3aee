using LeakWatch.Core.Documents;
using LeakWatch.Core.Invoices;

namespace LeakWatch.Core.Tests.Invoices;

/// <summary>Pages typed as they look: each character has one place of a grid (two for Chinese, Japanese and Korean), two spaces part columns.</summary>
internal static class PrintedPage
{
    private const double CharacterWidth = 0.0085;
    private const double LineHeight = 0.0165;
    private const double TextHeight = 0.0105;

    public static ExtractedDocument Of(params string[] pages) => new()
    {
        Type = DocumentType.Pdf,
        Pages = [.. pages.Select((page, index) => new TextPage(index + 1, 595, 842, LinesOf(page)))],
    };

    public static NormalizedInvoice Read(params string[] pages) => Assert.Single(ReadAll(pages));

    public static IReadOnlyList<NormalizedInvoice> ReadAll(params string[] pages) =>
        InvoiceReader.Read(Of(pages), new() { FileName = "page.pdf" }).Value!;

    private static List<TextLine> LinesOf(string page)
    {
        var lines = new List<TextLine>();
        var rows = page.ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < rows.Length; i++)
        {
            if (WordsOf(rows[i], 0.05 + (i * LineHeight)) is { Count: > 0 } words)
            {
                lines.Add(new(lines.Count + 1, words));
            }
        }

        return lines;
    }

    private static List<Word> WordsOf(string row, double y)
    {
        var words = new List<Word>();
        var (column, start, text) = (0, 0, "");
        foreach (var c in row + ' ')
        {
            if (c == ' ' && text.Length > 0)
            {
                words.Add(new(text, new(0.05 + (start * CharacterWidth), y, (column - start) * CharacterWidth, TextHeight)));
                text = "";
            }
            else if (c != ' ')
            {
                start = text.Length == 0 ? column : start;
                text += c;
            }

            column += c >= 0x1100 && c is not ('₩' or '€' or '–') ? 2 : 1;
        }

        return words;
    }
}
