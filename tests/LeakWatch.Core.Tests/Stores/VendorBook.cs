using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using LeakWatch.Core.Findings;
using LeakWatch.Core.Invoices;
using LeakWatch.Core.ShopKnowledge;

namespace LeakWatch.Core.Tests.Stores;

/// <summary>Writes all that one vendor and one store have to do with each other, until the as-of date.</summary>
internal sealed class VendorBook(VendorProfile vendor, Behaviour behaviour, string currency, StoreFacts store, Random random)
{
    private int _number = random.Next(1000, 90_000);
    private int _file;

    public VendorProfile Vendor => vendor;

    public Behaviour Behaviour => behaviour;

    public string Currency => currency;

    public StoreFacts Store => store;

    public Random Random => random;

    public DateOnly AsOf => store.AsOf;

    public string Account { get; set; } = "acct-" + random.Next(100_000, 999_999).ToString(CultureInfo.InvariantCulture);

    public string Plan { get; } = Pick(random, ["Starter", "Growth", "Pro", "Team", "Business", "Freelancer"]);

    public string Category { get; set; } = vendor.Category;

    /// <summary>Every charge has its row on the store's card statement.</summary>
    public bool IsOnCard { get; set; } = store.HasCard && random.Next(3) > 0;

    /// <summary>Whether the reader already knew the vendor; else the store's vendor list has to tell.</summary>
    public bool IsNamedByReader { get; } = random.Next(3) > 0;

    /// <summary>As the card statement prints it; some vendors are paid through PayPal, which puts its name in front.</summary>
    public string CardName { get; } = random.Next(8) == 0 ? "PAYPAL *" + vendor.CardName : vendor.CardName;

    public Silence Silence { get; set; } = Silence.Total;

    public List<NormalizedInvoice> Documents { get; } = [];

    public List<CardRow> CardRows { get; } = [];

    public List<BillRow> BillRows { get; } = [];

    public List<Cancellation> Cancellations { get; } = [];

    public List<ContextTerm> ContextTerms { get; } = [];

    public List<PromisedCredit> PromisedCredits { get; } = [];

    public List<string> Aliases { get; } = [];

    /// <summary>Null for what is no Shopify app; else whether the app list of a day shows it, and under which name.</summary>
    public Func<DateOnly, string?>? Installed { get; set; }

    public DateOnly? UninstalledAt { get; set; }

    public List<ExpectedFinding> Expected { get; } = [];

    public static T Pick<T>(Random random, IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];

    public T Pick<T>(params T[] choices) => Pick(random, choices);

    /// <summary>A price of at least so many US dollars, in the vendor's currency and as vendors write prices.</summary>
    public decimal Price(int minUsd = 14, int maxUsd = 240)
    {
        var dollars = random.Next(minUsd, maxUsd) + Pick(0m, 0.5m, 0.99m);
        return currency switch
        {
            "KRW" => Math.Ceiling(dollars * 14) * 100,
            "JPY" => Math.Ceiling(dollars * 15) * 10,
            _ => Math.Ceiling(dollars * StoreFacts.Rate(currency) * 100 / 5) * 0.05m,
        };
    }

    /// <summary>To the currency's minor unit.</summary>
    public decimal Round(decimal amount) => new Money(amount, currency).Rounded().Amount;

    /// <summary>The months of service, oldest first, that start before the as-of date; <paramref name="anchor"/> 31 means the month's last day.</summary>
    public IReadOnlyList<Period> Months(int? anchor = null, int atMost = 99)
    {
        var day = anchor ?? Pick(1, 1, 1, 5, 14, 15, 28, 31);
        var months = Math.Min(atMost, store.Months);
        var all = Enumerable.Range(1 - months, months + 1).Select(offset => new Period(OnDay(store.AsOf, offset, day), OnDay(store.AsOf, offset + 1, day)));
        return [.. all.Where(month => month.Start <= store.AsOf.AddDays(-2)).TakeLast(months)];
    }

    public static DateOnly OnDay(DateOnly month, int offset, int day)
    {
        var first = new DateOnly(month.Year, month.Month, 1).AddMonths(offset);
        return first.AddDays(Math.Min(day, DateTime.DaysInMonth(first.Year, first.Month)) - 1);
    }

