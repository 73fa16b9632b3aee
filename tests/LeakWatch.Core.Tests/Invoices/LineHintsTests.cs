using LeakWatch.Core.Invoices;

namespace LeakWatch.Core.Tests.Invoices;

public sealed class LineHintsTests
{
    [Theory]
    [InlineData("Otterdesk seats  Mar 2 – Apr 2, 2026", Cadence.Monthly)]
    [InlineData("Inbox add-on  Jan 1 – Mar 31, 2026", Cadence.Quarterly)]
    [InlineData("Inbox add-on  Jan 1 – Jan 7, 2026", Cadence.Weekly)]
    [InlineData("Inbox add-on  Jan 12, 2026 – Jan 11, 2027", Cadence.Yearly)]
    [InlineData("Growth (monthly)", Cadence.Monthly)]
    [InlineData("Inbox, $9/mo", Cadence.Monthly)]
    [InlineData("Reports /year", Cadence.Yearly)]
    [InlineData("Setup fee", Cadence.OneTime)]
    [InlineData("API calls  Jan 1 – Jan 31, 2026", Cadence.Usage)]
    [InlineData("Consulting hours  Jan 1 – Jan 31, 2026", null)]
    [InlineData("Inbox add-on  Jan 1 – Jan 17, 2026", null)]
    [InlineData("Oak table", null)]
    public void Reads_the_cadence_that_words_or_the_period_print(string description, Cadence? cadence)
    {
        var line = Line(description);

        Assert.Equal(cadence, line.Cadence);
        Assert.Equal(cadence is Cadence.Weekly or Cadence.Monthly or Cadence.Quarterly or Cadence.Yearly, line.IsRecurring is true);
    }

    [Fact]
    public void The_invoices_period_speaks_for_its_subscriptions() =>
        Assert.Equal(Cadence.Monthly, Line("Pro plan", "Billing period: Feb 1, 2026 – Feb 28, 2026").Cadence);

    [Fact]
    public void The_invoices_period_does_not_make_goods_recur() =>
        Assert.Null(Line("Oak table", "Billing period: Feb 1, 2026 – Feb 28, 2026").Cadence);

    [Theory]
    [InlineData("Pro plan", "Pro")]
    [InlineData("Growth (monthly)", "Growth")]
    [InlineData("Cedar planter box", null)]
    [InlineData("Oak table (large)", null)]
    public void Names_a_plan_only_where_one_is_named(string description, string? plan) => Assert.Equal(plan, Line(description).PlanName);

    private static LineItem Line(string description, string period = "") => PrintedPage.Read($"""
        Otterdesk Inc.
        Invoice Number: OD-1182
        Invoice Date: March 2, 2026
        {period}

        Description                                          Qty     Price      Amount
        {description,-50}     1    $29.00      $29.00
        Total                                                                   $29.00
        """).LineItems[0];
}
