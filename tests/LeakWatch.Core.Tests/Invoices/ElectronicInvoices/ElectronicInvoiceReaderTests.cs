using LeakWatch.Core.Documents;
using LeakWatch.Core.Invoices;
using LeakWatch.Core.Invoices.ElectronicInvoices;

namespace LeakWatch.Core.Tests.Invoices.ElectronicInvoices;

public sealed class ElectronicInvoiceReaderTests
{
    private static readonly string Cii = CiiOf("Glow GmbH", "R-1001", "380", "100.00", "19.00", "119.00");

    private const string Ubl = """
        <Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" xmlns:cac="urn:cac" xmlns:cbc="urn:cbc">
          <cbc:ID>U-77</cbc:ID><cbc:IssueDate>2026-02-01</cbc:IssueDate><cbc:DueDate>2026-03-01</cbc:DueDate><cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode><cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
          <cac:InvoicePeriod><cbc:StartDate>2026-01-01</cbc:StartDate><cbc:EndDate>2026-01-31</cbc:EndDate></cac:InvoicePeriod>
          <cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>U-70</cbc:ID></cac:InvoiceDocumentReference></cac:BillingReference>
          <cac:AccountingSupplierParty><cac:Party><cac:PartyName><cbc:Name>Tide Mail</cbc:Name></cac:PartyName><cac:PartyTaxScheme><cbc:CompanyID>DE123</cbc:CompanyID></cac:PartyTaxScheme>
            <cac:PartyLegalEntity><cbc:RegistrationName>Tide GmbH</cbc:RegistrationName></cac:PartyLegalEntity><cac:Contact><cbc:ElectronicMail>billing@tide.example</cbc:ElectronicMail></cac:Contact></cac:Party></cac:AccountingSupplierParty>
          <cac:AccountingCustomerParty><cbc:SupplierAssignedAccountID>KD-5</cbc:SupplierAssignedAccountID></cac:AccountingCustomerParty>
          <cac:PaymentMeans><cbc:PaymentMeansCode>58</cbc:PaymentMeansCode><cbc:PaymentID>U-77 KD-5</cbc:PaymentID></cac:PaymentMeans>
          <cac:AllowanceCharge><cbc:ChargeIndicator>false</cbc:ChargeIndicator><cbc:AllowanceChargeReason>Loyalty</cbc:AllowanceChargeReason><cbc:Amount currencyID="EUR">10.00</cbc:Amount></cac:AllowanceCharge>
          <cac:AllowanceCharge><cbc:ChargeIndicator>true</cbc:ChargeIndicator><cbc:AllowanceChargeReason>Set-up</cbc:AllowanceChargeReason><cbc:Amount currencyID="EUR">5.00</cbc:Amount></cac:AllowanceCharge>
          <cac:TaxTotal><cbc:TaxAmount currencyID="EUR">19.95</cbc:TaxAmount></cac:TaxTotal><cac:TaxTotal><cbc:TaxAmount currencyID="SEK">220.00</cbc:TaxAmount></cac:TaxTotal>
          <cac:LegalMonetaryTotal><cbc:LineExtensionAmount>110.00</cbc:LineExtensionAmount><cbc:TaxExclusiveAmount>105.00</cbc:TaxExclusiveAmount><cbc:TaxInclusiveAmount>124.95</cbc:TaxInclusiveAmount>
            <cbc:AllowanceTotalAmount>10.00</cbc:AllowanceTotalAmount><cbc:ChargeTotalAmount>5.00</cbc:ChargeTotalAmount><cbc:PrepaidAmount>24.95</cbc:PrepaidAmount><cbc:PayableAmount>100.00</cbc:PayableAmount></cac:LegalMonetaryTotal>
          <cac:InvoiceLine><cbc:ID>1</cbc:ID><cbc:InvoicedQuantity unitCode="C62">200</cbc:InvoicedQuantity><cbc:LineExtensionAmount>110.00</cbc:LineExtensionAmount>
            <cac:Item><cbc:Name>Mails</cbc:Name></cac:Item><cac:Price><cbc:PriceAmount>55</cbc:PriceAmount><cbc:BaseQuantity>100</cbc:BaseQuantity></cac:Price></cac:InvoiceLine>
        </Invoice>
        """;

    [Fact]
    public void Reads_the_sums_of_a_CII_invoice()
    {
        var header = Read(Cii).Invoice;

        Assert.Equal((100m, 19m, 119m, 119m, "EUR"), (header.SubtotalAmount, header.TaxAmount, header.TotalAmount, header.AmountDue, header.Currency));
    }

