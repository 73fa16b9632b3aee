using LeakWatch.Samples.Layouts;

namespace LeakWatch.Samples.Store;

/// <summary>Bills that change, double or stop for a good reason: nothing here may be claimed.</summary>
internal static class HonestVendors
{
    private static readonly Vendor Otterdesk = new("Otterdesk", "Otterdesk Inc.", "18 Riverbank Way", "Austin, TX 78701, United States", "otterdesk.example") { Colour = (14, 116, 144) };
    private static readonly Vendor Fernsheet = new("Fernsheet", "Fernsheet Software LLC", "77 Ledger Lane", "Denver, CO 80202, United States", "fernsheet.example") { Colour = (21, 128, 61) };
    private static readonly Vendor Copperline = new("Copperline Copy", "Copperline Copy Co.", "9 Press Alley", "Portland, OR 97209, United States", "copperlinecopy.example") { Colour = (146, 64, 14) };

    public static IEnumerable<SampleFile> Files() => [.. HelpdeskWithMoreSeats(), .. DoubleBillThatWasCredited(), .. AccountingThatWentYearly(), SumsThatFail()];

    /// <summary>Two seats more from December on: a bigger bill with an honest reason.</summary>
    private static IEnumerable<SampleFile> HelpdeskWithMoreSeats() =>
        Recurring.Monthly("otterdesk/{0}-invoice.pdf", new(2025, 3, 1), 12, ClassicInvoice.Render, (start, month) => new Bill
        {
            Vendor = Otterdesk,
            Number = $"OD-{10412 + (month * 37)}",
            Date = start,
            Account = "maru-oak",
            Lines = [new("Team plan, per agent and month", start >= new DateOnly(2025, 12, 1) ? 5 : 3, 40.00m)],
            PaidWith = DemoStore.Card,
            PaymentReference = $"od_pay_{7301 + (month * 11)}",
        });

    /// <summary>November was billed twice; the vendor noticed and credited the second.</summary>
    private static IEnumerable<SampleFile> DoubleBillThatWasCredited()
    {
        var second = new Bill
        {
            Vendor = Otterdesk,
            Number = "OD-10712",
            Date = new(2025, 11, 3),
            PeriodStart = new(2025, 11, 1),
            PeriodLastDay = new(2025, 11, 30),
            Account = "maru-oak",
            Lines = [new("Team plan, per agent and month", 3, 40.00m)],
            PaidWith = DemoStore.Card,
            PaymentReference = "od_pay_7399",
        };
        yield return new("store/otterdesk/2025-11-invoice-second.pdf", ClassicInvoice.Render(second));
        yield return new("store/otterdesk/2025-11-credit-note.pdf", ClassicInvoice.Render(second with
        {
            Number = "OD-CN-0031",
            Date = new(2025, 11, 10),
            CreditFor = second.Number,
            PaidWith = null,
            Lines = [new("Credit for invoice OD-10712, issued twice", 1, -120.00m)],
            Notes = ["Refunded to Visa ending 4410."],
        }));
    }

    /// <summary>Three months, then a year at once, as the merchant asked.</summary>
    private static IEnumerable<SampleFile> AccountingThatWentYearly()
    {
        foreach (var file in Recurring.Monthly("fernsheet/receipt-{0}.pdf", new(2025, 9, 12), 3, CardReceipt.Render, (start, month) => new Bill
        {
            Vendor = Fernsheet,
            Number = $"FS-20{month + 11}",
            Date = start,
            Account = "Maru & Oak",
            Lines = [new("Fernsheet Books, monthly", 1, 30.00m)],
            PaidWith = DemoStore.Card,
            PaymentReference = $"2890-33{month + 10}",
        }))
        {
            yield return file;
        }

        yield return new("store/fernsheet/receipt-2025-12-yearly.pdf", CardReceipt.Render(new Bill
        {
            Vendor = Fernsheet,
            Number = "FS-2044",
            Date = new(2025, 12, 12),
            PeriodStart = new(2025, 12, 12),
            PeriodLastDay = new(2026, 12, 11),
            Account = "Maru & Oak",
            Lines = [new("Fernsheet Books, yearly", 1, 300.00m)],
            PaidWith = DemoStore.Card,
            PaymentReference = "2890-3341",
            Notes = ["You switched to yearly billing on December 10, 2025. You save $60.00 a year."],
        }));
    }

    /// <summary>The printed total is 30.00 more than its lines: a question to the vendor, not a claim.</summary>
    private static SampleFile SumsThatFail() => new("store/copperline-0087.pdf", ClassicInvoice.Render(new Bill
    {
        Vendor = Copperline,
        Number = "0087",
        Date = new(2026, 1, 22),
        Due = new(2026, 2, 21),
        Lines = [new("Packing slips, 2,000", 1, 84.00m), new("Thank-you cards, 500", 1, 62.00m)],
        PrintedSubtotal = 176.00m,
    }));
}
