using LeakWatch.Core.Detection.Claims;
using LeakWatch.Core.Findings;
using LeakWatch.Core.Invoices;
using LeakWatch.Core.Ledger;
using LeakWatch.Core.Text;

namespace LeakWatch.Core.Detection.Rules;

/// <summary>Metered charges above the cap that the merchant approved, period by period.</summary>
internal static class UsageCaps
{
    public static IEnumerable<Claim> Find(VendorLedger ledger, ShopFacts facts)
    {
        foreach (var same in ledger.Terms.Where(term => term is { Kind: TermKind.UsageCap, Term.Amount: not null })
                     .GroupBy(term => (term.Term.Amount, term.Term.ProductCode, term.Term.PlanName, term.Account, term.Term.From)))
        {
            var term = same.OrderBy(one => one.Date).ThenBy(one => one.Document?.Identity, StringComparer.Ordinal).First();
            var code = ProductKey.KeyOrNull(term.Term.ProductCode);
            var later = ledger.Terms.Where(other => other.Kind is TermKind.UsageCap && other.Term.From > (term.Term.From ?? term.Date) && other.Term.ProductCode == term.Term.ProductCode).Min(other => other.Term.From);
            var usage = ledger.CertainCharges.Where(charge => charge is { Role: DocumentRole.Charge, PossibleCopyOf: null }).SelectMany(charge => charge.Lines)
                .Where(line => line.Gross > 0m && term.Concerns(line) && (code is null ? line.IsUsage : line.Product.Code == code)).ToList();
            foreach (var stream in usage.GroupBy(line => (line.Currency, line.Document.Account ?? "")).OrderBy(group => group.Key.Currency, StringComparer.Ordinal).ThenBy(group => group.Key.Item2, StringComparer.Ordinal))
            {
                var above = stream.GroupBy(line => line.Period ?? new ServicePeriod(line.Document.Date, line.Document.Date.AddDays(1)))
                    .Where(period => term.Holds(period.Key.Start) && (later is not { } end || period.Key.Start < end) && period.Sum(line => line.Net) > term.Term.Amount)
                    .OrderBy(period => period.Key.Start)
                    .Select(period => (Period: period.Key, Lines: period.OrderBy(line => line.Document, LedgerDocument.InOrder).ToList())).ToList();
                var charges = above.SelectMany(period => Excess(period.Lines, period.Period, term.Term.Amount!.Value, stream.Key.Currency)).Where(charge => !facts.IsBelowFloor(charge.Amount, stream.Key.Currency)).ToList();
                if (charges.Count > 0)
                {
                    yield return ClaimOf(ledger, term, charges, stream.Key.Currency, facts);
                }
            }
        }
    }

    private static IEnumerable<ClaimedCharge> Excess(List<LedgerLine> lines, ServicePeriod period, decimal cap, string currency)
    {
        var net = lines.Sum(line => line.Net);
        var factor = net == 0m ? 1m : lines.Sum(line => line.Gross) / net;
        var rest = Currencies.Rounded((net - cap) * factor, currency);
        foreach (var line in Enumerable.Reverse(lines))
        {
            var part = Math.Min(rest, line.Gross);
            if (part > 0m)
            {
                rest -= part;
                yield return new(line, part, period);
            }
        }
    }

    private static Claim ClaimOf(VendorLedger ledger, StatedTerm term, List<ClaimedCharge> charges, string currency, ShopFacts facts)
    {
        var first = charges[0];
        Sentence product = (first.Line.Item.Description ?? term.Term.ProductCode) switch
        {
            { } name => $"{name}",
            null => $"usage",
        };
        return new()
        {
            Type = LeakType.MomSpike,
            Verdict = Verdict.Leak,
            Ledger = ledger,
            Account = first.Line.Document.Invoice.Account,
            Currency = currency,
            Charges = charges,
            CaseKey = $"cap {term.Term.ProductCode} {Words.Iso(first.Period!.Value.Start)}",
            LastCharge = Words.Iso(charges[^1].Period!.Value.Start),
            Evidence = [.. charges.Select(charge => Proofs.Of(charge.Line)), .. Proofs.Of(term)],
            Factors = [term.Document is null ? new($"The cap is known from you", facts.Policy.MerchantOnly) : new($"The vendor's document states the cap", facts.Policy.StatedByVendor), new($"A stated limit", facts.Policy.IndependentProof)],
            Actions = [new(ActionType.RefundRequest, $"You approved usage up to the cap only; ask for the excess back.")],
            Words = (_, total, credited) => new(
                $"{ledger.Vendor.Name} charged usage above the approved cap",
                $"The cap for {product} is {Words.Amount(term.Term.Amount!.Value, currency)} a period{Source(term)}. Usage above it was billed in {Words.Dates(charges.Select(charge => charge.Period!.Value.Start).Distinct())} (start of the period). "
                + $"The excess with tax{Words.Less(credited, currency)}: {Words.Amount(total, currency)}."),
        };
    }

    private static Sentence? Source(StatedTerm term) => term.Document switch
    {
        null => $", as you told us",
        _ => null,
    };
}
