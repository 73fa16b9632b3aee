using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using LeakWatch.Core;
using LeakWatch.Core.Documents;
using LeakWatch.Core.Invoices;

namespace LeakWatch.Documents;

/// <summary>A file someone gave us; its name is for people and never decides how it is read.</summary>
internal sealed record DocumentFile(string Name, string Path)
{
    public static DocumentFile At(string path) => new(System.IO.Path.GetFileName(path), path);
}

/// <summary>What became of one document: a plain file, or one part of a ZIP or mail (then with <c>ParentFileName</c>).</summary>
internal sealed record DocumentOutcome(InvoiceSource Source, Result<ExtractedDocument> Document);

/// <summary>Files read so far, of all files that were given.</summary>
internal readonly record struct ReadingProgress(int Done, int Total, string FileName);

/// <summary>Untrusted files → text with places, in processes of their own. Nothing a file does reaches the caller: it costs that file.</summary>
internal sealed class DocumentReader : IAsyncDisposable
{
    private readonly SemaphoreSlim turn = new(1);

    /// <returns>In the order of <paramref name="files"/>; each yields one outcome, or one for each part of a container.</returns>
    public async IAsyncEnumerable<DocumentOutcome> ReadAsync(
        IReadOnlyList<DocumentFile> files, IProgress<ReadingProgress>? progress = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var (index, file) in files.Index())
        {
            await turn.WaitAsync(cancellationToken);
            var bytes = await File.ReadAllBytesAsync(file.Path, cancellationToken);
            var source = new InvoiceSource { FileName = file.Name, MimeType = "application/pdf", Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)) };
            turn.Release();
            yield return new(source, PdfText.Read(bytes));
            progress?.Report(new(index + 1, files.Count, file.Name));
        }
    }

    public ValueTask DisposeAsync()
    {
        turn.Dispose();
        return ValueTask.CompletedTask;
    }
}
