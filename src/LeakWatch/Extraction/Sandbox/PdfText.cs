using LeakWatch.Core;
using LeakWatch.Core.Documents;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Exceptions;

namespace LeakWatch.Extraction.Sandbox;

/// <summary>PDF → words with boxes → lines; pages without text go through OCR. Runs in the sandboxed reader only.</summary>
internal static class PdfText
{
    // Points beyond the edge where a letter is still partly seen.
    private const double Margin = 2;

    /// <summary>A page that shows a picture and fewer letters than this is a scan with a stamp, or a cover.</summary>
    private const int LettersOfText = 25;

    /// <summary>Letters without a meaning (a font without a table of them): the page must be looked at, not read.</summary>
    private const double ShareOfUnreadable = 0.3;

    private static readonly ParsingOptions Options = new() { UseLenientParsing = true, SkipMissingFonts = true, MaxStackDepth = 128 };

    public static Result<ExtractedDocument> Read(byte[] bytes, string file, OpticalReader optical)
    {
        try
        {
            using var pdf = PdfDocument.Open(bytes, Options);
            return pdf.NumberOfPages switch
            {
                <= 0 => ReadingErrors.Corrupt(file),
                > ReadingLimits.Pages => ReadingErrors.TooManyPages(file, pdf.NumberOfPages),
                _ => ReadPages(pdf, bytes, file, optical),
            };
        }
        catch (PdfDocumentEncryptedException)
        {
            return ReadingErrors.Encrypted(file);
        }
    }

    private static Result<ExtractedDocument> ReadPages(PdfDocument pdf, byte[] bytes, string file, OpticalReader optical)
    {
        var (pages, warnings) = (new List<TextPage>(), new List<string>());
        var recognised = false;
        Error? failure = null;
        for (var number = 1; number <= pdf.NumberOfPages; number++)
        {
            var (page, needsEyes, isDamaged) = ReadPage(pdf, number);
            if (isDamaged)
            {
                failure ??= ReadingErrors.Corrupt(file);
                warnings.Add($"Page {number} is damaged; what could be read of it was.");
            }

            if (needsEyes)
            {
                var seen = Look(pdf, bytes, page, file, optical);
                if (seen is { Error: { } error })
                {
                    failure = error;
                    warnings.Add(error.Message);
                }
                else if (seen.Value is var (picture, warning) && Letters(picture) > Letters(page))
                {
                    page = picture;
                    recognised = true;
                    warnings.AddRange(warning is null ? [] : [warning]);
                }
            }

            pages.Add(page);
        }

        if (pages.All(page => page.Lines.Count == 0))
        {
            return failure ?? ReadingErrors.NoText(file);
        }

        return new ExtractedDocument
        {
            Type = DocumentType.Pdf,
            Origin = recognised ? TextOrigin.Ocr : TextOrigin.Text,
            Pages = pages,
            InvoiceXml = PdfInvoiceXml.Find(pdf),
            Warnings = warnings,
        };
    }

    /// <summary>A page that PdfPig cannot finish is not the end of the others: it is looked at instead.</summary>
    private static (TextPage Page, bool NeedsEyes, bool IsDamaged) ReadPage(PdfDocument pdf, int number)
    {
        try
        {
            var page = pdf.GetPage(number);
            var text = TextOf(page);
            var letters = page.Letters.Where(letter => !string.IsNullOrWhiteSpace(letter.Value)).ToList();
            var unreadable = letters.Count(letter => letter.Value.EnumerateRunes().All(CleanText.IsUnreadable));
            var isScan = letters.Count < LettersOfText && page.NumberOfImages > 0;
            return (text, Letters(text) == 0 || isScan || unreadable > letters.Count * ShareOfUnreadable, false);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // PdfPig throws many kinds of exception at damaged pages; each means the same.
            return (new(number, 595, 842, []), true, true);
        }
    }

    /// <summary>In points, of the first pages; the others are not parsed.</summary>
    public static IReadOnlyList<(double Width, double Height)> PageSizes(byte[] bytes, int most)
    {
        using var pdf = PdfDocument.Open(bytes);
        return [.. pdf.GetPages().Take(most).Select(page => (page.Width, page.Height))];
    }

    public static TextPage TextOf(Page page)
    {
        var (width, height) = (page.Width, page.Height);
        var visible = page.Letters.Where(letter => IsOnPage(letter, width, height)).ToLookup(letter => letter.TextOrientation is TextOrientation.Horizontal);
        var upright = TextLines.Page(page.Number, width, height, PdfWords.Horizontal(visible[true], height));
        var angled = PdfWords.Angled(visible[false], height)
            .SelectMany(words => TextLines.Page(page.Number, width, height, words.Where(word => word.Text.Length > 0)).Lines);

        return upright with { Lines = [.. upright.Lines.Concat(angled).Select((line, index) => line with { Number = index + 1 })] };
    }

    private static Result<(TextPage Page, string? Warning)> Look(PdfDocument pdf, byte[] bytes, TextPage page, string file, OpticalReader optical)
    {
        if (!optical.IsInstalled)
        {
            return ReadingErrors.NoTesseract(file);
        }

        var picture = optical.Render(bytes, page.Number, page.Width, page.Height) ?? (optical.CanRender ? null : PdfPicture.LargestOn(pdf, page.Number, file));
        return picture switch
        {
            null when optical.CanRender => ReadingErrors.Corrupt(file),
            null or { IsBlank: true } => (page, null),
            _ => optical.Read(picture, page.Number, page.Width, page.Height, file),
        };
    }

    private static int Letters(TextPage page) => page.Lines.Sum(line => line.Words.Sum(word => word.Text.Length));

    private static bool IsOnPage(Letter letter, double width, double height) =>
        letter.StartBaseLine is var start && start.X > -Margin && start.X < width + Margin && start.Y > -Margin && start.Y < height + Margin;
}
