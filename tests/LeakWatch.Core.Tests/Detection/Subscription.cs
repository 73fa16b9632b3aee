using System.Globalization;
using LeakWatch.Core.Invoices;
using static LeakWatch.Core.Tests.Detection.Store;

namespace LeakWatch.Core.Tests.Detection;

/// <summary>What one vendor sells a store, and the documents it prints. Dates are ISO strings; the end of a period is exclusive.</summary>
/// <remarks>Two charges with the same start are the same invoice unless one is given its own number.</remarks>
internal sealed record Subscription(string Vendor, decimal Price)
{
    /// <summary>The name on the document, where it is not the canonical one.</summary>
    public string? PrintedName { get; init; }

    public string Plan { get; init; } = "Pro";

    public string? Account { get; init; } = "acct-1001";

    public string Currency { get; init; } = "USD";

    public string Category { get; init; } = "SAAS";

    public decimal Quantity { get; init; } = 1;

    public decimal TaxPercent { get; init; }

    public string? ProductCode { get; init; }

    public Cadence Cadence { get; init; } = Cadence.Monthly;

    public string PaidWith { get; init; } = Card.Default.Hint;

    public static Subscription App(string name, decimal price) => new(name, price) { Category = "SHOPIFY_APP" };

    /// <param name="on">The invoice's date; the first day of the period where absent, the last of a usage period.</param>
    public NormalizedInvoice Charge(string from, string? until = null, string? on = null, string? number = null)
    {
        until ??= Iso(EndOfPeriod(Day(from)));
        var line = Line($"{Plan} plan", Price * Quantity, from, until, isRecurring: true) with { Quantity = Quantity, UnitPrice = Price };
        return Document(
            InvoiceKind.Invoice,
            on ?? (Cadence is Cadence.Usage ? until : from),
            number ?? Number(from),
            from,
            until).Plus(line, TaxPercent);
    }

    /// <summary>Invoices for consecutive periods.</summary>
    public IEnumerable<NormalizedInvoice> Charges(string from, int count)
    {
        for (var (start, left) = (Day(from), count); left > 0; left--)
        {
            yield return Charge(Iso(start));
            start = EndOfPeriod(start);
        }
    }

    /// <summary>A charge as a row of a Shopify bill; all rows of a bill are of one file.</summary>
    public NormalizedInvoice OnBill(string bill, string on, string from, string until, string shop = "harbor-goods.myshopify.com")
    {
        var row = Charge(from, until, on, bill);
        return row.Header(header => header with { Kind = InvoiceKind.Statement, PaymentMethodHint = "Shopify bill" }).AsRow(Checksum(Vendor + from))
            .InFile($"shopify-bill-{bill}.csv") with
        { Account = shop };
    }

    /// <summary>A trial month, week or fortnight that costs nothing, with the end the vendor prints.</summary>
    public NormalizedInvoice Trial(string from, string until)
    {
        var line = Line($"Free trial of {Plan}", 0m, from, until, isRecurring: false) with { Quantity = 1, UnitPrice = 0, Cadence = null };
        return Document(InvoiceKind.Invoice, from, "T" + Number(from), from, until).Plus(line) with { Terms = [Terms.TrialEnd(until)] };
    }

    public NormalizedInvoice CreditNote(decimal amount, string on, string? forInvoice = null) =>
        Document(InvoiceKind.CreditNote, on, "CN-" + Number(on), null, null)
            .Plus(Line("Credit", -amount, null, null, isRecurring: false) with { Type = LineItemType.Credit, Cadence = null })
            .Header(header => header with { RelatedInvoiceNumber = forInvoice });

    /// <summary>A document that charges nothing and states terms: a notice, an order, a contract, a quote.</summary>
    public NormalizedInvoice Letter(InvoiceKind kind, string on, params Term[] terms) =>
        Document(kind, on, null, null, null) with { Terms = terms };

    public NormalizedInvoice Notice(string on, params Term[] terms) => Letter(InvoiceKind.Notice, on, terms);

    public LineItem Line(string description, decimal amount, string? from, string? until, bool isRecurring) => new()
    {
        LineId = "L1",
        Description = description,
        Amount = amount,
        Currency = Currency,
        PeriodStart = from is null ? null : Day(from),
        PeriodEnd = until is null ? null : Day(until),
        IsRecurring = isRecurring,
        Cadence = isRecurring ? Cadence : Core.Invoices.Cadence.OneTime,
        PlanName = Plan,
        ProductCode = ProductCode,
        Evidence = PrintedLine(description, from, until, amount, Currency),
    };

    private NormalizedInvoice Document(InvoiceKind kind, string on, string? number, string? from, string? until) => new NormalizedInvoice
    {
        Source = new() { FileName = "", MimeType = "application/pdf", SourceType = SourceType.Upload },
        Vendor = new() { Name = PrintedName ?? Vendor, CanonicalName = Vendor, Category = Category },
        Account = Account,
        Invoice = new()
        {
            Kind = kind,
            InvoiceNumber = number,
            InvoiceDate = Day(on),
            BillingPeriodStart = from is null ? null : Day(from),
            BillingPeriodEnd = until is null ? null : Day(until),
            Currency = Currency,
            PaymentMethodHint = kind is InvoiceKind.Invoice ? PaidWith : null,
        },
        Quality = new() { Confidence = 97 },
    }.InFile($"{Vendor}-{Account}-{kind}-{number ?? on}.pdf".ToLowerInvariant());

    private DateOnly EndOfPeriod(DateOnly start) => Cadence switch
    {
        Cadence.Weekly => start.AddDays(7),
        Cadence.Monthly or Cadence.Usage or Cadence.OneTime => start.AddMonths(1),
        Cadence.Quarterly => start.AddMonths(3),
        Cadence.Yearly => start.AddYears(1),
    };

    private string Number(string from) => string.Create(CultureInfo.InvariantCulture, $"{Vendor[..3].ToUpperInvariant()}-{Day(from):yyMMdd}-{Checksum(Account + Plan + Cadence)}");
}
