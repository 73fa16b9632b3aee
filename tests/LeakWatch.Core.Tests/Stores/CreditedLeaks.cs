using LeakWatch.Core.Invoices;

namespace LeakWatch.Core.Tests.Stores;

/// <summary>Planted leaks of which the vendor gave something back, by a credit note that names the invoice: only the rest is owed.</summary>
internal static class CreditedLeaks
{
    // What is no charge yet, a credit already, or stands on a bill that sends no credit notes.
    private static readonly string[] NotCreditable = ["renewal", "credit", "Shopify", "two months"];

    public static IReadOnlyList<Behaviour> All { get; } =
    [
        .. PlantedLeaks.All.Where(leak => !NotCreditable.Any(word => leak.Name.Contains(word, StringComparison.Ordinal))).SelectMany(leak => new[]
        {
            Followed(leak, "a quarter credited", (book, expected, last, each) => ByNote(book, expected, last, book.Round(each * 0.25m), isNamed: true)),
            Followed(leak, "credited", (book, expected, last, each) => ByNote(book, expected, last, each, isNamed: true)),
            Followed(leak, "credited by a note that names nothing", (book, expected, last, each) => ByNote(book, expected, last, each, isNamed: false)),
            Followed(leak, "refunded on the card", ByCard) with { NeedsCard = true, InStoreCurrency = true },
        }),
    ];

    private static Behaviour Followed(Behaviour leak, string what, Action<VendorBook, ExpectedFinding, NormalizedInvoice, decimal> settle) => leak with
    {
        Name = $"{leak.Name}, {what}",
        Live = book =>
        {
            leak.Live(book);
            var expected = book.Expected[0];
            var leaking = book.Documents.Where(document => IsPartOf(expected, document) && document.Account == book.Account).ToList();
            book.Expected.RemoveAt(0);
            book.Silence = Silence.NoClaims;
            settle(book, expected, leaking[^1], book.Round(expected.Amount!.Value / leaking.Count));
        },
    };

    private static bool IsPartOf(ExpectedFinding expected, NormalizedInvoice document) =>
        document.Invoice is { Kind: InvoiceKind.Invoice or InvoiceKind.Receipt, TotalAmount: > 0 } invoice
        && invoice.InvoiceDate >= expected.KnownFrom && invoice.BillingPeriodStart < expected.PeriodEnd && invoice.BillingPeriodEnd > expected.PeriodStart;

    private static void ByNote(VendorBook book, ExpectedFinding expected, NormalizedInvoice last, decimal amount, bool isNamed)
    {
        ExpectTheRest(book, expected, amount);
        var number = isNamed ? last.Invoice.InvoiceNumber : null;
        book.Write(SomeDaysAfter(book, last), [book.Credit(isNamed ? $"Credit for {number}" : "Credit to your account", -amount, null) with { PlanName = null }], InvoiceKind.CreditNote, related: number);
    }

    private static void ByCard(VendorBook book, ExpectedFinding expected, NormalizedInvoice last, decimal amount)
    {
        ExpectTheRest(book, expected, amount);
        book.CardRows.Add(new(book, SomeDaysAfter(book, last), -amount, book.Currency));
    }

    private static DateOnly SomeDaysAfter(VendorBook book, NormalizedInvoice document)
    {
        var date = document.Invoice.InvoiceDate!.Value.AddDays(book.Random.Next(1, 20));
        return date <= book.AsOf ? date : book.AsOf;
    }

    private static void ExpectTheRest(VendorBook book, ExpectedFinding expected, decimal credited)
    {
        if (expected.Amount!.Value - credited is > 0 and var rest)
        {
            book.Expected.Add(expected with { Amount = rest });
        }
    }
}
