using LeakWatch.Core.Invoices;

namespace LeakWatch.Core.Tests.Invoices;

public sealed class InvoiceCorrectionTests
{
    private static readonly NormalizedInvoice Read = new()
    {
        Source = new() { FileName = "invoice.pdf" },
        Vendor = new(),
        Invoice = new() { Kind = InvoiceKind.Invoice, SubtotalAmount = 50m, TaxAmount = 10m, TotalAmount = 66m },
        LineItems = [new() { LineId = "L1", Amount = 50m, Evidence = Evidence("Plan 50.00") }],
        Quality = new() { MissingFields = ["vendor.name", "invoice.currency"] },
        FieldEvidence = new Dictionary<string, Evidence> { ["invoice.totalAmount"] = Evidence("Total 66.00"), ["invoice.subtotalAmount"] = Evidence("Subtotal 50.00") },
    };

    [Fact]
    public void A_corrected_total_adds_up_again_and_no_longer_points_to_what_was_misread()
    {
        var corrected = Apply(("invoice.totalAmount", "60.00"));

        Assert.Equal((60m, ProofState.Holds), (corrected.Invoice.TotalAmount, corrected.Quality.Proof!.Total.State));
        Assert.Equal(["invoice.subtotalAmount"], corrected.FieldEvidence!.Keys);
        Assert.Contains("invoice.totalAmount was corrected by a person.", corrected.Quality.Warnings);
    }

    [Fact]
    public void A_currency_that_was_missing_is_the_lines_too_and_is_missing_no_more()
    {
        var corrected = Apply(("invoice.currency", "EUR"));

        Assert.Equal(("EUR", "EUR"), (corrected.Invoice.Currency, corrected.LineItems[0].Currency));
        Assert.Equal(["vendor.name"], corrected.Quality.MissingFields);
    }

    [Fact]
    public void Corrections_apply_in_order_and_lines_are_named_by_their_id()
    {
        var corrected = Apply(("lineItems.L1.amount", "40.00"), ("lineItems.L1.amount", "45.00"), ("lineItems.L1.isRecurring", "true"), ("lineItems.L1.cadence", "MONTHLY"));

        Assert.Equal((45m, true, Cadence.Monthly), (corrected.LineItems[0].Amount, corrected.LineItems[0].IsRecurring, corrected.LineItems[0].Cadence));
        Assert.Equal(ProofState.Fails, corrected.Quality.Proof!.LinesSum.State);
    }

    [Fact]
    public void What_the_document_does_not_say_can_be_taken_away_and_is_then_missing()
    {
        var corrected = Apply(("invoice.taxAmount", null));

        Assert.Null(corrected.Invoice.TaxAmount);
        Assert.Contains("invoice.taxAmount", corrected.Quality.MissingFields);
    }

    [Fact]
    public void The_same_correction_twice_is_the_same_invoice() =>
        Assert.Equal(Apply(("account", "workspace-1")).Quality.Warnings, Apply(("account", "workspace-1"), ("account", "workspace-1")).Quality.Warnings);

    [Theory]
    [InlineData("quality.confidence", "100")]
    [InlineData("source.fileName", "other.pdf")]
    [InlineData("lineItems.L1.evidence", "x")]
    [InlineData("lineItems.L2.amount", "1.00")]
    [InlineData("invoice.totalAmount", "1,000.00")]
    [InlineData("invoice.invoiceDate", "01/02/2026")]
    [InlineData("invoice.kind", "BILL")]
    [InlineData("invoice.currency", "euro")]
    public void A_field_or_value_that_cannot_be_is_refused_by_name(string field, string value)
    {
        var refused = InvoiceCorrections.Apply(Read, [new(field, value)]);

        Assert.Equal("VALIDATION_ERROR", refused.Error?.Code);
        Assert.StartsWith(field, refused.Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_period_that_ends_before_it_starts_is_refused()
    {
        var refused = InvoiceCorrections.Apply(Read, [new("invoice.billingPeriodStart", "2026-02-01"), new("invoice.billingPeriodEnd", "2026-02-01")]);

        Assert.Equal("VALIDATION_ERROR", refused.Error?.Code);
    }

    private static NormalizedInvoice Apply(params (string Field, string? Value)[] corrections)
    {
        var result = InvoiceCorrections.Apply(Read, [.. corrections.Select(one => new InvoiceCorrection(one.Field, one.Value))]);
        Assert.True(result.IsOk, result.Error?.Message);
        return result.Value;
    }

    private static Evidence Evidence(string excerpt) => new() { Kind = EvidenceKind.PdfTextSpan, Excerpt = excerpt };
}
