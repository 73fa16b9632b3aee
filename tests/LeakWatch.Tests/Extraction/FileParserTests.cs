using System.Text;
using LeakWatch.Extraction.Sandbox;
using SkiaSharp;

namespace LeakWatch.Tests.Extraction;

public sealed class FileParserTests
{
    [Fact]
    public void More_pages_than_the_limit_are_refused() => AssertError("FILE_TOO_MANY_PAGES", Fixtures.PdfOfPages(21, (50, 50, "page")));

    [Fact]
    public void As_many_pages_as_the_limit_are_read() => Assert.Equal(20, Fixtures.ReadOne(Fixtures.PdfOfPages(20, (50, 50, "page"))).Document!.Pages.Count);

    [Fact]
    public void Half_a_PDF_is_corrupt() => AssertError("FILE_CORRUPT", "%PDF-1.7\n1 0 obj <</Type/Catalog/Pages 2 0 R"u8.ToArray());

    [Fact]
    public void A_binary_file_is_refused_whatever_its_name() => AssertError("UNSUPPORTED_FILE_TYPE", [0, 1, 2, 3, 4, 5, 0, 0, 9], "statement.csv");

    [Fact]
    public void A_blank_page_has_no_text() => AssertError("TEXT_EMPTY", Fixtures.PdfOfPages(1));

    [Fact]
    public void An_empty_file_has_no_text() => AssertError("TEXT_EMPTY", []);

    [Fact]
    public void A_picture_larger_than_any_page_is_refused_by_its_header() => AssertError("FILE_TOO_LARGE", PngHeader(30_000, 30_000));

    [Fact]
    public void A_damaged_picture_is_corrupt() => AssertError("FILE_CORRUPT", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3]);

    [Fact]
    public void A_picture_without_tesseract_says_what_to_install()
    {
        var picture = Fixtures.Encoded(Fixtures.Scan((60, 100, "Invoice")));

        var error = Fixtures.ReadOne(picture, tools: new(null, null, null)).Error;

        Assert.Equal("OCR_FAILED", error!.Code);
        Assert.Contains("tesseract", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_password_is_never_guessed() => AssertError("FILE_ENCRYPTED", EncryptedPdf);

    [Fact]
    public void Recognised_words_stand_where_the_picture_shows_them()
    {
        var part = Fixtures.ReadOne(Fixtures.Encoded(Fixtures.Scan((59.5, 84.2, "Invoice"), (297.5, 421, "149.00"))));

        var words = part.Document!.Pages[0].Lines.SelectMany(line => line.Words).ToDictionary(word => word.Text);
        Assert.InRange(words["Invoice"].Box.X, 0.09, 0.11);
        Assert.InRange(words["149.00"].Box.X, 0.49, 0.51);
        Assert.InRange(words["149.00"].Box.Bottom, 0.49, 0.51);
    }

    [Theory]
    [InlineData(6, 270)] // held upright: the camera stored the top at the right
    [InlineData(3, 180)]
    [InlineData(8, 90)]
    public void A_photo_is_read_the_way_up_that_the_camera_noted(byte orientation, int turned)
    {
        var stored = Fixtures.Scan((60, 100, "Invoice INV-2042"), (60, 300, "Total USD 149.00")).Turned(turned);

        var part = Fixtures.ReadOne(Fixtures.WithExifOrientation(Fixtures.Encoded(stored, SKEncodedImageFormat.Jpeg), orientation));

        Assert.Equal(["Invoice INV-2042", "Total USD 149.00"], Fixtures.Lines(part));
        Assert.Empty(part.Document!.Warnings);
    }

    [Fact]
    public void A_page_in_a_black_frame_is_read_like_one_without()
    {
        var page = Fixtures.Scan((60, 100, "Invoice INV-2042"), (60, 300, "Total USD 149.00"));
        var framed = new GreyPicture(page.Width + 800, page.Height, [.. Enumerable.Range(0, page.Height).SelectMany(y =>
            Enumerable.Repeat((byte)0, 400).Concat(page.Pixels[(y * page.Width)..((y + 1) * page.Width)]).Concat(Enumerable.Repeat((byte)0, 400)))]);

        Assert.Equal(["Invoice INV-2042", "Total USD 149.00"], Fixtures.Lines(Fixtures.ReadOne(Fixtures.Encoded(framed))));
    }

    [Fact]
    public void Delimited_text_is_decoded_but_not_split()
    {
        const string Csv = "Datum;Betrag;Währung\n02.01.2026;49,00;EUR\n03.01.2026;12,50;EUR\n";

        Assert.Equal(Csv, Fixtures.ReadOne(Encoding.Latin1.GetBytes(Csv)).Document!.DelimitedText);
    }

    [Fact]
    public void Columns_made_of_spaces_stay_columns()
    {
        var line = Fixtures.ReadOne("Thank you!\n\nPro plan                      $49.00\nTotal                         $49.00\n"u8.ToArray()).Document!.Pages[0].Lines[1];

        Assert.Equal(["Pro", "plan", "$49.00"], line.Words.Select(word => word.Text));
        Assert.True(line.Words[2].Box.X - line.Words[1].Box.Right > 10 * (line.Words[1].Box.X - line.Words[0].Box.Right));
    }

    private static void AssertError(string code, byte[] bytes, string name = "file")
    {
        var error = Fixtures.ReadOne(bytes, name).Error;
        Assert.Equal(code, error?.Code);
        Assert.StartsWith(name, error!.Message, StringComparison.Ordinal);
    }

    private static byte[] PngHeader(int width, int height)
    {
        byte[] header = [.. "IHDR"u8, .. BigEndian(width), .. BigEndian(height), 8, 0, 0, 0, 0];
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. BigEndian(13), .. header, .. BigEndian(unchecked((int)Crc(header))), .. BigEndian(0), .. "IDAT"u8, .. BigEndian(0x35AF061E)];

        static byte[] BigEndian(int value) => [(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value];
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = 0xFFFFFFFFu;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320u : crc >> 1;
            }
        }

        return ~crc;
    }

    /// <summary>Standard security handler whose user password is not the empty one: the check value is random.</summary>
    private static byte[] EncryptedPdf => Encoding.Latin1.GetBytes("""
        %PDF-1.4
        1 0 obj
        <</Type/Catalog/Pages 2 0 R>>
        endobj
        2 0 obj
        <</Type/Pages/Kids[3 0 R]/Count 1>>
        endobj
        3 0 obj
        <</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]>>
        endobj
        4 0 obj
        <</Filter/Standard/V 1/R 2/P -4/O<0102030405060708091011121314151617181920212223242526272829303132>/U<3132030405060708091011121314151617181920212223242526272829303132>>>
        endobj
        trailer
        <</Size 5/Root 1 0 R/Encrypt 4 0 R/ID[<01020304><01020304>]>>
        startxref
        0
        %%EOF
        """);
}
