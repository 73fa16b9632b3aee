using LeakWatch.Extraction;

namespace LeakWatch.Tests.Extraction;

public sealed class InvoiceFolderReaderTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("leakwatch-tests-").FullName;

    [Fact]
    public async Task A_mail_that_only_covers_its_attachment_is_not_a_failure() =>
        Assert.True((await ReadAsync(("cover.eml", Mail("""
            --b
            Content-Type: text/plain

            Hello, the invoice is attached.
            --b
            Content-Type: application/pdf; name=invoice.pdf
            Content-Disposition: attachment; filename=invoice.pdf
            Content-Transfer-Encoding: base64

            """ + Convert.ToBase64String(Fixtures.Pdf((50, 50, "Hello"))) + "\n--b--\n"))))[0].Invoices.IsOk);

    [Fact]
    public async Task A_mail_that_holds_no_invoice_at_all_is_answered() =>
        Assert.Equal(["cover.eml", "next.txt"], (await ReadAsync(("cover.eml", Mail("--b\nContent-Type: text/plain\n\nHello.\n--b--\n")), ("next.txt", "Hello"u8.ToArray()))).Select(document => document.Source.FileName));

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static byte[] Mail(string parts) => System.Text.Encoding.ASCII.GetBytes(
        "From: billing@example.com\nTo: shop@example.com\nSubject: Invoice\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n" + parts);

    private async Task<List<ReadDocument>> ReadAsync(params (string Name, byte[] Content)[] files)
    {
        foreach (var (name, content) in files)
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, name), content, TestContext.Current.CancellationToken);
        }

        return await InvoiceFolderReader.ReadAsync([.. files.Select(file => DocumentFile.At(Path.Combine(folder, file.Name)))], cancellationToken: TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken);
    }
}
