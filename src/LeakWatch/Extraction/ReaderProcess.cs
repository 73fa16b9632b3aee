using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace LeakWatch.Extraction;

/// <summary>Time and memory that one document may take.</summary>
internal sealed record ReadingBudget(TimeSpan Text, TimeSpan Ocr, long GroupBytes)
{
    public TimeSpan OcrFurtherPage { get; init; } = ReadingLimits.OcrFurtherPage;

    /// <summary>Time for so many pages that are looked at, of which there are at most <see cref="ReadingLimits.Pages"/>.</summary>
    public TimeSpan OcrOf(int pages) => Ocr + (OcrFurtherPage * (Math.Clamp(pages, 1, ReadingLimits.Pages) - 1));

    public static ReadingBudget Shared { get; } = new(ReadingLimits.Text, ReadingLimits.Ocr, ReadingLimits.GroupBytes);

    public static ReadingBudget Alone { get; } = Shared with { GroupBytes = ReadingLimits.GroupBytesAlone };
}

/// <summary>Why a reader stopped answering.</summary>
internal enum ReaderEnd { Crashed, TimedOut, Exploded, Cancelled }

/// <summary>One sandboxed reader, seen from outside: asked for a file, watched, killed when it exceeds its budget.</summary>
internal sealed class ReaderProcess : IAsyncDisposable
{
    private static readonly TimeSpan WatchEvery = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan EndsWithin = TimeSpan.FromSeconds(1);
    private const int CharactersOfComplaint = 500;

    private readonly Process process;
    private readonly Task<string> complaint;
    private int end = -1;
    private long deadline = long.MaxValue;

    private ReaderProcess(Process process, string? owner)
    {
        (this.process, Owner) = (process, owner);
        complaint = Task.Run(() => ReadComplaintAsync(process.StandardError));
    }

    /// <summary>Whose files it reads, and nobody else's.</summary>
    public string? Owner { get; }

    /// <summary>Files it has been asked for.</summary>
    public int Files { get; private set; }

    /// <summary>The part that it was reading when it ended.</summary>
    public ReaderMessage? Reading { get; private set; }

    /// <summary>Pages of that part that had come to OCR, which has more time.</summary>
    public int RecognisedPages { get; private set; }

    public ReaderEnd? End => end < 0 ? null : (ReaderEnd)end;

    /// <summary>Its last words on standard error, for the log: untrusted.</summary>
    public Task<string> Complaint => complaint;

    /// <exception cref="Win32Exception">The executable cannot be started.</exception>
    public static async Task<ReaderProcess> StartAsync(ReaderCommand command, ReaderTools tools, string? owner = null)
    {
        ProcessGroup.KeepHandlesFromChildren();
        var reader = new ReaderProcess(Process.Start(command.ToStartInfo())!, owner);
        await reader.SendAsync(stream => Frames.WriteAsync(stream, tools, ReaderJson.Default.ReaderTools));
        return reader;
    }

    /// <summary>Reads one file; parts arrive as they are read. When it ends early, <see cref="End"/> says why.</summary>
    /// <returns>Whether the file was done.</returns>
    public async Task<bool> ReadAsync(ReadRequest request, ReadOnlyMemory<byte> bytes, ReadingBudget budget, Action<ReadPart> partIsRead, CancellationToken cancellationToken)
    {
        Files++;
        Reading = null;
        GiveTime(budget.Text);
        using var finished = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var watch = WatchAsync(budget, cancellationToken, finished.Token);
        try
        {
            var sending = SendAsync(async stream =>
            {
                await Frames.WriteAsync(stream, request, ReaderJson.Default.ReadRequest);
                await Frames.WriteAsync(stream, bytes);
            });
            var isDone = await ListenAsync(budget, partIsRead);
            await sending;
            if (!isDone)
            {
                Stop(ReaderEnd.Crashed);
            }

            return isDone;
        }
        finally
        {
            await finished.CancelAsync();
            await watch;
        }
    }

