using LeakWatch.Core.Ledger;
using LeakWatch.Core.Vendors;

namespace LeakWatch.Core.Leaks.Rules;

/// <summary>L-10 MISSING_CREDIT: a promised credit that has not come after 45 days, where the documents reach far enough to say so.</summary>
public sealed class MissingCreditRule : ILeakRule
{
    private const int DaysBefore = 3;

    public LeakType Type => LeakType.MissingCredit;

    public IEnumerable<Claim> Find(VendorLedger ledger, ShopFacts facts)
    {
        var used = new Dictionary<CreditEntry, decimal>();
        foreach (var promise in facts.Context.PromisedCredits.Where(promise => ledger.Vendor.Names.Contains(VendorKey.Of(promise.Vendor)) && SaneDates.OrNull(promise.PromisedAt) is not null)
                     .OrderBy(promise => promise.PromisedAt).ThenBy(promise => promise.Amount))
        {
            var number = LedgerDocument.NumberKey(promise.InvoiceNumber);
            var charge = ledger.FindNumber(number);
            var currency = promise.Currency ?? charge?.Currency ?? (ledger.Charges is [.., var latest] ? latest.Currency : null) ?? facts.Context.Shop.Currency;
            if ((promise.Amount ?? charge?.Total) is not { } amount || amount <= 0m)
            {
                continue;
            }

            var received = Received(ledger, promise, number, currency, amount, used);
            var missing = amount - received;
            var due = promise.PromisedAt!.Value.AddDays(facts.Policy.CreditDays);
            if (missing > 0m && facts.AsOf >= due && !facts.IsBelowFloor(missing, currency))
            {
                yield return ClaimOf(ledger, promise, missing, currency, due, charge, facts) with { Credited = received };
            }
        }
    }

    /// <summary>Credits since the promise that name its charge, or none; each once.</summary>
    private static decimal Received(VendorLedger ledger, PromisedCredit promise, string number, string currency, decimal amount, Dictionary<CreditEntry, decimal> used)
    {
        var account = ProductKey.KeyOrNull(promise.Account);
        var received = 0m;
        foreach (var credit in ledger.Credits.Where(credit => credit.Currency == currency && credit.Date >= promise.PromisedAt!.Value.AddDays(-DaysBefore)
                         && (credit.Names == number || credit.Names.Length == 0 || number.Length == 0)
                         && (account is null || credit.Document.Account is null || credit.Document.Account == account))
                     .OrderBy(credit => credit.Amount == amount ? 0 : 1).ThenBy(credit => credit.Date))
        {
            var part = Math.Min(amount - received, credit.Amount - used.GetValueOrDefault(credit));
            if (part > 0m)
            {
                received += part;
                used[credit] = used.GetValueOrDefault(credit) + part;
            }
        }

        return received;
    }

    private static Claim ClaimOf(VendorLedger ledger, PromisedCredit promise, decimal missing, string currency, DateOnly due, LedgerDocument? charge, ShopFacts facts)
    {
        var covering = CoveringInvoice(ledger, promise, due, facts.AsOf);
        var statement = covering is null ? CoveringStatement(ledger, charge, promise.PromisedAt!.Value, due, facts) : null;
        var isCovered = covering is not null || statement is not null;
        var shown = covering is { Lines.Count: > 0 } ? covering : charge ?? ledger.Charges.LastOrDefault(one => one.Lines.Count > 0);
        var promised = Words.Day(promise.PromisedAt!.Value);
        return new()
        {
            Type = LeakType.MissingCredit,
            Verdict = isCovered ? Verdict.Leak : Verdict.Review,
            Ledger = ledger,
            Account = promise.Account ?? charge?.Invoice.Account ?? shown?.Invoice.Account,
            Currency = currency,
            Amount = missing,
            Explains = charge?.Lines ?? [],
            IsForExplained = true,
            SavingsKind = SavingsKind.Recoverable,
            Period = new(promise.PromisedAt.Value, due),
            Repeats = $"promise {Words.Iso(promise.PromisedAt.Value)} {LedgerDocument.NumberKey(promise.InvoiceNumber)} {Words.Amount(promise.Amount ?? missing, currency)}",
            Evidence = [.. shown?.Lines.Take(3).Select(Proofs.Of) ?? [], .. charge?.Lines.Select(Proofs.Of) ?? [], .. statement is { } one ? [Proofs.Of(one.Row, one.Row.Invoice.LineItems[0].Evidence)] : Array.Empty<FindingEvidence>()],
            Factors = [new("The promise is known from you", facts.Policy.MerchantOnly), .. !isCovered ? [] : new ConfidenceFactor[] { new("A later document shows no credit", facts.Policy.IndependentProof) }],
            Actions = !isCovered ? [new(ActionType.Clarification, "Add the vendor's latest invoice or the statement of the card.")] : [new(ActionType.RefundRequest, "Remind the vendor of the credit it promised.")],
            Words = (_, total, _) => new(
                $"A credit that {ledger.Vendor.Name} promised has not come",
                $"You told us that {ledger.Vendor.Name} promised {Words.Amount(promise.Amount ?? missing, currency)} on {promised}. {facts.Policy.CreditDays} days later, on {Words.Day(due)}, it was due. "
                + (statement is { } reached ? $"The statements of {reached.Source}, which had paid {ledger.Vendor.Name}, reach that day and show no matching credit."
                    : covering is null ? "No document reaches that day, so we cannot tell whether it came." : $"{covering.Describe()} is from {Words.Day(covering.Date)} and no matching credit is in your documents.")
                + $" Promised less received: {Words.Amount(total, currency)}."),
            Question = new(
                $"Has the credit of {Words.Amount(missing, currency)} from {ledger.Vendor.Name} arrived since {promised}?",
                ClaimAnswer.Nothing(AnswerId.CreditArrived, "Yes, it arrived"),
                ClaimAnswer.Leak(AnswerId.CreditNotArrived, "No, it did not", new RecommendedAction(ActionType.RefundRequest, "Remind the vendor of the credit it promised."))),
        };
    }

    /// <summary>A vendor invoice on or after the day.</summary>
    private static LedgerDocument? CoveringInvoice(VendorLedger ledger, PromisedCredit promise, DateOnly due, DateOnly asOf)
    {
        var account = ProductKey.KeyOrNull(promise.Account);
        return ledger.Documents.FirstOrDefault(document => document.Role is DocumentRole.Charge or DocumentRole.Credit && document.Date >= due && document.Date <= asOf
            && (account is null || document.Account is null || document.Account == account));
    }

    /// <summary>The card or account that paid the charge (or, when none is named, the vendor's charges), if its statements reach the day.</summary>
    private static (string Source, LedgerDocument Row)? CoveringStatement(VendorLedger ledger, LedgerDocument? charge, DateOnly promised, DateOnly due, ShopFacts facts)
    {
        var rows = charge is not null ? [charge.PaidBy] : ledger.Documents.Select(document => document.Role is DocumentRole.Payment ? document : document.PaidBy);
        return rows.OfType<LedgerDocument>().Where(row => row.Header.PaymentMethodHint is not null && row.Invoice.LineItems.Count > 0).Reverse()
            .Where(row => facts.Coverage.Reaches(row.Header.PaymentMethodHint!, promised, due, facts.AsOf)).Select(row => ((string, LedgerDocument)?)(row.Header.PaymentMethodHint!, row)).FirstOrDefault();
    }
}
