using System.Text.Json.Serialization;
using LeakWatch.Core.Documents;

namespace LeakWatch.Core.Invoices;

/// <summary>One invoice in the one schema everything else speaks (schema 1.0, docs/invoice-schema.md).</summary>
/// <remarks>
/// What a document does not say is null and named in <see cref="Quality.MissingFields"/>; a value is never invented. Signs: a charge is
/// positive; credits, refunds and DISCOUNT lines are negative, so is the total of a credit note; <c>discountAmount</c> is positive.
/// Period ends are exclusive. A card, bank or Shopify bill statement yields one of these for each row.
/// </remarks>
public sealed record NormalizedInvoice
{
    /// <summary>The payment method of rows of a Shopify bill.</summary>
    public const string ShopifyBill = "Shopify bill";

    public string SchemaVersion { get; init => field = value ?? "1.0"; } = "1.0";

    public required InvoiceSource Source { get; init; }

    public required InvoiceVendor Vendor { get; init; }

    /// <summary>The customer account, workspace or store that the vendor bills; tells two legitimate accounts apart.</summary>
    public string? Account { get; init; }

    public required InvoiceHeader Invoice { get; init; }

    public IReadOnlyList<LineItem> LineItems { get; init => field = value ?? []; } = [];

    public IReadOnlyList<Term> Terms { get; init => field = value ?? []; } = [];

    public Quality Quality { get; init => field = value ?? new(); } = new();

    /// <summary>Where each field of the header was read: JSON path (<c>invoice.totalAmount</c>, <c>vendor.name</c>, …) to evidence.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, Evidence>? FieldEvidence { get; init; }

    /// <summary>Whether this is a row of a Shopify bill.</summary>
    [JsonIgnore]
    public bool IsShopifyBill =>
        Invoice.Kind is InvoiceKind.Statement
        && string.Equals(Invoice.PaymentMethodHint, ShopifyBill, StringComparison.OrdinalIgnoreCase);
}

public sealed record InvoiceSource
{
    public string? DocumentVersionId { get; init; }

    public SourceType SourceType { get; init; } = SourceType.Folder;

    public required string FileName { get; init; }

    public string? MimeType { get; init; }

    /// <summary>Lower-case hex of the file's bytes, 64 characters. With the evidence pointer it is an invoice's identity.</summary>
    public string? Sha256 { get; init; }

    /// <summary>The file name of the container (ZIP, mail) this document came in.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ParentFileName { get; init; }
}

[JsonConverter(typeof(ScreamingSnake<SourceType>))]
public enum SourceType { Folder, Upload, EmailForward }

public sealed record InvoiceVendor
{
    /// <summary>As printed.</summary>
    public string? Name { get; init; }

    public string? CanonicalName { get; init; }

    public string? SupportEmail { get; init; }

    public string? Website { get; init; }

    public string? TaxId { get; init; }

    /// <summary>SHOPIFY_APP, SAAS, PAYMENT, SHIPPING, MARKETING, ANALYTICS, SUPPORT, REVIEWS, … or UNKNOWN: an open list.</summary>
    public string Category { get; init => field = value ?? "UNKNOWN"; } = "UNKNOWN";
}

public sealed record InvoiceHeader
{
    public required InvoiceKind Kind { get; init; }

    public string? InvoiceNumber { get; init; }

    public DateOnly? InvoiceDate { get; init; }

    public DateOnly? DueDate { get; init; }

    public DateOnly? BillingPeriodStart { get; init; }

    /// <summary>Exclusive.</summary>
    public DateOnly? BillingPeriodEnd { get; init; }

    /// <summary>ISO 4217.</summary>
    public string? Currency { get; init; }

    [JsonConverter(typeof(DecimalString))]
    public decimal? SubtotalAmount { get; init; }

    [JsonConverter(typeof(DecimalString))]
    public decimal? TaxAmount { get; init; }

    /// <summary>Positive.</summary>
    [JsonConverter(typeof(DecimalString))]
    public decimal? DiscountAmount { get; init; }

    /// <summary>This document's grand total including tax, without a previous balance; negative on a credit note.</summary>
    [JsonConverter(typeof(DecimalString))]
    public decimal? TotalAmount { get; init; }

    [JsonConverter(typeof(DecimalString))]
    public decimal? AmountDue { get; init; }

    public string? PaymentMethodHint { get; init; }

    public string? PaymentReference { get; init; }

    public Settlement? Settlement { get; init; }

    public string? RelatedInvoiceNumber { get; init; }

    public string? Notes { get; init; }
}

/// <summary>REMINDER and all after it are never charges; they state terms.</summary>
[JsonConverter(typeof(ScreamingSnake<InvoiceKind>))]
public enum InvoiceKind { Invoice, Receipt, CreditNote, Statement, Reminder, ProForma, Quote, Order, Contract, Notice }

[JsonConverter(typeof(ScreamingSnake<Settlement>))]
public enum Settlement { Posted, Pending, Declined, Reversed }

public sealed record LineItem
{
    public required string LineId { get; init; }

    public LineItemType Type { get; init; } = LineItemType.Charge;

    public string? Description { get; init; }

    [JsonConverter(typeof(DecimalString))]
    public decimal? Quantity { get; init; }

