using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using LeakWatch.Core.Detection;
using LeakWatch.Core.Findings;
using LeakWatch.Core.Invoices;
using LeakWatch.Core.ShopKnowledge;

namespace LeakWatch.Core.Tests.Detection;

/// <summary>A shop's ledger in the tests: what to ask of it, and how a document differs from the ordinary one.</summary>
internal static class Store
{
    /// <summary>A shop in dollars that knows the day's rates and nothing else.</summary>
    public static DetectionContext Context { get; } = new()
    {
        Shop = new() { Id = "shop_1", Currency = "USD" },
        Fx = [new() { Base = "USD", Rates = new Dictionary<string, DecimalValue> { ["EUR"] = new(0.92m), ["KRW"] = new(1390m), ["JPY"] = new(150m) } }],
    };

    public static DetectionResult Detect(string asOf, params IEnumerable<NormalizedInvoice> ledger) => Detect(asOf, Context, ledger);

    public static DetectionResult Detect(string asOf, DetectionContext context, params IEnumerable<NormalizedInvoice> ledger) =>
        LeakRules.Detect(ledger, context, Day(asOf));

    public static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A small number that is the same in every run, unlike a string's hash code.</summary>
    public static int Checksum(string text) => text.Aggregate(7, (sum, letter) => ((sum * 31) + letter) % 9973);

    public static Evidence PrintedLine(string description, string? from, string? until, decimal amount, string currency) => new()
    {
        Kind = EvidenceKind.PdfTextSpan,
        Pointer = new() { Page = 1, LineStart = 12, LineEnd = 12 },
        Excerpt = string.Create(CultureInfo.InvariantCulture, $"{description}  {from} - {until}  {currency} {amount}"),
    };

    extension(NormalizedInvoice invoice)
    {
        public NormalizedInvoice Header(Func<InvoiceHeader, InvoiceHeader> change) => invoice with { Invoice = change(invoice.Invoice) };

        /// <summary>The same words in another file: other bytes.</summary>
        public NormalizedInvoice InFile(string fileName)
        {
            var sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(fileName)));
            return invoice with { Source = invoice.Source with { FileName = fileName, Sha256 = sha256, DocumentVersionId = "dv_" + sha256[..12] } };
        }

        /// <summary>The same bytes under another name.</summary>
        public NormalizedInvoice CopiedAs(string fileName) =>
            invoice with { Source = invoice.Source with { FileName = fileName, DocumentVersionId = "dv_copy_" + fileName } };

        public NormalizedInvoice Numbered(string? number) => invoice.Header(header => header with { InvoiceNumber = number });

        public NormalizedInvoice As(InvoiceKind kind) =>
            invoice.Header(header => header with { Kind = kind }).InFile($"{kind}-{invoice.Source.FileName}");

        public NormalizedInvoice Stating(params Term[] terms) => invoice with { Terms = [.. invoice.Terms, .. terms] };

        public NormalizedInvoice Settled(Settlement settlement) => invoice.Header(header => header with { Settlement = settlement });

        public NormalizedInvoice WithoutPeriod() =>
            invoice.Header(header => header with { BillingPeriodStart = null, BillingPeriodEnd = null }) with
            {
                LineItems = [.. invoice.LineItems.Select(line => line with { PeriodStart = null, PeriodEnd = null })],
                Quality = invoice.Quality with
                {
                    MissingFields =
            [
                .. invoice.Quality.MissingFields,
                "invoice.billingPeriodStart",
                "invoice.billingPeriodEnd",
            ]
                },
            };

        /// <summary>Adds a line, and what it changes in the sums of the document.</summary>
        public NormalizedInvoice Plus(LineItem line, decimal taxPercent = 0)
        {
            var (header, isDiscount, amount) = (invoice.Invoice, line.Type is LineItemType.Discount, line.Amount ?? 0);
            var tax = decimal.Round(amount * taxPercent / 100, 2, MidpointRounding.AwayFromZero);
            LineItem[] lines = [.. invoice.LineItems, line, .. tax == 0 ? Array.Empty<LineItem>() : [TaxLine(tax, line.Currency!)]];
            var total = (header.TotalAmount ?? 0) + amount + tax;
            return invoice with
            {
                LineItems = [.. lines.Select((each, index) => each with { LineId = string.Create(CultureInfo.InvariantCulture, $"L{index + 1}") })],
                Invoice = header with
                {
                    SubtotalAmount = (header.SubtotalAmount ?? 0) + (isDiscount ? 0 : amount),
                    DiscountAmount = isDiscount ? (header.DiscountAmount ?? 0) - amount : header.DiscountAmount,
                    TaxAmount = tax == 0 ? header.TaxAmount : (header.TaxAmount ?? 0) + tax,
                    TotalAmount = total,
                    AmountDue = 0,
                },
            };
        }

        /// <summary>A discount line for the invoice's own period.</summary>
        public NormalizedInvoice Less(decimal amount)
        {
            var charge = invoice.LineItems[0];
            var evidence = PrintedLine("Discount", null, null, -amount, charge.Currency!);
            return invoice.Plus(charge with
            {
                Type = LineItemType.Discount,
                Description = "Discount",
                Quantity = null,
                UnitPrice = null,
                Amount = -amount,
                IsRecurring = false,
                Cadence = null,
                Evidence = evidence,
            });
        }

        public NormalizedInvoice AsRow(int row) => invoice with
        {
            Source = invoice.Source with { MimeType = "text/csv" },
            LineItems = [.. invoice.LineItems.Select(line => line with { Evidence = line.Evidence with { Kind = EvidenceKind.CsvRow, Pointer = new() { Row = row } } })],
        };

        /// <summary>Read by OCR, from a picture with its own bytes.</summary>
        public NormalizedInvoice Scanned() => (invoice with
        {
            LineItems =
            [
                .. invoice.LineItems.Select(line => line with { Evidence = line.Evidence with { Kind = EvidenceKind.ImageOcrLine } }),
            ],
        }).InFile("scan-" + invoice.Source.FileName + ".png");
    }

    private static LineItem TaxLine(decimal tax, string currency) => new()
    {
        LineId = "tax",
        Type = LineItemType.Tax,
        Description = "VAT",
        Amount = tax,
        Currency = currency,
        IsRecurring = false,
        Evidence = PrintedLine("VAT", null, null, tax, currency),
    };
}
