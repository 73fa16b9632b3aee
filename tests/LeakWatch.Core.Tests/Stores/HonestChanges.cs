using System.Globalization;
using LeakWatch.Core.Findings;
using LeakWatch.Core.Invoices;

namespace LeakWatch.Core.Tests.Stores;

/// <summary>Charges that change for a reason that the documents give.</summary>
internal static class HonestChanges
{
    public static IReadOnlyList<Behaviour> All { get; } =
    [
        new("seats grow and shrink", SeatsGrowAndShrink),
        new("a seat added within the month", SeatAddedWithinTheMonth),
        new("upgrade with proration", UpgradeWithProration),
        new("announced rise billed as announced", AnnouncedRise),
        new("discount with an end", DiscountWithAnEnd),
        new("discount starts", DiscountStarts),
        new("constant discount line", ConstantDiscount),
        new("VAT appears", VatAppears),
        new("billing day moved with a credit", BillingDayMovedWithCredit),
        new("ordered switch to annual", OrderedAnnualSwitch),
        new("ordered one-off service", OrderedService),
        new("ordered add-on", OrderedAddOn),
        new("prepaid top-ups on one day", TopUps),
        new("usage within the cap", UsageWithinCap),
        new("price falls", PriceFalls),
    ];

    private static void SeatsGrowAndShrink(VendorBook book)
    {
        book.Silence = Silence.NoClaims;
        var (price, seats) = (book.Price(6, 25), book.Random.Next(3, 9));
        foreach (var month in book.Months())
        {
            seats = Math.Max(2, seats + book.Pick(0, 0, 0, 1, 2, 4, -1, -2));
            book.Write(month.Start, [book.PlanLine(month, price, seats)]);
        }
    }

    private static void SeatAddedWithinTheMonth(VendorBook book)
    {
        book.Silence = Silence.NoClaims;
        var (price, months) = (book.Price(8, 30), book.Months(1, 8));
        var added = months.Count - book.Random.Next(1, 3);
        for (var index = 0; index < months.Count; index++)
        {
            var lines = new List<LineItem> { book.PlanLine(months[index], price, index < added ? 5 : 6) };
            if (index == added)
            {
                var rest = new Period(months[index - 1].Start.AddDays(12), months[index - 1].End);
                var part = book.Round(price * rest.Days / months[index - 1].Days);
                lines.Insert(0, book.Line($"Prorated: 1 extra seat on {book.Plan}", 1, part, rest, plan: book.Plan, product: "SEAT") with { IsRecurring = false });
            }

            book.Write(months[index].Start, lines);
        }
    }

    private static void UpgradeWithProration(VendorBook book)
    {
        book.Silence = Silence.NoClaims;
        var (small, months) = (book.Price(14, 60), book.Months(1, 9));
        var (big, changed) = (small * book.Pick(2, 3), months.Count - book.Random.Next(1, 3));
        for (var index = 0; index < months.Count; index++)
        {
            if (index < changed)
            {
                book.Write(months[index].Start, [book.PlanLine(months[index], small, plan: "Basic")]);
                continue;
            }

            var lines = new List<LineItem> { book.PlanLine(months[index], big, plan: "Scale") };
            if (index == changed)
            {
                var rest = new Period(months[index - 1].Start.AddDays(15), months[index - 1].End);
                var since = rest.Start.ToString("d MMM yyyy", CultureInfo.InvariantCulture);
                var (unused, remaining) = (book.Round(small * rest.Days / months[index - 1].Days), book.Round(big * rest.Days / months[index - 1].Days));
                lines.Insert(0, book.Line($"Remaining time on Scale after {since}", 1, remaining, rest, plan: "Scale") with { IsRecurring = false });
                lines.Insert(0, book.Credit($"Unused time on Basic after {since}", -unused, rest) with { PlanName = "Basic" });
            }

            book.Write(months[index].Start, lines, period: months[index]);
        }
    }

