using LeakWatch.Providers;

namespace LeakWatch.Tests.Jobs;

/// <summary>Meanwhile, once, when the first file has been copied or saved: what others do between two transactions.</summary>
internal sealed class StoreWhereSomethingHappens(IFileStore files, Func<Task> meanwhile) : IFileStore
{
    private int happened;

    public SignedUpload SignUpload(string key, string contentType, long sizeBytes, string sha256) => files.SignUpload(key, contentType, sizeBytes, sha256);

    public SignedDownload SignDownload(string key, string fileName, string contentType) => files.SignDownload(key, fileName, contentType);

    public Task<StoredFile?> FindAsync(string key, CancellationToken cancellationToken) => files.FindAsync(key, cancellationToken);

    public async Task<StoredFile?> CopyAsync(string fromKey, string toKey, CancellationToken cancellationToken)
    {
        var copy = await files.CopyAsync(fromKey, toKey, cancellationToken);
        await HappenAsync();
        return copy;
    }

    public Task<Stream?> OpenAsync(string key, CancellationToken cancellationToken) => files.OpenAsync(key, cancellationToken);

    public async Task SaveAsync(string key, Stream content, string contentType, CancellationToken cancellationToken)
    {
        await files.SaveAsync(key, content, contentType, cancellationToken);
        await HappenAsync();
    }

    public Task DeleteAsync(string key, CancellationToken cancellationToken) => files.DeleteAsync(key, cancellationToken);

    private Task HappenAsync() => Interlocked.Exchange(ref happened, 1) == 0 ? meanwhile() : Task.CompletedTask;
}
