using LeakWatch.Core.Documents;
using LeakWatch.Core.Invoices;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using Word = LeakWatch.Core.Documents.Word;

namespace LeakWatch.Documents;

/// <summary>PDF → words with boxes → lines. Runs in the sandboxed reader only.</summary>
internal static class PdfText
{
    public static ExtractedDocument Read(byte[] bytes)
    {
        using var pdf = PdfDocument.Open(bytes);
        return new() { Type = DocumentType.Pdf, Pages = [.. pdf.GetPages().Select(ReadPage)] };
    }

    private static TextPage ReadPage(Page page)
    {
        var words = page.GetWords()
            .Where(word => !string.IsNullOrWhiteSpace(word.Text))
            .Select(word => new Word(word.Text, new Box(
                word.BoundingBox.Left / page.Width,
                1 - (word.BoundingBox.Top / page.Height),
                word.BoundingBox.Width / page.Width,
                word.BoundingBox.Height / page.Height)))
            .OrderBy(word => word.Box.Y + (word.Box.Height / 2));

        var lines = new List<List<Word>>();
        foreach (var word in words)
        {
            var middle = word.Box.Y + (word.Box.Height / 2);
            if (lines.Count > 0 && lines[^1] is var last && middle < last[0].Box.Bottom && middle > last[0].Box.Y)
            {
                last.Add(word);
            }
            else
            {
                lines.Add([word]);
            }
        }

        return new(page.Number, page.Width, page.Height,
            [.. lines.Select((line, index) => new TextLine(index + 1, [.. line.OrderBy(word => word.Box.X)]))]);
    }
}
