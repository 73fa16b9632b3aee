using LeakWatch.Core.Invoices.Masking;
using LeakWatch.Core.Invoices.Reading;

namespace LeakWatch.Core.Invoices.SecondReader;

/// <summary>A value that the document prints at the place the model named.</summary>
internal sealed record Checked<T>(T Value, SourcePlace Place)
{
    public Evidence Evidence => Place.Evidence;
}

/// <param name="IsSure">False for a symbol that several currencies share.</param>
internal readonly record struct CurrencyRead(string Code, bool IsSure);

/// <param name="Amount">The printed amount itself, so that no two values can be the same one.</param>
internal readonly record struct AmountRead(decimal Value, PrintedAmount Amount);

/// <summary>A line whose amount is printed, ready to be built as every other line is.</summary>
internal sealed record CheckedLine(LineDraft Draft, LineItemType Type, string? PlanName, (DateOnly Start, DateOnly End)? Period);

/// <summary>What is left of a model's answer when everything the document does not print is taken out of it.</summary>
internal sealed record CheckedAnswer
{
    public required InvoiceKind Kind { get; init; }

    public Checked<string>? VendorName { get; init; }

    public Checked<string>? SupportEmail { get; init; }

    public Checked<string>? Website { get; init; }

    public Checked<string>? TaxId { get; init; }

    public Checked<string>? Account { get; init; }

    public Checked<string>? InvoiceNumber { get; init; }

    public Checked<string>? RelatedInvoiceNumber { get; init; }

    public Checked<string>? PaymentMethodHint { get; init; }

    public Checked<string>? PaymentReference { get; init; }

    public Checked<DateText>? InvoiceDate { get; init; }

    public Checked<DateText>? DueDate { get; init; }

    public Checked<(DateOnly Start, DateOnly End)>? Period { get; init; }

    public Checked<CurrencyRead>? Currency { get; init; }

    public Checked<AmountRead>? Subtotal { get; init; }

    public Checked<AmountRead>? Tax { get; init; }

    public Checked<AmountRead>? Discount { get; init; }

    public Checked<AmountRead>? Total { get; init; }

    public Checked<AmountRead>? AmountDue { get; init; }

    public IReadOnlyList<CheckedLine> Lines { get; init; } = [];

    /// <summary>What was thrown away, and why, without its value.</summary>
    public IReadOnlyList<string> Discarded { get; init; } = [];

    /// <summary>Header fields that a model which saw the page reported and the recognised text does not hold: path → what it reported.</summary>
    public IReadOnlyDictionary<string, string> Unconfirmed { get; init; } = new Dictionary<string, string>();
}
