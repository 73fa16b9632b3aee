using System.Globalization;
using LeakWatch.Core.Findings;
using LeakWatch.Core.Invoices;
using LeakWatch.Core.ShopKnowledge;

namespace LeakWatch.Core.Tests.Stores;

/// <summary>Money charged twice, after the end, or without a word; each with its exact amount.</summary>
internal static class PlantedLeaks
{
    public static IReadOnlyList<Behaviour> All { get; } =
    [
        new("LEAK two payments of one month", TwoPayments),
        new("LEAK two unequal payments of one month", TwoUnequalPayments),
        new("LEAK double charge, partly credited", PartlyCredited),
        new("LEAK billing day moved without a credit", BillingDayMoved),
        new("LEAK monthly charge inside a paid year", MonthlyInsideAnnual),
        new("LEAK Shopify and card", ShopifyAndCard) { Currency = "USD" },
        new("LEAK charged after a confirmed end", AfterConfirmedEnd),
        new("LEAK charged after the notice period", AfterNoticePeriod),
        new("LEAK uninstalled, billed by the vendor", UninstalledBilledByVendor),
        new("LEAK uninstalled, billed by Shopify", UninstalledBilledByShopify) { Currency = "USD" },
        new("LEAK silent trial conversion", SilentConversion),
        new("LEAK renewal ahead", RenewalAhead),
        new("LEAK promised credit missing", PromisedCreditMissing),
        .. PlantedOvercharges.All,
        .. PlantedVariations.All,
        .. PlantedOnSeveralLines.All,
    ];

    private static void TwoPayments(VendorBook book)
    {
        var (price, tax) = (book.Price(), book.Pick(0m, 0m, 20m));
        var months = Flat(book, price, tax);
        // Where a card statement shows payments, it shows both.
        var twice = months[^book.Random.Next(book.IsOnCard ? 2 : 1, 4)];
        var second = book.Write(twice.Start.AddDays(book.Random.Next(0, 2)), [book.PlanLine(twice, price)], taxPercent: tax);
        book.ExpectLeak(LeakType.DuplicateCharge, second.Invoice.TotalAmount!.Value, twice, second.Invoice.InvoiceDate!.Value);
    }

    internal static IReadOnlyList<Period> Flat(VendorBook book, decimal price, decimal tax = 0, int anchor = 1)
    {
        var months = book.Months(anchor);
        foreach (var month in months)
        {
            book.Write(month.Start, [book.PlanLine(month, price)], taxPercent: tax);
        }

        return months;
    }

    private static void TwoUnequalPayments(VendorBook book)
    {
        var price = book.Price(20);
        var months = Flat(book, price);
        var smaller = book.Round(price * 0.97m);
        book.Write(months[^2].Start.AddDays(1), [book.PlanLine(months[^2], smaller)]);
        book.ExpectLeak(LeakType.DuplicateCharge, smaller, months[^2], months[^2].Start.AddDays(1));
    }

    private static void PartlyCredited(VendorBook book)
    {
        book.IsOnCard = false;
        var price = book.Price(30);
        var months = Flat(book, price);
        var twice = months[^book.Random.Next(1, 4)];
        var second = book.Write(twice.Start.AddDays(1), [book.PlanLine(twice, price)]);
        var part = book.Round(price * 0.4m);
        var number = second.Invoice.InvoiceNumber;
        book.Write(twice.Start.AddDays(2), [book.Credit($"Partial credit for {number}", -part, twice)], InvoiceKind.CreditNote, period: twice, related: number);
        book.ExpectLeak(LeakType.DuplicateCharge, price - part, twice, twice.Start.AddDays(1));
    }

