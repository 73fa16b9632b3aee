using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using LeakWatch.Providers;

namespace LeakWatch.Tests.Providers;

/// <summary>What every store promises; run against each. Keys are new in every test: stores may be shared.</summary>
public abstract class FileStoreContract
{
    protected const string Pdf = "application/pdf";

    protected static readonly byte[] Bytes = Encoding.ASCII.GetBytes("%PDF-1.7 an invoice of 42.00 EUR");

    protected static readonly HttpClient Http = new();

    private readonly Guid organization = Guid.CreateVersion7();
    private readonly Guid version = Guid.CreateVersion7();

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    protected string Incoming => FileKeys.Incoming(organization, version);

    protected string Stored => FileKeys.Original(organization, organization, version);

    private protected abstract Task<IFileStore> StoreAsync();

    [Fact]
    public async Task What_was_saved_is_found_and_read_again()
    {
        var files = await StoreAsync();

        await files.SaveAsync(Stored, new MemoryStream(Bytes), Pdf, Token);

        Assert.Equal(Bytes.Length, (await files.FindAsync(Stored, Token))?.SizeBytes);
        Assert.Equal(Bytes, await ContentAsync(files, Stored));
    }

    [Fact]
    public async Task A_stream_that_does_not_know_its_length_is_saved_too()
    {
        var files = await StoreAsync();
        using var pipe = new System.IO.Pipes.AnonymousPipeServerStream();
        await using var end = new System.IO.Pipes.AnonymousPipeClientStream(System.IO.Pipes.PipeDirection.In, pipe.ClientSafePipeHandle);
        pipe.Write(Bytes);
        pipe.Dispose();

        await files.SaveAsync(Stored, end, Pdf, Token);

        Assert.Equal(Bytes, await ContentAsync(files, Stored));
    }

    [Fact]
    public async Task What_is_not_there_is_null_and_can_be_deleted()
    {
        var files = await StoreAsync();

        Assert.Null(await files.FindAsync(Stored, Token));
        Assert.Null(await files.OpenAsync(Stored, Token));
        Assert.Null(await files.CopyAsync(Incoming, Stored, Token));
        await files.DeleteAsync(Stored, Token);
    }

    [Fact]
    public async Task What_was_deleted_is_gone()
    {
        var files = await StoreAsync();
        await files.SaveAsync(Stored, new MemoryStream(Bytes), Pdf, Token);

        await files.DeleteAsync(Stored, Token);

        Assert.Null(await files.FindAsync(Stored, Token));
    }

    [Fact]
    public async Task An_upload_of_exactly_the_announced_bytes_arrives_with_its_checksum()
    {
        var files = await StoreAsync();
        var upload = Sign(files);

        using var answer = await PutAsync(upload.Url, Bytes, upload.Headers);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var found = await files.FindAsync(Incoming, Token);
        Assert.Equal((Bytes.Length, Sha256(Bytes)), (found!.SizeBytes, found.Sha256));
    }

    [Fact]
    public async Task A_copy_keeps_what_it_was_when_the_upload_address_is_used_again()
    {
        var files = await StoreAsync();
        using var first = await UploadAsync(files, Bytes);
        var copy = await files.CopyAsync(Incoming, Stored, Token);
        var other = Encoding.ASCII.GetBytes("%PDF-1.7 an invoice of 99.00 EUR");

        using var again = await UploadAsync(files, other);

        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Equal((Stored, (long)Bytes.Length, Sha256(Bytes)), (copy!.Key, copy.SizeBytes, copy.Sha256));
        Assert.Equal(Bytes, await ContentAsync(files, Stored));
        Assert.Equal(other, await ContentAsync(files, Incoming));
    }

