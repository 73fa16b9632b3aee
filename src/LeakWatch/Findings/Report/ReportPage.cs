using System.Security.Cryptography;
using System.Text;
using LeakWatch.Core;
using LeakWatch.Core.Findings;

namespace LeakWatch.Findings.Report;

/// <summary>One self-contained file: no network, nothing to install, readable without its script.</summary>
internal static class ReportPage
{
    private static readonly string Style = Resource("report.css");
    private static readonly string Script = Resource("report.js");

    public static string Write(ScanResult scan)
    {
        var detection = scan.Detection;
        var proof = new EvidencePages(scan.Documents);
        var number = 0;
        var groups = FindingWords.Grouped(detection.Findings)
            .Select(group => Group(group.Key, Html.Join(group.Select(finding => FindingCard.Write(finding, scan, proof, ++number)).ToList())))
            .ToList();

        return Html.Of($"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src '{Hash(Style)}'; script-src '{Hash(Script)}'; base-uri 'none'; form-action 'none'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="referrer" content="no-referrer">
            <title>LeakWatch: {FindingWords.Answer(detection)}</title>
            <style>{new Html(Style)}</style>
            </head>
            <body>
            <a class="skip" href="#main">To the findings</a>
            <header class="top"><p class="brand">LeakWatch</p><p class="muted">Seen from {FindingWords.Date(scan.AsOf)}</p></header>
            <main id="main">
            <section class="hero"><h1>{FindingWords.Answer(detection)}</h1><p class="muted">{Basis(scan)}</p>
            <div class="figures-row">{Figures(detection)}</div></section>
            {SpendChart.Write(scan.Charges)}
            {Html.Join(groups)}
            {(number == 0 ? Nothing : Html.Empty)}
            {DocumentList.Write(detection.Reconciled)}
            {DocumentList.Write(scan.Documents, scan.SkippedFiles)}
            </main>
            <footer><p>Made on this machine by LeakWatch. Nothing was sent anywhere, and this page loads nothing.</p></footer>
            <script>{new Html(Script)}</script>
            </body>
            </html>

            """).Markup;
    }

    private static string Basis(ScanResult scan)
    {
        var failed = scan.Failed.Count();
        return $"{FindingWords.Count(scan.Documents.Count, "document")}, {FindingWords.Count(scan.Detection.Totals.LineItems, "line")} on them"
            + (failed > 0 ? $"; {FindingWords.Count(failed)} could not be read (see below)." : ".");
    }

    private static Html Figures(DetectionResult detection) => Html.Join(
    [
        Figure("leak", Icons.Droplet, "To claim", Sum(detection.Totals.Recoverable), "already paid, owed to you", "claim"),
        Figure("risk", Icons.Clock, "At risk soon", Sum(detection.Totals.Avoidable), NextDeadline(detection), "claim"),
        Figure("review", Icons.Question, "Needs your answer", FindingWords.Count(detection.Totals.Reviews), "what the documents cannot settle", "decide"),
    ]);

    private static Html Figure(string style, Html icon, string name, string value, string meaning, string anchor) => Html.Of($"""
        <a class="figure {style}" href="#{anchor}"><span class="name">{icon}{name}</span><b>{value}</b><span class="muted">{meaning}</span></a>
        """);

    private static string Sum(IReadOnlyDictionary<string, DecimalValue> sums) => sums.Count == 0 ? "nothing" : FindingWords.Amounts(sums);

    private static string NextDeadline(DetectionResult detection) =>
        detection.Findings.Where(finding => finding is { Verdict: Verdict.Leak, Deadline: not null }).Min(finding => finding.Deadline) is { } deadline
            ? $"act by {FindingWords.Date(deadline)}"
            : "nothing is about to be lost";

    private static Html Group(Verdict verdict, Html findings)
    {
        var (name, meaning) = FindingWords.Group(verdict);
        return Html.Of($"""
            <section class="group" id="{name.ToLowerInvariant()}"><h2>{name}</h2><p class="muted">{meaning}</p>{findings}</section>
            """);
    }

    private static Html Nothing { get; } = Html.Of($"""
        <section class="card"><h2>Nothing to claim</h2><p>Every charge in these documents has its reason. Give more months, the card's statement or a context file
        (<code>leakwatch scan --help</code>), and there is more to compare.</p></section>
        """);

    /// <summary>The policy names what may run by its hash: anything that slipped in would stay dead text.</summary>
    private static Html Hash(string content) => new("sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(content))));

    private static string Resource(string name)
    {
        using var stream = typeof(ReportPage).Assembly.GetManifestResourceStream("LeakWatch.Findings.Report." + name)
            ?? throw new InvalidOperationException($"The resource {name} is missing from the build.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
