using System.Globalization;
using System.Text.RegularExpressions;
using LeakWatch.Core.Detection.Claims;
using LeakWatch.Core.Findings;
using LeakWatch.Core.Invoices;
using LeakWatch.Core.Ledger;
using LeakWatch.Core.ShopKnowledge;
using LeakWatch.Core.Text;
using LeakWatch.Core.Vendors;

namespace LeakWatch.Core.Detection.Rules;

/// <summary>L-09 INVOICE_MATH: the document itself is in doubt (sums, currencies, sender, bank account). It asks, and nothing else is claimed from it.</summary>
public sealed partial class InvoiceMathRule : ILeakRule
{
    private const string SumsKind = "sums";

    private const int MaxLinesShown = 20;

    public LeakType Type => LeakType.InvoiceMath;

    public IEnumerable<Claim> Find(VendorLedger ledger, ShopFacts facts)
    {
        foreach (var document in ledger.Documents)
        {
            document.IsInDoubt = false;
            if (document.ReconciledAs is not null || document.Role is not DocumentRole.Charge and not DocumentRole.Credit)
            {
                continue;
            }

            if (document.MerchantCurrency is { } said)
            {
                ledger.Reconciled.Add(said);
            }

            foreach (var claim in new[] { SumsOf(ledger, document, facts.Policy), CurrencyOf(ledger, document, facts) }.OfType<Claim>())
            {
                yield return claim;
                if (!ReviewAnswers.EndDoubt(claim, facts))
                {
                    document.IsInDoubt = true;
                    break;
                }
            }
        }

        foreach (var claim in SenderOf(ledger, facts).Concat(BankAccountsOf(ledger, facts)))
        {
            yield return claim;
        }
    }

    /// <summary>What a document makes us ask.</summary>
    private sealed record Doubt(string Kind, decimal Amount, Sentence Title, Sentence Summary, ReviewQuestion Question);

    private static Claim? SumsOf(VendorLedger ledger, LedgerDocument document, DetectionPolicy policy)
    {
        var (currency, name) = (document.Currency ?? "", NameOf(document));

        // The reader saw more than the schema keeps (freight, tips, rounding): what it proved needs no second opinion.
        var isProven = document.Invoice.Quality.Proof is { Fails: false, LinesSum.State: ProofState.Holds, Total.State: ProofState.Holds };
        if (isProven || document.Header.TotalAmount is not { } total || DocumentSums.Difference(document.Invoice) is not { } off)
        {
            return null;
        }

        var size = Math.Abs(off.Printed - off.Computed);
        if (size <= policy.MathAmount || size <= Math.Abs(total) * policy.MathShare)
        {
            return null;
        }

        // Too much was charged only when a charge prints more than its parts, and a line shows it.
        var (printed, computed) = (Words.Amount(off.Printed, currency), Words.Amount(off.Computed, currency));
        var isTooMuch = off.Printed > off.Computed && document is { Role: DocumentRole.Charge, Lines.Count: > 0, Currency: not null };
        Sentence asComputed = $"{computed}, as its parts add up";
        return ClaimOf(ledger, document, new(
            SumsKind,
            size,
            $"The sums of {name} do not add up",
            $"{off.What}: printed {printed}, computed {computed}; the difference is {Words.Amount(size, currency)}. Nothing else is claimed from this document.",
            new(
                $"Which is right on {name}: {printed} as printed, or {computed} as its parts add up?",
                ClaimAnswer.Nothing(AnswerId.AsPrinted, $"{printed}, as printed"),
                !isTooMuch ? ClaimAnswer.Nothing(AnswerId.AsComputed, asComputed) : new(
                    new(AnswerId.AsComputed, asComputed, AnswerEffect.Leak),
                    (claim, _) => claim with
                    {
                        Verdict = Verdict.Leak,
                        Charges = [new(document.Lines[0], size, document.Period)],
                        Actions = [new(ActionType.RefundRequest, $"The document charges more than its parts; ask for the difference and a corrected document.")],
                    }))));
    }

