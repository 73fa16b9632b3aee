using LeakWatch.Core.Invoices;

namespace LeakWatch.Core.Ledger;

/// <summary>The same document more than once: the same file, two files of one invoice, an invoice and its receipt, a statement exported twice.</summary>
internal static class DuplicateDocuments
{
    /// <summary>A receipt follows its invoice, or the day it was due, by so many days at most; it may precede it by three.</summary>
    private const int ReceiptDays = 10;

    private const int DaysBefore = 3;

    public static List<LedgerDocument> Remove(VendorLedger ledger)
    {
        var documents = WithoutSameFile(ledger);
        RemoveRepeatedRows(ledger, documents);
        RemoveSameInvoice(ledger, documents);
        RemoveMisreadNumbers(ledger, documents);
        RemoveReceipts(ledger, documents);
        RemoveInvoicesOfBillRows(ledger, documents);
        MarkUnnumbered(documents);
        foreach (var document in documents.Where(document => document.Role is DocumentRole.AccountStatement))
        {
            ledger.Reconcile(document, "STATEMENT_OF_ACCOUNT", $"{document.Describe()} lists the vendor's invoices and charges nothing of its own.");
        }

        return documents;
    }

    private static List<LedgerDocument> WithoutSameFile(VendorLedger ledger)
    {
        var kept = new List<LedgerDocument>(ledger.Documents.Count);
        var first = new Dictionary<string, LedgerDocument>(ledger.Documents.Count, StringComparer.Ordinal);
        foreach (var document in ledger.Documents)
        {
            if (first.TryGetValue(document.Identity, out var same))
            {
                ledger.Explain("SAME_FILE", $"{document.Describe()} is the same file as {same.FileName}: it counts once.", same, document);
                continue;
            }

            first[document.Identity] = document;
            kept.Add(document);
        }

        return kept;
    }

    /// <summary>Rows of one file are never the same charge; rows that two exports share are: each counts as often as in the file that has it most.</summary>
    private static void RemoveRepeatedRows(VendorLedger ledger, List<LedgerDocument> documents)
    {
        var seen = new Dictionary<(DateOnly, decimal, string?, string, string?, ServicePeriod?), List<LedgerDocument>>();
        foreach (var row in documents.Where(document => document.Header.Kind is InvoiceKind.Statement && document.Role is not DocumentRole.AccountStatement && document.Number.Length == 0))
        {
            var key = (row.Date, row.Total, row.Currency, Digits(row.Invoice.Vendor.Name), row.Header.PaymentMethodHint, row.Period);
            if (!seen.TryGetValue(key, out var same))
            {
                seen[key] = [row];
                continue;
            }

            var earlier = same.Find(other => other.File != row.File && other.Settlement == row.Settlement && !same.Exists(twin => twin.CopyOf == other && twin.File == row.File));
            same.Add(row);
            if (earlier is not null && earlier.CopyOf is null)
            {
                row.CopyOf = earlier;
                ledger.Reconcile(row, "SAME_ROW", $"{row.Describe()} is in {earlier.FileName} and {row.FileName}: it counts once.", earlier);
            }
        }
    }

    private static string Digits(string? name) => name is not null && name.AsSpan().ContainsAnyInRange('0', '9') ? string.Concat(name.Where(char.IsAsciiDigit)) : "";

    private static void RemoveSameInvoice(VendorLedger ledger, List<LedgerDocument> documents)
    {
        var byNumber = new Dictionary<(string, decimal, DocumentRole), List<LedgerDocument>>();
        foreach (var document in documents)
        {
            if (document.Number.Length == 0 || document.Role is not (DocumentRole.Charge or DocumentRole.Credit))
            {
                continue;
            }

            var key = (document.Number, document.Total, document.Role);
            if (!byNumber.TryGetValue(key, out var same))
            {
                byNumber[key] = [document];
                continue;
            }

            // One copy of each file at most stands for one charge: rows of one bill share number and amount.
            var original = same.Find(other => other.CopyOf is null && IsSameCharge(other, document) && !same.Exists(copy => copy.CopyOf == other && copy.File == document.File));
            same.Add(document);
            if (original is null)
            {
                continue;
            }

            document.CopyOf = original;
            if (original.Header.Kind is InvoiceKind.Receipt || document.Header.Kind is InvoiceKind.Receipt)
            {
                ledger.Reconcile(document, "RECEIPT", $"{original.FileName} and {document.FileName} are the invoice and its receipt {document.Header.InvoiceNumber}: one charge.", original);
            }
            else
            {
                ledger.Reconcile(document, "SAME_INVOICE", $"{original.FileName} and {document.FileName} are two files of the same invoice {document.Header.InvoiceNumber}: one charge.", original);
            }
        }
    }

    /// <summary>A number that was not read cannot tell a second file of an invoice from a second invoice.</summary>
    private static void MarkUnnumbered(List<LedgerDocument> documents)
    {
        var charges = documents.FindAll(document => document is { Role: DocumentRole.Charge, CopyOf: null } && document.Header.Kind is not InvoiceKind.Statement);
        if (!charges.Exists(document => document.Number.Length == 0))
        {
            return;
        }

        var alike = charges.ToLookup(document => (document.Date, document.Total));
        foreach (var document in charges.Where(document => document.Number.Length == 0))
        {
            document.PossibleCopyOf = alike[(document.Date, document.Total)].FirstOrDefault(other => other != document && other.PossibleCopyOf is null && IsSameCharge(other, document)
                && !(other.Header.PaymentReference is { } left && document.Header.PaymentReference is { } right && left != right));
        }
    }

