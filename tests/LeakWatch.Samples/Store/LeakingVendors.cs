using LeakWatch.Samples.Layouts;

namespace LeakWatch.Samples.Store;

/// <summary>Where the money goes: each method is one leak, as its documents show it.</summary>
internal static class LeakingVendors
{
    private static readonly Vendor Heronmail = new("Heronmail", "Heronmail Inc.", "500 Marsh Road", "Boston, MA 02110, United States", "heronmail.example") { Colour = (30, 64, 175) };
    private static readonly Vendor Tidewater = new("Tidewater Labels", "Tidewater Labels LLC", "3 Quay Street", "Savannah, GA 31401, United States", "tidewaterlabels.example") { Colour = (3, 105, 161) };
    private static readonly Vendor Bramble = new("Bramble Popups", "Bramble Apps Ltd", "41 Hedge Row", "Leeds LS1 4DY, United Kingdom", "bramblepopups.example") { Colour = (157, 23, 77) };
    private static readonly Vendor Marlow = new("Marlow Returns", "Marlow Returns Inc.", "620 Weir Avenue", "Chicago, IL 60607, United States", "marlowreturns.example") { Colour = (124, 45, 18) };
    private static readonly Vendor Cedarline = new("Cedarline Loyalty", "Cedarline Inc.", "12 Timber Court", "Seattle, WA 98101, United States", "cedarline.example") { Colour = (22, 101, 52) };
    private static readonly Vendor Skylark = new("Skylark Chat", "Skylark Chat Inc.", "88 Meadow View", "Nashville, TN 37203, United States", "skylarkchat.example") { Colour = (91, 33, 182) };
    private static readonly Vendor Kestrel = new("Kestrel Analytics", "Kestrel Analytics Inc.", "1 Falcon Plaza", "Salt Lake City, UT 84101, United States", "kestrelanalytics.example") { Colour = (67, 56, 202) };

    public static IEnumerable<SampleFile> Files() =>
    [
        .. ChargedAfterCancelling(), .. ChargedTwice(), .. TrialThatTurnedPaid(), .. CreditThatNeverCame(), RenewalAhead(),
        .. CancellationNobodyConfirmed(), .. FeeThatNearlyTripled(),
    ];

    public static byte[] TidewaterFebruary() => Tidewater49(new(2026, 2, 1), "TW-5560", "tw_a4c7");

    /// <summary>Cancelled and confirmed for the end of 2025 (mails/), and charged in January and February all the same.</summary>
    private static IEnumerable<SampleFile> ChargedAfterCancelling() =>
        Recurring.Monthly("heronmail/Receipt-{0}.pdf", new(2025, 3, 1), 12, CardReceipt.Render, (start, month) => new Bill
        {
            Vendor = Heronmail,
            Number = $"HM-{2025100 + month}",
            Date = start,
            Account = "maru-oak",
            Lines = [new("Heronmail Grow plan, monthly", 1, 79.00m)],
            PaidWith = DemoStore.Card,
            PaymentReference = $"2{month:00}7-41{month:00}",
        });

    /// <summary>January on two numbers and two payments. February's copy in mails/ is the same file and no leak.</summary>
    private static IEnumerable<SampleFile> ChargedTwice() =>
    [
        new("store/tidewater/TW-5473.pdf", Tidewater49(new(2025, 11, 1), "TW-5473", "tw_71b0")),
        new("store/tidewater/TW-5502.pdf", Tidewater49(new(2025, 12, 1), "TW-5502", "tw_83d2")),
        new("store/tidewater/TW-5531.pdf", Tidewater49(new(2026, 1, 1), "TW-5531", "tw_9f21")),
        new("store/tidewater/TW-5537.pdf", Tidewater49(new(2026, 1, 1), "TW-5537", "tw_a013") ),
        new("store/tidewater/TW-5560.pdf", TidewaterFebruary()),
    ];

    private static byte[] Tidewater49(DateOnly start, string number, string payment) => ClassicInvoice.Render(new Bill
    {
        Vendor = Tidewater,
        Number = number,
        Date = number == "TW-5537" ? start.AddDays(3) : start,
        PeriodStart = start,
        PeriodLastDay = start.AddMonths(1).AddDays(-1),
        Account = "maru-oak",
        Lines = [new("Store plan, monthly", 1, 49.00m)],
        PaidWith = DemoStore.Card,
        PaymentReference = payment,
    });

