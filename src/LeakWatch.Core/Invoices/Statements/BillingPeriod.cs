namespace LeakWatch.Core.Invoices.Statements;

/// <param name="End">Exclusive.</param>
internal readonly record struct BillingPeriod(DateOnly Start, DateOnly End)
{
    /// <summary>Shopify bills apps in cycles of thirty days, whatever the month.</summary>
    public const int ShopifyCycleDays = 30;

    /// <summary>
    /// A printed end is the last day, but for one on the same day of the month as the start, or thirty days after it: there the next period begins.
    /// The last day of the month that the start begins is a last day, unless the bill knows cycles only.
    /// </summary>
    public static BillingPeriod? Of(DateOnly? start, DateOnly? end, bool isCycle = false) =>
        start is not { } from || end is not { } until || until < from ? null
        : new(from, until > from && (until.Day == from.Day || (until.DayNumber - from.DayNumber == ShopifyCycleDays && (isCycle || from.Day > 1))) ? until : until.AddDays(1));
}
