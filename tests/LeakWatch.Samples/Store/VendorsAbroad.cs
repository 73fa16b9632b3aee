using System.Globalization;
using System.Text;
using LeakWatch.Samples.Layouts;

namespace LeakWatch.Samples.Store;

/// <summary>Other languages, currencies and formats: Germany, Korea, and e-invoices without a page.</summary>
internal static class VendorsAbroad
{
    private static readonly Vendor Moorfeld = new("Moorfeld Hosting", "Moorfeld Hosting GmbH", "Torfweg 8", "28195 Bremen", "moorfeld.example", "EUR")
    {
        TaxPercent = 19,
        TaxId = "DE999999999",
        Colour = (17, 94, 89),
    };

    private static readonly Vendor Hangyeol = new("한결소프트", "주식회사 한결소프트", "서울특별시 견본구 예시로 12", "대한민국", "hangyeol.example", "KRW")
    {
        TaxPercent = 10,
        TaxId = "000-00-00000",
    };

    public static IEnumerable<SampleFile> Files() =>
    [
        .. PriceAboveItsGuarantee(), .. KoreanMessages(),
        new("store/e-invoices/norrsken-2026-01.xml", Encoding.UTF8.GetBytes(FontLicenceUbl)),
        new("store/e-invoices/atelier-lumen-F2025-118.xml", Encoding.UTF8.GetBytes(ProductPhotosCii)),
    ];

    /// <summary>59.00 net were guaranteed until the end of 2026; February costs 69.00.</summary>
    private static IEnumerable<SampleFile> PriceAboveItsGuarantee() =>
        Recurring.Monthly("moorfeld/Rechnung-{0}.pdf", new(2025, 9, 1), 6, GermanInvoice.Render, (start, month) => new Bill
        {
            Vendor = Moorfeld,
            Number = $"MF-{start:yyyy}-{4401 + (month * 88)}",
            Date = start,
            Account = "K-20817",
            Lines = [new("Webhosting Paket L, monatlich", 1, start == new DateOnly(2026, 2, 1) ? 69.00m : 59.00m)],
            PaidWith = "Visa 4410",
            Notes = start < new DateOnly(2025, 12, 1) ? ["Preisgarantie: 59,00 € netto pro Monat bis 31.12.2026."] : [],
        });

    private static IEnumerable<SampleFile> KoreanMessages() =>
        Recurring.Monthly("hangyeol/tax-invoice-{0}.pdf", new(2025, 12, 1), 3, KoreanTaxInvoice.Render, (start, month) => new Bill
        {
            Vendor = Hangyeol,
            Number = string.Create(CultureInfo.InvariantCulture, $"{start:yyyyMM}01-410-{7731 + month}"),
            Date = start,
            Lines = [new("알림톡 발송 서비스 월 이용료", 1, 55_000m)],
            PaidWith = "신용카드",
        });

    private const string FontLicenceUbl = """
        <?xml version="1.0" encoding="UTF-8"?>
        <!-- Sample document. Every company, person and amount in it is invented. -->
        <Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
          <cbc:CustomizationID>urn:cen.eu:en16931:2017</cbc:CustomizationID>
          <cbc:ID>NF-2026-0093</cbc:ID>
          <cbc:IssueDate>2026-01-09</cbc:IssueDate>
          <cbc:DueDate>2026-02-08</cbc:DueDate>
          <cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>
          <cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
          <cac:AccountingSupplierParty><cac:Party>
            <cac:PartyName><cbc:Name>Norrsken Fonts (sample)</cbc:Name></cac:PartyName>
            <cac:PostalAddress><cbc:StreetName>Exempelgatan 4</cbc:StreetName><cbc:CityName>Umeå</cbc:CityName><cac:Country><cbc:IdentificationCode>SE</cbc:IdentificationCode></cac:Country></cac:PostalAddress>
            <cac:PartyTaxScheme><cbc:CompanyID>SE999999999901</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>
            <cac:PartyLegalEntity><cbc:RegistrationName>Norrsken Fonts AB</cbc:RegistrationName></cac:PartyLegalEntity>
            <cac:Contact><cbc:ElectronicMail>faktura@norrsken.example</cbc:ElectronicMail></cac:Contact>
          </cac:Party></cac:AccountingSupplierParty>
          <cac:AccountingCustomerParty><cac:Party>
            <cac:PartyName><cbc:Name>Maru &amp; Oak Goods (sample store)</cbc:Name></cac:PartyName>
            <cac:PostalAddress><cbc:StreetName>214 Sample Street</cbc:StreetName><cbc:CityName>Portland</cbc:CityName><cac:Country><cbc:IdentificationCode>US</cbc:IdentificationCode></cac:Country></cac:PostalAddress>
          </cac:Party></cac:AccountingCustomerParty>
          <cac:TaxTotal><cbc:TaxAmount currencyID="EUR">0.00</cbc:TaxAmount></cac:TaxTotal>
          <cac:LegalMonetaryTotal>
            <cbc:LineExtensionAmount currencyID="EUR">120.00</cbc:LineExtensionAmount>
            <cbc:TaxExclusiveAmount currencyID="EUR">120.00</cbc:TaxExclusiveAmount>
            <cbc:TaxInclusiveAmount currencyID="EUR">120.00</cbc:TaxInclusiveAmount>
            <cbc:PayableAmount currencyID="EUR">120.00</cbc:PayableAmount>
          </cac:LegalMonetaryTotal>
          <cac:InvoiceLine>
            <cbc:ID>1</cbc:ID>
            <cbc:InvoicedQuantity unitCode="C62">2</cbc:InvoicedQuantity>
            <cbc:LineExtensionAmount currencyID="EUR">120.00</cbc:LineExtensionAmount>
            <cac:Item><cbc:Name>Web licence, Norrsken Serif, perpetual</cbc:Name></cac:Item>
            <cac:Price><cbc:PriceAmount currencyID="EUR">60.00</cbc:PriceAmount></cac:Price>
          </cac:InvoiceLine>
        </Invoice>

        """;

