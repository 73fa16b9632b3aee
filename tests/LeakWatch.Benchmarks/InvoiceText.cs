using System.Globalization;

namespace LeakWatch.Benchmarks;

/// <summary>What an invented vendor's invoice prints, entry by entry, in points from the bottom left: for the reader in memory and for real PDFs.</summary>
internal static class InvoiceText
{
    public const double Width = 595;
    public const double Height = 842;

    public readonly record struct Entry(double X, double Y, string Text);

    /// <param name="number">Of the vendor's invoices: one a month, and two years of them.</param>
    /// <param name="rise">Of every price since the first.</param>
    public static IReadOnlyList<IReadOnlyList<Entry>> Pages(int lines, int number = 1, string vendor = "Kerimo", decimal rise = 0)
    {
        var month = new DateOnly(2024, 1, 1).AddMonths(number % 24);
        var page = new List<Entry>();
        var pages = new List<IReadOnlyList<Entry>> { page };
        double[] columns = [50, 330, 400, 490];
        var y = Height - 60;
        void Print(params ReadOnlySpan<(double X, string Text)> entries)
        {
            if (y < 60)
            {
                pages.Add(page = []);
                y = Height - 60;
            }

            foreach (var (x, text) in entries)
            {
                page.Add(new(x, y, text));
            }

            y -= 14;
        }

        Print((50, $"{vendor} Software Inc."), (400, "INVOICE"));
        Print((50, "12 Harbour Street, Portland OR 97201"));
        Print((50, $"billing@{vendor.ToLowerInvariant()}.example"));
        Print((50, "Bill to: Linden Home Ltd"), (330, string.Create(CultureInfo.InvariantCulture, $"Invoice number: {vendor[..3].ToUpperInvariant()}-{2000 + number}")));
        Print((330, string.Create(CultureInfo.InvariantCulture, $"Invoice date: {month:yyyy-MM-dd}")));
        Print((330, string.Create(CultureInfo.InvariantCulture, $"Billing period: {month:MMM d, yyyy} - {month.AddMonths(1).AddDays(-1):MMM d, yyyy}")));
        Print((columns[0], "Description"), (columns[1], "Quantity"), (columns[2], "Unit price"), (columns[3], "Amount"));
        var total = 0m;
        for (var line = 1; line <= lines; line++)
        {
            var (quantity, price) = (1 + (line % 5), 4.5m + line + rise);
            total += quantity * price;
            Print((columns[0], string.Create(CultureInfo.InvariantCulture, $"Messages of channel {line}")), (columns[1], quantity.ToString(CultureInfo.InvariantCulture)),
                (columns[2], Money(price)), (columns[3], Money(quantity * price)));
        }

        Print((columns[2], "Subtotal"), (columns[3], Money(total)));
        Print((columns[2], "Tax (0%)"), (columns[3], Money(0)));
        Print((columns[2], "Total (USD)"), (columns[3], "$" + Money(total)));
        Print((50, "Payment method: Visa ending 4410"));
        return pages;
    }

    private static string Money(decimal amount) => amount.ToString("#,##0.00", CultureInfo.InvariantCulture);
}
