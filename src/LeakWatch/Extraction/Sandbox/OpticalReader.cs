using System.Diagnostics;
using System.Globalization;
using LeakWatch.Core;
using LeakWatch.Core.Documents;

namespace LeakWatch.Extraction.Sandbox;

/// <summary>Pages that are pictures → text pages, within one document's time. Knows which programs there are and which there are not.</summary>
/// <param name="begins">Called before each page that is looked at: the first gives the document the time of OCR, each further one adds to it.</param>
internal sealed class OpticalReader(ReaderTools tools, Action begins)
{
    // What it takes to tell the parent before its own limit is reached.
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(4);

    // Of a page in points: A4 at 200 dpi is 4 megapixels; a poster is drawn coarser.
    private const double Dpi = 200;
    private const double RenderedPixels = 9_000_000;
    private const double PointsPerInch = 72;

    private readonly PictureText? text = tools.Tesseract is { } program ? new(new(program, tools.TessdataFolder)) : null;
    private long started;
    private int page;
    private int pages;

    public bool IsInstalled => text is not null;

    public bool CanRender => tools.PdfToPpm is not null;

    /// <returns>A page without lines where the picture shows no words.</returns>
    public Result<(TextPage Page, string? Warning)> Read(GreyPicture picture, int number, double width, double height, string file)
    {
        if (text is null)
        {
            return ReadingErrors.NoTesseract(file);
        }

        Begin(number);
        if (Remaining() <= TimeSpan.Zero)
        {
            return ReadingErrors.TimedOut(file, ReadingBudget.Shared.OcrOf(pages));
        }

        if (text.Read(picture, Least(Remaining(), ReadingLimits.OcrPage)) is not var (recognition, turn))
        {
            return Remaining() <= TimeSpan.Zero ? ReadingErrors.TimedOut(file, ReadingBudget.Shared.OcrOf(pages)) : ReadingErrors.OcrFailed(file, text.Failure);
        }

        var upright = turn is 90 or 270 ? (Width: picture.Height, Height: picture.Width) : (picture.Width, picture.Height);
        var read = TextLines.Page(number, upright.Width, upright.Height, recognition.Words);
        return (turn is 90 or 270 ? read with { Width = height, Height = width } : read with { Width = width, Height = height },
            turn == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"Page {number} lies on its side or head; it was read turned by {turn} degrees."));
    }

    /// <summary>Draws one page of a PDF.</summary>
    /// <returns>Null when it cannot be drawn.</returns>
    public GreyPicture? Render(byte[] pdf, int number, double width, double height)
    {
        Begin(number);
        if (tools.PdfToPpm is not { } program || Remaining() <= TimeSpan.Zero)
        {
            return null;
        }

        var dpi = Math.Min(Dpi, Math.Sqrt(RenderedPixels / Math.Max(width * height, 1)) * PointsPerInch);
        var only = number.ToString(CultureInfo.InvariantCulture);
        string[] arguments = ["-r", dpi.ToString("0", CultureInfo.InvariantCulture), "-gray", "-cropbox", "-q", "-f", only, "-l", only, "-"];
        return OcrProcess.Run(program, arguments, pdf, Least(Remaining(), ReadingLimits.OcrPage / 2), null, out _) is { } bytes ? GreyPicture.FromPgm(bytes) : null;
    }

    private void Begin(int number)
    {
        if (number == page)
        {
            return;
        }

        (page, pages) = (number, pages + 1);
        started = started == 0 ? Stopwatch.GetTimestamp() : started;
        begins();
    }

    private TimeSpan Remaining() => ReadingBudget.Shared.OcrOf(pages) - Margin - Stopwatch.GetElapsedTime(started);

    private static TimeSpan Least(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
