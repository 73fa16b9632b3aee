using LeakWatch.Core.Invoices;

namespace LeakWatch.Core.Tests.Invoices;

public sealed class InvoiceProofTests
{
    [Fact]
    public void Holds_when_lines_tax_and_total_agree()
    {
        var proof = InvoiceProof.Of(Invoice(100m, 19m, 119m, Line(60m), Line(40m)));

        Assert.Equal(ProofState.Holds, proof.LinesSum.State);
        Assert.Equal(ProofState.Holds, proof.Total.State);
        Assert.True(proof.Holds);
    }

    [Fact]
    public void Says_by_how_much_the_printed_total_is_off() =>
        Assert.Equal(new ProofCheck(ProofState.Fails, 1.00m), InvoiceProof.Of(Invoice(100m, 19m, 120m, Line(100m))).Total);

    [Theory]
    [InlineData(99.99, ProofState.Holds)] // two lines, each rounded by half a cent
    [InlineData(99.98, ProofState.Fails)]
    public void Allows_half_a_cent_for_each_line(decimal subtotal, ProofState expected) =>
        Assert.Equal(expected, InvoiceProof.Of(Invoice(subtotal, 0m, subtotal, Line(60m), Line(40m))).LinesSum.State);

    [Fact]
    public void Knows_nothing_without_numbers() => Assert.False(InvoiceProof.Of(Invoice(null, null, 10m)).Holds);

    [Fact]
    public void Fails_a_line_whose_price_times_quantity_is_another_amount() =>
        Assert.Equal(ProofState.Fails, InvoiceProof.Of(Invoice(100m, 0m, 100m, Line(100m) with { Quantity = 3m, UnitPrice = 30m })).UnitPrice.State);

    private static NormalizedInvoice Invoice(decimal? subtotal, decimal? tax, decimal? total, params LineItem[] lines) => new()
    {
        Source = new() { FileName = "a.pdf" },
        Vendor = new() { Name = "Example" },
        Invoice = new() { Kind = InvoiceKind.Invoice, Currency = "EUR", SubtotalAmount = subtotal, TaxAmount = tax, TotalAmount = total },
        LineItems = lines,
    };

    private static LineItem Line(decimal amount) =>
        new() { LineId = "1", Amount = amount, Currency = "EUR", Evidence = new() { Kind = EvidenceKind.PdfTextSpan, Excerpt = "" } };
}
