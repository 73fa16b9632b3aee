using LeakWatch.Core.Leaks;
using LeakWatch.Core.Ledger;
using LeakWatch.Core.Savings;
using LeakWatch.Core.Tests.Laws;

namespace LeakWatch.Core.Tests.Savings;

public sealed class SavingsLedgerTests
{
    // Two charges for March: 88.00, of which a credit note gives 33.00 back.
    private static readonly DetectCase Double = DetectCase.Load("D19-duplicate-partly-credited");

    private static readonly Finding Claim = Double.Detect(Double.Ledger)[0];

    [Fact]
    public void An_open_claim_is_potential() =>
        Assert.Equal((SavingsStage.Potential, 55.00m), Stage(new(Claim, Double.AsOf), Ledgers(withCredit: false)));

    [Fact]
    public void A_sent_action_makes_it_requested() =>
        Assert.Equal((SavingsStage.Requested, 55.00m), Stage(new(Claim, Double.AsOf, Double.AsOf), Ledgers(withCredit: false)));

    [Fact]
    public void A_credit_for_its_invoice_confirms_what_came_back() =>
        Assert.Equal((SavingsStage.Confirmed, 33.00m), Stage(new(Claim, new(2026, 3, 2), new(2026, 3, 3)), Ledgers(withCredit: true)));

    [Fact]
    public void A_question_is_no_saving() =>
        Assert.Empty(SavingsLedger.Of([new(Claim with { Verdict = Verdict.Review }, Double.AsOf)], Ledgers(withCredit: false), new(), Double.AsOf));

    [Fact]
    public void Totals_keep_currencies_apart()
    {
        var entries = SavingsLedger.Of(
            [new(Claim, Double.AsOf), new(Claim with { Currency = "EUR", Fingerprint = new string('0', 64) }, Double.AsOf)], Ledgers(withCredit: false), new(), Double.AsOf);

        Assert.Equal(
            [("Ferndale Chatdesk", SavingsStage.Potential, "EUR"), ("Ferndale Chatdesk", SavingsStage.Potential, "USD")],
            SavingsLedger.Totals(entries, entry => entry.Vendor).Keys.OrderBy(key => key.Currency));
    }

    private static (SavingsStage, decimal) Stage(TrackedFinding tracked, IReadOnlyList<VendorLedger> ledgers)
    {
        var entry = Assert.Single(SavingsLedger.Of([tracked], ledgers, new(), Double.AsOf));
        return (entry.Stage, entry.Amount);
    }

    private static IReadOnlyList<VendorLedger> Ledgers(bool withCredit) => [.. ShopLedger.Prepare(
        Double.Ledger.Where(document => withCredit || document.Invoice.TotalAmount > 0m), Double.Context, Double.AsOf).Ledgers];
}
