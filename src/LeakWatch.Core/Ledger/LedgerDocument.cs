using System.Globalization;
using LeakWatch.Core.Invoices;
using LeakWatch.Core.Text;
using LeakWatch.Core.Vendors;

namespace LeakWatch.Core.Ledger;

/// <summary>What a document is in the ledger, whatever it calls itself.</summary>
public enum DocumentRole
{
    /// <summary>A vendor's own charge: invoice, receipt, or a row of a Shopify bill.</summary>
    Charge,

    /// <summary>Money back: a credit note, an invoice with a negative total, a refund row.</summary>
    Credit,

    /// <summary>A row of a card or bank statement.</summary>
    Payment,

    /// <summary>The vendor's list of its own invoices: no charge.</summary>
    AccountStatement,

    /// <summary>Reminder, order, contract, notice, …: terms only.</summary>
    Terms,
}

/// <summary>A normalised invoice, prepared once for every comparison.</summary>
public sealed class LedgerDocument
{
    /// <summary>A shorter number in a sentence may be a quantity or a year.</summary>
    internal const int ShortestReference = 4;

    public LedgerDocument(NormalizedInvoice invoice, Vendor vendor, TextKeys keys)
    {
        (Invoice, Vendor) = (invoice, vendor);
        var header = invoice.Invoice;
        Number = NumberKey(header.InvoiceNumber);
        Account = keys.KeyOrNull(invoice.Account);
        Period = ServicePeriod.Of(header.BillingPeriodStart, header.BillingPeriodEnd) ?? PeriodOfLines(invoice.LineItems);
        Date = SaneDates.OrNull(header.InvoiceDate) ?? Period?.Start ?? SaneDates.OrNull(header.DueDate) ?? UnknownDate.Value;
        Total = header.TotalAmount ?? TotalOfLines(invoice);
        IsBillRow = invoice.IsShopifyBill;
        Role = RoleOf(invoice, Total);
        Identity = IdentityOf(invoice);
        Lines = LedgerLine.Prepare(this, keys);
    }

    public NormalizedInvoice Invoice { get; }

    public Vendor Vendor { get; }

    public InvoiceHeader Header => Invoice.Invoice;

    /// <summary>Upper case without spaces; empty when there is none.</summary>
    public string Number { get; }

    public string? Account { get; }

    public ServicePeriod? Period { get; }

    /// <summary>Invoice date, else the start of the period; <see cref="UnknownDate.Value"/> when the document has no date at all.</summary>
    public DateOnly Date { get; }

    public decimal Total { get; }

    public string? Currency => Header.Currency;

    public bool IsBillRow { get; }

    public DocumentRole Role { get; internal set; }

    /// <summary>(sha256, evidence pointer): the same file again is the same document.</summary>
    public string Identity { get; }

    public IReadOnlyList<LedgerLine> Lines { get; }

    /// <summary>Its own sums fail, its currencies conflict, …: it asks, and nothing is claimed from it.</summary>
    public bool IsInDoubt { get; internal set; }

    /// <summary>The merchant said in which currency it is; what is listed for that.</summary>
    public Findings.Reconciled? MerchantCurrency { get; init; }

    /// <summary>The document this one only repeats.</summary>
    public LedgerDocument? CopyOf { get; internal set; }

    /// <summary>Its number was not read, and all else is that of this document: it may be another file of it.</summary>
    public LedgerDocument? PossibleCopyOf { get; internal set; }

    /// <summary>The row of the card or bank that paid it.</summary>
    public LedgerDocument? PaidBy { get; internal set; }

    /// <summary>The invoice that this row of a statement paid.</summary>
    public LedgerDocument? Pays { get; internal set; }

    /// <summary>Credits that name it; gross.</summary>
    public decimal Credited { get; internal set; }

    /// <summary>What its charges cost with tax, less what credits took back.</summary>
    public decimal Owed => Lines.Sum(line => line.Gross) - Credited;

    /// <summary>Why it is no charge of its own (the reason of its <see cref="Findings.Reconciled"/>); null while it is one.</summary>
    public string? ReconciledAs { get; internal set; }

    public bool IsOcr => Invoice.Source.MimeType?.StartsWith("image/", StringComparison.Ordinal) == true
        || Invoice.LineItems.Any(line => line.Evidence.Kind is EvidenceKind.ImageOcrLine);

    /// <summary>Posted is the default; pending, declined and reversed rows are no charges.</summary>
    public Settlement Settlement => Header.Settlement ?? Core.Invoices.Settlement.Posted;

    public string FileName => Invoice.Source.FileName;

    /// <summary>What tells two files apart.</summary>
    public string File => Invoice.Source.Sha256 ?? Invoice.Source.FileName;

    /// <summary>How a sentence names it.</summary>
    public Sentence Describe() => Header.InvoiceNumber switch
    {
        { } number => $"{number} ({FileName})",
        null when Date == UnknownDate.Value => $"{FileName}",
        null => $"{FileName}, {Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}",
    };

