using System.Globalization;

namespace LeakWatch.Samples.Layouts;

/// <summary>How each country writes its numbers and dates on paper.</summary>
internal static class Print
{
    private static readonly CultureInfo German = new("de-DE");

    public static string Dollars(decimal amount) =>
        (amount < 0 ? "-$" : "$") + Math.Abs(amount).ToString("#,##0.00", CultureInfo.InvariantCulture);

    public static string Euros(decimal amount) => amount.ToString("#,##0.00", German) + " €";

    public static string Won(decimal amount) => amount.ToString("#,##0", CultureInfo.InvariantCulture);

    public static string Quantity(decimal quantity) => quantity.ToString("#,##0.##", CultureInfo.InvariantCulture);

    public static string Long(DateOnly date) => date.ToString("MMMM d, yyyy", CultureInfo.InvariantCulture);

    public static string Short(DateOnly date) => date.ToString("MMM d, yyyy", CultureInfo.InvariantCulture);

    public static string Dotted(DateOnly date) => date.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);

    public static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
