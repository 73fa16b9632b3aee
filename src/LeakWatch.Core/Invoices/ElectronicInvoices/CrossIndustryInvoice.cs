using System.Xml.Linq;

namespace LeakWatch.Core.Invoices.ElectronicInvoices;

/// <summary>UN/CEFACT Cross Industry Invoice: ZUGFeRD 1.0 and 2.x, Factur-X, XRechnung, in every profile from MINIMUM to EXTENDED.</summary>
internal static class CrossIndustryInvoice
{
    public static bool Is(XElement root) => root.Name.LocalName is "CrossIndustryInvoice" or "CrossIndustryDocument" or "SCRDMCCBDACIOMessageStructure";

    public static InvoiceNodes Read(XElement root)
    {
        var header = root.At("ExchangedDocument|HeaderExchangedDocument");
        var transaction = root.At("SupplyChainTradeTransaction|SpecifiedSupplyChainTradeTransaction");
        var agreement = transaction.At("ApplicableHeaderTradeAgreement|ApplicableSupplyChainTradeAgreement");
        var settlement = transaction.At("ApplicableHeaderTradeSettlement|ApplicableSupplyChainTradeSettlement");
        var sums = settlement.At("SpecifiedTradeSettlementHeaderMonetarySummation|SpecifiedTradeSettlementMonetarySummation");
        var (seller, buyer) = (agreement.At("SellerTradeParty"), agreement.At("BuyerTradeParty"));
        var currency = settlement.At("InvoiceCurrencyCode");
        return new()
        {
            Number = header.At("ID"),
            TypeCode = header.At("TypeCode"),
            IssueDate = header.At("IssueDateTime", "DateTimeString|DateTime"),
            DueDate = settlement.All("SpecifiedTradePaymentTerms").Select(terms => terms.At("DueDateDateTime", "DateTimeString|DateTime")).FirstOrDefault(date => date is not null),
            PeriodStart = settlement.At("BillingSpecifiedPeriod", "StartDateTime", "DateTimeString"),
            PeriodEnd = settlement.At("BillingSpecifiedPeriod", "EndDateTime", "DateTimeString"),
            Currency = currency,
            SellerNames = Present(seller.At("Name"), seller.At("SpecifiedLegalOrganization", "TradingBusinessName")),
            SellerEmail = seller.At("DefinedTradeContact", "EmailURIUniversalCommunication", "URIID|CompleteNumber") ?? seller.At("URIUniversalCommunication", "URIID") ?? seller.At("EmailURIUniversalCommunication", "URIID"),
            SellerTaxId = seller.All("SpecifiedTaxRegistration").Select(registration => registration.At("ID")).OfType<XElement>().OrderByDescending(id => id.Attribute("schemeID")?.Value == "VA").FirstOrDefault(),
            BuyerAccount = buyer.At("ID"),
            PaymentReference = settlement.At("PaymentReference"),
            PaymentMeans = settlement.At("SpecifiedTradeSettlementPaymentMeans", "Information") ?? settlement.At("SpecifiedTradeSettlementPaymentMeans", "TypeCode"),
            RelatedInvoice = settlement.At("InvoiceReferencedDocument", "IssuerAssignedID|ID"),
            Note = header.At("IncludedNote", "Content"),
            LineTotal = sums.At("LineTotalAmount"),
            AllowanceTotal = sums.At("AllowanceTotalAmount"),
            ChargeTotal = sums.At("ChargeTotalAmount"),
            TaxBasis = sums.At("TaxBasisTotalAmount"),
            Taxes = TaxesOf(settlement, sums, currency.Text),
            GrandTotal = sums.At("GrandTotalAmount"),
            AmountDue = sums.At("DuePayableAmount"),
            Lines = [.. transaction.All("IncludedSupplyChainTradeLineItem").Select(LineOf).OfType<LineNodes>()],
            Allowances =
            [
                .. settlement.All("SpecifiedTradeAllowanceCharge").Select(AllowanceOf).OfType<AllowanceNodes>(),
                .. settlement.All("SpecifiedLogisticsServiceCharge").Where(charge => charge.At("AppliedAmount") is not null)
                    .Select(charge => new AllowanceNodes(charge.At("Description"), charge.At("AppliedAmount")!, IsCharge: true)),
            ],
        };
    }

    // The total is printed once for each currency; BASIC WL and older files may leave it to the sum of the rates.
    private static IReadOnlyList<XElement> TaxesOf(XElement? settlement, XElement? sums, string? currency) =>
        sums.All("TaxTotalAmount").OrderByDescending(total => total.Attribute("currencyID")?.Value == currency).FirstOrDefault() is { } printed
            ? [printed]
            : [.. settlement.All("ApplicableTradeTax").Select(tax => tax.At("CalculatedAmount")).OfType<XElement>()];

    private static LineNodes? LineOf(XElement line)
    {
        var agreement = line.At("SpecifiedLineTradeAgreement|SpecifiedSupplyChainTradeAgreement");
        var settlement = line.At("SpecifiedLineTradeSettlement|SpecifiedSupplyChainTradeSettlement");
        var price = agreement.At("NetPriceProductTradePrice");
        var product = line.At("SpecifiedTradeProduct");
        // EXTENDED groups lines: a group repeats what its members say, an information line costs nothing.
        var isRepeated = line.At("AssociatedDocumentLineDocument", "LineStatusReasonCode").Text is "GROUP" or "INFORMATION";
        var amount = settlement.At("SpecifiedTradeSettlementLineMonetarySummation|SpecifiedTradeSettlementMonetarySummation", "LineTotalAmount");
        return amount is null || isRepeated ? null : new(
            product.At("Name") ?? line.At("AssociatedDocumentLineDocument", "IncludedNote", "Content"),
            product.At("SellerAssignedID") ?? product.At("GlobalID"),
            line.At("SpecifiedLineTradeDelivery|SpecifiedSupplyChainTradeDelivery", "BilledQuantity"),
            price.At("ChargeAmount"),
            price.At("BasisQuantity"),
            amount,
            settlement.At("BillingSpecifiedPeriod", "StartDateTime", "DateTimeString"),
            settlement.At("BillingSpecifiedPeriod", "EndDateTime", "DateTimeString"),
            settlement.At("SpecifiedTradeAllowanceCharge") is not null);
    }

    private static AllowanceNodes? AllowanceOf(XElement allowance) =>
        allowance.At("ActualAmount") is { } amount ? new(allowance.At("Reason"), amount, allowance.At("ChargeIndicator", "Indicator").IsTrue || allowance.At("ChargeIndicator").IsTrue) : null;

    private static IReadOnlyList<XElement> Present(params XElement?[] elements) => [.. elements.OfType<XElement>().Where(element => element.Text is not null)];
}
