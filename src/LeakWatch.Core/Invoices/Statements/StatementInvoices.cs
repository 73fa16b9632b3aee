namespace LeakWatch.Core.Invoices.Statements;

/// <summary>Transactions → normalised invoices of kind STATEMENT, each with its row as evidence.</summary>
internal static class StatementInvoices
{
    private const int LongestExcerpt = 300;

    public static List<NormalizedInvoice> Of(IReadOnlyList<StatementTransaction> transactions, string text, InvoiceSource source)
    {
        var largestCharge = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var transaction in transactions.Where(transaction => transaction is { Paid: > 0, Vendor: not null }))
        {
            var vendor = StatementWords.Fold(transaction.Vendor!);
            largestCharge[vendor] = Math.Max(transaction.Paid, largestCharge.GetValueOrDefault(vendor));
        }

        return [.. transactions.Select(transaction => InvoiceOf(transaction, TypeOf(transaction, largestCharge), text, source))];
    }

    /// <summary>Money back from a vendor that was paid as much in the same file is a refund; other money in is none, such as a salary.</summary>
    private static LineItemType TypeOf(StatementTransaction transaction, Dictionary<string, decimal> largestCharge) =>
        transaction.Paid >= 0 ? LineItemType.Charge
        : transaction.IsRefund || (!transaction.IsReceived && transaction.Vendor is { } vendor && largestCharge.GetValueOrDefault(StatementWords.Fold(vendor)) >= -transaction.Paid)
            ? LineItemType.Refund
        : LineItemType.Credit;

    private static NormalizedInvoice InvoiceOf(StatementTransaction transaction, LineItemType type, string text, InvoiceSource source)
    {
        string[] missing = [.. transaction.Vendor is null ? ["vendor.name"] : Array.Empty<string>(), .. transaction.Currency is null ? ["invoice.currency"] : Array.Empty<string>()];
        var invoice = new NormalizedInvoice
        {
            Source = source,
            Vendor = new() { Name = transaction.Vendor, Category = transaction.Category },
            Account = transaction.Account,
            Invoice = new()
            {
                Kind = InvoiceKind.Statement,
                InvoiceNumber = transaction.InvoiceNumber,
                InvoiceDate = transaction.Date,
                BillingPeriodStart = transaction.PeriodStart,
                BillingPeriodEnd = transaction.PeriodEnd,
                Currency = transaction.Currency,
                SubtotalAmount = transaction.Paid,
                TotalAmount = transaction.Paid,
                PaymentMethodHint = transaction.PaymentMethod,
                PaymentReference = transaction.Reference,
                Settlement = transaction.Settlement,
                Notes = transaction.Original,
            },
            LineItems = [LineOf(transaction, type, text)],
            FieldEvidence = new RowEvidence(transaction),
        };
        return invoice with
        {
            Quality = new()
            {
                Confidence = 95 - (15 * missing.Length) - (10 * Math.Min(transaction.Warnings.Count, 2)),
                MissingFields = missing,
                Warnings = transaction.Warnings,
                Proof = InvoiceProof.Of(invoice),
            },
        };
    }

    private static LineItem LineOf(StatementTransaction transaction, LineItemType type, string text) => new()
    {
        LineId = "L1",
        Type = type,
        Description = transaction.Description.Length > 0 ? transaction.Description : transaction.Vendor,
        Quantity = transaction.Quantity,
        UnitPrice = transaction.UnitPrice,
        Amount = transaction.Paid,
        Currency = transaction.Currency,
        PeriodStart = transaction.PeriodStart,
        PeriodEnd = transaction.PeriodEnd,
        IsRecurring = transaction.IsRecurring,
        Cadence = transaction.Cadence,
        PlanName = transaction.Plan,
        ProductCode = transaction.Product,
        Evidence = new()
        {
            Kind = EvidenceKind.CsvRow,
            Pointer = new() { Row = transaction.Row.Line, Column = transaction.AmountCell.Column + 1 },
            Excerpt = text.Substring(transaction.Row.Start, Math.Min(transaction.Row.Length, LongestExcerpt)),
        },
    };
}
