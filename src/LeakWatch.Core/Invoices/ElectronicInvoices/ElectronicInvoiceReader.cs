using System.Xml.Linq;
using LeakWatch.Core.Documents;
using LeakWatch.Core.Invoices.Reading;

namespace LeakWatch.Core.Invoices.ElectronicInvoices;

/// <param name="SellerNames">Legal and trading name: a page prints one of them.</param>
/// <param name="Charges">Freight and other surcharges on the whole document, before tax: between the lines and the subtotal.</param>
internal sealed record ElectronicInvoice(NormalizedInvoice Invoice, IReadOnlyList<string> SellerNames, decimal Charges);

/// <summary>E-invoice XML (UBL, CII) → one normalised invoice, each value with its XML node as evidence.</summary>
public static class ElectronicInvoiceReader
{
    /// <returns>One invoice: of the XML alone, or checked against the pages it came with.</returns>
    public static Result<IReadOnlyList<NormalizedInvoice>> Read(ExtractedDocument document, InvoiceSource source)
    {
        var xml = Read(document.InvoiceXml ?? "", source);
        if (document.Pages.All(page => page.Lines.Count == 0))
        {
            return xml.Then<IReadOnlyList<NormalizedInvoice>>(alone => new[] { alone.Invoice });
        }

        var pages = PageInvoiceReader.Read(document, source);
        var page = pages is [var first, ..] ? first : null;
        if (xml.IsOk)
        {
            return new[] { CheckedInvoice.Of(xml.Value, page, new(document)) };
        }

        // A broken attachment costs its values, not the page's.
        return page is null ? xml.Error : new[] { page with { Quality = page.Quality with { Warnings = [.. page.Quality.Warnings, xml.Error.Message] } } };
    }

    internal static Result<ElectronicInvoice> Read(string xml, InvoiceSource source) =>
        InvoiceXml.Parse(xml, source.FileName).Then<ElectronicInvoice>(document =>
            CrossIndustryInvoice.Is(document.Root) ? InvoiceOf(CrossIndustryInvoice.Read(document.Root), document, source)
            : UblInvoice.Is(document.Root) ? InvoiceOf(UblInvoice.Read(document.Root), document, source)
            : new Error(ErrorKind.Invalid, "UNSUPPORTED_FILE_TYPE",
                $"{source.FileName} is XML, but neither UBL nor CII: its root is {document.Root.Name.LocalName}. Give the invoice as PDF."));

    private static ElectronicInvoice InvoiceOf(InvoiceNodes nodes, InvoiceXml document, InvoiceSource source)
    {
        var total = nodes.GrandTotal.Amount ?? nodes.AmountDue.Amount;
        var kind = KindOf(nodes, total);
        // Credit notes are written with positive amounts; corrections (384) with negative ones.
        var sign = kind is InvoiceKind.CreditNote && total > 0 ? -1 : 1;
        var (start, end) = (nodes.PeriodStart.Date, nodes.PeriodEnd.Date?.AddDays(1));
        var header = new InvoiceHeader
        {
            Kind = kind,
            InvoiceNumber = nodes.Number.Text,
            InvoiceDate = nodes.IssueDate.Date,
            DueDate = nodes.DueDate.Date,
            BillingPeriodStart = start < end ? start : null,
            BillingPeriodEnd = start < end ? end : null,
            Currency = nodes.Currency.Text,
            SubtotalAmount = sign * (nodes.TaxBasis.Amount ?? nodes.LineTotal.Amount - (nodes.AllowanceTotal.Amount ?? 0m) + (nodes.ChargeTotal.Amount ?? 0m)),
            TaxAmount = sign * TaxOf(nodes),
            DiscountAmount = (nodes.AllowanceTotal.Amount ?? nodes.Allowances.Where(allowance => !allowance.IsCharge).Sum(allowance => allowance.Amount.Amount)) is { } discount and not 0m ? Math.Abs(discount) : null,
            TotalAmount = sign * total,
            AmountDue = sign * nodes.AmountDue.Amount,
            PaymentMethodHint = nodes.PaymentMeans is { } means && means.Name.LocalName == "Information" ? means.Text : PaymentMeansCode.Words(nodes.PaymentMeans.Text),
            PaymentReference = nodes.PaymentReference.Text,
            RelatedInvoiceNumber = nodes.RelatedInvoice.Text,
        };
        var names = nodes.SellerNames.Select(NameIn).Distinct().ToList();
        var invoice = new NormalizedInvoice
        {
            Source = source,
            Vendor = new()
            {
                Name = names is [var first, ..] ? first : null,
                CanonicalName = VendorName.Trading(names is [var legal, ..] ? legal : null),
                SupportEmail = nodes.SellerEmail.Text is { } email && email.Contains('@', StringComparison.Ordinal) ? email : null,
                Website = nodes.SellerWebsite.Text,
                TaxId = nodes.SellerTaxId.Text,
            },
            Account = nodes.BuyerAccount.Text,
            Invoice = header,
            LineItems = ElectronicInvoiceLines.Of(nodes, header.Currency, sign, document),
            FieldEvidence = EvidenceOf(nodes, document),
        };
        var charges = sign * (nodes.ChargeTotal.Amount ?? nodes.Allowances.Where(allowance => allowance.IsCharge).Sum(allowance => allowance.Amount.Amount) ?? 0m);
        return new(WithQuality(invoice, [], charges), names, charges);
    }

