namespace LeakWatch.Core.Invoices.Statements;

/// <summary>One row of a statement, read but not yet compared with the others.</summary>
internal sealed record StatementTransaction
{
    /// <summary>Place of the row in the text, for the excerpt.</summary>
    public required TableRow Row { get; init; }

    public required DateOnly Date { get; init; }

    /// <summary>Positive for money the merchant paid, in the currency of the row.</summary>
    public required decimal Paid { get; init; }

    public required int AmountColumn { get; init; }

    public string? Currency { get; init; }

    public string? Vendor { get; init; }

    public string Description { get; init; } = "";

    public bool IsRefund { get; init; }

    /// <summary>Money in that is no refund by its own words: a salary, a deposit, a payment the card received.</summary>
    public bool IsReceived { get; init; }

    public Settlement Settlement { get; init; } = Settlement.Posted;

    public string? Reference { get; init; }

    public string? InvoiceNumber { get; init; }

    public string? PaymentMethod { get; init; }

    public string? Account { get; init; }

    /// <summary>The amount before conversion and its rate, as printed: <c>EUR 85.00 at 1.0980</c>.</summary>
    public string? Original { get; init; }

    public decimal? Quantity { get; init; }

    public decimal? UnitPrice { get; init; }

    public DateOnly? PeriodStart { get; init; }

    /// <summary>Exclusive.</summary>
    public DateOnly? PeriodEnd { get; init; }

    public Cadence? Cadence { get; init; }

    public bool? IsRecurring { get; init; }

    public string? Plan { get; init; }

    public string? Product { get; init; }

    public string Category { get; init; } = "UNKNOWN";

    public IReadOnlyList<string> Warnings { get; init; } = [];
}
