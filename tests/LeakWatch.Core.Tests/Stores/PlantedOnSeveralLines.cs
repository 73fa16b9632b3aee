using LeakWatch.Core.Findings;
using LeakWatch.Core.Invoices;

namespace LeakWatch.Core.Tests.Stores;

/// <summary>Leaks of invoices with several lines: one charge and one claim, however many lines it has.</summary>
internal static class PlantedOnSeveralLines
{
    public static IReadOnlyList<Behaviour> All { get; } =
    [
        new("LEAK invoice of three lines charged twice", ChargedTwice),
        new("LEAK invoice of three lines, charged twice in two months", ChargedTwiceInTwoMonths),
        new("LEAK three lines charged after the end", ChargedAfterTheEnd),
        new("LEAK three lines of an uninstalled app", ChargedAfterUninstall),
    ];

    private static IReadOnlyList<LineItem> Lines(VendorBook book, Period month, decimal price) =>
    [
        book.PlanLine(month, price),
        book.Line("Message pack", 1, price / 2, month, plan: "Message pack", product: "MSG"),
        book.Line("Extra user", 2, price / 2, month, plan: "Extra user", product: "USER"),
    ];

    private static (IReadOnlyList<Period> Months, decimal Price, decimal Tax) Flat(VendorBook book)
    {
        // Even, so that its half is exact.
        var (price, tax, months) = (book.Price(20) * 2, book.Pick(0m, 20m), book.Months(1));
        foreach (var month in months)
        {
            book.Write(month.Start, Lines(book, month, price), taxPercent: tax);
        }

        return (months, price, tax);
    }

    private static decimal Total(VendorBook book) => book.Documents[^1].Invoice.TotalAmount!.Value;

    private static void ChargedTwice(VendorBook book)
    {
        var (months, price, tax) = Flat(book);
        book.Write(months[^2].Start.AddDays(1), Lines(book, months[^2], price), taxPercent: tax);
        book.ExpectLeak(LeakType.DuplicateCharge, Total(book), months[^2], months[^2].Start.AddDays(1));
    }

    private static void ChargedTwiceInTwoMonths(VendorBook book)
    {
        var (months, price, tax) = Flat(book);
        foreach (var month in new[] { months[^3], months[^2] })
        {
            book.Write(month.Start.AddDays(1), Lines(book, month, price), taxPercent: tax);
            book.ExpectLeak(LeakType.DuplicateCharge, Total(book), month, month.Start.AddDays(1));
        }
    }

    private static void ChargedAfterTheEnd(VendorBook book)
    {
        var (months, _, _) = Flat(book);
        var end = months[^2].Start;
        book.Cancellations.Add(new() { Vendor = book.Vendor.Name, Account = book.Account, SentAt = end.AddDays(-20), ConfirmedAt = end.AddDays(-18), EffectiveDate = end });
        book.ExpectLeak(LeakType.PostCancellation, Total(book) * 2, new(end, months[^1].End), end);
    }

    private static void ChargedAfterUninstall(VendorBook book)
    {
        HonestSubscriptions.MakeShopifyApp(book);
        var (months, _, _) = Flat(book);
        var gone = months[^2].Start.AddDays(-book.Random.Next(15, 25));
        book.Installed = day => day < gone ? book.Vendor.Name : null;
        book.ExpectLeak(LeakType.UninstalledAppCharge, Total(book) * 2, new(months[^2].Start, months[^1].End), months[^2].Start);
    }
}
