using LeakWatch.Data;

namespace LeakWatch.Jobs;

/// <summary>
/// What runs after what, on which queue, and why. Jobs and endpoints say what happened; only this class says what is next. Each announcement is
/// two steps: a job row in the transaction of what happened, and afterwards a word to the queue, which may be lost: <see cref="WorkerLoop"/> finds it.
/// </summary>
internal sealed partial class Pipeline(TenantDatabase database, IJobQueue queue, ILogger<Pipeline> logger)
{
    /// <summary>Jobs of a kind that one shop may have in the queue: a shop with 500 documents takes turns with a shop that has one.</summary>
    public const int InFlightPerShop = 4;

    /// <summary>People wait for a document; detection of a shop waits for its documents.</summary>
    public const string Reading = "reading";
    public const string Detecting = "detecting";

    private static readonly TimeSpan Gathering = TimeSpan.FromSeconds(3);

    /// <summary>In the order in which a worker empties them: a detection that is due makes documents DONE and is short.</summary>
    public static readonly string[] Queues = [Detecting, Reading];

    public static readonly JobKind Process = new("ProcessDocument", 1, Reading, Attempts: 4, TimeSpan.FromSeconds(4), TimeSpan.FromMinutes(10));
    public static readonly JobKind Detect = new("DetectLeaks", 1, Detecting, Attempts: 6, TimeSpan.FromSeconds(4), TimeSpan.FromMinutes(10));

    public IReadOnlyList<JobKind> Kinds { get; } = [Process, Detect];

    /// <summary>The kind that runs this job; null when this release does not know it.</summary>
    public JobKind? KindOf(JobEnvelope job) => Kinds.FirstOrDefault(kind => kind.Name == job.Name && kind.Version == job.Version);

    /// <summary>A document's bytes are ours, or somebody asked for its failed step again.</summary>
    public static Task DocumentUploaded(TenantTransaction unit, DocumentVersion version, CancellationToken cancellationToken) =>
        JobStore.AddAsync(unit, Process, version.ShopId, version.Id, version.CorrelationId, cancellationToken);

    /// <summary>A document has given what it had. One detection run takes all that waits, so while others are being read it comes a little later.</summary>
    public static async Task DocumentNormalized(TenantTransaction unit, DocumentVersion version, CancellationToken cancellationToken)
    {
        var others = await JobStore.HasOthersAsync(unit, Process, version.ShopId, version.Id, cancellationToken);
        await JobStore.AddAsync(unit, Detect, version.ShopId, version.ShopId, version.CorrelationId, cancellationToken, others ? Gathering : TimeSpan.Zero);
    }

    /// <summary>Documents of the shop came, went or changed; <see cref="DetectionProgress"/> knows which.</summary>
    public static Task LedgerChanged(TenantTransaction unit, Guid shopId, Guid correlationId, CancellationToken cancellationToken) =>
        JobStore.AddAsync(unit, Detect, shopId, shopId, correlationId, cancellationToken);

    /// <summary>What is known about the shop beside its documents has changed: facts, answers, aliases, currency.</summary>
    public static async Task ContextChanged(TenantTransaction unit, Guid shopId, Guid correlationId, CancellationToken cancellationToken)
    {
        // The job before the rows that it writes, as detection takes them: the other way round each would wait for the other.
        await LedgerChanged(unit, shopId, correlationId, cancellationToken);
        await DetectionProgress.ContextChangedAsync(unit.Db, shopId, cancellationToken);
    }

    /// <summary>After the commit: tells the queue what of this shop may run now. A queue that is down costs time, not work.</summary>
    public async Task AnnounceAsync(Guid organizationId, Guid? shopId, CancellationToken cancellationToken)
    {
        if (shopId is not { } shop)
        {
            return;
        }

        await using var unit = await database.BeginAsync(organizationId, cancellationToken);
        var admitted = await JobStore.AdmitAsync(unit, shop, InFlightPerShop, cancellationToken);
        await unit.CommitAsync(cancellationToken);
        foreach (var envelope in admitted)
        {
            Announce(envelope);
        }
    }

    public void Announce(JobEnvelope envelope)
    {
        using var scope = logger.BeginScope(envelope.LogScope());
        _ = TryAnnounce(envelope.Name, () => queue.Announce(envelope, KindOf(envelope)?.Queue ?? Reading));
    }

    /// <summary>On the queue that is emptied first: whether a worker lives must not wait for documents.</summary>
    /// <returns>False when the queue did not take it.</returns>
    public bool TryAnnounce(ProbeEnvelope probe) => TryAnnounce("WorkerProbe", () => queue.Announce(probe, Queues[0]));

    private bool TryAnnounce(string name, Action announce)
    {
        try
        {
            announce();
            Log.Announced(logger, name);
            return true;
        }
        catch (Exception exception) when (exception is StackExchange.Redis.RedisException or Hangfire.BackgroundJobClientException or TimeoutException or Npgsql.NpgsqlException)
        {
            Log.QueueIsDown(logger, name, exception.Message);
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "{Name} was announced.")]
        public static partial void Announced(ILogger logger, string name);

        [LoggerMessage(Level = LogLevel.Warning, Message = "The queue did not take {Name} ({Reason}); it is announced again when the queue is back.")]
        public static partial void QueueIsDown(ILogger logger, string name, string reason);
    }
}