    [Theory]
    [InlineData("content-type", "text/html")]
    [InlineData("content-type", null)]
    [InlineData("x-amz-checksum-sha256", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")]
    [InlineData("x-amz-checksum-sha256", null)]
    public async Task An_upload_with_another_header_than_announced_is_refused(string name, string? value)
    {
        var files = await StoreAsync();
        var upload = Sign(files);
        var headers = upload.Headers.Where(header => header.Key != name).ToDictionary();
        if (value is not null)
        {
            headers[name] = value;
        }

        using var answer = await PutAsync(upload.Url, Bytes, headers);

        await AssertRefusedAsync(files, answer);
    }

    [Theory]
    [InlineData("%PDF-1.7 an invoice of 42.00 EUR and more")] // longer
    [InlineData("%PDF-1.7")] // shorter
    [InlineData("%PDF-1.7 an invoice of 43.00 EUR")] // of the same length
    [InlineData("")]
    public async Task Other_bytes_than_announced_are_refused(string content)
    {
        var files = await StoreAsync();
        var upload = Sign(files);

        using var answer = await PutAsync(upload.Url, Encoding.ASCII.GetBytes(content), upload.Headers);

        await AssertRefusedAsync(files, answer);
    }

    [Fact]
    public async Task An_upload_address_is_for_uploading_alone()
    {
        var files = await StoreAsync();
        using var uploaded = await UploadAsync(files, Bytes);

        using var read = await Http.GetAsync(Sign(files).Url, Token);

        Assert.Equal(HttpStatusCode.Forbidden, read.StatusCode);
    }

    [Fact]
    public async Task A_download_address_is_for_downloading_alone()
    {
        var files = await StoreAsync();
        await files.SaveAsync(Stored, new MemoryStream(Bytes), Pdf, Token);

        using var written = await PutAsync(files.SignDownload(Stored, "invoice.pdf", Pdf).Url, [1, 2, 3], Sign(files).Headers);

        Assert.Equal(HttpStatusCode.Forbidden, written.StatusCode);
        Assert.Equal(Bytes, await ContentAsync(files, Stored));
    }

    [Fact]
    public async Task A_download_is_an_attachment_with_its_own_name()
    {
        var files = await StoreAsync();
        await files.SaveAsync(Stored, new MemoryStream(Bytes), Pdf, Token);

        using var answer = await Http.GetAsync(files.SignDownload(Stored, "청구서 (1월).pdf", Pdf).Url, Token);

        Assert.Equal(Bytes, await answer.Content.ReadAsByteArrayAsync(Token));
        Assert.Equal(Pdf, answer.Content.Headers.ContentType?.ToString());
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("청구서 (1월).pdf", answer.Content.Headers.ContentDisposition?.FileNameStar);
        Assert.Equal("private, no-store", string.Join(", ", answer.Headers.GetValues("Cache-Control")).Replace("no-store, private", "private, no-store", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("image/svg+xml")]
    [InlineData("application/xhtml+xml")]
    [InlineData("text/html; charset=utf-8\r\nX-Ours: 1")]
    public async Task A_type_that_a_browser_could_run_is_served_as_bytes(string type)
    {
        var files = await StoreAsync();
        await files.SaveAsync(Stored, new MemoryStream(Bytes), "application/octet-stream", Token);

        using var answer = await Http.GetAsync(files.SignDownload(Stored, "page.html", type).Url, Token);

        Assert.Equal("application/octet-stream", answer.Content.Headers.ContentType?.ToString());
    }

    [Theory]
    [InlineData("../../etc/passwd", "_.._etc_passwd")]
    [InlineData("a\r\nSet-Cookie: b=c.pdf", "a__Set-Cookie: b=c.pdf")]
    [InlineData("invoice\u202Efdp.exe", "invoice_fdp.exe")]
    [InlineData("say \"hi\".pdf", "say _hi_.pdf")]
    [InlineData(" . ", "file")]
    public async Task A_hostile_name_stays_a_name(string name, string expected)
    {
        var files = await StoreAsync();
        await files.SaveAsync(Stored, new MemoryStream(Bytes), Pdf, Token);

        using var answer = await Http.GetAsync(files.SignDownload(Stored, name, Pdf).Url, Token);

        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.Equal(expected, answer.Content.Headers.ContentDisposition?.FileNameStar);
    }

    [Fact]
    public async Task A_part_of_a_file_can_be_asked_for()
    {
        var files = await StoreAsync();
        await files.SaveAsync(Stored, new MemoryStream(Bytes), Pdf, Token);
        using var request = new HttpRequestMessage(HttpMethod.Get, files.SignDownload(Stored, "invoice.pdf", Pdf).Url);
        request.Headers.Range = new RangeHeaderValue(5, 7);

        using var answer = await Http.SendAsync(request, Token);

        Assert.Equal(HttpStatusCode.PartialContent, answer.StatusCode);
        Assert.Equal("1.7", await answer.Content.ReadAsStringAsync(Token));
    }

    protected static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private protected SignedUpload Sign(IFileStore files) => files.SignUpload(Incoming, Pdf, Bytes.Length, Sha256(Bytes));

    private protected async Task<HttpResponseMessage> UploadAsync(IFileStore files, byte[] bytes)
    {
        var upload = files.SignUpload(Incoming, Pdf, bytes.Length, Sha256(bytes));
        return await PutAsync(upload.Url, bytes, upload.Headers);
    }

    protected static Task<HttpResponseMessage> PutAsync(Uri url, byte[] bytes, IReadOnlyDictionary<string, string> headers)
    {
        var content = new ByteArrayContent(bytes);
        foreach (var (name, value) in headers)
        {
            Assert.True(content.Headers.TryAddWithoutValidation(name, value));
        }

        return Http.PutAsync(url, content, Token);
    }

    private protected async Task AssertRefusedAsync(IFileStore files, HttpResponseMessage answer)
    {
        Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.Forbidden, HttpStatusCode.BadRequest });
        Assert.Null(await files.FindAsync(Incoming, Token));
    }

    private protected static async Task<byte[]> ContentAsync(IFileStore files, string key)
    {
        await using var stream = await files.OpenAsync(key, Token);
        using var content = new MemoryStream();
        await stream!.CopyToAsync(content, Token);
        return content.ToArray();
    }
}
