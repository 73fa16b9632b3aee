using LeakWatch.Core.Invoices;
using LeakWatch.Core.Invoices.LanguageModel;

namespace LeakWatch.Core.Tests.Invoices.LanguageModel;

/// <summary>People behind labels, in greetings and in thanks; and the plans, firms and courtesies that stand in the same places.</summary>
public sealed class MaskedPeopleTests
{
    [Theory]
    [InlineData("Name: Jane Doe", "Jane Doe")]
    [InlineData("Name:   Jane Doe", "Jane Doe")]
    [InlineData("Contact: Jane Doe", "Jane Doe")]
    [InlineData("Contact: Jane Doe, jane@tallfern.example", "Jane Doe")]
    [InlineData("Billing contact: Jane Doe", "Jane Doe")]
    [InlineData("User: Jane Doe", "Jane Doe")]
    [InlineData("User: jdoe", "jdoe")]
    [InlineData("User: jane.doe_1", "jane")]
    [InlineData("Owner: Jane van der Doe", "van der Doe")]
    [InlineData("Member: Jane O'Neill-Doe", "Neill")]
    [InlineData("Team member: Jane", "Jane")]
    [InlineData("Store owner: Jane Doe", "Jane")]
    [InlineData("Signed by: Jane Doe", "Jane")]
    [InlineData("Digitally signed by Jane Doe on 1 March 2026", "Jane")]
    [InlineData("Tall Fern c/o Jane Doe", "Jane")]
    [InlineData("c/o Jane Doe, 9 Harbor Way", "Jane")]
    [InlineData("Attn: Jane Doe", "Jane")]
    [InlineData("Nome: Giulia Rossi", "Giulia")]
    [InlineData("Naam: Anna de Vries", "Vries")]
    [InlineData("Imię i nazwisko: Anna Nowak", "Nowak")]
    [InlineData("Thanks, Jane!", "Jane")]
    [InlineData("Thanks Jane!", "Jane")]
    [InlineData("Thank you, Jane Doe, for your order", "Jane Doe")]
    [InlineData("Thank you Jane for your purchase", "Jane")]
    [InlineData("Thank you, Jane.", "Jane")]
    [InlineData("Vielen Dank, Jana Müller!", "Müller")]
    [InlineData("Merci, Jeanne !", "Jeanne")]
    [InlineData("Gentile Giulia Rossi,", "Rossi")]
    [InlineData("Gentile Sig.ra Rossi,", "Rossi")]
    [InlineData("Ciao Giulia,", "Giulia")]
    [InlineData("Buongiorno Giulia", "Giulia")]
    [InlineData("Beste Anna,", "Anna")]
    [InlineData("Geachte mevrouw De Vries,", "Vries")]
    [InlineData("Hoi Anna!", "Anna")]
    [InlineData("Kære Anne Jensen,", "Jensen")]
    [InlineData("Hej Anne", "Anne")]
    [InlineData("Olá Ana,", "Ana")]
    [InlineData("Prezada Ana Souza,", "Souza")]
    [InlineData("Caro João,", "João")]
    [InlineData("Witaj Anno,", "Anno")]
    [InlineData("Cześć Anna!", "Anna")]
    [InlineData("Szanowna Pani Nowak,", "Nowak")]
    public void Hides_people(string line, string secret)
    {
        var text = Line(line);

        Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
        Assert.Contains('⟦', text);
    }

    [Theory]
    [InlineData("Name: Team plan")]
    [InlineData("Name: Premium")]
    [InlineData("Name: Reviews App")]
    [InlineData("Name: Pinewood Forms")]
    [InlineData("Name: Pinewood Forms, Inc.")]
    [InlineData("Owner: Pinewood Forms Inc")]
    [InlineData("Contact: Pinewood Support")]
    [InlineData("Contact: Customer Service")]
    [InlineData("Contact: support@pinewoodforms.example")]
    [InlineData("Contact: www.pinewoodforms.example")]
    [InlineData("Contact: Billing Department")]
    [InlineData("Product name: Canvas Editor")]
    [InlineData("Plan name: Growth")]
    [InlineData("Bank name: First Harbor")]
    [InlineData("App name: Canvas Editor")]
    [InlineData("User: 5")]
    [InlineData("User: 5 x $2.00")]
    [InlineData("User: per month")]
    [InlineData("Users: 12")]
    [InlineData("Member: since 2020")]
    [InlineData("Owner: Team plan, monthly")]
    [InlineData("c/o Pinewood Forms, Inc.")]
    [InlineData("Signed by Pinewood Forms, Inc.")]
    [InlineData("Name: Canvas Editor")]
    [InlineData("Thank you for your business!")]
    [InlineData("Thank You For Your Business!")]
    [InlineData("Thanks, The Pinewood Team")]
    [InlineData("Thanks, Pinewood Forms")]
    [InlineData("Thank you!")]
    [InlineData("Thank you, valued customer, for your order")]
    [InlineData("Merci de votre confiance")]
    [InlineData("Vielen Dank für Ihren Einkauf!")]
    [InlineData("Vielen Dank, Ihr Team")]
    [InlineData("Gracias por su compra")]
    [InlineData("Beste Qualität")]
    [InlineData("Beste klant,")]
    [InlineData("Geachte heer/mevrouw,")]
    [InlineData("Gentile cliente,")]
    [InlineData("Kære kunde,")]
    [InlineData("Hej alle")]
    [InlineData("Prezado cliente,")]
    [InlineData("Szanowni Państwo,")]
    [InlineData("Drogi kliencie,")]
    [InlineData("소중한 고객님께 감사드립니다")]
    [InlineData("소중한 고객님")]
    [InlineData("존경하는 고객님,")]
    [InlineData("이용하신 고객님께")]
    [InlineData("신규 회원님 안내")]
    [InlineData("구독자님께")]
    [InlineData("우수 고객님")]
    [InlineData("항상 이용해 주시는 고객님")]
    public void Leaves_plans_firms_and_courtesies(string line) => Assert.DoesNotContain('⟦', Line(line));

    [Fact]
    public void A_name_ends_where_its_column_does() =>
        Assert.Matches("^Approved by: ⟦NAME_1⟧ +Invoice date: March 4, 2026$", Line("Approved by: Jane Doe          Invoice date: March 4, 2026"));

    private static string Line(string line)
    {
        var document = PrintedPage.Of($"Pinewood Forms, Inc.   Invoice\n{line}\nInvoice number: A-1\nDescription   Qty   Amount\nCanvas Editor   1   $10.00\nTotal   $10.00");
        return MaskedDocument.Of(document, InvoiceReader.Read(document, new() { FileName = "a.pdf" }).Value!).Lines[1].Text;
    }
}
