namespace LeakWatch.Core.Tests.Invoices;

/// <summary>Forms and words of single countries, values invented.</summary>
public sealed class NationalFormTests
{
    [Fact]
    public void A_Korean_tax_form_is_in_won_and_names_the_supplier_first()
    {
        var invoice = PrintedPage.Read("""
            전자세금계산서
            승인번호 20260228-11000000-55667788
            등록번호  321-81-00042          등록번호  220-86-55221
            상호  주식회사 노을기획          상호  (주)강물상점
            작성일자      공급가액      세액
            2026-02-28    300,000      30,000
            품목              수량    단가       공급가액    세액
            월 구독료           1    300,000    300,000    30,000
            합계금액
            330,000
            """);

        Assert.Equal(("주식회사 노을기획", "KRW", 330000m, 30000m), (invoice.Vendor.Name, invoice.Invoice.Currency, invoice.Invoice.TotalAmount, invoice.Invoice.TaxAmount));
    }

    [Fact]
    public void A_Brazilian_service_note_names_provider_and_number_above_their_values()
    {
        var invoice = PrintedPage.Read("""
            PREFEITURA DO MUNICÍPIO            Número da Nota
            NOTA FISCAL ELETRÔNICA             00007719
                                               Data e Hora de Emissão
                                               10/03/2026 09:12:44
            PRESTADOR DE SERVIÇOS
            Nome/Razão Social: Cajueiro Sistemas Ltda
            CPF/CNPJ: 12.345.678/0001-90
            TOMADOR DE SERVIÇOS
            Nome/Razão Social: Padaria Central Ltda
            VALOR TOTAL DO SERVIÇO = R$ 1.290,00
            """);

        Assert.Equal(("Cajueiro Sistemas Ltda", "00007719", new DateOnly(2026, 3, 10), "BRL"), (invoice.Vendor.Name, invoice.Invoice.InvoiceNumber, invoice.Invoice.InvoiceDate, invoice.Invoice.Currency));
    }

    [Fact]
    public void Danish_sums_and_terms_are_known()
    {
        var header = PrintedPage.Read("""
            Fjordlys ApS
            Faktura
            Fakturanr.: 7719
            Dato: 01-04-2026
            Betalingsfrist: 15-04-2026
            Tekst             Antal    Stk. pris      Pris
            Webhotel              1       899,00    899,00
            Subtotal                                899,00
            Moms (25%)                              224,75
            I alt DKK                             1.123,75
            """).Invoice;

        Assert.Equal((1123.75m, 224.75m, new DateOnly(2026, 4, 15), "DKK"), (header.TotalAmount, header.TaxAmount, header.DueDate, header.Currency));
    }

    [Theory]
    [InlineData("R 869.57", "ZAR")]
    [InlineData("SEK 869,57", "SEK")]
    [InlineData("SEK 5 869,57", "SEK")]
    public void A_mark_before_the_number_is_the_currency(string total, string currency) =>
        Assert.Equal(currency, PrintedPage.Read($"""
            Lindhamn AB
            Invoice number: 3341
            Date: 2026-03-01
            Total   {total}
            """).Invoice.Currency);

    [Fact]
    public void A_letter_R_before_a_count_is_no_currency() =>
        Assert.Null(PrintedPage.Read("""
            Lindhamn AB
            Invoice number: 3341
            Date: 2026-03-01
            Row R 12
            Total   869.57
            """).Invoice.Currency);

    [Fact]
    public void Thousands_set_apart_by_spaces_belong_together_before_a_point_too() =>
        Assert.Equal((63512m, 15878m, 79390m), PrintedPage.Read("""
            Solveig Hagen
            Invoice number: 118
            Issue date: June 30, 2026
            Item                       NOK
            Development          59 512.00
            Review                4 000.00
            Subtotal             63 512.00
            VAT 25%              15 878.00
            Total due            79 390.00
            """).Invoice is var header ? (header.SubtotalAmount, header.TaxAmount, header.TotalAmount) : default);

    [Fact]
    public void A_label_in_two_languages_is_one_label()
    {
        var header = PrintedPage.Read("""
            Bouleau Numérique inc.                    Facture / Invoice
            3981 boul. des Ormes                      F-20260188
            Québec                                    Date: 2026-01-22
                                                      Échéance / Due: 2026-02-21
            Sous-total / Subtotal                     200.00 $
            TPS / GST (5%)                             10.00 $
            TVQ / QST (9.975%)                         19.95 $
            TOTAL (CAD)                               229.95 $
            """).Invoice;

        Assert.Equal(("F-20260188", new DateOnly(2026, 2, 21), 29.95m), (header.InvoiceNumber, header.DueDate, header.TaxAmount));
    }

    [Fact]
    public void The_date_below_a_period_is_the_letters_own() =>
        Assert.Equal(new DateOnly(2026, 4, 2), PrintedPage.Read("""
            Hofmann Software GmbH
                                       Rechnungsnr.: 2026-0417
                                       Leistungszeitraum: 01.03.2026 – 31.03.2026
                                       Köln, den 2. April 2026
            Rechnungsbetrag            499,80 €
            """).Invoice.InvoiceDate);

    [Fact]
    public void What_an_amount_says_about_tax_is_no_part_of_it()
    {
        var header = PrintedPage.Read("""
            領収書
            No. 00871
            2026/02/14
            合計  ¥8,800(税込)
            内訳  税抜金額 ¥8,000    消費税額(10%) ¥800
            ことり文具合同会社
            """).Invoice;

        Assert.Equal((8800m, 800m, "JPY"), (header.TotalAmount, header.TaxAmount, header.Currency));
    }
}
