using System.Globalization;
using System.Text;
using LeakWatch.Core.Documents;
using LeakWatch.Core.Invoices;

namespace LeakWatch.Benchmarks;

/// <summary>Invented documents of any size: the same for the same size, so that two runs measure the same work.</summary>
internal static class GeneratedShop
{
    private const int Vendors = 500;
    private const int LinesOfInvoice = 4;
    private const int MonthsKept = 60;

    public static readonly DateOnly AsOf = new(2026, 3, 1);

    /// <summary>Monthly invoices of 500 vendors with a plan, seats, usage and an add-on each; accounts are added where five years do not suffice.</summary>
    public static List<NormalizedInvoice> Ledger(int lines)
    {
        var invoices = new List<NormalizedInvoice>(lines / LinesOfInvoice);
        var perVendor = lines / Vendors / LinesOfInvoice;
        for (var vendor = 0; vendor < Vendors; vendor++)
        {
            for (var number = 0; number < perVendor; number++)
            {
                invoices.Add(Invoice(vendor, account: number / MonthsKept, monthsAgo: number % MonthsKept));
            }
        }

        return invoices;
    }

    /// <param name="monthsAgo">Before the last month of the ledger; negative for invoices that come after it.</param>
    public static NormalizedInvoice Invoice(int vendor, int account, int monthsAgo)
    {
        var start = new DateOnly(2026, 1, 1).AddMonths(-monthsAgo);
        var id = string.Create(CultureInfo.InvariantCulture, $"{vendor:000}-{account:000}-{start:yyyyMM}");
        var seats = 5 + (vendor % 7) + ((MonthsKept - monthsAgo) / 12);
        var usage = 20m + ((vendor * 31 + account * 17 + Math.Abs(monthsAgo) * 7) % 50);
        LineItem[] lines =
        [
            Line(1, "Growth plan", 1, 49m + (vendor % 40), start, Cadence.Monthly, id),
            Line(2, "Seats", seats, 9m, start, Cadence.Monthly, id),
            Line(3, "Messages", 1, usage, start, Cadence.Usage, id),
            Line(4, "Priority support", 1, 15m, start, Cadence.Monthly, id),
        ];
        var total = lines.Sum(line => line.Amount!.Value);
        return new()
        {
            Source = new() { FileName = $"{id}.pdf", Sha256 = id },
            Vendor = new() { Name = string.Create(CultureInfo.InvariantCulture, $"{Syllables(vendor)} Software {vendor} Inc."), Category = "SAAS" },
            Account = string.Create(CultureInfo.InvariantCulture, $"acct-{account}"),
            Invoice = new()
            {
                Kind = InvoiceKind.Invoice,
                InvoiceNumber = id,
                InvoiceDate = start,
                BillingPeriodStart = start,
                BillingPeriodEnd = start.AddMonths(1),
                Currency = "USD",
                SubtotalAmount = total,
                TaxAmount = 0m,
                TotalAmount = total,
                PaymentReference = id,
            },
            LineItems = lines,
        };
    }

    /// <summary>A card statement of the given number of rows.</summary>
    public static string Statement(int rows)
    {
        var text = new StringBuilder("Transaction Date,Post Date,Description,Category,Amount,Currency\n");
        for (var row = 0; row < rows; row++)
        {
            var day = new DateOnly(2025, 1, 1).AddDays(row % 365);
            text.Append(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd},{day.AddDays(1):yyyy-MM-dd},\"{Syllables(row % Vendors).ToUpperInvariant()} SOFTWARE {10_000 + row} 866-555-0101 CA\",Software,{9 + (row % 90)}.{row % 100:00},USD\n");
        }

        return text.ToString();
    }

    /// <summary>The words of an invoice over two pages, where a PDF reader would have put them.</summary>
    public static ExtractedDocument TwoPages() => new() { Type = DocumentType.Pdf, Pages = [.. InvoiceText.Pages(lines: 60).Select(Page)] };

    private static TextPage Page(IReadOnlyList<InvoiceText.Entry> entries, int index) => new(index + 1, InvoiceText.Width, InvoiceText.Height,
        [.. entries.GroupBy(entry => entry.Y).OrderByDescending(line => line.Key).Select((line, number) => new TextLine(number + 1, [.. line.OrderBy(entry => entry.X).SelectMany(Words)]))]);

    private static IEnumerable<Word> Words(InvoiceText.Entry entry)
    {
        var x = entry.X;
        foreach (var word in entry.Text.Split(' '))
        {
            var width = word.Length * 5.0;
            yield return new(word, new(x / InvoiceText.Width, 1 - ((entry.Y + 9) / InvoiceText.Height), width / InvoiceText.Width, 9 / InvoiceText.Height));
            x += width + 2.5;
        }
    }

    private static LineItem Line(int number, string description, decimal quantity, decimal price, DateOnly start, Cadence cadence, string id) => new()
    {
        LineId = string.Create(CultureInfo.InvariantCulture, $"L{number}"),
        Description = description,
        Quantity = quantity,
        UnitPrice = price,
        Amount = quantity * price,
        Currency = "USD",
        PeriodStart = start,
        PeriodEnd = start.AddMonths(1),
        IsRecurring = cadence is Cadence.Monthly,
        Cadence = cadence,
        PlanName = number == 1 ? "Growth" : null,
        Evidence = new() { Kind = EvidenceKind.PdfTextSpan, Pointer = new() { Page = 1, LineStart = 10 + number }, Excerpt = $"{description} {id}" },
    };

    // Names that no rule takes for spellings of each other.
    public static string Syllables(int vendor)
    {
        string[] syllables = ["ba", "ke", "ri", "mo", "tu", "la", "ne", "si", "do", "fu", "ga", "he", "ji", "po", "vu", "wa", "ze", "ci", "xo", "qu", "ya", "te", "li"];
        return $"{char.ToUpperInvariant(syllables[vendor % 23][0])}{syllables[vendor % 23][1..]}{syllables[vendor / 23 % 23]}{syllables[(vendor * 7) % 23]}{syllables[(vendor * 11 + 5) % 23]}";
    }
}