    private static Claim? CurrencyOf(VendorLedger ledger, LedgerDocument document, ShopFacts facts)
    {
        // Money that came in on a bank's statement is nothing anyone has to answer for.
        if (!MerchantCurrency.IsInDoubt(document) || document is { Currency: null, Role: DocumentRole.Credit, Header.Kind: InvoiceKind.Statement })
        {
            return null;
        }

        var name = NameOf(document);
        if (document.Currency is not { } printed)
        {
            var likely = ledger.Documents.Select(other => other.Currency).OfType<string>().Order(StringComparer.Ordinal).Prepend(facts.Context.Shop.Currency).Distinct(StringComparer.Ordinal);
            return ClaimOf(ledger, document, new(
                MerchantCurrency.Kind,
                document.Total,
                $"The currency of {name} is unknown",
                $"The document prints no currency we can read. It takes no part in detection until you say which it is.",
                new(
                    $"In which currency is {name}?",
                    [
                        .. likely.Select(InCurrency),
                        new(new(AnswerId.InCurrency, $"Another currency", AnswerEffect.Nothing, Asks: AnswerInput.Currency), (_, _) => null),
                    ])));
        }

        var other = document.Invoice.LineItems.First(line => line.Currency is { } currency && currency != printed);
        return ClaimOf(ledger, document, new(
            MerchantCurrency.Kind,
            document.Total,
            $"{name} mixes currencies",
            $"The total is in {printed} and the line \"{other.Description}\" in {other.Currency}. Nothing else is claimed from this document.",
            new($"Which currency did {name} charge: {printed} or {other.Currency}?", InCurrency(printed), InCurrency(other.Currency!))));
    }

    private static ClaimAnswer InCurrency(string currency) => new(new(AnswerId.InCurrency, $"{currency}", AnswerEffect.Nothing, currency), (_, _) => null);

    /// <summary>A name that could be mistaken for a vendor you know better.</summary>
    private static IEnumerable<Claim> SenderOf(VendorLedger ledger, ShopFacts facts)
    {
        if (ledger.Vendor.IsInContext || facts.Identity.LookAlikeOf(ledger.Vendor) is not { } known)
        {
            yield break;
        }

        // Of two unknown names the one with fewer documents is the newcomer.
        var documents = ledger.Charges.Where(charge => charge.Role is DocumentRole.Charge && !charge.IsInDoubt).ToList();
        if (documents.Count == 0 || (!known.IsInContext && known.Documents <= ledger.Vendor.Documents))
        {
            yield break;
        }

        var claim = SenderClaimOf(ledger, known, documents);
        yield return claim;
        if (ReviewAnswers.To(claim, facts) is not var (answer, _) || answer.Option.Effect is not AnswerEffect.Nothing)
        {
            documents.ForEach(document => document.IsInDoubt = true);
        }
        else if (answer.Option.Id is AnswerId.SameCompany)
        {
            facts.SameCompanies.Add((ledger.Vendor, known, new(
                "ANSWERED", known.Name, $"You said that {ledger.Vendor.Name} is {known.Name}: they are one vendor.",
                [.. documents.Select(document => document.FileName).Distinct(StringComparer.Ordinal)], claim.FingerprintIn(facts))));
        }
    }

    /// <summary>Two senders of one service, as far as anyone can tell: their charges are doubles.</summary>
    private static Claim SenderClaimOf(VendorLedger ledger, Vendor known, List<LedgerDocument> documents)
    {
        var (sender, first) = (ledger.Vendor.Name, documents[0]);
        return ClaimOf(ledger, first, new(
            "sender",
            first.Total,
            $"{sender} looks like {known.Name}, but is spelt differently",
            $"{sender} is not one of the names we know for {known.Name}. We do not merge similar names, and claim nothing from {Words.Documents(documents.Count)} of this sender until you decide.",
            new(
                $"Is {sender} the same company as {known.Name}?",
                ClaimAnswer.Nothing(AnswerId.SameCompany, $"Yes, it is {known.Name}"),
                ClaimAnswer.Nothing(AnswerId.OtherCompany, $"No, another company that we buy from"),
                new(new(AnswerId.UnknownSender, $"No, and we ordered nothing from it", AnswerEffect.Leak), (claim, _) => claim with
                {
                    Verdict = Verdict.Leak,
                    Amount = documents.Where(document => document.Currency == first.Currency).Sum(document => document.Total),
                    SavingsKind = documents.Exists(document => document.PaidBy is not null) ? SavingsKind.Recoverable : SavingsKind.Avoidable,
                    Evidence = [.. documents.Where(document => document.Currency == first.Currency).SelectMany(document => document.Lines).Select(Proofs.Of)],
                    Actions = [new(ActionType.Clarification, $"Pay nothing more, and ask {known.Name} by a way you already knew.")],
                })))) with
        { Type = LeakType.DuplicateCharge, CaseKey = $"sender {known.Key}" };
    }

