using System.Globalization;
using LeakWatch.Core.Ledger;

namespace LeakWatch.Core.Leaks.Rules;

/// <summary>The pieces that every template is made of.</summary>
internal static class Words
{
    public static string Day(DateOnly day) => day == LedgerDocument.NoDate ? "an unknown date" : day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>First and last day as people say them; the end of a period is exclusive.</summary>
    public static string Days(ServicePeriod period) => $"{Day(period.Start)} to {Day(period.End.AddDays(-1))}";

    public static string Amount(decimal amount, string currency) =>
        new Money(amount, currency).Rounded().ToString();

    public static string Percent(decimal share) => Math.Round(share * 100m, 0, MidpointRounding.AwayFromZero).ToString("0", CultureInfo.InvariantCulture) + " %";

    /// <summary>What a person calls a line: its plan, else its words.</summary>
    public static string Product(LedgerLine line) => line.Item.PlanName ?? line.Item.Description ?? "the plan";

    public static string Number(LedgerDocument document) => document.Header.InvoiceNumber is { } number ? $"invoice {number}" : $"the charge of {Day(document.Date)}";

    public static string Dates(IEnumerable<DateOnly> days) => string.Join(", ", days.Select(Day));

    /// <summary>", less 33.00 USD already credited" or nothing.</summary>
    public static string Less(decimal credited, string currency) => credited == 0m ? "" : $", less {Amount(credited, currency)} already credited";

    /// <summary>ISO, for fingerprints.</summary>
    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Count(int count, string one) => count == 1 ? $"1 {one}" : string.Create(CultureInfo.InvariantCulture, $"{count} {one}s");
}
