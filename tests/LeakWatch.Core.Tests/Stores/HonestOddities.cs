using System.Globalization;
using LeakWatch.Core.Invoices;

namespace LeakWatch.Core.Tests.Stores;

/// <summary>Papers as vendors really send them: gaps, odd names, missing fields, and twins that are none.</summary>
internal static class HonestOddities
{
    public static IReadOnlyList<Behaviour> All { get; } =
    [
        new("some invoices not uploaded", SomeInvoicesNotUploaded) { NeedsCard = true, InStoreCurrency = true },
        new("no period printed", NoPeriodPrinted),
        new("no account printed", NoAccountPrinted),
        new("plan named with its month", PlanNamedWithItsMonth),
        new("one line for each workspace", LineForEachWorkspace),
        new("half months", HalfMonths),
        new("quotes and pro formas before the invoice", QuotesAndProFormas),
        new("receipts only", ReceiptsOnly),
        new("notices with price lines", NoticesWithPriceLines),
        new("plan renamed", PlanRenamed),
        new("billing currency changed", BillingCurrencyChanged),
        new("account in two currencies", AccountInTwoCurrencies),
        new("seats added on invoices of their own", SeatsAddedOnTheirOwnInvoices),
        new("seats added to an annual plan", SeatsAddedToAnnual),
        new("base and usage on invoices of their own", BaseAndUsageApart),
        new("usage rows on the Shopify bill", UsageRowsOnShopifyBill) { Currency = "USD" },
        new("subscription by Shopify, messages by card", MessagesByCard) { Currency = "USD" },
        new("from Shopify billing to direct billing", FromShopifyToDirect) { Currency = "USD" },
        new("price falls with volume", VolumePrice),
        new("goodwill refund", GoodwillRefund),
        new("invoiced late", InvoicedLate),
        new("rounded taxes", RoundedTaxes),
    ];

    private static void SomeInvoicesNotUploaded(VendorBook book)
    {
        book.IsOnCard = true;
        HonestSubscriptions.FlatMonthly(book);
        book.Documents.RemoveAll(_ => book.Random.Next(3) == 0);
    }

    private static void NoPeriodPrinted(VendorBook book)
    {
        var price = book.Price();
        foreach (var month in book.Months())
        {
            book.Write(month.Start, [book.PlanLine(month, price) with { PeriodStart = null, PeriodEnd = null }]);
        }
    }

    private static void NoAccountPrinted(VendorBook book)
    {
        HonestSubscriptions.FlatMonthly(book);
        for (var index = 0; index < book.Documents.Count; index++)
        {
            book.Documents[index] = book.Documents[index] with { Account = null };
        }
    }

    private static void PlanNamedWithItsMonth(VendorBook book)
    {
        var price = book.Price();
        foreach (var month in book.Months(1))
        {
            var description = $"{book.Plan} for {month.Start.ToString("MMMM yyyy", CultureInfo.InvariantCulture)}";
            book.Write(month.Start, [book.PlanLine(month, price) with { Description = description, PlanName = null }]);
        }
    }

    private static void LineForEachWorkspace(VendorBook book)
    {
        var price = book.Price();
        foreach (var month in book.Months())
        {
            book.Write(month.Start, [book.PlanLine(month, price) with { Description = $"{book.Plan}, workspace Retail" }, book.PlanLine(month, price) with { Description = $"{book.Plan}, workspace Wholesale" }]);
        }
    }

    private static void HalfMonths(VendorBook book)
    {
        var price = book.Price();
        foreach (var month in book.Months(1))
        {
            var middle = month.Start.AddDays(15);
            book.Write(month.Start, [book.PlanLine(new(month.Start, middle), price)]);
            if (middle <= book.AsOf)
            {
                book.Write(middle, [book.PlanLine(new(middle, month.End), price)]);
            }
        }
    }

    private static void QuotesAndProFormas(VendorBook book)
    {
        var price = book.Price();
        foreach (var month in book.Months())
        {
            book.Write(month.Start.AddDays(-7), [book.PlanLine(month, price)], book.Pick(InvoiceKind.Quote, InvoiceKind.ProForma));
            book.Write(month.Start, [book.PlanLine(month, price)]);
        }
    }

