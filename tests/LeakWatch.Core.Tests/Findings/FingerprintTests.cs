using CsCheck;
using LeakWatch.Core.Findings;
using LeakWatch.Core.Invoices;
using LeakWatch.Core.Tests.Detection;

namespace LeakWatch.Core.Tests.Findings;

/// <summary>The same leak is the same finding, whatever the order of documents and however often it is looked for.</summary>
public sealed class FingerprintTests
{
    private static readonly Subscription Mail = new("Quillpost", 57m);

    private static readonly NormalizedInvoice Confirmed = Mail.Notice("2026-01-09", Terms.Cancelled("2026-02-01"));

    [Fact]
    public void Any_order_of_the_documents_gives_the_same_findings() =>
        Gen.Shuffle(WholeStore.Ledger.ToArray()).Sample(
            ledger => Assert.Equal(
                Summary(WholeStore.Detected),
                Summary(Store.Detect(WholeStore.AsOf, WholeStore.Context, ledger))), iter: 20);

    [Fact]
    public void Every_document_twice_gives_the_same_findings() =>
        Assert.Equal(
            Summary(WholeStore.Detected),
            Summary(Store.Detect(WholeStore.AsOf, WholeStore.Context, [.. WholeStore.Ledger, .. WholeStore.Ledger.Select(invoice => invoice with
            {
                Source = invoice.Source with { DocumentVersionId = "twin_" + invoice.Source.DocumentVersionId },
            })])));

    [Fact]
    public void A_vendor_is_judged_by_its_own_documents()
    {
        var alone = Store.Detect(
            WholeStore.AsOf,
            WholeStore.Context,
            WholeStore.Ledger.Where(invoice => invoice.Vendor.CanonicalName == "Lanternchat"));

        Assert.Equal(Summary(WholeStore.Detected).Where(line => line.Contains("Lanternchat", StringComparison.Ordinal)), Summary(alone));
    }

    [Fact]
    public void No_two_findings_share_one() =>
        Assert.Equal(
            WholeStore.Detected.Findings.Count,
            WholeStore.Detected.Findings.Select(finding => finding.Fingerprint).Distinct().Count());

    [Fact]
    public void It_stays_the_same_on_later_days() =>
        Assert.Equal(Only(Store.Detect("2026-02-16", Until("2026-02-01"))), Only(Store.Detect("2026-02-26", Until("2026-02-01"))));

    [Fact]
    public void Its_case_stays_the_same_when_one_more_charge_grows_it() =>
        Assert.Equal(
            Fingerprint.CaseOf(Only(Store.Detect("2026-02-16", Until("2026-02-01")))),
            Fingerprint.CaseOf(Only(Store.Detect("2026-03-16", Until("2026-03-01")))));

    [Fact]
    public void A_dismissed_case_stays_away_until_a_new_charge_extends_it()
    {
        var context = Store.Context with { Dismissed = [Only(Store.Detect("2026-02-16", Until("2026-02-01")))] };

        Expect.Nothing(Store.Detect("2026-02-26", context, Until("2026-02-01")));
        Expect.Leak(Store.Detect("2026-03-16", context, Until("2026-03-01")), LeakType.PostCancellation, 114m);
    }

    [Fact]
    public void It_differs_from_shop_to_shop() =>
        Assert.NotEqual(
            Only(Store.Detect("2026-02-16", Until("2026-02-01"))),
            Only(Store.Detect("2026-02-16", Store.Context with { Shop = new() { Id = "shop_2", Currency = "USD" } }, Until("2026-02-01"))));

    [Fact]
    public void It_differs_from_account_to_account() =>
        Assert.NotEqual(Only(Doubled("acct-1001", "2026-03-01")), Only(Doubled("acct-2002", "2026-03-01")));

    [Fact]
    public void It_differs_from_pair_to_pair() =>
        Assert.NotEqual(Only(Doubled("acct-1001", "2026-02-01")), Only(Doubled("acct-1001", "2026-03-01")));

    [Fact]
    public void It_differs_from_one_renewal_to_the_next()
    {
        static string Renewing(string from, string asOf) =>
            Only(Store.Detect(
                asOf,
                new Subscription("Shelfline Inventory", 1140m) { Cadence = Cadence.Yearly }.Charge(from).Stating(
                    Terms.AutoRenew,
                    Terms.NoticePeriod(14))));

        Assert.NotEqual(Renewing("2024-08-12", "2025-07-20"), Renewing("2025-08-12", "2026-07-20"));
    }

    private static NormalizedInvoice[] Until(string last) =>
        [.. Mail.Charges("2025-08-01", 8).Where(invoice => invoice.Invoice.InvoiceDate <= Store.Day(last)), Confirmed];

    private static DetectionResult Doubled(string account, string from)
    {
        var mail = Mail with { Account = account };
        return Store.Detect("2026-03-20", mail.Charge(from), mail.Charge(from, number: "SECOND-" + from));
    }

    private static string Only(DetectionResult result) =>
        Assert.Single(result.Findings, finding => finding.Verdict is Verdict.Leak).Fingerprint;

    private static IEnumerable<string> Summary(DetectionResult result) => result.Findings
        .Select(
            finding => $"{finding.Type} {finding.Verdict} {finding.Vendor} {finding.Account} {finding.Amount} {finding.PeriodStart:O} {finding.PeriodEnd:O} {finding.Fingerprint}")
        .Order(StringComparer.Ordinal);
}
