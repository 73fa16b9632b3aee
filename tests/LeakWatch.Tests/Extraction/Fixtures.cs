using System.IO.Compression;
using System.Text;
using LeakWatch.Extraction;
using LeakWatch.Extraction.Sandbox;
using SkiaSharp;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace LeakWatch.Tests.Extraction;

/// <summary>Small files, made when a test needs them.</summary>
internal static class Fixtures
{
    public static ReaderTools Tools { get; } = InstalledTools.Find();

    /// <summary>A4 in 14 point Helvetica; each word is placed at (x, y) points from the top left.</summary>
    public static byte[] Pdf(params (double X, double Y, string Text)[] words) => PdfOfPages(1, words);

    public static byte[] PdfOfPages(int pages, params (double X, double Y, string Text)[] words)
    {
        using var builder = new PdfDocumentBuilder();
        var font = builder.AddStandard14Font(Standard14Font.Helvetica);
        for (var number = 0; number < pages; number++)
        {
            var page = builder.AddPage(PageSize.A4);
            foreach (var (x, y, text) in words)
            {
                page.AddText(text, 14, new PdfPoint(x, page.PageSize.Height - y), font);
            }
        }

        return builder.Build();
    }

    /// <summary>A page that is nothing but a picture, as scanners make it.</summary>
    public static byte[] ScannedPdf(byte[] png)
    {
        using var builder = new PdfDocumentBuilder();
        var page = builder.AddPage(PageSize.A4);
        page.AddPng(png, page.PageSize);
        return builder.Build();
    }

    /// <summary>One page written by hand, for what no builder makes.</summary>
    /// <param name="page">Further entries of the page's dictionary.</param>
    /// <param name="filter">Of the content stream.</param>
    public static byte[] RawPdf(byte[] content, string page = "", string filter = "")
    {
        using var file = new MemoryStream();
        var offsets = new List<long>();
        Write("%PDF-1.4\n");
        Object("<</Type/Catalog/Pages 2 0 R>>");
        Object("<</Type/Pages/Kids[3 0 R]/Count 1>>");
        Object($"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]{page}/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>");
        offsets.Add(file.Length);
        Write($"4 0 obj\n<</Length {content.Length}{filter}>>\nstream\n");
        file.Write(content);
        Write("\nendstream\nendobj\n");
        Object("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>");
        var start = file.Length;
        Write($"xref\n0 6\n0000000000 65535 f \n{string.Concat(offsets.Select(offset => $"{offset:0000000000} 00000 n \n"))}");
        Write($"trailer\n<</Size 6/Root 1 0 R>>\nstartxref\n{start}\n%%EOF");
        return file.ToArray();

        void Write(string text) => file.Write(Encoding.Latin1.GetBytes(text));
        void Object(string body)
        {
            offsets.Add(file.Length);
            Write($"{offsets.Count} 0 obj\n{body}\nendobj\n");
        }
    }

    public static byte[] Text(double x, double y, string text, double size = 20) =>
        Encoding.Latin1.GetBytes(FormattableString.Invariant($"BT /F {size} Tf {x} {y} Td ({text}) Tj ET "));

    /// <summary>A few kilobytes that become <paramref name="megabytes"/> of spaces when the page is read.</summary>
    public static byte[] FlateBomb(int megabytes) =>
        RawPdf(Packed(Packed(new byte[megabytes * 1024 * 1024])), filter: "/Filter[/FlateDecode/FlateDecode]");

    private static byte[] Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest))
        {
            zlib.Write(bytes);
        }

        return packed.ToArray();
    }

    public static byte[] Zip(params (string Name, byte[] Content)[] files)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return packed.ToArray();
    }

    /// <summary>What a scanner or screenshot would give for the same words: grey, 200 dpi.</summary>
    public static GreyPicture Scan(params (double X, double Y, string Text)[] words) =>
        new OpticalReader(Tools, () => { }).Render(Pdf(words), 1, 595, 842)
            ?? throw new InvalidOperationException("pdftoppm is missing; run ./lw setup.");

    public static byte[] Encoded(GreyPicture picture, SKEncodedImageFormat format = SKEncodedImageFormat.Png)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(picture.Width, picture.Height, SKColorType.Gray8, SKAlphaType.Opaque));
        for (var y = 0; y < picture.Height; y++)
        {
            System.Runtime.InteropServices.Marshal.Copy(picture.Pixels, y * picture.Width, bitmap.GetPixels() + (y * bitmap.RowBytes), picture.Width);
        }

        using var data = bitmap.Encode(format, 90);
        return data.ToArray();
    }

    /// <summary>The JPEG with a camera's note of how it was held.</summary>
    public static byte[] WithExifOrientation(byte[] jpeg, byte orientation)
    {
        byte[] tiff = [.. "Exif\0\0MM\0*\0\0\0\x08"u8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];
        return [.. jpeg[..2], 0xFF, 0xE1, 0, (byte)(tiff.Length + 2), .. tiff, .. jpeg[2..]];
    }

    /// <summary>Reads in this process: for files of our own making.</summary>
    public static IReadOnlyList<ReadPart> Read(byte[] bytes, string name = "file", ReaderTools? tools = null)
    {
        var parts = new List<ReadPart>();
        new FileParser(tools ?? Tools, new(name, 0), message => parts.AddRange(message.Part is { } part ? [part] : [])).Read(bytes);
        return parts;
    }

    public static ReadPart ReadOne(byte[] bytes, string name = "file", ReaderTools? tools = null) => Assert.Single(Read(bytes, name, tools));

    public static IReadOnlyList<string> Lines(ReadPart part) =>
        [.. (part.Document ?? throw new InvalidOperationException(part.Error?.Message)).Pages.SelectMany(page => page.Lines).Select(line => line.Text)];
}
