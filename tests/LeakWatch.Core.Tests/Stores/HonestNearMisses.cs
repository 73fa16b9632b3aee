using System.Globalization;
using LeakWatch.Core.Invoices;

namespace LeakWatch.Core.Tests.Stores;

/// <summary>Just this side of a rule's line.</summary>
internal static class HonestNearMisses
{
    public static IReadOnlyList<Behaviour> All { get; } =
    [
        new("rise of 45 %", RiseBelowTheSpikeShare),
        new("rise of less than 50 dollars", RiseBelowTheSpikeSum),
        new("bigger plan from the next month", BiggerPlan),
        new("from monthly to annual without an order", FromMonthlyToAnnual),
        new("fixed price kept, and risen after its end", FixedPriceRunOut),
        new("notice period still running", NoticeStillRunning),
        new("cancelled within a paid month", CancelledWithinPaidMonth),
        new("one-off charge after the end", OneOffAfterTheEnd),
        new("cancelled, and ordered again", CancelledAndOrderedAgain),
        new("trial of an add-on that ended", AddOnTrialEnded),
        new("credit promised and refunded on the card", CreditRefundedOnTheCard) { NeedsCard = true, InStoreCurrency = true },
        new("credit promised and taken off the next invoice", CreditOnNextInvoice),
        new("double charge refunded in two parts", DoubleRefundedInTwoParts) { IsPutRightLater = true },
        new("app billed by its vendor for usage before it went", UsageBeforeUninstall),
        new("same price, adjoining fortnights", MovedEarlierWithShortPeriod),
        new("annual renewal below the floor", RenewalBelowTheFloor),
    ];

    private static void RiseBelowTheSpikeShare(VendorBook book) => Rise(book, book.Price(120, 300), 1.45m);

    private static void RiseBelowTheSpikeSum(VendorBook book) => Rise(book, book.Price(14, 24), 2.5m);

    private static void Rise(VendorBook book, decimal before, decimal factor)
    {
        book.Silence = Silence.NoClaims;
        var months = book.Months(1);
        var from = months[^book.Random.Next(1, 4)].Start;
        foreach (var month in months)
        {
            book.Write(month.Start, [book.PlanLine(month, month.Start < from ? before : book.Round(before * factor))]);
        }
    }

    private static void BiggerPlan(VendorBook book)
    {
        book.Silence = Silence.NoClaims;
        var (small, months) = (book.Price(40, 100), book.Months(1));
        var from = months[^book.Random.Next(1, 4)].Start;
        foreach (var month in months)
        {
            book.Write(month.Start, [month.Start < from ? book.PlanLine(month, small, plan: "Basic") : book.PlanLine(month, small * 3, plan: "Enterprise")]);
        }
    }

    private static void FromMonthlyToAnnual(VendorBook book)
    {
        book.Silence = Silence.NoClaims;
        var (price, months) = (book.Price(), book.Months(1));
        foreach (var month in months.SkipLast(3))
        {
            book.Write(month.Start, [book.PlanLine(month, price)]);
        }

        var start = months[^3].Start;
        book.Write(start, [book.PlanLine(new(start, start.AddYears(1)), price * 10, cadence: Cadence.Yearly) with { Description = $"{book.Plan}, billed yearly" }]);
    }

    private static void FixedPriceRunOut(VendorBook book)
    {
        book.Silence = Silence.NoClaims;
        var (price, months) = (book.Price(30), book.Months(1));
        var until = months[^2].Start;
        var words = string.Create(CultureInfo.InvariantCulture, $"The price of {price} {book.Currency} is fixed until {until.AddDays(-1):yyyy-MM-dd}.");
        book.Write(months[0].Start.AddDays(-8), [], InvoiceKind.Contract, terms: book.Term(TermKind.PriceFixed, words, price, months[0].Start, until));
        foreach (var month in months)
        {
            book.Write(month.Start, [book.PlanLine(month, month.Start < until ? price : book.Round(price * 1.2m))]);
        }
    }

    private static void NoticeStillRunning(VendorBook book)
    {
        book.Silence = Silence.NoClaims;
        var (price, months) = (book.Price(), book.Months(1));
        foreach (var month in months)
        {
            book.Write(month.Start, [book.PlanLine(month, price)], terms: book.Term(TermKind.NoticePeriod, "You may cancel with 60 days' notice.", days: 60));
        }

        book.Cancellations.Add(new() { Vendor = book.Vendor.Name, SentAt = months[^1].Start.AddDays(-20) });
    }

    private static void CancelledWithinPaidMonth(VendorBook book)
    {
        var months = PlantedLeaks.Flat(book, book.Price());
        HonestEndings.Confirmed(book, months[^1].Start.AddDays(18), months[^1].Start.AddDays(1));
    }

    private static void OneOffAfterTheEnd(VendorBook book)
    {
        book.Silence = Silence.NoClaims;
        var (price, months) = (book.Price(), book.Months(1));
        foreach (var month in months.SkipLast(2))
        {
            book.Write(month.Start, [book.PlanLine(month, price)]);
        }

        var end = months[^2].Start;
        HonestEndings.Confirmed(book, end, end.AddDays(-15));
        book.Write(end.AddDays(4), [], InvoiceKind.Order, terms: book.Term(TermKind.Ordered, "You ordered an export of your data, one time.", from: end.AddDays(4), product: "EXPORT"));
        book.Write(end.AddDays(6), [book.Line("Data export (one time)", 1, book.Price(), null, Cadence.OneTime, product: "EXPORT")]);
    }

