using LeakWatch.Core.Documents;
using LeakWatch.Core.Invoices;
using LeakWatch.Core.Invoices.Masking;

namespace LeakWatch.Core.Tests.Invoices.Masking;

public sealed class MaskedDocumentTests
{
    private const string Invoice = """
        Pinewood Forms, Inc.                                  INVOICE
        12 Orchard Street, Denver, CO 80202
        billing@pinewoodforms.example
        VAT ID: DE811569869

        Invoice number: 7F2A91C4-0012                  Bill to
        Invoice date: March 4, 2026                    Tall Fern Supply LLC
        Due date: March 18, 2026                       Jane Doe
                                                       9 Harbor Way
                                                       Portland, OR 97205
                                                       orders@tallfern.example
                                                       +1 503 555 0142

        Description                          Qty    Unit price      Amount
        Team plan for Tall Fern Supply LLC     5        $20.00     $100.00
        Subtotal                                                   $100.00
        Total                                                      $100.00
        Paid with Visa ending in 4242
        """;

    [Fact]
    public void Keeps_what_the_reader_needs()
    {
        var text = Masked(Invoice);

        Assert.All(
            ["Pinewood Forms, Inc.", "12 Orchard Street, Denver, CO 80202", "billing@pinewoodforms.example", "DE811569869", "7F2A91C4-0012", "March 4, 2026", "March 18, 2026", "$20.00", "$100.00"],
            kept => Assert.Contains(kept, text, StringComparison.Ordinal));
    }

