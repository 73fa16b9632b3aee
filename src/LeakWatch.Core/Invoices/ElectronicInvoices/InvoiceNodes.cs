using System.Xml.Linq;

namespace LeakWatch.Core.Invoices.ElectronicInvoices;

/// <summary>Where UBL and CII keep the same facts: the meeting point of the two formats (EN 16931's business terms).</summary>
internal sealed record InvoiceNodes
{
    public XElement? Number { get; init; }

    /// <summary>UNTDID 1001: 380 an invoice, 381 a credit note, …</summary>
    public XElement? TypeCode { get; init; }

    /// <summary>The document is a credit note by its root element.</summary>
    public bool IsCreditNote { get; init; }

    public XElement? IssueDate { get; init; }

    public XElement? DueDate { get; init; }

    public XElement? PeriodStart { get; init; }

    /// <summary>Inclusive, as written.</summary>
    public XElement? PeriodEnd { get; init; }

    public XElement? Currency { get; init; }

    /// <summary>The seller's names, the one to show first.</summary>
    public IReadOnlyList<XElement> SellerNames { get; init; } = [];

    public XElement? SellerEmail { get; init; }

    public XElement? SellerWebsite { get; init; }

    public XElement? SellerTaxId { get; init; }

    /// <summary>The customer number that the seller knows the buyer by.</summary>
    public XElement? BuyerAccount { get; init; }

    public XElement? PaymentReference { get; init; }

    public XElement? PaymentMeans { get; init; }

    public XElement? RelatedInvoice { get; init; }

    public XElement? Note { get; init; }

    public XElement? LineTotal { get; init; }

    public XElement? AllowanceTotal { get; init; }

    public XElement? ChargeTotal { get; init; }

    /// <summary>After document-level allowances and charges, before tax.</summary>
    public XElement? TaxBasis { get; init; }

    /// <summary>In the currency of the document.</summary>
    public IReadOnlyList<XElement> Taxes { get; init; } = [];

    public XElement? GrandTotal { get; init; }

    public XElement? AmountDue { get; init; }

    public IReadOnlyList<LineNodes> Lines { get; init; } = [];

    public IReadOnlyList<AllowanceNodes> Allowances { get; init; } = [];
}

/// <param name="HasAllowance">The amount is not quantity × price because the line has a discount or charge of its own.</param>
internal sealed record LineNodes(
    XElement? Name, XElement? ProductCode, XElement? Quantity, XElement? Price, XElement? PriceQuantity, XElement Amount, XElement? PeriodStart, XElement? PeriodEnd, bool HasAllowance);

/// <summary>A discount (or, with <paramref name="IsCharge"/>, a surcharge such as freight) on the whole document; the amount is positive.</summary>
internal sealed record AllowanceNodes(XElement? Reason, XElement Amount, bool IsCharge);
