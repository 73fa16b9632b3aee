using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using LeakWatch.Configuration;
using LeakWatch.Providers;
using LeakWatch.Providers.ObjectStore;

namespace LeakWatch.Commands.Doctor;

/// <summary>What the product does with the bucket, done once with a small file that is deleted again.</summary>
internal static class ObjectStoreChecks
{
    private const string ContentType = "application/octet-stream";

    public static async Task RunAsync(Settings settings, HttpClient http, CheckList results, CancellationToken cancellationToken)
    {
        if (settings.ObjectStore is not { } options)
        {
            results.Off("bucket", "R2_… is not set or wrong; without it files lie on this machine's disk");
            return;
        }

        using var store = new ObjectStoreFiles(ObjectStoreServices.CreateClient(options), options.Bucket, TimeProvider.System);
        var key = $"{FileKeys.IncomingPrefix}/doctor/{Guid.CreateVersion7()}";
        var content = RandomNumberGenerator.GetBytes(64);
        try
        {
            await store.SaveAsync(key, new MemoryStream(content), ContentType, cancellationToken);
            await ReadAsync(store, key, content, results, cancellationToken);
            await UploadAsync(store, http, key, results, cancellationToken);
            await PreflightAsync(store, http, key, settings.BaseUrl, results, cancellationToken);
            await DownloadAsync(store, http, key, results, cancellationToken);
            await RefuseOthersAsync(store, http, key, results, cancellationToken);
            await store.DeleteAsync(key, cancellationToken);
            results.Require(await store.FindAsync(key, cancellationToken) is null, "bucket delete", "done", "the file is still there", "Give the token the right to write objects in this bucket.");
        }
        catch (VendorUnavailableException exception)
        {
            results.Failed("bucket", exception.Message, "Check R2_ENDPOINT, R2_BUCKET and the token: it needs Object Read & Write for this bucket.");
        }
    }

    private static async Task ReadAsync(ObjectStoreFiles store, string key, byte[] content, CheckList results, CancellationToken cancellationToken)
    {
        await using var stored = await store.OpenAsync(key, cancellationToken);
        var read = new MemoryStream();
        await (stored ?? Stream.Null).CopyToAsync(read, cancellationToken);
        results.Require(read.ToArray().AsSpan().SequenceEqual(content), "bucket put and get", "the bytes came back", "other bytes came back than were put", "Check that R2_ENDPOINT leads to the store itself.");
    }

    /// <summary>As a browser does.</summary>
    private static async Task UploadAsync(ObjectStoreFiles store, HttpClient http, string key, CheckList results, CancellationToken cancellationToken)
    {
        var content = RandomNumberGenerator.GetBytes(64);
        var address = store.SignUpload(key, ContentType, content.Length, Convert.ToHexStringLower(SHA256.HashData(content)));
        var accepted = await PutAsync(http, address, content, cancellationToken);
        results.Require(accepted is HttpStatusCode.OK, "bucket presigned PUT", "accepted", $"answered {(int)accepted}", "Check the clock of this machine and that the token may write objects.");
    }

    private static async Task RefuseOthersAsync(ObjectStoreFiles store, HttpClient http, string key, CheckList results, CancellationToken cancellationToken)
    {
        var content = RandomNumberGenerator.GetBytes(64);
        var address = store.SignUpload(key, ContentType, content.Length, Convert.ToHexStringLower(SHA256.HashData(content)));
        var others = await PutAsync(http, address, RandomNumberGenerator.GetBytes(64), cancellationToken);
        results.Require((int)others is >= 400 and < 500, "bucket checksums", "other bytes than announced are refused", "other bytes than announced were taken",
            "The store must check x-amz-checksum-sha256; R2 does.");
    }

    private static async Task<HttpStatusCode> PutAsync(HttpClient http, SignedUpload address, byte[] content, CancellationToken cancellationToken)
    {
        using var body = new ByteArrayContent(content);
        foreach (var (name, value) in address.Headers)
        {
            body.Headers.TryAddWithoutValidation(name, value);
        }

        body.Headers.ContentType ??= new MediaTypeHeaderValue(ContentType);
        using var answer = await http.PutAsync(address.Url, body, cancellationToken);
        return answer.StatusCode;
    }

    private static async Task PreflightAsync(ObjectStoreFiles store, HttpClient http, string key, Uri web, CheckList results, CancellationToken cancellationToken)
    {
        var origin = web.GetLeftPart(UriPartial.Authority);
        using var request = new HttpRequestMessage(HttpMethod.Options, store.SignUpload(key, ContentType, 1, new string('0', 64)).Url);
        request.Headers.TryAddWithoutValidation("Origin", origin);
        request.Headers.TryAddWithoutValidation("Access-Control-Request-Method", "PUT");
        request.Headers.TryAddWithoutValidation("Access-Control-Request-Headers", "content-type,x-amz-checksum-sha256");
        using var answer = await http.SendAsync(request, cancellationToken);
        string Header(string name) => answer.Headers.TryGetValues(name, out var values) ? string.Join(',', values).ToLowerInvariant() : "";
        var allowed = Header("Access-Control-Allow-Headers");
        var mayUpload = answer.IsSuccessStatusCode && Header("Access-Control-Allow-Origin") is var who && (who == origin || who == "*")
            && Header("Access-Control-Allow-Methods").Contains("put", StringComparison.Ordinal)
            && (allowed == "*" || (allowed.Contains("content-type", StringComparison.Ordinal) && allowed.Contains("x-amz-checksum-sha256", StringComparison.Ordinal)));
        results.Require(mayUpload, "bucket CORS", $"pages of {origin} may upload", $"a preflight from {origin} (LW_BASE_URL) is refused with {(int)answer.StatusCode}",
            "Put the web's origin into the environment's file in ops/r2 and set it: wrangler r2 bucket cors set BUCKET --file ops/r2/cors.ENVIRONMENT.json");
    }

    private static async Task DownloadAsync(ObjectStoreFiles store, HttpClient http, string key, CheckList results, CancellationToken cancellationToken)
    {
        var address = store.SignDownload(key, "doctor.bin", ContentType).Url;
        using var signed = await http.GetAsync(address, cancellationToken);
        var isAttachment = signed.Content.Headers.ContentDisposition?.DispositionType == "attachment";
        results.Require(signed.IsSuccessStatusCode && isAttachment, "bucket presigned GET", "answered, as an attachment", $"answered {(int)signed.StatusCode}{(isAttachment ? "" : ", not as an attachment")}",
            "Check the clock of this machine and that the token may read objects.");
        using var unsigned = await http.GetAsync(address.GetLeftPart(UriPartial.Path), cancellationToken);
        results.Require(!unsigned.IsSuccessStatusCode, "bucket privacy", "nobody reads without a signature", "files can be read without a signature", "Switch public access of the bucket off, its r2.dev address too.");
    }
}