    private static void ReceiptsOnly(VendorBook book)
    {
        var price = book.Price();
        foreach (var month in book.Months())
        {
            book.Write(month.Start, [book.PlanLine(month, price)], InvoiceKind.Receipt);
        }
    }

    // The price in the notice is the price that is paid already.
    private static void NoticesWithPriceLines(VendorBook book)
    {
        var price = book.Price();
        var months = PlantedLeaks.Flat(book, price);
        book.Write(months[^2].Start.AddDays(4), [book.PlanLine(months[^2], price) with { PeriodStart = null, PeriodEnd = null, Description = $"{book.Plan}, monthly price" }], InvoiceKind.Notice, number: null,
            terms: book.Term(TermKind.Instruction, "We have noted your new billing address."));
    }

    private static void PlanRenamed(VendorBook book)
    {
        book.Silence = Silence.NoClaims;
        var (price, months) = (book.Price(), book.Months());
        var from = months[^book.Random.Next(1, 4)].Start;
        foreach (var month in months)
        {
            book.Write(month.Start, [book.PlanLine(month, price, plan: month.Start < from ? "Pro" : "Pro 2.0")]);
        }
    }

    private static void BillingCurrencyChanged(VendorBook book)
    {
        (book.Silence, book.IsOnCard) = (Silence.NoClaims, false);
        var months = book.Months(1);
        var from = months[^3].Start;
        foreach (var month in months)
        {
            var (currency, price) = month.Start < from ? ("EUR", 46m) : ("USD", 50m);
            var line = book.PlanLine(month, price) with { Currency = currency };
            book.Write(month.Start, [line]);
            book.Documents[^1] = book.Documents[^1] with { Invoice = book.Documents[^1].Invoice with { Currency = currency } };
        }
    }

    private static void AccountInTwoCurrencies(VendorBook book)
    {
        book.IsOnCard = false;
        foreach (var month in book.Months(1))
        {
            foreach (var (currency, price, account) in new[] { ("EUR", 46m, "Berlin"), ("USD", 50m, "Boston") })
            {
                book.Account = account;
                book.Write(month.Start, [book.PlanLine(month, price) with { Currency = currency }]);
                book.Documents[^1] = book.Documents[^1] with { Invoice = book.Documents[^1].Invoice with { Currency = currency } };
            }
        }
    }

    private static void SeatsAddedOnTheirOwnInvoices(VendorBook book)
    {
        book.Silence = Silence.NoClaims;
        var (price, seats, months) = (book.Price(10, 40), 5, book.Months(1));
        foreach (var month in months)
        {
            book.Write(month.Start, [book.PlanLine(month, price, seats)]);
            if (month == months[^3] || month == months[^6])
            {
                var rest = new Period(month.Start.AddDays(11), month.End);
                var part = book.Round(price * rest.Days / month.Days);
                book.Write(rest.Start, [book.Line($"2 additional seats of {book.Plan}, rest of the month", 2, part, rest, plan: book.Plan, product: "SEAT")]);
                seats += 2;
            }
        }
    }

    private static void SeatsAddedToAnnual(VendorBook book)
    {
        book.Silence = Silence.NoClaims;
        var (price, start) = (book.Price(100, 300), book.AsOf.AddDays(-book.Random.Next(60, 250)));
        var year = new Period(start, start.AddYears(1));
        book.Write(start, [book.PlanLine(year, price, 5, Cadence.Yearly)]);
        var rest = new Period(start.AddDays(45), year.End);
        book.Write(rest.Start, [book.Line($"3 additional seats of {book.Plan} until the end of the term", 3, book.Round(price * rest.Days / 365), rest, Cadence.Yearly, book.Plan, "SEAT")]);
    }

