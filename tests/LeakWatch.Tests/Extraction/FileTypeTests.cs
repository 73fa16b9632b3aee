using System.Text;
using LeakWatch.Extraction.Sandbox;

namespace LeakWatch.Tests.Extraction;

public sealed class FileTypeTests
{
    private const string Csv = "date,description,amount\n2026-01-02,Judge.me,15.00\n2026-02-02,Klaviyo,45.00\n";
    private const string Mail = "From: billing@example.com\nTo: shop@example.com\nSubject: Your receipt\n\nTotal $5\n";
    private const string Ubl = "<?xml version=\"1.0\"?><Invoice xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Invoice-2\"/>";

    [Theory]
    [InlineData("%PDF-1.7\n", nameof(FileKind.Pdf))]
    [InlineData("junk before it\n%PDF-1.7\n", nameof(FileKind.Pdf))]
    [InlineData("PK\u0003\u0004", nameof(FileKind.Zip))]
    [InlineData("PK\u0003\u0004............[Content_Types].xml", nameof(FileKind.Unsupported))]
    [InlineData("MZ\u0090\0\u0003", nameof(FileKind.Unsupported))]
    [InlineData("GIF89a", nameof(FileKind.Unsupported))]
    [InlineData(Csv, nameof(FileKind.DelimitedText))]
    [InlineData("a;b;c\n1;2;3\n", nameof(FileKind.DelimitedText))]
    [InlineData("date\tamount\n2026-01-02\t5.00\n", nameof(FileKind.DelimitedText))]
    [InlineData("Dear customer,\nthank you, we charged $5.00.\n", nameof(FileKind.PlainText))]
    [InlineData(Mail, nameof(FileKind.Mail))]
    [InlineData(Ubl, nameof(FileKind.Xml))]
    [InlineData("<?xml version=\"1.0\"?><note/>", nameof(FileKind.Unsupported))]
    [InlineData("<!DOCTYPE html><html><body>Total $5</body></html>", nameof(FileKind.Html))]
    [InlineData("\0\u0001\u0002\u0003\u0004binary\0\0", nameof(FileKind.Unsupported))]
    [InlineData("", nameof(FileKind.Empty))]
    public void A_file_is_what_it_holds(string content, string kind) =>
        Assert.Equal(kind, FileType.Of(Encoding.Latin1.GetBytes(content)).Kind.ToString());

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("windows-1252")]
    public void Western_text_is_decoded_whatever_its_encoding(string encoding)
    {
        TextEncoding.Register();
        const string Text = "Datum;Betrag;Währung\n02.01.2026;49,00;€\n03.01.2026;12,50;Gebühr für Café\n";

        Assert.Equal(Text, TextEncoding.Decode(Encoding.GetEncoding(encoding).GetBytes(Text)));
    }

    [Theory]
    [InlineData("Judge.me’s plan, don’t cancel: £9")]
    [InlineData("Währung")]
    [InlineData("Año: ¿cuánto?")]
    public void A_lone_accent_does_not_make_a_text_Japanese_or_Korean(string text)
    {
        TextEncoding.Register();
        Assert.Equal(text, TextEncoding.Decode(Encoding.GetEncoding(1252).GetBytes(text)));
    }

    [Theory]
    [InlineData(949, "거래일자,적요,출금금액\n2026-01-02,쇼피파이 결제,49000\n2026-02-02,클라비요 구독료,61000\n")]
    [InlineData(932, "日付,摘要,金額\n2026-01-02,月額利用料,4900\n2026-02-02,サブスクリプション,6100\n")]
    public void Korean_and_Japanese_of_the_old_encodings_are_told_apart(int codePage, string text) => AssertDecodes(codePage, text);

    [Theory]
    [InlineData(54936, "交易时间,商品名称,金额（元）\n2026-01-02,微商城月费,98.00\n2026-02-02,短信服务,12.00\n")]
    [InlineData(950, "交易日期,摘要,支出金額\n2026-01-02,訂閱費用,98\n2026-02-02,簡訊服務,12\n")]
    [InlineData(51932, "日付,摘要,金額\n2026-01-02,月額利用料,4900\n2026-02-02,サブスクリプション,6100\n")]
    [InlineData(1251, "Дата операции;Сумма;Описание\n02.01.2026;-990,00;Подписка\n")]
    [InlineData(1253, "Ημερομηνία;Ποσό\n02.01.2026;-99,00\n")]
    public void Other_alphabets_of_the_old_encodings_are_told_apart(int codePage, string text) => AssertDecodes(codePage, text);

    [Theory]
    [InlineData(1250, "Data księgowania;Opis;Kwota\n02.01.2026;Opłata za usługę;-9,90\n")]
    [InlineData(28592, "Data księgowania;Opis;Kwota\n02.01.2026;Opłata miesięczna, ćwiartka;-9,90\n")]
    [InlineData(1250, "Datum zaúčtování;Částka;Zpráva pro příjemce\n02.01.2026;-99,00;měsíční poplatek\n")]
    [InlineData(1254, "Tarih;Açıklama;Tutar\n02.01.2026;Aylık üyelik ücreti, İşlem;-99,00\n")]
    [InlineData(1252, "Fecha;Nº;Operación;Señal\n02.01.2026;1;1ª cuota;£9\n")]
    [InlineData(1252, "Dato;Tekst;Beløb\n02.01.2026;Årsgebyr på æske;-99,00\n")]
    [InlineData(1252, "Date;Libellé;Débit\n02.01.2026;Prélèvement reçu à l’étranger;9 €\n")]
    [InlineData(1252, "Data;Descrição;Situação;Crédito\n02.01.2026;Tarifa;Agendado;9,00\n")]
    [InlineData(850, "Datum;Empfänger;Währung\n02.01.2026;Gebühr für Müller;EUR\n")]
    [InlineData(10000, "Datum;Empfänger;Währung\n02.01.2026;Gebühr für Müller;EUR\n")]
    public void The_accents_of_one_language_tell_its_code_page(int codePage, string text) => AssertDecodes(codePage, text);

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_text() =>
        Assert.Equal("a,b\n1,2\n", TextEncoding.Decode([0xEF, 0xBB, 0xBF, .. "a,b\n1,2\n"u8]));

    [Fact]
    public void Bytes_without_meaning_are_no_text() => Assert.Null(TextEncoding.Decode([0x80, 0x01, 0x02, 0x90, 0x03, 0x04, 0xFF, 0x07]));

    private static void AssertDecodes(int codePage, string text)
    {
        TextEncoding.Register();
        Assert.Equal(text, TextEncoding.Decode(Encoding.GetEncoding(codePage).GetBytes(text)));
    }
}