    [Fact]
    public void Reads_numbers_and_dates_of_a_CII_invoice()
    {
        var header = Read(Cii).Invoice;

        Assert.Equal(("R-1001", new DateOnly(2026, 2, 1), new DateOnly(2026, 2, 15)), (header.InvoiceNumber, header.InvoiceDate, header.DueDate));
    }

    [Fact]
    public void A_period_ends_after_its_last_day() =>
        Assert.Equal((new DateOnly(2026, 1, 1), new DateOnly(2026, 2, 1)), (Read(Cii).Invoice.BillingPeriodStart, Read(Cii).Invoice.BillingPeriodEnd));

    [Fact]
    public void The_older_ZUGFeRD_names_mean_the_same()
    {
        var old = Cii.Replace("CrossIndustryInvoice", "CrossIndustryDocument", StringComparison.Ordinal).Replace("ExchangedDocument>", "HeaderExchangedDocument>", StringComparison.Ordinal)
            .Replace("SupplyChainTradeTransaction>", "SpecifiedSupplyChainTradeTransaction>", StringComparison.Ordinal).Replace("ApplicableHeaderTrade", "ApplicableSupplyChainTrade", StringComparison.Ordinal)
            .Replace("SpecifiedLineTrade", "SpecifiedSupplyChainTrade", StringComparison.Ordinal).Replace("HeaderMonetarySummation", "MonetarySummation", StringComparison.Ordinal)
            .Replace("LineMonetarySummation", "MonetarySummation", StringComparison.Ordinal);

        Assert.Equal((Read(Cii).Invoice, Read(Cii).LineItems.Count), (Read(old).Invoice, Read(old).LineItems.Count));
    }

    [Fact]
    public void A_credit_note_is_negative_though_its_amounts_are_written_positive()
    {
        var invoice = Read(CiiOf("Glow GmbH", "C-1", "381", "100.00", "19.00", "119.00"));

        Assert.Equal((InvoiceKind.CreditNote, -119m, -19m, -100m), (invoice.Invoice.Kind, invoice.Invoice.TotalAmount, invoice.Invoice.TaxAmount, invoice.LineItems.Single().Amount));
    }

    [Fact]
    public void A_correction_written_negative_stays_negative()
    {
        var invoice = Read(CiiOf("Glow GmbH", "C-1", "384", "-100.00", "-19.00", "-119.00"));

        Assert.Equal((InvoiceKind.CreditNote, -119m), (invoice.Invoice.Kind, invoice.Invoice.TotalAmount));
    }

    [Fact]
    public void The_minimum_profile_shows_its_sum_as_the_one_line()
    {
        var start = Cii.IndexOf("<ram:IncludedSupplyChainTradeLineItem>", StringComparison.Ordinal);
        var minimum = Cii.Remove(start, Cii.IndexOf("</ram:IncludedSupplyChainTradeLineItem>", StringComparison.Ordinal) + "</ram:IncludedSupplyChainTradeLineItem>".Length - start);

        Assert.Equal(100m, Read(minimum).LineItems.Single().Amount);
    }

    [Fact]
    public void Evidence_is_the_element_as_written() =>
        Assert.Equal("<ram:GrandTotalAmount>119.00</ram:GrandTotalAmount>", Read(Cii).FieldEvidence!["invoice.totalAmount"].Excerpt);

    [Fact]
    public void Reads_the_sums_of_a_UBL_invoice()
    {
        var header = Read(Ubl).Invoice;

        // The second tax total repeats the first in another currency.
        Assert.Equal((105m, 19.95m, 10m, 124.95m, 100m), (header.SubtotalAmount, header.TaxAmount, header.DiscountAmount, header.TotalAmount, header.AmountDue));
    }

    [Fact]
    public void Reads_the_parties_of_a_UBL_invoice()
    {
        var invoice = Read(Ubl);

        Assert.Equal(("Tide Mail", "billing@tide.example", "DE123", "KD-5", "U-70"),
            (invoice.Vendor.Name, invoice.Vendor.SupportEmail, invoice.Vendor.TaxId, invoice.Account, invoice.Invoice.RelatedInvoiceNumber));
    }

