using System.Globalization;
using LeakWatch.Core.Invoices;

namespace LeakWatch.Core.Tests.Stores;

/// <summary>The documents that many vendors share: the card's monthly statements and the store's Shopify bills.</summary>
internal static class StoreStatements
{
    /// <summary>A file per month, a normalised invoice per row.</summary>
    public static IEnumerable<NormalizedInvoice> Card(StoreFacts store, IEnumerable<CardRow> rows, Random random)
    {
        var months = rows.Where(row => row.Date <= store.AsOf).OrderBy(row => row.Date).ThenBy(row => row.CardName, StringComparer.Ordinal).ThenBy(row => row.Amount)
            .GroupBy(row => (row.Date.Year, row.Date.Month));
        foreach (var month in months)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"card-4410-{store.Seed}-{month.Key.Year}-{month.Key.Month:00}.csv");
            var line = 1;
            foreach (var row in month)
            {
                yield return CardRowOf(store, row, name, ++line, random);
            }
        }
    }

    /// <summary>A bill a month and one on the as-of date, each with the cycles that began since the bill before it; the card pays each bill in one row.</summary>
    public static IEnumerable<NormalizedInvoice> ShopifyBills(StoreFacts store, IEnumerable<BillRow> rows, Random random, ICollection<CardRow> payments)
    {
        foreach (var shop in rows.GroupBy(row => row.Store).OrderBy(shop => shop.Key, StringComparer.Ordinal))
        {
            var number = random.Next(300_000_000, 400_000_000);
            var day = random.Next(1, 28);
            var previous = DateOnly.MinValue;
            var dates = Enumerable.Range(-store.Months - 1, store.Months + 2).Select(offset => VendorBook.OnDay(store.AsOf, offset, day)).Where(date => date < store.AsOf);
            foreach (var date in dates.Append(store.AsOf))
            {
                var billed = shop.Where(row => row.Line.PeriodStart > previous && row.Line.PeriodStart <= date)
                    .OrderBy(row => row.Vendor.Vendor.Name, StringComparer.Ordinal).ThenBy(row => row.Line.PeriodStart).ThenBy(row => row.Line.Description, StringComparer.Ordinal).ToList();
                previous = date;
                number += random.Next(100, 9000);
                if (billed.Count == 0)
                {
                    continue;
                }

                if (store.HasCard)
                {
                    payments.Add(new(null, date.AddDays(random.Next(0, 3)), billed.Sum(row => row.Line.Amount!.Value), "USD") { BillNumber = number });
                }

                var line = 1;
                foreach (var row in billed)
                {
                    yield return BillRowOf(row, date, number.ToString(CultureInfo.InvariantCulture), ++line);
                }
            }
        }
    }

    private static NormalizedInvoice CardRowOf(StoreFacts store, CardRow row, string file, int line, Random random)
    {
        var isForeign = row.Currency != store.Currency;
        var rate = StoreFacts.Convert(1m, row.Currency, store.Currency) * (1 + (random.Next(-25, 26) / 1000m));
        var amount = isForeign ? new Money(row.Amount * rate, store.Currency).Rounded().Amount : row.Amount;
        var notes = isForeign && row.ShowsOriginal
            ? string.Create(CultureInfo.InvariantCulture, $"{row.Currency} {row.Amount} @ {rate:0.0000}")
            : row.BillNumber is { } bill ? string.Create(CultureInfo.InvariantCulture, $"bill {bill}") : null;
        var description = notes is not null && row.BillNumber is null ? $"{row.CardName} {notes}" : row.CardName;
        return new()
        {
            Source = new() { FileName = file, DocumentVersionId = "dv-" + file, Sha256 = VendorBook.Sha256(file), MimeType = "text/csv" },
            Vendor = new() { Name = row.CardName, CanonicalName = random.Next(2) == 0 ? row.CanonicalName : null },
            Invoice = new()
            {
                Kind = InvoiceKind.Statement,
                InvoiceDate = row.Date,
                Currency = store.Currency,
                SubtotalAmount = amount,
                TotalAmount = amount,
                PaymentMethodHint = "Visa ending 4410",
                Settlement = row.Settlement is Settlement.Posted ? null : row.Settlement,
                Notes = notes,
            },
            LineItems =
            [
                new()
                {
                    LineId = "L1",
                    Type = amount < 0 ? LineItemType.Refund : LineItemType.Charge,
                    Description = description,
                    Amount = amount,
                    Currency = store.Currency,
                    IsRecurring = false,
                    Evidence = new()
                    {
                        Kind = EvidenceKind.CsvRow,
                        Pointer = new() { Row = line },
                        Excerpt = string.Create(CultureInfo.InvariantCulture, $"{row.Date:yyyy-MM-dd},\"{description}\",{amount},{store.Currency}"),
                    },
                },
            ],
            Quality = new() { Confidence = 95, MissingFields = ["account", "invoice.billingPeriodEnd", "invoice.billingPeriodStart", "invoice.invoiceNumber"] },
        };
    }

    private static NormalizedInvoice BillRowOf(BillRow row, DateOnly date, string number, int line)
    {
        var file = $"shopify-charges-{number}.csv";
        var charge = row.Line;
        return new()
        {
            Source = new() { FileName = file, DocumentVersionId = "dv-" + file, Sha256 = VendorBook.Sha256(file), MimeType = "text/csv" },
            Vendor = new() { Name = row.Vendor.Vendor.Printed, CanonicalName = row.Vendor.IsNamedByReader ? row.Vendor.Vendor.Name : null, Category = row.Vendor.Category },
            Account = row.Store,
            Invoice = new()
            {
                Kind = InvoiceKind.Statement,
                InvoiceNumber = number,
                InvoiceDate = date,
                BillingPeriodStart = charge.PeriodStart,
                BillingPeriodEnd = charge.PeriodEnd,
                Currency = "USD",
                SubtotalAmount = charge.Amount,
                TotalAmount = charge.Amount,
                PaymentMethodHint = "Shopify bill",
            },
            LineItems =
            [
                charge with
                {
                    Evidence = new()
                    {
                        Kind = EvidenceKind.CsvRow,
                        Pointer = new() { Row = line },
                        Excerpt = string.Create(CultureInfo.InvariantCulture, $"{date:yyyy-MM-dd},\"{charge.Description}\",{charge.Amount},USD"),
                    },
                },
            ],
            Quality = new() { Confidence = 95 },
        };
    }
}
