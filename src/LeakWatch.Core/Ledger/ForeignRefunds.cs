using LeakWatch.Core.Invoices;

namespace LeakWatch.Core.Ledger;

/// <summary>What a refund that a card shows in its own currency is in the vendor's: as the row prints it, else the invoice or credit note it converts to.</summary>
internal sealed class ForeignRefunds
{
    /// <summary>A refund settles no older charge.</summary>
    private const int LatestDays = 120;

    private const int DaysBefore = 10;

    private readonly HashSet<string> billed;
    private readonly List<LedgerDocument> documents;
    private readonly ExchangeTable rates;

    /// <param name="ledger">Its documents are sorted by date.</param>
    public ForeignRefunds(VendorLedger ledger, ExchangeTable rates)
    {
        this.rates = rates;
        billed = [.. ledger.Documents.Where(document => document is { Role: DocumentRole.Charge, Currency: not null }).Select(document => document.Currency!)];
        documents = [.. ledger.Documents.Where(document => document is { Role: DocumentRole.Charge or DocumentRole.Credit, CopyOf: null, Currency: not null } && document.Header.Kind is not InvoiceKind.Statement)];
    }

    /// <returns>The refund's own currency and amount where the vendor bills in that currency, or nothing tells more.</returns>
    public (string Currency, decimal Amount) OriginalOf(LedgerDocument refund)
    {
        var own = (refund.Currency ?? "", refund.Total);
        if (refund.Header.Kind is not InvoiceKind.Statement || refund.IsBillRow || refund.Currency is not { } currency || billed.Contains(currency))
        {
            return own;
        }

        foreach (var printed in OriginalAmounts.Of(refund))
        {
            if (billed.Contains(printed.Currency))
            {
                return (printed.Currency, printed.Amount);
            }
        }

        var (nearest, rank) = ((LedgerDocument?)null, (int.MaxValue, int.MaxValue));
        for (var index = PaymentMatching.FirstFrom(documents, refund.Date.AddDays(-LatestDays), document => document.Date); index < documents.Count && documents[index].Date <= refund.Date.AddDays(DaysBefore); index++)
        {
            var document = documents[index];
            var distance = (document.Role is DocumentRole.Credit ? 0 : 1, Math.Abs(refund.Date.DayNumber - document.Date.DayNumber));
            if (distance.CompareTo(rank) < 0 && rates.IsConverted(Math.Abs(document.Total), document.Currency!, Math.Abs(refund.Total), currency, refund.Date))
            {
                (nearest, rank) = (document, distance);
            }
        }

        return nearest is null ? own : (nearest.Currency!, nearest.Total);
    }
}
