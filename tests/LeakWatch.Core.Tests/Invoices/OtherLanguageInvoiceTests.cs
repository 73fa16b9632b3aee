using LeakWatch.Core.Invoices;

namespace LeakWatch.Core.Tests.Invoices;

public sealed class OtherLanguageInvoiceTests
{
    [Fact]
    public void Reads_a_German_invoice_with_two_tax_rates()
    {
        var invoice = PrintedPage.Read("""
            Birkenfeld Software GmbH · Ahornweg 4 · 10115 Berlin
            Tannenhof Handels GmbH
            Seestraße 9
            80331 München
                                                       Rechnungsnummer: RE-2026-0815
                                                       Rechnungsdatum: 03.02.2026
                                                       Kundennummer: K-4711
                                                       Leistungszeitraum: 01.02.2026 - 28.02.2026
            Rechnung
            Pos.  Bezeichnung                Menge    Einzelpreis    Gesamtpreis
            1     Shop-Abo Premium               1     1.000,00 €     1.000,00 €
            2     Fachbuch                       2        25,00 €        50,00 €
                  Nettobetrag                                         1.050,00 €
                  zzgl. 19 % MwSt.                                      190,00 €
                  zzgl. 7 % MwSt.                                         3,50 €
                  Gesamtbetrag                                        1.243,50 €
            Zahlbar bis 17.02.2026 ohne Abzug.
            Birkenfeld Software GmbH, USt-IdNr. DE999999999, hallo@birkenfeld.example
            """);

        Assert.Equal(("Birkenfeld Software GmbH", "RE-2026-0815", new DateOnly(2026, 2, 3), new DateOnly(2026, 2, 17), "EUR", "K-4711"),
            (invoice.Vendor.Name, invoice.Invoice.InvoiceNumber, invoice.Invoice.InvoiceDate, invoice.Invoice.DueDate, invoice.Invoice.Currency, invoice.Account));
        Assert.Equal((1050m, 193.50m, 1243.50m), (invoice.Invoice.SubtotalAmount, invoice.Invoice.TaxAmount, invoice.Invoice.TotalAmount));
        Assert.Equal((new DateOnly(2026, 2, 1), new DateOnly(2026, 3, 1)), (invoice.Invoice.BillingPeriodStart, invoice.Invoice.BillingPeriodEnd));
        Assert.Equal([1000m, 50m], invoice.LineItems.Select(line => line.Amount!.Value));
    }

