using LeakWatch.Core.Findings;

namespace LeakWatch.Core.ShopKnowledge;

/// <summary>Every threshold, base confidence and factor of detection: the one place to tune.</summary>
public sealed record DetectionPolicy
{
    public static DetectionPolicy Default { get; } = new();

    /// <summary>Two documents may date one event so many days apart: time zones, weekends, and refunds that are dated before their charge.</summary>
    public const int DatesApart = 3;

    /// <summary>USD. A spike smaller than this is no leak (L-01).</summary>
    public decimal SpikeFloorUsd { get; init; } = 50m;

    /// <summary>USD. A charge below this is never a leak.</summary>
    public decimal ChargeFloorUsd { get; init; } = 5m;

    /// <summary>Unexplained part of the usual period that makes a spike.</summary>
    public decimal SpikeShare { get; init; } = 0.50m;

    /// <summary>Periods before a change whose median is "usual".</summary>
    public int UsualPeriods { get; init; } = 3;

    /// <summary>Rise of a unit price worth a WATCH (L-07).</summary>
    public decimal RiseShare { get; init; } = 0.05m;

    /// <summary>Rise over twelve months worth a WATCH although no step is.</summary>
    public decimal CreepShare { get; init; } = 0.10m;

    public int CreepMonths { get; init; } = 12;

    /// <summary>Share of the total by which a document's own sums may be off (L-09); both limits must be passed.</summary>
    public decimal MathShare { get; init; } = 0.005m;

    /// <summary>In the document's currency.</summary>
    public decimal MathAmount { get; init; } = 1.00m;

    /// <summary>A promised credit is missing after so many days (L-10).</summary>
    public int CreditDays { get; init; } = 45;

    /// <summary>A credit that names nothing settles charges of so many days before it.</summary>
    public int CreditFitsDays { get; init; } = 120;

    /// <summary>A renewal is told so many days before the last safe day (L-06).</summary>
    public int RenewalDays { get; init; } = 30;

    /// <summary>Usage billed so many days after an app was removed is arrears (L-05).</summary>
    public int UsageArrearsDays { get; init; } = 30;

    /// <summary>A trial whose plan was paid so often is accepted (L-04).</summary>
    public int AcceptedPeriods { get; init; } = 3;

    /// <summary>Both tools are paid for so many months before they overlap (L-08).</summary>
    public int OverlapMonths { get; init; } = 2;

    /// <summary>Service periods that share fewer days only print their ends differently.</summary>
    public int OverlapDays { get; init; } = 2;

    /// <summary>Of two charges of one period, the smaller is at least this share of the other; below, it is asked about.</summary>
    public decimal AlikeShare { get; init; } = 0.50m;

    /// <summary>Two charges of one month without periods are asked about when their amounts differ by no more than this share.</summary>
    public decimal SameAmountShare { get; init; } = 0.05m;

    /// <summary>A peak of the same month a year before explains one of at most its size, within this share.</summary>
    public decimal SeasonShare { get; init; } = 0.80m;

    /// <summary>Where a confidence starts, 0-100.</summary>
    public static int BaseConfidence(LeakType type, Verdict verdict) => (type, verdict) switch
    {
        (LeakType.UpcomingRenewal, Verdict.Leak) => 88,
        (LeakType.PriceIncrease, Verdict.Leak) => 85,
        (LeakType.PostCancellation, Verdict.Leak) => 85,
        (LeakType.DuplicateCharge, Verdict.Leak) => 82,
        (LeakType.UninstalledAppCharge, Verdict.Leak) => 80,
        (LeakType.MissingCredit, Verdict.Leak) => 78,
        (LeakType.TrialToPaid, Verdict.Leak) => 75,
        (LeakType.MomSpike, Verdict.Leak) => 72,
        (LeakType.InvoiceMath, _) => 70,
        (_, Verdict.Watch) => 65,
        (_, Verdict.Review) => 50,
        (_, Verdict.Leak) => 70,
    };

    /// <summary>A second, independent source says the same.</summary>
    public int IndependentProof { get; init; } = 8;

    /// <summary>The vendor's own document states it.</summary>
    public int StatedByVendor { get; init; } = 6;

    /// <summary>A card or bank row shows that the money moved.</summary>
    public int PaymentSeen { get; init; } = 4;

    /// <summary>Amount, plan, quantity and period are equal to the cent and the day.</summary>
    public int ExactMatch { get; init; } = 5;

    /// <summary>Only the merchant says it.</summary>
    public int MerchantOnly { get; init; } = -5;

    /// <summary>The text was read by OCR or with doubt.</summary>
    public int DoubtfulReading { get; init; } = -12;

    /// <summary>Few earlier periods to compare with.</summary>
    public int ShortHistory { get; init; } = -6;
}
