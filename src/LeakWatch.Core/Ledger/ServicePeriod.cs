namespace LeakWatch.Core.Ledger;

/// <summary>The time a charge pays for; the end is exclusive.</summary>
public readonly record struct ServicePeriod(DateOnly Start, DateOnly End)
{
    public int Days => End.DayNumber - Start.DayNumber;

    /// <summary>Null when a side is unknown or misread, or the end does not follow the start.</summary>
    public static ServicePeriod? Of(DateOnly? start, DateOnly? end) =>
        SaneDates.OrNull(start) is { } from && SaneDates.OrNull(end) is { } until && until > from ? new(from, until) : null;

    public bool Contains(DateOnly day) => Start <= day && day < End;

    public int OverlapDays(ServicePeriod other) =>
        Math.Max(0, Math.Min(End.DayNumber, other.End.DayNumber) - Math.Max(Start.DayNumber, other.Start.DayNumber));

    public ServicePeriod Overlap(ServicePeriod other) => new(SaneDates.Later(Start, other.Start), SaneDates.Earlier(End, other.End));

    /// <summary>From the first start to the last end.</summary>
    public ServicePeriod Around(ServicePeriod other) => new(SaneDates.Earlier(Start, other.Start), SaneDates.Later(End, other.End));

    /// <summary>A month by the calendar or 30 days, a week, a quarter, a year: no partial period.</summary>
    public bool IsWhole => Rhythms.OfDays(Days) is not null;
}

/// <summary>A date outside the years that bills come from was misread: it is unknown, and costs nothing but itself.</summary>
public static class SaneDates
{
    private static readonly DateOnly First = new(1990, 1, 1);
    private static readonly DateOnly Last = new(2100, 1, 1);

    public static DateOnly? OrNull(DateOnly? day) => day >= First && day <= Last ? day : null;

    public static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

    public static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}

/// <summary>How often a stream is billed.</summary>
public enum Rhythm { Weekly, Monthly, Quarterly, HalfYearly, Yearly }

public static class Rhythms
{
    public static Rhythm? OfDays(int days) => days switch
    {
        >= 6 and <= 8 => Rhythm.Weekly,
        >= 28 and <= 32 => Rhythm.Monthly,
        >= 84 and <= 95 => Rhythm.Quarterly,
        >= 175 and <= 190 => Rhythm.HalfYearly,
        >= 350 and <= 380 => Rhythm.Yearly,
        _ => null,
    };

    public static int Days(Rhythm rhythm) => rhythm switch
    {
        Rhythm.Weekly => 7,
        Rhythm.Monthly => 30,
        Rhythm.Quarterly => 91,
        Rhythm.HalfYearly => 182,
        Rhythm.Yearly => 365,
    };

    /// <summary>What a charge of that rhythm costs a month.</summary>
    public static decimal PerMonth(Rhythm rhythm, decimal amount) => rhythm switch
    {
        Rhythm.Weekly => amount * 52m / 12m,
        Rhythm.Monthly => amount,
        Rhythm.Quarterly => amount / 3m,
        Rhythm.HalfYearly => amount / 6m,
        Rhythm.Yearly => amount / 12m,
    };
}
