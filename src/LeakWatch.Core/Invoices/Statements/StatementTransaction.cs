namespace LeakWatch.Core.Invoices.Statements;

/// <summary>The text of one cell and its column, from 0.</summary>
internal readonly record struct ReadCell(int Column, string Text)
{
    public static ReadCell? Of(TableRow row, int column) => row.Cell(column) is { Length: > 0 } text ? new(column, text) : null;
}

/// <summary>One row of a statement, read but not yet compared with the others.</summary>
internal sealed record StatementTransaction
{
    /// <summary>Place of the row in the text, for the excerpt.</summary>
    public required TableRow Row { get; init; }

    public required DateOnly Date { get; init; }

    /// <summary>Positive for money the merchant paid, in the currency of the row.</summary>
    public required decimal Paid { get; init; }

    public required ReadCell AmountCell { get; init; }

    /// <summary>Null when the day stands outside the row, as a bill's does above its table.</summary>
    public ReadCell? DateCell { get; init; }

    /// <summary>Null when the vendor is known by the columns of its export and named nowhere.</summary>
    public ReadCell? VendorCell { get; init; }

    public ReadCell? DescriptionCell { get; init; }

    public ReadCell? NumberCell { get; init; }

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