    [Fact]
    public void Hides_who_the_customer_is_wherever_the_name_stands()
    {
        var text = Masked(Invoice);

        Assert.All(["Tall Fern", "Jane", "Harbor", "Portland", "97205", "orders@", "503 555", "4242"], hidden => Assert.DoesNotContain(hidden, text, StringComparison.Ordinal));
        Assert.Contains("Team plan for ⟦CUSTOMER_", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Gives_the_same_words_the_same_placeholder()
    {
        var lines = Of(Invoice).Lines;

        var inBlock = Assert.Single(lines, line => line.Text.Contains("Invoice date", StringComparison.Ordinal)).Text;
        var inTable = Assert.Single(lines, line => line.Text.Contains("Team plan", StringComparison.Ordinal)).Text;
        Assert.Equal(inBlock[inBlock.IndexOf('⟦')..(inBlock.IndexOf('⟧') + 1)], inTable[inTable.IndexOf('⟦')..(inTable.IndexOf('⟧') + 1)]);
    }

    [Theory]
    [InlineData("Card 4111 1111 1111 1111", "4111")]
    [InlineData("Card 4111-1111-1111-1111 charged", "1111")]
    [InlineData("4111111111111111", "4111")]
    [InlineData("Amex 3782 822463 10005", "822463")]
    [InlineData("Paid: **** **** **** 4242", "4242")]
    [InlineData("Visa •••• 4242", "4242")]
    [InlineData("Mastercard xxxx-xxxx-xxxx-5454", "5454")]
    [InlineData("411111******1111", "1111")]
    [InlineData("Visa - 4242", "4242")]
    [InlineData("카드 끝자리 4242", "4242")]
    [InlineData("IBAN: DE89 3704 0044 0532 0130 00", "0532")]
    [InlineData("GB82WEST12345698765432", "987654")]
    [InlineData("Account number 12345678 Sort code 12-34-56", "12345678")]
    [InlineData("국민은행 123456-01-123456", "123456")]
    [InlineData("Bank One SWIFT CODE MSFTGB99 IBAN FURO 223456 0876544", "0876544")]
    [InlineData("Tel. 030 1234567", "1234567")]
    [InlineData("Phone: (555) 867-5309", "867")]
    [InlineData("+49 (0)30 123 456 78", "456")]
    [InlineData("+1.555.123.456", "555")]
    [InlineData("+49 30 1234567 12345678", "30 1234567")]
    [InlineData("01 23 45 67 89", "45 67")]
    [InlineData("전화 02-1234-5678", "1234")]
    [InlineData("携帯 ０９０－１２３４－５６７８", "１２３４")]
    [InlineData("010-1234-5678", "1234")]
    [InlineData("SSN 078-05-1120", "1120")]
    [InlineData("900101-1234567", "1234567")]
    [InlineData("NIR 2 55 08 14 168 025 38", "168")]
    [InlineData("DNI 12345678Z", "12345678")]
    [InlineData("11010519491231002X", "1949")]
    [InlineData("Passport no: C01X00T47", "C01X00T47")]
    [InlineData("Contact jane.doe+x@shop.example now", "jane")]
    [InlineData("mail jane @ shop.example", "jane")]
    [InlineData("jane(at)shop.example", "jane")]
    [InlineData("ops@gmail.com", "ops")]
    [InlineData("Dear Jane Doe,", "Jane")]
    [InlineData("Sehr geehrte Frau Müller,", "Müller")]
    [InlineData("Please ask Mr. John Smith", "Smith")]
    [InlineData("Cardholder name: Jane Doe", "Jane")]
    [InlineData("Store: tall-fern.myshopify.com", "tall-fern")]
    [InlineData("Workspace: tallfern-eu", "tallfern")]
    [InlineData("Customer no.: 10023", "10023")]
    [InlineData("https://pay.example/i/acct_1Hd93jKq83nLs02mQ", "1Hd93")]
    [InlineData("https://vendor.example/login?token=abc", "abc")]
    [InlineData("山田太郎 様", "山田")]
    [InlineData("Cliente: Ana García", "Ana")]
    [InlineData("Visa x4242", "4242")]
    [InlineData("IBAN GB82 WEST 1234 5698 7654 32", "5698")]
    [InlineData("FR76 3000 6000 0112 3456 7890 189", "0112")]
    [InlineData("카카오뱅크 3333-01-1234567", "1234567")]
    [InlineData("농협 301-1234-5678-91", "5678")]
    [InlineData("900101-1******", "900101")]
    [InlineData("안녕하세요 김철수님,", "김철수")]
    [InlineData("김철수 고객님께", "김철수")]
    [InlineData("담당자: 김철수", "김철수")]
    [InlineData("성명 : 김철수", "김철수")]
    [InlineData("예금주: 김철수", "김철수")]
    [InlineData("Hello, Jane Doe!", "Jane")]
    [InlineData("Good morning Jane,", "Jane")]
    [InlineData("Contact person: Jane Doe", "Jane")]
    [InlineData("Bill to: Jane Doe, 9 Harbor Way, Apartment 12, Portland, OR 97205, United States", "Harbor")]
    [InlineData("Billed to Jane Doe 9 Harbor Way Portland, OR 97205 United States jane@tallfern.example", "Harbor")]
    public void Hides_personal_data(string line, string secret)
    {
        var text = Masked($"Pinewood Forms, Inc.   Invoice\n{line}\nInvoice number: A-1\nTotal   $10.00");

        Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
        Assert.Contains('⟦', text);
    }

    [Theory]
    [InlineData("Invoice number: 4000-1234-5678")]
    [InlineData("Invoice number: 0123 4567 8901")]
    [InlineData("Invoice number: 555-123-4567")]
    [InlineData("Invoice number: 20260301123456787")]
    [InlineData("Rechnungsnummer: 2026-0042-1234")]
    [InlineData("Invoice date: 01/02/2026")]
    [InlineData("01.02.-28.02.2026")]
    [InlineData("Period 01/01/2026 - 31/01/2026")]
    [InlineData("2026년 2월 1일")]
    [InlineData("Team plan   1,000.00   2,000.00   3,000.00   4,000.00")]
    [InlineData("Team plan   4111   1111   1111   1112   $1,234.56")]
    [InlineData("이용요금   ₩330,000   ₩33,000   ₩363,000")]
    [InlineData("Visa 4,242.00")]
    [InlineData("Account balance   $1,234.56")]
    [InlineData("Gesamt 1.234,56 €   2.345,67 €")]
    [InlineData("support@tools.example")]
    [InlineData("https://www.pinewoodforms.example/help")]
    [InlineData("Standard 2x1 15 16 17")]
    [InlineData("안녕하세요 고객님,")]
    [InlineData("Invoice for services rendered in January 2026 by Pinewood Forms under our agreement")]
    [InlineData("Registered office: 12 Orchard Street, Denver, CO 80202")]
    [InlineData("Customer support and questions about this invoice: write to support@pinewoodforms.example any day")]
    [InlineData("For questions about this invoice, please write to support@pinewoodforms.example at any time")]
    public void Leaves_dates_amounts_and_numbers(string line)
    {
        var lines = Of($"Pinewood Forms, Inc.   Invoice\n{line}\nTotal   $10.00").Lines;

        Assert.DoesNotContain('⟦', lines[1].Text);
    }

    [Fact]
    public void Hides_a_recipient_that_no_label_names()
    {
        var text = Masked("""
            Pinewood Forms, Inc.
            12 Orchard Street
            Denver, CO 80202

            Jane Doe
            Seestraße 20
            1025 RX Amsterdam
            Nederland

            Invoice number: A-1
            Total   $10.00
            """);

        Assert.All(["Pinewood Forms, Inc.", "12 Orchard Street", "Denver, CO 80202"], kept => Assert.Contains(kept, text, StringComparison.Ordinal));
        Assert.All(["Jane", "Seestraße", "Amsterdam", "Nederland"], hidden => Assert.DoesNotContain(hidden, text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Customer: Tall Fern   Address: 73 Regal Way, Leeds, LS1 5AB")]
    [InlineData("Client: Tall Fern\nAdresse: 73 Regal Way, Leeds, LS1 5AB")]
    public void Hides_an_address_beside_the_customer(string lines) =>
        Assert.DoesNotContain("Regal Way", Masked($"Pinewood Forms, Inc.   Invoice\n{lines}\nInvoice number: A-1\nTotal   $10.00"), StringComparison.Ordinal);

    [Fact]
    public void Leaves_the_lines_of_a_table_below_the_customer()
    {
        var text = Masked("""
            Pinewood Forms, Inc.                                  INVOICE
            Invoice number: A-1
            Bill to
            Tall Fern Supply LLC
            Description                          Qty    Unit price      Amount
            Team plan                              5        $20.00     $100.00
            Rucksack 15 Platz 2
            with a strap
            Total                                                      $100.00
            """);

        Assert.Contains("Rucksack", text, StringComparison.Ordinal);
        Assert.Contains("Description", text, StringComparison.Ordinal);
        Assert.Contains("Team plan", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Tall Fern", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Keeps_where_the_vendor_is_registered() =>
        Assert.Contains("9 Mill Lane", Masked("Pinewood Forms, Inc.   Invoice\nInvoice number: A-1\nTotal   $10.00\nRegistered office\n9 Mill Lane\nLeeds LS1 5AB"), StringComparison.Ordinal);

    [Fact]
    public void Takes_an_address_for_the_customers_when_nothing_says_whose_it_is()
    {
        Assert.DoesNotContain("billing@", Masked("Pinewood Forms, Inc.   Invoice\nInvoice number: A-1\nbilling@tallfern.example\nTotal   $10.00"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_recognised_card_is_hidden_though_one_digit_was_misread()
    {
        var page = PrintedPage.Of("Receipt\nCard 4111 1111 1111 1117\nTotal   $10.00") with { Origin = TextOrigin.Ocr };

        Assert.DoesNotContain("1117", string.Join('\n', MaskedDocument.Of(page, []).Lines.Select(line => line.Text)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_cannot_name_a_placeholder_itself()
    {
        var masked = Of("Invoice\nDear Jane Doe,\nPay to ⟦NAME_1⟧\nTotal   $10.00");

        Assert.Equal("Pay to ⟦NAME_1⟧", masked.Unmask(masked.Lines[2].Text));
        Assert.DoesNotContain("⟦NAME_1⟧", masked.Lines[2].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Counts_what_it_hid() => Assert.Equal(1, Of(Invoice).HiddenCounts["PHONE"]);

    private static MaskedDocument Of(string page)
    {
        var document = PrintedPage.Of(page);
        return MaskedDocument.Of(document, InvoiceReader.Read(document, new() { FileName = "a.pdf" }).Value!);
    }

    private static string Masked(string page) => string.Join('\n', Of(page).Lines.Select(line => line.Text));
}