    /// <summary>A free fortnight whose end was printed small; nobody chose the plan that followed.</summary>
    private static IEnumerable<SampleFile> TrialThatTurnedPaid()
    {
        yield return new("store/bramble/BR-881.pdf", CardReceipt.Render(new Bill
        {
            Vendor = Bramble,
            Number = "BR-881",
            Date = new(2026, 1, 6),
            PeriodStart = new(2026, 1, 6),
            PeriodLastDay = new(2026, 1, 19),
            Account = "maru-oak",
            Lines = [new("14-day free trial, Popups Plus plan", 1, 0.00m)],
            Notes = ["Your free trial of Popups Plus ends on January 20, 2026."],
        }));
        foreach (var file in Recurring.Monthly("bramble/BR-{0}.pdf", new(2026, 1, 20), 2, CardReceipt.Render, (start, month) => new Bill
        {
            Vendor = Bramble,
            Number = $"BR-{904 + (month * 31)}",
            Date = start,
            Account = "maru-oak",
            Lines = [new("Popups Plus plan, monthly", 1, 29.00m)],
            PaidWith = DemoStore.Card,
            PaymentReference = $"1144-09{month + 20}",
        }))
        {
            yield return file;
        }
    }

    /// <summary>60.00 were promised on January 3 for an outage; the invoice of February 20 still lacks them.</summary>
    private static IEnumerable<SampleFile> CreditThatNeverCame() =>
        Recurring.Monthly("marlow/invoice-{0}.pdf", new(2025, 10, 20), 5, ClassicInvoice.Render, (start, month) => new Bill
        {
            Vendor = Marlow,
            Number = $"MR{30118 + (month * 204)}",
            Date = start,
            Due = start.AddDays(14),
            Account = "maru-oak",
            Lines = [new("Growth plan, monthly", 1, 95.00m)],
            PaidWith = DemoStore.Card,
            PaymentReference = $"mr-{5510 + month}",
        });

    /// <summary>A year paid on March 25, 2025: the last safe day is March 11, 2026.</summary>
    private static SampleFile RenewalAhead() => new("store/cedarline-2025.pdf", ClassicInvoice.Render(new Bill
    {
        Vendor = Cedarline,
        Number = "CL-2025-0417",
        Date = new(2025, 3, 25),
        PeriodStart = new(2025, 3, 25),
        PeriodLastDay = new(2026, 3, 24),
        Account = "maru-oak",
        Lines = [new("Loyalty Plus, annual subscription", 1, 588.00m)],
        PaidWith = DemoStore.Card,
        PaymentReference = "cl_77120",
        Notes =
        [
            "This subscription renews automatically on March 25, 2026 for 12 months at $588.00.",
            "Cancel at least 14 days before renewal.",
        ],
    }));

    /// <summary>The cancellation was delivered; whether a notice period applies, no document says.</summary>
    private static IEnumerable<SampleFile> CancellationNobodyConfirmed() =>
        Recurring.Monthly("skylark/SK-{0}.pdf", new(2025, 11, 1), 4, ClassicInvoice.Render, (start, month) => new Bill
        {
            Vendor = Skylark,
            Number = $"SK-{6120 + (month * 45)}",
            Date = start,
            Account = "maru-oak",
            Lines = [new("Chat Starter plan, monthly", 1, 35.00m)],
            PaidWith = DemoStore.Card,
            PaymentReference = $"sk_{810 + month}",
        });

    /// <summary>The monthly fee goes from 140.00 to 390.00 in February without a word; usage stays what it was.</summary>
    private static IEnumerable<SampleFile> FeeThatNearlyTripled() =>
        Recurring.Monthly("kestrel/usage-{0}.pdf", new(2025, 8, 1), 7, UsageInvoice.Render, (start, month) => new Bill
        {
            Vendor = Kestrel,
            Number = $"KA-{start:yyMM}-3307",
            Date = start.AddMonths(1),
            Account = "maru-oak",
            Lines =
            [
                new("Insight plan, monthly fee", 1, start == new DateOnly(2026, 2, 1) ? 390.00m : 140.00m),
                new("Events tracked, per 1,000", 401 + (month * 3), 0.05m),
                new("Session replays", 120 + month, 0.10m),
                new("Data export jobs", 8, 0.50m),
                new("Extra dashboards", 2, 6.00m),
                new("Warehouse sync, per GB", 14, 0.35m),
            ],
            PaidWith = DemoStore.Card,
            PaymentReference = $"ka-{90210 + month}",
        });
}
