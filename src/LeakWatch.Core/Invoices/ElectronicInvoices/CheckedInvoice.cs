using System.Globalization;

namespace LeakWatch.Core.Invoices.ElectronicInvoices;

/// <summary>An e-invoice checked against the page it came with: what both say keeps its place on the page, and where they disagree the page stands.</summary>
internal sealed class CheckedInvoice
{
    private readonly ElectronicInvoice xml;
    private readonly NormalizedInvoice? page;
    private readonly PrintedValues printed;
    private readonly Dictionary<string, Evidence> evidence = new(StringComparer.Ordinal);
    private readonly List<string> warnings = [];

    private CheckedInvoice(ElectronicInvoice xml, NormalizedInvoice? page, PrintedValues printed) => (this.xml, this.page, this.printed) = (xml, page, printed);

    /// <param name="page">What the page reads as without the XML; null when it is no invoice by itself.</param>
    public static NormalizedInvoice Of(ElectronicInvoice xml, NormalizedInvoice? page, PrintedValues printed)
    {
        var header = xml.Invoice.Invoice;
        var isPrinted = (header.InvoiceNumber is { } number && printed.Text(number) is not null) || (header.TotalAmount is { } total && printed.Amount(total) is not null);
        if (!isPrinted && page is { Invoice.TotalAmount: not null })
        {
            return page with
            {
                Quality = page.Quality with
                {
                    Warnings = [.. page.Quality.Warnings, $"The embedded XML is another invoice ({header.InvoiceNumber}, {header.TotalAmount?.ToString(CultureInfo.InvariantCulture)} {header.Currency}); the page stands."],
                },
            };
        }

        return new CheckedInvoice(xml, page, printed).Merge();
    }

    private NormalizedInvoice Merge()
    {
        var (header, paper) = (xml.Invoice.Invoice, page?.Invoice);
        var vendor = VendorName();
        var merged = xml.Invoice with
        {
            Vendor = xml.Invoice.Vendor with
            {
                Name = vendor,
                CanonicalName = Reading.VendorName.Trading(vendor),
                SupportEmail = xml.Invoice.Vendor.SupportEmail ?? Of("vendor.supportEmail", page?.Vendor.SupportEmail),
                Website = xml.Invoice.Vendor.Website ?? Of("vendor.website", page?.Vendor.Website),
                TaxId = xml.Invoice.Vendor.TaxId ?? Of("vendor.taxId", page?.Vendor.TaxId),
            },
            Account = xml.Invoice.Account ?? Of("account", page?.Account),
            Invoice = header with
            {
                InvoiceNumber = Checked("invoice.invoiceNumber", header.InvoiceNumber, paper?.InvoiceNumber, printed.Text),
                InvoiceDate = Checked("invoice.invoiceDate", header.InvoiceDate, paper?.InvoiceDate),
                DueDate = Checked("invoice.dueDate", header.DueDate, paper?.DueDate),
                BillingPeriodStart = header.BillingPeriodStart ?? paper?.BillingPeriodStart,
                BillingPeriodEnd = header.BillingPeriodEnd ?? paper?.BillingPeriodEnd,
                Currency = header.Currency ?? Of("invoice.currency", paper?.Currency),
                SubtotalAmount = Checked("invoice.subtotalAmount", header.SubtotalAmount, paper?.SubtotalAmount),
                TaxAmount = Checked("invoice.taxAmount", header.TaxAmount, paper?.TaxAmount),
                DiscountAmount = header.DiscountAmount ?? Of("invoice.discountAmount", paper?.DiscountAmount),
                TotalAmount = Checked("invoice.totalAmount", header.TotalAmount, paper?.TotalAmount),
                AmountDue = Checked("invoice.amountDue", header.AmountDue, paper?.AmountDue),
                PaymentMethodHint = header.PaymentMethodHint ?? Of("invoice.paymentMethodHint", paper?.PaymentMethodHint),
                PaymentReference = header.PaymentReference ?? Of("invoice.paymentReference", paper?.PaymentReference),
                RelatedInvoiceNumber = header.RelatedInvoiceNumber ?? Of("invoice.relatedInvoiceNumber", paper?.RelatedInvoiceNumber),
                Settlement = paper?.Settlement ?? header.Settlement,
            },
            LineItems = Lines(),
            Terms = page?.Terms ?? [],
        };
        foreach (var (field, node) in xml.Invoice.FieldEvidence ?? new Dictionary<string, Evidence>())
        {
            evidence.TryAdd(field, node);
        }

        return ElectronicInvoiceReader.WithQuality(merged with { FieldEvidence = evidence }, warnings, xml.Charges);
    }

    // A name may stand in a logo, which is no text: only a page that prints one of the seller's names decides between them.
    private string? VendorName()
    {
        foreach (var name in xml.SellerNames)
        {
            if (printed.Text(name) is { } place)
            {
                evidence["vendor.name"] = place;
                return name;
            }
        }

        return xml.Invoice.Vendor.Name ?? Of("vendor.name", page?.Vendor.Name);
    }

    private IReadOnlyList<LineItem> Lines()
    {
        var lines = xml.Invoice.LineItems.Select(line => (Line: line, Place: line.Amount is { } amount ? printed.Line(line.Description, amount) : null)).ToList();
        var pageAddsUp = page is { LineItems.Count: > 0, Quality.Proof.LinesSum.State: ProofState.Holds };
        if (pageAddsUp && lines.Any(line => line.Place is null && line.Line.Amount is not (null or 0m)))
        {
            warnings.Add("The lines of the XML are not those of the page; the page stands.");
            return page!.LineItems;
        }

        return [.. lines.Select(line => line.Place is { } place ? line.Line with { Evidence = place } : line.Line)];
    }

    private decimal? Checked(string field, decimal? value, decimal? onPage) =>
        value is 0m && onPage is null ? value : Checked<decimal>(field, value, onPage, amount => printed.Amount(amount), amount => amount.ToString(CultureInfo.InvariantCulture));

    private DateOnly? Checked(string field, DateOnly? value, DateOnly? onPage) =>
        Checked<DateOnly>(field, value, onPage, printed.Date, date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    private string? Checked(string field, string? value, string? onPage, Func<string, Evidence?> find)
    {
        if (value is not null && find(value) is { } place)
        {
            evidence[field] = place;
            return value;
        }

        return Decide(field, value, onPage) ? Of(field, onPage) : value;
    }

    private T? Checked<T>(string field, T? value, T? onPage, Func<T, Evidence?> find, Func<T, string> print)
        where T : struct
    {
        if (value is { } known && find(known) is { } place)
        {
            evidence[field] = place;
            return value;
        }

        return Decide(field, value is { } ours ? print(ours) : null, onPage is { } theirs ? print(theirs) : null) ? Of(field, onPage) : value;
    }

    /// <summary>True when the page stands.</summary>
    private bool Decide(string field, string? value, string? onPage)
    {
        if (value is not null && onPage is not null && value != onPage)
        {
            warnings.Add($"{field}: the XML says {value}, the page {onPage}; the page stands.");
        }

        return onPage is not null;
    }

    private T Of<T>(string field, T onPage)
    {
        if (onPage is not null && page?.FieldEvidence?.GetValueOrDefault(field) is { } place)
        {
            evidence[field] = place;
        }

        return onPage;
    }
}
