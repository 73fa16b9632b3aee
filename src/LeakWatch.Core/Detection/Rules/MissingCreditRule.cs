using LeakWatch.Core.Detection.Claims;
using LeakWatch.Core.Findings;
using LeakWatch.Core.Invoices;
using LeakWatch.Core.Ledger;
using LeakWatch.Core.ShopKnowledge;
using LeakWatch.Core.Text;

namespace LeakWatch.Core.Detection.Rules;

/// <summary>L-10 MISSING_CREDIT: a promised credit that has not come after 45 days, where the documents reach far enough to say so.</summary>
public sealed class MissingCreditRule : ILeakRule
{
    /// <summary>So many lines of a document show that the credit is not among them.</summary>
    private const int MaxLinesShown = 3;

    public LeakType Type => LeakType.MissingCredit;

    public IEnumerable<Claim> Find(VendorLedger ledger, ShopFacts facts)
    {
        var used = new Dictionary<CreditEntry, decimal>();
        foreach (var promise in Promises(ledger, facts))
        {
            var received = Received(ledger, promise, used);
            var missing = promise.Amount - received;
            if (missing > 0m && facts.AsOf >= promise.Due && !facts.IsBelowFloor(missing, promise.Currency))
            {
                yield return ClaimOf(ledger, promise, missing, facts) with { Credited = received };
            }
        }
    }

    /// <param name="Said">As the merchant recorded it.</param>
    /// <param name="Charge">The charge it was promised for, where it names one that is here.</param>
    /// <param name="On">The day of the promise.</param>
    /// <param name="Due">The day on which it should have come.</param>
    private sealed record Promise(PromisedCredit Said, LedgerDocument? Charge, decimal Amount, string Currency, DateOnly On, DateOnly Due)
    {
        /// <summary>Of the charge it was promised for; empty when it names none.</summary>
        public string Number { get; } = LedgerDocument.NumberKey(Said.InvoiceNumber);

        public string? Account { get; } = ProductKey.KeyOrNull(Said.Account);
    }

    private static IEnumerable<Promise> Promises(VendorLedger ledger, ShopFacts facts)
    {
        var latest = ledger.Charges is [.., var last] ? last.Currency : null;
        foreach (var said in facts.Context.PromisedCredits.Where(promise => ledger.Vendor.Names.Contains(VendorKey.Of(promise.Vendor))).OrderBy(promise => promise.PromisedAt).ThenBy(promise => promise.Amount))
        {
            var charge = ledger.FindNumber(LedgerDocument.NumberKey(said.InvoiceNumber));
            if (SaneDates.OrNull(said.PromisedAt) is { } on && (said.Amount ?? charge?.Total) is { } amount and > 0m)
            {
                yield return new(said, charge, amount, said.Currency ?? charge?.Currency ?? latest ?? facts.Context.Shop.Currency, on, on.AddDays(facts.Policy.CreditDays));
            }
        }
    }

    /// <summary>Credits since the promise that name its charge, or none; each once.</summary>
    private static decimal Received(VendorLedger ledger, Promise promise, Dictionary<CreditEntry, decimal> used)
    {
        var received = 0m;
        foreach (var credit in ledger.Credits.Where(credit => MayKeep(promise, credit)).OrderBy(credit => credit.Amount == promise.Amount ? 0 : 1).ThenBy(credit => credit.Date))
        {
            var part = Math.Min(promise.Amount - received, credit.Amount - used.GetValueOrDefault(credit));
            if (part > 0m)
            {
                received += part;
                used[credit] = used.GetValueOrDefault(credit) + part;
            }
        }

        return received;
    }

    private static bool MayKeep(Promise promise, CreditEntry credit) =>
        credit.Currency == promise.Currency && credit.Date >= promise.On.AddDays(-DetectionPolicy.DatesApart)
        && (credit.Names == promise.Number || credit.Names.Length == 0 || promise.Number.Length == 0)
        && AccountComparison.MayBeSame(promise.Account, credit.Document.Account);

