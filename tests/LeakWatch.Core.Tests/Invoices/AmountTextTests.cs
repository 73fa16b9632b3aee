using CsCheck;
using LeakWatch.Core.Invoices;

namespace LeakWatch.Core.Tests.Invoices;

public sealed class AmountTextTests
{
    [Theory]
    [InlineData("1,234.56", 1234.56)]
    [InlineData("1.234,56", 1234.56)]
    [InlineData("1 234,56", 1234.56)]
    [InlineData("1\u00a0234,56 €", 1234.56)]
    [InlineData("1\u202f234\u202f567,89", 1234567.89)]
    [InlineData("1'234.56", 1234.56)]
    [InlineData("CHF 12.–", 12)]
    [InlineData("(49.00)", -49)]
    [InlineData("49.00-", -49)]
    [InlineData("-$49.00", -49)]
    [InlineData("$-49.00", -49)]
    [InlineData("$49.00 CR", -49)]
    [InlineData("▲1,200", -1200)]
    [InlineData("US$49", 49)]
    [InlineData("₩49,000", 49000)]
    [InlineData("49,000원", 49000)]
    [InlineData("¥4,900", 4900)]
    [InlineData("４，９００円", 4900)]
    [InlineData("€49,-", 49)]
    [InlineData("49 円", 49)]
    [InlineData("1,00,000.00", 100000)]
    [InlineData("0.125", 0.125)]
    [InlineData(".99", 0.99)]
    public void Reads_every_printed_form(string text, decimal expected) =>
        Assert.Equal(expected, AmountText.Read(text)?.Value);

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("1.2.3")]
    [InlineData("12,34,5")]
    [InlineData("1,23.456,7")]
    [InlineData("2026-02-01")]
    [InlineData("12:30")]
    [InlineData("5%")]
    [InlineData("INV-49")]
    [InlineData("1 2")]
    [InlineData("--5")]
    [InlineData("4455709753291457")] // a card, and its square is no decimal
    public void Refuses_what_is_no_amount(string text) => Assert.Null(AmountText.Read(text));

    [Fact]
    public void Lets_the_document_decide_a_lone_separator()
    {
        Assert.Equal(1234m, AmountText.Read("1.234", DecimalStyle.Comma)?.Value);
        Assert.Equal(1.234m, AmountText.Read("1.234", DecimalStyle.Point)?.Value);
        Assert.True(AmountText.Read("1.234")?.IsAmbiguous);
    }

    [Fact]
    public void Finds_the_style_of_a_document_by_the_numbers_that_leave_no_choice() =>
        Assert.Equal(DecimalStyle.Comma, AmountText.StyleOf(["1.234", "12,50", "3.000,00"]));

    [Fact]
    public void Prefers_a_code_to_a_symbol_many_countries_share() =>
        Assert.Equal("CAD", AmountText.Read("$49.00 CAD")?.Mark);

    [Fact]
    public void Reads_back_whatever_any_style_prints() =>
        Gen.Select(Gen.Long[-99_999_999_99, 99_999_999_99], Gen.OneOf(".,", ",.", ", ", ",\u00a0", ".'", ".\u2009"), Gen.OneOf("", "$", "EUR ", "₩"))
            .Sample((cents, marks, currency) =>
            {
                var value = cents / 100m;
                var whole = Math.Truncate(Math.Abs(value)).ToString("#,0", System.Globalization.CultureInfo.InvariantCulture).Replace(',', marks[1]);
                var printed = $"{(value < 0 ? "-" : "")}{currency}{whole}{marks[0]}{Math.Abs(cents) % 100:00}";
                return AmountText.Read(printed)?.Value == value;
            });
}
