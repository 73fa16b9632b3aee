using LeakWatch.Core.Findings;
using LeakWatch.Findings.Report;
using Spectre.Console;

namespace LeakWatch.Findings;

/// <summary>The default output: the answer, then what to claim, to decide and to know, each with the lines that prove it.</summary>
internal static class FindingTable
{
    private const int Indent = 4;

    public static void Write(IAnsiConsole canvas, ScanResult scan)
    {
        canvas.Write(new Text(FindingWords.Answer(scan.Detection), new Style(decoration: Decoration.Bold)));
        canvas.WriteLine();
        canvas.Write(new Text(Basis(scan), Muted));
        canvas.WriteLine();

        foreach (var group in FindingWords.Grouped(scan.Detection.Findings))
        {
            var (name, meaning) = FindingWords.Group(group.Key);
            canvas.WriteLine();
            canvas.Write(new Rule($"[bold]{name.ToUpperInvariant()}[/] {Markup.Escape(meaning)}") { Justification = Justify.Left, Style = Tint(group.Key) });
            foreach (var finding in group)
            {
                WriteFinding(canvas, finding);
            }
        }

        WriteFailed(canvas, scan);
        WriteReconciled(canvas, scan.Detection.Reconciled);
    }

    private static void WriteFinding(IAnsiConsole canvas, Finding finding)
    {
        var head = new Grid().Expand().AddColumn(new GridColumn().PadLeft(0)).AddColumn(new GridColumn().RightAligned().NoWrap().PadRight(0));
        var (before, vendor, after) = FindingWords.Title(finding);
        head.AddRow(
            new Text(FindingWords.Printable($"{Mark(finding.Verdict)} {before}{vendor}{after}"), new Style(Tint(finding.Verdict).Foreground, decoration: Decoration.Bold)),
            new Text(FindingWords.Amount(finding) ?? "", new Style(decoration: Decoration.Bold)));
        canvas.WriteLine();
        canvas.Write(head);

        Paragraph(canvas, string.Join(" · ", Facts(finding)), Muted);
        Paragraph(canvas, finding.Summary.ToString(), Style.Plain);
        if (finding.Question is { } question)
        {
            Paragraph(canvas, "Question: " + question, new Style(decoration: Decoration.Bold));
        }

        foreach (var evidence in finding.Evidence)
        {
            var place = FindingWords.Place(evidence.Pointer);
            Paragraph(canvas, $"{evidence.FileName}{(place.Length == 0 ? "" : ", ")}{place}", Muted);
            Paragraph(canvas, $"“{evidence.Excerpt.Trim()}”", new Style(Color.Olive), Indent + 2);
        }

        foreach (var action in finding.RecommendedActions)
        {
            Paragraph(canvas, $"→ {FindingWords.Name(action.Type)}: {action.Rationale}", Style.Plain);
        }
    }

    private static IEnumerable<string> Facts(Finding finding)
    {
        yield return FindingWords.Name(finding.Type);
        if (FindingWords.Period(finding) is { } period)
        {
            yield return period;
        }

        yield return $"{FindingWords.Band(finding.Confidence)} confidence ({FindingWords.Count(finding.Confidence)})";
        if (finding.Deadline is { } deadline)
        {
            yield return $"act by {FindingWords.Date(deadline)}";
        }

        if (finding.PerMonth is { } perMonth)
        {
            yield return $"going on costs {FindingWords.Amount(perMonth, finding.Currency)} a month";
        }
    }

    private static void WriteFailed(IAnsiConsole canvas, ScanResult scan)
    {
        if (!scan.Failed.Any())
        {
            return;
        }

        canvas.WriteLine();
        canvas.Write(new Rule("[bold]NOT READ[/] These documents took no part.") { Justification = Justify.Left, Style = Muted });
        foreach (var document in scan.Failed)
        {
            var error = document.Invoices.Error!;
            Paragraph(canvas, $"{FindingWords.Failure(document.Source.FileName, error)} ({error.Code})", Style.Plain, 0);
        }
    }

    private static void WriteReconciled(IAnsiConsole canvas, IReadOnlyList<Reconciled> reconciled)
    {
        if (reconciled.Count == 0)
        {
            return;
        }

        canvas.WriteLine();
        canvas.Write(new Rule("[bold]NOT A LEAK[/] Seen twice, settled or dismissed.") { Justification = Justify.Left, Style = Muted });
        foreach (var group in reconciled.GroupBy(one => one.Reason).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            Paragraph(canvas, $"{FindingWords.Count(group.Count())} × {FindingWords.ReconciledReason(group.Key).ToLowerInvariant()}, such as {group.First().Vendor}: {group.First().Explanation}", Style.Plain, 0);
        }
    }

    private static string Basis(ScanResult scan)
    {
        var totals = scan.Detection.Totals;
        var documents = FindingWords.Count(scan.Documents.Count > 0 ? scan.Documents.Count : totals.Documents, "document");
        var failed = scan.Failed.Count() is > 0 and var count ? $" ({FindingWords.Count(count)} could not be read)" : "";
        var skipped = scan.SkippedFiles > 0 ? $", {FindingWords.Count(scan.SkippedFiles, "other file")} left aside" : "";
        return $"{documents}{failed}, {FindingWords.Count(totals.LineItems, "line")}{skipped}; seen from {FindingWords.Date(scan.AsOf)}.";
    }

    private static void Paragraph(IAnsiConsole canvas, string text, Style style, int indent = Indent) =>
        canvas.Write(new Padder(new Text(FindingWords.Printable(text), style), new Padding(indent, 0, 0, 0)));

    private static Style Muted => new(Color.Grey);

    private static Style Tint(Verdict verdict) => verdict switch
    {
        Verdict.Leak => new(Color.Red),
        Verdict.Review => new(Color.MediumPurple),
        Verdict.Watch => new(Color.Grey),
    };

    private static string Mark(Verdict verdict) => verdict switch
    {
        Verdict.Leak => "●",
        Verdict.Review => "?",
        Verdict.Watch => "○",
    };
}
