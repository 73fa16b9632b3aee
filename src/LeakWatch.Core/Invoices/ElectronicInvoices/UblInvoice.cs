using System.Xml.Linq;

namespace LeakWatch.Core.Invoices.ElectronicInvoices;

/// <summary>OASIS UBL 2.x Invoice and CreditNote: XRechnung, Peppol BIS Billing and its national forms.</summary>
internal static class UblInvoice
{
    public static bool Is(XElement root) => root.Name.LocalName is "Invoice" or "CreditNote" && root.Name.NamespaceName.Contains("ubl", StringComparison.OrdinalIgnoreCase);

    public static InvoiceNodes Read(XElement root)
    {
        var (supplier, customer) = (root.At("AccountingSupplierParty"), root.At("AccountingCustomerParty"));
        var party = supplier.At("Party");
        var totals = root.At("LegalMonetaryTotal|RequestedMonetaryTotal");
        var means = root.At("PaymentMeans");
        var currency = root.At("DocumentCurrencyCode");
        return new()
        {
            Number = root.At("ID"),
            TypeCode = root.At("InvoiceTypeCode|CreditNoteTypeCode"),
            IsCreditNote = root.Name.LocalName == "CreditNote",
            IssueDate = root.At("IssueDate"),
            DueDate = root.At("DueDate") ?? means.At("PaymentDueDate"),
            PeriodStart = root.At("InvoicePeriod", "StartDate"),
            PeriodEnd = root.At("InvoicePeriod", "EndDate"),
            Currency = currency,
            SellerNames = [.. new[] { party.At("PartyName", "Name"), party.At("PartyLegalEntity", "RegistrationName") }.OfType<XElement>().Where(name => name.Text is not null)],
            SellerEmail = party.At("Contact", "ElectronicMail"),
            SellerWebsite = party.At("WebsiteURI"),
            SellerTaxId = party.At("PartyTaxScheme", "CompanyID") ?? party.At("PartyLegalEntity", "CompanyID"),
            BuyerAccount = customer.At("SupplierAssignedAccountID") ?? customer.At("CustomerAssignedAccountID") ?? customer.At("Party", "PartyIdentification", "ID"),
            PaymentReference = means.At("PaymentID"),
            PaymentMeans = means.At("PaymentMeansCode"),
            RelatedInvoice = root.At("BillingReference", "InvoiceDocumentReference", "ID"),
            Note = root.At("Note"),
            LineTotal = totals.At("LineExtensionAmount"),
            AllowanceTotal = totals.At("AllowanceTotalAmount"),
            ChargeTotal = totals.At("ChargeTotalAmount"),
            TaxBasis = totals.At("TaxExclusiveAmount"),
            // A second total in the tax authority's currency is no second tax.
            Taxes = [.. root.All("TaxTotal").Select(total => total.At("TaxAmount")).OfType<XElement>().Where(tax => currency.Text is null || tax.Attribute("currencyID")?.Value is not { } code || code == currency.Text)],
            GrandTotal = totals.At("TaxInclusiveAmount"),
            AmountDue = totals.At("PayableAmount"),
            Lines = [.. root.All("InvoiceLine|CreditNoteLine").Select(LineOf).OfType<LineNodes>()],
            Allowances = [.. root.All("AllowanceCharge").Where(allowance => allowance.At("Amount") is not null)
                .Select(allowance => new AllowanceNodes(allowance.At("AllowanceChargeReason"), allowance.At("Amount")!, allowance.At("ChargeIndicator").IsTrue))],
        };
    }

    private static LineNodes? LineOf(XElement line) =>
        line.At("LineExtensionAmount") is not { } amount ? null : new(
            line.At("Item", "Name") ?? line.At("Item", "Description") ?? line.At("Note"),
            line.At("Item", "SellersItemIdentification", "ID") ?? line.At("Item", "StandardItemIdentification", "ID"),
            line.At("InvoicedQuantity|CreditedQuantity"),
            line.At("Price", "PriceAmount"),
            line.At("Price", "BaseQuantity"),
            amount,
            line.At("InvoicePeriod", "StartDate"),
            line.At("InvoicePeriod", "EndDate"),
            line.At("AllowanceCharge") is not null);
}
