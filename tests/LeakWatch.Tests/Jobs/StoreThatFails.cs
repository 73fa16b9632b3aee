using LeakWatch.Providers;

namespace LeakWatch.Tests.Jobs;

/// <summary>Until it is well.</summary>
/// <param name="version">The one whose file cannot be opened; null: none can.</param>
/// <param name="before">What happens before each failure.</param>
internal sealed class StoreThatFails(IFileStore files, Guid? version, Func<Exception>? failure = null, Func<Task>? before = null) : IFileStore
{
    public bool IsWell { get; set; }

    public SignedUpload SignUpload(string key, string contentType, long sizeBytes, string sha256) => files.SignUpload(key, contentType, sizeBytes, sha256);

    public SignedDownload SignDownload(string key, string fileName, string contentType) => files.SignDownload(key, fileName, contentType);

    public Task<StoredFile?> FindAsync(string key, CancellationToken cancellationToken) => files.FindAsync(key, cancellationToken);

    public Task<StoredFile?> CopyAsync(string fromKey, string toKey, CancellationToken cancellationToken) => files.CopyAsync(fromKey, toKey, cancellationToken);

    public async Task<Stream?> OpenAsync(string key, CancellationToken cancellationToken)
    {
        if (IsWell || (version is { } id && !key.Contains(id.ToString(), StringComparison.Ordinal)))
        {
            return await files.OpenAsync(key, cancellationToken);
        }

        await (before?.Invoke() ?? Task.CompletedTask);
        throw failure?.Invoke() ?? new InvalidOperationException("It cannot be opened.");
    }

    public Task SaveAsync(string key, Stream content, string contentType, CancellationToken cancellationToken) => files.SaveAsync(key, content, contentType, cancellationToken);

    public Task DeleteAsync(string key, CancellationToken cancellationToken) => files.DeleteAsync(key, cancellationToken);
}
