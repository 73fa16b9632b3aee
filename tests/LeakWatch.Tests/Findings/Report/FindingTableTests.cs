using LeakWatch.Commands;
using LeakWatch.Findings;
using LeakWatch.Findings.Report;

namespace LeakWatch.Tests.Findings.Report;

public sealed class FindingTableTests
{
    [Fact]
    public void In_a_pipe_it_reads_like_this()
    {
        const string Expected = """
            2 possible leaks, about $250.00 to claim, €708.00 at risk soon; one needs your answer.
            3 documents (1 could not be read), 12 lines, 2 other files left aside; seen from Mar 1, 2026.

            ── CLAIM Money that is owed to you, or about to be lost. Every fact is in your documents. ──────────

            ● Kestrel Analytics: the monthly fee rose by $250.00 without a reason                        $250.00
                Unexplained rise · Feb 1 – Feb 28, 2026 · high confidence (86) · going on costs $250.00 a month
                Insight plan cost $140.00 in each of the three periods before and $390.00 now; nothing in your
                documents explains it. 390.00 − 140.00 = 250.00.
                kestrel.pdf, page 1, line 2
                  “Insight plan, monthly fee 1 $390.00”
                → Ask for a refund: Nothing in the invoice explains the rise.

            ● Moorfeld Hosting: renews on Mar 25, 2026                                                   €708.00
                Renewal ahead · high confidence (91) · act by Mar 11, 2026
                The yearly plan renews on Mar 25, 2026; the last safe day to cancel is Mar 11, 2026.

            ── DECIDE The documents cannot tell. Each asks you one question. ───────────────────────────────────

            ? Skylark Chat: charged after you cancelled                                                   $35.00
                Charge after cancelling · low confidence (48)
                You cancelled on Jan 12, 2026. No document says how long the notice period is.
                Question: Does Skylark Chat have a notice period, and has it run out?
                card.csv, row 3
                  “2026-02-03,SKYLARK CHAT INC,35.00”

            ── NOT READ These documents took no part. ──────────────────────────────────────────────────────────
            locked.pdf needs a password; save it without one. (FILE_ENCRYPTED)

            ── NOT A LEAK Seen twice, settled or dismissed. ────────────────────────────────────────────────────
            1 × the same file again, such as Tidewater Labels: TW-5560 is in a mail and in a folder; it counts
            once.

            """;

        Assert.Equal(Expected, Draw(ExampleScan.Of(ExampleScan.Question, ExampleScan.Renewal, ExampleScan.Spike)), ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void A_stranger_s_text_cannot_steer_the_terminal()
    {
        var finding = ExampleScan.Spike with { Vendor = "\u001b[31mEvil\u001b]0;title\u0007", Title = $"[red]bold[/]", Summary = $"\u202Egnp.exe" };

        var table = Draw(ExampleScan.Of(finding));

        Assert.DoesNotContain('\u001b', table);
        Assert.DoesNotContain('\u202E', table);
        Assert.Contains("[red]bold[/]", table, StringComparison.Ordinal);
    }

    [Fact]
    public void Amounts_of_two_currencies_stand_side_by_side() =>
        Assert.StartsWith(
            "2 possible leaks, about ₩12,000 and $250.00 to claim.",
            Draw(ExampleScan.Of(ExampleScan.Spike, ExampleScan.Spike with { Currency = "KRW", Amount = 12_000m })),
            StringComparison.Ordinal);

    [Fact]
    public void Without_findings_it_says_so() =>
        Assert.StartsWith("No leaks found.", Draw(ExampleScan.Of()), StringComparison.Ordinal);

    private static string Draw(ScanResult scan)
    {
        using var output = new StringWriter();
        new Terminal(output, TextWriter.Null, TimeProvider.System).Draw(canvas => FindingTable.Write(canvas, scan));
        return output.ToString();
    }
}
