using LeakWatch.Core.Findings;
using LeakWatch.Core.Invoices;

namespace LeakWatch.Core.Tests.Detection.Rules;

/// <summary>What the vendor gave back is not claimed again, whatever rule claimed it.</summary>
public sealed class NetOfCreditsTests
{
    private static readonly Subscription Chat = new("Lanternchat", 64m);

    private static readonly NormalizedInvoice[] Before = [.. Chat.Charges("2025-10-01", 5)];

    private static readonly NormalizedInvoice FixedPrice = Chat.Letter(
        InvoiceKind.Contract,
        "2025-06-01",
        Terms.PriceFixed(64m, "2025-07-01", "2027-01-01"));

    private static readonly NormalizedInvoice Announced = Chat.Notice("2026-01-10", Terms.PriceAnnounced(74m, "2026-03-01"));

    [Theory]
    [InlineData(50, 150)]
    [InlineData(200, 0)]
    public void An_unexplained_rise(decimal credited, decimal claimed) => Claims(claimed, [.. Before, March(264m), Credit(credited)]);

    [Theory]
    [InlineData(8, 12)]
    [InlineData(20, 0)]
    public void A_price_above_the_fixed_one(decimal credited, decimal claimed) =>
        Claims(claimed, [FixedPrice, .. Before, March(84m), Credit(credited)]);

    [Fact]
    public void A_price_above_the_announced_one() => Claims(0m, [Announced, .. Before, March(84m), Credit(10m)]);

    [Theory]
    [InlineData(12, 8)]
    [InlineData(20, 0)]
    public void A_line_nobody_ordered(decimal credited, decimal claimed) =>
        Claims(claimed, [.. Before, March(64m).Plus(AddOn), Credit(credited)]);

    [Theory]
    [InlineData(24, 40)]
    [InlineData(64, 0)]
    public void A_converted_trial(decimal credited, decimal claimed) =>
        Claims(claimed, [Chat.Trial("2026-02-15", "2026-03-01"), March(64m), Credit(credited)]);

    [Fact]
    public void A_rise_that_the_next_invoice_takes_back()
    {
        var correction = Chat.Line("Correction of March", -200m, null, null, isRecurring: false) with { Type = LineItemType.Credit };

        Claims(0m, [.. Before, March(264m), Chat.Charge("2026-04-01").Plus(correction)]);
    }

    [Fact]
    public void A_rise_that_the_card_takes_back() =>
        Claims(0m, [.. Before, March(264m), Card.Default.Row("LANTERNCHAT", -200m, "2026-03-15", Chat.Vendor)]);

    [Theory]
    [InlineData(-214, "EUR 200.00")] // as the row prints it, whatever the rate
    [InlineData(-290, null)] // the invoice of 264 at 0.92 is 286.96, within 4 %
    public void A_rise_in_euro_that_the_card_takes_back_in_dollars(decimal dollars, string? original)
    {
        var euro = Chat with { Currency = "EUR" };

        Expect.NoClaim(Store.Detect(
            "2026-04-20",
            [
                .. euro.Charges("2025-10-01", 5),
                (euro with { Price = 264m }).Charge("2026-03-01"),
                Card.Default.Row("LANTERNCHAT", dollars, "2026-03-15", Chat.Vendor, original: original),
            ]));
    }

    private static LineItem AddOn =>
        (Chat with { Plan = "Transcripts", ProductCode = "TRN" }).Line(
            "Transcripts add-on",
            20m,
            "2026-03-01",
            "2026-04-01",
            isRecurring: true);

    private static NormalizedInvoice March(decimal price) => (Chat with { Price = price }).Charge("2026-03-01", number: "LC-9");

    private static NormalizedInvoice Credit(decimal amount) => Chat.CreditNote(amount, "2026-03-15", "LC-9");

    private static void Claims(decimal amount, params NormalizedInvoice[] ledger) =>
        Assert.Equal(
            amount,
            Store.Detect("2026-04-10", ledger).Findings.Where(
                finding => finding.Verdict is not Verdict.Watch).Sum(finding => finding.Amount));
}
