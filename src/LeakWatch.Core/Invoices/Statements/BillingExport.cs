using System.Text.RegularExpressions;

namespace LeakWatch.Core.Invoices.Statements;

/// <summary>What a vendor's own billing export says beyond a bank's row: periods, quantities, plans, and whose bill it is.</summary>
internal sealed partial class BillingExport
{
    /// <summary>Columns that only one issuer's export has, which therefore never prints its own name.</summary>
    private static readonly (string[] Columns, string Issuer)[] Issuers =
    [
        (["meter category", "meter id"], "Microsoft Azure"),
        (["line item unblended cost"], "Amazon Web Services"),
        (["payer account id", "linked account id", "record type"], "Amazon Web Services"),
        (["sku description", "service description", "project id"], "Google Cloud"),
    ];

    private readonly StatementLayout layout;
    private readonly string? issuer;
    private readonly int usageStart;
    private readonly bool isDatedByUsage;
    private DateOnly? invoiceDate;
    private bool hasSought;

    private BillingExport(StatementLayout layout)
    {
        this.layout = layout;
        var names = layout.Names.Select(StatementWords.Fold).ToList();
        // A translated export prints its own name behind the translation: "Name der Verbrauchseinheit (MeterName)".
        issuer = Issuers.FirstOrDefault(entry => entry.Columns.All(column => names.Any(name => name.EndsWith(column, StringComparison.Ordinal)))).Issuer;
        usageStart = layout.Has(ColumnRole.PeriodStart) || !layout.Has(ColumnRole.PeriodEnd) ? layout.Of(ColumnRole.PeriodStart)
            : layout.All(ColumnRole.Date).FirstOrDefault(column => column < names.Count && names[column].Split(' ').Contains("start"), -1);
        isDatedByUsage = layout.Has(ColumnRole.PeriodEnd) && layout.DateColumns is [var day, ..] && day == usageStart;
    }

    /// <summary>Null for a plain statement.</summary>
    public static BillingExport? Of(StatementLayout layout) =>
        layout.Has(ColumnRole.PeriodStart) || layout.Has(ColumnRole.Quantity) || layout.Has(ColumnRole.UnitPrice) || layout.Has(ColumnRole.Plan)
            || layout.Has(ColumnRole.Product) ? new(layout) : null;

    /// <summary>The bill of a cloud or a vendor, with quantities or periods: its accounts are the customer's with that vendor, not a bank's.</summary>
    public bool IsUsage => layout.Has(ColumnRole.Quantity) || layout.Has(ColumnRole.PeriodStart);

    public StatementTransaction Complete(StatementTransaction transaction, TableRow row, StatementDates dates)
    {
        var (quantity, unitPrice) = (CellShape.Amount(Text(row, ColumnRole.Quantity))?.Value, CellShape.Amount(Text(row, ColumnRole.UnitPrice))?.Value);
        var period = BillingPeriod.Of(dates.In(row.Cell(usageStart)), dates.In(Text(row, ColumnRole.PeriodEnd)));
        var billed = isDatedByUsage ? InvoiceDate(dates) : null;
        var isOwn = issuer is not null && Text(row, ColumnRole.Payee).Length == 0;
        return transaction with
        {
            // A row of a period is billed on the day of its invoice, which such exports print once, above the table.
            Date = billed ?? transaction.Date,
            DateCell = billed is null ? transaction.DateCell : null,
            Vendor = isOwn ? issuer : transaction.Vendor,
            VendorCell = isOwn ? null : transaction.VendorCell,
            PeriodStart = period?.Start,
            PeriodEnd = period?.End,
            // A list price beside a discounted cost is not this row's unit price.
            Quantity = quantity,
            UnitPrice = quantity * unitPrice is { } product && Math.Abs(product - transaction.Paid) <= 0.01m ? unitPrice : null,
            Plan = Optional(row, ColumnRole.Plan),
            Product = Optional(row, ColumnRole.Product),
        };
    }

    private DateOnly? InvoiceDate(StatementDates dates)
    {
        if (!hasSought)
        {
            hasSought = true;
            invoiceDate = layout.Table.Preamble.Select(line => InvoiceDateLine().Match(line)).Where(match => match.Success)
                .Select(match => dates.In(match.Groups["date"].Value.Trim())).FirstOrDefault(date => date is not null);
        }

        return invoiceDate;
    }

    private string Text(TableRow row, ColumnRole role) => row.Cell(layout.Of(role));

    private string? Optional(TableRow row, ColumnRole role) => Text(row, role) is { Length: > 0 } text ? text : null;

    [GeneratedRegex(@"^\W*(?:invoice date|date of (?:issue|invoice)|issue date|bill(?:ing)? date|rechnungsdatum|date de (?:la )?facture|date de facturation|fecha de (?:la )?factura|data fattura|factuurdatum|청구일|발행일|請求日|発行日)[\s:,]*(?<date>.{6,40}?)\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex InvoiceDateLine();
}
