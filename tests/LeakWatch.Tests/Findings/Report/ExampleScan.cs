using LeakWatch.Core.Ledger;
using LeakWatch.Core;
using LeakWatch.Core.Documents;
using LeakWatch.Core.Findings;
using LeakWatch.Core.Invoices;
using LeakWatch.Extraction;
using LeakWatch.Findings.Report;

namespace LeakWatch.Tests.Findings.Report;

/// <summary>A small scan written by hand: every verdict, a price bridge, a page, a table, a document that failed.</summary>
internal static class ExampleScan
{
    public static ScanResult Of(params Finding[] findings) => new()
    {
        AsOf = new(2026, 3, 1),
        Detection = new()
        {
            Findings = findings,
            Reconciled = [new("SAME_FILE", "Tidewater Labels", $"TW-5560 is in a mail and in a folder; it counts once.", ["TW-5560.pdf", "tidewater.eml"])],
            Totals = new()
            {
                Recoverable = Sum(findings, SavingsKind.Recoverable),
                Avoidable = Sum(findings, SavingsKind.Avoidable),
                Leaks = findings.Count(finding => finding.Verdict is Verdict.Leak),
                Watches = findings.Count(finding => finding.Verdict is Verdict.Watch),
                Reviews = findings.Count(finding => finding.Verdict is Verdict.Review),
                Documents = 3,
                LineItems = 12,
            },
        },
        Documents = [Read("kestrel.pdf", Page), Read("card.csv", Table), Failed("locked.pdf")],
        Charges = [.. Enumerable.Range(0, 7).Select(month => new PaidCharge(
            "Kestrel Analytics", new DateOnly(2025, 9, 1).AddMonths(month), month == 6 ? 390 : 140, "USD", $"KA-{month}", "kestrel.pdf"))],
        SkippedFiles = 2,
    };

    public static Finding Spike { get; } = new()
    {
        Type = LeakType.MomSpike,
        Verdict = Verdict.Leak,
        Vendor = "Kestrel Analytics",
        Account = "maru-oak",
        Currency = "USD",
        Amount = 250.00m,
        SavingsKind = SavingsKind.Recoverable,
        PerMonth = 250.00m,
        PeriodStart = new(2026, 2, 1),
        PeriodEnd = new(2026, 3, 1),
        Confidence = 86,
        Factors = [new($"Same plan, quantity and period as before", 60), new($"No notice or order explains it", 26)],
        Title = $"the monthly fee rose by $250.00 without a reason",
        Summary = $"Insight plan cost $140.00 in each of the three periods before and $390.00 now; nothing in your documents explains it. 390.00 − 140.00 = 250.00.",
        LineItems = [new("KA-6", "L1", 390.00m)],
        Evidence = [new("kestrel.pdf", EvidenceKind.PdfTextSpan, new() { Page = 1, LineStart = 2, LineEnd = 2 }, "Insight plan, monthly fee 1 $390.00")],
        RecommendedActions = [new(ActionType.RefundRequest, $"Nothing in the invoice explains the rise.")],
        Bridge = [new(BridgeReason.Quantity, 3.00m), new(BridgeReason.Unexplained, 250.00m), new(BridgeReason.DiscountStart, -1.50m)],
        Fingerprint = "f1",
    };

    public static Finding Renewal { get; } = new()
    {
        Type = LeakType.UpcomingRenewal,
        Verdict = Verdict.Leak,
        Vendor = "Moorfeld Hosting",
        Currency = "EUR",
        Amount = 708.00m,
        SavingsKind = SavingsKind.Avoidable,
        Deadline = new(2026, 3, 11),
        Confidence = 91,
        Title = $"renews on Mar 25, 2026",
        Summary = $"The yearly plan renews on Mar 25, 2026; the last safe day to cancel is Mar 11, 2026.",
        Fingerprint = "f2",
    };

    public static Finding Question { get; } = new()
    {
        Type = LeakType.PostCancellation,
        Verdict = Verdict.Review,
        Vendor = "Skylark Chat",
        Currency = "USD",
        Amount = 35.00m,
        Confidence = 48,
        Title = $"charged after you cancelled",
        Summary = $"You cancelled on Jan 12, 2026. No document says how long the notice period is.",
        Question = $"Does Skylark Chat have a notice period, and has it run out?",
        Evidence = [new("card.csv", EvidenceKind.CsvRow, new() { Row = 3 }, "2026-02-03,SKYLARK CHAT INC,35.00")],
        Fingerprint = "f3",
    };

    public static ReadDocument Read(string name, ExtractedDocument text) =>
        new(new InvoiceSource { FileName = name }, Array.Empty<NormalizedInvoice>(), [], text);

    private static ExtractedDocument Page { get; } = new()
    {
        Type = DocumentType.Pdf,
        Pages =
        [
            new(1, 595, 842,
            [
                new(1, [new("Kestrel", new(0.1, 0.05, 0.1, 0.012)), new("Analytics", new(0.21, 0.05, 0.12, 0.012))]),
                new(2, [new("Insight", new(0.1, 0.2, 0.08, 0.012)), new("plan", new(0.19, 0.2, 0.05, 0.012)), new("$390.00", new(0.8, 0.2, 0.1, 0.012))]),
            ]),
        ],
    };

    private static ExtractedDocument Table { get; } = new()
    {
        Type = DocumentType.DelimitedText,
        DelimitedText = "Date,Description,Amount\r\n2026-01-02,SKYLARK CHAT INC,35.00\r\n2026-02-03,SKYLARK CHAT INC,35.00\r\n",
    };

    private static ReadDocument Failed(string name) => new(
        new InvoiceSource { FileName = name }, new Error(ErrorKind.Invalid, "FILE_ENCRYPTED", $"{name} needs a password; save it without one."), []);

    private static SortedDictionary<string, DecimalValue> Sum(IEnumerable<Finding> findings, SavingsKind kind) => new(findings
        .Where(finding => finding.Verdict is Verdict.Leak && finding.SavingsKind == kind)
        .GroupBy(finding => finding.Currency!)
        .ToDictionary(group => group.Key, group => new DecimalValue(group.Sum(finding => finding.Amount ?? 0))), StringComparer.Ordinal);
}