    // Both months have 31 days and the price is a multiple of 31, so that the overlap is exact whichever is divided.
    private static void BillingDayMoved(VendorBook book)
    {
        var price = 31 * book.Round(book.Price(40, 200) / 30);
        var months = book.Months(1);
        var index = Enumerable.Range(1, months.Count).First(back => months[^back].Start.Month is 3 or 5 or 7 or 8 or 10 or 12 or 1 && months[^back].Start.AddDays(15) < book.AsOf);
        foreach (var month in months.SkipLast(index - 1))
        {
            book.Write(month.Start, [book.PlanLine(month, price)]);
        }

        var old = months[^index];
        for (var start = old.Start.AddDays(14); start <= book.AsOf; start = start.AddMonths(1))
        {
            var moved = new Period(start, start.AddMonths(1));
            book.Write(start, [book.PlanLine(moved, price)], notes: "Your billing date has moved to the 15th");
        }

        var overlap = new Period(old.Start.AddDays(14), old.End);
        book.ExpectLeak(LeakType.DuplicateCharge, book.Round(price * overlap.Days / 31), overlap, overlap.Start);
    }

    private static void MonthlyInsideAnnual(VendorBook book)
    {
        var (price, months) = (book.Price(), book.Months(1, 12));
        foreach (var month in months.Take(3))
        {
            book.Write(month.Start, [book.PlanLine(month, price)]);
        }

        var year = new Period(months[3].Start, months[3].Start.AddYears(1));
        book.Write(year.Start, [book.PlanLine(year, price * 10, cadence: Cadence.Yearly) with { Description = $"{book.Plan}, billed yearly" }],
            terms: book.Term(TermKind.Ordered, $"You chose yearly billing for {book.Plan}.", price * 10, year.Start));
        var again = months[^book.Random.Next(1, 4)];
        book.Write(again.Start, [book.PlanLine(again, price)]);
        book.ExpectLeak(LeakType.DuplicateCharge, price, again, again.Start);
    }

    private static void ShopifyAndCard(VendorBook book)
    {
        var (price, cycles) = (book.Price(), HonestSubscriptions.Cycles(book));
        HonestSubscriptions.BillCycles(book, price, cycles, book.Store.ShopifyDomain);
        var twice = cycles[^book.Random.Next(1, 4)];
        book.Account = book.Store.ShopifyDomain;
        book.Write(twice.Start, [book.PlanLine(twice, price) with { Description = $"{book.Plan}, 30 days", ProductCode = "REC" }]);
        book.ExpectLeak(LeakType.DuplicateCharge, price, twice, twice.Start);
    }

    private static void AfterConfirmedEnd(VendorBook book)
    {
        var (price, tax) = (book.Price(), book.Pick(0m, 0m, 20m));
        var months = Flat(book, price, tax);
        var charged = months.TakeLast(book.Random.Next(1, 4)).ToList();
        var end = charged[0].Start;
        var how = book.Random.Next(3);
        if (how != 0)
        {
            HonestEndings.Confirmed(book, end, end.AddDays(-16));
        }

        if (how != 1)
        {
            book.Cancellations.Add(new() { Vendor = book.Vendor.Name, SentAt = end.AddDays(-18), ConfirmedAt = how == 0 ? end.AddDays(-16) : null, EffectiveDate = end });
        }

        book.ExpectLeak(LeakType.PostCancellation, book.Round(price * (100 + tax) / 100) * charged.Count, new(end, charged[^1].End), end);
    }

    private static void AfterNoticePeriod(VendorBook book)
    {
        var price = book.Price();
        var months = book.Months(1);
        foreach (var month in months)
        {
            book.Write(month.Start, [book.PlanLine(month, price)], terms: month == months[0] ? [book.Term(TermKind.NoticePeriod, "You may cancel with 30 days' notice.", days: 30)] : []);
        }

        // Sent on the 8th: the notice runs out in the month after, whose charge is still due.
        book.Cancellations.Add(new() { Vendor = book.Vendor.Name, Status = CancellationStatus.Delivered, SentAt = months[^3].Start.AddDays(7) });
        book.ExpectLeak(LeakType.PostCancellation, price, months[^1], months[^1].Start);
    }