    /// <summary>The same vendor asks to be paid into another account than before.</summary>
    private static IEnumerable<Claim> BankAccountsOf(VendorLedger ledger, ShopFacts facts)
    {
        string? known = null;
        var times = 0;
        foreach (var document in ledger.Documents.Where(document => document.Role is DocumentRole.Charge or DocumentRole.Terms && document.CopyOf is null))
        {
            var header = document.Header;
            if (header is { PaymentMethodHint: null, PaymentReference: null, Notes: null } && !document.Invoice.LineItems.Any(line => MentionsBank(line.Description)))
            {
                continue;
            }

            var (account, isIban) = AccountOf(header);

            // A bare number that is another one every time is a reference.
            var isNew = account is not null && known is not null && account != known && (isIban || times > 1);
            var saysSo = NewBankDetails().IsMatch(header.Notes ?? "") || document.Invoice.LineItems.Any(line => MentionsBank(line.Description) && NewBankDetails().IsMatch(line.Description!));
            (known, times) = account is null ? (known, times) : (account, account == known ? times + 1 : 1);
            if ((isNew || saysSo) && document.Invoice.LineItems.Count > 0 && !document.IsInDoubt)
            {
                var claim = BankDetailsOf(ledger, document);
                document.IsInDoubt = !ReviewAnswers.EndDoubt(claim, facts);
                yield return claim;
            }
        }
    }

    private static Claim BankDetailsOf(VendorLedger ledger, LedgerDocument document) => ClaimOf(ledger, document, new(
        "bank",
        document.Total,
        $"{ledger.Vendor.Name} gives new bank details",
        $"{NameOf(document)} of {document.Date} asks for payment into another account than the documents before it. Nothing else is claimed from this document.",
        new(
            $"Did {ledger.Vendor.Name} confirm the new bank details of {NameOf(document)} by a way you already knew?",
            ClaimAnswer.Nothing(AnswerId.DetailsConfirmed, $"Yes, they are right"),
            new(new(AnswerId.DetailsFalse, $"No, they are not the vendor's", AnswerEffect.Leak), (claim, _) => claim with
            {
                Verdict = Verdict.Leak,
                SavingsKind = SavingsKind.Avoidable,
                Actions = [new(ActionType.Clarification, $"Do not pay into the new account; tell the vendor by a way you already knew.")],
            }))));

    private static string NameOf(LedgerDocument document) => document.Header.InvoiceNumber ?? document.FileName;

    private static (string? Account, bool IsIban) AccountOf(InvoiceHeader header)
    {
        if (header.PaymentMethodHint is not { Length: > 14 } && header.PaymentReference is not { Length: > 14 } && header.Notes is null)
        {
            return default;
        }

        var iban = BankAccount().Match($"{header.PaymentMethodHint} {header.PaymentReference} {header.Notes}");
        var match = iban.Success || header.PaymentMethodHint is not { } hint || !Transfer().IsMatch(hint) ? iban : AccountNumber().Match(hint);
        return match.Success ? (string.Concat(match.Value.Where(char.IsLetterOrDigit)).ToUpperInvariant(), iban.Success) : default;
    }

    private static bool MentionsBank(string? text) =>
        text is not null && (text.Contains("bank", StringComparison.OrdinalIgnoreCase) || text.Contains("iban", StringComparison.OrdinalIgnoreCase) || text.Contains("payment", StringComparison.OrdinalIgnoreCase));

    private static Claim ClaimOf(VendorLedger ledger, LedgerDocument document, Doubt doubt) => new()
    {
        Type = LeakType.InvoiceMath,
        Verdict = Verdict.Review,
        Ledger = ledger,
        Account = document.Invoice.Account,
        Currency = document.Currency ?? "",
        Amount = doubt.Amount,
        Period = document.Period,
        CaseKey = RepeatsOf(document, doubt.Kind),
        Evidence = [.. document.Invoice.LineItems.Take(MaxLinesShown).Select(line => Proofs.Of(document, line.Evidence))],
        Actions = [new(ActionType.Clarification, $"Ask the vendor for a corrected or confirmed document.")],
        Question = doubt.Question,
        Words = (_, _, _) => new(doubt.Title, doubt.Summary),
    };

    internal static string RepeatsOf(LedgerDocument document, string kind) =>
        string.Create(CultureInfo.InvariantCulture, $"{kind} {document.Number} {document.Date:yyyy-MM-dd} {document.Total}");

    [GeneratedRegex(@"\b[A-Z]{2}\d{2}(\s?[A-Z0-9]{4}){2,7}(\s?[A-Z0-9]{1,4})?\b", RegexOptions.CultureInvariant)]
    private static partial Regex BankAccount();

    [GeneratedRegex(@"\b(transfer|bank|wire|ach|bacs|sepa)\b|계좌|振込|überweisung|virement", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Transfer();

    [GeneratedRegex(@"\b\d[\d -]{6,22}\d\b", RegexOptions.CultureInvariant)]
    private static partial Regex AccountNumber();

    [GeneratedRegex(@"\b(new|changed|updated|different)\s+(bank|account|banking|payment)\s+(details|account|information|number)\b|\bbank\s+(details|account)\b.{0,40}\b(changed|new|updated)\b|\b(IBAN)\b.{0,40}\b(changed|new)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NewBankDetails();
}
