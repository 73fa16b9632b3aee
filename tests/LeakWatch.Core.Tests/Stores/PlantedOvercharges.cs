using System.Globalization;
using LeakWatch.Core.Findings;
using LeakWatch.Core.Invoices;

namespace LeakWatch.Core.Tests.Stores;

/// <summary>Charges higher than the documents allow.</summary>
internal static class PlantedOvercharges
{
    public static IReadOnlyList<Behaviour> All { get; } =
    [
        new("LEAK above a fixed price", AboveFixedPrice),
        new("LEAK above an announced price", AboveAnnouncedPrice),
        new("LEAK discount stopped too early", DiscountStoppedEarly),
        new("LEAK unexplained spike", UnexplainedSpike),
        new("LEAK new recurring line", NewRecurringLine),
        new("LEAK usage above the cap", UsageAboveCap),
    ];

    private static void AboveFixedPrice(VendorBook book)
    {
        var (price, seats, tax) = (book.Price(20, 60), book.Random.Next(1, 8), book.Pick(0m, 0m, 20m));
        var (months, excess) = (book.Months(1, 10), book.Round(price * 0.5m));
        var charged = months.TakeLast(book.Random.Next(1, 3)).ToList();
        var (from, until) = (months[0].Start, book.AsOf.AddDays(200));
        if (book.Random.Next(2) == 0)
        {
            var words = string.Create(CultureInfo.InvariantCulture, $"The price of {price} {book.Currency} is fixed until {until.AddDays(-1):yyyy-MM-dd}.");
            book.Write(from.AddDays(-8), [], InvoiceKind.Contract, terms: book.Term(TermKind.PriceFixed, words, price, from, until));
        }
        else
        {
            book.ContextTerms.Add(new() { Vendor = book.Vendor.Name, Kind = TermKind.PriceFixed, PlanName = book.Plan, Amount = price, From = from, Until = until });
        }

        foreach (var month in months)
        {
            book.Write(month.Start, [book.PlanLine(month, month.Start < charged[0].Start ? price : price + excess, seats)], taxPercent: tax);
        }

        var each = book.Round(seats * excess * (100 + tax) / 100);
        book.ExpectLeak(LeakType.PriceIncrease, each * charged.Count, new(charged[0].Start, charged[^1].End), charged[0].Start, LeakType.MomSpike);
    }

    private static void AboveAnnouncedPrice(VendorBook book)
    {
        var (before, months) = (book.Price(40), book.Months(1, 10));
        var (announced, billed) = (book.Round(before * 1.1m), book.Round(before * 1.4m));
        var charged = months.TakeLast(book.Random.Next(1, 3)).ToList();
        var from = charged[0].Start;
        var words = string.Create(CultureInfo.InvariantCulture, $"From {from:yyyy-MM-dd}: {announced} {book.Currency} per month for {book.Plan}.");
        book.Notice(from.AddDays(-31), book.Term(TermKind.PriceAnnounced, words, announced, from));
        foreach (var month in months)
        {
            book.Write(month.Start, [book.PlanLine(month, month.Start < from ? before : billed)]);
        }

        book.ExpectLeak(LeakType.MomSpike, (billed - announced) * charged.Count, new(from, charged[^1].End), from, LeakType.PriceIncrease);
    }

    private static void DiscountStoppedEarly(VendorBook book)
    {
        var (price, months) = (book.Price(40), book.Months(1, 10));
        var (from, until) = (months[^1].Start, book.AsOf.AddDays(120));
        var words = string.Create(CultureInfo.InvariantCulture, $"30% off {book.Plan} until {until.AddDays(-1):yyyy-MM-dd}.");
        var term = book.Term(TermKind.Discount, words, from: months[0].Start, until: until, percent: 30);
        foreach (var month in months)
        {
            book.Write(month.Start, month.Start < from ? [book.PlanLine(month, price), HonestChanges.Discount(book, month, price)] : [book.PlanLine(month, price)], terms: month == months[0] ? [term] : []);
        }

        book.ExpectLeak(LeakType.PriceIncrease, book.Round(price * 0.3m), months[^1], from, LeakType.MomSpike);
    }

    private static void UnexplainedSpike(VendorBook book)
    {
        var (price, months, tax) = (book.Price(70), book.Months(1), book.Pick(0m, 0m, 20m));
        var at = months[^book.Random.Next(1, 4)];
        var spike = price * book.Pick(2, 3, 4);
        foreach (var month in months)
        {
            book.Write(month.Start, [book.PlanLine(month, month == at ? spike : price)], taxPercent: tax);
        }

        book.ExpectLeak(LeakType.MomSpike, book.Round((spike - price) * (100 + tax) / 100), at, at.Start, LeakType.PriceIncrease);
    }

    private static void NewRecurringLine(VendorBook book)
    {
        var (price, addOn, months) = (book.Price(), book.Price(12, 60), book.Months(1));
        var charged = months.TakeLast(book.Random.Next(1, 3)).ToList();
        foreach (var month in months)
        {
            LineItem[] plan = [book.PlanLine(month, price)];
            book.Write(month.Start, month.Start < charged[0].Start ? plan : [.. plan, book.Line("Priority lane", 1, addOn, month, plan: "Priority lane", product: "PRIO")]);
        }

        book.ExpectLeak(LeakType.MomSpike, addOn * charged.Count, new(charged[0].Start, charged[^1].End), charged[0].Start);
    }

    private static void UsageAboveCap(VendorBook book)
    {
        var (unit, plan, months) = (HonestSubscriptions.UsagePrice(book), book.Price(), book.Months(1, 9));
        book.ContextTerms.Add(new() { Vendor = book.Vendor.Name, Kind = TermKind.UsageCap, ProductCode = "SMS", Amount = unit * 2000, From = months[0].Start });
        foreach (var month in months.SkipLast(1))
        {
            var sent = month == months[^2] ? 3200 : book.Random.Next(1000, 1400);
            book.Write(month.End, [book.PlanLine(month, plan), book.Line("Messages sent", sent, unit, month, Cadence.Usage, product: "SMS")]);
        }

        book.ExpectLeak(LeakType.MomSpike, unit * 1200, months[^2], months[^2].End);
    }
}
