using System.Collections.Frozen;
using LeakWatch.Core;
using LeakWatch.Extraction;

namespace LeakWatch.Commands;

/// <param name="Files">Each named by its path below the folder that was given, or by its own name.</param>
/// <param name="Skipped">Files that are hidden or no documents, in the folders that were walked.</param>
internal sealed record FoundFiles(IReadOnlyList<DocumentFile> Files, int Skipped);

/// <summary>Paths as typed → the documents to read, in a stable order.</summary>
internal static class DocumentFolder
{
    private static readonly FrozenSet<string> DocumentExtensions = FrozenSet.ToFrozenSet(
        [".pdf", ".png", ".jpg", ".jpeg", ".csv", ".tsv", ".xml", ".eml", ".zip"], StringComparer.OrdinalIgnoreCase);

    /// <summary>How the types we read begin. In a folder, a file without a known extension is a document when it begins so.</summary>
    private static readonly byte[][] Signatures =
        ["%PDF-"u8.ToArray(), [0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF], [0x50, 0x4B, 0x03, 0x04]];

    /// <summary>A file named by itself is always read, whatever it is called; a folder is walked to its depths.</summary>
    public static Result<FoundFiles> Find(IReadOnlyList<string> paths)
    {
        var files = new List<DocumentFile>();
        var skipped = 0;
        foreach (var path in paths)
        {
            if (File.Exists(path))
            {
                files.Add(DocumentFile.At(Path.GetFullPath(path)));
            }
            else if (Directory.Exists(path))
            {
                foreach (var file in Walk(new DirectoryInfo(path)))
                {
                    if (file.IsDocument)
                    {
                        files.Add(new(Path.GetRelativePath(path, file.Path).Replace('\\', '/'), file.Path));
                    }
                    else
                    {
                        skipped++;
                    }
                }
            }
            else
            {
                return Wrong($"there is no file or folder '{path}'.");
            }
        }

        var found = files.DistinctBy(file => file.Path, StringComparer.Ordinal).ToList();
        return found.Count > 0
            ? new FoundFiles(found, skipped)
            : Wrong($"there are no documents in '{string.Join("', '", paths)}'; LeakWatch reads PDF, PNG, JPG, CSV, TSV, XML, EML and ZIP files.");
    }

    private static IEnumerable<(string Path, bool IsDocument)> Walk(DirectoryInfo folder)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos().OrderBy(entry => entry.Name, StringComparer.Ordinal))
        {
            switch (entry)
            {
                // A link to a folder may lead back to where we came from.
                case DirectoryInfo inner when !IsHidden(inner) && inner.LinkTarget is null:
                    foreach (var file in Walk(inner))
                    {
                        yield return file;
                    }

                    break;
                case FileInfo file:
                    yield return (file.FullName, !IsHidden(file) && LooksLikeDocument(file));
                    break;
            }
        }
    }

    private static bool IsHidden(FileSystemInfo entry) =>
        entry.Name.StartsWith('.') || entry.Name is "__MACOSX" || entry.Attributes.HasFlag(FileAttributes.Hidden);

    private static bool LooksLikeDocument(FileInfo file)
    {
        // Office files are ZIPs inside; they are told apart by their extension alone, as people do.
        if (DocumentExtensions.Contains(file.Extension))
        {
            return true;
        }

        if (file.Extension.Length is > 0 and <= 5)
        {
            return false;
        }

        Span<byte> start = stackalloc byte[5];
        using var stream = file.OpenRead();
        var length = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        foreach (var signature in Signatures)
        {
            if (start[..length].StartsWith(signature))
            {
                return true;
            }
        }

        return false;
    }

    private static Error Wrong(string message) => new(ErrorKind.Invalid, "VALIDATION_ERROR", message);
}