    /// <summary>Confidence, missing fields and the proof, computed anew from the values.</summary>
    internal static NormalizedInvoice WithQuality(NormalizedInvoice invoice, IReadOnlyList<string> warnings, decimal charges)
    {
        (string Name, bool IsMissing)[] required =
        [
            ("vendor.name", invoice.Vendor.Name is null), ("invoice.invoiceNumber", invoice.Invoice.InvoiceNumber is null), ("invoice.invoiceDate", invoice.Invoice.InvoiceDate is null),
            ("invoice.currency", invoice.Invoice.Currency is null), ("invoice.totalAmount", invoice.Invoice.TotalAmount is null),
        ];
        string[] missing = [.. required.Where(field => field.IsMissing).Select(field => field.Name)];
        return invoice with
        {
            Quality = new()
            {
                Confidence = Math.Max(0, 98 - (15 * missing.Length) - (10 * warnings.Count)),
                MissingFields = missing,
                Warnings = warnings,
                Proof = InvoiceProof.Of(invoice, 0m, charges),
            },
        };
    }

    /// <summary>Some write numbers and the name into one element, a line each: the lines without long numbers are the name.</summary>
    private static string NameIn(XElement name) =>
        string.Join(' ', name.Value.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(line => line.Count(char.IsAsciiDigit) < 5)) is { Length: > 0 } words
            ? words : name.Text!;

    private static decimal? TaxOf(InvoiceNodes nodes) =>
        nodes.Taxes.Count > 0 ? nodes.Taxes.Sum(tax => tax.Amount) : nodes.GrandTotal.Amount - nodes.TaxBasis.Amount;

    /// <summary>UNTDID 1001. A negative total is a credit whatever the code says.</summary>
    private static InvoiceKind KindOf(InvoiceNodes nodes, decimal? total) => nodes.TypeCode.Text switch
    {
        "310" => InvoiceKind.Quote,
        "325" => InvoiceKind.ProForma,
        "220" or "230" or "231" => InvoiceKind.Order,
        "81" or "83" or "261" or "262" or "296" or "308" or "381" or "396" or "420" or "458" or "532" => InvoiceKind.CreditNote,
        _ => nodes.IsCreditNote || total < 0 ? InvoiceKind.CreditNote : InvoiceKind.Invoice,
    };

    private static Dictionary<string, Evidence> EvidenceOf(InvoiceNodes nodes, InvoiceXml document)
    {
        (string Field, XElement? Node)[] fields =
        [
            ("vendor.name", nodes.SellerNames is [var name, ..] ? name : null), ("vendor.supportEmail", nodes.SellerEmail), ("vendor.taxId", nodes.SellerTaxId), ("account", nodes.BuyerAccount),
            ("invoice.invoiceNumber", nodes.Number), ("invoice.invoiceDate", nodes.IssueDate), ("invoice.dueDate", nodes.DueDate),
            ("invoice.billingPeriodStart", nodes.PeriodStart), ("invoice.billingPeriodEnd", nodes.PeriodEnd), ("invoice.currency", nodes.Currency),
            ("invoice.subtotalAmount", nodes.TaxBasis ?? nodes.LineTotal), ("invoice.taxAmount", nodes.Taxes is [var tax, ..] ? tax : null),
            ("invoice.discountAmount", nodes.AllowanceTotal), ("invoice.totalAmount", nodes.GrandTotal ?? nodes.AmountDue), ("invoice.amountDue", nodes.AmountDue),
            ("invoice.relatedInvoiceNumber", nodes.RelatedInvoice),
        ];
        return fields.Where(field => field.Node is not null).ToDictionary(field => field.Field, field => document.EvidenceOf(field.Node!));
    }
}
