using LeakWatch.Data;
using Npgsql;

namespace LeakWatch.Jobs;

/// <summary>
/// The worker's pulse, all of it in Postgres: renews claims, takes back what gone workers held, announces what is due, and what the queue lost.
/// </summary>
internal sealed partial class WorkerLoop(NpgsqlDataSource source, TenantDatabase database, Pipeline pipeline, WorkerIdentity worker, TimeProvider time, ILogger<WorkerLoop> logger)
    : BackgroundService
{
    private static readonly TimeSpan SearchEvery = TimeSpan.FromSeconds(2);

    /// <summary>A shop's day begins in its own zone; renewals come nearer and trials end without a new document.</summary>
    private static readonly TimeSpan NewDayEvery = TimeSpan.FromMinutes(5);

    private const int ShopsPerRound = 50;

    /// <summary>Announced so long ago and still not claimed, while a hand is free: the queue has lost it, or woke nobody.</summary>
    private static readonly TimeSpan SuspectAfter = TimeSpan.FromSeconds(6);

    /// <summary>A full queue may take that long; only then is a job announced once more in any case.</summary>
    private static readonly TimeSpan RequeueAfter = TimeSpan.FromMinutes(10);

    private readonly DateTimeOffset startedAt = time.GetUtcNow();

    /// <summary>Of the round before; at first nothing says that this worker had time to take what waits.</summary>
    private long takenBefore = -1;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(RunAsync(WorkerIdentity.RenewEvery, RenewAsync, stoppingToken), RunAsync(SearchEvery, SearchAsync, stoppingToken), RunAsync(NewDayEvery, BeginDayAsync, stoppingToken));

    /// <remarks>An outage of Postgres ends a round, not the loop.</remarks>
    private Task RunAsync(TimeSpan pause, Func<CancellationToken, Task> round, CancellationToken stoppingToken) =>
        PeriodicWork.RunAsync(pause, time, round, failure => Log.RoundFailed(logger, failure.GetType().Name, failure.Message), stoppingToken);

    /// <summary>Each claim by itself: a job that saves holds its row and may wait for another of ours, which would wait for it here.</summary>
    private Task RenewAsync(CancellationToken cancellationToken)
    {
        Guid[] running = [.. worker.Running.Keys];
        return running.Length == 0 ? RenewAsync([], cancellationToken) : Task.WhenAll(running.Select(job => RenewAsync([job], cancellationToken)));
    }

    private async Task RenewAsync(Guid[] jobs, CancellationToken cancellationToken)
    {
        await using var unit = await SystemUnit.BeginAsync(source, cancellationToken);
        await using var renewal = new NpgsqlCommand("select leakwatch.renew_claims($1, $2, $3, $4);", unit.Connection)
        {
            Parameters = { new() { Value = worker.Id }, new() { Value = WorkerIdentity.Lease }, new() { Value = startedAt.ToUniversalTime() }, new() { Value = jobs } },
        };
        await renewal.ExecuteNonQueryAsync(cancellationToken);
        await unit.CommitAsync(cancellationToken);
    }

    /// <remarks>
    /// Whoever has a free hand and took nothing for a whole round would have taken what the queue holds. The queue itself cannot be asked: it believes for an hour that a
    /// killed worker still runs what it had taken.
    /// </remarks>
    private async Task SearchAsync(CancellationToken cancellationToken)
    {
        var (taken, hadFreeHand) = (worker.Taken, worker.HasFreeHand);
        var isIdle = hadFreeHand && taken == takenBefore;
        takenBefore = taken;
        await using var unit = await SystemUnit.BeginAsync(source, cancellationToken);
        var due = await JobStore.FindDueAsync(unit.Connection, Pipeline.InFlightPerShop, isIdle ? SuspectAfter : RequeueAfter, pipeline.Kinds, cancellationToken);
        await unit.CommitAsync(cancellationToken);
        foreach (var envelope in due)
        {
            pipeline.Announce(envelope);
        }
    }

    /// <summary>Shops that were last looked at from an earlier day are looked at again, the longest forgotten first.</summary>
    private async Task BeginDayAsync(CancellationToken cancellationToken)
    {
        var shops = new List<(Guid Organization, Guid Shop)>();
        await using (var system = await SystemUnit.BeginAsync(source, cancellationToken))
        {
            await using var search = new NpgsqlCommand("select organization_id, shop_id from leakwatch.shops_of_another_day($1);", system.Connection) { Parameters = { new() { Value = ShopsPerRound } } };
            await using var rows = await search.ExecuteReaderAsync(cancellationToken);
            while (await rows.ReadAsync(cancellationToken))
            {
                shops.Add((rows.GetGuid(0), rows.GetGuid(1)));
            }
        }

        foreach (var (organization, shop) in shops)
        {
            await using var unit = await database.BeginAsync(organization, cancellationToken);
            await Pipeline.LedgerChanged(unit, shop, Guid.CreateVersion7(), cancellationToken);
            await unit.CommitAsync(cancellationToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The worker's round failed ({Kind}: {Reason}); the next one tries again.")]
        public static partial void RoundFailed(ILogger logger, string kind, string reason);
    }
}
