namespace LeakWatch.Core.Invoices.Reading;

/// <summary>Tax rates printed in a row, in percent.</summary>
internal static class TaxRates
{
    public static List<decimal> Of(string text)
    {
        var rates = new List<decimal>();
        for (var percent = text.IndexOfAny(['%', '％']); percent >= 0; percent = text.IndexOfAny(['%', '％'], percent + 1))
        {
            var end = percent;
            while (end > 0 && text[end - 1] is ' ' or '\u00a0')
            {
                end--;
            }

            var start = end;
            while (start > 0 && (char.IsAsciiDigit(text[start - 1]) || text[start - 1] is '.' or ','))
            {
                start--;
            }

            if (start < end && AmountText.Read(text.AsSpan(start, end - start).Trim(".,")) is { Value: > 0 and < 100 } rate)
            {
                rates.Add(rate.Value);
            }
        }

        return rates;
    }

    /// <summary>The tax is that rate of the base, or is contained in it at that rate, to the cent.</summary>
    public static bool Fits(decimal basis, decimal tax, decimal rate) =>
        tax != 0m && Math.Abs(tax) < Math.Abs(basis)
        && (Math.Abs(tax - (basis * rate / 100m)) <= 0.02m || Math.Abs(tax - (basis * rate / (100m + rate))) <= 0.02m || Math.Abs(tax - Math.Truncate(basis * rate / 100m)) < 1m && tax == Math.Truncate(tax) && basis > 100m);
}
