using System.Net;
using System.Net.Sockets;
using System.Text;
using LeakWatch.Hosting;
using LeakWatch.Providers;
using LeakWatch.Providers.Local;
using LeakWatch.Tests.Services;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace LeakWatch.Tests.Providers;

public sealed class LocalFilesTests : FileStoreContract, IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly Uri baseUrl = new($"http://127.0.0.1:{ServerProcess.FreePort()}");
    private WebApplication app = null!;

    private string Root => Path.Combine(folder.Path, "files");

    private IFileStore Files => app.Services.GetRequiredService<IFileStore>();

    private protected override Task<IFileStore> StoreAsync() => Task.FromResult(Files);

    public async ValueTask InitializeAsync()
    {
        app = Build(key: new byte[32]);
        await app.StartAsync(Token);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task An_upload_address_ends_after_ten_minutes()
    {
        var upload = Sign(Files);
        time.Advance(TimeSpan.FromMinutes(10));

        using var answer = await PutAsync(upload.Url, Bytes, upload.Headers);

        await AssertRefusedAsync(Files, answer);
    }

    [Fact]
    public async Task An_upload_address_lasts_for_nearly_ten_minutes()
    {
        var upload = Sign(Files);
        time.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromSeconds(1));

        using var answer = await PutAsync(upload.Url, Bytes, upload.Headers);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_download_address_ends_after_five_minutes()
    {
        await Files.SaveAsync(Stored, new MemoryStream(Bytes), Pdf, Token);
        var download = Files.SignDownload(Stored, "invoice.pdf", Pdf);
        time.Advance(TimeSpan.FromMinutes(5));

        using var answer = await Http.GetAsync(download.Url, Token);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task An_address_that_was_changed_anywhere_is_none()
    {
        var url = Sign(Files).Url.AbsoluteUri;
        var start = url.IndexOf("grant=", StringComparison.Ordinal) + "grant=".Length;

        for (var place = start; place < url.Length; place += 7)
        {
            var changed = url[..place] + (url[place] == 'A' ? 'B' : 'A') + url[(place + 1)..];
            using var answer = await PutAsync(new Uri(changed), Bytes, Sign(Files).Headers);
            await AssertRefusedAsync(Files, answer);
        }
    }

    [Fact]
    public async Task An_address_signed_with_another_key_is_none()
    {
        await using var other = Build(key: Enumerable.Repeat((byte)1, 32).ToArray());
        var upload = Sign(other.Services.GetRequiredService<IFileStore>());

        using var answer = await PutAsync(upload.Url, Bytes, upload.Headers);

        await AssertRefusedAsync(Files, answer);
    }

    [Fact]
    public async Task An_address_stays_good_when_the_service_starts_anew_with_the_same_key()
    {
        await using var before = Build(key: new byte[32]);
        var upload = Sign(before.Services.GetRequiredService<IFileStore>());

        using var answer = await PutAsync(upload.Url, Bytes, upload.Headers);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("/local-files")]
    [InlineData("/local-files?grant=")]
    [InlineData("/local-files?grant=.")]
    [InlineData("/local-files?grant=%2e%2e%2f%2e%2e%2fetc%2fpasswd")]
    [InlineData("/local-files?grant=e30.e30")]
    [InlineData("/local-files?grant=%00.%FF")]
    [InlineData("/local-files?grant=a.b.c")]
    [InlineData("/local-files/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("/local-files/..%2f..%2fetc%2fpasswd")]
    public async Task An_address_that_we_did_not_sign_leads_nowhere(string path)
    {
        using var answer = await Http.GetAsync(new Uri(baseUrl, path), Token);

        Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.Forbidden, HttpStatusCode.NotFound });
    }

    [Theory]
    [InlineData("../outside")]
    [InlineData("incoming/../stored/a")]
    [InlineData("/etc/passwd")]
    [InlineData("incoming//a")]
    [InlineData("incoming/.hidden")]
    [InlineData("incoming\\a")]
    [InlineData("incoming/a\0b")]
    [InlineData("incoming/a\n")]
    [InlineData("incoming/%2e%2e/a")]
    [InlineData("")]
    public async Task A_key_that_is_no_plain_path_is_refused(string key)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Files.SaveAsync(key, new MemoryStream(Bytes), Pdf, Token));
        await Assert.ThrowsAsync<ArgumentException>(() => Files.OpenAsync(key, Token));
        await Assert.ThrowsAsync<ArgumentException>(() => Files.DeleteAsync(key, Token));
    }

    [Fact]
    public async Task A_download_can_do_nothing_in_a_browser()
    {
        await Files.SaveAsync(Stored, new MemoryStream(Bytes), Pdf, Token);

        using var answer = await Http.GetAsync(Files.SignDownload(Stored, "invoice.pdf", Pdf).Url, Token);

        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("sandbox; default-src 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
    }

    [Fact]
    public async Task A_body_of_unknown_length_is_refused_before_it_is_read()
    {
        var upload = Sign(Files);
        using var endless = new EndlessContent(upload.Headers);

        // The server may close the connection before the answer is read: it does not listen to the rest.
        var status = await StatusAsync(Http.PutAsync(upload.Url, endless, Token));

        Assert.Contains(status, new HttpStatusCode?[] { HttpStatusCode.Forbidden, null });
        Assert.Null(await Files.FindAsync(Incoming, Token));
    }

    [Fact]
    public async Task An_upload_that_breaks_off_leaves_nothing()
    {
        var upload = Sign(Files);
        var head = $"PUT {upload.Url.PathAndQuery} HTTP/1.1\r\nHost: {baseUrl.Authority}\r\nContent-Length: {Bytes.Length}\r\n"
            + string.Concat(upload.Headers.Select(header => $"{header.Key}: {header.Value}\r\n")) + "\r\n";
        using (var client = new TcpClient())
        {
            await client.ConnectAsync(baseUrl.Host, baseUrl.Port, Token);
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head + "%PDF-1.7"), Token);
            await UntilAsync(() => Unfinished().Any());
        }

        await UntilAsync(() => !Unfinished().Any());
        Assert.Null(await Files.FindAsync(Incoming, Token));
    }

    [Fact]
    public async Task A_file_larger_than_other_requests_may_be_is_taken()
    {
        var large = new byte[3 * 1024 * 1024];

        using var answer = await UploadAsync(Files, large);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Nobody_else_on_the_machine_can_read_the_files()
    {
        await Files.SaveAsync(Stored, new MemoryStream(Bytes), Pdf, Token);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Root));
    }

    [Fact]
    public async Task Uploads_that_nobody_completed_are_gone_after_a_day_and_copies_stay()
    {
        await Files.SaveAsync(Incoming, new MemoryStream(Bytes), Pdf, Token);
        await Files.CopyAsync(Incoming, Stored, Token);
        foreach (var file in Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories))
        {
            File.SetLastWriteTimeUtc(file, (time.GetUtcNow() - TimeSpan.FromHours(25)).UtcDateTime);
        }

        app.Services.GetRequiredService<LocalFileStore>().RemoveForgotten();

        Assert.Null(await Files.FindAsync(Incoming, Token));
        Assert.Equal(Bytes, await ContentAsync(Files, Stored));
    }

    private IEnumerable<string> Unfinished() =>
        Path.Combine(Root, "unfinished") is var part && Directory.Exists(part) ? Directory.EnumerateFiles(part) : [];

    private static async Task UntilAsync(Func<bool> condition)
    {
        while (!condition())
        {
            await Task.Delay(5, Token);
        }
    }

    private static async Task<HttpStatusCode?> StatusAsync(Task<HttpResponseMessage> sending)
    {
        try
        {
            using var answer = await sending;
            return answer.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    /// <summary>As the service is built: other requests are small.</summary>
    private WebApplication Build(byte[] key)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = 1024 * 1024;
            kestrel.Listen(IPAddress.Loopback, baseUrl.Port);
        });
        builder.Services.AddLocalFiles(Root, baseUrl, key);
        builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(time));
        var built = builder.Build();
        built.MapLocalFiles();
        return built;
    }

    private sealed class EndlessContent : HttpContent
    {
        public EndlessContent(IReadOnlyDictionary<string, string> headers)
        {
            foreach (var (name, value) in headers)
            {
                Headers.TryAddWithoutValidation(name, value);
            }
        }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            var block = new byte[65_536];
            while (true)
            {
                await stream.WriteAsync(block, Token);
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
