using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using LeakWatch.Core;
using LeakWatch.Core.Documents;
using LeakWatch.Core.Invoices;

namespace LeakWatch.Extraction;

/// <summary>A file someone gave us; its name is for people and never decides how it is read.</summary>
internal sealed record DocumentFile(string Name, string Path)
{
    public static DocumentFile At(string path) => new(System.IO.Path.GetFileName(path), path);
}

/// <summary>What became of one document: a plain file, or one part of a ZIP or mail (then with <c>ParentFileName</c>).</summary>
/// <param name="Bytes">Of a part of a container, when they were asked for; null of the file itself, which the caller has.</param>
internal sealed record ExtractedFile(InvoiceSource Source, Result<ExtractedDocument> Document, byte[]? Bytes = null);

/// <summary>Files read so far, of all files that were given.</summary>
internal readonly record struct ReadingProgress(int Done, int Total, string FileName);

/// <summary>Untrusted files → text with places, in processes of their own. Nothing a file does reaches the caller: it costs that file.</summary>
internal sealed class DocumentExtractor : IAsyncDisposable
{
    private const int DefaultReaders = 2;

    /// <summary>Files whose outcomes may wait for a slower one before them.</summary>
    private const int FilesAhead = 8;
    private const int LargeFileBytes = 4 * 1024 * 1024;

    private readonly ReaderCommand command;
    private readonly ReaderTools tools;
    private readonly ReadingBudget shared;
    private readonly ReadingBudget alone;
    private readonly int readers;
    private readonly ConcurrentBag<ReaderProcess> idle = [];
    private readonly SemaphoreSlim turns;
    private readonly SemaphoreSlim aloneTurn = new(1);

    /// <summary>Held from the start of a large file until its outcome was taken: two of them would fill the caller's memory.</summary>
    private readonly SemaphoreSlim largeTurn = new(1);

    public DocumentExtractor()
        : this(ReaderCommand.OfThisExecutable(), InstalledTools.Find(), ReadingBudget.Shared, ReadingBudget.Alone)
    {
    }

    /// <param name="readers">Files that are read at the same time.</param>
    internal DocumentExtractor(ReaderCommand command, ReaderTools tools, ReadingBudget shared, ReadingBudget alone, int readers = DefaultReaders)
    {
        (this.command, this.tools, this.shared, this.alone, this.readers) = (command, tools, shared, alone, readers);
        turns = new(readers);
    }

    /// <summary>Reads one file that is already here, in a reader that has read for nobody but <paramref name="owner"/>.</summary>
    /// <returns>The file itself, or one outcome for each part of a container, with the part's bytes.</returns>
    public Task<IReadOnlyList<ExtractedFile>> ReadAsync(string fileName, byte[] bytes, string owner, CancellationToken cancellationToken) =>
        ReadOwnedAsync(new(new(fileName, ""), bytes, owner), cancellationToken);

    /// <summary>Draws the first pages of a file that was read already, for eyes that text does not serve.</summary>
    /// <returns>Pages from 1, in order; those that cannot be drawn are left out.</returns>
    public async Task<IReadOnlyList<(int Page, byte[] Jpeg)>> DrawAsync(string fileName, byte[] bytes, string owner, int pages, CancellationToken cancellationToken)
    {
        var drawn = await ReadOwnedAsync(new(new(fileName, ""), bytes, owner) { DrawnPages = pages }, cancellationToken);
        return [.. drawn.Index().Where(page => page.Item.Bytes is not null).Select(page => (page.Index + 1, page.Item.Bytes!))];
    }

    private async Task<IReadOnlyList<ExtractedFile>> ReadOwnedAsync(ExtractionState readout, CancellationToken cancellationToken)
    {
        if (readout.Bytes.Length > ReadingLimits.FileBytes)
        {
            return [new(new() { FileName = readout.File.Name }, ReadingErrors.TooLarge(readout.File.Name))];
        }

        await turns.WaitAsync(cancellationToken);
        try
        {
            await ReadOutAsync(readout, shared, cancellationToken);
        }
        finally
        {
            turns.Release();
        }

        if (readout.NeedsMoreMemory)
        {
            await ReadOutAloneAsync(readout, cancellationToken);
        }

        return readout.Outcomes;
    }