    [JsonConverter(typeof(DecimalString))]
    public decimal? UnitPrice { get; init; }

    [JsonConverter(typeof(DecimalString))]
    public decimal? Amount { get; init; }

    public string? Currency { get; init; }

    public DateOnly? PeriodStart { get; init; }

    /// <summary>Exclusive.</summary>
    public DateOnly? PeriodEnd { get; init; }

    public bool? IsRecurring { get; init; }

    public Cadence? Cadence { get; init; }

    public string? PlanName { get; init; }

    public string? ProductCode { get; init; }

    public required Evidence Evidence { get; init; }
}

[JsonConverter(typeof(ScreamingSnake<LineItemType>))]
public enum LineItemType { Charge, Refund, Credit, Tax, Discount }

[JsonConverter(typeof(ScreamingSnake<Cadence>))]
public enum Cadence { Weekly, Monthly, Quarterly, Yearly, Usage, OneTime }

/// <summary>What a document says about the future or the past of the relation; see domain terms in docs/invoice-schema.md.</summary>
public sealed record Term
{
    public required TermKind Kind { get; init; }

    public string? ProductCode { get; init; }

    public string? PlanName { get; init; }

    [JsonConverter(typeof(DecimalString))]
    public decimal? Amount { get; init; }

    [JsonConverter(typeof(DecimalString))]
    public decimal? Percent { get; init; }

    public DateOnly? From { get; init; }

    /// <summary>Exclusive.</summary>
    public DateOnly? Until { get; init; }

    public int? Days { get; init; }

    public Evidence? Evidence { get; init; }
}

[JsonConverter(typeof(ScreamingSnake<TermKind>))]
public enum TermKind
{
    PriceAnnounced, PriceFixed, RenewalPrice, UsageCap, Discount, NoticePeriod, AutoRenew, NoAutoRenew, ContractTerm, Ordered, TrialEnd,
    CancellationConfirmed, CancellationRefused, CancellationBounced, Resubscribed, Instruction, ProrationPolicy,
}

/// <summary>A pointer into a document with the words found there.</summary>
public sealed record Evidence
{
    public required EvidenceKind Kind { get; init; }

    public EvidencePointer Pointer { get; init => field = value ?? new(); } = new();

    /// <summary>Verbatim, at most 300 characters.</summary>
    public required string Excerpt { get; init; }
}

[JsonConverter(typeof(ScreamingSnake<EvidenceKind>))]
public enum EvidenceKind { PdfTextSpan, CsvRow, ImageOcrLine, XmlNode }

/// <summary>Page, line, row and column count from 1.</summary>
public sealed record EvidencePointer
{
    public int? Page { get; init; }

    public int? LineStart { get; init; }

    public int? LineEnd { get; init; }

    public int? Row { get; init; }

    public int? Column { get; init; }

    public Box? Box { get; init; }
}

public sealed record Quality
{
    /// <summary>0 to 100.</summary>
    public int Confidence { get; init; }

    public IReadOnlyList<string> MissingFields { get; init => field = value ?? []; } = [];

    public IReadOnlyList<string> Warnings { get; init => field = value ?? []; } = [];

    public ReadingMethod Method { get; init; } = ReadingMethod.Deterministic;

    /// <summary>Absent on ledgers written by others: detection then computes it itself.</summary>
    public Proof? Proof { get; init; }
}

[JsonConverter(typeof(ScreamingSnake<ReadingMethod>))]
public enum ReadingMethod { Deterministic, Llm, Hybrid }

/// <summary>Does the document add up? A reading whose proof holds and that misses nothing important needs no second reader.</summary>
public sealed record Proof
{
    /// <summary>Σ lines other than TAX and DISCOUNT = subtotal.</summary>
    public ProofCheck LinesSum { get; init => field = value ?? ProofCheck.Unknown; } = ProofCheck.Unknown;

    /// <summary>Subtotal + tax − discount = total.</summary>
    public ProofCheck Total { get; init => field = value ?? ProofCheck.Unknown; } = ProofCheck.Unknown;

    /// <summary>Quantity × unit price = amount on every line that prints both.</summary>
    public ProofCheck UnitPrice { get; init => field = value ?? ProofCheck.Unknown; } = ProofCheck.Unknown;

    /// <summary>The period's days fit the cadence.</summary>
    public ProofCheck Period { get; init => field = value ?? ProofCheck.Unknown; } = ProofCheck.Unknown;

    [JsonIgnore]
    public bool Fails => new[] { LinesSum, Total, UnitPrice, Period }.Any(check => check.State is ProofState.Fails);

    [JsonIgnore]
    public bool Holds => !Fails && new[] { LinesSum, Total, UnitPrice, Period }.Any(check => check.State is ProofState.Holds);
}

/// <param name="Difference">Printed minus computed, in the document's currency (days for the period); null when unknown.</param>
public sealed record ProofCheck(ProofState State, [property: JsonConverter(typeof(DecimalString))] decimal? Difference)
{
    public static ProofCheck Unknown { get; } = new(ProofState.Unknown, null);
}

[JsonConverter(typeof(ScreamingSnake<ProofState>))]
public enum ProofState { Unknown, Holds, Fails }
