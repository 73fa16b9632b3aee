using LeakWatch.Core.Documents;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace LeakWatch.Documents;

/// <summary>PDF → words with boxes → lines. Runs in the sandboxed reader only.</summary>
internal static class PdfText
{
    // Sorts before letters off the page cost anything: nobody sees them.
    private const double Margin = 2;

    public static ParsingOptions Options { get; } = new() { UseLenientParsing = true, SkipMissingFonts = true, MaxStackDepth = 128 };

    public static ExtractedDocument Read(byte[] bytes)
    {
        using var pdf = PdfDocument.Open(bytes, Options);
        return new()
        {
            Type = DocumentType.Pdf,
            Pages = [.. Enumerable.Range(1, pdf.NumberOfPages).Select(number => ReadPage(pdf.GetPage(number)))],
            InvoiceXml = PdfInvoiceXml.Find(pdf),
        };
    }

    public static TextPage ReadPage(Page page)
    {
        var (width, height) = (page.Width, page.Height);
        var visible = page.Letters.Where(letter => IsOnPage(letter, width, height)).ToLookup(letter => letter.TextOrientation is TextOrientation.Horizontal);
        var upright = TextLines.Page(page.Number, width, height, PdfWords.Horizontal(visible[true], height));
        var angled = PdfWords.Angled(visible[false], height)
            .SelectMany(words => TextLines.Page(page.Number, width, height, words).Lines);

        return upright with { Lines = [.. upright.Lines.Concat(angled).Select((line, index) => line with { Number = index + 1 })] };
    }

    private static bool IsOnPage(Letter letter, double width, double height) =>
        letter.StartBaseLine is var start && start.X > -Margin && start.X < width + Margin && start.Y > -Margin && start.Y < height + Margin;
}