    [Fact]
    public void Reads_a_French_invoice_whose_sums_stand_below_their_labels()
    {
        var invoice = PrintedPage.Read("""
            Atelier Numérique SARL                           FACTURE N° F2026-031
            14 rue des Lilas                                 Date : 1er mars 2026
            69002 Lyon                                       Date d'échéance : 31 mars 2026
            
            Facturé à
            Boutique du Port
            3 quai Neuf
            13002 Marseille
            
            Désignation                        Qté     P.U. HT     Montant HT
            Abonnement Pro, mars 2026            1      240,00         240,00
            Assistance                           2      30,00           60,00
            
            TOTAL HT            TOTAL TVA            TOTAL TTC
            300,00 €            60,00 €              360,00 €
            """);

        Assert.Equal(("Atelier Numérique SARL", "F2026-031", new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 31)),
            (invoice.Vendor.Name, invoice.Invoice.InvoiceNumber, invoice.Invoice.InvoiceDate, invoice.Invoice.DueDate));
        Assert.Equal((300m, 60m, 360m, "EUR"), (invoice.Invoice.SubtotalAmount, invoice.Invoice.TaxAmount, invoice.Invoice.TotalAmount, invoice.Invoice.Currency));
        Assert.True(invoice.Quality.Proof!.Holds);
    }

    [Fact]
    public void Reads_a_Spanish_invoice()
    {
        var invoice = PrintedPage.Read("""
            Olivar Digital S.L.                        FACTURA
            Calle Mayor 8                              Número de factura: 2026/118
            28013 Madrid                               Fecha de factura: 15 de enero de 2026
            CIF: B12345678                             Fecha de vencimiento: 14/02/2026
            
            Cliente: Tienda Norte
            
            Descripción                       Cantidad    Precio     Importe
            Suscripción mensual plan Básico          1    49,00 €    49,00 €
            
            Base imponible                                           49,00 €
            IVA 21%                                                  10,29 €
            Total factura                                            59,29 €
            """);

        Assert.Equal(("Olivar Digital S.L.", "2026/118", new DateOnly(2026, 1, 15), new DateOnly(2026, 2, 14)),
            (invoice.Vendor.Name, invoice.Invoice.InvoiceNumber, invoice.Invoice.InvoiceDate, invoice.Invoice.DueDate));
        Assert.Equal((49m, 10.29m, 59.29m, Cadence.Monthly), (invoice.Invoice.SubtotalAmount, invoice.Invoice.TaxAmount, invoice.Invoice.TotalAmount, Assert.Single(invoice.LineItems).Cadence));
    }

    [Fact]
    public void Reads_a_Korean_tax_invoice()
    {
        var invoice = PrintedPage.Read("""
            세금계산서                                   승인번호 20260203-1102-8841
            
            공급자                                       공급받는자
            상호 주식회사 솔숲소프트                     상호 바닷길상점
            사업자번호 000-11-22222                      사업자번호 000-33-44444
            
            작성일자 2026년 2월 3일       이용기간 2026년 2월 1일 ~ 2026년 2월 28일
            
            품목                      수량       단가      공급가액       세액
            채팅 상담 월 이용료          2     50,000       100,000     10,000
            
            공급가액                                      100,000원
            부가세                                         10,000원
            합계금액                                      110,000원
            """);

        Assert.Equal(("주식회사 솔숲소프트", "20260203-1102-8841", new DateOnly(2026, 2, 3), "KRW"),
            (invoice.Vendor.Name, invoice.Invoice.InvoiceNumber, invoice.Invoice.InvoiceDate, invoice.Invoice.Currency));
        Assert.Equal((100_000m, 10_000m, 110_000m), (invoice.Invoice.SubtotalAmount, invoice.Invoice.TaxAmount, invoice.Invoice.TotalAmount));
        Assert.Equal(new DateOnly(2026, 3, 1), invoice.Invoice.BillingPeriodEnd);
    }

    [Fact]
    public void Reads_a_Japanese_invoice()
    {
        var invoice = PrintedPage.Read("""
                                     請求書
            株式会社みなと商店 御中                     請求書番号: S-2026-044
                                                        請求日: 2026年2月28日
                                                        株式会社青葉システム
                                                        東京都港区見本1-2-3
            ご請求金額    ¥11,000
            お支払期限    2026年3月31日
            
            品目                      数量      単価       金額
            月額利用料 2026年2月分       1    10,000     10,000
            小計                                         10,000
            消費税(10%)                                   1,000
            合計                                        ¥11,000
            """);

        Assert.Equal(("株式会社青葉システム", "S-2026-044", new DateOnly(2026, 2, 28), new DateOnly(2026, 3, 31), "JPY"),
            (invoice.Vendor.Name, invoice.Invoice.InvoiceNumber, invoice.Invoice.InvoiceDate, invoice.Invoice.DueDate, invoice.Invoice.Currency));
        Assert.Equal((10_000m, 1_000m, 11_000m), (invoice.Invoice.SubtotalAmount, invoice.Invoice.TaxAmount, invoice.Invoice.TotalAmount));
        Assert.Equal(new DateOnly(2026, 2, 1), Assert.Single(invoice.LineItems).PeriodStart);
    }

    [Fact]
    public void Reads_a_Japanese_receipt_with_the_tax_inside()
    {
        var invoice = PrintedPage.Read("""
                    領収書
            喫茶みどり
            東京都台東区見本4-5
            令和8年2月14日 12:30
            コーヒー             ¥450
            サンドイッチ         ¥650
            合計               ¥1,100
            (内消費税等         ¥100)
            現金               ¥1,100
            """);

        Assert.Equal((InvoiceKind.Receipt, new DateOnly(2026, 2, 14), 1_100m, "JPY"),
            (invoice.Invoice.Kind, invoice.Invoice.InvoiceDate, invoice.Invoice.TotalAmount, invoice.Invoice.Currency));
        Assert.Equal([450m, 650m], invoice.LineItems.Select(line => line.Amount!.Value));
    }

    [Fact]
    public void Reads_a_till_receipt_without_headings()
    {
        var invoice = PrintedPage.Read("""
                 CORNER PANTRY
               18 Birch Street
              Salem, OR 97301
            03/14/2026 09:41 AM
            2 Oat milk            7.00
            Bread                 4.50
            Coffee beans         15.00
            SUBTOTAL             26.50
            TAX                   0.00
            TOTAL               $26.50
            VISA                $26.50
            CHANGE               $0.00
            """);

        Assert.Equal((InvoiceKind.Receipt, "CORNER PANTRY", new DateOnly(2026, 3, 14), 26.50m), (invoice.Invoice.Kind, invoice.Vendor.Name, invoice.Invoice.InvoiceDate, invoice.Invoice.TotalAmount));
        Assert.Equal([7m, 4.50m, 15m], invoice.LineItems.Select(line => line.Amount!.Value));
    }
}
