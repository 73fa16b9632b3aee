using LeakWatch.Core.Invoices;
using LeakWatch.Core.Invoices.LanguageModel;

namespace LeakWatch.Core.Tests.Invoices.LanguageModel;

/// <summary>Cards, identity numbers, telephones and addresses of machines, in the ways people write them.</summary>
public sealed class MaskedNumbersTests
{
    [Theory]
    [InlineData("Card 4111.1111.1111.1111", "1111")]
    [InlineData("4111.1111.1111.1111", "1111")]
    [InlineData("Paid by card 5500.0000.0000.0004.", "5500")]
    [InlineData("Amex 3782.822463.10005", "822463")]
    [InlineData("Card   4111.1111.1111.1111   $10.00", "1111")]
    public void Card_numbers_with_full_stops_are_hidden(string line, string secret) => Hides(line, secret);

    private static void Hides(string line, string secret)
    {
        var document = PrintedPage.Of($"Pinewood Forms, Inc.   Invoice\n{line}\nInvoice number: A-1\nTotal   $10.00");
        var masked = MaskedDocument.Of(document, InvoiceReader.Read(document, new() { FileName = "a.pdf" }).Value!);

        Assert.DoesNotContain(secret, string.Join('\n', masked.Lines.Select(line => line.Text)), StringComparison.Ordinal);
        Assert.Contains('⟦', masked.Lines[1].Text);
    }
}
