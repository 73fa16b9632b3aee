using LeakWatch.Core.Findings;

namespace LeakWatch.Findings.Report;

/// <summary>The price bridge as a waterfall: what each reason added or took, the unexplained part marked, and the whole change at the end.</summary>
internal static class BridgeChart
{
    private const double Width = 520;
    private const double RowHeight = 26;
    private const double LabelWidth = 128;
    private const double AmountWidth = 88;

    public static Html Write(Finding finding)
    {
        if (finding.Bridge.Count == 0)
        {
            return Html.Empty;
        }

        var steps = new List<(BridgePart Part, decimal From, decimal To)>();
        var reached = 0m;
        foreach (var part in finding.Bridge)
        {
            var amount = part.Amount ?? 0;
            steps.Add((part, reached, reached + amount));
            reached += amount;
        }

        var low = Math.Min(0, steps.Min(step => Math.Min(step.From, step.To)));
        var high = Math.Max(0, steps.Max(step => Math.Max(step.From, step.To)));
        var scale = (Width - LabelWidth - AmountWidth) / (double)Math.Max(high - low, 0.01m);
        var height = (steps.Count + 1) * RowHeight;

        return Html.Of($"""
            <figure class="bridge"><figcaption>From the usual period to this one</figcaption>
            <svg class="chart" viewBox="0 0 {Width} {height}" role="img" aria-label="{Words(finding, reached)}">
            <line class="grid" x1="{X(0)}" x2="{X(0)}" y1="0" y2="{height}"/>
            {Html.Join(steps.Select((step, row) => Step(FindingWords.Name(step.Part.Part), Style(step.Part), step.From, step.To, row)))}
            {Step("Change", "whole", 0, reached, steps.Count)}
            </svg></figure>
            """);

        double X(decimal value) => LabelWidth + ((double)(value - low) * scale);

        Html Step(string name, string style, decimal from, decimal to, int row)
        {
            var y = row * RowHeight;
            var (left, right) = (Math.Min(X(from), X(to)), Math.Max(X(from), X(to)));
            var amount = FindingWords.Amount(to - from, finding.Currency);
            return Html.Of($"""
                <text class="axis name" x="0" y="{y + 17}">{name}</text><rect class="{style}" x="{left}" y="{y + 5}" width="{Math.Max(right - left, 1.5)}" height="{RowHeight - 10}" rx="2"/><text class="amount" x="{Width}" y="{y + 17}" text-anchor="end">{(to > from ? "+" : "")}{amount}</text>
                """);
        }
    }

    private static string Style(BridgePart part) => part.Part is BridgeReason.Unexplained ? "unexplained" : part.Amount < 0 ? "less" : "more";

    private static string Words(Finding finding, decimal change) =>
        $"The change of {FindingWords.Amount(change, finding.Currency)} is made of " + string.Join(", ", finding.Bridge
            .Select(part => $"{FindingWords.Name(part.Part)} {FindingWords.Amount(part.Amount ?? 0, finding.Currency)}"));
}
