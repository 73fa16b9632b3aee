using System.Globalization;
using LeakWatch.Core.Invoices;
using LeakWatch.Core.ShopKnowledge;

namespace LeakWatch.Core.Tests.Stores;

/// <summary>Cancellations, uninstalls and trials that ended as they should.</summary>
internal static class HonestEndings
{
    public static IReadOnlyList<Behaviour> All { get; } =
    [
        new("cancelled, final usage in arrears", CancelledWithFinalUsage),
        new("cancelled, and never charged again", CancelledAndSilent),
        new("annual plan cancelled before renewal", AnnualCancelledInTime),
        new("cancelled and subscribed again", CancelledAndSubscribedAgain),
        new("cancellation refused until a date", CancellationRefused),
        new("cancellation never sent", CancellationDraft),
        new("another product cancelled", OtherProductCancelled),
        new("another account cancelled", OtherAccountCancelled),
        new("charged after the end, and credited", ChargedAfterTheEndAndCredited) { IsPutRightLater = true },
        new("uninstalled within a cycle", UninstalledWithinCycle) { Currency = "USD" },
        new("renamed app", RenamedApp) { Currency = "USD" },
        new("app installed again", ReinstalledApp) { Currency = "USD" },
        new("trial, then ordered", TrialThenOrdered) { IsPutRightLater = true },
        new("trial accepted long ago", TrialAcceptedLongAgo) { IsPutRightLater = true },
        new("money-back promise", MoneyBackPromise),
    ];

    private static void CancelledWithFinalUsage(VendorBook book)
    {
        var (unit, months) = (HonestSubscriptions.UsagePrice(book), book.Months(1, 10));
        var end = months[^1].Start;
        foreach (var month in months.SkipLast(1))
        {
            book.Write(month.End.AddDays(1), [book.Line("Messages sent", book.Random.Next(2000, 2300), unit, month, Cadence.Usage, book.Plan, "SMS")]);
        }

        Confirmed(book, end, end.AddDays(-17));
        book.Cancellations.Add(new() { Vendor = book.Vendor.Name, SentAt = end.AddDays(-18), EffectiveDate = end });
    }

    private static void CancelledAndSilent(VendorBook book)
    {
        var (price, months) = (book.Price(), book.Months(1));
        var kept = months.SkipLast(book.Random.Next(1, 4)).ToList();
        foreach (var month in kept)
        {
            book.Write(month.Start, [book.PlanLine(month, price)]);
        }

        Confirmed(book, kept[^1].End, kept[^1].Start.AddDays(6));
    }

    /// <summary>The vendor's mail that confirms the end.</summary>
    internal static void Confirmed(VendorBook book, DateOnly firstDayWithout, DateOnly on) => book.Notice(on, book.Term(
        TermKind.CancellationConfirmed,
        string.Create(CultureInfo.InvariantCulture, $"We confirm the cancellation of {book.Plan}. The last day is {firstDayWithout.AddDays(-1):yyyy-MM-dd}; you will not be charged after it."),
        from: firstDayWithout));

    private static void AnnualCancelledInTime(VendorBook book)
    {
        var renewal = book.AsOf.AddDays(book.Random.Next(20, 40));
        HonestSubscriptions.Annual(book, renewal, book.Price(150, 1200),
            book.Term(TermKind.AutoRenew, "Renews automatically for 12 months."), book.Term(TermKind.NoticePeriod, "Cancel at least 14 days before renewal.", days: 14));
        Confirmed(book, renewal, book.AsOf.AddDays(-12));
    }

    private static void CancelledAndSubscribedAgain(VendorBook book)
    {
        book.Silence = Silence.NoClaims;
        var (price, months) = (book.Price(), book.Months(1, 10));
        var end = months[^3].Start;
        foreach (var month in months.SkipLast(3))
        {
            book.Write(month.Start, [book.PlanLine(month, price)]);
        }

        Confirmed(book, end, end.AddDays(-14));
        var again = end.AddDays(book.Random.Next(10, 40));
        book.Notice(again, book.Term(TermKind.Resubscribed, string.Create(CultureInfo.InvariantCulture, $"Welcome back! {book.Plan} restarts on {again:yyyy-MM-dd}."), from: again));
        var restarted = new Period(again, again.AddMonths(1));
        book.Write(again, [book.PlanLine(restarted, price)]);
    }

    private static void CancellationRefused(VendorBook book)
    {
        book.Silence = Silence.NoClaims;
        HonestSubscriptions.FlatMonthly(book);
        var (sent, until) = (book.AsOf.AddDays(-50), book.AsOf.AddDays(100));
        book.Cancellations.Add(new() { Vendor = book.Vendor.Name, SentAt = sent });
        book.Notice(sent.AddDays(2), book.Term(
            TermKind.CancellationRefused, string.Create(CultureInfo.InvariantCulture, $"Your minimum term runs until {until:yyyy-MM-dd}; we cannot cancel earlier."), until: until));
    }

    private static void CancellationDraft(VendorBook book)
    {
        HonestSubscriptions.FlatMonthly(book);
        book.Cancellations.Add(new() { Vendor = book.Vendor.Name, Status = CancellationStatus.Draft, EffectiveDate = book.AsOf.AddDays(-60) });
    }

    private static void OtherProductCancelled(VendorBook book)
    {
        book.Silence = Silence.NoClaims;
        var (price, pack, months) = (book.Price(), book.Price(), book.Months(1));
        var end = months[^3].Start;
        foreach (var month in months)
        {
            LineItem[] plan = [book.PlanLine(month, price)];
            book.Write(month.Start, month.Start < end ? [.. plan, book.Line("Message pack", 1, pack, month, plan: "Message pack", product: "MSG")] : plan);
        }

        book.Cancellations.Add(new() { Vendor = book.Vendor.Name, PlanName = "Message pack", SentAt = end.AddDays(-20), ConfirmedAt = end.AddDays(-18), EffectiveDate = end });
    }