    private static bool IsSameCharge(LedgerDocument left, LedgerDocument right) =>
        left.File != right.File && left.Currency == right.Currency && AccountComparison.MayBeSame(left.Account, right.Account) && !(left.Header.Kind == right.Header.Kind && left.IsPaidApartFrom(right))
        && (left.Period is { } period && right.Period is { } other ? period == other || (left.Date == right.Date && !left.IsBillRow) : left.Date == right.Date);

    /// <summary>Numbers that differ only by look-alike characters are one document when at least one of them was read by OCR.</summary>
    private static void RemoveMisreadNumbers(VendorLedger ledger, List<LedgerDocument> documents)
    {
        var byShape = new Dictionary<(string, decimal, DateOnly), List<LedgerDocument>>();
        foreach (var document in documents)
        {
            if (document.Number.Length == 0 || document.Role is not DocumentRole.Charge || document.IsBillRow || document.CopyOf is not null)
            {
                continue;
            }

            var key = (Shape(document.Number), document.Total, document.Date);
            if (!byShape.TryGetValue(key, out var same))
            {
                byShape[key] = [document];
                continue;
            }

            var twin = same.Find(other => other.Number != document.Number && other.Period == document.Period && other.Currency == document.Currency
                && AccountComparison.MayBeSame(other.Account, document.Account) && (other.IsOcr || document.IsOcr) && other.CopyOf is null);
            same.Add(document);
            if (twin is null)
            {
                continue;
            }

            var (kept, dropped) = twin.IsOcr && !document.IsOcr ? (document, twin) : (twin, document);
            dropped.CopyOf = kept;
            ledger.Reconcile(
                dropped,
                "SAME_INVOICE",
                $"{kept.Header.InvoiceNumber} and {dropped.Header.InvoiceNumber} differ only by characters that OCR confuses, with the same date, total and period: one invoice.",
                kept);
        }
    }

    private static string Shape(string number) => string.Create(number.Length, number, static (span, source) =>
    {
        for (var index = 0; index < source.Length; index++)
        {
            span[index] = source[index] switch { 'O' or 'Q' or 'D' => '0', 'I' or 'L' or '|' => '1', 'S' => '5', 'B' => '8', 'Z' => '2', var other => other };
        }
    });

    /// <summary>A receipt with a number of its own belongs to the invoice it names, or to the one with the same amount and time.</summary>
    private static void RemoveReceipts(VendorLedger ledger, List<LedgerDocument> documents)
    {
        var receipts = documents.FindAll(document => document is { Role: DocumentRole.Charge, CopyOf: null } && document.Header.Kind is InvoiceKind.Receipt);
        if (receipts.Count == 0)
        {
            return;
        }

        var invoices = documents.FindAll(document => document is { Role: DocumentRole.Charge, CopyOf: null } && document.Header.Kind is InvoiceKind.Invoice)
            .ToLookup(document => document.Total);
        var paid = documents.FindAll(document => document.CopyOf is not null && document.Header.Kind is InvoiceKind.Receipt).Select(document => document.CopyOf!).ToHashSet();
        foreach (var receipt in receipts)
        {
            // A number says more than a date.
            var related = LedgerDocument.NumberKey(receipt.Header.RelatedInvoiceNumber);
            var hasInvoice = receipt.Number.Length > 0 && invoices[receipt.Total].Any(candidate => candidate.Number == receipt.Number);
            var invoice = invoices[receipt.Total].Where(candidate => !paid.Contains(candidate) && candidate.Currency == receipt.Currency && AccountComparison.MayBeSame(candidate.Account, receipt.Account)
                    && (related.Length > 0 ? candidate.Number == related : hasInvoice ? candidate.Number == receipt.Number : receipt.RefersTo(candidate) || IsSameTime(candidate, receipt)))
                .MinBy(candidate => (receipt.RefersTo(candidate) ? 0 : 1, Math.Abs(candidate.Date.DayNumber - receipt.Date.DayNumber)));
            if (invoice is null)
            {
                continue;
            }

            paid.Add(invoice);
            receipt.CopyOf = invoice;
            ledger.Reconcile(receipt, "RECEIPT", $"{receipt.Describe()} is the receipt of invoice {invoice.Header.InvoiceNumber}: one charge.", invoice);
        }
    }

    /// <summary>The app vendor's own invoice that says it was paid by the Shopify bill is the bill's row.</summary>
    private static void RemoveInvoicesOfBillRows(VendorLedger ledger, List<LedgerDocument> documents)
    {
        var invoices = documents.FindAll(document => document is { Role: DocumentRole.Charge, CopyOf: null, IsBillRow: false }
            && string.Equals(document.Header.PaymentMethodHint, NormalizedInvoice.ShopifyBill, StringComparison.OrdinalIgnoreCase));
        foreach (var invoice in invoices)
        {
            var row = documents.Find(row => row is { IsBillRow: true, Role: DocumentRole.Charge, CopyOf: null, Pays: null } && row.Total == invoice.Total && row.Currency == invoice.Currency && IsSameTime(row, invoice));
            if (row is not null)
            {
                (row.Pays, invoice.CopyOf) = (invoice, row);
                ledger.Reconcile(invoice, "SAME_INVOICE", $"{invoice.Describe()} was paid by Shopify bill {row.Header.InvoiceNumber}: one charge.", row);
            }
        }
    }

    private static bool IsSameTime(LedgerDocument invoice, LedgerDocument receipt)
    {
        var days = receipt.Date.DayNumber - invoice.Date.DayNumber;
        var latest = Math.Max(invoice.Date.DayNumber, SaneDates.OrNull(invoice.Header.DueDate)?.DayNumber ?? 0) - invoice.Date.DayNumber + ReceiptDays;
        return invoice.Period is { } period && receipt.Period is { } other ? period == other : days >= -DaysBefore && days <= latest;
    }
}
