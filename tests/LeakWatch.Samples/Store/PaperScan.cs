using LeakWatch.Samples.Layouts;
using SkiaSharp;

namespace LeakWatch.Samples.Store;

/// <summary>A paper invoice as an office scanner sees it: 150 dpi, grey, a little askew.</summary>
internal static class PaperScan
{
    private const int Width = 1240;
    private const int Height = 1754;

    public static SampleFile File() => new("store/harbour-scan.png", Render());

    private static byte[] Render()
    {
        using var bitmap = new SKBitmap(new SKImageInfo(Width, Height, SKColorType.Gray8, SKAlphaType.Opaque));
        using var canvas = new SKCanvas(bitmap);
        using var regular = SKTypeface.FromData(SKData.CreateCopy(Fonts.Read("LiberationSans-Regular.ttf")));
        using var bold = SKTypeface.FromData(SKData.CreateCopy(Fonts.Read("LiberationSans-Bold.ttf")));
        using var ink = new SKPaint { Color = new SKColor(35, 35, 35), IsAntialias = true };
        canvas.Clear(new SKColor(248, 248, 248));
        canvas.RotateDegrees(0.35f, Width / 2f, Height / 2f);

        Write("Harbour Box Company", 110, 150, 40, strong: true);
        Write("7 Wharf Lane, Astoria, OR 97103", 110, 195, 24);
        Write("INVOICE", 900, 150, 40, strong: true);
        Write("Invoice No. HB-3391", 860, 230, 26);
        Write("Date: October 8, 2025", 860, 268, 26);
        Write("Bill to: " + DemoStore.Name, 110, 340, 26);
        Write(DemoStore.Address + ", " + DemoStore.City, 110, 376, 26);
        Row("Description", "Qty", "Price", "Amount", 500, strong: true);
        canvas.DrawLine(110, 518, 1130, 518, ink);
        Row("Mailer boxes, small", "200", "$0.42", "$84.00", 570);
        Row("Packing tape, 12 rolls", "1", "$26.40", "$26.40", 622);
        canvas.DrawLine(110, 650, 1130, 650, ink);
        Row("", "", "Subtotal", "$110.40", 710);
        Row("", "", "Total", "$110.40", 760, strong: true);
        Write("Paid in cash. Thank you.", 110, 880, 26);
        Write("Sample document. Every company, person and amount in it is invented.", 110, 1660, 20);

        using var image = SKImage.FromBitmap(bitmap);
        using var png = image.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();

        void Write(string text, float x, float y, float size, bool strong = false, SKTextAlign align = SKTextAlign.Left)
        {
            using var font = new SKFont(strong ? bold : regular, size) { Hinting = SKFontHinting.None, Subpixel = true };
            canvas.DrawText(text, x, y, align, font, ink);
        }

        void Row(string description, string quantity, string price, string amount, float y, bool strong = false)
        {
            Write(description, 110, y, 26, strong);
            Write(quantity, 720, y, 26, strong, SKTextAlign.Right);
            Write(price, 930, y, 26, strong, SKTextAlign.Right);
            Write(amount, 1130, y, 26, strong, SKTextAlign.Right);
        }
    }
}
