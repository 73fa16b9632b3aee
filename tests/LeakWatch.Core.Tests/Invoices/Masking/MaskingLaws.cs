using System.Globalization;
using System.Text.RegularExpressions;
using CsCheck;
using LeakWatch.Core.Invoices;
using LeakWatch.Core.Invoices.Masking;
using LeakWatch.Core.Tests.Laws;

namespace LeakWatch.Core.Tests.Invoices.Masking;

/// <summary>What holds for every document, whatever stands beside what.</summary>
public sealed partial class MaskingLaws
{
    private static readonly Gen<string> Digits = Gen.Char['0', '9'].Array[4].Select(digits => new string(digits));

    private static readonly Gen<string> Cards = Gen.Select(Digits, Digits, Digits, Choice.Of(" ", "-", ""), (one, two, three, gap) => WithCheckDigit("4" + one[1..] + two + three + one[..3], gap));

    private static readonly Gen<string> Phones = Gen.Select(Choice.Of("+1 555 ", "+82 10-", "(503) ", "010-", "+49 (0)30 "), Gen.Int[200, 999], Gen.Int[1000, 9999],
        (start, one, two) => start switch { "010-" => $"010-{two}-{two}", "+82 10-" => $"+82 10-{two}-{two}", _ => $"{start}{one}-{two}" });

    private static readonly Gen<string> Emails = Gen.Select(Choice.Of("jane", "j.doe", "orders", "billing", "info+shop", "me_1"), Choice.Of("mossbank.example", "gmail.com", "shop.co.uk", "käufer.example"), (name, host) => $"{name}@{host}");

    private static readonly Gen<string> Amounts = Gen.Select(Gen.Int[0, 9_999_999], Choice.Of("$", "€", "", "US$", "£"),
        (cents, mark) => mark + (cents / 100m).ToString("N2", CultureInfo.InvariantCulture));

    private static readonly Gen<string> Dates = Gen.Select(Gen.Int[0, 3000], Choice.Of("yyyy-MM-dd", "MMM d, yyyy", "dd.MM.yyyy", "yyyy/MM/dd", "d MMMM yyyy"),
        (days, format) => new DateOnly(2020, 1, 1).AddDays(days).ToString(format, CultureInfo.InvariantCulture));

    private static readonly Gen<string> Numbers = Gen.Select(Choice.Of("INV-", "", "2026-", "RE/", "A"), Gen.Int[1, 999_999], (start, number) => $"{start}{number:0000}");

    private static readonly Gen<string> Words = Choice.Of("Team plan", "monthly", "Seats", "Thank you", "⟦EMAIL_1⟧", "⟦", "Net 30", "x 3", "サービス", "이용요금", "Bill to", "Tall Fern LLC", "Tel", "Account", "#", "Total");

    private static readonly Gen<string> Pages =
        Gen.OneOf(Words, Words, Cards, Phones, Emails, Amounts, Dates, Numbers).Array[1, 4].Select(cells => string.Join("   ", cells)).Array[1, 12].Select(lines => string.Join('\n', lines));

    [Fact]
    public void What_is_hidden_can_be_put_back() => Pages.Sample(page =>
    {
        var document = PrintedPage.Of(page);
        var masked = MaskedDocument.Of(document, []);

        Assert.Equal(document.Pages[0].Lines.Select(line => line.Text), masked.Lines.Select(line => Blanks().Replace(masked.Unmask(line.Text), " ")));
    });

    [Fact]
    public void Masking_is_the_same_every_time() => Pages.Sample(page =>
        Assert.Equal(MaskedDocument.Of(PrintedPage.Of(page), []).Lines, MaskedDocument.Of(PrintedPage.Of(page), []).Lines));

    [Fact]
    public void No_card_number_leaves() => Gen.Select(Pages, Cards, Pages).Sample((before, card, after) =>
        Assert.DoesNotContain(LongNumbers().Matches(Masked($"{before}\nPaid by {card} today\n{after}")).Select(match => Only(match.Value)), digits => digits.Length is >= 13 and <= 19 && HasCheckDigit(digits)));

    [Fact]
    public void No_address_of_a_customer_leaves() => Gen.Select(Pages, Emails, Pages).Sample((before, email, after) =>
        Assert.DoesNotContain('@', Masked($"{before}\nWritten to {email} and others\n{after}")));

    [Fact]
    public void No_telephone_number_leaves() => Gen.Select(Words, Phones).Sample((word, phone) =>
        Assert.DoesNotContain(phone[^4..], Masked($"Invoice\n{word}   call {phone} now\nTotal   $10.00")));

    [Fact]
    public void Amounts_dates_and_the_invoice_number_survive() => Gen.Select(Numbers, Dates, Amounts, Amounts, Phones).Sample((number, date, price, total, phone) =>
    {
        var text = Masked($"Pinewood Forms, Inc.   Invoice\nInvoice number: {number}   Bill to\nInvoice date: {date}   Tall Fern Supply LLC\n   {phone}\nTeam plan   {price}   {total}\nTotal   {total}");

        Assert.All([$"Invoice number: {number}", $"Invoice date: {date}", price, $"Total   {total}"], kept => Assert.Contains(kept, text, StringComparison.Ordinal));
    });

    [Fact]
    public void No_date_is_hidden_however_it_is_written() => Gen.Select(Gen.Int[0, 8000], Gen.Int[0, 400], Choice.Of("dd MM yyyy", "MM dd yyyy", "yyyy MM dd", "d M yyyy"), Choice.Of(" ", "-", ".", "/", " / ", " - ", ". "), Choice.Of(" - ", "-", " ", " to ", "   ", " / "), Choice.Of("", "Mobile ", "Tel ", "Card ", "Bank ", "Period: ", "Visa "), Choice.Of("", "   $10.00", "   1,000.00", " 08:15"))
        .Sample((start, days, format, gap, between, before, after) =>
        {
            var first = new DateOnly(2010, 1, 1).AddDays(start);
            var printed = string.Join(between, new[] { first, first.AddDays(days) }.Select(date => date.ToString(format, CultureInfo.InvariantCulture).Replace(" ", gap, StringComparison.Ordinal)));

            Assert.DoesNotContain('⟦', Masked($"Pinewood Forms, Inc.   Invoice\nInvoice number: A-1\n{before}{printed}{after}\nTotal   $10.00"));
        });

    private static string Masked(string page)
    {
        var document = PrintedPage.Of(page);
        return string.Join('\n', MaskedDocument.Of(document, InvoiceReader.Read(document, new() { FileName = "a.pdf" }).Value!).Lines.Select(line => line.Text));
    }

    private static string WithCheckDigit(string fifteen, string gap)
    {
        var digits = Enumerable.Range(0, 10).Select(last => fifteen[..15] + last).First(HasCheckDigit);
        return string.Join(gap, digits.Chunk(4).Select(four => new string(four)));
    }

    private static bool HasCheckDigit(string digits) =>
        digits.Reverse().Select((digit, i) => i % 2 == 0 ? digit - '0' : ((digit - '0') * 2 / 10) + ((digit - '0') * 2 % 10)).Sum() % 10 == 0;

    private static string Only(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    [GeneratedRegex(" +")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"\d(?:[ -]?\d){12,18}")]
    private static partial Regex LongNumbers();
}
