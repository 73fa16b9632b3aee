using System.Globalization;
using CsCheck;
using LeakWatch.Core.Invoices;
using LeakWatch.Core.ShopKnowledge;

namespace LeakWatch.Core.Tests.Laws;

/// <summary>Small ledgers in which much goes wrong at once: what detection says of them must still obey its laws.</summary>
internal static class LedgerGen
{
    private static readonly string[] Names = ["Quillpost Ltd", "Glowstack ApS", "Kelp ERP", "Shopify"];
    private static readonly string[] Plans = ["Pro", "Team"];

    public static DetectionContext Context { get; } = new()
    {
        Shop = new() { Id = "shop_1", Currency = "USD" },
        Vendors = [new() { Name = "Quillpost", Function = "email", Aliases = ["QUILLPOST"] }, new() { Name = "Glowstack ApS", Category = "SHOPIFY_APP", Function = "email" }],
        Cancellations = [new() { Vendor = "Quillpost", SentAt = new(2026, 1, 10), ConfirmedAt = new(2026, 1, 12), EffectiveDate = new(2026, 3, 1) }],
        InstalledApps = [new() { SyncedAt = new(2025, 12, 1), Apps = ["Glowstack"] }, new() { SyncedAt = new(2026, 2, 1) }, new() { SyncedAt = new(2026, 5, 1) }],
        PromisedCredits = [new() { Vendor = "Kelp ERP", Amount = 40m, Currency = "USD", PromisedAt = new(2026, 1, 5) }],
        Fx = [new() { Base = "USD", Rates = new Dictionary<string, DecimalValue> { ["EUR"] = new(0.92m) } }],
    };

    public static DateOnly AsOf { get; } = new(2026, 5, 20);

    public static Gen<NormalizedInvoice[]> Ledgers { get; } = Documents().Array[1, 40].Select(Numbered);

    private static Gen<NormalizedInvoice> Documents() =>
        from vendor in Choice.Of(Names)
        from shape in Gen.Int[0, 9]
        from month in Gen.Int[0, 11]
        from day in Gen.Int[0, 27]
        from days in Choice.Of(0, 7, 12, 30, 31, 365)
        from price in Choice.Of(4m, 20m, 49m, 49m, 49m, 147m, 600m)
        from quantity in Choice.Of(1m, 1m, 1m, 3m)
        from plan in Choice.Of(Plans)
        from account in Choice.Of<string?>("a-1", "a-1", "a-1", "a-2", null)
        from currency in Choice.Of("USD", "USD", "USD", "EUR")
        from tax in Choice.Of(0m, 0m, 20m)
        select One(vendor, shape, new DateOnly(2025, 6, 1).AddMonths(month).AddDays(day), days, price, quantity, plan, account, currency, tax);

    private static NormalizedInvoice One(
        string vendor, int shape, DateOnly date, int days, decimal price, decimal quantity, string plan, string? account, string currency, decimal taxPercent)
    {
        var (isRow, isCredit) = (shape is 7 or 8, shape is 9);
        var amount = price * quantity * (isCredit ? -1m : 1m);
        var tax = isRow ? 0m : amount * taxPercent / 100m;
        DateOnly? end = days == 0 || isRow ? null : date.AddDays(days);
        var text = string.Create(CultureInfo.InvariantCulture, $"{plan} {date:yyyy-MM-dd} {amount} {currency} {shape}");
        return new()
        {
            Source = new() { FileName = "x" },
            Vendor = new() { Name = isRow && vendor == "Quillpost Ltd" ? "QUILLPOST" : vendor },
            Account = isRow ? null : account,
            Invoice = new()
            {
                Kind = isRow ? InvoiceKind.Statement : isCredit ? InvoiceKind.CreditNote : shape is 6 ? InvoiceKind.Receipt : InvoiceKind.Invoice,
                InvoiceDate = date,
                BillingPeriodStart = end is null ? null : date,
                BillingPeriodEnd = end,
                Currency = currency,
                SubtotalAmount = amount,
                TaxAmount = tax == 0m ? null : tax,
                TotalAmount = amount + tax,
                PaymentMethodHint = shape is 8 ? "Shopify bill" : "Visa ending 4410",
            },
            LineItems =
            [
                new()
                {
                    LineId = "L1", Type = isCredit ? LineItemType.Credit : LineItemType.Charge, Description = plan, Quantity = isRow || isCredit ? null : quantity, UnitPrice = isRow || isCredit ? null : price, Amount = amount, Currency = currency,
                    PeriodStart = end is null ? null : date, PeriodEnd = end, IsRecurring = !isRow && !isCredit, Cadence = isRow || isCredit ? null : days == 365 ? Cadence.Yearly : days == 7 ? Cadence.Weekly : Cadence.Monthly, PlanName = isRow ? null : plan,
                    Evidence = new() { Kind = EvidenceKind.PdfTextSpan, Pointer = new() { Page = 1, LineStart = 4 }, Excerpt = text },
                },
            ],
            Terms = shape is 1 ? [new() { Kind = TermKind.AutoRenew, PlanName = plan, Evidence = new() { Kind = EvidenceKind.PdfTextSpan, Excerpt = "Renews automatically." } }] : [],
        };
    }

    /// <summary>Each its own file and number.</summary>
    private static NormalizedInvoice[] Numbered(NormalizedInvoice[] documents) =>
    [
        .. documents.Select((document, index) => document with
        {
            Source = document.Source with { FileName = string.Create(CultureInfo.InvariantCulture, $"{index}.pdf"), Sha256 = string.Create(CultureInfo.InvariantCulture, $"sha-{index}") },
            Invoice = document.Invoice with { InvoiceNumber = document.Invoice.Kind is InvoiceKind.Statement ? null : string.Create(CultureInfo.InvariantCulture, $"N-{index}") },
        }),
    ];
}
