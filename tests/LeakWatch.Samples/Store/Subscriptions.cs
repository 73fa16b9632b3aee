using System.Globalization;
using LeakWatch.Samples.Layouts;

namespace LeakWatch.Samples.Store;

/// <summary>The monthly bills that a merchant forgets about.</summary>
internal static class Subscriptions
{
    private static readonly Vendor Otterdesk = new("Otterdesk", "Otterdesk Inc.", "18 Riverbank Way", "Austin, TX 78701, United States", "otterdesk.example") { Colour = (14, 116, 144) };
    private static readonly Vendor Heronmail = new("Heronmail", "Heronmail Inc.", "500 Marsh Road", "Boston, MA 02110, United States", "heronmail.example") { Colour = (30, 64, 175) };

    public static IEnumerable<SampleFile> Files() => [.. Helpdesk(), .. CancelledEmailTool()];

    /// <summary>Two seats more from December: a bigger bill with an honest reason. December was billed twice and credited.</summary>
    private static IEnumerable<SampleFile> Helpdesk()
    {
        for (var month = 0; month < 12; month++)
        {
            var start = new DateOnly(2025, 3, 1).AddMonths(month);
            var seats = start >= new DateOnly(2025, 12, 1) ? 5 : 3;
            yield return Monthly($"otterdesk/{Month(start)}-invoice.pdf", ClassicInvoice.Render, new Bill
            {
                Vendor = Otterdesk,
                Number = $"OD-{10412 + (month * 37)}",
                Date = start,
                Account = "maru-oak.otterdesk.example",
                Lines = [new("Team plan, per agent", seats, 40.00m)],
                PaidWith = DemoStore.Card,
                PaymentReference = $"od_pay_{7301 + (month * 11)}",
            }, start);
        }
    }

    /// <summary>Cancelled and confirmed for the end of 2025, and charged again in January and February.</summary>
    private static IEnumerable<SampleFile> CancelledEmailTool()
    {
        for (var month = 0; month < 12; month++)
        {
            var start = new DateOnly(2025, 3, 1).AddMonths(month);
            yield return Monthly($"heronmail/Receipt-{Month(start)}.pdf", CardReceipt.Render, new Bill
            {
                Vendor = Heronmail,
                Number = $"HM-{2025100 + month}",
                Date = start,
                Account = "maru-oak",
                Lines = [new("Heronmail Grow, 10,000 contacts", 1, 79.00m)],
                PaidWith = DemoStore.Card,
                PaymentReference = $"2{month:00}7-41{month:00}",
            }, start);
        }
    }

    private static SampleFile Monthly(string path, Func<Bill, byte[]> layout, Bill bill, DateOnly start) =>
        new("invoices/" + path, layout(bill with { PeriodStart = start, PeriodLastDay = start.AddMonths(1).AddDays(-1) }));

    private static string Month(DateOnly start) => start.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
