namespace LeakWatch.Core.Invoices.Reading;

/// <summary>A sum printed below or beside the lines.</summary>
internal sealed record Sum(Label Label, decimal Value, PrintedAmount? Source, Evidence Evidence, Row Row, int Score);

/// <summary>The sums of a document, chosen together: they should add up, and each is printed.</summary>
/// <param name="OtherCharges">Shipping, tips, rounding: printed between subtotal and total, without a field of their own in the schema.</param>
internal sealed record Totals(Sum? Subtotal, Sum? Tax, Sum? Discount, decimal OtherCharges, Sum? Total, Sum? AmountDue, Sum? Paid, Sum? PreviousBalance, bool AddsUp)
{
    public static Totals None { get; } = new(null, null, null, 0m, null, null, null, null, false);

    /// <summary>Every printed subtotal: lines add up to one of them, which need not be the one that becomes the total with the tax.</summary>
    public IReadOnlyList<decimal> Subtotals { get; init; } = [];

    /// <summary>Rows that carry any sum: the table of lines ends at the first of them.</summary>
    public IReadOnlySet<int> Rows { get; init; } = new HashSet<int>();
}