    public LineItem Line(
        string description, decimal? quantity, decimal? unitPrice, Period? period, Cadence? cadence = Cadence.Monthly, string? plan = null, string? product = null)
    {
        var amount = Round((quantity ?? 1) * (unitPrice ?? 0));
        return new()
        {
            LineId = "L1",
            Description = description,
            Quantity = quantity,
            UnitPrice = unitPrice,
            Amount = amount,
            Currency = currency,
            PeriodStart = period?.Start,
            PeriodEnd = period?.End,
            IsRecurring = cadence is not (null or Cadence.OneTime),
            Cadence = cadence,
            PlanName = plan,
            ProductCode = product,
            Evidence = Printed(12, $"{description}  {quantity} x {unitPrice}  {currency} {amount.ToString(CultureInfo.InvariantCulture)}"),
        };
    }

    /// <summary>The plan's charge for a period.</summary>
    public LineItem PlanLine(Period period, decimal price, decimal quantity = 1, Cadence cadence = Cadence.Monthly, string? plan = null) =>
        Line(plan ?? Plan, quantity, price, period, cadence, plan ?? Plan, quantity > 1 ? "SEAT" : null);

    public LineItem Credit(string description, decimal amount, Period? period, LineItemType type = LineItemType.Credit) =>
        Line(description, null, amount, period, cadence: null, Plan) with { Type = type, UnitPrice = null };

    public static Evidence Printed(int line, string excerpt) =>
        new() { Kind = EvidenceKind.PdfTextSpan, Pointer = new() { Page = 1, LineStart = line, LineEnd = line }, Excerpt = excerpt };

    public Term Term(TermKind kind, string words, decimal? amount = null, DateOnly? from = null, DateOnly? until = null, int? days = null, decimal? percent = null, string? product = null) => new()
    {
        Kind = kind,
        Amount = amount,
        Percent = percent,
        From = from,
        Until = until,
        Days = days,
        PlanName = product is null ? Plan : null,
        ProductCode = product,
        Evidence = Printed(30 + (int)kind, words),
    };

    public string NextNumber() => vendor.Initials + "-" + (_number += random.Next(1, 40)).ToString("00000", CultureInfo.InvariantCulture);

    /// <summary>One document; unless told otherwise an invoice with a number of its own, paid by card where the vendor is on the card.</summary>
    public NormalizedInvoice Write(
        DateOnly date, IReadOnlyList<LineItem> lines, InvoiceKind kind = InvoiceKind.Invoice, string? number = "", Period? period = null,
        decimal taxPercent = 0, string? related = null, string? notes = null, bool isPaid = true, params IReadOnlyList<Term> terms)
    {
        var numbered = lines.Select((line, index) => line with
        {
            LineId = "L" + (index + 1).ToString(CultureInfo.InvariantCulture),
            Evidence = line.Evidence with { Pointer = line.Evidence.Pointer with { LineStart = 12 + index, LineEnd = 12 + index } },
        }).ToList();
        var subtotal = numbered.Where(line => line.Type is not (LineItemType.Tax or LineItemType.Discount)).Sum(line => line.Amount ?? 0);
        var discount = -numbered.Where(line => line.Type is LineItemType.Discount).Sum(line => line.Amount ?? 0);
        var tax = Round((subtotal - discount) * taxPercent / 100);
        if (tax != 0)
        {
            numbered.Add(Line($"VAT {taxPercent}%", null, tax, null, cadence: null) with { LineId = "T1", Type = LineItemType.Tax, UnitPrice = null, Evidence = Printed(25, $"VAT {taxPercent}%  {tax}") });
        }

        period ??= Span(lines);
        var document = new NormalizedInvoice
        {
            Source = File("pdf"),
            Vendor = new() { Name = vendor.Printed, CanonicalName = IsNamedByReader ? vendor.Name : null, Category = Category },
            Account = Account,
            Invoice = new()
            {
                Kind = kind,
                InvoiceNumber = number is "" ? kind is InvoiceKind.Notice ? null : NextNumber() : number,
                InvoiceDate = date,
                BillingPeriodStart = period?.Start,
                BillingPeriodEnd = period?.End,
                Currency = numbered.Count > 0 ? currency : null,
                SubtotalAmount = numbered.Count > 0 ? subtotal : null,
                TaxAmount = tax != 0 ? tax : null,
                DiscountAmount = discount != 0 ? discount : null,
                TotalAmount = numbered.Count > 0 ? subtotal - discount + tax : null,
                PaymentMethodHint = IsOnCard ? "Visa ending 4410" : null,
                RelatedInvoiceNumber = related,
                Notes = notes,
            },
            LineItems = numbered,
            Terms = terms,
            Quality = new() { Confidence = 97 },
        };
        Documents.Add(document);
        if (isPaid && IsOnCard && kind is InvoiceKind.Invoice && document.Invoice.TotalAmount is > 0)
        {
            Pay(document, random.Next(0, 4));
        }

        return document;
    }