    private static void AnnouncedRise(VendorBook book)
    {
        book.Silence = Silence.NoClaims;
        var (before, months) = (book.Price(20), book.Months(1, 10));
        var (after, from) = (book.Round(before * 1.2m), months[^book.Random.Next(1, 3)].Start);
        var words = string.Create(CultureInfo.InvariantCulture, $"From {from:yyyy-MM-dd} the {book.Plan} plan will cost {after} {book.Currency} per month.");
        book.Notice(from.AddDays(-35), book.Term(TermKind.PriceAnnounced, words, after, from));
        foreach (var month in months)
        {
            book.Write(month.Start, [book.PlanLine(month, month.Start < from ? before : after)]);
        }

        book.Expect(Verdict.Watch, LeakType.PriceIncrease, null, null, from, LeakType.MomSpike);
    }

    private static void DiscountWithAnEnd(VendorBook book)
    {
        book.Silence = Silence.NoClaims;
        var (price, months) = (book.Price(20), book.Months(1, 10));
        var until = months[^book.Random.Next(1, 4)].Start;
        var words = string.Create(CultureInfo.InvariantCulture, $"30% off {book.Plan} until {until.AddDays(-1):yyyy-MM-dd}.");
        var term = book.Term(TermKind.Discount, words, from: months[0].Start, until: until, percent: 30);
        foreach (var month in months)
        {
            book.Write(month.Start, month.Start < until ? [book.PlanLine(month, price), Discount(book, month, price)] : [book.PlanLine(month, price)], terms: month == months[0] ? [term] : []);
        }
    }

    private static void DiscountStarts(VendorBook book)
    {
        book.Silence = Silence.NoClaims;
        var (price, months) = (book.Price(20), book.Months(1, 10));
        var from = months[^book.Random.Next(1, 4)].Start;
        foreach (var month in months)
        {
            book.Write(month.Start, month.Start < from ? [book.PlanLine(month, price)] : [book.PlanLine(month, price), Discount(book, month, price)]);
        }
    }

    private static void ConstantDiscount(VendorBook book)
    {
        var price = book.Price();
        foreach (var month in book.Months())
        {
            book.Write(month.Start, [book.PlanLine(month, price), Discount(book, month, price)]);
        }
    }

    internal static LineItem Discount(VendorBook book, Period month, decimal price) =>
        book.Credit("Discount 30%", -book.Round(price * 0.3m), month, LineItemType.Discount);

    private static void VatAppears(VendorBook book)
    {
        book.Silence = Silence.NoClaims;
        var (price, months) = (book.Price(), book.Months());
        var from = months[^book.Random.Next(1, 5)].Start;
        foreach (var month in months)
        {
            book.Write(month.Start, [book.PlanLine(month, price)], taxPercent: month.Start < from ? 0 : 19);
        }
    }

    private static void BillingDayMovedWithCredit(VendorBook book)
    {
        book.Silence = Silence.NoClaims;
        var (price, months) = (book.Price(), book.Months(1, 9));
        foreach (var month in months.SkipLast(2))
        {
            book.Write(month.Start, [book.PlanLine(month, price)]);
        }

        var old = months[^3];
        var unused = new Period(old.Start.AddDays(14), old.End);
        var moved = new Period(unused.Start, unused.Start.AddMonths(1));
        var credit = book.Credit("Credit for unused days, your billing day has moved to the 15th", -book.Round(price * unused.Days / old.Days), unused);
        book.Write(moved.Start, [book.PlanLine(moved, price), credit], period: moved);
        var next = new Period(moved.End, moved.End.AddMonths(1));
        book.Write(next.Start, [book.PlanLine(next, price)]);
    }

