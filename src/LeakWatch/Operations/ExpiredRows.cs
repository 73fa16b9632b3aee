using LeakWatch.Data;
using LeakWatch.Jobs;
using Npgsql;

namespace LeakWatch.Operations;

/// <summary>Once a day over all workers, takes away what has had its time: answers of a language model after 30 days, keys of requests after two.</summary>
internal sealed partial class ExpiredRows(Schedules schedules, NpgsqlDataSource source, TimeProvider time, ILogger<ExpiredRows> logger) : BackgroundService
{
    public const string Schedule = "ExpiredRows";

    /// <summary>Few enough to hold no lock for long.</summary>
    private const int Batch = 5_000;

    /// <summary>In UTC: when the fewest look.</summary>
    private static readonly TimeOnly Night = new(3, 0);

    private static readonly TimeSpan LookEvery = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(30);

    /// <returns>Whether it was due, and is done.</returns>
    public Task<bool> ForgetAsync(CancellationToken cancellationToken) => schedules.RunAsync(Schedule, Night, Lease, ForgetAllAsync, cancellationToken);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        PeriodicWork.RunAsync(LookEvery, time, ForgetAsync, failure => Log.Failed(logger, failure.GetType().Name, failure.Message), stoppingToken);

    private async Task ForgetAllAsync(CancellationToken cancellationToken)
    {
        var all = 0;
        int some;
        do
        {
            some = await ForgetSomeAsync(cancellationToken);
            all += some;
        }
        while (some >= Batch);
        Log.Forgot(logger, all);
    }

    private async Task<int> ForgetSomeAsync(CancellationToken cancellationToken)
    {
        await using var unit = await SystemUnit.BeginAsync(source, cancellationToken);
        await using var forget = new NpgsqlCommand("select leakwatch.forget_expired($1)", unit.Connection) { Parameters = { new() { Value = Batch } } };
        var gone = (int)(await forget.ExecuteScalarAsync(cancellationToken))!;
        await unit.CommitAsync(cancellationToken);
        return gone;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "{Rows} rows had had their time and are gone.")]
        public static partial void Forgot(ILogger logger, int rows);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Rows that have had their time could not be taken away ({Kind}: {Reason}); it is tried again.")]
        public static partial void Failed(ILogger logger, string kind, string reason);
    }
}
