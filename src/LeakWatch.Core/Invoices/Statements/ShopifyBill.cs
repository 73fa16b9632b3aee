namespace LeakWatch.Core.Invoices.Statements;

/// <summary>A Shopify bill export: every app, subscription and fee of a shop, one row each, under the numbers of the bills that collected them.</summary>
internal sealed class ShopifyBill
{
    private readonly StatementLayout layout;
    private readonly int app;
    private readonly int developer;
    private readonly int bill;

    private ShopifyBill(StatementLayout layout, IReadOnlyList<string> names, int bill)
    {
        this.layout = layout;
        this.bill = bill;
        app = names.Index().Where(name => name.Item is "app" or "app name" or "app charge name" or "app title").Select(name => name.Index).FirstOrDefault(-1);
        developer = names.Index().Where(name => name.Item is "developer" or "app developer" or "developer name" or "partner" or "vendor").Select(name => name.Index).FirstOrDefault(-1);
    }

    /// <summary>Null when the columns are not a Shopify bill's: a bill number beside a billing cycle or a charge category.</summary>
    public static ShopifyBill? Of(StatementLayout layout)
    {
        var names = layout.Names.Select(StatementWords.Fold).ToList();
        var bill = names.FindIndex(name => name is "bill" or "bill number" or "bill no" or "bill id" or "invoice" or "invoice number" or "shopify bill");
        var hasCycle = names.Any(name => name.Contains("billing cycle", StringComparison.Ordinal));
        var hasCharges = names.Any(name => name is "charge category" or "charge name" or "app charge name" or "charge type");
        return bill >= 0 && names[bill].StartsWith("bill", StringComparison.Ordinal) && (hasCycle || hasCharges) || bill >= 0 && hasCycle && hasCharges ? new(layout, names, bill) : null;
    }

    public StatementTransaction Complete(StatementTransaction transaction, TableRow row, StatementDates dates)
    {
        var kind = StatementWords.Fold(string.Join(' ', layout.All(ColumnRole.Category).Concat(layout.All(ColumnRole.Direction)).Select(row.Cell)));
        var (product, plan) = ProductAndPlan(row.Cell(app) is { Length: > 0 } named ? named : transaction.Description, row.Cell(layout.Of(ColumnRole.Description)));
        var isApp = row.Cell(app).Length > 0 || kind.Split(' ').Any(word => word is "app" or "apps" or "application");
        var cadence = CadenceOf($"{kind} {StatementWords.Fold(transaction.Description)}");
        var start = dates.In(row.Cell(layout.Of(ColumnRole.PeriodStart)));
        var period = BillingPeriod.Of(start, dates.In(row.Cell(layout.Of(ColumnRole.PeriodEnd))), isCycle: true)
            ?? (start is { } from && cadence is Cadence.Monthly ? new BillingPeriod(from, from.AddDays(BillingPeriod.ShopifyCycleDays)) : null);
        return transaction with
        {
            Vendor = row.Cell(developer) is { Length: > 0 } printed ? printed : isApp ? product : "Shopify",
            VendorCell = ReadCell.Of(row, developer) ?? (isApp ? ReadCell.Of(row, app) ?? transaction.DescriptionCell : null),
            NumberCell = ReadCell.Of(row, bill) ?? transaction.NumberCell,
            Description = row.Cell(layout.Of(ColumnRole.Description)) is { Length: > 0 } description ? description : transaction.Description,
            IsReceived = !transaction.IsRefund,
            Category = isApp ? "SHOPIFY_APP" : "SAAS",
            InvoiceNumber = row.Cell(bill) is { Length: > 0 } number ? number.TrimStart('#') : transaction.InvoiceNumber,
            PaymentMethod = "Shopify bill",
            PeriodStart = period?.Start,
            PeriodEnd = period?.End,
            Cadence = cadence,
            IsRecurring = cadence is null || transaction.Paid < 0 ? null : cadence is not (Cadence.OneTime or Cadence.Usage),
            Plan = row.Cell(layout.Of(ColumnRole.Plan)) is { Length: > 0 } printedPlan ? printedPlan : plan,
            Product = isApp ? product : null,
        };
    }

    /// <summary><c>Glow Reviews: Growth</c> and <c>Glow Reviews - Growth</c> name the app before its plan.</summary>
    private static (string Product, string? Plan) ProductAndPlan(string name, string description)
    {
        foreach (var separator in (ReadOnlySpan<string>)[": ", " - ", " – ", " — ", " | "])
        {
            if (name.IndexOf(separator, StringComparison.Ordinal) is > 0 and var at)
            {
                return (name[..at].Trim(), name[(at + separator.Length)..].Trim());
            }
        }

        var rest = description.StartsWith(name, StringComparison.OrdinalIgnoreCase) ? description[name.Length..].Trim(' ', ':', '-', '–', '(', ')') : "";
        return (name, rest.Length is > 0 and <= 60 ? rest : null);
    }

    private static Cadence? CadenceOf(string words)
    {
        var all = words.Split(' ');
        return all.Any(word => word is "usage" or "metered" or "overage") ? Cadence.Usage
            : words.Contains("one time", StringComparison.Ordinal) || all.Any(word => word is "onetime" or "once" or "theme") ? Cadence.OneTime
            : all.Any(word => word is "annual" or "annually" or "yearly" or "year") ? Cadence.Yearly
            : all.Any(word => word is "recurring" or "subscription" or "subscriptions" or "monthly" or "app" or "apps") ? Cadence.Monthly
            : null;
    }
}
