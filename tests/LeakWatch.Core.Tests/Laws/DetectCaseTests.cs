using LeakWatch.Core.Findings;
using LeakWatch.Core.Invoices;

namespace LeakWatch.Core.Tests.Laws;

public sealed class DetectCaseTests
{
    public static TheoryData<string> Ids => [.. DetectCase.Ids];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Says_what_the_case_expects_and_nothing_else(string id)
    {
        var one = DetectCase.Load(id);

        Assert.Empty(one.Objections(one.Detect(one.Ledger)));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Does_not_depend_on_the_order_of_the_ledger(string id)
    {
        var one = DetectCase.Load(id);
        var shuffled = one.Ledger.OrderBy(document => document.Source.Sha256 + document.LineItems[0].Evidence.Excerpt, StringComparer.Ordinal).Reverse().ToList();

        Assert.Equal(Essence(one.Detect(one.Ledger)), Essence(one.Detect(shuffled)));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Counts_a_document_that_is_there_twice_once(string id)
    {
        var one = DetectCase.Load(id);
        List<NormalizedInvoice> doubled =
        [
            .. one.Ledger,
            .. one.Ledger.Select(document => document with { Source = document.Source with { DocumentVersionId = "again " + document.Source.DocumentVersionId } }),
        ];

        Assert.Equal(Essence(one.Detect(one.Ledger)), Essence(one.Detect(doubled)));
    }

    private static IEnumerable<string> Essence(IEnumerable<Finding> findings) =>
        findings.Select(finding => $"{DetectCase.Describe(finding)} {finding.Account} {finding.Fingerprint} {finding.Summary} {string.Join('|', finding.Evidence.Select(evidence => evidence.Excerpt))}").Order(StringComparer.Ordinal);
}
