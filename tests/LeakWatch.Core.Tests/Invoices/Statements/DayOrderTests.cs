namespace LeakWatch.Core.Tests.Invoices.Statements;

public sealed class DayOrderTests
{
    [Theory]
    [InlineData("From 13/01/2026 to 12/02/2026,,\nDate,Text,Amount\n05/02/2026,GLOW,1.00")] // the lines above the table
    [InlineData("Date,Post Date,Text,Amount\n05/02/2026,06/02/2026,GLOW,1.00\n03/02/2026,05/02/2026,TIDE,2.00")] // bought and booked within days
    [InlineData("Date,Text,Amount\n05/02/2026,GLOW Value Date: 31/01/2026,1.00")] // a date in the row's text
    [InlineData("Date,Narration,Amount\n05/02/2026,GLOW,1.00")] // English of another country
    [InlineData("Date,Text,Amount\n05/02/2026,GLOW BGC,1.00")] // a payment system of one country
    [InlineData("Date,Text,Amount\n05/02/2026,GLOW,£1.00")] // a currency
    [InlineData("Datum,Tekst,Beløb\n05/02/2026,GLOW,1.00")] // a language
    [InlineData("Date,Text,Amount\n05/02/2026,GLOW,1.00\n07/02/2026,TIDE,2.00\n12/02/2026,TIDE,3.00")] // one month rather than three days of a year
    public void The_day_comes_first_where_something_in_the_file_says_so(string table) =>
        Assert.Equal(new DateOnly(2026, 2, 5), Table.Read(table)[0].Invoice.InvoiceDate);

    [Theory]
    [InlineData("Statement 01/13/2026 - 02/12/2026,,\nDate,Text,Amount\n02/05/2026,GLOW,1.00")]
    [InlineData("Date,Text,Amount\n02/05/2026,GLOW,1.00\n02/07/2026,TIDE,2.00\n02/12/2026,TIDE,3.00")]
    [InlineData("Date,Text,Amount\n02/05/2026,ZELLE TO GLOW,1.00")]
    [InlineData("Date,Text,Amount\n02/05/2026,GLOW,1.00")] // English and no other sign
    public void The_month_comes_first_where_something_in_the_file_says_so(string table) =>
        Assert.Equal(new DateOnly(2026, 2, 5), Table.Read(table)[0].Invoice.InvoiceDate);

    [Fact]
    public void The_first_of_three_months_is_as_likely_as_three_days_of_one() =>
        Assert.Equal(new DateOnly(2026, 2, 1), Table.Read("Date,Text,Amount\n02/01/2026,GLOW,1.00\n03/01/2026,GLOW,1.00\n04/01/2026,GLOW,1.00")[0].Invoice.InvoiceDate);

    [Fact]
    public void A_guessed_order_is_said_aloud() =>
        Assert.Contains(Table.Read("Date,Text,Amount\n02/05/2026,GLOW,1.00").Single().Quality.Warnings, warning => warning.StartsWith("Day and month", StringComparison.Ordinal));

    [Theory]
    [InlineData("12 maj 2026")]
    [InlineData("12 maja 2026")]
    [InlineData("12 Mayıs 2026")]
    [InlineData("12.05.2026 14.03.59")]
    public void Reads_the_days_of_more_languages(string day) =>
        Assert.Equal(new DateOnly(2026, 5, 12), Table.Read($"Date;Text;Amount\n{day};GLOW;1.00").Single().Invoice.InvoiceDate);
}