    [Fact]
    public void Discounts_and_surcharges_on_the_whole_are_sums_and_no_lines()
    {
        var invoice = Read(Ubl);

        Assert.Equal([(LineItemType.Charge, 110m)], invoice.LineItems.Select(line => (line.Type, line.Amount!.Value)));
        Assert.Equal((10m, ProofState.Holds), (invoice.Invoice.DiscountAmount, invoice.Quality.Proof!.LinesSum.State));
    }

    [Fact]
    public void A_price_for_a_hundred_is_a_hundredth_for_one() => Assert.Equal(0.55m, Read(Ubl).LineItems[0].UnitPrice);

    [Fact]
    public void What_adds_up_is_proven() => Assert.True(Read(Ubl).Quality.Proof is { Holds: true, LinesSum.State: ProofState.Holds, UnitPrice.State: ProofState.Holds });

    [Theory]
    [InlineData("Glow Mutual\nInsurance a.G.", "Glow Mutual Insurance a.G.")]
    [InlineData("GLN 4333741000005\nSupplier no: 549910\nGLOW GMBH", "GLOW GMBH")]
    public void A_name_over_several_lines_is_one_without_its_numbers(string written, string name) =>
        Assert.Equal(name, Read(CiiOf(written, "R-1", "380", "100.00", "19.00", "119.00")).Vendor.Name);

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"b\">]><Invoice xmlns=\"ubl\">&a;</Invoice>", "FILE_CORRUPT")]
    [InlineData("<Invoice xmlns=\"ubl\"><ID>1</Invoice>", "FILE_CORRUPT")]
    [InlineData("<html/>", "UNSUPPORTED_FILE_TYPE")]
    public void Refuses_what_it_must_not_or_cannot_read(string xml, string code) =>
        Assert.Equal(code, ElectronicInvoiceReader.Read(Document(xml), Source).Error?.Code);

    [Fact]
    public void A_period_until_the_end_of_all_days_has_no_end() =>
        Assert.Null(Read(Cii.Replace("20260131", "99991231", StringComparison.Ordinal)).Invoice.BillingPeriodEnd);

    [Theory]
    [InlineData("0.0000000000000000000000001")]
    [InlineData("-0.0000000000000000000000001")]
    public void A_price_for_next_to_nothing_has_no_price_for_one(string quantity) =>
        Assert.Null(Read(Ubl.Replace(">100</cbc:BaseQuantity>", $">{quantity}</cbc:BaseQuantity>", StringComparison.Ordinal)).LineItems[0].UnitPrice);

    [Fact]
    public void A_number_too_large_to_be_an_amount_is_none()
    {
        var invoice = Read(CiiOf("Glow GmbH", "R-1001", "380", "100.00", "19.00", "100000000000000.00"));

        Assert.Null(invoice.Invoice.TotalAmount);
        Assert.Contains("invoice.totalAmount", invoice.Quality.MissingFields);
    }

    [Fact]
    public void Refuses_a_tower_of_elements() =>
        Assert.Equal("FILE_CORRUPT", ElectronicInvoiceReader.Read(Document(string.Concat(Enumerable.Repeat("<a>", 5_000)) + string.Concat(Enumerable.Repeat("</a>", 5_000))), Source).Error?.Code);

    [Fact]
    public void A_value_that_the_page_prints_has_its_evidence_there()
    {
        var invoice = Read(Cii, "Glow GmbH", "Rechnung R-1001 vom 01.02.2026", "Growth plan 100,00", "Netto 100,00", "USt 19,00", "Gesamt 119,00 EUR");

        Assert.Equal((EvidenceKind.PdfTextSpan, 6), (invoice.FieldEvidence!["invoice.totalAmount"].Kind, invoice.FieldEvidence["invoice.totalAmount"].Pointer.LineStart));
    }

    [Fact]
    public void Where_page_and_XML_disagree_the_page_stands_with_a_warning()
    {
        var invoice = Read(Cii, "Glow GmbH", "Rechnungsnummer: R-1001", "Rechnungsdatum: 05.02.2026", "Nettobetrag 100,00 EUR", "USt 19 % 19,00 EUR", "Gesamtbetrag 119,00 EUR");

        Assert.Equal((new DateOnly(2026, 2, 5), true), (invoice.Invoice.InvoiceDate, invoice.Quality.Warnings.Any(warning => warning.StartsWith("invoice.invoiceDate", StringComparison.Ordinal))));
    }

    [Fact]
    public void XML_of_another_invoice_is_left_aside()
    {
        var invoice = Read(Cii, "Tide Ltd", "Rechnungsnummer: 42", "Rechnungsdatum: 05.02.2026", "Nettobetrag 200,00 EUR", "USt 19 % 38,00 EUR", "Gesamtbetrag 238,00 EUR");

        Assert.Equal(("42", 238m), (invoice.Invoice.InvoiceNumber, invoice.Invoice.TotalAmount));
    }

    private static InvoiceSource Source => new() { FileName = "invoice.xml" };

    private static ExtractedDocument Document(string xml, params string[] lines) => new()
    {
        Type = DocumentType.Pdf,
        InvoiceXml = xml,
        Pages = lines.Length == 0 ? [] : [new(1, 600, 800, [.. lines.Select((line, index) => new TextLine(index + 1, Words(line, index)))])],
    };

    private static IReadOnlyList<Word> Words(string line, int index) =>
        [.. line.Split(' ').Select((word, place) => new Word(word, new Box(0.1 + (place * 0.1), 0.05 + (index * 0.04), 0.09, 0.015)))];

    private static NormalizedInvoice Read(string xml, params string[] lines)
    {
        var result = ElectronicInvoiceReader.Read(Document(xml, lines), Source);
        return result.IsOk ? result.Value.Single() : throw new InvalidOperationException(result.Error.Message);
    }

    private static string CiiOf(string seller, string number, string type, string net, string tax, string total) => $"""
        <rsm:CrossIndustryInvoice xmlns:rsm="urn:rsm" xmlns:ram="urn:ram" xmlns:udt="urn:udt">
          <rsm:ExchangedDocument><ram:ID>{number}</ram:ID><ram:TypeCode>{type}</ram:TypeCode><ram:IssueDateTime><udt:DateTimeString format="102">20260201</udt:DateTimeString></ram:IssueDateTime></rsm:ExchangedDocument>
          <rsm:SupplyChainTradeTransaction>
            <ram:IncludedSupplyChainTradeLineItem><ram:SpecifiedTradeProduct><ram:Name>Growth plan</ram:Name></ram:SpecifiedTradeProduct>
              <ram:SpecifiedLineTradeAgreement><ram:NetPriceProductTradePrice><ram:ChargeAmount>{net}</ram:ChargeAmount></ram:NetPriceProductTradePrice></ram:SpecifiedLineTradeAgreement>
              <ram:SpecifiedLineTradeDelivery><ram:BilledQuantity unitCode="C62">1</ram:BilledQuantity></ram:SpecifiedLineTradeDelivery>
              <ram:SpecifiedLineTradeSettlement><ram:SpecifiedTradeSettlementLineMonetarySummation><ram:LineTotalAmount>{net}</ram:LineTotalAmount></ram:SpecifiedTradeSettlementLineMonetarySummation></ram:SpecifiedLineTradeSettlement></ram:IncludedSupplyChainTradeLineItem>
            <ram:ApplicableHeaderTradeAgreement><ram:SellerTradeParty><ram:Name>{seller}</ram:Name></ram:SellerTradeParty><ram:BuyerTradeParty><ram:ID>KD-9</ram:ID></ram:BuyerTradeParty></ram:ApplicableHeaderTradeAgreement>
            <ram:ApplicableHeaderTradeSettlement><ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>
              <ram:BillingSpecifiedPeriod><ram:StartDateTime><udt:DateTimeString format="102">20260101</udt:DateTimeString></ram:StartDateTime><ram:EndDateTime><udt:DateTimeString format="102">20260131</udt:DateTimeString></ram:EndDateTime></ram:BillingSpecifiedPeriod>
              <ram:SpecifiedTradePaymentTerms><ram:DueDateDateTime><udt:DateTimeString format="102">20260215</udt:DateTimeString></ram:DueDateDateTime></ram:SpecifiedTradePaymentTerms>
              <ram:SpecifiedTradeSettlementHeaderMonetarySummation><ram:LineTotalAmount>{net}</ram:LineTotalAmount><ram:TaxBasisTotalAmount>{net}</ram:TaxBasisTotalAmount><ram:TaxTotalAmount currencyID="EUR">{tax}</ram:TaxTotalAmount>
                <ram:GrandTotalAmount>{total}</ram:GrandTotalAmount><ram:DuePayableAmount>{total}</ram:DuePayableAmount></ram:SpecifiedTradeSettlementHeaderMonetarySummation>
            </ram:ApplicableHeaderTradeSettlement>
          </rsm:SupplyChainTradeTransaction>
        </rsm:CrossIndustryInvoice>
        """;
}