    private static void OtherAccountCancelled(VendorBook book)
    {
        book.Silence = Silence.NoClaims;
        var (price, months, kept) = (book.Price(), book.Months(1), book.Account);
        var end = months[^3].Start;
        foreach (var month in months)
        {
            book.Account = kept;
            book.Write(month.Start, [book.PlanLine(month, price)]);
            if (month.Start < end)
            {
                book.Account = kept + "-B";
                book.Write(month.Start, [book.PlanLine(month, price)]);
            }
        }

        book.Cancellations.Add(new() { Vendor = book.Vendor.Name, Account = kept + "-B", SentAt = end.AddDays(-20), ConfirmedAt = end.AddDays(-18), EffectiveDate = end });
    }

    private static void ChargedAfterTheEndAndCredited(VendorBook book)
    {
        (book.Silence, book.IsOnCard) = (Silence.NoClaims, false);
        var (price, months) = (book.Price(), book.Months(1));
        foreach (var month in months.SkipLast(1))
        {
            book.Write(month.Start, [book.PlanLine(month, price)]);
        }

        var last = book.Documents[^1].Invoice;
        Confirmed(book, months[^2].Start, months[^3].Start.AddDays(8));
        book.Write(months[^2].Start.AddDays(6), [book.Credit($"Refund of {last.InvoiceNumber}, charged after your cancellation", -price, null)], InvoiceKind.CreditNote, related: last.InvoiceNumber);
    }

    private static void UninstalledWithinCycle(VendorBook book)
    {
        var cycles = HonestSubscriptions.Cycles(book).SkipLast(book.Random.Next(0, 3)).ToList();
        HonestSubscriptions.BillCycles(book, book.Price(), cycles, book.Store.ShopifyDomain);
        var gone = cycles[^1].Start.AddDays(book.Random.Next(1, 25));
        book.Installed = day => day < gone ? book.Vendor.Name : null;
        book.UninstalledAt = book.Random.Next(2) == 0 && gone <= book.AsOf ? gone : null;
    }

    private static void RenamedApp(VendorBook book)
    {
        var (newName, since) = (book.Vendor.Name + " & Photos", book.AsOf.AddDays(-book.Random.Next(20, 200)));
        HonestSubscriptions.BillCycles(book, book.Price(), HonestSubscriptions.Cycles(book), book.Store.ShopifyDomain);
        book.Aliases.Add(newName);
        book.Installed = day => day < since ? book.Vendor.Name : newName;
    }

    private static void ReinstalledApp(VendorBook book)
    {
        book.Silence = Silence.NoClaims;
        var cycles = HonestSubscriptions.Cycles(book);
        var (gone, back) = (cycles[^5].Start.AddDays(10), cycles[^3].Start);
        HonestSubscriptions.BillCycles(book, book.Price(), cycles.Where(cycle => cycle.Start < gone || cycle.Start >= back), book.Store.ShopifyDomain);
        book.Installed = day => day < gone || day >= back ? book.Vendor.Name : null;
        book.UninstalledAt = gone;
    }

    /// <summary>A free fortnight; the answer is the first paid day.</summary>
    internal static DateOnly Trial(VendorBook book, DateOnly firstPaidDay)
    {
        var trial = new Period(firstPaidDay.AddDays(-14), firstPaidDay);
        var words = string.Create(CultureInfo.InvariantCulture, $"14-day free trial of {book.Plan}, ends {firstPaidDay:yyyy-MM-dd}");
        book.Write(trial.Start, [book.Line($"14-day trial, {book.Plan}", 1, 0m, trial, cadence: null, book.Plan)], terms: book.Term(TermKind.TrialEnd, words, until: firstPaidDay));
        return firstPaidDay;
    }

    private static void TrialThenOrdered(VendorBook book)
    {
        var price = book.Price();
        var from = Trial(book, book.AsOf.AddDays(-book.Random.Next(5, 50)));
        var words = string.Create(CultureInfo.InvariantCulture, $"Thanks for choosing {book.Plan}! Your plan starts on {from:yyyy-MM-dd} at {price} {book.Currency} per month.");
        book.Write(from.AddDays(-3), [], InvoiceKind.Order, terms: book.Term(TermKind.Ordered, words, price, from));
        PaidMonths(book, from, price);
    }

    /// <summary>Monthly charges from a day until the as-of date.</summary>
    internal static IReadOnlyList<Period> PaidMonths(VendorBook book, DateOnly from, decimal price)
    {
        var months = Enumerable.Range(0, 40).Select(index => new Period(from.AddMonths(index), from.AddMonths(index + 1))).TakeWhile(month => month.Start <= book.AsOf.AddDays(-1)).ToList();
        foreach (var month in months)
        {
            book.Write(month.Start, [book.PlanLine(month, price)]);
        }

        return months;
    }

    private static void TrialAcceptedLongAgo(VendorBook book) =>
        PaidMonths(book, Trial(book, book.AsOf.AddDays(-book.Random.Next(125, 300))), book.Price());

    private static void MoneyBackPromise(VendorBook book)
    {
        var price = book.Price();
        foreach (var month in book.Months())
        {
            book.Write(month.Start, [book.PlanLine(month, price)], notes: "30-day money-back guarantee. Start a free trial of our other products today!");
        }
    }
}
