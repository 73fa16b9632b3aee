using BenchmarkDotNet.Attributes;
using LeakWatch.Core.Detection;
using LeakWatch.Core.Documents;
using LeakWatch.Core.Findings;
using LeakWatch.Core.Invoices;

namespace LeakWatch.Benchmarks;

/// <summary>One full detection of a shop of 500 vendors, single-threaded. Target: ≤ 3 s for a million lines, memory linear.</summary>
public class DetectionOfAShop
{
    private List<NormalizedInvoice> ledger = [];

    [Params(10_000, 100_000, 1_000_000)]
    public int Lines { get; set; }

    [GlobalSetup]
    public void Generate() => ledger = GeneratedShop.Ledger(Lines);

    [Benchmark]
    public DetectionResult Detect() => LeakRules.Detect(ledger, new(), GeneratedShop.AsOf);
}

/// <summary>One new invoice comes to a shop of 100,000 lines. Target: ≤ 5 ms.</summary>
public class RecheckAfterOneInvoice
{
    private LeakDetector? shop;
    private int months;

    [GlobalSetup]
    public void Prepare() => shop = LeakDetector.Prepare(GeneratedShop.Ledger(100_000), new(), GeneratedShop.AsOf);

    [Benchmark]
    public bool Recheck() => shop!.TryRecheck([GeneratedShop.Invoice(vendor: months % 500, account: 0, monthsAgo: -1 - (months++ / 500))])
        ? true
        : throw new InvalidOperationException("The vendor is known, so the recheck must take the invoice.");
}

/// <summary>The words of a two-page invoice to schema 1.0. Target: ≤ 5 ms.</summary>
public class NormalisingTwoPages
{
    private readonly ExtractedDocument document = GeneratedShop.TwoPages();
    private readonly InvoiceSource source = new() { FileName = "invoice.pdf" };

    [Benchmark]
    public int Normalise() => InvoiceReader.Read(document, source) is { IsOk: true, Value: [var invoice] } && invoice.LineItems.Count == 60
        ? invoice.LineItems.Count
        : throw new InvalidOperationException("The invoice was not read, so the figure would mean nothing.");
}

/// <summary>A card statement of the largest size that is read.</summary>
public class StatementOf50000Rows
{
    private readonly ExtractedDocument document = new() { Type = DocumentType.DelimitedText, DelimitedText = GeneratedShop.Statement(50_000) };
    private readonly InvoiceSource source = new() { FileName = "card.csv" };

    [Benchmark]
    public int Read() => InvoiceReader.Read(document, source) is { IsOk: true, Value.Count: 50_000 }
        ? 50_000
        : throw new InvalidOperationException("The statement was not read, so the figure would mean nothing.");
}