    private static void CancelledAndOrderedAgain(VendorBook book)
    {
        book.Silence = Silence.NoClaims;
        var (price, months) = (book.Price(), book.Months(1));
        foreach (var month in months.Where(month => month != months[^3] && month != months[^2]))
        {
            book.Write(month.Start, [book.PlanLine(month, price)]);
        }

        var again = months[^1].Start;
        HonestEndings.Confirmed(book, months[^3].Start, months[^3].Start.AddDays(-15));
        book.Write(again.AddDays(-2), [], InvoiceKind.Order, terms: book.Term(TermKind.Ordered, string.Create(CultureInfo.InvariantCulture, $"You ordered {book.Plan} from {again:yyyy-MM-dd}."), price, again));
        book.Notice(again.AddDays(-2), book.Term(TermKind.Resubscribed, string.Create(CultureInfo.InvariantCulture, $"Your subscription restarts on {again:yyyy-MM-dd}."), from: again));
    }

    private static void AddOnTrialEnded(VendorBook book)
    {
        book.Silence = Silence.NoClaims;
        var (price, months) = (book.Price(), book.Months(1));
        var trial = new Period(months[^4].Start, months[^4].Start.AddDays(14));
        foreach (var month in months)
        {
            LineItem[] plan = [book.PlanLine(month, price)];
            var line = book.Line("14-day trial, Insights add-on", 1, 0m, trial, cadence: null, plan: "Insights", product: "INS");
            var term = book.Term(TermKind.TrialEnd, "The trial of Insights ends after 14 days by itself.", until: trial.End, product: "INS") with { PlanName = "Insights" };
            book.Write(month.Start, month == months[^4] ? [.. plan, line] : plan, period: month, terms: month == months[^4] ? [term] : []);
        }
    }

    private static void CreditRefundedOnTheCard(VendorBook book)
    {
        (book.Silence, book.IsOnCard) = (Silence.NoClaims, true);
        var price = book.Price(30);
        var months = PlantedLeaks.Flat(book, price);
        var promised = months[^5].Start.AddDays(3);
        book.PromisedCredits.Add(new() { Vendor = book.Vendor.Name, Amount = book.Round(price / 2), Currency = book.Currency, PromisedAt = promised });
        book.CardRows.Add(new(book, promised.AddDays(book.Random.Next(2, 40)), -book.Round(price / 2), book.Currency));
    }

    private static void CreditOnNextInvoice(VendorBook book)
    {
        (book.Silence, book.IsOnCard) = (Silence.NoClaims, false);
        var (price, months) = (book.Price(30), book.Months(1));
        var amount = book.Round(price / 2);
        book.PromisedCredits.Add(new() { Vendor = book.Vendor.Name, Amount = amount, Currency = book.Currency, PromisedAt = months[^4].Start.AddDays(9) });
        foreach (var month in months)
        {
            LineItem[] plan = [book.PlanLine(month, price)];
            book.Write(month.Start, month == months[^3] ? [.. plan, book.Credit("Credit as promised", -amount, null)] : plan, period: month);
        }
    }

    private static void DoubleRefundedInTwoParts(VendorBook book)
    {
        (book.Silence, book.IsOnCard) = (Silence.NoClaims, false);
        var price = book.Price(30);
        var months = PlantedLeaks.Flat(book, price);
        var number = book.Write(months[^3].Start.AddDays(1), [book.PlanLine(months[^3], price)]).Invoice.InvoiceNumber;
        var part = book.Round(price * 0.4m);
        book.Write(months[^3].Start.AddDays(9), [book.Credit($"Part refund of {number}", -part, months[^3])], InvoiceKind.CreditNote, related: number);
        book.Write(months[^3].Start.AddDays(30), [book.Credit($"Remainder of {number}", part - price, months[^3])], InvoiceKind.CreditNote, related: number);
    }

    private static void UsageBeforeUninstall(VendorBook book)
    {
        book.Silence = Silence.NoClaims;
        HonestSubscriptions.MakeShopifyApp(book);
        var (unit, months) = (HonestSubscriptions.UsagePrice(book), book.Months(1));
        foreach (var month in months.SkipLast(1))
        {
            book.Write(month.End.AddDays(1), [book.Line("Messages sent", book.Random.Next(1900, 2200), unit, month, Cadence.Usage, book.Plan, "SMS")]);
        }

        var gone = months[^1].Start.AddDays(-8);
        book.Installed = day => day < gone ? book.Vendor.Name : null;
    }

    // Moved to the 15th with a short period in between: every day is paid once.
    private static void MovedEarlierWithShortPeriod(VendorBook book)
    {
        book.Silence = Silence.NoClaims;
        var (price, months) = (book.Price(), book.Months(1));
        foreach (var month in months.SkipLast(2))
        {
            book.Write(month.Start, [book.PlanLine(month, price)]);
        }

        var bridge = new Period(months[^2].Start, months[^2].Start.AddDays(14));
        book.Write(bridge.Start, [book.PlanLine(bridge, book.Round(price * bridge.Days / months[^2].Days))]);
        book.Write(bridge.End, [book.PlanLine(new(bridge.End, bridge.End.AddMonths(1)), price)]);
    }

    private static void RenewalBelowTheFloor(VendorBook book)
    {
        book.Silence = Silence.NoClaims;
        var price = book.Round(StoreFacts.Convert(4m, "USD", book.Currency));
        HonestSubscriptions.Annual(book, book.AsOf.AddDays(30), price,
            book.Term(TermKind.AutoRenew, "Renews automatically for 12 months."), book.Term(TermKind.NoticePeriod, "Cancel at least 14 days before renewal.", days: 14));
    }
}
