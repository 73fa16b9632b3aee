using System.Diagnostics.CodeAnalysis;
using LeakWatch.Data;
using LeakWatch.Jobs;
using LeakWatch.Observability;
using Npgsql;

namespace LeakWatch.Hosting;

/// <summary>Adds this process's counts to those of all, once a minute, and asks nothing of the database while there are none.</summary>
internal sealed partial class CounterFlusher(Counters tallies, NpgsqlDataSource source, TimeProvider time, ILogger<CounterFlusher> logger) : BackgroundService
{
    private static readonly TimeSpan KeepEvery = TimeSpan.FromMinutes(1);

    public async Task KeepAsync(CancellationToken cancellationToken)
    {
        var taken = tallies.Take();
        if (taken.Count == 0)
        {
            return;
        }

        try
        {
            await SaveAsync(taken, cancellationToken);
        }
        catch
        {
            foreach (var (what, tries) in taken)
            {
                tallies.Add(what, tries);
            }

            throw;
        }
    }

    /// <remarks>Keeps what the last round left.</remarks>
    [SuppressMessage("Design", "CA1031", Justification = "A process that ends loses a minute of counts, whatever went wrong.")]
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            await KeepAsync(cancellationToken);
        }
        catch (Exception exception)
        {
            NotKept(exception);
        }
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => PeriodicWork.RunAsync(KeepEvery, time, KeepAsync, NotKept, stoppingToken, beginsAtOnce: false);

    private void NotKept(Exception exception) => Log.NotKept(logger, exception.GetType().Name, exception.Message);

    private async Task SaveAsync(IReadOnlyList<(Counter What, Core.Operations.Tries Tries)> taken, CancellationToken cancellationToken)
    {
        await using var unit = await SystemUnit.BeginAsync(source, cancellationToken);
        await using var batch = new NpgsqlBatch(unit.Connection);
        batch.BatchCommands.Add(new("""
            insert into leakwatch.tallies (name, minute, tries, failed)
              select counted.name, date_trunc('minute', now()), counted.tries, counted.failed from unnest($1, $2, $3) as counted(name, tries, failed)
              on conflict (name, minute) do update set tries = tallies.tries + excluded.tries, failed = tallies.failed + excluded.failed
            """)
        {
            Parameters =
            {
                new() { Value = taken.Select(one => one.What.ToString()).ToArray() },
                new() { Value = taken.Select(one => one.Tries.All).ToArray() },
                new() { Value = taken.Select(one => one.Tries.Failed).ToArray() },
            },
        });
        batch.BatchCommands.Add(new("delete from leakwatch.tallies where minute < now() - interval '1 day'"));
        await batch.ExecuteNonQueryAsync(cancellationToken);
        await unit.CommitAsync(cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Counts of jobs and requests were not kept ({Kind}: {Reason}); the next round tries again.")]
        public static partial void NotKept(ILogger logger, string kind, string reason);
    }
}
