using System.Globalization;
using LeakWatch.Core.Invoices;

namespace LeakWatch.Core.Tests.Stores;

/// <summary>Subscriptions that go on as they began.</summary>
internal static class HonestSubscriptions
{
    public static IReadOnlyList<Behaviour> All { get; } =
    [
        new("flat monthly", FlatMonthly),
        new("flat monthly in arrears", FlatMonthlyInArrears),
        new("30-day cycles on the Shopify bill", ThirtyDayCycles) { Currency = "USD" },
        new("one app in two stores", OneAppInTwoStores) { Currency = "USD" },
        new("two accounts", TwoAccounts),
        new("several products on one invoice", SeveralProducts),
        new("two plans on invoices of their own", TwoPlansOnTheirOwnInvoices),
        new("weekly", Weekly),
        new("quarterly", Quarterly),
        new("annual, renewal far away", AnnualFarFromRenewal),
        new("annual without renewal", AnnualWithoutRenewal),
        new("three years in instalments", Instalments),
        new("another product beside an annual plan", MonthlyBesideAnnual),
        new("partial first month", PartialFirstMonth),
        new("price per day", PricePerDay),
        new("free plan", FreePlan),
        new("numbers restart each year", RestartingNumbers),
        new("rows without an invoice", RowsOnly) { NeedsCard = true, InStoreCurrency = true },
        new("usage in arrears with seasonal peaks", UsageInArrears),
    ];

    internal static void FlatMonthly(VendorBook book)
    {
        var (price, tax) = (book.Price(), book.Pick(0m, 0m, 20m));
        foreach (var month in book.Months())
        {
            book.Write(month.Start, [book.PlanLine(month, price)], taxPercent: tax);
        }
    }

    private static void FlatMonthlyInArrears(VendorBook book)
    {
        var price = book.Price();
        foreach (var month in book.Months().Where(month => month.End <= book.AsOf))
        {
            book.Write(month.End, [book.PlanLine(month, price)]);
        }
    }

    internal static IReadOnlyList<Period> Cycles(VendorBook book, int days = 30, int? atMost = null)
    {
        var last = book.AsOf.AddDays(-book.Random.Next(1, days - 2));
        var count = atMost ?? book.Store.Months;
        return [.. Enumerable.Range(0, count).Select(index => last.AddDays((index + 1 - count) * days)).Select(start => new Period(start, start.AddDays(days)))];
    }

    private static void ThirtyDayCycles(VendorBook book) => BillCycles(book, book.Price(), Cycles(book), book.Store.ShopifyDomain);

    private static void OneAppInTwoStores(VendorBook book)
    {
        var (price, cycles) = (book.Price(), Cycles(book));
        BillCycles(book, price, cycles, book.Store.ShopifyDomain);
        BillCycles(book, price, cycles, "second-" + book.Store.ShopifyDomain);
    }

    internal static void BillCycles(VendorBook book, decimal price, IEnumerable<Period> cycles, string store)
    {
        MakeShopifyApp(book);
        foreach (var cycle in cycles)
        {
            book.Bill(cycle, price, store: store);
        }
    }

    internal static void MakeShopifyApp(VendorBook book)
    {
        book.Category = "SHOPIFY_APP";
        book.Installed = _ => book.Vendor.Name;
    }

    private static void TwoAccounts(VendorBook book)
    {
        var price = book.Price();
        var months = book.Months();
        string[] accounts = [book.Account, book.Account + "-EU"];
        foreach (var month in months)
        {
            foreach (var account in accounts)
            {
                book.Account = account;
                book.Write(month.Start, [book.PlanLine(month, price)]);
            }
        }
    }

    private static void SeveralProducts(VendorBook book)
    {
        var (plan, messages, seats) = (book.Price(), book.Price(), book.Price(6, 20));
        foreach (var month in book.Months())
        {
            book.Write(month.Start, [
                book.PlanLine(month, plan),
                book.Line("Message pack", 1, messages, month, plan: "Message pack", product: "MSG"),
                book.Line("Extra user", 3, seats, month, plan: "Extra user", product: "USER"),
            ]);
        }
    }

    private static void TwoPlansOnTheirOwnInvoices(VendorBook book)
    {
        var price = book.Price();
        foreach (var month in book.Months())
        {
            book.Write(month.Start, [book.PlanLine(month, price)]);
            book.Write(month.Start.AddDays(1), [book.Line("Archive", 1, price, month, plan: "Archive", product: "ARC")]);
        }
    }

    private static void Weekly(VendorBook book)
    {
        var price = book.Price(6, 60);
        foreach (var week in Cycles(book, 7, 26))
        {
            book.Write(week.Start, [book.PlanLine(week, price, cadence: Cadence.Weekly)]);
        }
    }

    private static void Quarterly(VendorBook book)
    {
        // Whether a quarter renews by itself is nowhere said: WATCH may say so.
        book.Silence = Silence.NoClaims;
        var price = book.Price(40, 400);
        foreach (var month in book.Months(1).Where(month => month.Start.Month % 3 == 1))
        {
            book.Write(month.Start, [book.PlanLine(new(month.Start, month.Start.AddMonths(3)), price, cadence: Cadence.Quarterly)]);
        }
    }

