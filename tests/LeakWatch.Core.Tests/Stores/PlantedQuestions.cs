using System.Globalization;
using LeakWatch.Core.Findings;
using LeakWatch.Core.Invoices;
using LeakWatch.Core.ShopKnowledge;

namespace LeakWatch.Core.Tests.Stores;

/// <summary>What the documents cannot decide (REVIEW) and what is worth knowing (WATCH); a LEAK about any of them is false.</summary>
internal static class PlantedQuestions
{
    public static IReadOnlyList<Behaviour> All { get; } =
    [
        new("REVIEW second charge without a period", SecondChargeWithoutPeriod),
        new("REVIEW cancellation unconfirmed", CancellationUnconfirmed),
        new("REVIEW invoice does not add up", DoesNotAddUp),
        new("REVIEW second charge without an account", SecondChargeWithoutAccount),
        new("REVIEW one invoice paid twice by card", OneInvoicePaidTwice) { NeedsCard = true, InStoreCurrency = true },
        new("REVIEW end known from the merchant alone", EndKnownFromMerchantAlone),
        new("WATCH cancellation bounced", CancellationBounced),
        new("WATCH last safe day missed", LastSafeDayMissed),
        new("WATCH annual plan without a word on renewal", AnnualWithoutTerms),
        new("WATCH unannounced rise", UnannouncedRise),
        new("WATCH creep", Creep),
        new("WATCH trial about to bill", TrialAboutToBill),
    ];

    private static void SecondChargeWithoutPeriod(VendorBook book)
    {
        var price = book.Price(20);
        var months = PlantedLeaks.Flat(book, price);
        var second = months[^2].Start.AddDays(9);
        book.Write(second, [book.PlanLine(months[^2], price) with { PeriodStart = null, PeriodEnd = null, IsRecurring = false, Cadence = null }]);
        book.Expect(Verdict.Review, LeakType.DuplicateCharge, null, null, second);
    }

    private static void CancellationUnconfirmed(VendorBook book)
    {
        var months = PlantedLeaks.Flat(book, book.Price());
        book.Cancellations.Add(new() { Vendor = book.Vendor.Name, Status = book.Pick(CancellationStatus.Sent, CancellationStatus.Delivered), SentAt = months[^2].Start.AddDays(17) });
        book.Expect(Verdict.Review, LeakType.PostCancellation, null, null, months[^1].Start);
    }

    private static void DoesNotAddUp(VendorBook book)
    {
        book.IsOnCard = false;
        var months = PlantedLeaks.Flat(book, book.Price(40));
        var invoice = book.Documents[^1].Invoice;
        var total = book.Round(invoice.TotalAmount!.Value * 1.25m);
        book.Documents[^1] = book.Documents[^1] with { Invoice = invoice with { SubtotalAmount = total, TotalAmount = total } };
        book.Expect(Verdict.Review, LeakType.InvoiceMath, null, null, months[^1].Start);
    }

    private static void SecondChargeWithoutAccount(VendorBook book)
    {
        var price = book.Price(20);
        var months = PlantedLeaks.Flat(book, price);
        book.Write(months[^2].Start.AddDays(1), [book.PlanLine(months[^2], price)]);
        book.Documents[^1] = book.Documents[^1] with { Account = null };
        book.Expect(Verdict.Review, LeakType.DuplicateCharge, null, null, months[^2].Start.AddDays(1));
    }

    private static void OneInvoicePaidTwice(VendorBook book)
    {
        book.IsOnCard = true;
        var price = book.Price(20);
        var months = PlantedLeaks.Flat(book, price);
        book.CardRows.Add(new(book, months[^2].Start.AddDays(4), price, book.Currency));
        book.Expect(Verdict.Review, LeakType.DuplicateCharge, null, null, months[^2].Start.AddDays(4));
    }

    private static void EndKnownFromMerchantAlone(VendorBook book)
    {
        var months = PlantedLeaks.Flat(book, book.Price());
        book.Cancellations.Add(new() { Vendor = book.Vendor.Name, Status = CancellationStatus.Sent, SentAt = months[^1].Start.AddDays(-20), EffectiveDate = months[^1].Start });
        book.Expect(Verdict.Review, LeakType.PostCancellation, null, null, months[^1].Start);
    }

    private static void CancellationBounced(VendorBook book)
    {
        var months = PlantedLeaks.Flat(book, book.Price());
        book.Cancellations.Add(new() { Vendor = book.Vendor.Name, Status = CancellationStatus.Bounced, SentAt = months[^2].Start.AddDays(-17), EffectiveDate = months[^2].Start });
        book.Expect(Verdict.Watch, LeakType.PostCancellation, null, null, months[^2].Start);
    }

    private static void LastSafeDayMissed(VendorBook book)
    {
        HonestSubscriptions.Annual(book, book.AsOf.AddDays(book.Random.Next(5, 25)), book.Price(150, 1200),
            book.Term(TermKind.AutoRenew, "Renews automatically for 12 months."), book.Term(TermKind.NoticePeriod, "Cancel at least 30 days before renewal.", days: 30));
        book.Expect(Verdict.Watch, LeakType.UpcomingRenewal, null, null, book.AsOf);
    }

    private static void AnnualWithoutTerms(VendorBook book)
    {
        HonestSubscriptions.Annual(book, book.AsOf.AddDays(book.Random.Next(5, 25)), book.Price(150, 1200));
        book.Expect(Verdict.Watch, LeakType.UpcomingRenewal, null, null, book.AsOf);
    }

    private static void UnannouncedRise(VendorBook book)
    {
        var (before, months) = (book.Price(30, 200), book.Months(1, 10));
        var from = months[^book.Random.Next(1, 3)].Start;
        foreach (var month in months)
        {
            book.Write(month.Start, [book.PlanLine(month, month.Start < from ? before : book.Round(before * 1.15m))]);
        }

        book.Expect(Verdict.Watch, LeakType.PriceIncrease, null, null, from, LeakType.MomSpike);
    }

    private static void Creep(VendorBook book)
    {
        var (price, months) = (book.Price(60), book.Months(1, 9));
        for (var index = 0; index < months.Count; index++)
        {
            price = index < months.Count - 5 ? price : book.Round(price * 1.04m);
            book.Write(months[index].Start, [book.PlanLine(months[index], price)]);
        }

        book.Expect(Verdict.Watch, LeakType.PriceIncrease, null, null, book.AsOf, LeakType.MomSpike);
    }

    private static void TrialAboutToBill(VendorBook book)
    {
        var (from, price) = (book.AsOf.AddDays(book.Random.Next(2, 12)), book.Price());
        var trial = new Period(from.AddDays(-14), from);
        var words = string.Create(CultureInfo.InvariantCulture, $"14-day free trial of {book.Plan}, ends {from:yyyy-MM-dd}, then {price} {book.Currency} a month");
        book.Write(trial.Start, [book.Line($"14-day trial, {book.Plan}", 1, 0m, trial, cadence: null, book.Plan)], terms: book.Term(TermKind.TrialEnd, words, price, until: from));
        book.Expect(Verdict.Watch, LeakType.TrialToPaid, null, null, trial.Start);
        book.Expected[^1] = book.Expected[^1] with { Deadline = from };
    }
}
