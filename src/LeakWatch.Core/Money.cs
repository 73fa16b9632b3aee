using System.Collections.Frozen;
using System.Globalization;

namespace LeakWatch.Core;

/// <summary>An amount in the major unit of one ISO 4217 currency. Charges are positive, credits negative.</summary>
/// <exception cref="InvalidOperationException">Thrown by every operator that is given two currencies.</exception>
public readonly record struct Money(decimal Amount, string Currency)
{
    public static Money operator +(Money left, Money right) => new(left.Amount + Same(left, right).Amount, left.Currency);

    public static Money operator -(Money left, Money right) => new(left.Amount - Same(left, right).Amount, left.Currency);

    public static Money operator -(Money money) => new(-money.Amount, money.Currency);

    public static Money operator *(Money money, decimal factor) => new(money.Amount * factor, money.Currency);

    public static bool operator <(Money left, Money right) => left.Amount < Same(left, right).Amount;

    public static bool operator >(Money left, Money right) => left.Amount > Same(left, right).Amount;

    public static Money Add(Money left, Money right) => left + right;

    public static Money Subtract(Money left, Money right) => left - right;

    public static Money Negate(Money money) => -money;

    public static Money Multiply(Money money, decimal factor) => money * factor;

    /// <summary>PeriodicWork half away from zero to the currency's minor unit, as invoices do.</summary>
    public Money Rounded() => this with { Amount = Currencies.Rounded(Amount, Currency) };

    /// <summary>The amount as JSON carries it: a plain decimal string with the currency's minor units, such as <c>49.00</c> or <c>6600</c>.</summary>
    public string ToAmountString() => Currencies.Format(Amount, Currency);

    public override string ToString() => $"{ToAmountString()} {Currency}";

    private static Money Same(Money left, Money right) => left.Currency == right.Currency
        ? right
        : throw new InvalidOperationException($"{left} and {right} are of two currencies: convert one with a dated rate first.");
}

/// <summary>What ISO 4217 says of a currency's minor unit.</summary>
public static class Currencies
{
    private static readonly FrozenSet<string> WithoutMinorUnit = FrozenSet.ToFrozenSet(
        ["BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND", "VUV", "XAF", "XOF", "XPF"]);

    private static readonly FrozenSet<string> WithThreeDecimals = FrozenSet.ToFrozenSet(["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"]);

    /// <summary>Digits after the decimal point: 0, 2 or 3; 2 for a code we do not know.</summary>
    public static int MinorUnits(string currency) =>
        WithoutMinorUnit.Contains(currency) ? 0 : WithThreeDecimals.Contains(currency) ? 3 : 2;

    private static int MinDigits(string? currency) => currency is null ? 2 : MinorUnits(currency);

    /// <summary>Half away from zero, to the currency's minor unit.</summary>
    public static decimal Rounded(decimal amount, string currency) => Math.Round(amount, MinorUnits(currency), MidpointRounding.AwayFromZero);

    /// <summary>The same amount with the digits that <see cref="Format"/> writes: a database gives it back with others.</summary>
    public static decimal Rescale(decimal amount, string? currency)
    {
        var digits = MinDigits(currency);
        while (digits < amount.Scale && Math.Round(amount, digits) != amount)
        {
            digits++;
        }

        // A sum has the digits of the more exact part, also where that part is nothing.
        return Math.Round(amount, digits) + new decimal(0, 0, 0, isNegative: false, (byte)digits);
    }

    /// <summary>A decimal string with at least the currency's minor units; further digits that are not zero are kept, never rounded away.</summary>
    public static string Format(decimal amount, string? currency) =>
        amount.ToString("0." + new string('0', MinDigits(currency)) + new string('#', 12), CultureInfo.InvariantCulture);
}
