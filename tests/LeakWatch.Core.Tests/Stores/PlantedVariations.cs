using System.Globalization;
using LeakWatch.Core.Findings;
using LeakWatch.Core.Invoices;

namespace LeakWatch.Core.Tests.Stores;

/// <summary>The same leaks in other clothes: weekly, yearly, one of two accounts, one of two products, on the Shopify bill, partly settled.</summary>
internal static class PlantedVariations
{
    public static IReadOnlyList<Behaviour> All { get; } =
    [
        new("LEAK two receipts of one month", TwoReceipts),
        new("LEAK double charge in two months", DoubleInTwoMonths),
        new("LEAK week charged twice", WeekTwice),
        new("LEAK year charged twice", YearTwice),
        new("LEAK seats charged twice", SeatsTwice),
        new("LEAK one of two accounts charged twice", OneOfTwoAccountsTwice),
        new("LEAK one of two products charged twice", OneOfTwoProductsTwice),
        new("LEAK month charged twice, without a plan name", TwiceWithoutPlanName),
        new("LEAK double charge between corrected invoices", DoubleBesideCorrection),
        new("LEAK one of two accounts charged after its end", OneOfTwoAccountsAfterEnd),
        new("LEAK one of two products charged after its end", OneOfTwoProductsAfterEnd),
        new("LEAK cancelled app on the Shopify bill", AppAfterEnd) { Currency = "USD" },
        new("LEAK charged after the end, partly credited", AfterEndPartlyCredited),
        new("LEAK trial known from the context", TrialFromContext),
        new("LEAK one line of several spikes", OneLineSpikes),
        new("LEAK new line on the Shopify bill", NewLineOnShopifyBill) { Currency = "USD" },
        new("LEAK fixed price of one of two products", FixedPriceOfOneProduct),
    ];

    private static void TwoReceipts(VendorBook book)
    {
        book.IsOnCard = false;
        var (price, months) = (book.Price(), book.Months(1));
        foreach (var month in months)
        {
            book.Write(month.Start, [book.PlanLine(month, price)], InvoiceKind.Receipt);
        }

        book.Write(months[^2].Start, [book.PlanLine(months[^2], price)], InvoiceKind.Receipt);
        for (var index = 0; index < book.Documents.Count; index++)
        {
            var document = book.Documents[index];
            book.Documents[index] = document with { Invoice = document.Invoice with { PaymentReference = string.Create(CultureInfo.InvariantCulture, $"ch_{book.Vendor.Initials}{1000 + (index * 37)}") } };
        }

        book.ExpectLeak(LeakType.DuplicateCharge, price, months[^2], months[^2].Start);
    }

    private static void DoubleInTwoMonths(VendorBook book)
    {
        var price = book.Price();
        var months = PlantedLeaks.Flat(book, price);
        foreach (var month in new[] { months[^3], months[^2] })
        {
            book.Write(month.Start.AddDays(1), [book.PlanLine(month, price)]);
            book.ExpectLeak(LeakType.DuplicateCharge, price, month, month.Start.AddDays(1));
        }
    }

    private static void WeekTwice(VendorBook book)
    {
        var (price, weeks) = (book.Price(10, 60), HonestSubscriptions.Cycles(book, 7, 20));
        foreach (var week in weeks)
        {
            book.Write(week.Start, [book.PlanLine(week, price, cadence: Cadence.Weekly)]);
        }

        book.Write(weeks[^4].Start.AddDays(1), [book.PlanLine(weeks[^4], price, cadence: Cadence.Weekly)]);
        book.ExpectLeak(LeakType.DuplicateCharge, price, weeks[^4], weeks[^4].Start.AddDays(1));
    }

    private static void YearTwice(VendorBook book)
    {
        var (price, start) = (book.Price(150, 900), book.AsOf.AddDays(-book.Random.Next(30, 200)));
        var year = new Period(start, start.AddYears(1));
        book.Write(start, [book.PlanLine(year, price, cadence: Cadence.Yearly)]);
        book.Write(start.AddDays(3), [book.PlanLine(year, price, cadence: Cadence.Yearly)]);
        book.ExpectLeak(LeakType.DuplicateCharge, price, year, start.AddDays(3));
    }

