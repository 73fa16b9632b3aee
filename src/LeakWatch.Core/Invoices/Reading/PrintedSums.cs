namespace LeakWatch.Core.Invoices.Reading;

/// <summary>What follows from the lines once they are read: a subtotal under a name we do not know, a total that only its payment and balance print.</summary>
internal static class PrintedSums
{
    public static Totals Complete(PageReading reading, Totals totals, List<LineDraft> lines) => WithSubtotal(reading, WithPayment(WithTotal(reading, totals), lines), lines);

    // A printed amount that is the subtotal and its tax together is the total, whatever its label became in a scan.
    private static Totals WithTotal(PageReading reading, Totals totals)
    {
        if (totals is not { Total: null, Subtotal: { Value: > 0m } subtotal, Tax: { Value: > 0m } tax })
        {
            return totals;
        }

        foreach (var amount in reading.Rows.SelectMany(row => row.Amounts).Where(amount => amount.IsMoney && amount.Value == subtotal.Value + tax.Value))
        {
            var row = amount.Cell.Row;
            var printed = reading.Text.EvidenceOf(row, row, amount.Cell.Box, amount.Cell.Text);
            var sum = new Sum(Label.GrandTotal, amount.Value, amount, printed, row, SumScores.TotalBySum);
            return totals with { Total = sum, AddsUp = true };
        }

        return totals;
    }

    // "Payment 400.00, Balance due 654.00" below lines of 1054.00: the lines say that the balance is not the total.
    private static Totals WithPayment(Totals totals, List<LineDraft> lines)
    {
        if (totals is not { Total: { Label: Label.AmountDue } due, Paid: { } paid, PreviousBalance: null } || paid.Value == 0m || lines.Count == 0)
        {
            return totals;
        }

        var total = due.Value + Math.Abs(paid.Value);
        var net = lines.Sum(line => line.Amount.Value) - Math.Abs(totals.Discount?.Value ?? 0m) + totals.OtherCharges;
        return Math.Abs(net - total) > 0.01m && Math.Abs(net + (totals.Tax?.Value ?? 0m) - total) > 0.01m ? totals : totals with
        {
            Total = due with { Label = Label.GrandTotal, Value = total, Source = due.Source, Evidence = due.Evidence with { Excerpt = $"{paid.Evidence.Excerpt}\n{due.Evidence.Excerpt}" } },
        };
    }

    // "Goods and labour 1,632.00": one printed amount below the lines that is the total without its tax.
    private static Totals WithSubtotal(PageReading reading, Totals totals, List<LineDraft> lines)
    {
        if (totals is not { Subtotal: null, Total: { Source: { } printed } total, Tax: { Value: not 0m } tax })
        {
            return totals;
        }

        var wanted = total.Value - tax.Value;
        var last = lines.Count == 0 ? 0 : lines.Max(line => line.Last.Index);
        foreach (var row in reading.Rows.Where(row => row.Index > last && row.Index < total.Row.Index && row.Page == printed.Cell.Row.Page))
        {
            if (row.Amounts.Where(amount => amount.IsMoney).ToList() is [var only] && row.Cells[0].Text.Any(char.IsLetter)
                && (only.Value == wanted || (totals.OtherCharges != 0m && only.Value == wanted - totals.OtherCharges) || (totals.Discount is { } discount && only.Value == wanted + Math.Abs(discount.Value))))
            {
                var place = reading.Text.EvidenceOf(row);
                var sum = new Sum(Label.Subtotal, only.Value, only, place, row, SumScores.SubtotalBySum);
                return totals with { Subtotal = sum, AddsUp = true };
            }
        }

        return totals;
    }
}
