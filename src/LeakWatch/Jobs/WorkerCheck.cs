using Npgsql;

namespace LeakWatch.Jobs;

internal enum WorkerStatus
{
    /// <summary>A worker has run a synthetic job.</summary>
    Ok,

    /// <summary>None ran it in time, but jobs are running whose worker is alive: all hands are full.</summary>
    Busy,

    /// <summary>A worker has a pulse and does not take what the queue has for it.</summary>
    Silent,

    /// <summary>No worker has a pulse.</summary>
    Absent,

    QueueDown,
    DatabaseDown,
}

/// <param name="Evidence">Null: the database could not be asked.</param>
internal sealed record WorkerAnswer(WorkerStatus Status, WorkerEvidence? Evidence);

/// <summary>
/// Whether work that is put into the queue is done, found out by doing some. Only on demand: a synthetic job costs queue
/// commands. However many ask, one process has one question under way, and all processes together send at most one job
/// in 20 seconds.
/// </summary>
internal sealed class WorkerCheck(WorkerProbes probes, Pipeline pipeline, TimeProvider time)
{
    /// <summary>From the question to the answer, whatever it is.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>An answer is given again for so long without asking anybody.</summary>
    private static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(5);

    /// <summary>A queue loses a message now and then; running a synthetic job twice does no harm.</summary>
    private static readonly TimeSpan SentOnceMoreAfter = TimeSpan.FromSeconds(7);

    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(500);

    private readonly Lock gate = new();
    private Task<WorkerAnswer> underWay = Task.FromResult(new WorkerAnswer(WorkerStatus.Absent, null));
    private DateTimeOffset keptUntil = DateTimeOffset.MinValue;

    public Task<WorkerAnswer> AskAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (underWay.IsCompleted && time.GetUtcNow() >= keptUntil)
            {
                underWay = Task.Run(AskAndKeepAsync, CancellationToken.None);
            }

            return underWay.WaitAsync(cancellationToken);
        }
    }

    private async Task<WorkerAnswer> AskAndKeepAsync()
    {
        using var limit = new CancellationTokenSource(Patience, time);
        var known = new Knowledge();
        try
        {
            await ProveAsync(known, limit.Token);
        }
        catch (Exception failure) when (failure is NpgsqlException or TimeoutException or OperationCanceledException)
        {
            known.IsDatabaseDown = failure is not OperationCanceledException || known.Evidence is null;
        }

        keptUntil = time.GetUtcNow() + KeptFor;
        return new(known.Status, known.Evidence);
    }

    /// <summary>Returns when a worker is proven or the queue takes nothing; else until it is cancelled.</summary>
    private async Task ProveAsync(Knowledge known, CancellationToken cancellationToken)
    {
        var probe = new ProbeEnvelope(Guid.CreateVersion7());
        var isOurs = await probes.AskAsync(probe.Probe, cancellationToken);
        var asked = time.GetTimestamp();
        known.IsQueueDown = isOurs && !await TellQueueAsync(probe, cancellationToken);
        var isSentOnceMore = false;
        while (true)
        {
            known.Evidence = await probes.LookAsync(cancellationToken);
            if (known.Evidence.IsProven || known.IsQueueDown)
            {
                return;
            }

            if (isOurs && !isSentOnceMore && time.GetElapsedTime(asked) >= SentOnceMoreAfter)
            {
                isSentOnceMore = true;
                known.IsQueueDown = !await TellQueueAsync(probe, cancellationToken);
            }

            await Task.Delay(LookEvery, time, cancellationToken);
        }
    }

    /// <summary>The queue's client blocks, and the first call connects.</summary>
    private Task<bool> TellQueueAsync(ProbeEnvelope probe, CancellationToken cancellationToken) =>
        Task.Run(() => pipeline.TryAnnounce(probe), cancellationToken).WaitAsync(cancellationToken);

    private sealed class Knowledge
    {
        public WorkerEvidence? Evidence { get; set; }

        public bool IsQueueDown { get; set; }

        public bool IsDatabaseDown { get; set; }

        public WorkerStatus Status => this switch
        {
            { IsDatabaseDown: true } or { Evidence: null } => WorkerStatus.DatabaseDown,
            { Evidence.IsProven: true } => WorkerStatus.Ok,
            { IsQueueDown: true } => WorkerStatus.QueueDown,
            { Evidence.Running: > 0 } => WorkerStatus.Busy,
            { Evidence.HasPulse: true } => WorkerStatus.Silent,
            _ => WorkerStatus.Absent,
        };
    }
}
