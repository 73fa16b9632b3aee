using System.Globalization;
using LeakWatch.Core.Invoices;
using LeakWatch.Core.ShopKnowledge;

namespace LeakWatch.Core.Tests.Stores;

/// <summary>A whole invented store: its documents, what it knows besides them, and the truth about its leaks.</summary>
public sealed partial class SimulatedStore
{
    private const int LargeMonths = 24;

    private static readonly string[] LargePlans = ["Team", "Storage", "Messages", "Support"];

    /// <summary>The last day that <see cref="Large"/> has documents of.</summary>
    public static DateOnly LargeAsOf { get; } = new(2026, 1, 31);

    /// <summary>What <see cref="Large"/> needs to be told: the names on the card statement.</summary>
    public static DetectionContext LargeContext(int vendors) => new()
    {
        AsOf = LargeAsOf,
        Vendors = [.. Enumerable.Range(0, vendors).Select(vendor => new VendorContext { Name = LargeName(vendor), Aliases = [LargeCardName(vendor)] })],
    };

    /// <summary>
    /// A store of 24 months for measuring: monthly invoices of four lines for many accounts of each vendor, each paid by a row of the month's card
    /// statement, so five line items in all. In the last month every hundredth vendor bills its first account twice.
    /// Nothing is held in memory; documents come in the order of their dates.
    /// </summary>
    /// <param name="lineItems">About how many; at least 120 for each vendor.</param>
    public static IEnumerable<NormalizedInvoice> Large(int lineItems, int vendors, int seed)
    {
        var accounts = Math.Max(1, lineItems / (vendors * LargeMonths * (LargePlans.Length + 1)));
        var first = new DateOnly(LargeAsOf.Year, LargeAsOf.Month, 1).AddMonths(1 - LargeMonths);
        for (var month = 0; month < LargeMonths; month++)
        {
            var start = first.AddMonths(month);
            var row = 1;
            for (var vendor = 0; vendor < vendors; vendor++)
            {
                for (var account = 0; account < accounts; account++)
                {
                    // Sums differ between accounts, so that a card row belongs to one invoice.
                    var amount = 20m + (Mix(seed, vendor) % 300) + (account * 0.05m);
                    var number = 10_000L + ((((long)month * vendors) + vendor) * accounts) + account;
                    yield return LargeInvoice(vendor, account, start, number, amount);
                    yield return LargeCardRow(vendor, start, ++row, amount);
                    if (month == LargeMonths - 1 && account == 0 && vendor % 100 == 0)
                    {
                        yield return LargeInvoice(vendor, account, start, number + 900_000_000L, amount);
                        yield return LargeCardRow(vendor, start, ++row, amount);
                    }
                }
            }
        }
    }

    private static NormalizedInvoice LargeInvoice(int vendor, int account, DateOnly start, long number, decimal amount)
    {
        var end = start.AddMonths(1);
        var quarter = Math.Round(amount / LargePlans.Length, 2);
        var lines = new LineItem[LargePlans.Length];
        for (var line = 0; line < lines.Length; line++)
        {
            var price = line == 0 ? amount - (quarter * (lines.Length - 1)) : quarter;
            lines[line] = new LineItem
            {
                LineId = "L" + (line + 1).ToString(CultureInfo.InvariantCulture),
                Description = LargePlans[line],
                Quantity = 1,
                UnitPrice = price,
                Amount = price,
                Currency = "USD",
                PeriodStart = start,
                PeriodEnd = end,
                IsRecurring = true,
                Cadence = Cadence.Monthly,
                PlanName = LargePlans[line],
                Evidence = new() { Kind = EvidenceKind.PdfTextSpan, Pointer = new() { Page = 1, LineStart = 12 + line, LineEnd = 12 + line }, Excerpt = LargePlans[line] },
            };
        }

        var printed = number.ToString(CultureInfo.InvariantCulture);
        return new()
        {
            Source = new() { FileName = printed + ".pdf", DocumentVersionId = printed, Sha256 = printed.PadLeft(64, '0') },
            Vendor = new() { Name = LargeName(vendor) + " Inc.", CanonicalName = LargeName(vendor), Category = "SAAS" },
            Account = "acct-" + account.ToString(CultureInfo.InvariantCulture),
            Invoice = new()
            {
                Kind = InvoiceKind.Invoice,
                InvoiceNumber = printed,
                InvoiceDate = start,
                BillingPeriodStart = start,
                BillingPeriodEnd = end,
                Currency = "USD",
                SubtotalAmount = amount,
                TotalAmount = amount,
                PaymentMethodHint = "Visa ending 4410",
            },
            LineItems = lines,
            Quality = new() { Confidence = 97 },
        };
    }

    private static NormalizedInvoice LargeCardRow(int vendor, DateOnly start, int row, decimal amount)
    {
        var file = start.ToString("'card-'yyyy-MM", CultureInfo.InvariantCulture);
        return new()
        {
            Source = new() { FileName = file + ".csv", DocumentVersionId = file, Sha256 = start.DayNumber.ToString("x64", CultureInfo.InvariantCulture) },
            Vendor = new() { Name = LargeCardName(vendor) },
            Invoice = new()
            {
                Kind = InvoiceKind.Statement,
                InvoiceDate = start.AddDays(1),
                Currency = "USD",
                SubtotalAmount = amount,
                TotalAmount = amount,
                PaymentMethodHint = "Visa ending 4410",
            },
            LineItems =
            [
                new()
                {
                    LineId = "L1",
                    Description = LargeCardName(vendor),
                    Amount = amount,
                    Currency = "USD",
                    IsRecurring = false,
                    Evidence = new() { Kind = EvidenceKind.CsvRow, Pointer = new() { Row = row }, Excerpt = LargeCardName(vendor) },
                },
            ],
            Quality = new() { Confidence = 95 },
        };
    }

    // Two words far apart for neighbours, so that no name looks like another's.
    private static string LargeName(int vendor) => string.Create(CultureInfo.InvariantCulture, $"{(char)('A' + (vendor % 26))}{Mix(7, vendor):x8} Software");

    private static string LargeCardName(int vendor) => LargeName(vendor).ToUpperInvariant();

    private static uint Mix(int seed, int value)
    {
        var mixed = unchecked(((uint)seed * 0x9E3779B9u) + ((uint)value * 0x85EBCA6Bu) + 0x27D4EB2Fu);
        mixed = unchecked((mixed ^ (mixed >> 15)) * 0x2C1B3C6Du);
        mixed = unchecked((mixed ^ (mixed >> 12)) * 0x297A2D39u);
        return mixed ^ (mixed >> 15);
    }
}
