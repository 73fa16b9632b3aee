using System.Globalization;
using LeakWatch.Core.Invoices;

namespace LeakWatch.Core.Tests.Stores;

/// <summary>One charge that several documents tell of, and money that came back.</summary>
internal static class HonestPayments
{
    public static IReadOnlyList<Behaviour> All { get; } =
    [
        new("euro invoice on another currency's card", ForeignCard) { NeedsCard = true },
        new("invoice, receipt and reminder", InvoiceReceiptReminder),
        new("corrected invoice with a credit note", CorrectedInvoice),
        new("statement of account", StatementOfAccount),
        new("balance forward", BalanceForward),
        new("pending, then posted", PendingThenPosted) { NeedsCard = true, InStoreCurrency = true },
        new("declined, then paid", DeclinedThenPaid) { NeedsCard = true, InStoreCurrency = true },
        new("reversed, then charged again", ReversedThenCharged) { NeedsCard = true, InStoreCurrency = true },
        new("double card payment, refunded", DoublePaymentRefunded) { IsPutRightLater = true, NeedsCard = true, InStoreCurrency = true },
        new("double invoice, credited", DoubleInvoiceCredited) { IsPutRightLater = true },
        new("one invoice in two files", OneInvoiceInTwoFiles),
        new("one invoice, once read by OCR", OneInvoiceReadByOcr),
        new("an invoice below zero", InvoiceBelowZero),
        new("credit promised and received", CreditPromisedAndReceived),
        new("credit promised lately", CreditPromisedLately),
        new("credit promised, and nothing since", CreditPromisedAndNothingSince),
        new("double charge below the floor", DoubleBelowTheFloor),
    ];

    private static void ForeignCard(VendorBook book)
    {
        book.IsOnCard = true;
        HonestSubscriptions.FlatMonthly(book);
    }

    private static void InvoiceReceiptReminder(VendorBook book)
    {
        var (price, receiptStyle) = (book.Price(), book.Random.Next(3));
        foreach (var month in book.Months())
        {
            LineItem[] lines = [book.PlanLine(month, price)];
            var number = book.Write(month.Start, lines).Invoice.InvoiceNumber!;
            _ = receiptStyle switch
            {
                0 => book.Write(month.Start, lines, InvoiceKind.Receipt, number),
                1 => book.Write(month.Start.AddDays(1), lines, InvoiceKind.Receipt, "R-" + number, related: number),
                _ => book.Write(month.Start.AddDays(1), lines, InvoiceKind.Receipt, book.Random.Next(1000, 9999).ToString(CultureInfo.InvariantCulture)),
            };
            if (book.Random.Next(4) == 0)
            {
                book.Write(month.Start.AddDays(16), lines, InvoiceKind.Reminder, number, notes: "Please ignore this reminder if you have paid already.");
            }
        }
    }

    private static void CorrectedInvoice(VendorBook book)
    {
        (book.Silence, book.IsOnCard) = (Silence.NoClaims, false);
        var (price, months) = (book.Price(), book.Months(1));
        foreach (var month in months)
        {
            var wrong = book.Write(month.Start, [book.PlanLine(month, price)]);
            if (month == months[^2])
            {
                var number = wrong.Invoice.InvoiceNumber;
                book.Write(month.Start.AddDays(5), [book.Credit("Credit for wrong billing address", -price, month)], InvoiceKind.CreditNote, period: month, related: number);
                book.Write(month.Start.AddDays(5), [book.PlanLine(month, price)], notes: $"Corrected invoice, replaces {number}");
            }
        }
    }

    private static void StatementOfAccount(VendorBook book)
    {
        var price = book.Price();
        var listed = new List<LineItem>();
        foreach (var month in book.Months(1))
        {
            var number = book.Write(month.Start, [book.PlanLine(month, price)]).Invoice.InvoiceNumber;
            listed.Add(book.Line(string.Create(CultureInfo.InvariantCulture, $"{number}  {month.Start:yyyy-MM-dd}"), null, price, month, cadence: null) with { UnitPrice = null });
        }

        book.Write(book.AsOf.AddDays(-1), [.. listed.TakeLast(3)], InvoiceKind.Statement, number: null, notes: "Statement of account, all items paid", isPaid: false);
        book.Documents[^1] = book.Documents[^1] with { Invoice = book.Documents[^1].Invoice with { BillingPeriodStart = null, BillingPeriodEnd = null, PaymentMethodHint = null } };
    }

    private static void BalanceForward(VendorBook book)
    {
        var price = book.Price();
        foreach (var month in book.Months(1))
        {
            book.Write(month.Start, [book.PlanLine(month, price)], taxPercent: 20, notes: "Amount due includes the previous balance.");
            var invoice = book.Documents[^1].Invoice;
            book.Documents[^1] = book.Documents[^1] with { Invoice = invoice with { AmountDue = invoice.TotalAmount * 2 } };
        }
    }

    private static void PendingThenPosted(VendorBook book)
    {
        book.IsOnCard = false;
        var (price, hasInvoices) = (book.Price(), book.Random.Next(2) == 0);
        foreach (var month in book.Months())
        {
            if (hasInvoices)
            {
                book.Write(month.Start, [book.PlanLine(month, price)]);
            }

            book.CardRows.Add(new(book, month.Start, price, book.Currency, Settlement.Pending));
            book.CardRows.Add(new(book, month.Start.AddDays(2), price, book.Currency));
        }
    }

    private static void DeclinedThenPaid(VendorBook book) => FailedThenPaid(book, Settlement.Declined);

