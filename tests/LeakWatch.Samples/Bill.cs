namespace LeakWatch.Samples;

/// <summary>What an invented vendor bills; a layout decides how it looks on paper.</summary>
internal sealed record Bill
{
    public required Vendor Vendor { get; init; }

    public required string Number { get; init; }

    public required DateOnly Date { get; init; }

    public DateOnly? Due { get; init; }

    public DateOnly? PeriodStart { get; init; }

    /// <summary>Inclusive, as invoices print it.</summary>
    public DateOnly? PeriodLastDay { get; init; }

    public required IReadOnlyList<BillLine> Lines { get; init; }

    public string? Account { get; init; }

    public string? PaidWith { get; init; }

    public string? PaymentReference { get; init; }

    public string? CreditFor { get; init; }

    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>What the vendor printed where its own lines say otherwise.</summary>
    public decimal? PrintedSubtotal { get; init; }

    public decimal Subtotal => PrintedSubtotal ?? Lines.Sum(line => line.Amount);

    public decimal Tax => Math.Round(Subtotal * Vendor.TaxPercent / 100, Vendor.Currency == "KRW" ? 0 : 2, MidpointRounding.AwayFromZero);

    public decimal Total => Subtotal + Tax;
}

internal sealed record BillLine(string Description, decimal Quantity, decimal UnitPrice)
{
    public decimal Amount => Math.Round(Quantity * UnitPrice, 2, MidpointRounding.AwayFromZero);
}

internal sealed record Vendor(string Name, string LegalName, string Address, string City, string Domain, string Currency = "USD")
{
    public decimal TaxPercent { get; init; }

    public string? TaxId { get; init; }

    public (byte Red, byte Green, byte Blue) Colour { get; init; } = (31, 41, 55);

    public string Email => "billing@" + Domain;
}