    /// <summary>Two payments: each prints a reference of its own.</summary>
    public bool IsPaidApartFrom(LedgerDocument other) =>
        Header.PaymentReference is { Length: > 0 } own && other.Header.PaymentReference is { Length: > 0 } another && own != another;

    /// <summary>Names the other's number as the invoice it belongs to, corrects or replaces.</summary>
    public bool RefersTo(LedgerDocument other) => other.Number.Length >= ShortestReference
        && (NumberKey(Header.RelatedInvoiceNumber) == other.Number || WordsOf(Header.Notes).Contains(other.Number));

    /// <summary>The words of a text as <see cref="Number"/> writes them.</summary>
    internal static IEnumerable<string> WordsOf(string? text) =>
        text is null ? [] : text.Split([' ', ',', ';', ':', '(', ')', '"'], StringSplitOptions.RemoveEmptyEntries).Select(word => NumberKey(word.Trim('.')));

    /// <summary>Forgets what an earlier reconciliation found, before the next.</summary>
    internal void Reset()
    {
        (CopyOf, PossibleCopyOf, PaidBy, Pays, ReconciledAs, Credited) = (null, null, null, null, null, 0m);
    }

    /// <summary>Stable and independent of file names and ids: what everything is sorted by.</summary>
    public static IComparer<LedgerDocument> InOrder { get; } = Comparer<LedgerDocument>.Create(Compare);

    /// <inheritdoc cref="InOrder"/>
    public static int Compare(LedgerDocument left, LedgerDocument right)
    {
        var order = left.Date.CompareTo(right.Date);
        order = order != 0 ? order : string.CompareOrdinal(left.Number, right.Number);
        order = order != 0 ? order : left.Total.CompareTo(right.Total);
        order = order != 0 ? order : Nullable.Compare(left.Period?.Start, right.Period?.Start);
        order = order != 0 ? order : left.Header.Kind.CompareTo(right.Header.Kind);
        order = order != 0 ? order : string.CompareOrdinal(left.Identity, right.Identity);
        return order != 0 ? order : string.CompareOrdinal(left.FileName, right.FileName);
    }

    public static string NumberKey(string? number)
    {
        if (string.IsNullOrEmpty(number))
        {
            return "";
        }

        foreach (var character in number)
        {
            if (char.IsWhiteSpace(character) || character == '#')
            {
                return string.Concat(number.Where(other => !char.IsWhiteSpace(other) && other != '#')).ToUpperInvariant();
            }
        }

        return number.ToUpperInvariant();
    }

    private static DocumentRole RoleOf(NormalizedInvoice invoice, decimal total)
    {
        var header = invoice.Invoice;
        return header.Kind switch
        {
            InvoiceKind.CreditNote => DocumentRole.Credit,
            InvoiceKind.Invoice or InvoiceKind.Receipt => total < 0m && !HasCharge(invoice) ? DocumentRole.Credit : DocumentRole.Charge,
            InvoiceKind.Statement when total < 0m => DocumentRole.Credit,
            InvoiceKind.Statement when invoice.IsShopifyBill => DocumentRole.Charge,
            InvoiceKind.Statement => invoice.LineItems.Count > 1 || invoice.Account is not null ? DocumentRole.AccountStatement : DocumentRole.Payment,
            _ => DocumentRole.Terms,
        };
    }

    /// <summary>For a document whose total was not read.</summary>
    private static decimal TotalOfLines(NormalizedInvoice invoice)
    {
        var (total, hasTax, hasDiscount) = (0m, false, false);
        foreach (var line in invoice.LineItems)
        {
            total += line.Amount ?? 0m;
            hasTax |= line.Type is LineItemType.Tax;
            hasDiscount |= line.Type is LineItemType.Discount;
        }

        return total + (hasTax ? 0m : invoice.Invoice.TaxAmount ?? 0m) - (hasDiscount ? 0m : invoice.Invoice.DiscountAmount ?? 0m);
    }

    /// <summary>An invoice may be negative only because it takes an earlier charge back.</summary>
    private static bool HasCharge(NormalizedInvoice invoice)
    {
        foreach (var line in invoice.LineItems)
        {
            if (line.Type is LineItemType.Charge && line.Amount > 0m)
            {
                return true;
            }
        }

        return false;
    }

    private static ServicePeriod? PeriodOfLines(IReadOnlyList<LineItem> lines)
    {
        ServicePeriod? period = null;
        foreach (var line in lines)
        {
            if (line.Type is LineItemType.Charge && ServicePeriod.Of(line.PeriodStart, line.PeriodEnd) is { } one)
            {
                period = period?.Around(one) ?? one;
            }
        }

        return period;
    }

    private static string IdentityOf(NormalizedInvoice invoice)
    {
        var source = invoice.Source;
        var pointer = invoice.LineItems is [var line, ..] ? line.Evidence.Pointer : invoice.Terms is [var term, ..] ? term.Evidence?.Pointer : null;
        var place = pointer is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{pointer.Page}/{pointer.LineStart}/{pointer.Row}/{pointer.Column}");
        return $"{source.Sha256 ?? source.DocumentVersionId ?? source.FileName}|{place}";
    }
}
