using LeakWatch.Core.Invoices;

namespace LeakWatch.Core.Tests.Stores;

/// <summary>What readers and people lose. A charge or a field that is missing proves nothing, so no honest vendor may become a suspect by it.</summary>
public static class Holes
{
    /// <summary>Some files never reached us. Credits, orders and notices stay: without them an honest charge looks like a leak, and rightly.</summary>
    public static IReadOnlyList<NormalizedInvoice> LostFiles(IReadOnlyList<NormalizedInvoice> ledger, Random random)
    {
        var lost = ledger.GroupBy(document => document.Source.Sha256).Where(file => file.All(IsPlainCharge) && random.Next(4) == 0).Select(file => file.Key).ToHashSet();
        return [.. ledger.Where(document => !lost.Contains(document.Source.Sha256))];
    }

    /// <summary>Some fields could not be read.</summary>
    public static IReadOnlyList<NormalizedInvoice> LostFields(IReadOnlyList<NormalizedInvoice> ledger, Random random) =>
        [.. ledger.Select(document => random.Next(5) == 0 ? Without(random.Next(13), document) : document)];

    private static bool IsPlainCharge(NormalizedInvoice document) =>
        document.Invoice.Kind is InvoiceKind.Invoice or InvoiceKind.Receipt or InvoiceKind.Statement
        && document.Invoice.TotalAmount > 0 && document.Terms.Count == 0 && document.LineItems.All(line => line.Amount >= 0);

    private static NormalizedInvoice Without(int field, NormalizedInvoice document) => field switch
    {
        0 => document with { Account = null },
        1 => document with { Invoice = document.Invoice with { InvoiceNumber = null } },
        2 => document with
        {
            Invoice = document.Invoice with { BillingPeriodStart = null, BillingPeriodEnd = null },
            LineItems = [.. document.LineItems.Select(line => line with { PeriodStart = null, PeriodEnd = null })],
        },
        3 => document with { LineItems = [.. document.LineItems.Select(line => line with { PlanName = null, ProductCode = null })] },
        4 => document with { LineItems = [.. document.LineItems.Select(line => line with { Quantity = null, UnitPrice = null })] },
        5 => document with { LineItems = [.. document.LineItems.Select(line => line with { Cadence = null, IsRecurring = null })] },
        6 => document with { Invoice = document.Invoice with { InvoiceDate = null } },
        7 => document with
        {
            Invoice = document.Invoice with { Currency = null },
            LineItems = [.. document.LineItems.Select(line => line with { Currency = null })],
            Quality = document.Quality with { MissingFields = [.. document.Quality.MissingFields, "invoice.currency"] },
        },
        8 => document with { Invoice = document.Invoice with { RelatedInvoiceNumber = null, Notes = null }, LineItems = [.. document.LineItems.Select(line => line.Amount < 0 ? line with { Description = "Refund" } : line)] },
        9 => document with { Invoice = document.Invoice with { PaymentReference = null } },
        10 => document with { LineItems = [.. document.LineItems.Select(line => line with { Description = null })] },
        11 => document with { LineItems = [.. document.LineItems.Select((line, index) => index == 0 ? line with { Amount = null, UnitPrice = null } : line)] },
        _ => document with { Invoice = document.Invoice with { TotalAmount = null, SubtotalAmount = null } },
    };
}