    private static Claim ClaimOf(VendorLedger ledger, Promise promise, decimal missing, ShopFacts facts)
    {
        var (charge, currency, vendor) = (promise.Charge, promise.Currency, ledger.Vendor.Name);
        var covering = CoveringInvoice(ledger, promise, facts.AsOf);
        var statement = covering is null ? CoveringStatement(ledger, promise, facts) : null;
        var isCovered = covering is not null || statement is not null;
        var shown = covering is { Lines.Count: > 0 } ? covering : charge ?? ledger.Charges.LastOrDefault(one => one.Lines.Count > 0);
        var remind = new RecommendedAction(ActionType.RefundRequest, $"Remind the vendor of the credit it promised.");
        var promised = Words.Amount(promise.Said.Amount ?? missing, currency);
        return new()
        {
            Type = LeakType.MissingCredit,
            Verdict = isCovered ? Verdict.Leak : Verdict.Review,
            Ledger = ledger,
            Account = promise.Said.Account ?? charge?.Invoice.Account ?? shown?.Invoice.Account,
            Currency = currency,
            Amount = missing,
            RelatedCharges = charge?.Lines ?? [],
            IsForExplained = true,
            SavingsKind = SavingsKind.Recoverable,
            Period = new(promise.On, promise.Due),
            CaseKey = $"promise {Words.Iso(promise.On)} {promise.Number} {promised}",
            Evidence = [.. shown?.Lines.Take(MaxLinesShown).Select(Proofs.Of) ?? [], .. charge?.Lines.Select(Proofs.Of) ?? [], .. statement is null ? [] : new[] { Proofs.Of(statement, statement.Invoice.LineItems[0].Evidence) }],
            Factors = [new($"The promise is known from you", facts.Policy.MerchantOnly), .. !isCovered ? [] : new ConfidenceFactor[] { new($"A later document shows no credit", facts.Policy.IndependentProof) }],
            Actions = [isCovered ? remind : new(ActionType.Clarification, $"Add the vendor's latest invoice or the statement of the card.")],
            Words = (_, total, _) => new(
                $"A credit that {vendor} promised has not come",
                $"You told us that {vendor} promised {promised} on {promise.On}. {facts.Policy.CreditDays} days later, on {promise.Due}, it was due. "
                + $"{Covered(vendor, covering, statement)} Promised less received: {Words.Amount(total, currency)}."),
            Question = new(
                $"Has the credit of {Words.Amount(missing, currency)} from {vendor} arrived since {promise.On}?",
                ClaimAnswer.Nothing(AnswerId.CreditArrived, $"Yes, it arrived"),
                ClaimAnswer.Leak(AnswerId.CreditNotArrived, $"No, it did not", remind)),
        };
    }

    private static Sentence Covered(string vendor, LedgerDocument? invoice, LedgerDocument? statement) => (invoice, statement) switch
    {
        (_, not null) => $"The statements of {statement.Header.PaymentMethodHint}, which had paid {vendor}, reach that day and show no matching credit.",
        (null, null) => $"No document reaches that day, so we cannot tell whether it came.",
        (not null, null) => $"{invoice.Describe()} is from {invoice.Date} and no matching credit is in your documents.",
    };

    /// <summary>A vendor invoice on or after the day.</summary>
    private static LedgerDocument? CoveringInvoice(VendorLedger ledger, Promise promise, DateOnly asOf) =>
        ledger.Documents.FirstOrDefault(document => document.Role is DocumentRole.Charge or DocumentRole.Credit && document.Date >= promise.Due && document.Date <= asOf
            && AccountComparison.MayBeSame(promise.Account, document.Account));

    /// <summary>The latest row of the card or account that paid the charge (or, when none is named, the vendor's charges), if its statements reach the day.</summary>
    private static LedgerDocument? CoveringStatement(VendorLedger ledger, Promise promise, ShopFacts facts)
    {
        var rows = promise.Charge is { } charge ? [charge.PaidBy] : ledger.Documents.Select(document => document.Role is DocumentRole.Payment ? document : document.PaidBy);
        return rows.OfType<LedgerDocument>().LastOrDefault(row => row is { Header.PaymentMethodHint: { } source, Invoice.LineItems.Count: > 0 }
            && facts.Coverage.Reaches(source, promise.On, promise.Due, facts.AsOf));
    }
}
