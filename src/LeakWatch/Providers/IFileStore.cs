namespace LeakWatch.Providers;

/// <summary>Where files lie: private, by key, never served without a signed and expiring address.</summary>
/// <exception cref="VendorUnavailableException">Thrown by every method when the store cannot be reached: try again later.</exception>
internal interface IFileStore
{
    /// <summary>An address to which exactly these bytes may be uploaded, for ten minutes.</summary>
    SignedUpload SignUpload(string key, string contentType, long sizeBytes, string sha256);

    /// <summary>An address from which the file may be fetched as an attachment, for five minutes.</summary>
    SignedDownload SignDownload(string key, string fileName, string contentType);

    /// <returns>Null when there is no such file.</returns>
    Task<StoredFile?> FindAsync(string key, CancellationToken cancellationToken);

    /// <summary>Within the store; the bytes do not pass through us.</summary>
    /// <returns>The copy; null when there is no such file.</returns>
    Task<StoredFile?> CopyAsync(string fromKey, string toKey, CancellationToken cancellationToken);

    /// <returns>Null when there is no such file.</returns>
    Task<Stream?> OpenAsync(string key, CancellationToken cancellationToken);

    Task SaveAsync(string key, Stream content, string contentType, CancellationToken cancellationToken);

    /// <summary>Deleting what is not there is no error.</summary>
    Task DeleteAsync(string key, CancellationToken cancellationToken);
}

/// <param name="Headers">What the client must send with the PUT, exactly.</param>
internal sealed record SignedUpload(Uri Url, IReadOnlyDictionary<string, string> Headers, DateTimeOffset ExpiresAt);

/// <summary>What every store demands of an upload, and its address is signed for.</summary>
internal static class UploadHeaders
{
    /// <param name="sha256">Lower-case hex; sent in base64, as S3 wants it.</param>
    public static IReadOnlyDictionary<string, string> For(string contentType, string sha256) => new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["content-type"] = contentType,
        ["x-amz-checksum-sha256"] = Convert.ToBase64String(Convert.FromHexString(sha256)),
    };
}

internal sealed record SignedDownload(Uri Url, DateTimeOffset ExpiresAt);

/// <param name="Sha256">Lower-case hex, where the store knows it.</param>
internal sealed record StoredFile(string Key, long SizeBytes, string? ContentType, string? Sha256);

/// <summary>An outage of somebody else's service, or our quota there: the work is tried again later.</summary>
public sealed class VendorUnavailableException(string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>Which of our dependencies it is (docs/errors.md).</summary>
    public string Code { get; init; } = "VENDOR_UNAVAILABLE";

    /// <summary>Whether an HTTP request ended without an answer, or took longer than its client waits; not where the caller itself gave up.</summary>
    public static bool IsNoAnswer(Exception exception, CancellationToken cancellationToken) =>
        exception is HttpRequestException || (exception is TaskCanceledException && !cancellationToken.IsCancellationRequested);
}
