using System.Globalization;

namespace LeakWatch.Core.Tests.Stores;

/// <summary>What else stands on a card statement, and periods that are printed a day off.</summary>
internal static class HonestCardRows
{
    public static IReadOnlyList<Behaviour> All { get; } =
    [
        new("advertising, billed at a threshold", AdvertisingAtThreshold) { NeedsCard = true, InStoreCurrency = true },
        new("postage, several times a day", Postage) { NeedsCard = true, InStoreCurrency = true },
        new("travel", Travel) { NeedsCard = true, InStoreCurrency = true },
        new("transaction fees of changing sums", TransactionFees) { NeedsCard = true, InStoreCurrency = true },
        new("rows without an invoice, two accounts", TwoAccountsByRow) { NeedsCard = true, InStoreCurrency = true },
        new("slow card", SlowCard) { NeedsCard = true },
        new("the last day is the next first day", LastDayIsNextFirstDay),
        new("periods shifted by a time zone", ShiftedByTimeZone),
    ];

    private static void AdvertisingAtThreshold(VendorBook book)
    {
        book.Silence = Silence.NoClaims;
        var threshold = book.Price(200, 500);
        for (var date = book.AsOf.AddDays(-200); date <= book.AsOf; date = date.AddDays(book.Random.Next(2, 9)))
        {
            book.CardRows.Add(new(book, date, threshold, book.Currency));
        }
    }

    private static void Postage(VendorBook book)
    {
        book.Silence = Silence.NoLeak;
        var stamp = book.Price(6, 12);
        for (var date = book.AsOf.AddDays(-200); date <= book.AsOf; date = date.AddDays(book.Random.Next(1, 12)))
        {
            for (var count = book.Random.Next(1, 4); count > 0; count--)
            {
                book.CardRows.Add(new(book, date, stamp, book.Currency));
            }
        }
    }

    private static void Travel(VendorBook book)
    {
        // Two trips of nearly the same price within days may be one trip paid twice.
        book.Silence = Silence.NoLeak;
        for (var date = book.AsOf.AddDays(-300); date <= book.AsOf; date = date.AddDays(book.Random.Next(1, 60)))
        {
            book.CardRows.Add(new(book, date, book.Price(8, 400), book.Currency));
        }
    }

    private static void TransactionFees(VendorBook book)
    {
        book.Silence = Silence.NoClaims;
        foreach (var month in book.Months())
        {
            book.CardRows.Add(new(book, month.Start, book.Price(40, 700), book.Currency));
        }
    }

    private static void TwoAccountsByRow(VendorBook book)
    {
        // Nothing on a card row tells two accounts from a double payment; month after month it is plainly no accident.
        book.Silence = Silence.NoLeak;
        var price = book.Price();
        foreach (var month in book.Months())
        {
            book.CardRows.Add(new(book, month.Start, price, book.Currency));
            book.CardRows.Add(new(book, month.Start.AddDays(1), price, book.Currency));
        }
    }

    private static void SlowCard(VendorBook book)
    {
        book.IsOnCard = false;
        var price = book.Price();
        foreach (var month in book.Months())
        {
            var invoice = book.Write(month.Start, [book.PlanLine(month, price)]);
            book.Pay(invoice, book.Random.Next(-3, 11));
        }
    }

    private static void LastDayIsNextFirstDay(VendorBook book)
    {
        book.Silence = Silence.NoLeak;
        var price = book.Price();
        foreach (var month in book.Months())
        {
            book.Write(month.Start, [book.PlanLine(new(month.Start, month.End.AddDays(1)), price)]);
        }
    }

    private static void ShiftedByTimeZone(VendorBook book)
    {
        book.Silence = Silence.NoLeak;
        var price = book.Price();
        foreach (var month in book.Months(1))
        {
            var start = month.Start.AddDays(-book.Random.Next(0, 2));
            book.Write(month.Start, [book.PlanLine(new(start, month.End), price) with { Description = string.Create(CultureInfo.InvariantCulture, $"{book.Plan} from {start:yyyy-MM-dd}") }]);
        }
    }
}
