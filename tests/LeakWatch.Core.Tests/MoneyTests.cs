namespace LeakWatch.Core.Tests;

public sealed class MoneyTests
{
    [Fact]
    public void Refuses_to_add_two_currencies() =>
        Assert.Throws<InvalidOperationException>(() => new Money(1, "USD") + new Money(1, "EUR"));

    [Theory]
    [InlineData("49", "USD", "49.00")]
    [InlineData("6600", "JPY", "6600")]
    [InlineData("1.5", "KWD", "1.500")]
    [InlineData("0.0125", "USD", "0.0125")] // a unit price below a cent is not rounded away
    public void Prints_the_minor_units_of_its_currency(string amount, string currency, string expected) =>
        Assert.Equal(expected, new Money(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), currency).ToAmountString());
}