    private static void SeatsTwice(VendorBook book)
    {
        var (price, months) = (book.Price(8, 30), book.Months(1));
        foreach (var month in months)
        {
            book.Write(month.Start, [book.PlanLine(month, price, 7)]);
        }

        book.Write(months[^2].Start.AddDays(2), [book.PlanLine(months[^2], price, 7)]);
        book.ExpectLeak(LeakType.DuplicateCharge, price * 7, months[^2], months[^2].Start.AddDays(2));
    }

    private static void OneOfTwoAccountsTwice(VendorBook book)
    {
        var (price, months, first) = (book.Price(), book.Months(1), book.Account);
        foreach (var month in months)
        {
            foreach (var account in new[] { first, first + "-EU" })
            {
                book.Account = account;
                book.Write(month.Start, [book.PlanLine(month, price)]);
            }
        }

        book.Write(months[^2].Start.AddDays(1), [book.PlanLine(months[^2], price)]);
        book.ExpectLeak(LeakType.DuplicateCharge, price, months[^2], months[^2].Start.AddDays(1));
    }

    private static void OneOfTwoProductsTwice(VendorBook book)
    {
        var (price, pack, months) = (book.Price(), book.Price(), book.Months(1));
        foreach (var month in months)
        {
            book.Write(month.Start, [book.PlanLine(month, price), book.Line("Message pack", 1, pack, month, plan: "Message pack", product: "MSG")]);
        }

        book.Write(months[^2].Start.AddDays(1), [book.Line("Message pack", 1, pack, months[^2], plan: "Message pack", product: "MSG")]);
        book.ExpectLeak(LeakType.DuplicateCharge, pack, months[^2], months[^2].Start.AddDays(1));
    }

    private static void TwiceWithoutPlanName(VendorBook book)
    {
        var (price, months) = (book.Price(), book.Months(1));
        LineItem Line(Period month) => book.PlanLine(month, price) with { PlanName = null, Description = $"Subscription {month.Start.ToString("MMMM yyyy", CultureInfo.InvariantCulture)}" };
        foreach (var month in months)
        {
            book.Write(month.Start, [Line(month)]);
        }

        book.Write(months[^2].Start.AddDays(1), [Line(months[^2])]);
        book.ExpectLeak(LeakType.DuplicateCharge, price, months[^2], months[^2].Start.AddDays(1));
    }

    private static void DoubleBesideCorrection(VendorBook book)
    {
        book.IsOnCard = false;
        var price = book.Price();
        var months = PlantedLeaks.Flat(book, price);
        var (wrong, corrected) = (months[^5], months[^2]);
        var number = book.Documents[^5].Invoice.InvoiceNumber;
        book.Write(wrong.Start.AddDays(5), [book.Credit("Credit for wrong billing address", -price, wrong)], InvoiceKind.CreditNote, period: wrong, related: number);
        book.Write(wrong.Start.AddDays(5), [book.PlanLine(wrong, price)], notes: $"Corrected invoice, replaces {number}");
        book.Write(corrected.Start.AddDays(1), [book.PlanLine(corrected, price)]);
        book.ExpectLeak(LeakType.DuplicateCharge, price, corrected, corrected.Start.AddDays(1));
    }

    private static void OneOfTwoAccountsAfterEnd(VendorBook book)
    {
        var (price, months, first) = (book.Price(), book.Months(1), book.Account);
        foreach (var month in months)
        {
            foreach (var account in new[] { first, first + "-EU" })
            {
                book.Account = account;
                book.Write(month.Start, [book.PlanLine(month, price)]);
            }
        }

        var end = months[^2].Start;
        book.Cancellations.Add(new() { Vendor = book.Vendor.Name, Account = book.Account, SentAt = end.AddDays(-20), ConfirmedAt = end.AddDays(-18), EffectiveDate = end });
        book.ExpectLeak(LeakType.PostCancellation, price * 2, new(end, months[^1].End), end);
    }

    private static void OneOfTwoProductsAfterEnd(VendorBook book)
    {
        var (price, pack, months) = (book.Price(), book.Price(), book.Months(1));
        foreach (var month in months)
        {
            book.Write(month.Start, [book.PlanLine(month, price), book.Line("Message pack", 1, pack, month, plan: "Message pack", product: "MSG")]);
        }

        var end = months[^1].Start;
        book.Cancellations.Add(new() { Vendor = book.Vendor.Name, PlanName = "Message pack", SentAt = end.AddDays(-20), ConfirmedAt = end.AddDays(-18), EffectiveDate = end });
        book.ExpectLeak(LeakType.PostCancellation, pack, months[^1], end);
    }

