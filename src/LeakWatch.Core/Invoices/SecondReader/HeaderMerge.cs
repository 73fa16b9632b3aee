namespace LeakWatch.Core.Invoices.SecondReader;

/// <summary>Whose sums a merged header has: those read without a model, these with gaps filled, or the model's with gaps filled.</summary>
internal enum Sums { Own, Filled, Models }

internal sealed record MergedHeader(InvoiceVendor Vendor, string? Account, InvoiceHeader Invoice, IReadOnlyDictionary<string, Evidence> Evidence);

/// <summary>Header fields of two readings: printed ones stay, gaps are filled with what the model found and the document prints.</summary>
internal sealed class HeaderMerge(NormalizedInvoice? printed, CheckedAnswer answer)
{
    private readonly Dictionary<string, Evidence> evidence = [];
    private readonly List<string> used = [];

    /// <summary>A shared symbol is sure only where the model found a code, or nobody doubted it.</summary>
    public bool IsCurrencySure => CurrencyIsNew ? answer.Currency!.Value.IsSure : printed is { Invoice.Currency: not null } && !IsMissing("invoice.currency");

    /// <summary>The first reading had none, or only the likeliest of several.</summary>
    public bool CurrencyIsNew => answer.Currency is { Value: var read } && (printed?.Invoice.Currency is null || (IsMissing("invoice.currency") && read.IsSure));

    /// <returns>The header, and the paths of all that came from the model.</returns>
    public (MergedHeader Header, IReadOnlyList<string> Used) Merge(InvoiceKind kind, Sums sums)
    {
        evidence.Clear();
        used.Clear();
        foreach (var (path, place) in printed?.FieldEvidence ?? new Dictionary<string, Evidence>())
        {
            evidence[path] = place;
        }

        var (vendor, own) = (printed?.Vendor ?? new(), printed?.Invoice ?? new() { Kind = kind });
        var isCredit = kind is InvoiceKind.CreditNote;
        var merged = new MergedHeader(
            vendor with
            {
                Name = Text("vendor.name", vendor.Name, answer.VendorName),
                SupportEmail = Text("vendor.supportEmail", vendor.SupportEmail, answer.SupportEmail),
                Website = Text("vendor.website", vendor.Website, answer.Website),
                TaxId = Text("vendor.taxId", vendor.TaxId, answer.TaxId),
            },
            Text("account", printed?.Account, answer.Account),
            own with
            {
                Kind = kind,
                InvoiceNumber = Text("invoice.invoiceNumber", own.InvoiceNumber, answer.InvoiceNumber),
                RelatedInvoiceNumber = Text("invoice.relatedInvoiceNumber", own.RelatedInvoiceNumber, answer.RelatedInvoiceNumber),
                PaymentMethodHint = Text("invoice.paymentMethodHint", own.PaymentMethodHint, answer.PaymentMethodHint),
                PaymentReference = Text("invoice.paymentReference", own.PaymentReference, answer.PaymentReference),
                InvoiceDate = Value("invoice.invoiceDate", own.InvoiceDate, answer.InvoiceDate, date => date.Date),
                DueDate = Value("invoice.dueDate", own.DueDate, answer.DueDate, date => date.Date),
                BillingPeriodStart = own.BillingPeriodEnd is null ? Value("invoice.billingPeriodStart", own.BillingPeriodStart, answer.Period, period => period.Start) : own.BillingPeriodStart,
                BillingPeriodEnd = own.BillingPeriodStart is null ? Value("invoice.billingPeriodEnd", own.BillingPeriodEnd, answer.Period, period => period.End) : own.BillingPeriodEnd,
                Currency = CurrencyIsNew ? Value<string, CurrencyRead>("invoice.currency", null, answer.Currency, read => read.Code) : own.Currency,
                SubtotalAmount = Sum("invoice.subtotalAmount", own.SubtotalAmount, answer.Subtotal, sums, isCredit),
                TaxAmount = Sum("invoice.taxAmount", own.TaxAmount, answer.Tax, sums, isCredit),
                DiscountAmount = Sum("invoice.discountAmount", own.DiscountAmount, answer.Discount, sums, false) is { } discount ? Math.Abs(discount) : null,
                TotalAmount = Sum("invoice.totalAmount", own.TotalAmount, answer.Total, sums, isCredit),
                AmountDue = Sum("invoice.amountDue", own.AmountDue, answer.AmountDue, sums, false),
                Settlement = own.Settlement ?? Settlement.Posted,
            },
            new Dictionary<string, Evidence>(evidence));
        return (merged, [.. used.Distinct()]);
    }

    /// <summary>The invoice has no value for a header field a model may report.</summary>
    public static bool IsEmpty(NormalizedInvoice invoice, string path) => path switch
    {
        "vendor.name" => invoice.Vendor.Name is null,
        "vendor.supportEmail" => invoice.Vendor.SupportEmail is null,
        "vendor.website" => invoice.Vendor.Website is null,
        "vendor.taxId" => invoice.Vendor.TaxId is null,
        "account" => invoice.Account is null,
        "invoice.invoiceNumber" => invoice.Invoice.InvoiceNumber is null,
        "invoice.relatedInvoiceNumber" => invoice.Invoice.RelatedInvoiceNumber is null,
        "invoice.paymentMethodHint" => invoice.Invoice.PaymentMethodHint is null,
        "invoice.paymentReference" => invoice.Invoice.PaymentReference is null,
        "invoice.invoiceDate" => invoice.Invoice.InvoiceDate is null,
        "invoice.dueDate" => invoice.Invoice.DueDate is null,
        "invoice.billingPeriodStart" => invoice.Invoice.BillingPeriodStart is null,
        "invoice.billingPeriodEnd" => invoice.Invoice.BillingPeriodEnd is null,
        "invoice.currency" => invoice.Invoice.Currency is null,
        "invoice.subtotalAmount" => invoice.Invoice.SubtotalAmount is null,
        "invoice.taxAmount" => invoice.Invoice.TaxAmount is null,
        "invoice.discountAmount" => invoice.Invoice.DiscountAmount is null,
        "invoice.totalAmount" => invoice.Invoice.TotalAmount is null,
        "invoice.amountDue" => invoice.Invoice.AmountDue is null,
        _ => false,
    };

    private bool IsMissing(string path) => printed?.Quality.MissingFields.Contains(path) is true;

    private string? Text(string path, string? own, Checked<string>? other)
    {
        if (own is not null || other is null)
        {
            return own;
        }

        Use(path, other.Evidence);
        return other.Value;
    }

    private T? Value<T, TRead>(string path, T? own, Checked<TRead>? other, Func<TRead, T> value)
    {
        if (own is not null || other is null)
        {
            return own;
        }

        Use(path, other.Evidence);
        return value(other.Value);
    }

    private decimal? Sum(string path, decimal? own, Checked<AmountRead>? other, Sums sums, bool isCredit)
    {
        if (other is null || sums is Sums.Own || (sums is Sums.Filled && own is not null))
        {
            return own;
        }

        var value = isCredit ? -Math.Abs(other.Value.Value) : other.Value.Value;
        if (value != own)
        {
            Use(path, other.Evidence);
        }

        return value;
    }

    private void Use(string path, Evidence place)
    {
        evidence[path] = place;
        used.Add(path);
    }
}
