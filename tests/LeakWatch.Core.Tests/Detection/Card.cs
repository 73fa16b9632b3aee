using System.Globalization;
using LeakWatch.Core.Invoices;
using static LeakWatch.Core.Tests.Detection.Store;

namespace LeakWatch.Core.Tests.Detection;

/// <summary>A card whose statements are one file a quarter, one invoice a row.</summary>
internal sealed record Card(string Digits)
{
    public static Card Default { get; } = new("4410");

    public string Hint => $"Visa ending {Digits}";

    /// <param name="descriptor">As the bank prints it.</param>
    /// <param name="vendor">The canonical vendor, where the reader knew it.</param>
    /// <param name="original">What the row prints of the original amount, such as <c>EUR 85.00 @ 1.0980</c>.</param>
    public NormalizedInvoice Row(
        string descriptor,
        decimal amount,
        string on,
        string? vendor = null,
        string currency = "USD",
        string? original = null)
    {
        var description = original is null ? descriptor : $"{descriptor} {original}";
        var day = Day(on);
        var file = string.Create(CultureInfo.InvariantCulture, $"card-{Digits}-{day.Year}Q{(day.Month + 2) / 3}.csv");
        var row = 2 + (day.DayOfYear * 10000) + Checksum(descriptor);
        return new NormalizedInvoice
        {
            Source = new() { FileName = "" },
            Vendor = new() { Name = descriptor, CanonicalName = vendor },
            Invoice = new()
            {
                Kind = InvoiceKind.Statement,
                InvoiceDate = day,
                Currency = currency,
                SubtotalAmount = amount,
                TotalAmount = amount,
                PaymentMethodHint = Hint,
                Notes = original,
                Settlement = Settlement.Posted,
            },
            LineItems =
            [
                new()
                {
                    LineId = "L1", Type = amount < 0 ? LineItemType.Refund : LineItemType.Charge, Description = description, Amount = amount, Currency = currency, IsRecurring = false,
                    Evidence = PrintedLine(description, on, null, amount, currency),
                },
            ],
            Quality = new() { Confidence = 97, MissingFields = ["account", "invoice.billingPeriodStart", "invoice.billingPeriodEnd", "invoice.invoiceNumber"] },
        }.InFile(file).AsRow(row);
    }
}
