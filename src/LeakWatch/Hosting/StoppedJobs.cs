using LeakWatch.Data;
using LeakWatch.Documents;
using LeakWatch.Jobs;
using Npgsql;

namespace LeakWatch.Hosting;

/// <summary>What operators ask about jobs of all tenants, through the operators' port and <c>leakwatch jobs</c>.</summary>
internal static class StoppedJobs
{
    /// <summary>Dead and parked ones, the newest first.</summary>
    public static async Task<List<StoppedJobView>> ListAsync(NpgsqlDataSource source, int most, CancellationToken cancellationToken)
    {
        var jobs = new List<StoppedJobView>();
        await using var unit = await SystemUnit.BeginAsync(source, cancellationToken);
        await using var question = new NpgsqlCommand(
            "select organization_id, id, shop_id, name, version, subject_id, correlation_id, state, attempts, error_code, error_message, created_at from leakwatch.stopped_jobs($1)",
            unit.Connection)
        {
            Parameters = { new() { Value = most } },
        };
        await using var rows = await question.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            jobs.Add(new(
                rows.GetGuid(0), rows.GetGuid(1), rows.IsDBNull(2) ? null : rows.GetGuid(2), rows.GetString(3), rows.GetInt32(4), rows.GetGuid(5), rows.GetGuid(6),
                rows.GetString(7), rows.GetInt32(8), rows.IsDBNull(9) ? null : rows.GetString(9), rows.IsDBNull(10) ? null : rows.GetString(10), rows.GetFieldValue<DateTimeOffset>(11)));
        }

        return jobs;
    }

    /// <summary>Counts by kind and state; what is done has no row.</summary>
    public static async Task<List<UnfinishedJobsView>> CountAsync(NpgsqlDataSource source, CancellationToken cancellationToken)
    {
        var counts = new List<UnfinishedJobsView>();
        await using var unit = await SystemUnit.BeginAsync(source, cancellationToken);
        await using var question = new NpgsqlCommand("select name, state, jobs, oldest from leakwatch.unfinished_jobs() order by name, state", unit.Connection);
        await using var rows = await question.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            counts.Add(new(rows.GetString(0), rows.GetString(1), rows.GetInt64(2), rows.GetFieldValue<DateTimeOffset>(3)));
        }

        return counts;
    }

    /// <summary>Lets a stopped job run again, its document with it. A worker finds it within seconds.</summary>
    /// <returns>The job; null when there is no such stopped job.</returns>
    public static async Task<JobEnvelope?> RetryAsync(TenantDatabase database, Guid organizationId, Guid jobId, CancellationToken cancellationToken)
    {
        await using var unit = await database.BeginAsync(organizationId, cancellationToken);
        if (await JobStore.RetryAsync(unit, jobId, cancellationToken) is not { } job)
        {
            return null;
        }

        await DocumentRetries.OfJobAsync(unit.Db, job, cancellationToken);
        await unit.CommitAsync(cancellationToken);
        return job;
    }
}

/// <param name="State">DEAD (it failed as often as it may) or PARKED (this release does not know it).</param>
internal sealed record StoppedJobView(
    Guid OrganizationId, Guid JobId, Guid? ShopId, string Name, int Version, Guid SubjectId, Guid CorrelationId, string State, int Attempts, string? ErrorCode, string? ErrorMessage,
    DateTimeOffset CreatedAt);

/// <param name="Oldest">When the oldest of them was asked for.</param>
internal sealed record UnfinishedJobsView(string Name, string State, long Jobs, DateTimeOffset Oldest);
