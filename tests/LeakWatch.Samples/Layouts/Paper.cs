using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace LeakWatch.Samples.Layouts;

/// <summary>Helvetica is not embedded, as in many small vendors' files; Liberation is a subset font; Nanum has the Korean glyphs.</summary>
internal enum Typeface { Helvetica, Liberation, Nanum }

/// <summary>One A4 page to write on. Points (1/72 inch), origin top left, y is the baseline.</summary>
internal sealed class Paper : IDisposable
{
    public const double Left = 48;
    public const double Right = 595 - 48;
    private const double Height = 842;

    private readonly PdfDocumentBuilder document = new();
    private readonly PdfPageBuilder page;
    private readonly PdfDocumentBuilder.AddedFont regular;
    private readonly PdfDocumentBuilder.AddedFont bold;

    public Paper(Typeface typeface)
    {
        page = document.AddPage(PageSize.A4);
        regular = typeface switch
        {
            Typeface.Helvetica => document.AddStandard14Font(Standard14Font.Helvetica),
            Typeface.Liberation => document.AddTrueTypeFont(Fonts.Read("LiberationSans-Regular.ttf")),
            Typeface.Nanum => document.AddTrueTypeFont(Fonts.Read("NanumGothic.ttf")),
        };
        bold = typeface switch
        {
            Typeface.Helvetica => document.AddStandard14Font(Standard14Font.HelveticaBold),
            Typeface.Liberation => document.AddTrueTypeFont(Fonts.Read("LiberationSans-Bold.ttf")),
            Typeface.Nanum => regular,
        };
        Ink(130, 130, 130).Text(Left, Height - 28, typeface is Typeface.Nanum
            ? "견본 문서입니다. 회사와 사람, 금액은 모두 지어낸 것입니다."
            : "Sample document. Every company, person and amount in it is invented.", 7).BlackInk();
    }

    public Paper Text(double x, double y, string text, double size = 9, bool strong = false)
    {
        page.AddText(text, size, new PdfPoint(x, Height - y), strong ? bold : regular);
        return this;
    }

    /// <summary>Ends at <paramref name="x"/>: amounts stand under each other.</summary>
    public Paper TextTo(double x, double y, string text, double size = 9, bool strong = false) =>
        Text(x - page.MeasureText(text, size, new PdfPoint(0, 0), strong ? bold : regular)[^1].EndBaseLine.X, y, text, size, strong);

    public Paper Rule(double y, double from = Left, double to = Right, double thickness = 0.5)
    {
        page.SetStrokeColor(190, 190, 190);
        page.DrawLine(new PdfPoint(from, Height - y), new PdfPoint(to, Height - y), thickness);
        page.ResetColor();
        return this;
    }

    public Paper Frame(double x, double y, double width, double height)
    {
        page.SetStrokeColor(120, 120, 120);
        page.DrawRectangle(new PdfPoint(x, Height - y - height), width, height, 0.6);
        page.ResetColor();
        return this;
    }

    public Paper Band(double y, double height, (byte Red, byte Green, byte Blue) colour, double x = Left, double width = Right - Left)
    {
        page.SetTextAndFillColor(colour.Red, colour.Green, colour.Blue);
        page.SetStrokeColor(colour.Red, colour.Green, colour.Blue);
        page.DrawRectangle(new PdfPoint(x, Height - y - height), width, height, 0.1, true);
        page.ResetColor();
        return this;
    }

    public Paper Ink(byte red, byte green, byte blue)
    {
        page.SetTextAndFillColor(red, green, blue);
        return this;
    }

    public Paper BlackInk() => Ink(0, 0, 0);

    public byte[] ToPdf() => WithFixedId(document.Build());

    public void Dispose() => document.Dispose();

    /// <summary>PdfPig draws a new file identifier each time; ours comes from the content, so that the same page is the same bytes.</summary>
    private static byte[] WithFixedId(byte[] pdf)
    {
        const int HexDigits = 32;
        var before = "/ID [ <"u8;
        var start = pdf.AsSpan().LastIndexOf(before) + before.Length;
        pdf.AsSpan(start, HexDigits).Fill((byte)'0');
        pdf.AsSpan(start + HexDigits + 2, HexDigits).Fill((byte)'0');
        var id = Encoding.ASCII.GetBytes(Convert.ToHexString(SHA256.HashData(pdf))[..HexDigits]);
        id.CopyTo(pdf.AsSpan(start));
        id.CopyTo(pdf.AsSpan(start + HexDigits + 2));
        return pdf;
    }
}

internal static class Fonts
{
    public static byte[] Read(string name)
    {
        using var stream = typeof(Fonts).Assembly.GetManifestResourceStream("LeakWatch.Samples.Fonts." + name)
            ?? throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"The font {name} is not embedded."));
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
