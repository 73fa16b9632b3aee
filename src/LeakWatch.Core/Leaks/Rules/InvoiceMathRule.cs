using System.Globalization;
using System.Text.RegularExpressions;
using LeakWatch.Core.Invoices;
using LeakWatch.Core.Ledger;

namespace LeakWatch.Core.Leaks.Rules;

/// <summary>L-09 INVOICE_MATH: the document itself is in doubt (sums, currencies, sender, bank account). It asks, and nothing else is claimed from it.</summary>
public sealed partial class InvoiceMathRule : ILeakRule
{
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

            var doubt = SumsOf(document, facts.Policy) ?? CurrencyOf(document);
            if (doubt is { } found)
            {
                document.IsInDoubt = true;
                yield return ClaimOf(ledger, document, found, "sums");
            }
        }

        foreach (var claim in SenderOf(ledger, facts).Concat(BankAccountsOf(ledger)))
        {
            yield return claim;
        }
    }

    private static (decimal Amount, string Title, string Summary, string Question)? SumsOf(LedgerDocument document, DetectionPolicy policy)
    {
        var currency = document.Currency ?? "";
        // The reader saw more than the schema keeps (freight, tips, rounding): what it proved needs no second opinion.
        var isProven = document.Invoice.Quality.Proof is { Fails: false, LinesSum.State: ProofState.Holds, Total.State: ProofState.Holds };
        if (isProven || document.Header.TotalAmount is not { } total || DocumentSums.Difference(document.Invoice) is not { } off)
        {
            return null;
        }

        var size = Math.Abs(off.Printed - off.Computed);
        return size <= policy.MathAmount || size <= Math.Abs(total) * policy.MathShare ? null :
        (
            size,
            $"The sums of {document.Header.InvoiceNumber ?? document.FileName} do not add up",
            $"{off.What}: printed {Words.Amount(off.Printed, currency)}, computed {Words.Amount(off.Computed, currency)}; the difference is {Words.Amount(size, currency)}. Nothing else is claimed from this document.",
            $"Which is right on {document.Header.InvoiceNumber ?? document.FileName}: {Words.Amount(off.Printed, currency)} as printed, or {Words.Amount(off.Computed, currency)} as its parts add up?"
        );
    }

    private static (decimal Amount, string Title, string Summary, string Question)? CurrencyOf(LedgerDocument document)
    {
        var name = document.Header.InvoiceNumber ?? document.FileName;
        if (document.Currency is null)
        {
            // Money that came in on a bank's statement is nothing anyone has to answer for.
            return document is { Role: DocumentRole.Credit, Header.Kind: InvoiceKind.Statement } ? null : (
                document.Total,
                $"The currency of {name} is unknown",
                "The document prints no currency we can read. It takes no part in detection until you say which it is.",
                $"In which currency is {name}?");
        }

        var other = document.Invoice.LineItems.FirstOrDefault(line => line.Currency is { } currency && currency != document.Currency);
        return other is null ? null :
        (
            document.Total,
            $"{name} mixes currencies",
            $"The total is in {document.Currency} and the line \"{other.Description}\" in {other.Currency}. Nothing else is claimed from this document.",
            $"Which currency did {name} charge: {document.Currency} or {other.Currency}?"
        );
    }

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

        foreach (var document in documents)
        {
            document.IsInDoubt = true;
        }

        var first = documents[0];
        yield return ClaimOf(ledger, first,
        (
            first.Total,
            $"{ledger.Vendor.Name} looks like {known.Name}, but is spelt differently",
            $"{ledger.Vendor.Name} is not one of the names we know for {known.Name}. We do not merge similar names, and claim nothing from {Words.Count(documents.Count, "document")} of this sender until you decide.",
            $"Is {ledger.Vendor.Name} the same company as {known.Name}?"
        ), "sender") with
        { Type = LeakType.DuplicateCharge }; // Two senders of one service, as far as anyone can tell.
    }

    /// <summary>The same vendor asks to be paid into another account than before.</summary>
    private static IEnumerable<Claim> BankAccountsOf(VendorLedger ledger)
    {
        string? known = null;
        foreach (var document in ledger.Documents.Where(document => document.Role is DocumentRole.Charge or DocumentRole.Terms && document.CopyOf is null))
        {
            var header = document.Header;
            if (header is { PaymentMethodHint: null, PaymentReference: null, Notes: null } && !document.Invoice.LineItems.Any(line => MentionsBank(line.Description)))
            {
                continue;
            }

            var account = AccountOf(header);
            var isNew = account is not null && known is not null && account != known;
            var saysSo = NewBankDetails().IsMatch(header.Notes ?? "") || document.Invoice.LineItems.Any(line => MentionsBank(line.Description) && NewBankDetails().IsMatch(line.Description!));
            known = account ?? known;
            if ((isNew || saysSo) && document.Invoice.LineItems.Count > 0 && !document.IsInDoubt)
            {
                document.IsInDoubt = true;
                var name = document.Header.InvoiceNumber ?? document.FileName;
                yield return ClaimOf(ledger, document,
                (
                    document.Total,
                    $"{ledger.Vendor.Name} gives new bank details",
                    $"{name} of {Words.Day(document.Date)} asks for payment into another account than the documents before it. Nothing else is claimed from this document.",
                    $"Did {ledger.Vendor.Name} confirm the new bank details of {name} by a way you already knew?"
                ), "bank");
            }
        }
    }

    private static string? AccountOf(InvoiceHeader header)
    {
        if (header.PaymentMethodHint is not { Length: > 14 } && header.PaymentReference is not { Length: > 14 } && header.Notes is null)
        {
            return null;
        }

        var match = BankAccount().Match($"{header.PaymentMethodHint} {header.PaymentReference} {header.Notes}");
        match = match.Success || header.PaymentMethodHint is not { } hint || !Transfer().IsMatch(hint) ? match : AccountNumber().Match(hint);
        return match.Success ? string.Concat(match.Value.Where(char.IsLetterOrDigit)).ToUpperInvariant() : null;
    }

    private static bool MentionsBank(string? text) =>
        text is not null && (text.Contains("bank", StringComparison.OrdinalIgnoreCase) || text.Contains("iban", StringComparison.OrdinalIgnoreCase) || text.Contains("payment", StringComparison.OrdinalIgnoreCase));

    private static Claim ClaimOf(VendorLedger ledger, LedgerDocument document, (decimal Amount, string Title, string Summary, string Question) doubt, string kind) => new()
    {
        Type = LeakType.InvoiceMath,
        Verdict = Verdict.Review,
        Ledger = ledger,
        Account = document.Invoice.Account,
        Currency = document.Currency ?? "",
        Amount = doubt.Amount,
        Period = document.Period,
        Repeats = string.Create(CultureInfo.InvariantCulture, $"{kind} {document.Number} {document.Date:yyyy-MM-dd} {document.Total}"),
        Evidence = [.. document.Invoice.LineItems.Take(20).Select(line => Proofs.Of(document, line.Evidence))],
        Actions = [new(ActionType.Clarification, "Ask the vendor for a corrected or confirmed document.")],
        Words = (_, _, _) => new(doubt.Title, doubt.Summary, doubt.Question),
    };

    [GeneratedRegex(@"\b[A-Z]{2}\d{2}(\s?[A-Z0-9]{4}){2,7}(\s?[A-Z0-9]{1,4})?\b", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex BankAccount();

    [GeneratedRegex(@"\b(transfer|bank|wire|ach|bacs|sepa)\b|계좌|振込|überweisung|virement", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Transfer();

    [GeneratedRegex(@"\b\d[\d -]{6,22}\d\b", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex AccountNumber();

    [GeneratedRegex(@"\b(new|changed|updated|different)\s+(bank|account|banking|payment)\s+(details|account|information|number)\b|\bbank\s+(details|account)\b.{0,40}\b(changed|new|updated)\b|\b(IBAN)\b.{0,40}\b(changed|new)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex NewBankDetails();
}