    private static void UninstalledBilledByVendor(VendorBook book)
    {
        HonestSubscriptions.MakeShopifyApp(book);
        var price = book.Price();
        var months = Flat(book, price);
        var charged = months.TakeLast(book.Random.Next(1, 3)).ToList();
        var gone = charged[0].Start.AddDays(-book.Random.Next(15, 25));
        book.Installed = day => day < gone ? book.Vendor.Name : null;
        book.UninstalledAt = book.Random.Next(2) == 0 ? gone : null;
        book.ExpectLeak(LeakType.UninstalledAppCharge, price * charged.Count, new(charged[0].Start, charged[^1].End), charged[0].Start);
    }

    private static void UninstalledBilledByShopify(VendorBook book)
    {
        var (price, cycles) = (book.Price(), HonestSubscriptions.Cycles(book));
        HonestSubscriptions.BillCycles(book, price, cycles, book.Store.ShopifyDomain);
        var charged = cycles.TakeLast(book.Random.Next(1, 3)).ToList();
        var gone = charged[0].Start.AddDays(-book.Random.Next(15, 25));
        book.Installed = day => day < gone ? book.Vendor.Name : null;
        book.UninstalledAt = book.Random.Next(2) == 0 ? gone : null;
        book.ExpectLeak(LeakType.UninstalledAppCharge, price * charged.Count, new(charged[0].Start, charged[^1].End), charged[0].Start);
    }

    private static void SilentConversion(VendorBook book)
    {
        var price = book.Price();
        var paid = HonestEndings.PaidMonths(book, HonestEndings.Trial(book, book.AsOf.AddDays(-book.Random.Next(2, 55))), price);
        book.ExpectLeak(LeakType.TrialToPaid, price * paid.Count, new(paid[0].Start, paid[^1].End), paid[0].Start);
    }

    private static void RenewalAhead(VendorBook book)
    {
        var (notice, price) = (book.Pick(14, 30, 60), book.Price(150, 1200));
        var lastSafeDay = book.AsOf.AddDays(book.Random.Next(1, 30));
        var renewal = lastSafeDay.AddDays(notice);
        HonestSubscriptions.Annual(book, renewal, price,
            book.Term(TermKind.AutoRenew, "Renews automatically for 12 months."),
            book.Term(TermKind.NoticePeriod, $"Cancel at least {notice} days before renewal.", days: notice));
        var renewalPrice = price;
        if (book.Random.Next(3) == 0)
        {
            renewalPrice = book.Round(price * 1.1m);
            var words = string.Create(CultureInfo.InvariantCulture, $"Your plan renews on {renewal:yyyy-MM-dd} at {renewalPrice} {book.Currency}.");
            book.Notice(lastSafeDay.AddDays(-40), book.Term(TermKind.RenewalPrice, words, renewalPrice, renewal));
        }

        book.ExpectLeak(LeakType.UpcomingRenewal, renewalPrice, new(renewal, renewal.AddYears(1)), lastSafeDay.AddDays(-30));
        book.Expected[^1] = book.Expected[^1] with { PeriodStart = null, PeriodEnd = null, Deadline = lastSafeDay };
    }

    private static void PromisedCreditMissing(VendorBook book)
    {
        var price = book.Price(30);
        var months = Flat(book, price);
        var promised = months[^1].Start.AddDays(-book.Random.Next(46, 90));
        var amount = book.Round(price * book.Pick(0.5m, 0.7m, 1m));
        var charged = book.Documents.Last(document => document.Invoice.InvoiceDate <= promised).Invoice;
        book.PromisedCredits.Add(new()
        {
            Vendor = book.Vendor.Name,
            Amount = amount,
            Currency = book.Currency,
            PromisedAt = promised,
            InvoiceNumber = book.Random.Next(2) == 0 ? charged.InvoiceNumber : null,
        });
        book.ExpectLeak(LeakType.MissingCredit, amount, new(promised, book.AsOf), promised.AddDays(45));
        book.Expected[^1] = book.Expected[^1] with { PeriodStart = null, PeriodEnd = null };
    }
}
