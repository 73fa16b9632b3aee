using CsCheck;
using LeakWatch.Core.Invoices;
using LeakWatch.Core.Leaks;
using LeakWatch.Core.Ledger;
using LeakWatch.Core.Vendors;

namespace LeakWatch.Core.Tests.Laws;

public sealed class PriceBridgeLaws
{
    private static readonly Gen<StreamPeriod> Periods =
        from day in Gen.Int[0, 300]
        from days in Choice.Of(7, 12, 28, 30, 31, 91, 365)
        from price in Gen.Int[1, 50_000]
        from quantity in Gen.Int[1, 40]
        from discount in Choice.Of(0m, 0m, 10m, 33m)
        from tax in Choice.Of(0m, 19m, 20m)
        select Period(new DateOnly(2025, 1, 1).AddDays(day), days, price / 100m, quantity, discount, tax);

    [Fact]
    public void The_parts_add_up_to_the_change_to_the_cent() => Periods.Select(Periods).Sample(
        (from, to) => Assert.Equal(Gross(to) - Gross(from), PriceBridge.Between(from, to, isUsage: false, [], "USD").Sum(part => part.Amount ?? 0m)), iter: 5000);

    [Fact]
    public void Equal_periods_have_no_parts() => Periods.Sample(period => Assert.Empty(PriceBridge.Between(period, period, isUsage: false, [], "USD")));

    [Fact]
    public void More_units_at_the_same_price_leave_nothing_unexplained() => Gen.Int[1, 9].Select(Gen.Int[1, 9]).Sample((few, many) => Assert.Equal(
        0m,
        PriceBridge.Unexplained(PriceBridge.Between(Period(new(2025, 1, 1), 31, 13m, few, 0m, 20m), Period(new(2025, 2, 1), 28, 13m, many, 0m, 20m), isUsage: false, [], "USD"))));

    [Fact]
    public void A_price_that_rose_without_a_word_is_unexplained()
    {
        var parts = PriceBridge.Between(Period(new(2025, 1, 1), 31, 130m, 1, 0m, 0m), Period(new(2025, 2, 1), 28, 390m, 1, 0m, 0m), isUsage: false, [], "USD");

        Assert.Equal([new BridgePart(BridgeReason.Unexplained, 260m)], parts);
    }

    private static decimal Gross(StreamPeriod period) => period.Net + period.Tax;

    private static StreamPeriod Period(DateOnly start, int days, decimal price, int quantity, decimal discountPercent, decimal taxPercent)
    {
        var amount = price * quantity;
        var discount = Math.Round(amount * discountPercent / 100m, 2);
        var tax = Math.Round((amount - discount) * taxPercent / 100m, 2);
        var invoice = new NormalizedInvoice
        {
            Source = new() { FileName = "x.pdf" },
            Vendor = new() { Name = "Stitchboard" },
            Invoice = new() { Kind = InvoiceKind.Invoice, InvoiceDate = start, Currency = "USD", SubtotalAmount = amount, DiscountAmount = discount, TaxAmount = tax, TotalAmount = amount - discount + tax },
            LineItems =
            [
                new()
                {
                    LineId = "L1", Description = "Team", PlanName = "Team", Quantity = quantity, UnitPrice = price, Amount = amount, Currency = "USD", PeriodStart = start, PeriodEnd = start.AddDays(days), IsRecurring = true,
                    Evidence = new() { Kind = EvidenceKind.PdfTextSpan, Excerpt = "Team" },
                },
            ],
        };
        var document = new LedgerDocument(invoice, new Vendor("stitchboard", "Stitchboard"), new());
        return new(new(start, start.AddDays(days)), isPrinted: true, document.Lines);
    }
}
