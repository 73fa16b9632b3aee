using System.Globalization;

namespace LeakWatch.Samples.Store;

/// <summary>A run of bills, one a period.</summary>
internal static class Recurring
{
    /// <summary>One bill a month from <paramref name="first"/> on, each for the month that begins on its day.</summary>
    /// <param name="path">The month's place in the name is <c>{0}</c>, as 2026-01.</param>
    public static IEnumerable<SampleFile> Monthly(string path, DateOnly first, int months, Func<Bill, byte[]> layout, Func<DateOnly, int, Bill> bill)
    {
        for (var month = 0; month < months; month++)
        {
            var start = first.AddMonths(month);
            var name = string.Format(CultureInfo.InvariantCulture, path, start.ToString("yyyy-MM", CultureInfo.InvariantCulture));
            yield return new("store/" + name, layout(bill(start, month) with { PeriodStart = start, PeriodLastDay = start.AddMonths(1).AddDays(-1) }));
        }
    }
}
