using LeakWatch.Core.Findings;
using LeakWatch.Core.Invoices;
using LeakWatch.Core.ShopKnowledge;

namespace LeakWatch.Core.Tests.Detection;

/// <summary>A ledger with a true leak of every type that can be one, a question, and vendors of whom there is nothing to say.</summary>
internal static class WholeStore
{
    public const string AsOf = "2026-03-20";

    public static DetectionContext Context { get; } = Store.Context with
    {
        InstalledApps =
        [
            new() { SyncedAt = new(2026, 1, 15), Apps = ["Juniper Quiz", "Oakridge Subscriptions"] },
            new() { SyncedAt = new(2026, 2, 19), Apps = ["Oakridge Subscriptions"] },
            new() { SyncedAt = new(2026, 3, 5), Apps = ["Oakridge Subscriptions"] },
        ],
        PromisedCredits = [new() { Vendor = "Tidemark Helpdesk", Amount = 47m, Currency = "USD", PromisedAt = new(2026, 1, 15) }],
    };

    public static IReadOnlyList<NormalizedInvoice> Ledger { get; } =
    [
        .. new Subscription("Quillpost", 57m).Charges("2025-09-01", 7),
        new Subscription("Quillpost", 57m).Notice("2026-01-09", Terms.Cancelled("2026-02-01")),
        .. Subscription.App("Juniper Quiz", 37m).Charges("2025-09-01", 7),
        .. Paid(new("Lanternchat", 64m)),
        Second(new("Lanternchat", 64m)),
        .. new Subscription("Parcelwave", 85m) { Currency = "EUR" }.Charges("2025-09-01", 7),
        Second(new("Parcelwave", 85m) { Currency = "EUR" }),
        new Subscription("Kite Notifications", 39m).Trial("2026-02-16", "2026-03-02"),
        new Subscription("Kite Notifications", 39m).Charge("2026-03-02"),
        new Subscription("Stitchboard", 14m).Letter(InvoiceKind.Contract, "2025-06-20", Terms.PriceFixed(14m, "2025-07-01", "2027-01-01")),
        .. new Subscription("Stitchboard", 14m) { Quantity = 6 }.Charges("2025-09-01", 6),
        new Subscription("Stitchboard", 16.50m) { Quantity = 6 }.Charge("2026-03-01"),
        .. new Subscription("Wrenfield Search", 130m).Charges("2025-09-01", 6),
        new Subscription("Wrenfield Search", 390m).Charge("2026-03-01"),
        new Subscription("Shelfline Inventory", 1140m) { Cadence = Cadence.Yearly }.Charge("2025-04-20").Stating(
            Terms.AutoRenew,
            Terms.NoticePeriod(14)),
        .. new Subscription("Tidemark Helpdesk", 94m).Charges("2025-09-01", 7),
        .. new Subscription("Harrow Fulfilment", 96m).Charges("2025-09-01", 6),
        new Subscription("Harrow Fulfilment", 96m).Charge("2026-03-01").Header(header => header with { TotalAmount = 121m }),
        .. Paid(new("Sundial Scheduler", 45m)),
        .. new Subscription("Vaultkey", 24.50m) { Currency = "EUR" }.Charges("2025-09-01", 7),
        .. Subscription.App("Oakridge Subscriptions", 99m).Charges("2025-09-01", 7),
    ];

    public static DetectionResult Detected { get; } = Store.Detect(AsOf, Context, Ledger);

    private static IEnumerable<NormalizedInvoice> Paid(Subscription plan) => plan.Charges("2025-09-01", 7).SelectMany(invoice => new[]
    {
        invoice, Card.Default.Row(
            plan.Vendor.ToUpperInvariant(),
            plan.Price,
            Store.Iso(invoice.Invoice.InvoiceDate!.Value.AddDays(1)),
            plan.Vendor),
    });

    private static NormalizedInvoice Second(Subscription plan) => plan.Charge("2026-03-01", on: "2026-03-04", number: "SECOND-1");
}
