using LeakWatch.Core.Invoices;
using LeakWatch.Core.ShopKnowledge;
using LeakWatch.Core.Text;
using LeakWatch.Core.Vendors;

namespace LeakWatch.Core.Ledger;

/// <summary>Makes one real charge one charge: the same charge seen twice is no leak.</summary>
public static class Reconciliation
{
    /// <summary>Days; two years.</summary>
    private const int LongestNotice = 730;

    /// <summary>A vendor's clock may be a day ahead of the shop's.</summary>
    private const int DaysAhead = 1;

    /// <summary>Reconciles one vendor's documents. Payments of Shopify bills need all vendors: see <see cref="ShopifyBills"/>.</summary>
    public static VendorLedger Of(Vendor vendor, IReadOnlyList<LedgerDocument> documents, DetectionContext context, DateOnly asOf, ExchangeTable rates)
    {
        var ledger = new VendorLedger(vendor, documents);
        RemoveLater(ledger, asOf);
        ledger.Documents = DuplicateDocuments.Remove(ledger);
        RemoveUnposted(ledger);
        PaymentMatching.Match(ledger, rates);
        CreditMatching.Settle(ledger, rates);
        ledger.Terms = TermsOf(ledger, context);
        ledger.Charges = [.. ledger.Documents.Where(document => document.Role is (DocumentRole.Charge or DocumentRole.Payment) && document.ReconciledAs is null)];
        return ledger;
    }

    /// <summary>What is dated after the day of the check has not been charged yet, and its terms are not known yet.</summary>
    private static void RemoveLater(VendorLedger ledger, DateOnly asOf)
    {
        var latest = asOf.AddDays(DaysAhead);
        if (ledger.Documents is not [.., var last] || last.Date <= latest)
        {
            return;
        }

        foreach (var document in ledger.Documents.Where(document => document.Date > latest))
        {
            ledger.Reconcile(document, "NOT_YET", $"{document.Describe()} is dated after the day of this check: it is looked at from that day on.");
        }

        ledger.Documents = [.. ledger.Documents.Where(document => document.Date <= latest)];
    }

    private static void RemoveUnposted(VendorLedger ledger)
    {
        foreach (var document in ledger.Documents)
        {
            if (document.Settlement is Settlement.Posted || document.Role is DocumentRole.Terms)
            {
                continue;
            }

            (string Reason, Sentence Why) unposted = document.Settlement switch
            {
                Settlement.Pending => ("PENDING", $"The charge of {document.Describe()} is pending; only its posting counts."),
                Settlement.Declined => ("DECLINED", $"The charge of {document.Describe()} was declined, so no money moved."),
                _ => ("REVERSED", $"The charge of {document.Describe()} was reversed, so the money came back."),
            };
            ledger.Reconcile(document, unposted.Reason, unposted.Why);
        }
    }

    private static List<StatedTerm> TermsOf(VendorLedger ledger, DetectionContext context)
    {
        var terms = new List<StatedTerm>();
        foreach (var document in ledger.Documents)
        {
            foreach (var term in document.Invoice.Terms)
            {
                terms.Add(new(Sane(term), document, document.Account));
            }
        }

        foreach (var term in context.Terms)
        {
            if (ledger.Vendor.Names.Contains(VendorKey.Of(term.Vendor)))
            {
                terms.Add(new(
                    Sane(new() { Kind = term.Kind, ProductCode = term.ProductCode, PlanName = term.PlanName, Amount = term.Amount, Percent = term.Percent, From = term.From, Until = term.Until, Days = term.Days }),
                    null,
                    ProductKey.KeyOrNull(term.Account)));
            }
        }

        return terms;
    }

    /// <summary>A misread date or an impossible number of days is unknown.</summary>
    private static Term Sane(Term term) => term with
    {
        From = SaneDates.OrNull(term.From),
        Until = SaneDates.OrNull(term.Until),
        Days = term.Days is >= 0 and <= LongestNotice ? term.Days : null,
    };
}
