using System.Globalization;
using LeakWatch.Core.Invoices.Masking;
using LeakWatch.Core.Invoices.SecondReader;

namespace LeakWatch.Core.Tests.Invoices.SecondReader;

public sealed class ReducedDocumentTests
{
    private static readonly string Long = string.Join('\n',
        ["Pinewood Forms, Inc.   Invoice", "Invoice number: PF-2291",
        .. Enumerable.Range(1, 200).Select(line => $"Clause {line.ToString(CultureInfo.InvariantCulture)} of the general terms, which nobody reads to its end"),
        "Team plan   $100.00", "Total   $100.00"]);

    [Fact]
    public void Keeps_everything_that_fits()
    {
        var reduced = Of("Pinewood Forms, Inc.   Invoice\nsmall print\nTotal   $10.00", 1_000);

        Assert.Equal("p1 l1| Pinewood Forms, Inc.   Invoice\np1 l2| small print\np1 l3| Total   $10.00\n", reduced.Text);
        Assert.Equal((3, 0), (reduced.Lines, reduced.Left));
    }

    [Fact]
    public void Keeps_the_lines_of_an_invoice_with_their_numbers_and_drops_the_small_print()
    {
        var reduced = Of(Long, 600);

        Assert.True(reduced.Text.Length <= 600);
        Assert.Contains("p1 l2| Invoice number: PF-2291\n", reduced.Text, StringComparison.Ordinal);
        Assert.Contains("p1 l203| Team plan   $100.00\n", reduced.Text, StringComparison.Ordinal);
        Assert.Contains("p1 l204| Total   $100.00\n", reduced.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Clause 100 ", reduced.Text, StringComparison.Ordinal);
        Assert.Equal(204, reduced.Lines + reduced.Left);
    }

    [Fact]
    public void Never_cuts_a_placeholder_in_two()
    {
        var reduced = Of($"{new string('x', 394)} jane@shop.example and more", 1_000);

        Assert.EndsWith("x \n", reduced.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Keeps_page_and_line_of_every_page()
    {
        var masked = MaskedDocument.Of(PrintedPage.Of("Invoice\nTotal   $1.00", "Team plan   $1.00"), []);

        Assert.EndsWith("p2 l1| Team plan   $1.00\n", ReducedDocument.Of(masked).Text, StringComparison.Ordinal);
    }

    private static ReducedDocument Of(string page, int maxCharacters) => ReducedDocument.Of(MaskedDocument.Of(PrintedPage.Of(page), []), maxCharacters);
}
