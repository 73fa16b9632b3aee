namespace LeakWatch.Core.Invoices.Statements;

/// <param name="End">Exclusive.</param>
internal readonly record struct BillingPeriod(DateOnly Start, DateOnly End)
{
    /// <summary>Shopify bills apps in cycles of thirty days, whatever the month.</summary>
    public const int ShopifyCycleDays = 30;

    /// <summary>
    /// A printed end is the last day, but for one on the same day of the month as the start, or thirty days after it: there the next period begins.
    /// </summary>
    public static BillingPeriod? Of(DateOnly? start, DateOnly? end) =>
        start is not { } from || end is not { } until || until < from ? null
        : new(from, until > from && (until.Day == from.Day || until.DayNumber - from.DayNumber == ShopifyCycleDays) ? until : until.AddDays(1));
}
