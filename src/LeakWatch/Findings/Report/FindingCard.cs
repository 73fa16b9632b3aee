using LeakWatch.Core.Findings;

namespace LeakWatch.Findings.Report;

/// <summary>One finding: the claim on the left, its proof on the right.</summary>
internal static class FindingCard
{
    public static Html Write(Finding finding, ScanResult scan, EvidencePages proof, int number)
    {
        var (before, vendor, after) = FindingWords.Title(finding);
        var verdict = finding.Verdict.ToString().ToLowerInvariant();
        return Html.Of($"""
            <article class="card finding {verdict}" id="finding-{number}" aria-labelledby="title-{number}">
              <header>
                <p class="chip">{Icons.Of(finding.Verdict)}{FindingWords.Name(finding.Verdict)} · {FindingWords.Name(finding.Type)}</p>
                <div class="head"><h3 id="title-{number}">{before}<b>{vendor}</b>{after}</h3>{Amount(finding)}</div>
              </header>
              <div class="columns">
                <div class="claim">
                  <p class="summary">{finding.Summary}</p>
                  {Question(finding)}
                  {Facts(finding)}
                  {BridgeChart.Write(finding)}
                  {ChargeTimeline.Write(finding, scan.Charges)}
                  {Lines(finding)}
                  {Factors(finding)}
                  {Actions(finding)}
                </div>
                <div class="evidence" aria-label="Evidence">{proof.Of(finding)}</div>
              </div>
            </article>
            """);
    }

    private static Html Amount(Finding finding) => FindingWords.Amount(finding) is not { } amount ? Html.Empty : Html.Of($"""
        <p class="amount"><b>{amount}</b><span>{AmountMeaning(finding)}</span></p>
        """);

    private static string AmountMeaning(Finding finding) => (finding.Verdict, finding.SavingsKind) switch
    {
        (Verdict.Leak, SavingsKind.Avoidable) => "at risk",
        (Verdict.Leak, _) => "to claim",
        _ => "in question",
    };

    private static Html Question(Finding finding) => finding.Question is not { } question ? Html.Empty : Html.Of($"""
        <p class="question">{Icons.Question}<span>{question}</span></p>
        """);

    private static Html Facts(Finding finding)
    {
        (string Name, string? Value)[] facts =
        [
            ("Period", FindingWords.Period(finding)),
            ("Account", finding.Account),
            ("Act by", finding.Deadline is { } deadline ? FindingWords.Date(deadline) : null),
            ("Going on costs", finding.PerMonth is { } perMonth ? FindingWords.Amount(perMonth, finding.Currency) + " a month" : null),
            ("Confidence", $"{FindingWords.Band(finding.Confidence)}, {FindingWords.Count(finding.Confidence)} of 100"),
        ];
        return Html.Of($"""
            <dl class="facts">{Html.Join(facts.Where(fact => !string.IsNullOrEmpty(fact.Value)).Select(fact => Html.Of($"""<div><dt>{fact.Name}</dt><dd>{fact.Value}</dd></div>""")))}</dl>
            """);
    }

    private static Html Lines(Finding finding) => finding.LineItems.Count == 0 ? Html.Empty : Html.Of($"""
        <details><summary>The lines behind the amount ({finding.LineItems.Count})</summary>
        <table class="lines"><thead><tr><th scope="col">Invoice</th><th scope="col">Line</th><th scope="col">Amount</th></tr></thead>
        <tbody>{Html.Join(finding.LineItems.Select(line => Html.Of($"""<tr><td>{line.InvoiceNumber ?? "without number"}</td><td>{line.LineId}</td><td>{(line.Amount is { } amount ? FindingWords.Amount(amount, finding.Currency) : "")}</td></tr>""")))}</tbody></table></details>
        """);

    private static Html Factors(Finding finding) => finding.Factors.Count == 0 ? Html.Empty : Html.Of($"""
        <details><summary>Why we are {finding.Confidence} % sure</summary>
        <table class="lines"><tbody>{Html.Join(finding.Factors.Select(factor => Html.Of($"""<tr><td>{factor.Reason}</td><td>{(factor.Delta >= 0 ? "+" : "−")}{Math.Abs(factor.Delta)}</td></tr>""")))}</tbody></table></details>
        """);

    private static Html Actions(Finding finding) => finding.RecommendedActions.Count == 0 ? Html.Empty : Html.Of($"""
        <ul class="actions">{Html.Join(finding.RecommendedActions.Select(action => Html.Of($"""<li><b>{FindingWords.Name(action.Type)}.</b> {action.Rationale}</li>""")))}</ul>
        """);
}
