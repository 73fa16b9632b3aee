using System.Text.Json;
using System.Text.Json.Serialization;
using LeakWatch.Core.Operations;
using LeakWatch.Data;
using Npgsql;
using NpgsqlTypes;

namespace LeakWatch.Operations;

/// <param name="Known">Every alert there has been.</param>
/// <param name="PendingChannels">Notices that some channel has not taken yet.</param>
/// <param name="Documents">How many document versions are on their way, by state.</param>
/// <param name="Now">By the database's clock.</param>
internal sealed record WatchedState(
    Observation Seen, IReadOnlyList<KnownAlert> Known, IReadOnlyList<PendingNotice> PendingChannels, IReadOnlyDictionary<string, long> Documents, DateTimeOffset Now);

internal sealed record PendingNotice(AlertNotice Notice, IReadOnlyList<string> Channels);

/// <summary>What the watcher asks and tells the database.</summary>
internal static class Alerts
{
    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };

    /// <summary>Everything in one round trip.</summary>
    /// <param name="schedules">Names of what should come round in this configuration.</param>
    public static async Task<WatchedState> LoadAsync(NpgsqlDataSource source, IReadOnlyList<string> schedules, CancellationToken cancellationToken)
    {
        await using var unit = await SystemUnit.BeginAsync(source, cancellationToken);
        await using var batch = new NpgsqlBatch(unit.Connection);
        batch.BatchCommands.Add(new("""
            with counted as (
              select name, tries, failed, minute > now() - $1 as is_of_jobs, minute > now() - $2 as is_of_requests from leakwatch.tallies where minute > now() - $2 - $3),
            sums as (
              select
                  coalesce(sum(tries) filter (where name = 'Jobs' and is_of_jobs), 0)::bigint, coalesce(sum(failed) filter (where name = 'Jobs' and is_of_jobs), 0)::bigint,
                  coalesce(sum(tries) filter (where name = 'Requests' and is_of_requests), 0)::bigint, coalesce(sum(failed) filter (where name = 'Requests' and is_of_requests), 0)::bigint,
                  coalesce(sum(tries) filter (where name = 'Requests' and not is_of_requests), 0)::bigint, coalesce(sum(failed) filter (where name = 'Requests' and not is_of_requests), 0)::bigint
                from counted)
            select sums.*,
                array(select schedule.name from leakwatch.schedules schedule where schedule.name = any($4) and (schedule.due_at < now() - $5 or schedule.failures >= $6)),
                watched.lag, watched.dead, now()
              from sums, leakwatch.watched_jobs() watched
            """)
        {
            Parameters =
            {
                new() { Value = AlertPolicy.JobWindow },
                new() { Value = AlertPolicy.RequestWindow },
                new() { Value = AlertPolicy.UsualWindow },
                new() { Value = schedules.ToArray() },
                new() { Value = AlertPolicy.ScheduleGrace },
                new() { Value = AlertPolicy.ScheduleFailures },
            },
        });
        batch.BatchCommands.Add(new("select kind, is_on, since, notified_at, notified_value, notice, pending_channels from leakwatch.alerts"));
        batch.BatchCommands.Add(new("select state, documents from leakwatch.unfinished_documents()"));
        batch.BatchCommands.Add(new("select code, lasted from leakwatch.outages()"));
        await using var rows = await batch.ExecuteReaderAsync(cancellationToken);
        await rows.ReadAsync(cancellationToken);
        var seen = new Observation
        {
            Jobs = new(rows.GetInt64(0), rows.GetInt64(1)),
            Requests = new(rows.GetInt64(2), rows.GetInt64(3)),
            UsualRequests = new(rows.GetInt64(4), rows.GetInt64(5)),
            MissedSchedules = rows.GetFieldValue<string[]>(6),
            QueueLag = rows.GetFieldValue<TimeSpan>(7),
            DeadJobs = (int)rows.GetInt64(8),
        };
        var now = rows.GetFieldValue<DateTimeOffset>(9);
        await rows.NextResultAsync(cancellationToken);
        var (known, pending) = await ReadAlertsAsync(rows, cancellationToken);
        await rows.NextResultAsync(cancellationToken);
        var documents = new Dictionary<string, long>(StringComparer.Ordinal);
        while (await rows.ReadAsync(cancellationToken))
        {
            documents[rows.GetString(0)] = rows.GetInt64(1);
        }

        await rows.NextResultAsync(cancellationToken);
        var outages = new List<(string Code, TimeSpan Lasted)>();
        while (await rows.ReadAsync(cancellationToken))
        {
            outages.Add((rows.GetString(0), rows.GetTimeSpan(1)));
        }

        return new(seen with { Outages = outages }, known, pending, documents, now);
    }

    /// <summary>Before anything is told: whoever comes after a crash tells what was not.</summary>
    public static async Task SaveAsync(NpgsqlDataSource source, IReadOnlyList<AlertStep> steps, IReadOnlyList<string> channels, CancellationToken cancellationToken)
    {
        await using var unit = await SystemUnit.BeginAsync(source, cancellationToken);
        await using var batch = new NpgsqlBatch(unit.Connection);
        foreach (var (state, notice) in steps)
        {
            batch.BatchCommands.Add(new("""
                insert into leakwatch.alerts (kind, is_on, since, notified_at, notified_value, notice, pending_channels) values ($1, $2, $3, $4, $5, $6, $7)
                  on conflict (kind) do update set is_on = excluded.is_on, since = excluded.since, notified_at = excluded.notified_at,
                    notified_value = excluded.notified_value, notice = excluded.notice, pending_channels = excluded.pending_channels
                """)
            {
                Parameters =
                {
                    new() { Value = state.Kind.ToString() },
                    new() { Value = state.IsOn },
                    new() { Value = state.Since.ToUniversalTime() },
                    new() { Value = state.NotifiedAt.ToUniversalTime() },
                    new() { Value = decimal.Round(state.NotifiedValue, 4) },
                    new() { Value = JsonSerializer.Serialize(notice, Json), NpgsqlDbType = NpgsqlDbType.Jsonb },
                    new() { Value = channels.ToArray() },
                },
            });
        }

        await batch.ExecuteNonQueryAsync(cancellationToken);
        await unit.CommitAsync(cancellationToken);
    }

    /// <summary>A channel has taken the notice of an alert.</summary>
    public static async Task ToldAsync(NpgsqlDataSource source, AlertKind kind, string channel, CancellationToken cancellationToken)
    {
        await using var unit = await SystemUnit.BeginAsync(source, cancellationToken);
        await using var told = new NpgsqlCommand("update leakwatch.alerts set pending_channels = array_remove(pending_channels, $2) where kind = $1", unit.Connection)
        {
            Parameters = { new() { Value = kind.ToString() }, new() { Value = channel } },
        };
        await told.ExecuteNonQueryAsync(cancellationToken);
        await unit.CommitAsync(cancellationToken);
    }

    /// <remarks>An alert of another release, whose kind this one does not know, is left alone.</remarks>
    private static async Task<(List<KnownAlert> Known, List<PendingNotice> PendingChannels)> ReadAlertsAsync(NpgsqlDataReader rows, CancellationToken cancellationToken)
    {
        var (known, pending) = (new List<KnownAlert>(), new List<PendingNotice>());
        while (await rows.ReadAsync(cancellationToken))
        {
            if (!Enum.TryParse<AlertKind>(rows.GetString(0), out var kind))
            {
                continue;
            }

            known.Add(new(kind, rows.GetBoolean(1), rows.GetFieldValue<DateTimeOffset>(2), rows.GetFieldValue<DateTimeOffset>(3), rows.GetDecimal(4)));
            if (rows.GetFieldValue<string[]>(6) is { Length: > 0 } channels && JsonSerializer.Deserialize<AlertNotice>(rows.GetString(5), Json) is { } notice)
            {
                pending.Add(new(notice, channels));
            }
        }

        return (known, pending);
    }
}
