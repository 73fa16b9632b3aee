using LeakWatch.Core.Invoices;
using LeakWatch.Core.Leaks;

namespace LeakWatch.Core.Tests.Stores;

/// <summary>Planted leaks of which the vendor gave something back, by a credit note that names the invoice: only the rest is owed.</summary>
internal static class CreditedLeaks
{
    // What is no charge yet, a credit already, or stands on a bill that sends no credit notes.
    private static readonly string[] NotCreditable = ["renewal", "credit", "Shopify", "two months"];

    public static IReadOnlyList<Behaviour> All { get; } =
    [
        .. PlantedLeaks.All.Where(leak => !NotCreditable.Any(word => leak.Name.Contains(word, StringComparison.Ordinal)))
            .SelectMany(leak => new[] { Credited(leak, "a quarter credited", 0.25m), Credited(leak, "credited", 1m) }),
    ];

    private static Behaviour Credited(Behaviour leak, string what, decimal share) => leak with
    {
        Name = $"{leak.Name}, {what}",
        Live = book =>
        {
            leak.Live(book);
            Credit(book, book.Expected[0], share);
        },
    };

    private static void Credit(VendorBook book, ExpectedFinding expected, decimal share)
    {
        var leaking = book.Documents.Where(document =>
            document.Invoice is { Kind: InvoiceKind.Invoice or InvoiceKind.Receipt, TotalAmount: > 0 } invoice && document.Account == book.Account && invoice.InvoiceDate >= expected.KnownFrom
            && invoice.BillingPeriodStart < expected.PeriodEnd && invoice.BillingPeriodEnd > expected.PeriodStart).ToList();
        var last = leaking[^1];
        var amount = book.Round(expected.Amount!.Value / leaking.Count * share);
        var number = last.Invoice.InvoiceNumber!;
        book.Expected.RemoveAt(0);
        book.Silence = Silence.NoClaims;
        if (expected.Amount.Value - amount > 0)
        {
            book.Expected.Add(expected with { Amount = expected.Amount.Value - amount });
        }

        var date = last.Invoice.InvoiceDate!.Value.AddDays(book.Random.Next(1, 20));
        book.Write(
            date <= book.AsOf ? date : book.AsOf,
            [book.Credit($"Credit for {number}", -amount, null)],
            InvoiceKind.CreditNote,
            related: number);
    }
}
