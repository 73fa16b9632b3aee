using LeakWatch.Core.Invoices;

namespace LeakWatch.Core.Ledger;

/// <summary>What the invoices of a period carry for a stream besides its own lines, before tax, and the tax on it.</summary>
/// <param name="Credit">Credits, refunds and other negative lines; zero or less.</param>
/// <param name="Prorated">Lines of one time for a part of a period of the same product.</param>
/// <param name="OneOff">Other lines of one time.</param>
internal readonly record struct ConcurrentBilling(decimal Credit, decimal Prorated, decimal OneOff, decimal Tax)
{
    public decimal Gross => Credit + Prorated + OneOff + Tax;

    /// <summary>A line that names one of the invoice's recurring products belongs to it, any other to the largest of them: each line to one stream.</summary>
    public static ConcurrentBilling Of(StreamPeriod period)
    {
        var beside = default(ConcurrentBilling);
        LedgerDocument? known = null;
        foreach (var line in period.Lines)
        {
            if (line.Document != known)
            {
                known = line.Document;
                beside = beside.With(line.Document, [.. period.Lines.Where(own => own.Document == known)]);
            }
        }

        return beside;
    }

    /// <summary>The document's lines that are charged once and belong to the recurring line.</summary>
    public static IEnumerable<LedgerLine> OnceWith(LedgerLine recurring)
    {
        var lines = Recurring(recurring.Document);
        return recurring.Document.Lines.Where(line => IsOnce(line) && OwnerOf(line.Item, lines) == recurring);
    }

    private ConcurrentBilling With(LedgerDocument document, List<LedgerLine> own)
    {
        var recurring = Recurring(document);
        var (credit, prorated, oneOff, tax) = this;
        foreach (var item in document.Invoice.LineItems)
        {
            if (item is { Type: LineItemType.Credit or LineItemType.Refund or LineItemType.Charge, Amount: < 0m } && !LedgerLine.IsBalanceForward(item.Description) && own.Contains(OwnerOf(item, recurring)))
            {
                credit += item.Amount.Value;
            }
        }

        foreach (var line in document.Lines)
        {
            if (!IsOnce(line) || OwnerOf(line.Item, recurring) is not { } owner || !own.Contains(owner))
            {
                continue;
            }

            tax += line.Tax;
            if (IsPartOf(owner, line))
            {
                prorated += line.Net;
            }
            else
            {
                oneOff += line.Net;
            }
        }

        return new(credit, prorated, oneOff, tax);
    }

    private static List<LedgerLine> Recurring(LedgerDocument document) =>
        [.. document.Lines.Where(line => line is { IsRecurring: true, Amount: > 0m }).OrderBy(line => line.IsUsage).ThenByDescending(line => line.Amount)];

    private static bool IsOnce(LedgerLine line) => line.Amount > 0m && !line.IsRecurring && (line.IsOneTime || line.Item.IsRecurring is false);

    private static LedgerLine OwnerOf(LineItem item, List<LedgerLine> recurring) =>
        (item.PlanName is null && item.ProductCode is null ? null : recurring.Find(line => line.Product.IsNamedBy(item.PlanName, item.ProductCode))) ?? recurring[0];

    private static bool IsPartOf(LedgerLine recurring, LedgerLine line) =>
        ServicePeriod.Of(line.Item.PeriodStart, line.Item.PeriodEnd) is { IsWhole: false } && recurring.Product.IsNamedBy(line.Item.PlanName, null) && line.Item.PlanName is not null;
}