    public NormalizedInvoice Notice(DateOnly date, params IReadOnlyList<Term> terms) => Write(date, [], InvoiceKind.Notice, terms: terms);

    public void Pay(NormalizedInvoice document, int days, Settlement settlement = Settlement.Posted) =>
        CardRows.Add(new(this, document.Invoice.InvoiceDate!.Value.AddDays(days), document.Invoice.TotalAmount!.Value, currency, settlement) { ShowsOriginal = random.Next(3) > 0 });

    /// <summary>A row of the Shopify bill.</summary>
    public void Bill(Period period, decimal amount, string? plan = null, string? product = "REC", Cadence cadence = Cadence.Monthly, string? store = null) =>
        BillRows.Add(new(this, store ?? Store.ShopifyDomain, Line($"{vendor.Name}: {plan ?? Plan}", 1, amount, period, cadence, plan ?? Plan, product)));

    public void Expect(Verdict verdict, LeakType type, decimal? amount, Period? period, DateOnly knownFrom, params LeakType[] also) =>
        Expected.Add(new([type, .. also], verdict, vendor.Name, amount, currency, period?.Start, period?.End, knownFrom));

    public void ExpectLeak(LeakType type, decimal amount, Period period, DateOnly knownFrom, params LeakType[] also) =>
        Expect(Verdict.Leak, type, amount, period, knownFrom, also);

    /// <summary>A file nobody else has.</summary>
    public InvoiceSource File(string extension)
    {
        var name = $"{vendor.Initials.ToLower(CultureInfo.InvariantCulture)}{store.Seed}-{vendor.Function}-{++_file}.{extension}";
        return new() { FileName = name, DocumentVersionId = "dv-" + name, Sha256 = Sha256(name), MimeType = extension is "csv" ? "text/csv" : "application/pdf" };
    }

    public static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static Period? Span(IReadOnlyList<LineItem> lines)
    {
        var dated = lines.Where(line => line.PeriodStart is not null && line.Type is LineItemType.Charge).ToList();
        return dated.Count == 0 ? null : new(dated.Min(line => line.PeriodStart)!.Value, dated.Max(line => line.PeriodEnd)!.Value);
    }
}

/// <summary>A service period; the end is exclusive.</summary>
internal sealed record Period(DateOnly Start, DateOnly End)
{
    public int Days => End.DayNumber - Start.DayNumber;
}

/// <param name="Vendor">Null for the payment of a Shopify bill.</param>
/// <param name="Currency">Of the amount; where it is not the card's, the statement converts it.</param>
internal sealed record CardRow(VendorBook? Vendor, DateOnly Date, decimal Amount, string Currency, Settlement Settlement = Settlement.Posted)
{
    /// <summary>Whether a foreign charge prints its original amount.</summary>
    public bool ShowsOriginal { get; init; } = true;

    /// <summary>The Shopify bill that the row pays.</summary>
    public int? BillNumber { get; init; }

    public string CardName => Vendor?.CardName ?? "SHOPIFY* " + BillNumber!.Value.ToString(CultureInfo.InvariantCulture);

    public string CanonicalName => Vendor?.Vendor.Name ?? "Shopify";
}

internal sealed record BillRow(VendorBook Vendor, string Store, LineItem Line);