    private static void AppAfterEnd(VendorBook book)
    {
        var (price, cycles) = (book.Price(), HonestSubscriptions.Cycles(book));
        HonestSubscriptions.BillCycles(book, price, cycles, book.Store.ShopifyDomain);
        var charged = cycles.TakeLast(2).ToList();
        var end = charged[0].Start.AddDays(-book.Random.Next(0, 20));
        book.Cancellations.Add(new() { Vendor = book.Vendor.Name, SentAt = end.AddDays(-9), ConfirmedAt = end.AddDays(-8), EffectiveDate = end });
        book.ExpectLeak(LeakType.PostCancellation, price * 2, new(charged[0].Start, charged[1].End), charged[0].Start);
    }

    private static void AfterEndPartlyCredited(VendorBook book)
    {
        book.IsOnCard = false;
        var price = book.Price(40);
        var months = PlantedLeaks.Flat(book, price);
        var (end, part) = (months[^2].Start, book.Round(price * 0.3m));
        var number = book.Documents[^2].Invoice.InvoiceNumber;
        HonestEndings.Confirmed(book, end, end.AddDays(-16));
        book.Write(end.AddDays(12), [book.Credit($"Part refund of {number}", -part, months[^2])], InvoiceKind.CreditNote, related: number);
        book.ExpectLeak(LeakType.PostCancellation, (price * 2) - part, new(end, months[^1].End), end);
    }

    private static void TrialFromContext(VendorBook book)
    {
        var price = book.Price();
        var from = book.AsOf.AddDays(-book.Random.Next(2, 25));
        var trial = new Period(from.AddDays(-14), from);
        book.Write(trial.Start, [book.Line($"{book.Plan} trial", 1, 0m, trial, cadence: null, book.Plan)]);
        book.ContextTerms.Add(new() { Vendor = book.Vendor.Name, Kind = TermKind.TrialEnd, PlanName = book.Plan, Until = from });
        var paid = HonestEndings.PaidMonths(book, from, price);
        book.ExpectLeak(LeakType.TrialToPaid, price, paid[0], from);
    }

    private static void OneLineSpikes(VendorBook book)
    {
        var (price, pack, months) = (book.Price(), book.Price(70), book.Months(1));
        var at = months[^book.Random.Next(1, 4)];
        foreach (var month in months)
        {
            book.Write(month.Start, [book.PlanLine(month, price), book.Line("Message pack", 1, month == at ? pack * 3 : pack, month, plan: "Message pack", product: "MSG")]);
        }

        book.ExpectLeak(LeakType.MomSpike, pack * 2, at, at.Start, LeakType.PriceIncrease);
    }

    private static void NewLineOnShopifyBill(VendorBook book)
    {
        var (price, addOn, cycles) = (book.Price(), book.Price(12, 60), HonestSubscriptions.Cycles(book));
        HonestSubscriptions.BillCycles(book, price, cycles, book.Store.ShopifyDomain);
        book.Bill(cycles[^1], addOn, "Premium add-on", "ADD");
        book.ExpectLeak(LeakType.MomSpike, addOn, cycles[^1], cycles[^1].Start);
    }

    private static void FixedPriceOfOneProduct(VendorBook book)
    {
        var (price, pack, months) = (book.Price(40), book.Price(40), book.Months(1, 10));
        var (from, until, excess) = (months[0].Start, book.AsOf.AddDays(200), book.Round(pack * 0.4m));
        book.ContextTerms.Add(new() { Vendor = book.Vendor.Name, Kind = TermKind.PriceFixed, ProductCode = "MSG", Amount = pack, From = from, Until = until });
        foreach (var month in months)
        {
            book.Write(month.Start, [book.PlanLine(month, price), book.Line("Message pack", 1, month == months[^1] ? pack + excess : pack, month, plan: "Message pack", product: "MSG")]);
        }

        book.ExpectLeak(LeakType.PriceIncrease, excess, months[^1], months[^1].Start, LeakType.MomSpike);
    }
}
