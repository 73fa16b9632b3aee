using System.Security.Cryptography;

namespace LeakWatch.Vendors.Local;

/// <summary>Files on this machine's disk, as strict as the real store: signed addresses that expire, exact length, type and checksum.</summary>
/// <param name="folder">Ours alone. Keys become paths within it; a key that would leave it is refused.</param>
internal sealed class LocalFileStore(string folder, Uri baseUrl, FileTokens tokens, TimeProvider time) : IFileStore
{
    public const string Route = "/local-files";

    private static readonly TimeSpan UploadLifetime = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan DownloadLifetime = TimeSpan.FromMinutes(5);

    private readonly string root = Path.GetFullPath(folder);

    public SignedUpload SignUpload(string key, string contentType, long sizeBytes, string sha256)
    {
        var expiresAt = time.GetUtcNow() + UploadLifetime;
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["content-type"] = contentType,
            ["x-amz-checksum-sha256"] = Convert.ToBase64String(Convert.FromHexString(sha256)),
        };
        return new(Address(new("PUT", key, contentType, sizeBytes, sha256, null, expiresAt)), headers, expiresAt);
    }

    public SignedDownload SignDownload(string key, string fileName, string contentType)
    {
        var expiresAt = time.GetUtcNow() + DownloadLifetime;
        return new(Address(new("GET", key, contentType, 0, null, fileName, expiresAt)), expiresAt);
    }

    public async Task<StoredFile?> FindAsync(string key, CancellationToken cancellationToken)
    {
        var file = new FileInfo(PathOf(key));
        if (!file.Exists)
        {
            return null;
        }

        await using var content = file.OpenRead();
        return new(key, file.Length, null, Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken)));
    }

    public async Task<StoredFile?> CopyAsync(string fromKey, string toKey, CancellationToken cancellationToken)
    {
        await using var content = await OpenAsync(fromKey, cancellationToken);
        if (content is null)
        {
            return null;
        }

        await SaveAsync(toKey, content, "", cancellationToken);
        return await FindAsync(toKey, cancellationToken);
    }

    public Task<Stream?> OpenAsync(string key, CancellationToken cancellationToken)
    {
        try
        {
            return Task.FromResult<Stream?>(new FileStream(PathOf(key), new FileStreamOptions { Options = FileOptions.Asynchronous, Share = FileShare.Read | FileShare.Delete }));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return Task.FromResult<Stream?>(null);
        }
    }

    /// <summary>Whole or not at all: a reader never sees half a file.</summary>
    public async Task SaveAsync(string key, Stream content, string contentType, CancellationToken cancellationToken)
    {
        var path = PathOf(key);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var half = $"{path}.{Guid.CreateVersion7():N}.part";
        try
        {
            await using (var file = new FileStream(half, FileMode.CreateNew))
            {
                await content.CopyToAsync(file, cancellationToken);
            }

            File.Move(half, path, overwrite: true);
        }
        finally
        {
            File.Delete(half);
        }
    }

    public Task DeleteAsync(string key, CancellationToken cancellationToken)
    {
        var path = PathOf(key);
        if (File.Exists(path))
        {
            File.Delete(path);
        }

        return Task.CompletedTask;
    }

    private Uri Address(FileGrant grant) => new(baseUrl, $"{Route}/{tokens.Write(grant)}");

    private string PathOf(string key)
    {
        var path = Path.GetFullPath(Path.Combine(root, key));
        return path.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? path
            : throw new ArgumentException($"The key '{key}' leads out of the store.", nameof(key));
    }
}
