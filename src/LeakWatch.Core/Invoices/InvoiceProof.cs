namespace LeakWatch.Core.Invoices;

/// <summary>Does a document add up? Computed from the normalised invoice alone, so it can be repeated on any ledger.</summary>
/// <remarks>Vendors round each line before they add: half a minor unit is allowed for every number that enters a sum.</remarks>
public static class InvoiceProof
{
    public static Proof Of(NormalizedInvoice invoice) => Of(invoice, 0m);

    /// <param name="otherCharges">Shipping, tips or rounding printed between subtotal and total, which schema 1.0 has no field for.</param>
    /// <param name="chargesInSubtotal">The same where the subtotal contains them, as in e-invoices.</param>
    public static Proof Of(NormalizedInvoice invoice, decimal otherCharges, decimal chargesInSubtotal = 0m) => new()
    {
        LinesSum = LinesSumOf(invoice, otherCharges, chargesInSubtotal),
        Total = TotalOf(invoice, otherCharges),
        UnitPrice = UnitPriceOf(invoice),
        Period = PeriodOf(invoice),
    };

    /// <summary>Half a minor unit of the currency for each of so many rounded numbers, never less than one minor unit.</summary>
    public static decimal Tolerance(int numbers, string? currency)
    {
        var minor = currency is null ? 0.01m : Currencies.MinorUnits(currency) switch { 0 => 1m, 3 => 0.001m, _ => 0.01m };
        return Math.Max(minor, minor * numbers / 2);
    }

    private static ProofCheck LinesSumOf(NormalizedInvoice invoice, decimal otherCharges, decimal chargesInSubtotal)
    {
        var header = invoice.Invoice;
        var lines = invoice.LineItems.Where(line => line.Type is not (LineItemType.Tax or LineItemType.Discount)).ToList();
        if (lines.Count == 0 || lines.Any(line => line.Amount is null))
        {
            return ProofCheck.Unknown;
        }

        var sum = lines.Sum(line => line.Amount!.Value);
        var tolerance = Tolerance(lines.Count, header.Currency);
        if (header.SubtotalAmount is not { } subtotal)
        {
            // Without a printed subtotal the lines may be before or after tax, so only an equal sum says something.
            return header.TotalAmount is { } total && Math.Abs(total - sum - Adjustments(header) - otherCharges) <= tolerance
                ? new(ProofState.Holds, 0m)
                : ProofCheck.Unknown;
        }

        var discounts = invoice.LineItems.Where(line => line.Type is LineItemType.Discount).Sum(line => line.Amount ?? 0m);
        var discounted = sum + chargesInSubtotal - (discounts == 0m ? Math.Sign(sum) * (header.DiscountAmount ?? 0m) : 0m);
        decimal[] readings = [subtotal - sum, subtotal - sum - discounts, subtotal - sum + (header.TaxAmount ?? 0m), subtotal - discounted, subtotal - (header.DiscountAmount ?? 0m) - sum];
        // A subtotal is printed before or after the discount, lines with or without tax; each reading is a full check of its own.
        return Closest(readings, tolerance);
    }

    private static ProofCheck TotalOf(NormalizedInvoice invoice, decimal otherCharges)
    {
        var header = invoice.Invoice;
        if (header is not { TotalAmount: { } total, SubtotalAmount: { } subtotal })
        {
            return ProofCheck.Unknown;
        }

        var tax = header.TaxAmount ?? 0m;
        var discount = header.DiscountAmount ?? 0m;
        decimal[] readings = discount == 0m ? [total - subtotal - tax - otherCharges] : [total - (subtotal + tax - discount) - otherCharges, total - subtotal - tax - otherCharges];
        return Closest(readings, Tolerance(2, header.Currency));
    }

    private static ProofCheck UnitPriceOf(NormalizedInvoice invoice)
    {
        var (worst, all) = (0m, 0m);
        var seen = false;
        foreach (var line in invoice.LineItems)
        {
            if (line is not { Quantity: { } quantity, UnitPrice: { } price, Amount: { } amount })
            {
                continue;
            }

            seen = true;
            var difference = amount - (quantity * price);
            all += difference;
            // A unit price is itself rounded to its last printed digit, and the quantity multiplies that.
            var tolerance = Tolerance(1, line.Currency) + (Math.Abs(quantity) * LastDigit(price) / 2);
            if (Math.Abs(difference) > tolerance && Math.Abs(difference) > Math.Abs(worst))
            {
                worst = difference;
            }
        }

        var header = invoice.Invoice;
        worst = IsInLines(all, header.DiscountAmount ?? 0m, header.TaxAmount ?? 0m, Tolerance(invoice.LineItems.Count, header.Currency)) ? 0m : worst;
        return !seen ? ProofCheck.Unknown : worst == 0m ? new(ProofState.Holds, 0m) : new(ProofState.Fails, worst);
    }

    /// <summary>Whether lines are printed with their tax or after their discount: then what the sums call so explains them together.</summary>
    /// <param name="difference">All amounts of lines less their quantities times prices.</param>
    internal static bool IsInLines(decimal difference, decimal discount, decimal tax, decimal tolerance) =>
        Array.Exists([tax, -discount, tax - discount], sum => sum != 0m && Math.Abs(difference - sum) <= tolerance);

    private static ProofCheck PeriodOf(NormalizedInvoice invoice)
    {
        foreach (var line in invoice.LineItems)
        {
            var start = line.PeriodStart ?? invoice.Invoice.BillingPeriodStart;
            var end = line.PeriodEnd ?? invoice.Invoice.BillingPeriodEnd;
            if (start is not { } from || end is not { } until || line.IsRecurring is not true || DaysOf(line.Cadence) is not var (least, most))
            {
                continue;
            }

            var days = until.DayNumber - from.DayNumber;
            return days >= least && days <= most ? new(ProofState.Holds, 0m) : new(ProofState.Unknown, days < least ? days - least : days - most);
        }

        return ProofCheck.Unknown;
    }

    // A shorter or longer period than the cadence is a partial one, which is printed often and is no error: Unknown, with its days.
    private static (int Least, int Most)? DaysOf(Cadence? cadence) => cadence switch
    {
        Cadence.Weekly => (7, 7),
        Cadence.Monthly => (27, 32),
        Cadence.Quarterly => (89, 93),
        Cadence.Yearly => (360, 367),
        _ => null,
    };

    private static decimal Adjustments(InvoiceHeader header) => (header.TaxAmount ?? 0m) - (header.DiscountAmount ?? 0m);

    private static decimal LastDigit(decimal value)
    {
        var unit = 1m;
        for (var scale = 0; scale < value.Scale; scale++)
        {
            unit /= 10m;
        }

        return value.Scale == 0 ? 0m : unit;
    }

    private static ProofCheck Closest(decimal[] differences, decimal tolerance)
    {
        var best = differences.MinBy(Math.Abs);
        return new(Math.Abs(best) <= tolerance ? ProofState.Holds : ProofState.Fails, Math.Abs(best) <= tolerance ? 0m : best);
    }
}