    private static void OrderedAnnualSwitch(VendorBook book)
    {
        book.Silence = Silence.NoClaims;
        var (price, months) = (book.Price(), book.Months(1, 8));
        foreach (var month in months.SkipLast(1))
        {
            book.Write(month.Start, [book.PlanLine(month, price)]);
        }

        var start = months[^1].Start;
        var words = string.Create(CultureInfo.InvariantCulture, $"You chose yearly billing for {book.Plan}: {price * 10} {book.Currency} a year from {start:yyyy-MM-dd}.");
        book.Write(start.AddDays(-3), [], InvoiceKind.Order, terms: book.Term(TermKind.Ordered, words, price * 10, start));
        book.Write(start, [book.PlanLine(new(start, start.AddYears(1)), price * 10, cadence: Cadence.Yearly) with { Description = $"{book.Plan}, billed yearly" }]);
    }

    private static void OrderedService(VendorBook book)
    {
        book.Silence = Silence.NoClaims;
        var (price, service, months) = (book.Price(), book.Price(100, 900), book.Months(1));
        var at = months[^book.Random.Next(1, 4)];
        book.Write(at.Start.AddDays(-9), [], InvoiceKind.Order,
            terms: book.Term(TermKind.Ordered, $"Order confirmation: migration service, {service} {book.Currency}, one time.", service, at.Start.AddDays(-9), product: "MIGR"));
        foreach (var month in months)
        {
            book.Write(month.Start, month == at ? [book.PlanLine(month, price), book.Line("Migration service (one time)", 1, service, null, Cadence.OneTime, product: "MIGR")] : [book.PlanLine(month, price)]);
        }
    }

    private static void OrderedAddOn(VendorBook book)
    {
        book.Silence = Silence.NoClaims;
        var (price, addOn, months) = (book.Price(), book.Price(20, 90), book.Months(1));
        var from = months[^book.Random.Next(1, 4)].Start;
        book.Write(from.AddDays(-4), [], InvoiceKind.Order,
            terms: book.Term(TermKind.Ordered, $"You added Extended support, {addOn} {book.Currency} a month.", addOn, from, product: "SUP"));
        foreach (var month in months)
        {
            book.Write(month.Start, month.Start < from ? [book.PlanLine(month, price)] : [book.PlanLine(month, price), book.Line("Extended support", 1, addOn, month, plan: "Extended support", product: "SUP")]);
        }
    }

    private static void TopUps(VendorBook book)
    {
        book.Silence = Silence.NoClaims;
        var amount = book.Price(20, 60);
        foreach (var month in book.Months(book.Random.Next(2, 27), 10))
        {
            for (var count = book.Random.Next(1, 4); count > 0; count--)
            {
                var line = book.Line("Credits top-up TU-" + book.Random.Next(10_000, 99_999).ToString(CultureInfo.InvariantCulture), 1, amount, null, Cadence.OneTime, "Prepaid credits", "TOPUP");
                book.Write(month.Start, [line]);
            }
        }
    }

    private static void UsageWithinCap(VendorBook book)
    {
        book.Silence = Silence.NoClaims;
        var (unit, plan, months) = (HonestSubscriptions.UsagePrice(book), book.Price(), book.Months(1, 9));
        book.ContextTerms.Add(new() { Vendor = book.Vendor.Name, Kind = TermKind.UsageCap, ProductCode = "SMS", Amount = unit * 6000, From = months[0].Start });
        foreach (var month in months.SkipLast(1))
        {
            var sent = month == months[^2] ? 5800 : book.Random.Next(1000, 1400);
            book.Write(month.End, [book.PlanLine(month, plan), book.Line("Messages sent", sent, unit, month, Cadence.Usage, product: "SMS")]);
        }
    }

    private static void PriceFalls(VendorBook book)
    {
        book.Silence = Silence.NoClaims;
        var (price, months) = (book.Price(30), book.Months());
        var from = months[^book.Random.Next(1, 5)].Start;
        foreach (var month in months)
        {
            book.Write(month.Start, [book.PlanLine(month, month.Start < from ? price : book.Round(price * 0.8m))]);
        }
    }
}
