using LeakWatch.Core.Invoices;
using LeakWatch.Core.Invoices.Statements;

namespace LeakWatch.Core.Tests.Invoices.Statements;

public sealed class ShopifyBillTests
{
    private const string Header = "Bill #,Bill date,Start of billing cycle,End of billing cycle,Charge category,App/charge name,Developer,Description,Amount,Currency,Shop\n";

    [Fact]
    public void A_row_is_the_developers_charge_under_the_bills_number()
    {
        var invoice = Read("#412200310,2026-02-02,2026-01-20,2026-02-19,Recurring application fee,Glow Reviews,Glow ApS,Glow Reviews: Growth,35.00,USD,linden.example");

        Assert.Equal(
            ("Glow ApS", "SHOPIFY_APP", "412200310", "Shopify bill", "linden.example"),
            (invoice.Vendor.Name, invoice.Vendor.Category, invoice.Invoice.InvoiceNumber, invoice.Invoice.PaymentMethodHint, invoice.Account));
    }

    [Fact]
    public void A_cycle_of_thirty_days_ends_where_the_next_begins()
    {
        var line = Read("#1,2026-02-02,2026-01-20,2026-02-19,Recurring application fee,Glow Reviews,Glow ApS,Glow Reviews: Growth,35.00,USD,linden.example").LineItems.Single();

        Assert.Equal((new DateOnly(2026, 1, 20), new DateOnly(2026, 2, 19)), (line.PeriodStart, line.PeriodEnd));
    }

    [Theory]
    [InlineData("Recurring application fee", "Growth", Cadence.Monthly, true)]
    [InlineData("Recurring application fee", "Growth, annual", Cadence.Yearly, true)]
    [InlineData("Usage application fee", "900 messages", Cadence.Usage, false)]
    [InlineData("One-time application fee", "Set-up", Cadence.OneTime, false)]
    public void The_category_says_how_often_it_returns(string category, string what, Cadence cadence, bool isRecurring)
    {
        var line = Read($"#1,2026-02-02,2026-01-20,2026-02-19,{category},Glow Reviews,Glow ApS,\"Glow Reviews: {what}\",35.00,USD,linden.example").LineItems.Single();

        Assert.Equal((cadence, isRecurring), (line.Cadence, line.IsRecurring));
    }

    [Fact]
    public void What_no_app_charges_is_Shopifys_own() =>
        Assert.Equal("Shopify", Read("#1,2026-02-02,2026-01-20,2026-02-19,Subscription fee,,,Basic plan,39.00,USD,linden.example").Vendor.Name);

    [Fact]
    public void A_credit_is_negative_and_no_charge() =>
        Assert.Equal((LineItemType.Credit, -35m), Read("#1,2026-02-02,2026-01-20,2026-02-19,App credit,Glow Reviews,Glow ApS,Credit,-35.00,USD,linden.example")
            .LineItems.Select(line => (line.Type, line.Amount!.Value)).Single());

    private static NormalizedInvoice Read(string row) =>
        StatementReader.Read($"{Header}{row}\n#9,2026-02-02,2026-01-20,2026-02-19,Subscription fee,,,Basic plan,39.00,USD,linden.example", new() { FileName = "bill.csv" }).Value![0];
}
