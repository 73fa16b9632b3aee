using System.Buffers;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace LeakWatch.Providers.Local;

/// <summary>Files on this machine's disk, as strict as the real store: signed addresses that expire, exact length, type and checksum.</summary>
/// <param name="folder">Ours alone; nobody else on the machine may read it. Keys are paths within it.</param>
internal sealed partial class LocalFileStore(string folder, Uri baseUrl, FileTokens tokens, TimeProvider time) : IFileStore
{
    public const string Route = "/local-files";

    private const int BufferBytes = 81_920;

    private static readonly TimeSpan UploadLifetime = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan DownloadLifetime = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan ForgottenAfter = TimeSpan.FromDays(1);

    private readonly string root = Path.GetFullPath(folder);

    private string Unfinished => Path.Combine(root, "unfinished");

    public SignedUpload SignUpload(string key, string contentType, long sizeBytes, string sha256)
    {
        var expiresAt = time.GetUtcNow() + UploadLifetime;
        return new(Address(new("PUT", key, contentType, sizeBytes, sha256, null, expiresAt)), UploadHeaders.For(contentType, sha256), expiresAt);
    }

    public SignedDownload SignDownload(string key, string fileName, string contentType)
    {
        var expiresAt = time.GetUtcNow() + DownloadLifetime;
        return new(Address(new("GET", key, contentType, 0, null, fileName, expiresAt)), expiresAt);
    }

    public async Task<StoredFile?> FindAsync(string key, CancellationToken cancellationToken)
    {
        await using var content = await OpenAsync(key, cancellationToken);
        return content is null
            ? null
            : new(key, content.Length, null, Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken)));
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

    public Task SaveAsync(string key, Stream content, string contentType, CancellationToken cancellationToken) =>
        WriteAsync(key, async file =>
        {
            await content.CopyToAsync(file, cancellationToken);
            // The database will say that we have it: a power cut must not prove it wrong.
            file.Flush(flushToDisk: true);
            return true;
        });

    public Task DeleteAsync(string key, CancellationToken cancellationToken)
    {
        var path = PathOf(key);
        if (File.Exists(path))
        {
            File.Delete(path);
        }

        return Task.CompletedTask;
    }

    /// <summary>Keeps exactly the granted bytes, or nothing.</summary>
    /// <returns>Whether they were those.</returns>
    public Task<bool> ReceiveAsync(FileGrant grant, Stream body, CancellationToken cancellationToken) =>
        WriteAsync(grant.Key, async file =>
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
            try
            {
                while (await body.ReadAsync(buffer, cancellationToken) is > 0 and var read)
                {
                    if (file.Length + read > grant.SizeBytes)
                    {
                        return false;
                    }

                    hash.AppendData(buffer, 0, read);
                    await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
                }
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(buffer);
            }

            return file.Length == grant.SizeBytes && Convert.ToHexStringLower(hash.GetHashAndReset()) == grant.Sha256;
        });

    /// <summary>As the real store's lifecycle rule does: uploads that nobody completed, and what a crash left half-written, are gone after a day.</summary>
    public void RemoveForgotten()
    {
        var before = (time.GetUtcNow() - ForgottenAfter).UtcDateTime;
        foreach (var part in new[] { Unfinished, Path.Combine(root, FileKeys.IncomingPrefix) }.Where(Directory.Exists))
        {
            foreach (var file in new DirectoryInfo(part).EnumerateFiles("*", SearchOption.AllDirectories).Where(file => file.LastWriteTimeUtc < before))
            {
                file.Delete();
            }
        }
    }

    /// <summary>Whole or not at all: a reader never sees half a file.</summary>
    private async Task<bool> WriteAsync(string key, Func<FileStream, Task<bool>> write)
    {
        var path = PathOf(key);
        CreatePrivately(root);
        Directory.CreateDirectory(Unfinished);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var half = Path.Combine(Unfinished, Guid.CreateVersion7().ToString("N"));
        try
        {
            await using (var file = new FileStream(half, FileMode.CreateNew))
            {
                if (!await write(file))
                {
                    return false;
                }
            }

            File.Move(half, path, overwrite: true);
            return true;
        }
        finally
        {
            File.Delete(half);
        }
    }

    private static void CreatePrivately(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private Uri Address(FileGrant grant) => new(baseUrl, $"{Route}?grant={tokens.Write(grant)}");

    private string PathOf(string key) => PlainKey().IsMatch(key)
        ? Path.Combine(root, key)
        : throw new ArgumentException($"The key '{key}' is no path within the store.", nameof(key));

    /// <summary>Names separated by single slashes, none of which begins with a dot.</summary>
    [GeneratedRegex(@"\A[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*\z", RegexOptions.NonBacktracking)]
    private static partial Regex PlainKey();
}
