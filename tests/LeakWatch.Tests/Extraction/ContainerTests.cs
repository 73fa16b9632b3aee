using System.Text;
using LeakWatch.Core.Documents;
using MimeKit;

namespace LeakWatch.Tests.Extraction;

public sealed class ContainerTests
{
    private static readonly byte[] Csv = "date,amount,text\n2026-01-02,5.00,a\n"u8.ToArray();

    [Fact]
    public void Each_file_of_a_ZIP_is_a_document_of_its_own()
    {
        var parts = Fixtures.Read(Fixtures.Zip(("january.csv", Csv), ("invoices/february.pdf", Fixtures.Pdf((50, 50, "Invoice")))), "all.zip");

        Assert.Equal([("january.csv", "all.zip", "text/csv"), ("february.pdf", "all.zip", "application/pdf")], parts.Select(part => (part.FileName, part.ParentFileName!, part.MimeType!)));
        Assert.All(parts, part => Assert.Null(part.Error));
    }

    [Theory]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\Users\\a\\invoice.csv", "invoice.csv")]
    public void A_path_in_a_ZIP_is_only_a_name(string path, string name) => Assert.Equal(name, Fixtures.ReadOne(Fixtures.Zip((path, Csv))).FileName);

    [Fact]
    public void A_ZIP_of_more_files_than_the_limit_is_read_up_to_it_and_says_so()
    {
        var parts = Fixtures.Read(Fixtures.Zip([.. Enumerable.Range(1, 201).Select(number => ($"{number}.csv", Csv))]), "all.zip");

        Assert.Equal(200, parts.Count(part => part.Error is null));
        Assert.Equal(("all.zip", "FILE_TOO_LARGE"), (parts[^1].FileName, parts[^1].Error?.Code));
    }

    [Fact]
    public void A_file_that_unpacks_to_a_thousand_times_its_size_is_refused_and_its_sibling_read()
    {
        var parts = Fixtures.Read(Fixtures.Zip(("bomb.csv", new byte[15 * 1024 * 1024]), ("january.csv", Csv)));

        Assert.Equal(["FILE_TOO_LARGE", null], parts.Select(part => part.Error?.Code));
    }

    [Fact]
    public void Containers_within_containers_are_opened_twice_and_no_deeper()
    {
        var twice = Fixtures.Zip(("inner.zip", Fixtures.Zip(("a.csv", Csv))));

        Assert.Null(Fixtures.ReadOne(twice).Error);
        Assert.Equal("FILE_TOO_LARGE", Fixtures.ReadOne(Fixtures.Zip(("outer.zip", twice))).Error?.Code);
    }

    [Fact]
    public void A_ZIP_without_documents_says_so() => Assert.Equal("TEXT_EMPTY", Fixtures.ReadOne(Fixtures.Zip(("folder/", []))).Error?.Code);

    [Fact]
    public void A_damaged_ZIP_is_corrupt() => Assert.Equal("FILE_CORRUPT", Fixtures.ReadOne(Fixtures.Zip(("a.csv", Csv))[..^30]).Error?.Code);

    [Fact]
    public void A_mail_is_its_text_and_its_attachments()
    {
        var parts = Fixtures.Read(Mail("Thank you, the invoice is attached.", null, ("invoice.pdf", Fixtures.Pdf((50, 50, "Invoice 7")))), "receipt.eml");

        Assert.Equal([("receipt.eml", null), ("invoice.pdf", "receipt.eml")], parts.Select(part => (part.FileName, part.ParentFileName)));
        Assert.Equal(["Invoice 7"], Fixtures.Lines(parts[1]));
    }

    [Fact]
    public void A_mail_keeps_who_sent_it_and_when()
    {
        var header = Fixtures.ReadOne(Mail("Total: $5.00")).Document!.Mail;

        Assert.Equal(new MailHeader("Judge.me", "billing@judge.me", "Your receipt", new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero)), header);
    }

    [Fact]
    public void Cells_of_an_HTML_receipt_share_a_line_and_keep_their_columns()
    {
        const string Html = """
            <html><head><style>td{color:red}</style></head><body><h1>Receipt</h1><div style="display:none">Total $1</div>
            <table><tr><td>Pro plan</td><td>1</td><td>$49.00</td></tr><tr><td>Messages</td><td>200</td><td>$4.00</td></tr></table><p>Thank&nbsp;you</p></body></html>
            """;

        var lines = Fixtures.ReadOne(Mail("See the HTML.", Html)).Document!.Pages[0].Lines;

        Assert.Equal(["Receipt", "Pro plan 1 $49.00", "Messages 200 $4.00", "Thank you"], lines.Select(line => line.Text));
        Assert.Equal(lines[1].Words[^1].Box.X, lines[2].Words[^1].Box.X);
    }

    [Fact]
    public void Plain_text_is_preferred_when_it_says_as_much() =>
        Assert.Equal(["Total: $49.00 on 2026-01-02"], Fixtures.Lines(Fixtures.ReadOne(Mail("Total: $49.00 on 2026-01-02", "<p>Total: <b>$49.00</b></p>"))));

    private static byte[] Mail(string text, string? html = null, params (string Name, byte[] Content)[] attachments)
    {
        var body = new BodyBuilder { TextBody = text, HtmlBody = html };
        foreach (var (name, content) in attachments)
        {
            body.Attachments.Add(name, content);
        }

        var mail = new MimeMessage(
            [new MailboxAddress(Encoding.UTF8, "Judge.me", "billing@judge.me")], [new MailboxAddress(Encoding.UTF8, "Shop", "shop@example.com")], "Your receipt", body.ToMessageBody())
        {
            Date = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
        };
        using var bytes = new MemoryStream();
        mail.WriteTo(bytes);
        return bytes.ToArray();
    }
}
