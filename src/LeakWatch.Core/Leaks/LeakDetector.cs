using LeakWatch.Core.Invoices;

namespace LeakWatch.Core.Leaks;

/// <summary>(ledger, context, as-of date) → findings. No clock, no I/O, independent of the order of the ledger.</summary>
public static class LeakDetector
{
    public static DetectionResult Detect(IEnumerable<NormalizedInvoice> ledger, DetectionContext context, DateOnly asOf) =>
        new() { Totals = new() };
}
