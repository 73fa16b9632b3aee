using LeakWatch.Core.Ledger;

namespace LeakWatch.Core.Leaks;

/// <summary>What credits are left to lower claims with, each once.</summary>
internal sealed class CreditBalance
{
    private readonly Dictionary<CreditEntry, decimal> unnamed;
    private readonly Dictionary<LedgerDocument, decimal> ofDocuments = [];
    private readonly DetectionPolicy policy;

    public CreditBalance(VendorLedger ledger, DetectionPolicy policy)
    {
        this.policy = policy;
        unnamed = ledger.Credits.Where(credit => credit.Names.Length == 0).ToDictionary(credit => credit, credit => credit.Amount);
    }

    /// <returns>What came back of the claim already: credits that name its charges first, then those that name nothing and fit.</returns>
    public decimal Take(Claim claim)
    {
        var open = claim.ClaimedAmount;
        foreach (var document in claim.Charges.Select(charge => charge.Line).Concat(claim.Explains).Select(line => line.Document).Distinct())
        {
            var part = Math.Min(open, document.Credited - ofDocuments.GetValueOrDefault(document));
            if (part > 0m)
            {
                ofDocuments[document] = ofDocuments.GetValueOrDefault(document) + part;
                open -= part;
            }
        }

        // An equal credit first, then the others by date.
        foreach (var credit in unnamed.Keys.Where(credit => claim.Charges.Any(charge => credit.Fits(charge.Line, policy.CreditFitsDays)))
                     .OrderBy(credit => credit.Amount == open ? 0 : 1).ThenBy(credit => credit.Date).ThenBy(credit => credit.Document.Identity, StringComparer.Ordinal).ToList())
        {
            var part = Math.Min(open, unnamed[credit]);
            if (part > 0m)
            {
                open -= part;
                unnamed[credit] -= part;
            }
        }

        return claim.ClaimedAmount - open;
    }
}
