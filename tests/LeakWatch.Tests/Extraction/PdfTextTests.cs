using LeakWatch.Extraction;
using LeakWatch.Core.Documents;
using LeakWatch.Extraction.Sandbox;

namespace LeakWatch.Tests.Extraction;

public sealed class PdfTextTests
{
    [Fact]
    public void Words_on_one_baseline_are_one_line_whatever_their_order_in_the_file() =>
        Assert.Equal(["Invoice 42", "Total 49.00"], Fixtures.Lines(Fixtures.ReadOne(Fixtures.Pdf((300, 200, "49.00"), (50, 100, "Invoice 42"), (50, 200, "Total")))));

    [Fact]
    public void A_box_is_where_the_page_shows_the_word()
    {
        var box = Fixtures.ReadOne(Fixtures.Pdf((297.5, 421, "Total"))).Document!.Pages[0].Lines[0].Words[0].Box;

        Assert.InRange(box.X, 0.499, 0.501);
        Assert.InRange(box.Bottom, 0.5, 0.51);
        Assert.InRange(box.Y, 0.48, 0.49);
    }

    [Theory]
    [InlineData("/Rotate 90", 0.25, 0.75)] // what stood bottom left stands top left
    [InlineData("/CropBox[100 100 500 700]", 0.125, 0.916)] // the visible page begins at 100, 100
    [InlineData("", 0.25, 0.875)]
    public void Boxes_are_fractions_of_the_page_as_it_is_shown(string page, double x, double bottom)
    {
        var rotated = page.Contains("Rotate", StringComparison.Ordinal);
        var content = rotated ? "BT /F 20 Tf 0 1 -1 0 450 200 Tm (Total) Tj ET"u8.ToArray() : Fixtures.Text(150, rotated ? 0 : page.Length == 0 ? 100 : 150, "Total");

        var word = Fixtures.ReadOne(Fixtures.RawPdf(content, page)).Document!.Pages[0].Lines[0].Words[0];

        Assert.Equal("Total", word.Text);
        Assert.InRange(word.Box.X, x - 0.01, x + 0.01);
        Assert.InRange(word.Box.Bottom, bottom - 0.01, bottom + 0.02);
    }

    [Theory]
    [InlineData("BT /F 20 Tf 6 Tc 50 700 Td (INVOICE) Tj ET", "INVOICE")] // spaced for looks
    [InlineData("BT /F 20 Tf 50 700 Td [(To) -40 (tal) -300 (49.00)] TJ ET", "Total 49.00")] // kerning joins, a space parts
    [InlineData("BT /F 20 Tf 50 700 Td (Total) Tj ET BT /F 20 Tf 50.4 700 Td (Total) Tj ET", "Total")] // bold by printing twice
    [InlineData("BT /F 20 Tf 50 700 Td (Rechnungsnr.) Tj ET BT /F 12 Tf 250 702 Td (471) Tj ET", "Rechnungsnr. 471")] // smaller type centred beside bigger
    [InlineData("BT /F 20 Tf 50 700 Td (49) Tj /F 11 Tf 7 Ts (99) Tj ET", "49 99")] // raised cents are no digits of the amount
    public void Letters_become_the_words_that_a_reader_sees(string content, string line) =>
        Assert.Equal(line, Assert.Single(Fixtures.Lines(Fixtures.ReadOne(Fixtures.RawPdf(System.Text.Encoding.Latin1.GetBytes(content))))));

    [Fact]
    public void Two_columns_whose_lines_interleave_stay_apart()
    {
        byte[] content = [.. Fixtures.Text(50, 700, "Seller"), .. Fixtures.Text(300, 690, "Buyer"), .. Fixtures.Text(50, 680, "Street"), .. Fixtures.Text(300, 670, "Road")];

        Assert.Equal(["Seller", "Buyer", "Street", "Road"], Fixtures.Lines(Fixtures.ReadOne(Fixtures.RawPdf(content))));
    }

    [Theory]
    [InlineData("ﬁnal", "final")]
    [InlineData("１２，３４５", "12,345")]
    [InlineData("soft\u00ADhyphen", "soft-hyphen")]
    [InlineData("zero\u200Bwidth\u0007", "zerowidth")]
    [InlineData("1½", "1½")]
    [InlineData("m²", "m²")]
    public void Text_is_cleaned_without_changing_what_it_says(string printed, string clean) => Assert.Equal(clean, CleanText.Of(printed));

    [Fact]
    public void A_page_without_text_is_read_by_OCR_and_says_so()
    {
        var scan = Fixtures.ScannedPdf(Fixtures.Encoded(Fixtures.Scan((60, 100, "Invoice INV-2042"), (60, 300, "Total"), (350, 300, "USD 149.00"))));

        var part = Fixtures.ReadOne(scan);

        Assert.Equal(TextOrigin.Ocr, part.Document!.Origin);
        Assert.Contains("Total USD 149.00", Fixtures.Lines(part));
    }

    [Fact]
    public void An_invoice_inside_a_PDF_is_found_by_its_content()
    {
        const string Xml = "<rsm:CrossIndustryInvoice xmlns:rsm=\"urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100\"/>";
        Assert.True(PdfInvoiceXml.IsInvoice(Xml));
        Assert.False(PdfInvoiceXml.IsInvoice("<html>CrossIndustry</html>"));
    }
}
