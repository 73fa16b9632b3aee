using CsCheck;
using LeakWatch.Core.Findings;
using LeakWatch.Core.Invoices;
using LeakWatch.Core.ShopKnowledge;

namespace LeakWatch.Core.Tests.Detection;

/// <summary>Whatever happens between a store and a vendor, no cent is claimed that was not paid, or was given back, or is claimed already.</summary>
public sealed class ClaimLimitTests
{
    private static readonly Subscription Chat = new("Lanternchat", 64m) { Category = "SHOPIFY_APP" };

    private static readonly DetectionContext Context = Store.Context with
    {
        InstalledApps =
        [
            new() { SyncedAt = new(2025, 9, 1), Apps = ["Lanternchat"] },
            new() { SyncedAt = new(2026, 1, 20), Apps = [] },
            new() { SyncedAt = new(2026, 3, 20), Apps = [] },
        ],
    };

    // What may happen to the ledger of one vendor, from October to March.
    private static readonly Func<NormalizedInvoice[], IEnumerable<NormalizedInvoice>>[] Events =
    [
        months => [months[1].Numbered("SECOND").InFile("second.pdf")],
        months => [(Chat with { Price = 300m }).Charge("2026-02-01", number: "PEAK")],
        _ => [Chat.Notice("2025-12-09", Terms.Cancelled("2026-01-01"))],
        _ => [Chat.Notice("2025-12-12", Terms.Resubscribed("2026-02-01"))],
        _ => [Chat.Letter(InvoiceKind.Contract, "2025-06-20", Terms.PriceFixed(50m, "2025-07-01", "2027-01-01"))],
        _ => [Chat.Notice("2025-12-10", Terms.PriceAnnounced(60m, "2026-01-01"))],
        _ => [Chat.Trial("2025-09-17", "2025-10-01")],
        _ => [Chat.CreditNote(64m, "2026-03-10")],
        months => [months[1].Numbered("SECOND").InFile("second.pdf"), Chat.CreditNote(30m, "2026-03-12", "SECOND")],
        _ => [(Chat with { Price = 300m }).Charge("2026-02-01", number: "PEAK"), Chat.CreditNote(236m, "2026-03-13", "PEAK")],
        _ => [Card.Default.Row("LANTERNCHAT", 64m, "2026-03-02", Chat.Vendor), Card.Default.Row("LANTERNCHAT", -64m, "2026-03-16", Chat.Vendor)],
        _ => [Chat.OnBill("401", "2026-02-05", "2026-02-01", "2026-03-03")],
        _ => [(Chat with { Price = 640m, Cadence = Cadence.Yearly }).Charge("2025-12-15", number: "YEAR")],
        months => months.Select(invoice => invoice.As(InvoiceKind.Receipt)),
        _ => [Chat.Charge("2026-01-20", "2026-02-20", number: "MOVED")],
    ];

    [Fact]
    public void Claims_never_exceed_what_was_paid() =>
        Gen.Select(Gen.Bool.Array[Events.Length], Gen.Bool).Sample(
            (happens, isApp) =>
            {
                var months = Chat.Charges("2025-10-01", 6).ToArray();
                var ledger = months.Concat(Events.Where((_, index) => happens[index]).SelectMany(happen => happen(months))).ToList();

                var leaks = Store.Detect(
                    "2026-03-21",
                    isApp ? Context : Store.Context,
                    ledger).Findings.Where(finding => finding is { Verdict: Verdict.Leak, SavingsKind: SavingsKind.Recoverable }).ToList();

                Assert.True(
                    leaks.Sum(leak => leak.Amount) <= Paid(ledger.DistinctBy(invoice => (
                        invoice.Source.FileName,
                        invoice.LineItems is [var line, ..] ? line.Evidence.Pointer : null))),
                    string.Join('\n', leaks));
            },
            iter: 300);

    /// <summary>Charges less credits; receipts and the rows that pay an invoice tell of the same money.</summary>
    private static decimal Paid(IEnumerable<NormalizedInvoice> ledger) => ledger
        .Where(invoice => invoice.Invoice.Kind is InvoiceKind.Invoice or InvoiceKind.CreditNote || invoice.Invoice is { Kind: InvoiceKind.Statement, PaymentMethodHint: "Shopify bill" } || invoice.Invoice.TotalAmount < 0)
        .Sum(invoice => invoice.Invoice.TotalAmount!.Value);
}
