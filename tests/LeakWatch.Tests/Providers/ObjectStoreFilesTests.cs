using System.Net;
using LeakWatch.Providers;
using LeakWatch.Providers.ObjectStore;
using LeakWatch.Tests.Services;

namespace LeakWatch.Tests.Providers;

/// <summary>Our calls against a server that checks signatures and checksums. R2 itself is checked by nobody here.</summary>
public sealed class ObjectStoreFilesTests(S3Service server) : FileStoreContract
{
    private protected override async Task<IFileStore> StoreAsync() => Over(await server.SettingsAsync());

    [Fact]
    public async Task An_upload_address_is_signed_for_length_type_and_checksum_and_ten_minutes()
    {
        var query = System.Web.HttpUtility.ParseQueryString(Sign(await StoreAsync()).Url.Query);

        Assert.Equal("content-length;content-type;host;x-amz-checksum-sha256", query["X-Amz-SignedHeaders"]);
        Assert.InRange(int.Parse(query["X-Amz-Expires"]!, System.Globalization.CultureInfo.InvariantCulture), 590, 600);
    }

    [Fact]
    public async Task A_download_address_is_good_for_five_minutes()
    {
        var query = System.Web.HttpUtility.ParseQueryString((await StoreAsync()).SignDownload(Stored, "invoice.pdf", Pdf).Url.Query);

        Assert.InRange(int.Parse(query["X-Amz-Expires"]!, System.Globalization.CultureInfo.InvariantCulture), 290, 300);
    }

    [Fact]
    public async Task An_address_for_one_key_is_none_for_another()
    {
        var files = await StoreAsync();
        await files.SaveAsync(Stored, new MemoryStream(Bytes), Pdf, Token);
        var upload = Sign(files);

        using var answer = await PutAsync(new Uri(upload.Url.AbsoluteUri.Replace(Incoming, Stored, StringComparison.Ordinal)), Bytes, upload.Headers);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task A_store_that_cannot_be_reached_is_an_outage()
    {
        var files = Over(await server.SettingsAsync() with { Endpoint = new Uri($"http://127.0.0.1:{ServerProcess.FreePort()}") });

        await Assert.ThrowsAsync<VendorUnavailableException>(() => files.FindAsync(Stored, Token));
    }

    [Fact]
    public async Task A_bucket_that_is_not_there_is_an_outage_and_no_missing_file()
    {
        var files = Over(await server.SettingsAsync() with { Bucket = "another-bucket" });

        await Assert.ThrowsAsync<VendorUnavailableException>(() => files.OpenAsync(Stored, Token));
        await Assert.ThrowsAsync<VendorUnavailableException>(() => files.SaveAsync(Stored, new MemoryStream(Bytes), Pdf, Token));
    }

    [Fact]
    public async Task A_refused_key_is_an_outage_that_names_no_secret()
    {
        var settings = await server.SettingsAsync() with { AccessKeyId = "an-id-nobody-has", SecretAccessKey = "a-secret-nobody-has" };

        var outage = await Assert.ThrowsAsync<VendorUnavailableException>(() => Over(settings).OpenAsync(Stored, Token));

        Assert.Contains("403", outage.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(settings.SecretAccessKey, outage.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://account.r2.cloudflarestorage.com", "invoices", 0)]
    [InlineData("http://127.0.0.1:9000", "invoices", 0)]
    [InlineData("http://account.r2.cloudflarestorage.com", "invoices", 1)]
    [InlineData("https://account.r2.cloudflarestorage.com/invoices", "invoices", 1)]
    [InlineData("https://account.r2.cloudflarestorage.com", "My Invoices", 1)]
    [InlineData("http://account.r2.cloudflarestorage.com/x?y=1", "no", 3)]
    public void Settings_name_every_problem(string endpoint, string bucket, int problems) =>
        Assert.Equal(problems, new ObjectStoreOptions(new Uri(endpoint), "id", "secret", bucket).Problems().Count());

    private static ObjectStoreFiles Over(ObjectStoreOptions settings) => new(ObjectStoreServices.CreateClient(settings), settings.Bucket, TimeProvider.System);
}
