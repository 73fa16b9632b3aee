using CsCheck;
using LeakWatch.Core.Detection;
using LeakWatch.Core.Findings;
using LeakWatch.Core.Invoices;

namespace LeakWatch.Core.Tests.Laws;

public sealed class DetectionLaws
{
    private const int Iterations = 400;

    [Fact]
    public void The_order_of_documents_does_not_matter() => LedgerGen.Ledgers.SelectMany(ledger => Gen.Shuffle(ledger).Select(shuffled => (ledger, shuffled)))
        .Sample(pair => Assert.Equal(Said(Detect(pair.ledger)), Said(Detect(pair.shuffled))), iter: Iterations);

    [Fact]
    public void The_same_files_again_change_nothing() => LedgerGen.Ledgers
        .Sample(ledger => Assert.Equal(Said(Detect(ledger)), Said(Detect([.. ledger, .. ledger]))), iter: Iterations);

    [Fact]
    public void Adding_an_invoice_says_what_a_full_run_says() => LedgerGen.Ledgers.Where(ledger => ledger.Length > 1).Sample(
        ledger =>
        {
            var shop = LeakDetector.Prepare(ledger[..^1], LedgerGen.Context, LedgerGen.AsOf);

            Assert.Equal(Said(Detect(ledger)), Said(shop.TryRecheck([ledger[^1]]) ? shop.Result() : Detect(ledger)));
        },
        iter: Iterations);

    [Fact]
    public void A_charge_is_claimed_once_and_never_for_more_than_it_cost() => LedgerGen.Ledgers.Sample(
        ledger =>
        {
            var claims = Detect(ledger).Findings.Where(finding => finding.Verdict is Verdict.Leak).SelectMany(finding => finding.LineItems).ToList();
            var totals = ledger.Where(document => document.Invoice.InvoiceNumber is not null).ToDictionary(document => document.Invoice.InvoiceNumber!, document => document.Invoice.TotalAmount);

            Assert.Distinct(claims.Select(claim => (claim.InvoiceNumber, claim.LineId)));
            Assert.All(claims.Where(claim => claim.InvoiceNumber is not null), claim => Assert.True(claim.Amount <= totals[claim.InvoiceNumber!]));
        },
        iter: Iterations);

    [Fact]
    public void No_two_findings_are_one_case() => LedgerGen.Ledgers.Sample(
        ledger => Assert.Empty(Detect(ledger).Findings.GroupBy(finding => Fingerprint.CaseOf(finding.Fingerprint)).Where(same => same.Count() > 1)
            .Select(same => string.Join(" and ", same.Select(finding => $"{finding.Verdict} {finding.Type} {finding.Account} {finding.Currency} {finding.Summary}")))),
        iter: Iterations);

    [Fact]
    public void Every_claim_shows_what_it_says() => LedgerGen.Ledgers.Sample(
        ledger => Assert.All(Detect(ledger).Findings, finding =>
        {
            Assert.InRange(finding.Confidence, 1, 99);
            Assert.Equal(64, finding.Fingerprint.Length);
            Assert.Equal(finding.Verdict is Verdict.Review, finding.Question is not null);
            Assert.Equal(finding.Verdict is Verdict.Review, finding.Answers.Count > 0);
            Assert.All(finding.Evidence, evidence => Assert.Contains(
                ledger,
                document => document.Source.FileName == evidence.FileName
                    && document.LineItems.Select(line => line.Evidence.Excerpt).Concat(document.Terms.Select(term => term.Evidence!.Excerpt)).Contains(evidence.Excerpt)));
            if (finding.Verdict is Verdict.Leak)
            {
                Assert.NotEmpty(finding.Evidence);
                Assert.True(finding.Amount > 0m);
            }
        }),
        iter: Iterations);

    [Fact]
    public void What_is_dismissed_is_not_said_again() => LedgerGen.Ledgers.Sample(
        ledger =>
        {
            var dismissed = Detect(ledger).Findings.Select(finding => finding.Fingerprint).ToList();
            var again = LeakRules.Detect(ledger, LedgerGen.Context with { Dismissed = dismissed }, LedgerGen.AsOf);

            Assert.Empty(again.Findings);
            Assert.Equal(dismissed.Order(), again.Reconciled.Where(one => one.Reason == "DISMISSED").Select(one => one.Fingerprint!).Order());
        },
        iter: Iterations);

    [Fact]
    public void A_question_that_is_answered_with_nothing_is_not_asked_again_and_touches_nothing_else() => LedgerGen.Ledgers.Sample(
        ledger =>
        {
            var before = Detect(ledger);
            var answers = before.Findings.Where(finding => finding.Verdict is Verdict.Review && finding.Type is not LeakType.InvoiceMath).SelectMany(
                finding => finding.Answers.Where(option => option is { Effect: AnswerEffect.Nothing, Asks: AnswerInput.None })
                    .Select(option => new ReviewAnswer { Finding = Fingerprint.CaseOf(finding.Fingerprint), Answer = option.Id, Value = option.Value })).ToList();
            var answered = answers.Select(answer => answer.Finding).ToHashSet();
            var after = LeakRules.Detect(ledger, LedgerGen.Context with { ReviewAnswers = answers }, LedgerGen.AsOf);

            Assert.DoesNotContain(after.Findings, finding => answered.Contains(Fingerprint.CaseOf(finding.Fingerprint)));
            Assert.Equal(Said(before).Where(said => !answered.Any(one => said.Contains(one, StringComparison.Ordinal))), Said(after));
        },
        iter: Iterations);

    private static DetectionResult Detect(IReadOnlyList<NormalizedInvoice> ledger) => LeakRules.Detect(ledger, LedgerGen.Context, LedgerGen.AsOf);

    private static IEnumerable<string> Said(DetectionResult result) => result.Findings.Select(finding =>
        $"{finding.Verdict} {finding.Type} {finding.Vendor} {finding.Account} {finding.Amount} {finding.Currency} {finding.PeriodStart} {finding.PeriodEnd} {finding.Fingerprint} {finding.Confidence} {finding.Summary}");
}
