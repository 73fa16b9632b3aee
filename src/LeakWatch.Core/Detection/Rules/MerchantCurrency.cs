using LeakWatch.Core.Detection.Claims;
using LeakWatch.Core.Findings;
using LeakWatch.Core.Ledger;

namespace LeakWatch.Core.Detection.Rules;

/// <summary>A document whose currency the merchant said: it is read in that currency before anything is compared with it.</summary>
internal static class MerchantCurrency
{
    public const string Kind = "currency";

    /// <summary>It prints none, or one of its lines another.</summary>
    public static bool IsInDoubt(LedgerDocument document) => document.Role is DocumentRole.Charge or DocumentRole.Credit
        && (document.Currency is null || document.Invoice.LineItems.Any(line => line.Currency is { } currency && currency != document.Currency));

    public static LedgerDocument Apply(LedgerDocument document, ShopFacts facts, TextKeys keys)
    {
        if (!facts.HasAnswers || !IsInDoubt(document))
        {
            return document;
        }

        var fingerprint = facts.FingerprintOf(LeakType.InvoiceMath, document.Vendor, document.Invoice.Account, document.Currency, InvoiceMathRule.RepeatsOf(document, Kind), "");
        var option = new AnswerOption(AnswerId.InCurrency, $"Another currency", AnswerEffect.Nothing, Asks: AnswerInput.Currency);
        if (facts.AnswersTo(fingerprint).FirstOrDefault(answer => answer.Chooses(option)) is not { Value: { } code })
        {
            return document;
        }

        var invoice = document.Invoice;
        var said = invoice with { Invoice = invoice.Invoice with { Currency = code }, LineItems = [.. invoice.LineItems.Select(line => line with { Currency = code })] };
        return new(said, document.Vendor, keys)
        {
            MerchantCurrency = new("ANSWERED", document.Vendor.Name, $"You said that {document.Describe()} is in {code}.", [document.FileName], fingerprint),
        };
    }
}
