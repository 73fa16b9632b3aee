using System.Text.Json;
using System.Text.Json.Serialization;
using LeakWatch.Core;
using LeakWatch.Core.Findings;
using LeakWatch.Core.Invoices;
using LeakWatch.Extraction;

namespace LeakWatch.Findings.Report;

/// <summary>The JSON of <c>scan --json</c>: what <c>detect --json</c> says, and what became of each document.</summary>
internal sealed record ScanView(
    IReadOnlyList<Finding> Findings,
    IReadOnlyList<Reconciled> Reconciled,
    Totals Totals,
    IReadOnlyList<DocumentView> Documents,
    int SkippedFiles,
    DateOnly AsOf)
{
    public static string Write(ScanResult scan) => JsonSerializer.Serialize(
        new ScanView(
            scan.Detection.Findings,
            scan.Detection.Reconciled,
            scan.Detection.Totals,
            [.. scan.Documents.Select(DocumentView.Of)],
            scan.SkippedFiles,
            scan.AsOf),
        ScanJson.Default.ScanView);
}

/// <param name="State">DONE, EXTRACTION_FAILED, NORMALIZATION_FAILED or REJECTED.</param>
internal sealed record DocumentView(
    string FileName, string? ParentFileName, string? Sha256, string State, IReadOnlyList<InvoiceView> Invoices, IReadOnlyList<string> Warnings, ErrorView? Error)
{
    public static DocumentView Of(ReadDocument document) => new(
        document.Source.FileName,
        document.Source.ParentFileName,
        document.Source.Sha256,
        document.State,
        [.. (document.Invoices.Value ?? []).Select(InvoiceView.Of)],
        document.Warnings,
        document.Invoices.Error is { } error ? new(error.Code, error.Message) : null);
}

internal sealed record InvoiceView(
    InvoiceKind Kind,
    string? Vendor,
    string? InvoiceNumber,
    DateOnly? InvoiceDate,
    [property: JsonConverter(typeof(DecimalString))] decimal? TotalAmount,
    string? Currency,
    int Confidence,
    bool ProofHolds,
    IReadOnlyList<string> MissingFields)
{
    public static InvoiceView Of(NormalizedInvoice invoice) => new(
        invoice.Invoice.Kind,
        invoice.Vendor.CanonicalName ?? invoice.Vendor.Name,
        invoice.Invoice.InvoiceNumber,
        invoice.Invoice.InvoiceDate,
        invoice.Invoice.TotalAmount,
        invoice.Invoice.Currency,
        invoice.Quality.Confidence,
        invoice.Quality.Proof is { Holds: true },
        invoice.Quality.MissingFields);
}

internal sealed record ErrorView(string Code, string Message);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(ScanView))]
internal sealed partial class ScanJson : JsonSerializerContext;
