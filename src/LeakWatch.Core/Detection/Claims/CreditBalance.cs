using LeakWatch.Core.Ledger;
using LeakWatch.Core.ShopKnowledge;

namespace LeakWatch.Core.Detection.Claims;

/// <summary>What credits are left to lower claims with, each once.</summary>
internal sealed class CreditBalance
{
    private readonly List<CreditEntry> unnamed;
    private readonly List<DateOnly> dates;
    private readonly Dictionary<CreditEntry, decimal> left;
    private readonly Dictionary<LedgerDocument, decimal> ofDocuments = [];
    private readonly DetectionPolicy policy;

    public CreditBalance(VendorLedger ledger, DetectionPolicy policy)
    {
        this.policy = policy;
        unnamed = [.. ledger.Credits.Where(credit => credit.Names.Length == 0).OrderBy(credit => credit.Date).ThenBy(credit => credit.Document.Identity, StringComparer.Ordinal)];
        dates = unnamed.ConvertAll(credit => credit.Date);
        left = unnamed.ToDictionary(credit => credit, credit => credit.Amount);
    }

    /// <returns>What came back of the claim already: credits that name its charges first, then those that name nothing and fit.</returns>
    public decimal Take(Claim claim)
    {
        var open = claim.ClaimedAmount;
        foreach (var document in claim.Charges.Select(charge => charge.Line).Concat(claim.RelatedCharges).Select(line => line.Document).Distinct())
        {
            var part = Math.Min(open, document.Credited - ofDocuments.GetValueOrDefault(document));
            if (part > 0m)
            {
                ofDocuments[document] = ofDocuments.GetValueOrDefault(document) + part;
                open -= part;
            }
        }

        // An equal credit first, then the others by date.
        foreach (var credit in Fitting(claim).OrderBy(credit => credit.Amount == open ? 0 : 1).ToList())
        {
            var part = Math.Min(open, left[credit]);
            if (part > 0m)
            {
                open -= part;
                left[credit] -= part;
            }
        }

        return claim.ClaimedAmount - open;
    }

    private IEnumerable<CreditEntry> Fitting(Claim claim)
    {
        if (unnamed.Count == 0 || claim.Charges.Count == 0)
        {
            yield break;
        }

        var latest = claim.Charges.Max(charge => charge.Line.Document.Date).AddDays(policy.CreditFitsDays);
        for (var index = FirstFrom(claim.Charges.Min(charge => charge.Line.Document.Date).AddDays(-DetectionPolicy.DatesApart)); index < unnamed.Count && dates[index] <= latest; index++)
        {
            if (left[unnamed[index]] > 0m && claim.Charges.Any(charge => unnamed[index].Fits(charge.Line, policy.CreditFitsDays)))
            {
                yield return unnamed[index];
            }
        }
    }

    private int FirstFrom(DateOnly date)
    {
        var (low, high) = (0, dates.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = dates[middle] < date ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
