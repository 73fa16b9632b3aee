using LeakWatch.Core.Text;
using LeakWatch.Core.Detection.Claims;
using LeakWatch.Core.Findings;
using LeakWatch.Core.Ledger;

namespace LeakWatch.Core.Detection.Rules;

/// <summary>A second charge in time that is already paid, whose own period nobody prints: it is asked about, never claimed.</summary>
internal static class UnknownPeriods
{
    /// <summary>Charges without periods repeat monthly when the median of so many gaps at least says so.</summary>
    private const int GapsOfARhythm = 4;

    private const int MinMonthDays = 25;
    private const int CloseTogether = 12;

    public static IEnumerable<Claim> Find(VendorLedger ledger, ShopFacts facts)
    {
        var asked = new HashSet<LedgerLine>();
        var periods = new PaidPeriods(ledger, facts.Policy.SameAmountShare);
        foreach (var line in Lines(ledger))
        {
            if (periods.At(line) is { } paid)
            {
                asked.Add(line);
                yield return Ask(ledger, line, paid);
            }
        }

        foreach (var (earlier, later) in CloseRows([.. Lines(ledger).Where(line => !asked.Contains(line))], facts))
        {
            yield return Ask(ledger, later, earlier);
        }
    }

    private static IEnumerable<LedgerLine> Lines(VendorLedger ledger) =>
        ledger.CertainCharges.Where(charge => charge.Date > UnknownDate.Value).SelectMany(charge => charge.Lines)
            .Where(line => line.Period is null && !line.IsOneTime && !line.IsUsage && line.Gross > 0m);

    /// <summary>Two equal amounts within days of each other where the others are a month apart.</summary>
    private static IEnumerable<(LedgerLine Earlier, LedgerLine Later)> CloseRows(List<LedgerLine> lines, ShopFacts facts)
    {
        foreach (var same in lines.GroupBy(line => (line.Currency, line.Document.Account, line.Document.Role)).OrderBy(group => group.Key.Currency, StringComparer.Ordinal).ThenBy(group => group.Key.Account, StringComparer.Ordinal))
        {
            var sorted = same.OrderBy(line => line.Document, LedgerDocument.InOrder).ToList();
            var gaps = sorted.Zip(sorted.Skip(1), (one, next) => next.Document.Date.DayNumber - one.Document.Date.DayNumber).Order().ToList();
            if (gaps.Count < GapsOfARhythm || gaps[gaps.Count / 2] < MinMonthDays)
            {
                continue;
            }

            for (var index = 1; index < sorted.Count; index++)
            {
                var (one, next) = (sorted[index - 1], sorted[index]);
                if (next.Document.Date.DayNumber - one.Document.Date.DayNumber <= CloseTogether && Math.Abs(next.Gross - one.Gross) <= one.Gross * facts.Policy.SameAmountShare)
                {
                    yield return (one, next);
                }
            }
        }
    }

    private static Claim Ask(VendorLedger ledger, LedgerLine line, LedgerLine paid)
    {
        var (one, two) = (Words.Number(paid.Document), Words.Number(line.Document));
        return new()
        {
            Type = LeakType.DuplicateCharge,
            Verdict = Verdict.Review,
            Ledger = ledger,
            Account = line.Document.Invoice.Account ?? paid.Document.Invoice.Account,
            Currency = line.Currency,
            Charges = [new(line, line.Gross, new(line.Document.Date, line.Document.Date.AddDays(1)))],
            CaseKey = DuplicateChargeRule.Pair(paid.Document, line.Document),
            Evidence = [Proofs.Of(line), Proofs.Of(paid)],
            Actions = [new(ActionType.Clarification, $"Ask the vendor which period the second charge pays for.")],
            Words = (_, total, _) => new(
                $"Possible duplicate: a second charge of {ledger.Vendor.Name} on {line.Document.Date}",
                $"{Words.Amount(total, line.Currency)} came on {line.Document.Date} without a service period, while {one} of {paid.Document.Date} already pays for that time."),
            Question = new(
                $"What does {two} of {line.Document.Date} pay for?",
                ClaimAnswer.Nothing(AnswerId.SomethingElse, $"Another time, store or product"),
                ClaimAnswer.Leak(AnswerId.SameTime, $"The same as {one}", new RecommendedAction(ActionType.RefundRequest, $"{one} had paid for that time; ask for {two} back."))),
        };
    }
}