    private static void BaseAndUsageApart(VendorBook book)
    {
        book.Silence = Silence.NoClaims;
        var (price, unit) = (book.Price(), HonestSubscriptions.UsagePrice(book));
        foreach (var month in book.Months(1))
        {
            book.Write(month.Start, [book.PlanLine(month, price)]);
            if (month.End <= book.AsOf)
            {
                book.Write(month.End, [book.Line("Messages sent", book.Random.Next(1800, 2300), unit, month, Cadence.Usage, product: "SMS")]);
            }
        }
    }

    private static void UsageRowsOnShopifyBill(VendorBook book)
    {
        book.Silence = Silence.NoClaims;
        var cycles = HonestSubscriptions.Cycles(book);
        HonestSubscriptions.BillCycles(book, book.Price(), cycles, book.Store.ShopifyDomain);
        foreach (var cycle in cycles.SkipLast(1))
        {
            for (var count = book.Random.Next(0, 3); count > 0; count--)
            {
                book.Bill(cycle, 5m, "Orders over the limit", "USE", Cadence.Usage);
            }
        }
    }

    private static void MessagesByCard(VendorBook book)
    {
        book.Silence = Silence.NoClaims;
        HonestSubscriptions.BillCycles(book, book.Price(), HonestSubscriptions.Cycles(book), book.Store.ShopifyDomain);
        book.Account = book.Store.ShopifyDomain;
        var pack = book.Price(20, 60);
        foreach (var month in book.Months(book.Random.Next(2, 27), 8))
        {
            book.Write(month.Start, [book.Line("Message credits", 1, pack, null, Cadence.OneTime, "Message credits", "CREDITS")]);
        }
    }

    private static void FromShopifyToDirect(VendorBook book)
    {
        book.Silence = Silence.NoClaims;
        var (price, cycles) = (book.Price(), HonestSubscriptions.Cycles(book));
        HonestSubscriptions.BillCycles(book, price, cycles.SkipLast(4), book.Store.ShopifyDomain);
        book.Account = book.Store.ShopifyDomain;
        for (var start = cycles[^4].Start; start <= book.AsOf; start = start.AddMonths(1))
        {
            book.Write(start, [book.PlanLine(new(start, start.AddMonths(1)), price)]);
        }
    }

    private static void VolumePrice(VendorBook book)
    {
        book.Silence = Silence.NoClaims;
        var unit = HonestSubscriptions.UsagePrice(book);
        foreach (var month in book.Months(1).Where(month => month.End <= book.AsOf))
        {
            var sent = book.Random.Next(1500, 9000);
            book.Write(month.End, [book.Line("Labels printed", sent, sent > 5000 ? unit * 0.75m : unit, month, Cadence.Usage, product: "LABEL")]);
        }
    }

    private static void GoodwillRefund(VendorBook book)
    {
        (book.Silence, book.IsOnCard) = (Silence.NoClaims, false);
        var price = book.Price();
        var months = PlantedLeaks.Flat(book, price);
        book.Write(months[^3].Start.AddDays(20), [book.Credit("Goodwill for the outage", -book.Round(price * book.Pick(0.25m, 1m)), null, LineItemType.Refund)], InvoiceKind.CreditNote);
    }

    private static void InvoicedLate(VendorBook book)
    {
        var price = book.Price();
        foreach (var month in book.Months(1).Where(month => month.Start.AddDays(24) <= book.AsOf))
        {
            book.Write(month.Start.AddDays(book.Random.Next(3, 25)), [book.PlanLine(month, price)]);
        }
    }

    // Each line's tax is rounded by itself, so that the sum is a cent or two off.
    private static void RoundedTaxes(VendorBook book)
    {
        var (plan, pack) = (book.Price(), book.Price());
        foreach (var month in book.Months())
        {
            book.Write(month.Start, [book.PlanLine(month, plan), book.Line("Message pack", 1, pack, month, plan: "Message pack", product: "MSG")], taxPercent: 20);
            var (invoice, minor) = (book.Documents[^1].Invoice, book.Currency is "JPY" or "KRW" ? 1m : 0.01m);
            book.Documents[^1] = book.Documents[^1] with { Invoice = invoice with { TotalAmount = invoice.TotalAmount + minor } };
        }
    }
}
