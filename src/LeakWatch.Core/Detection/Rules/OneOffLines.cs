using LeakWatch.Core.Detection.Claims;
using LeakWatch.Core.Findings;
using LeakWatch.Core.Ledger;

namespace LeakWatch.Core.Detection.Rules;

/// <summary>A big line of one time beside the latest recurring charge, which no order names and which never came before: it explains what the invoice cost more.</summary>
internal static class OneOffLines
{
    public static IEnumerable<Claim> Find(VendorLedger ledger, ShopFacts facts)
    {
        foreach (var stream in ledger.Streams.Where(stream => stream is { IsUsage: false, Periods.Count: > 1 }))
        {
            var (before, last) = (stream.Periods[^2], stream.Last);
            var floor = Math.Max(facts.Threshold(facts.Policy.SpikeFloorUsd, stream.Currency), before.Net * facts.Policy.SpikeShare);
            foreach (var line in ConcurrentBilling.OnceWith(last.First).Where(line => line.Net >= floor && !NewLines.IsOrdered(ledger, line) && IsFirst(ledger, line)))
            {
                yield return ClaimOf(ledger, stream, before, line, facts);
            }
        }
    }

    private static bool IsFirst(VendorLedger ledger, LedgerLine line) =>
        !ledger.Charges.Any(charge => charge != line.Document && charge.Date <= line.Document.Date && charge.Lines.Any(other => other.Product.Matches(line.Product)));

    private static Claim ClaimOf(VendorLedger ledger, ChargeStream stream, StreamPeriod before, LedgerLine line, ShopFacts facts)
    {
        var what = Words.Line(line);
        return new()
        {
            Type = LeakType.MomSpike,
            Verdict = Verdict.Watch,
            Ledger = ledger,
            Account = line.Document.Invoice.Account,
            Currency = line.Currency,
            Charges = [new(line, line.Gross, line.Period ?? stream.Last.Period)],
            CaseKey = $"once {Words.Iso(line.Document.Date)} {line.Product.Key}",
            Evidence = [Proofs.Of(line), Proofs.Of(stream.Last.First), Proofs.Of(before.First)],
            Bridge = PriceBridge.Between(before, stream.Last, ledger.TermsOf(stream), facts.Rates),
            Actions = [new(ActionType.Clarification, $"Ask what it is for if you did not order it.")],
            Words = (_, total, _) => new(
                $"{ledger.Vendor.Name} billed \"{what}\" once, {Words.Amount(total, line.Currency)}",
                $"Beside {Words.Product(stream.Last.First)} the charge of {line.Document.Date} has \"{what}\", billed one time: {Words.Amount(line.Net, line.Currency)} before tax. "
                + $"It explains what the invoice cost more than the one before, and will not come again. No order in your documents names it."),
        };
    }
}
