using System.Net;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace LeakWatch.Providers.ObjectStore;

/// <summary>Files in a private bucket of R2.</summary>
/// <remarks>
/// Signed addresses bind length, type and checksum. A download's attachment and type are in its address too; nosniff and a content policy cannot
/// be asked of the store, whose pages are of another origin than ours.
/// </remarks>
internal sealed class ObjectStoreFiles(AmazonS3Client client, string bucket, TimeProvider time) : IFileStore, IDisposable
{
    private static readonly TimeSpan UploadLifetime = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan DownloadLifetime = TimeSpan.FromMinutes(5);

    public SignedUpload SignUpload(string key, string contentType, long sizeBytes, string sha256)
    {
        var expiresAt = time.GetUtcNow() + UploadLifetime;
        var request = AddressOf(key, HttpVerb.PUT, expiresAt);
        request.ContentType = contentType;
        request.Headers.ContentLength = sizeBytes;
        var headers = UploadHeaders.For(contentType, sha256);
        foreach (var (name, value) in headers.Where(header => header.Key != "content-type"))
        {
            request.Headers[name] = value;
        }

        return new(new Uri(client.GetPreSignedURL(request)), headers, expiresAt);
    }

    public SignedDownload SignDownload(string key, string fileName, string contentType)
    {
        var expiresAt = time.GetUtcNow() + DownloadLifetime;
        var request = AddressOf(key, HttpVerb.GET, expiresAt);
        request.ResponseHeaderOverrides.ContentType = Downloads.TypeFor(contentType);
        request.ResponseHeaderOverrides.ContentDisposition = Downloads.Disposition(fileName);
        request.ResponseHeaderOverrides.CacheControl = "private, no-store";
        return new(new Uri(client.GetPreSignedURL(request)), expiresAt);
    }

    public Task<StoredFile?> FindAsync(string key, CancellationToken cancellationToken) => AskAsync<StoredFile>(async () =>
    {
        var found = await client.GetObjectMetadataAsync(
            new GetObjectMetadataRequest { BucketName = bucket, Key = key, ChecksumMode = ChecksumMode.ENABLED }, cancellationToken);
        return new(key, found.ContentLength, found.Headers.ContentType, Hex(found.ChecksumSHA256));
    });

    public Task<StoredFile?> CopyAsync(string fromKey, string toKey, CancellationToken cancellationToken) => AskAsync(async () =>
    {
        await client.CopyObjectAsync(
            new CopyObjectRequest { SourceBucket = bucket, SourceKey = fromKey, DestinationBucket = bucket, DestinationKey = toKey }, cancellationToken);
        return await FindAsync(toKey, cancellationToken);
    });

    public Task<Stream?> OpenAsync(string key, CancellationToken cancellationToken) => AskAsync(async () =>
    {
        var found = await client.GetObjectAsync(new GetObjectRequest { BucketName = bucket, Key = key }, cancellationToken);
        return found.ResponseStream;
    });

    public async Task SaveAsync(string key, Stream content, string contentType, CancellationToken cancellationToken)
    {
        await using var known = content.CanSeek ? null : await SpoolAsync(content, cancellationToken);
        var request = new PutObjectRequest
        {
            BucketName = bucket,
            Key = key,
            InputStream = known ?? content,
            ContentType = contentType,
            AutoCloseStream = false,
            // The chunked form carries signatures between the bytes, which not every store takes out again.
            UseChunkEncoding = false,
        };
        _ = await AskAsync(async () => await client.PutObjectAsync(request, cancellationToken)) ?? throw Unavailable("it answered 404 to a new file");
    }

    public async Task DeleteAsync(string key, CancellationToken cancellationToken) =>
        await AskAsync(async () => await client.DeleteObjectAsync(new DeleteObjectRequest { BucketName = bucket, Key = key }, cancellationToken));

    public void Dispose() => client.Dispose();

    private GetPreSignedUrlRequest AddressOf(string key, HttpVerb verb, DateTimeOffset expiresAt) => new()
    {
        BucketName = bucket,
        Key = key,
        Verb = verb,
        Expires = expiresAt.UtcDateTime,
        Protocol = client.Config.ServiceURL.StartsWith(Uri.UriSchemeHttps, StringComparison.OrdinalIgnoreCase) ? Protocol.HTTPS : Protocol.HTTP,
    };

    /// <returns>Null for what is not there. Whatever else the store does not do is an outage.</returns>
    private static async Task<T?> AskAsync<T>(Func<Task<T?>> ask)
        where T : class
    {
        try
        {
            return await ask();
        }
        catch (AmazonS3Exception missing) when (missing.StatusCode is HttpStatusCode.NotFound && missing.ErrorCode != "NoSuchBucket")
        {
            return null;
        }
        catch (AmazonServiceException refusal)
        {
            throw Unavailable($"it answered {(int)refusal.StatusCode} {refusal.ErrorCode}", refusal);
        }
        catch (Exception outage) when (outage is AmazonClientException or HttpRequestException or IOException or TimeoutException)
        {
            throw Unavailable(outage.Message, outage);
        }
    }

    private static VendorUnavailableException Unavailable(string reason, Exception? cause = null) =>
        new($"The object store is not available: {reason}.", cause) { Code = "STORE_UNAVAILABLE" };

    /// <summary>The store must be told the length before the bytes.</summary>
    private static async Task<FileStream> SpoolAsync(Stream content, CancellationToken cancellationToken)
    {
        var file = new FileStream(Path.GetTempFileName(), new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        });
        await content.CopyToAsync(file, cancellationToken);
        file.Position = 0;
        return file;
    }

    /// <summary>A checksum of parts ("…-3") is not one of the file.</summary>
    private static string? Hex(string? base64) => base64 is null || base64.Contains('-', StringComparison.Ordinal) ? null : Convert.ToHexStringLower(Convert.FromBase64String(base64));
}
