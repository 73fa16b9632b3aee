using LeakWatch.Data;
using Npgsql;

namespace LeakWatch.Jobs;

/// <summary>What the database knows of the workers.</summary>
/// <param name="IsProven">A synthetic job ran just now, or minutes ago in a worker that still lives.</param>
/// <param name="Release">Of the worker that ran the last synthetic job.</param>
/// <param name="LastJobAt">When it ran.</param>
/// <param name="SeenAt">The last heartbeat of any worker.</param>
/// <param name="HasPulse">That heartbeat is recent.</param>
/// <param name="Running">Jobs whose worker still renews its claim.</param>
internal sealed record WorkerEvidence(
    bool IsProven, string? Release, DateTimeOffset? LastJobAt, DateTimeOffset? SeenAt, bool HasPulse, long Running);

/// <summary>The rows behind synthetic jobs, all by the database's clock.</summary>
internal sealed class WorkerProbes(NpgsqlDataSource source)
{
    /// <summary>A synthetic job that ran so recently need not be repeated while its worker lives.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromMinutes(2);

    /// <summary>One that ran within this time proves a worker by itself.</summary>
    private static readonly TimeSpan JustNow = TimeSpan.FromSeconds(20);

    /// <summary>One that no worker has run for so long is given up, and another is sent.</summary>
    private static readonly TimeSpan SendAgainAfter = TimeSpan.FromSeconds(20);

    /// <summary>Asks for one, unless the last is fresh or another api process has just asked.</summary>
    /// <returns>Whether the queue is to be told.</returns>
    public async Task<bool> AskAsync(Guid probe, CancellationToken cancellationToken)
    {
        await using var unit = await SystemUnit.BeginAsync(source, cancellationToken);
        await using var ask = new NpgsqlCommand("select leakwatch.ask_worker($1, $2, $3, $4)", unit.Connection)
        {
            Parameters =
            {
                new() { Value = probe }, new() { Value = Fresh }, new() { Value = JustNow }, new() { Value = SendAgainAfter },
            },
        };
        var isNew = (bool)(await ask.ExecuteScalarAsync(cancellationToken))!;
        await unit.CommitAsync(cancellationToken);
        return isNew;
    }

    /// <summary>By the worker that runs it; running it twice changes nothing.</summary>
    public async Task AnswerAsync(Guid probe, string worker, string release, CancellationToken cancellationToken)
    {
        await using var unit = await SystemUnit.BeginAsync(source, cancellationToken);
        await using var answer = new NpgsqlCommand("select leakwatch.answer_probe($1, $2, $3)", unit.Connection)
        {
            Parameters = { new() { Value = probe }, new() { Value = worker }, new() { Value = release } },
        };
        await answer.ExecuteNonQueryAsync(cancellationToken);
        await unit.CommitAsync(cancellationToken);
    }

    public async Task<WorkerEvidence> LookAsync(CancellationToken cancellationToken)
    {
        await using var unit = await SystemUnit.BeginAsync(source, cancellationToken);
        await using var look = new NpgsqlCommand(
            "select is_proven, release, last_job_at, seen_at, has_pulse, running from leakwatch.worker_evidence($1, $2)",
            unit.Connection)
        {
            Parameters = { new() { Value = Fresh }, new() { Value = JustNow } },
        };
        await using var rows = await look.ExecuteReaderAsync(cancellationToken);
        await rows.ReadAsync(cancellationToken);
        var (isProven, hasPulse, running) = (rows.GetBoolean(0), rows.GetBoolean(4), rows.GetInt64(5));
        return new(isProven, Text(rows, 1), Moment(rows, 2), Moment(rows, 3), hasPulse, running);
    }

    private static string? Text(NpgsqlDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetString(column);

    private static DateTimeOffset? Moment(NpgsqlDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetFieldValue<DateTimeOffset>(column);
}