    private static void AnnualFarFromRenewal(VendorBook book)
    {
        var notice = book.Pick(14, 30, 60);
        Annual(book, book.AsOf.AddDays(notice + book.Random.Next(35, 200)), book.Price(150, 1200),
            book.Term(TermKind.AutoRenew, "Renews automatically for 12 months."),
            book.Term(TermKind.NoticePeriod, $"Cancel at least {notice} days before renewal.", days: notice));
    }

    private static void AnnualWithoutRenewal(VendorBook book)
    {
        book.Silence = Silence.NoClaims;
        Annual(book, book.AsOf.AddDays(book.Random.Next(5, 28)), book.Price(150, 1200), book.Term(TermKind.NoAutoRenew, "This licence ends by itself; it does not renew."));
    }

    /// <summary>The last two years of an annual plan that ends on <paramref name="renewal"/>.</summary>
    internal static void Annual(VendorBook book, DateOnly renewal, decimal price, params Term[] terms)
    {
        for (var year = 2; year >= 1; year--)
        {
            var term = new Period(renewal.AddYears(-year), renewal.AddYears(1 - year));
            book.Write(term.Start, [book.PlanLine(term, price, cadence: Cadence.Yearly) with { Description = $"{book.Plan}, annual licence" }], terms: terms);
        }
    }

    private static void Instalments(VendorBook book)
    {
        book.Silence = Silence.NoClaims;
        var (price, start) = (book.Price(300, 2000), book.AsOf.AddDays(book.Random.Next(5, 40)).AddYears(-1));
        var words = string.Create(CultureInfo.InvariantCulture, $"Term: three years from {start:yyyy-MM-dd}, payable in three yearly instalments; renews automatically at the end of the term.");
        book.Write(start.AddDays(-10), [], InvoiceKind.Contract, terms: [
            book.Term(TermKind.ContractTerm, words, from: start, until: start.AddYears(3)),
            book.Term(TermKind.AutoRenew, words, from: start, until: start.AddYears(3)),
        ]);
        var year = new Period(start, start.AddYears(1));
        book.Write(start, [book.PlanLine(year, price, cadence: Cadence.Yearly) with { Description = $"{book.Plan}, instalment 1 of 3" }]);
    }

    private static void MonthlyBesideAnnual(VendorBook book)
    {
        AnnualFarFromRenewal(book);
        var price = book.Price();
        foreach (var month in book.Months(atMost: 9))
        {
            book.Write(month.Start, [book.Line("SMS package", 1, price, month, plan: "SMS package", product: "SMS")]);
        }
    }

    private static void PartialFirstMonth(VendorBook book)
    {
        var price = book.Price();
        var months = book.Months(1, book.Random.Next(2, 12));
        var first = new Period(months[0].Start.AddDays(book.Random.Next(3, 25)), months[0].End);
        book.Write(first.Start, [book.PlanLine(first, book.Round(price * first.Days / months[0].Days))]);
        foreach (var month in months.Skip(1))
        {
            book.Write(month.Start, [book.PlanLine(month, price)]);
        }
    }

    private static void PricePerDay(VendorBook book)
    {
        var perDay = book.Price(30, 90) / 10;
        foreach (var month in book.Months(1))
        {
            book.Write(month.Start, [book.PlanLine(month, book.Round(perDay * month.Days))]);
        }
    }

    private static void FreePlan(VendorBook book)
    {
        foreach (var month in book.Months())
        {
            book.Write(month.Start, [book.PlanLine(month, 0m, plan: "Free")]);
        }
    }

    private static void RestartingNumbers(VendorBook book)
    {
        var price = book.Price();
        foreach (var month in book.Months(1))
        {
            book.Write(month.Start, [book.PlanLine(month, price)], number: month.Start.Month.ToString("0000", CultureInfo.InvariantCulture));
        }
    }

    private static void RowsOnly(VendorBook book)
    {
        var price = book.Price();
        foreach (var month in book.Months())
        {
            book.CardRows.Add(new(book, month.Start.AddDays(book.Random.Next(0, 3)), price, book.Currency));
        }
    }

    private static void UsageInArrears(VendorBook book)
    {
        book.Silence = Silence.NoClaims;
        var (unit, usual) = (UsagePrice(book), book.Random.Next(1500, 5000));
        foreach (var month in book.Months(1).Where(month => month.End.AddDays(4) <= book.AsOf))
        {
            var season = month.Start.Month is 11 or 12 ? 2.6m : 1m;
            var sent = Math.Round(usual * season * (90 + book.Random.Next(21)) / 100);
            book.Write(month.End.AddDays(4), [book.Line("Messages sent", sent, unit, month, Cadence.Usage, plan: null, product: "SMS")]);
        }
    }

    internal static decimal UsagePrice(VendorBook book) => book.Currency switch { "KRW" => 40m, "JPY" => 4m, _ => 0.04m };
}
