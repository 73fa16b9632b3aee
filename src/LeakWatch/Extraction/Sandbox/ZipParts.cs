using System.IO.Compression;
using LeakWatch.Core;

namespace LeakWatch.Extraction.Sandbox;

/// <summary>A file within a container, still packed.</summary>
/// <param name="Name">Its last path segment, for people; never used as a path.</param>
/// <param name="Unpack">Takes the bytes that may still be unpacked, and refuses to give more.</param>
internal sealed record PackedFile(string Name, Func<long, Result<byte[]>> Unpack)
{
    /// <summary>Copies at most <paramref name="limit"/> bytes and then gives up: sizes that a container claims are claims.</summary>
    public static Result<byte[]> ReadAtMost(Stream stream, long limit, string name)
    {
        using var content = new MemoryStream();
        var buffer = new byte[81920];
        while (stream.Read(buffer) is > 0 and var count)
        {
            if (content.Length + count > Math.Min(limit, ReadingLimits.FileBytes))
            {
                return limit < ReadingLimits.FileBytes ? ReadingErrors.TooManyParts(name) : ReadingErrors.TooLarge(name);
            }

            content.Write(buffer, 0, count);
        }

        return content.ToArray();
    }
}

internal static class ZipParts
{
    private const long SmallEnough = 1024 * 1024;

    /// <exception cref="InvalidDataException">The ZIP is damaged.</exception>
    public static IEnumerable<PackedFile> Open(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
        foreach (var entry in zip.Entries.Where(IsDocument).Take(ReadingLimits.Parts + 1))
        {
            yield return new(FileNames.Safe(entry.FullName), limit => Unpack(entry, limit));
        }
    }

    private static bool IsDocument(ZipArchiveEntry entry) =>
        entry.Name.Length > 0 && !entry.Name.StartsWith('.') && !entry.FullName.StartsWith("__MACOSX/", StringComparison.Ordinal);

    private static Result<byte[]> Unpack(ZipArchiveEntry entry, long limit)
    {
        var name = FileNames.Safe(entry.FullName);
        if (entry.IsEncrypted)
        {
            return ReadingErrors.Encrypted(name);
        }

        var byRatio = Math.Max(SmallEnough, entry.CompressedLength * ReadingLimits.UnpackingRatio);
        try
        {
            using var stream = entry.Open();
            var content = PackedFile.ReadAtMost(stream, Math.Min(limit, byRatio), name);
            return content is { IsOk: false } && byRatio < Math.Min(limit, ReadingLimits.FileBytes) ? ReadingErrors.Exploded(name) : content;
        }
        catch (Exception exception) when (exception is InvalidDataException or NotSupportedException)
        {
            return ReadingErrors.Corrupt(name);
        }
    }
}