    private const string ProductPhotosCii = """
        <?xml version="1.0" encoding="UTF-8"?>
        <!-- Sample document. Every company, person and amount in it is invented. -->
        <rsm:CrossIndustryInvoice xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100" xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100" xmlns:udt="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100">
          <rsm:ExchangedDocumentContext><ram:GuidelineSpecifiedDocumentContextParameter><ram:ID>urn:cen.eu:en16931:2017</ram:ID></ram:GuidelineSpecifiedDocumentContextParameter></rsm:ExchangedDocumentContext>
          <rsm:ExchangedDocument><ram:ID>F2025-118</ram:ID><ram:TypeCode>380</ram:TypeCode><ram:IssueDateTime><udt:DateTimeString format="102">20251017</udt:DateTimeString></ram:IssueDateTime></rsm:ExchangedDocument>
          <rsm:SupplyChainTradeTransaction>
            <ram:IncludedSupplyChainTradeLineItem>
              <ram:AssociatedDocumentLineDocument><ram:LineID>1</ram:LineID></ram:AssociatedDocumentLineDocument>
              <ram:SpecifiedTradeProduct><ram:Name>Photos de produits, demi-journée</ram:Name></ram:SpecifiedTradeProduct>
              <ram:SpecifiedLineTradeAgreement><ram:NetPriceProductTradePrice><ram:ChargeAmount>240.00</ram:ChargeAmount></ram:NetPriceProductTradePrice></ram:SpecifiedLineTradeAgreement>
              <ram:SpecifiedLineTradeDelivery><ram:BilledQuantity unitCode="C62">1</ram:BilledQuantity></ram:SpecifiedLineTradeDelivery>
              <ram:SpecifiedLineTradeSettlement><ram:SpecifiedTradeSettlementLineMonetarySummation><ram:LineTotalAmount>240.00</ram:LineTotalAmount></ram:SpecifiedTradeSettlementLineMonetarySummation></ram:SpecifiedLineTradeSettlement>
            </ram:IncludedSupplyChainTradeLineItem>
            <ram:ApplicableHeaderTradeAgreement>
              <ram:SellerTradeParty><ram:Name>Atelier Lumen SARL</ram:Name><ram:PostalTradeAddress><ram:CityName>Lyon</ram:CityName><ram:CountryID>FR</ram:CountryID></ram:PostalTradeAddress><ram:SpecifiedTaxRegistration><ram:ID schemeID="VA">FR99999999999</ram:ID></ram:SpecifiedTaxRegistration></ram:SellerTradeParty>
              <ram:BuyerTradeParty><ram:Name>Maru &amp; Oak Goods (sample store)</ram:Name><ram:PostalTradeAddress><ram:CountryID>US</ram:CountryID></ram:PostalTradeAddress></ram:BuyerTradeParty>
            </ram:ApplicableHeaderTradeAgreement>
            <ram:ApplicableHeaderTradeDelivery/>
            <ram:ApplicableHeaderTradeSettlement>
              <ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>
              <ram:ApplicableTradeTax><ram:CalculatedAmount>48.00</ram:CalculatedAmount><ram:TypeCode>VAT</ram:TypeCode><ram:BasisAmount>240.00</ram:BasisAmount><ram:RateApplicablePercent>20.00</ram:RateApplicablePercent></ram:ApplicableTradeTax>
              <ram:SpecifiedTradeSettlementHeaderMonetarySummation>
                <ram:LineTotalAmount>240.00</ram:LineTotalAmount>
                <ram:TaxBasisTotalAmount>240.00</ram:TaxBasisTotalAmount>
                <ram:TaxTotalAmount currencyID="EUR">48.00</ram:TaxTotalAmount>
                <ram:GrandTotalAmount>288.00</ram:GrandTotalAmount>
                <ram:DuePayableAmount>288.00</ram:DuePayableAmount>
              </ram:SpecifiedTradeSettlementHeaderMonetarySummation>
            </ram:ApplicableHeaderTradeSettlement>
          </rsm:SupplyChainTradeTransaction>
        </rsm:CrossIndustryInvoice>

        """;
}