    /// <returns>In the order of <paramref name="files"/>; each yields one outcome, or one for each part of a container.</returns>
    public async IAsyncEnumerable<ExtractedFile> ReadAsync(
        IReadOnlyList<DocumentFile> files, IProgress<ReadingProgress>? progress = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var stopped = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var started = Channel.CreateBounded<StartedFile>(FilesAhead);
        var starting = StartAllAsync(files, started.Writer, stopped.Token);
        try
        {
            var done = 0;
            await foreach (var reading in started.Reader.ReadAllAsync(cancellationToken))
            {
                foreach (var outcome in await reading.Outcomes)
                {
                    yield return outcome;
                }

                if (reading.IsLarge)
                {
                    largeTurn.Release();
                }

                progress?.Report(new(done + 1, files.Count, files[done].Name));
                done++;
            }
        }
        finally
        {
            await stopped.CancelAsync();
            await starting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task StartAllAsync(IReadOnlyList<DocumentFile> files, ChannelWriter<StartedFile> started, CancellationToken cancellationToken)
    {
        var readings = new List<Task>();
        try
        {
            foreach (var file in files)
            {
                var isLarge = new FileInfo(file.Path) is { Exists: true, Length: > LargeFileBytes };
                if (isLarge)
                {
                    await largeTurn.WaitAsync(cancellationToken);
                }

                await turns.WaitAsync(cancellationToken);
                var reading = Task.Run(() => ReadFileAsync(file, cancellationToken), CancellationToken.None);
                readings.Add(reading);
                await started.WriteAsync(new(reading, isLarge), cancellationToken);
            }
        }
        finally
        {
            started.Complete();
            await Task.WhenAll(readings).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Holds one of the turns, and gives it back.</summary>
    private async Task<IReadOnlyList<ExtractedFile>> ReadFileAsync(DocumentFile file, CancellationToken cancellationToken)
    {
        ExtractionState readout;
        try
        {
            var bytes = await LoadAsync(file, cancellationToken);
            if (bytes is not { IsOk: true, Value: var content })
            {
                return [new(new() { FileName = file.Name }, bytes.Error!)];
            }

            readout = new(file, content);
            await ReadOutAsync(readout, shared, cancellationToken);
        }
        finally
        {
            turns.Release();
        }

        if (readout.NeedsMoreMemory)
        {
            await ReadOutAloneAsync(readout, cancellationToken);
        }

        return readout.Outcomes;
    }

    /// <summary>A second chance for what was too much beside another reader: now with the memory of both.</summary>
    private async Task ReadOutAloneAsync(ExtractionState readout, CancellationToken cancellationToken)
    {
        await aloneTurn.WaitAsync(cancellationToken);
        try
        {
            for (var turn = 0; turn < readers; turn++)
            {
                await turns.WaitAsync(cancellationToken);
            }

            try
            {
                await EndIdleReadersAsync();
                await ReadOutAsync(readout, alone, cancellationToken);
                await EndIdleReadersAsync();
            }
            finally
            {
                turns.Release(readers);
            }
        }
        finally
        {
            aloneTurn.Release();
        }
    }

    /// <summary>Until the file is done: a reader that a part has ended is replaced, and the next part is read by another.</summary>
    private async Task ReadOutAsync(ExtractionState readout, ReadingBudget budget, CancellationToken cancellationToken)
    {
        readout.NeedsMoreMemory = false;
        while (!readout.IsDone)
        {
            var reader = await WarmReaderAsync(readout.Owner) ?? await ReaderProcess.StartAsync(command, tools, readout.Owner);
            if (await reader.ReadAsync(new(readout.File.Name, readout.PartsDone, WithPartBytes: readout.Owner is not null, readout.DrawnPages), readout.Bytes, budget, readout.Add, cancellationToken))
            {
                readout.IsDone = true;
                if (reader.Files < ReadingLimits.FilesPerReader && !readout.LeavesReaderInDoubt)
                {
                    idle.Add(reader);
                    continue;
                }
            }

            await reader.DisposeAsync();
            cancellationToken.ThrowIfCancellationRequested();
            if (reader.End is { } end)
            {
                if (end is ReaderEnd.Exploded && budget.GroupBytes < alone.GroupBytes)
                {
                    readout.NeedsMoreMemory = true;
                    return;
                }

                readout.AddFailure(reader.Reading, name => end switch
                {
                    ReaderEnd.TimedOut => ReadingErrors.TimedOut(name, reader.RecognisedPages > 0 ? budget.OcrOf(reader.RecognisedPages) : budget.Text),
                    ReaderEnd.Exploded => ReadingErrors.Exploded(name),
                    _ => ReadingErrors.Crashed(name),
                });
            }
        }
    }

    /// <summary>Whatever a file left behind in a reader stays within its owner's files.</summary>
    private async Task<ReaderProcess?> WarmReaderAsync(string? owner)
    {
        while (idle.TryTake(out var reader))
        {
            if (reader.Owner == owner)
            {
                return reader;
            }

            await reader.DisposeAsync();
        }

        return null;
    }

    private static async Task<Result<byte[]>> LoadAsync(DocumentFile file, CancellationToken cancellationToken)
    {
        try
        {
            // A pipe or device has no length and no end.
            var length = new FileInfo(file.Path) is { Exists: true } info ? info.Length : 0;
            return length > ReadingLimits.FileBytes ? ReadingErrors.TooLarge(file.Name) : await File.ReadAllBytesAsync(file.Path, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return ReadingErrors.Unreadable(file.Name, exception.Message.TrimEnd('.'));
        }
    }

    private async Task EndIdleReadersAsync()
    {
        while (idle.TryTake(out var reader))
        {
            await reader.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await EndIdleReadersAsync();
        turns.Dispose();
        aloneTurn.Dispose();
        largeTurn.Dispose();
    }

    private readonly record struct StartedFile(Task<IReadOnlyList<ExtractedFile>> Outcomes, bool IsLarge);
}
