using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using LeakWatch.Core.Findings;
using LeakWatch.Core.Invoices;
using LeakWatch.Findings.Report;

namespace LeakWatch.Tests.Findings.Report;

public sealed partial class ReportPageTests
{
    private const string Hostile = "</style></script><script>alert(1)</script><img src=x onerror=alert(1)>\" onmouseover=\"alert(1) & 'x' {{x}}";

    private static readonly string Page = ReportPage.Write(ExampleScan.Of(ExampleScan.Question, ExampleScan.Renewal, ExampleScan.Spike));

    [Fact]
    public void Loads_nothing_from_anywhere()
    {
        Assert.DoesNotMatch(Address(), Page);
        Assert.DoesNotContain("@import", Page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_policy_allows_its_own_style_and_script_and_nothing_else()
    {
        var policy = Policy().Match(Page).Groups["policy"].Value;

        Assert.StartsWith("default-src 'none'; img-src data:; ", policy, StringComparison.Ordinal);
        Assert.Contains($"style-src 'sha256-{HashOf("style")}'", policy, StringComparison.Ordinal);
        Assert.Contains($"script-src 'sha256-{HashOf("script")}'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain(" style=\"", Page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_text_of_a_document_stays_text()
    {
        var finding = ExampleScan.Spike with
        {
            Vendor = Hostile,
            Account = Hostile,
            Title = $"{Hostile}",
            Summary = $"{Hostile}",
            Question = $"{Hostile}",
            Factors = [new($"{Hostile}", 1)],
            LineItems = [new(Hostile, Hostile, 1m)],
            RecommendedActions = [new(ActionType.RefundRequest, $"{Hostile}")],
            Evidence = [new(Hostile, EvidenceKind.PdfTextSpan, new() { Page = 1, LineStart = 1 }, Hostile)],
        };

        var page = ReportPage.Write(ExampleScan.Of(finding));

        Assert.Equal(1, Count(page, "<script>"));
        Assert.Equal(1, Count(page, "</style>"));
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        Assert.DoesNotContain("\" onmouseover=\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Marks_that_reorder_text_are_left_out()
    {
        var page = ReportPage.Write(ExampleScan.Of(ExampleScan.Spike with { Summary = $"pay \u202E00.1$\u202C now\u0000" }));

        Assert.Contains("pay 00.1$ now", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_evidence_is_marked_on_its_page_and_in_its_row()
    {
        Assert.Contains("""<rect class="marked" x="56" """, Page, StringComparison.Ordinal);
        Assert.Contains("""<tr class="marked"><th scope="row">3</th><td>2026-02-03</td>""", Page, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_how_many_documents_could_not_be_read_and_why() =>
        Assert.Contains("locked.pdf needs a password; save it without one.", Page, StringComparison.Ordinal);

    [Fact]
    public void An_enormous_excerpt_or_page_leaves_the_rest_readable()
    {
        var finding = ExampleScan.Spike with { Summary = $"{new string('x', 200_000)}" };

        Assert.Contains("</html>", ReportPage.Write(ExampleScan.Of(finding)), StringComparison.Ordinal);
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    private static string HashOf(string element)
    {
        var start = Page.IndexOf($"<{element}>", StringComparison.Ordinal) + element.Length + 2;
        return Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Page[start..Page.IndexOf($"</{element}>", start, StringComparison.Ordinal)])));
    }

    [GeneratedRegex("""(https?:)?//[a-z0-9]|url\(""", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    [GeneratedRegex("""Content-Security-Policy" content="(?<policy>[^"]+)""", RegexOptions.NonBacktracking)]
    private static partial Regex Policy();
}