    private async Task<bool> ListenAsync(ReadingBudget budget, Action<ReadPart> partIsRead)
    {
        try
        {
            var output = process.StandardOutput.BaseStream;
            while (await Frames.ReadAsync(output, ReaderJson.Default.ReaderMessage) is { } message)
            {
                switch (message.Step)
                {
                    case ReaderStep.Begins:
                        (Reading, RecognisedPages) = (message, 0);
                        GiveTime(budget.Text);
                        break;
                    case ReaderStep.Recognises:
                        Recognise(budget);
                        break;
                    case ReaderStep.Read:
                        var part = await WithTextAsync(message.Part!, output);
                        Reading = null;
                        GiveTime(budget.Text);
                        partIsRead(part);
                        break;
                    case ReaderStep.Done:
                        return true;
                }
            }
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or System.Text.Json.JsonException)
        {
            // A reader that was taken over may say anything; it is not listened to any further.
        }

        return false;
    }

    private static async Task<ReadPart> WithTextAsync(ReadPart part, Stream output)
    {
        if (part.Document is { DelimitedText: not null } document && await Frames.ReadAsync(output) is { } text)
        {
            part = part with { Document = document with { DelimitedText = Encoding.UTF8.GetString(text) } };
        }

        return part.HasBytes ? part with { Bytes = await Frames.ReadAsync(output) } : part;
    }

    private async Task WatchAsync(ReadingBudget budget, CancellationToken cancelled, CancellationToken finished)
    {
        try
        {
            using var ticks = new PeriodicTimer(WatchEvery);
            while (await ticks.WaitForNextTickAsync(finished))
            {
                if (Stopwatch.GetTimestamp() > Interlocked.Read(ref deadline))
                {
                    Stop(ReaderEnd.TimedOut);
                }
                else if (ProcessGroup.ResidentBytes(process) > budget.GroupBytes)
                {
                    Stop(ReaderEnd.Exploded);
                }
            }
        }
        catch (OperationCanceledException)
        {
            if (cancelled.IsCancellationRequested)
            {
                Stop(ReaderEnd.Cancelled);
            }
        }
    }

    /// <summary>A page more adds its time once; a reader that claims more pages than a document may have gets nothing for them.</summary>
    private void Recognise(ReadingBudget budget)
    {
        RecognisedPages++;
        if (RecognisedPages == 1)
        {
            GiveTime(budget.Ocr);
        }
        else if (RecognisedPages <= ReadingLimits.Pages)
        {
            Interlocked.Add(ref deadline, (long)(budget.OcrFurtherPage.TotalSeconds * Stopwatch.Frequency));
        }
    }

    private void GiveTime(TimeSpan time) =>
        Interlocked.Exchange(ref deadline, Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency));

    private void Stop(ReaderEnd why)
    {
        Interlocked.CompareExchange(ref end, (int)why, -1);
        ProcessGroup.Kill(process);
    }

    private async Task SendAsync(Func<Stream, Task> send)
    {
        try
        {
            await send(process.StandardInput.BaseStream);
        }
        catch (IOException)
        {
            // It has ended; whoever listens to it finds out.
        }
    }

    private static async Task<string> ReadComplaintAsync(StreamReader errors)
    {
        var text = new StringBuilder();
        var buffer = new char[1024];
        while (await errors.ReadAsync(buffer) is > 0 and var count)
        {
            if (text.Length < CharactersOfComplaint)
            {
                text.Append(buffer, 0, count);
            }
        }

        return text.ToString();
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            process.StandardInput.Close();
            using var patience = new CancellationTokenSource(EndsWithin);
            await process.WaitForExitAsync(patience.Token);
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException)
        {
            ProcessGroup.Kill(process);
        }

        // What it started may outlive it.
        ProcessGroup.Kill(process);
        process.Dispose();
    }
}
