using UglyToad.PdfPig;

namespace LeakWatch.Extraction.Sandbox;

/// <summary>The picture that a scanned page is made of, for machines without pdftoppm.</summary>
internal static class PdfPicture
{
    // Of the page: a logo is no scan.
    private const double ShareOfPage = 0.4;

    public static GreyPicture? LargestOn(PdfDocument pdf, int number, string file)
    {
        var page = pdf.GetPage(number);
        var largest = page.GetImages().MaxBy(image => image.BoundingBox.Width * image.BoundingBox.Height);
        if (largest is null || largest.BoundingBox.Width * largest.BoundingBox.Height < ShareOfPage * page.Width * page.Height)
        {
            return null;
        }

        var bytes = largest.RawMemory.Span is [0xFF, 0xD8, ..] ? largest.RawBytes.ToArray() : largest.TryGetPng(out var png) ? png : null;
        return bytes is null ? null : PictureFile.Decode(bytes, file).Value?.Turned(page.Rotation.Value);
    }
}
