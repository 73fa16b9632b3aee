using LeakWatch.Core.Invoices;

namespace LeakWatch.Core.Vendors;

/// <summary>A name under which documents of a shop stand: all that telling vendors apart needs to know of them.</summary>
/// <param name="Canonical">As <see cref="InvoiceVendor.CanonicalName"/>.</param>
/// <param name="Printed">As <see cref="InvoiceVendor.Name"/>.</param>
/// <param name="IsStatement">Rows of statements print their own forms of a name.</param>
/// <param name="IsBill">Rows of a Shopify bill: their payment stands under another name.</param>
public readonly record struct LedgerName(string? Canonical, string? Printed, bool IsStatement, bool IsBill)
{
    public static LedgerName Of(NormalizedInvoice invoice) =>
        new(invoice.Vendor.CanonicalName, invoice.Vendor.Name, invoice.Invoice.Kind is InvoiceKind.Statement, invoice.IsShopifyBill);
}
