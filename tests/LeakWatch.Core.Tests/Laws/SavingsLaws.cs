using System.Globalization;
using CsCheck;
using LeakWatch.Core.Invoices;
using LeakWatch.Core.Leaks;
using LeakWatch.Core.Savings;
using LeakWatch.Core.Tests.Leaks;

namespace LeakWatch.Core.Tests.Laws;

/// <summary>Whatever credits come, in whatever order.</summary>
public sealed class SavingsLaws
{
    private const int Iterations = 300;

    private static readonly Subscription Mail = new("Quillpost", 57m);

    /// <summary>Five months charged twice, some for the same amount.</summary>
    private static readonly NormalizedInvoice[] Charges =
    [
        .. new[] { 57m, 57m, 30m, 87m, 57m }.SelectMany((price, month) =>
        {
            var plan = Mail with { Price = price, Plan = string.Create(CultureInfo.InvariantCulture, $"Plan {(char)('A' + month)}") };
            var from = Store.Iso(new DateOnly(2026, 1, 1).AddMonths(month));
            return new[] { plan.Charge(from), plan.Charge(from, number: string.Create(CultureInfo.InvariantCulture, $"TWICE-{month}")) };
        }),
    ];

    private static readonly TrackedFinding[] Claims =
    [
        .. Store.Detect("2026-05-20", Charges).Findings.Where(finding => finding.Verdict is Verdict.Leak).OrderBy(finding => finding.PeriodStart)
            .Select((finding, index) => new TrackedFinding(finding, finding.PeriodStart!.Value.AddDays(10)) { RequestedOn = index % 2 == 0 ? finding.PeriodStart.Value.AddDays(11) : null }),
    ];

    private static readonly Gen<NormalizedInvoice[]> Credits =
        (from amount in Choice.Of(57m, 57m, 30m, 87m, 20m, 114m, 5m)
         from day in Gen.Int[0, 200]
         from names in Gen.Int[-4, 4]
         from currency in Choice.Of("USD", "USD", "USD", "EUR")
         select (amount, day, names, currency)).Array[0, 8].Select(parts => parts.Select((part, index) =>
            (Mail with { Currency = part.currency }).CreditNote(
                part.amount, Store.Iso(new DateOnly(2025, 12, 20).AddDays(part.day)), part.names < 0 ? null : string.Create(CultureInfo.InvariantCulture, $"TWICE-{part.names}"))
            .Numbered(string.Create(CultureInfo.InvariantCulture, $"CN-{index}")).InFile(string.Create(CultureInfo.InvariantCulture, $"credit-{index}.pdf"))).ToArray());

    [Fact]
    public void There_are_five_claims_to_confirm() => Assert.Equal([57m, 57m, 30m, 87m, 57m], Claims.Select(claim => claim.Finding.Amount!.Value));

    [Fact]
    public void Never_more_is_confirmed_than_came_back_and_was_claimed() => Credits.Sample(
        credits =>
        {
            var confirmed = Savings(credits).Entries.Where(entry => entry.Stage is SavingsStage.Confirmed).ToList();

            Assert.All(confirmed, entry => Assert.Equal("USD", entry.Currency));
            Assert.True(confirmed.Sum(entry => entry.Amount) <= credits.Where(credit => credit.Invoice.Currency == "USD").Sum(credit => -credit.Invoice.TotalAmount));
            Assert.All(confirmed.GroupBy(entry => entry.Evidence[0].FileName), credit =>
                Assert.True(credit.Sum(entry => entry.Amount) <= -credits.Single(one => one.Source.FileName == credit.Key).Invoice.TotalAmount));
            Assert.All(Claims, claim => Assert.True(Confirmed(confirmed, claim) <= claim.Finding.Amount));
        },
        iter: Iterations);

    [Fact]
    public void What_is_confirmed_and_what_is_left_make_the_claim() => Credits.Sample(
        credits =>
        {
            var entries = Savings(credits).Entries;

            Assert.All(Claims, claim => Assert.Equal(claim.Finding.Amount, Of(entries, claim).Sum(entry => entry.Amount)));
        },
        iter: Iterations);

    [Fact]
    public void The_order_of_documents_and_findings_does_not_matter_and_copies_change_nothing() => Credits.SelectMany(credits => Gen.Shuffle(credits).Select(shuffled => (credits, shuffled))).Sample(
        pair => Assert.Equal(
            Said(Savings(pair.credits)),
            Said(SavingsLedger.Of([.. Claims.Reverse(), .. Claims], Prepare([.. pair.shuffled, .. pair.credits, .. Charges.Reverse()]), Store.Day("2026-12-31")))),
        iter: Iterations);

    [Fact]
    public void A_further_credit_takes_nothing_back() => Credits.Where(credits => credits.Length > 0).Sample(
        credits =>
        {
            var (before, after) = (Savings(credits[..^1]), Savings(credits));

            Assert.All(Claims, claim => Assert.True(Confirmed(after.Entries, claim) >= Confirmed(before.Entries, claim)));
            Assert.Subset(after.Settled.Select(one => one.Case).ToHashSet(), before.Settled.Select(one => one.Case).ToHashSet());
        },
        iter: Iterations);

    private static ShopSavings Savings(NormalizedInvoice[] credits) => SavingsLedger.Of(Claims, Prepare([.. Charges, .. credits]), Store.Day("2026-12-31"));

    private static IEnumerable<Core.Ledger.VendorLedger> Prepare(NormalizedInvoice[] ledger) => ShopLedger.Prepare(ledger, Store.Context, Store.Day("2026-12-31")).Ledgers;

    private static IEnumerable<SavingsEntry> Of(IEnumerable<SavingsEntry> entries, TrackedFinding claim) =>
        entries.Where(entry => entry.Case == Fingerprint.CaseOf(claim.Finding.Fingerprint));

    private static decimal Confirmed(IEnumerable<SavingsEntry> entries, TrackedFinding claim) =>
        Of(entries, claim).Where(entry => entry.Stage is SavingsStage.Confirmed).Sum(entry => entry.Amount ?? 0m);

    private static IEnumerable<string> Said(ShopSavings savings) =>
        savings.Entries.Select(entry => $"{entry.Case} {entry.Kind} {entry.Stage} {entry.On} {entry.Amount} {entry.Currency} {entry.Reason}").Concat(savings.Settled.Select(one => $"{one.Case} {one.Sentence}"));
}
