using LeakWatch.Core.Documents;
namespace LeakWatch.Core.Invoices.Reading;

/// <summary>A printed line → a line item: its type, period, cadence and plan, with evidence.</summary>
internal static class LineItemBuilder
{
    public static LineItem Build(PageReading reading, LineDraft draft, int number, string? currency, bool isCredit, PeriodText? invoicePeriod)
    {
        var description = string.Join(' ', draft.Description.Where(part => part.Length > 0)) is { Length: > 0 } text ? text : draft.First.Text;
        var hints = LineHints.Of(description);
        var value = isCredit ? -Math.Abs(draft.Amount.Value) : draft.Amount.Value;
        var type = TypeOf(hints, value, isCredit);
        value = type is LineItemType.Discount && value > 0 ? -value : value;
        var period = PeriodOf(reading, draft, description);
        var isCharge = type is LineItemType.Charge;
        var cadence = LineHints.CadenceOf(hints, draft, isCharge ? period : null, isCharge ? invoicePeriod : null);
        return new()
        {
            LineId = $"L{number}",
            Type = type,
            Description = Short(description, 400),
            Quantity = draft.Quantity,
            UnitPrice = draft.UnitPrice is { } price && draft.Quantity is { } quantity && price * quantity == -value && value < 0 ? -price : draft.UnitPrice,
            Amount = value,
            Currency = currency,
            PeriodStart = period?.Start,
            PeriodEnd = period?.End,
            Cadence = cadence,
            IsRecurring = cadence is Cadence.Weekly or Cadence.Monthly or Cadence.Quarterly or Cadence.Yearly ? true : cadence is Cadence.OneTime ? false : hints.Contains(LineHint.Subscription) && type is LineItemType.Charge ? true : null,
            PlanName = LineHints.PlanOf(description),
            ProductCode = draft.Code,
            Evidence = EvidenceOf(reading, draft),
        };
    }

    private static LineItemType TypeOf(IReadOnlySet<LineHint> hints, decimal value, bool isCredit) =>
        hints.Contains(LineHint.Refund) && value < 0 ? LineItemType.Refund
        : isCredit ? LineItemType.Credit
        : value < 0 && hints.Contains(LineHint.Discount) ? LineItemType.Discount
        : value < 0 ? LineItemType.Credit
        : LineItemType.Charge;

    private static PeriodText? PeriodOf(PageReading reading, LineDraft draft, string description)
    {
        if (draft.Period is { } column && PeriodText.Find(column, reading.Order, true) is { } printed)
        {
            return printed;
        }

        return PeriodText.Find(Short(description, 390), reading.Order) ?? (description.Length < 200 && IsMonthOfService(description) ? PeriodText.Find(description, reading.Order, true) : null) ?? FromColumns(reading, draft);
    }

    // Start and end in two columns of their own.
    private static PeriodText? FromColumns(PageReading reading, LineDraft draft)
    {
        var dates = draft.First.Cells.Where(cell => cell.Dates.Count == 1 && cell.Text.Length - cell.Dates[0].Length < 3).Select(cell => cell.Dates[0]).ToList();
        return dates is [var first, var last] && last.Date > first.Date && PeriodText.Printed(first.Date, last.Date) is var (start, end)
            ? new(start, end, 0, 0, first.IsAmbiguous || last.IsAmbiguous)
            : null;
    }

    private static bool IsMonthOfService(string description) =>
        LineHints.Of(description).Overlaps([LineHint.Monthly, LineHint.Subscription, LineHint.Usage, LineHint.Quarterly]) || description.Contains(" for ", StringComparison.OrdinalIgnoreCase)
        || description.Contains("月分", StringComparison.Ordinal) || description.Contains("월분", StringComparison.Ordinal) || description.Contains('(');

    private static Evidence EvidenceOf(PageReading reading, LineDraft draft)
    {
        var rows = reading.Rows.Skip(draft.First.Index).TakeWhile(row => row.Index <= draft.Last.Index && row.Page == draft.First.Page).ToList();
        var box = rows.Aggregate(draft.First.Box, (all, row) => Box.Around(all, row.Box));
        return reading.Text.EvidenceOf(draft.First, draft.Last, box, string.Join('\n', rows.Select(row => row.Text)));
    }

    private static string Short(string text, int length) => text.Length > length ? text[..length] : text;
}
