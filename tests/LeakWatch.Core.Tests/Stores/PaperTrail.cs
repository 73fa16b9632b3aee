using LeakWatch.Core.Invoices;

namespace LeakWatch.Core.Tests.Stores;

/// <summary>More papers of the same charges, and tax upon them; whatever a vendor does, they change at most how much tax is in an amount.</summary>
internal static class PaperTrail
{
    // Behaviours that are about these papers themselves, or about sums that must stay as they are.
    private static readonly string[] LeftAlone = ["receipt", "read by OCR", "statement of account", "add up", "credit", "balance", "two files", "without an account", "without a period"];

    public static void Lengthen(VendorBook book)
    {
        if (LeftAlone.Any(word => book.Behaviour.Name.Contains(word, StringComparison.Ordinal)))
        {
            return;
        }

        switch (book.Random.Next(8))
        {
            case 0:
                AddReceipts(book);
                break;
            case 1:
                AddReminders(book);
                break;
            case 2:
                AddPendingRows(book);
                break;
            case 3:
                AddStatementOfAccount(book);
                break;
            case 4:
                AddTax(book);
                break;
        }
    }

    private static List<NormalizedInvoice> Invoices(VendorBook book) =>
        [.. book.Documents.Where(document => document.Invoice is { Kind: InvoiceKind.Invoice, TotalAmount: > 0, InvoiceNumber: not null })];

    private static void AddReceipts(VendorBook book)
    {
        foreach (var document in Invoices(book))
        {
            book.Documents.Add(document with
            {
                Source = book.File("pdf"),
                Invoice = document.Invoice with { Kind = InvoiceKind.Receipt, InvoiceDate = document.Invoice.InvoiceDate!.Value.AddDays(book.Random.Next(0, 2)) },
            });
        }
    }

    private static void AddReminders(VendorBook book)
    {
        foreach (var document in Invoices(book).Where(_ => book.Random.Next(3) == 0))
        {
            book.Documents.Add(document with
            {
                Source = book.File("pdf"),
                Invoice = document.Invoice with { Kind = InvoiceKind.Reminder, InvoiceDate = document.Invoice.InvoiceDate!.Value.AddDays(book.Random.Next(7, 30)) },
            });
        }
    }

    private static void AddPendingRows(VendorBook book)
    {
        foreach (var row in book.CardRows.Where(row => row is { Amount: > 0, Settlement: Settlement.Posted }).ToList())
        {
            book.CardRows.Add(row with { Date = row.Date.AddDays(-book.Random.Next(0, 3)), Settlement = Settlement.Pending });
        }
    }

    private static void AddStatementOfAccount(VendorBook book)
    {
        var listed = Invoices(book).OrderBy(document => document.Invoice.InvoiceDate).TakeLast(4)
            .Select(document => book.Line($"{document.Invoice.InvoiceNumber}  {document.Invoice.InvoiceDate:yyyy-MM-dd}", null, document.Invoice.TotalAmount, null, cadence: null) with
            {
                UnitPrice = null,
                PeriodStart = document.Invoice.BillingPeriodStart,
                PeriodEnd = document.Invoice.BillingPeriodEnd,
                Currency = document.Invoice.Currency,
            }).ToList();
        if (listed.Count == 0 || listed.Select(line => line.Currency).Distinct().Count() > 1 || listed[0].Currency != book.Currency)
        {
            return;
        }

        book.Write(book.AsOf, listed, InvoiceKind.Statement, number: null, notes: "Statement of account", isPaid: false);
        book.Documents[^1] = book.Documents[^1] with { Invoice = book.Documents[^1].Invoice with { BillingPeriodStart = null, BillingPeriodEnd = null, PaymentMethodHint = null } };
    }

    private static bool IsExact(VendorBook book, decimal? amount) => amount is null || book.Round(amount.Value * 0.2m) == amount * 0.2m;

    // A fifth, where that is exact on every line: what is owed then is exact too.
    private static void AddTax(VendorBook book)
    {
        var isUntaxed = book.Documents.TrueForAll(document => document.Invoice.TaxAmount is null && document.LineItems.All(line => IsExact(book, line.Amount)))
            && book.Expected.TrueForAll(expected => IsExact(book, expected.Amount));
        if (!isUntaxed || book.BillRows.Count > 0 || book.Behaviour.Name.Contains("renew", StringComparison.Ordinal) || book.Documents.Count == 0 || book.Documents.Any(document => document.Invoice.Currency is { } printed && printed != book.Currency))
        {
            return;
        }

        for (var index = 0; index < book.Documents.Count; index++)
        {
            var document = book.Documents[index];
            if (document.Invoice.TotalAmount is { } total and not 0)
            {
                var line = book.Line("VAT 20%", null, total * 0.2m, null, cadence: null) with { LineId = "T1", Type = LineItemType.Tax, UnitPrice = null, Evidence = VendorBook.Printed(25, $"VAT 20%  {total * 0.2m}") };
                book.Documents[index] = document with { LineItems = [.. document.LineItems, line], Invoice = document.Invoice with { TaxAmount = total * 0.2m, TotalAmount = total * 1.2m } };
            }
        }

        for (var index = 0; index < book.CardRows.Count; index++)
        {
            book.CardRows[index] = book.CardRows[index] with { Amount = book.CardRows[index].Amount * 1.2m };
        }

        for (var index = 0; index < book.Expected.Count; index++)
        {
            book.Expected[index] = book.Expected[index] with { Amount = book.Expected[index].Amount * 1.2m };
        }
    }
}
