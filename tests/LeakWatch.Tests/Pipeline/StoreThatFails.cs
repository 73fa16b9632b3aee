using LeakWatch.Vendors;

namespace LeakWatch.Tests.Pipeline;

/// <summary>On one file, until it is well.</summary>
internal sealed class StoreThatFails(IFileStore files, Guid version, Func<Exception>? failure = null) : IFileStore
{
    public bool IsWell { get; set; }

    public SignedUpload SignUpload(string key, string contentType, long sizeBytes, string sha256) => files.SignUpload(key, contentType, sizeBytes, sha256);

    public SignedDownload SignDownload(string key, string fileName, string contentType) => files.SignDownload(key, fileName, contentType);

    public Task<StoredFile?> FindAsync(string key, CancellationToken cancellationToken) => files.FindAsync(key, cancellationToken);

    public Task<StoredFile?> CopyAsync(string fromKey, string toKey, CancellationToken cancellationToken) => files.CopyAsync(fromKey, toKey, cancellationToken);

    public Task<Stream?> OpenAsync(string key, CancellationToken cancellationToken) => IsWell || !key.Contains(version.ToString(), StringComparison.Ordinal)
        ? files.OpenAsync(key, cancellationToken)
        : throw failure?.Invoke() ?? new InvalidOperationException("It cannot be opened.");

    public Task SaveAsync(string key, Stream content, string contentType, CancellationToken cancellationToken) => files.SaveAsync(key, content, contentType, cancellationToken);

    public Task DeleteAsync(string key, CancellationToken cancellationToken) => files.DeleteAsync(key, cancellationToken);
}
