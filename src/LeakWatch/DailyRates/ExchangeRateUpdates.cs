using System.Text.Json;
using LeakWatch.Core.Serialization;
using LeakWatch.Core.ShopKnowledge;
using LeakWatch.Data;
using LeakWatch.Jobs;
using LeakWatch.Providers;
using Npgsql;
using NpgsqlTypes;

namespace LeakWatch.DailyRates;

/// <summary>Fetches the rates of the days since the last fetch, once a day over all workers. What is stored stays in use while the source is down.</summary>
internal sealed partial class ExchangeRateUpdates(IServiceScopeFactory scopes, Schedules schedules, NpgsqlDataSource source, TimeProvider time, ILogger<ExchangeRateUpdates> logger)
    : BackgroundService
{
    public const string Schedule = "ExchangeRates";

    private const string Source = "ecb";

    /// <summary>The first fetch reaches back as far as charges are usually looked at.</summary>
    private const int DaysOfHistory = 2 * 365;

    /// <summary>Fetched anew, in case they were corrected.</summary>
    private const int DaysAgain = 5;

    /// <summary>In UTC. The source publishes at about 16:00 in Frankfurt.</summary>
    private static readonly TimeOnly Published = new(16, 30);

    private static readonly TimeSpan LookEvery = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    /// <summary>Does what is due.</summary>
    /// <returns>Whether something was, and could be done.</returns>
    public async Task<bool> UpdateAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await schedules.RunAsync(Schedule, Published, Lease, FetchAsync, cancellationToken);
        }
        catch (VendorUnavailableException outage)
        {
            Log.Unavailable(logger, outage.Message);
            return false;
        }
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        PeriodicWork.RunAsync(LookEvery, time, UpdateAsync, failure => Log.Unavailable(logger, failure.Message), stoppingToken);

    private async Task FetchAsync(CancellationToken cancellationToken)
    {
        await using var services = scopes.CreateAsyncScope();
        var tables = await services.ServiceProvider.GetRequiredService<IExchangeRates>().SinceAsync(await FirstDayAsync(cancellationToken), cancellationToken);
        await SaveAsync(tables, cancellationToken);
        Log.Updated(logger, tables.Count);
    }

    private async Task<DateOnly> FirstDayAsync(CancellationToken cancellationToken)
    {
        await using var unit = await SystemUnit.BeginAsync(source, cancellationToken);
        await using var newest = new NpgsqlCommand("select max(day) from leakwatch.exchange_rates where source = $1", unit.Connection) { Parameters = { new() { Value = Source } } };
        return await newest.ExecuteScalarAsync(cancellationToken) is DateOnly day
            ? day.AddDays(-DaysAgain)
            : DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).AddDays(-DaysOfHistory);
    }

    /// <summary>The same tables again change nothing.</summary>
    private async Task SaveAsync(IReadOnlyList<ExchangeRates> tables, CancellationToken cancellationToken)
    {
        await using var unit = await SystemUnit.BeginAsync(source, cancellationToken);
        await using var save = new NpgsqlCommand("""
            insert into leakwatch.exchange_rates (day, base_currency, rates, source)
              select table_.day, table_.base, table_.rates::jsonb, $4 from unnest($1, $2, $3) as table_(day, base, rates)
              on conflict (day, base_currency) do update set rates = excluded.rates, source = excluded.source
                where exchange_rates.rates <> excluded.rates or exchange_rates.source <> excluded.source
            """, unit.Connection)
        {
            Parameters =
            {
                new() { Value = tables.Select(table => table.AsOf!.Value).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Date },
                new() { Value = tables.Select(table => table.Base).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text },
                new()
                {
                    Value = tables.Select(table => JsonSerializer.Serialize(table.Rates.ToDictionary(), ContextJson.Default.DictionaryStringDecimalValue)).ToArray(),
                    NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text,
                },
                new() { Value = Source },
            },
        };
        await save.ExecuteNonQueryAsync(cancellationToken);
        await unit.CommitAsync(cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Exchange rates of {Days} days were fetched.")]
        public static partial void Updated(ILogger logger, int days);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Exchange rates could not be updated ({Reason}); those that are stored stay in use, and it is tried again.")]
        public static partial void Unavailable(ILogger logger, string reason);
    }
}
