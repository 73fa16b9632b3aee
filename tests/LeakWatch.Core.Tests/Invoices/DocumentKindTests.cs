using LeakWatch.Core.Invoices;

namespace LeakWatch.Core.Tests.Invoices;

public sealed class DocumentKindTests
{
    [Theory]
    [InlineData("QUOTATION", InvoiceKind.Quote)]
    [InlineData("Angebot", InvoiceKind.Quote)]
    [InlineData("DEVIS", InvoiceKind.Quote)]
    [InlineData("견적서", InvoiceKind.Quote)]
    [InlineData("見積書", InvoiceKind.Quote)]
    [InlineData("PRO FORMA INVOICE", InvoiceKind.ProForma)]
    [InlineData("Mahnung", InvoiceKind.Reminder)]
    [InlineData("Payment reminder", InvoiceKind.Reminder)]
    [InlineData("PURCHASE ORDER", InvoiceKind.Order)]
    [InlineData("Statement of account", InvoiceKind.Statement)]
    [InlineData("INVOICE", InvoiceKind.Invoice)]
    [InlineData("Receipt", InvoiceKind.Receipt)]
    [InlineData("CREDIT NOTE", InvoiceKind.CreditNote)]
    public void Follows_the_title_of_the_page(string title, InvoiceKind kind) =>
        Assert.Equal(kind, PrintedPage.Read($"""
            {title}
            Gorse Tools Inc.
            No. 4711
            Date: March 14, 2026
            Description               Amount
            Tool, one year           $120.00
            Total                    $120.00
            """).Invoice.Kind);

    [Theory]
    [InlineData("PACKING LIST")]
    [InlineData("Delivery note")]
    [InlineData("Lieferschein")]
    [InlineData("Expense report")]
    [InlineData("納品書")]
    public void Reads_no_charge_from_papers_that_are_none(string title) =>
        Assert.Empty(PrintedPage.ReadAll($"""
            {title}
            Gorse Tools Inc.
            Date: March 14, 2026
            Description               Amount
            Tool                     $120.00
            Total                    $120.00
            """));

    [Fact]
    public void Reads_nothing_from_a_page_of_text() =>
        Assert.Empty(PrintedPage.ReadAll("""
            How to read your invoice
            
            Every invoice has a number and a date. The total is printed at the bottom, for
            example $20.00, and the tax above it. Please keep your invoices for ten years.
            """));

    [Fact]
    public void A_list_of_invoices_is_a_statement_and_no_charge()
    {
        var kinds = PrintedPage.ReadAll("""
            Gorse Tools Inc.
            Open items on March 31, 2026
            
            Invoice no     Date           Amount
            GT-1001        2026-01-05     $20.00
            GT-1002        2026-02-05     $20.00
            GT-1003        2026-03-05     $20.00
            Total                         $60.00
            """).Select(invoice => invoice.Invoice.Kind);

        Assert.DoesNotContain(kinds, kind => kind is InvoiceKind.Invoice or InvoiceKind.Receipt or InvoiceKind.CreditNote);
    }

    [Fact]
    public void Takes_a_form_with_sums_but_no_day_for_no_charge() =>
        Assert.Empty(PrintedPage.ReadAll("""
            Household declaration
            Subtotal                             1,946.00
            Tax                                     77.00
            Total                                2,023.00
            """));
}
