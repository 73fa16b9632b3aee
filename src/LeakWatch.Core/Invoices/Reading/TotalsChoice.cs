namespace LeakWatch.Core.Invoices.Reading;

/// <summary>Weighs every combination of the candidates for total, subtotal, tax, discount and other charges; sums that add up outweigh what their labels say.</summary>
/// <param name="taxes">With null for none; so are <paramref name="discounts"/>.</param>
/// <param name="charges">Shipping, tips, rounding; with 0 for none.</param>
internal sealed class TotalsChoice(PageReading reading, List<Sum> totals, List<Sum> subtotals, List<Sum?> taxes, List<Sum?> discounts, List<decimal> charges)
{
    private readonly bool hasSubtotal = subtotals.Any(sum => sum.Label is Label.Subtotal);

    private readonly record struct Combination(Sum Total, Sum? Subtotal, Sum? Tax, Sum? Discount, decimal Charge)
    {
        public decimal TaxValue => Tax?.Value ?? 0m;

        public decimal DiscountValue => Math.Abs(Discount?.Value ?? 0m);
    }

    /// <summary>The combination with the highest score, of equal ones the first; without a total the first of each kind.</summary>
    public Totals Best()
    {
        if (totals.Count == 0)
        {
            return Totals.None with { Subtotal = subtotals.Count > 0 ? subtotals[0] : null, Tax = taxes.Find(tax => tax is not null), Discount = discounts.Find(sum => sum is not null) };
        }

        var (best, bestScore) = (Totals.None, int.MinValue);
        foreach (var one in Combinations())
        {
            var fit = FitOf(one);
            var score = fit is null ? int.MinValue : LabelScore(one) + fit.Value.Score;
            if (score > bestScore)
            {
                (best, bestScore) = (new(one.Subtotal, one.Tax, one.Discount, one.Charge, one.Total, null, null, null, fit!.Value.AddsUp), score);
            }
        }

        return best;
    }

    private IEnumerable<Combination> Combinations() =>
        from total in totals
        from subtotal in subtotals.Append<Sum?>(null)
        from tax in taxes
        from discount in discounts
        from charge in charges
        select new Combination(total, subtotal, tax, discount, charge);

    /// <summary>What the labels and the places of the sums say, and what is printed and left out.</summary>
    private int LabelScore(Combination one)
    {
        var subtotal = one.Subtotal?.Score ?? (hasSubtotal ? TotalsScores.SubtotalLeftOut : TotalsScores.NoSubtotal);
        var score = one.Total.Score
            + (subtotal / TotalsScores.SubtotalPart)
            + ((one.Tax?.Score ?? 0) / TotalsScores.TaxPart);
        var hasOtherTax = taxes.Any(other => other is { Value: not 0m, Source: not null });
        score -= one.Tax is { Source: null } ? TotalsScores.TaxAdded : 0;
        score -= one.Tax is null && taxes.Count > 1 ? TotalsScores.TaxLeftOut : 0;
        score -= one.Tax is { Value: 0m } && hasOtherTax ? TotalsScores.TaxOfZero : 0;
        score -= one.Discount is null && discounts.Count > 1 ? TotalsScores.DiscountLeftOut : 0;
        score -= one.Charge == 0m && charges.Count > 1 ? TotalsScores.ChargeLeftOut : 0;

        // Later sums outweigh earlier ones of the same kind: a page's own total stands below what it is made of.
        return score + (one.Total.Row.Index * TotalsScores.Later / Math.Max(1, reading.Rows.Count));
    }

    /// <summary>Null where one printed sum would be both subtotal and total.</summary>
    private (int Score, bool AddsUp)? FitOf(Combination one)
    {
        if (one.Subtotal is not { } subtotal)
        {
            return (FitWithoutSubtotal(one), false);
        }

        if (ReferenceEquals(subtotal.Source, one.Total.Source))
        {
            return null;
        }

        var (s, t, d, g) = (subtotal.Value, one.TaxValue, one.DiscountValue, one.Total.Value);
        var isWhole = t != 0m && t == Math.Truncate(t) && g == Math.Truncate(g) && s == Math.Truncate(s);
        var tolerance = isWhole ? 1m : 0.02m;
        if (Math.Abs(s + t - d + one.Charge - g) <= tolerance)
        {
            var isSameSum = s == g && t == 0m && d == 0m;
            var same = one.Total.Label is Label.AmountDue ? TotalsScores.SameSumDue : TotalsScores.SameSum;
            return (isSameSum ? same : TotalsScores.AddsUp, true);
        }

        // The subtotal may be printed after the discount, or with the tax in it.
        if (d != 0m && Math.Abs(s + t + one.Charge - g) <= tolerance)
        {
            return (TotalsScores.AddsUpAfterDiscount, true);
        }

        if (t != 0m && Math.Abs(s - d + one.Charge - g) <= tolerance && Math.Abs(t) < Math.Abs(g))
        {
            return (TotalsScores.AddsUpWithTaxInside, true);
        }

        var isTooLarge = Math.Abs(s) > Math.Abs(g) && d == 0m;
        return (isTooLarge ? TotalsScores.SubtotalTooLarge : TotalsScores.DoesNotAddUp, false);
    }

    /// <summary>A tax whose base is printed, under whatever name, is more likely the whole of it.</summary>
    private int FitWithoutSubtotal(Combination one)
    {
        var (tax, total) = (one.TaxValue, one.Total.Value);
        var hasBase = tax != 0m && !hasSubtotal && reading.Rows.Any(row => row.Amounts.Any(amount => amount.IsMoney && amount.Value == total - tax));
        var isTooLarge = one.Tax is not null && Math.Abs(tax) >= Math.Abs(total) && total != 0m;
        return (hasBase ? TotalsScores.HasBase : 0) - (isTooLarge ? TotalsScores.TaxTooLarge : 0);
    }
}
