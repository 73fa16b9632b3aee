using System.Globalization;
using CsCheck;

namespace LeakWatch.Core.Tests.Laws;

public sealed class MoneyLaws
{
    private static readonly Gen<Money> Amounts =
        Gen.Int[-10_000_000, 10_000_000].Select(Choice.Of("USD", "EUR", "KRW", "BHD"), (minor, currency) => new Money(minor / 1000m, currency));

    [Fact]
    public void What_is_added_can_be_taken_away() =>
        Amounts.Select(Amounts).Sample((one, other) => Assert.Equal(one, one + (other with { Currency = one.Currency }) - (other with { Currency = one.Currency })));

    [Fact]
    public void Rounding_twice_is_rounding_once() => Amounts.Sample(money => Assert.Equal(money.Rounded(), money.Rounded().Rounded()));

    [Fact]
    public void Rounding_moves_by_half_a_minor_unit_at_most() =>
        Amounts.Sample(money => Assert.True(Math.Abs(money.Rounded().Amount - money.Amount) <= 0.5m / (decimal)Math.Pow(10, Currencies.MinorUnits(money.Currency))));

    [Fact]
    public void An_amount_from_a_database_gets_the_digits_that_are_written() =>
        Amounts.Select(Gen.Int[0, 8], (money, zeros) => (money.Currency, Amount: money.Amount + new decimal(0, 0, 0, isNegative: false, (byte)zeros))).Sample(stored =>
            Assert.Equal(Currencies.Format(stored.Amount, stored.Currency), Currencies.Rescale(stored.Amount, stored.Currency).ToString(CultureInfo.InvariantCulture)));

    [Fact]
    public void Two_currencies_do_not_mix() =>
        Assert.Throws<InvalidOperationException>(() => new Money(1m, "USD") + new Money(1m, "EUR"));
}