    private static void ReversedThenCharged(VendorBook book) => FailedThenPaid(book, Settlement.Reversed);

    private static void FailedThenPaid(VendorBook book, Settlement failure)
    {
        book.IsOnCard = false;
        var price = book.Price();
        foreach (var month in book.Months())
        {
            book.Write(month.Start, [book.PlanLine(month, price)]);
            if (book.Random.Next(3) == 0)
            {
                book.CardRows.Add(new(book, month.Start, price, book.Currency, failure));
            }

            book.CardRows.Add(new(book, month.Start.AddDays(3), price, book.Currency));
        }
    }

    private static void DoublePaymentRefunded(VendorBook book)
    {
        (book.Silence, book.IsOnCard) = (Silence.NoClaims, true);
        var (price, months) = (book.Price(), book.Months(1));
        foreach (var month in months)
        {
            book.Write(month.Start, [book.PlanLine(month, price)]);
        }

        var twice = months[^3].Start;
        book.CardRows.Add(new(book, twice.AddDays(3), price, book.Currency));
        book.CardRows.Add(new(book, twice.AddDays(11), -price, book.Currency));
    }

    private static void DoubleInvoiceCredited(VendorBook book)
    {
        (book.Silence, book.IsOnCard) = (Silence.NoClaims, false);
        var (price, months) = (book.Price(), book.Months(1));
        foreach (var month in months)
        {
            book.Write(month.Start, [book.PlanLine(month, price)]);
        }

        var twice = book.Write(months[^2].Start.AddDays(1), [book.PlanLine(months[^2], price)]);
        var named = book.Random.Next(2) == 0 ? twice.Invoice.InvoiceNumber : null;
        book.Write(months[^2].Start.AddDays(9), [book.Credit("Refund of a double charge", -price, null)], InvoiceKind.CreditNote, related: named);
    }

    private static void OneInvoiceInTwoFiles(VendorBook book)
    {
        var price = book.Price();
        foreach (var month in book.Months())
        {
            LineItem[] lines = [book.PlanLine(month, price)];
            var first = book.Write(month.Start, lines);
            if (book.Random.Next(3) == 0)
            {
                book.Write(month.Start, lines, number: first.Invoice.InvoiceNumber, isPaid: false);
            }
        }
    }

    private static void OneInvoiceReadByOcr(VendorBook book)
    {
        var price = book.Price();
        foreach (var month in book.Months(1))
        {
            LineItem[] lines = [book.PlanLine(month, price)];
            var number = "HB0" + month.Start.ToString("yyyyMM", CultureInfo.InvariantCulture);
            book.Write(month.Start, lines, number: number);
            if (book.Random.Next(3) == 0)
            {
                var scan = lines.Select(line => line with { Evidence = line.Evidence with { Kind = EvidenceKind.ImageOcrLine } }).ToList();
                book.Write(month.Start, scan, number: number.Replace("B0", "8O", StringComparison.Ordinal), isPaid: false);
            }
        }
    }

    private static void InvoiceBelowZero(VendorBook book)
    {
        (book.Silence, book.IsOnCard) = (Silence.NoClaims, false);
        var (price, months) = (book.Price(30), book.Months(1));
        foreach (var month in months)
        {
            book.Write(month.Start, [book.PlanLine(month, price)]);
        }

        book.Write(months[^1].Start.AddDays(1), [book.Credit("Correction of last month's overcharge", -book.Round(price / 3), null)]);
    }

    private static void CreditPromisedAndReceived(VendorBook book)
    {
        (book.Silence, book.IsOnCard) = (Silence.NoClaims, false);
        var (price, months) = (book.Price(30), book.Months(1));
        var amount = book.Round(price / 2);
        foreach (var month in months)
        {
            book.Write(month.Start, [book.PlanLine(month, price)]);
        }

        var promised = months[^5].Start.AddDays(3);
        book.PromisedCredits.Add(new() { Vendor = book.Vendor.Name, Amount = amount, Currency = book.Currency, PromisedAt = promised });
        book.Write(promised.AddDays(book.Random.Next(2, 40)), [book.Credit("Goodwill credit", -amount, null)], InvoiceKind.CreditNote);
    }

    private static void CreditPromisedLately(VendorBook book)
    {
        book.Silence = Silence.NoClaims;
        HonestSubscriptions.FlatMonthly(book);
        book.PromisedCredits.Add(new() { Vendor = book.Vendor.Name, Amount = book.Price(), Currency = book.Currency, PromisedAt = book.AsOf.AddDays(-book.Random.Next(1, 44)) });
    }

    // No document reaches day 45: the credit may have come and nobody has seen the paper.
    private static void CreditPromisedAndNothingSince(VendorBook book)
    {
        (book.Silence, book.IsOnCard) = (Silence.NoLeak, false);
        var (price, months) = (book.Price(), book.Months(1));
        foreach (var month in months.SkipLast(4))
        {
            book.Write(month.Start, [book.PlanLine(month, price)]);
        }

        book.PromisedCredits.Add(new() { Vendor = book.Vendor.Name, Amount = price, Currency = book.Currency, PromisedAt = months[^5].Start.AddDays(12) });
    }

    private static void DoubleBelowTheFloor(VendorBook book)
    {
        book.Silence = Silence.NoLeak;
        var (price, months) = (book.Round(StoreFacts.Convert(3m, "USD", book.Currency)), book.Months(1));
        foreach (var month in months)
        {
            book.Write(month.Start, [book.PlanLine(month, price)]);
        }

        book.Write(months[^1].Start.AddDays(1), [book.PlanLine(months[^1], price)]);
    }
}
