using LeakWatch.Core.Invoices;
using LeakWatch.Core.Invoices.Masking;

namespace LeakWatch.Core.Tests.Invoices.Masking;

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

    [Theory]
    [InlineData("IP address: 203.0.113.42", "113")]
    [InlineData("IP: 10.0.0.7", "0.7")]
    [InlineData("IP-Adresse 192.168.100.200", "168")]
    [InlineData("Signed from 203.0.113.42 on March 1, 2026", "113")]
    [InlineData("Login (198.51.100.7)", "198")]
    [InlineData("2001:db8:85a3:0:0:8a2e:370:7334", "8a2e")]
    [InlineData("IP 2001:db8::8a2e:370:7334", "8a2e")]
    public void Addresses_of_machines_are_hidden(string line, string secret) => Hides(line, secret);

    [Theory]
    [InlineData("Date of birth: 01/03/1980", "1980")]
    [InlineData("DOB: 1980-03-01", "1980")]
    [InlineData("D.O.B. 1 March 1980", "March")]
    [InlineData("Jane Doe, born on March 1, 1980", "1980")]
    [InlineData("Geburtsdatum: 01.03.1980", "1980")]
    [InlineData("geb. am 01.03.1980", "1980")]
    [InlineData("Date de naissance : 1er mars 1980", "1980")]
    [InlineData("Née le 01/03/1980", "1980")]
    [InlineData("Data di nascita 01-03-80", "80")]
    [InlineData("생년월일: 1980년 3월 1일", "1980")]
    [InlineData("생년월일 800301", "800301")]
    [InlineData("生年月日：1980年3月1日", "1980")]
    public void Dates_of_birth_are_hidden(string line, string secret) => Hides(line, secret);

    [Theory]
    [InlineData("9001011234568", "900101")]
    [InlineData("주민번호 9001011234568", "900101")]
    [InlineData("Foreigner 9001015123452", "900101")]
    [InlineData("PESEL: 80030112345", "800301")]
    [InlineData("PESEL 80030112345", "800301")]
    [InlineData("BSN: 111222333", "222")]
    [InlineData("BSN 1112.22.333", "22.333")]
    [InlineData("Personnummer: 800301-1234", "800301")]
    [InlineData("CPR-nr. 010380-1234", "010380")]
    [InlineData("PAN: ABCPE1234F", "1234")]
    [InlineData("PAN card ABCPE1234F", "1234")]
    public void Identity_numbers_are_hidden(string line, string secret) => Hides(line, secret);

    [Theory]
    [InlineData("(11) 91234-5678", "91234")]
    [InlineData("(11)3123-4567", "3123")]
    [InlineData("82-10-1234-5678", "1234")]
    [InlineData("82 10-1234-5678", "1234")]
    [InlineData("82-2-123-4567", "4567")]
    [InlineData("138 1234 5678", "1234")]
    [InlineData("138-1234-5678", "1234")]
    [InlineData("089 / 12 34 56 78", "34")]
    [InlineData("089 / 123456", "123456")]
    [InlineData("089 / 12345-67", "12345")]
    public void Telephone_numbers_in_shapes_of_their_own_are_hidden(string line, string secret) => Hides(line, secret);

    private static void Hides(string line, string secret)
    {
        var document = PrintedPage.Of($"Pinewood Forms, Inc.   Invoice\n{line}\nInvoice number: A-1\nTotal   $10.00");
        var masked = MaskedDocument.Of(document, InvoiceReader.Read(document, new() { FileName = "a.pdf" }).Value!);

        Assert.DoesNotContain(secret, string.Join('\n', masked.Lines.Select(line => line.Text)), StringComparison.Ordinal);
        Assert.Contains('⟦', masked.Lines[1].Text);
    }
}
