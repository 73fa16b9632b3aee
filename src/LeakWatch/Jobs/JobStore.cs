using System.Text.Json;
using LeakWatch.Core;
using LeakWatch.Data;
using Npgsql;
using NpgsqlTypes;

namespace LeakWatch.Jobs;

/// <summary>What a job row is asked and told, in SQL: each statement decides under the row's lock, so two workers never both win.</summary>
internal static class JobStore
{
    /// <summary>Asks for work, inside the transaction of what makes it necessary. Asked for while it runs, it runs once more.</summary>
    /// <param name="notBefore">From now; work that was asked for sooner stays sooner.</param>
    public static Task AddAsync(
        TenantTransaction unit, JobKind kind, Guid? shopId, Guid subjectId, Guid correlationId, CancellationToken cancellationToken, TimeSpan notBefore = default) =>
        ExecuteAsync(unit, """
            insert into leakwatch.jobs (organization_id, id, shop_id, name, version, subject_id, correlation_id, state, attempts, due_at, again, created_at)
              values ($1, $2, $3, $4, $5, $6, $7, 'WAITING', 0, now() + $8, false, now())
              on conflict (organization_id, name, subject_id) where state in ('WAITING', 'QUEUED', 'RUNNING')
              do update set again = jobs.again or jobs.state = 'RUNNING', due_at = least(jobs.due_at, now() + $8);
            """, cancellationToken, unit.Db.OrganizationId, Guid.CreateVersion7(), Or(shopId), kind.Name, kind.Version, subjectId, correlationId, notBefore);

    /// <summary>Whether the shop has unfinished jobs of a kind about anything but <paramref name="exceptSubject"/>.</summary>
    public static async Task<bool> HasOthersAsync(TenantTransaction unit, JobKind kind, Guid shopId, Guid exceptSubject, CancellationToken cancellationToken) =>
        (bool)(await ScalarAsync(unit, """
            select exists (select from leakwatch.jobs where organization_id = $1 and shop_id = $2 and name = $3
              and state in ('WAITING', 'QUEUED', 'RUNNING') and subject_id <> $4);
            """, cancellationToken, unit.Db.OrganizationId, shopId, kind.Name, exceptSubject))!;

    /// <summary>Lets waiting jobs of one shop into the queue while fewer than <paramref name="inFlight"/> of a kind are under way.</summary>
    public static async Task<IReadOnlyList<JobEnvelope>> AdmitAsync(TenantTransaction unit, Guid shopId, int inFlight, CancellationToken cancellationToken)
    {
        await ExecuteAsync(unit, "select pg_advisory_xact_lock(4001, hashtext($1::text));", cancellationToken, shopId);
        return await EnvelopesAsync(unit.Connection, """
            update leakwatch.jobs job set state = 'QUEUED', queued_at = now()
              where job.organization_id = $1 and job.state = 'WAITING' and job.id = any (array(
                with flying as materialized (
                  select name, count(*) as jobs from leakwatch.jobs
                    where organization_id = $1 and shop_id = $2 and state in ('QUEUED', 'RUNNING')
                    group by name),
                ranked as materialized (
                  select id, name, row_number() over (partition by name order by due_at, id) as place from leakwatch.jobs
                    where organization_id = $1 and shop_id = $2 and state = 'WAITING' and due_at <= now())
                select ranked.id from ranked left join flying using (name) where ranked.place + coalesce(flying.jobs, 0) <= $3))
              returning job.organization_id, job.id, job.shop_id, job.name, job.version, job.subject_id, job.correlation_id;
            """, cancellationToken, unit.Db.OrganizationId, shopId, inFlight);
    }

    /// <returns>The number of this attempt and how long the outage has lasted that the job waited for; null when somebody else has it or it is done.</returns>
    public static async Task<(int Attempt, TimeSpan? OutageFor)?> ClaimAsync(TenantTransaction unit, Guid jobId, string worker, TimeSpan lease, CancellationToken cancellationToken)
    {
        await using var command = Command(unit.Connection, """
            update leakwatch.jobs set state = 'RUNNING', claimed_by = $3, claimed_until = now() + $4, attempts = attempts + 1, again = false
              where organization_id = $1 and id = $2 and (state in ('WAITING', 'QUEUED') or (state = 'RUNNING' and claimed_until < now()))
              returning attempts, now() - outage_since;
            """, [unit.Db.OrganizationId, jobId, worker, lease]);
        await using var claimed = await command.ExecuteReaderAsync(cancellationToken);
        return await claimed.ReadAsync(cancellationToken)
            ? (claimed.GetInt32(0), claimed.IsDBNull(1) ? null : claimed.GetTimeSpan(1))
            : null;
    }

    /// <summary>Holds the row until the transaction ends. False: the claim was lost, and nothing more may be written for it.</summary>
    public static async Task<bool> LockClaimAsync(TenantTransaction unit, JobRun run, CancellationToken cancellationToken) =>
        await ScalarAsync(unit, """
            select 1 from leakwatch.jobs where organization_id = $1 and id = $2 and state = 'RUNNING' and claimed_by = $3 and attempts = $4 for update;
            """, cancellationToken, unit.Db.OrganizationId, run.JobId, run.Worker, run.Attempt) is not null;

    /// <summary>Done: the row goes, or waits again when it was asked for meanwhile.</summary>
    public static Task FinishAsync(TenantTransaction unit, Guid jobId, CancellationToken cancellationToken) =>
        ExecuteAsync(unit, """
            with held as (select again from leakwatch.jobs where organization_id = $1 and id = $2 for update),
            gone as (delete from leakwatch.jobs using held where organization_id = $1 and id = $2 and not held.again)
            update leakwatch.jobs set state = 'WAITING', attempts = 0, again = false, due_at = now(), claimed_by = null, claimed_until = null,
                outage_since = null, error_code = null, error_message = null
              from held where organization_id = $1 and id = $2 and held.again;
            """, cancellationToken, unit.Db.OrganizationId, jobId);

    public static Task PauseAsync(TenantTransaction unit, Guid jobId, TimeSpan pause, string message, CancellationToken cancellationToken) =>
        ExecuteAsync(unit, """
            update leakwatch.jobs set state = 'WAITING', due_at = now() + $3, error_code = null, error_message = $4, outage_since = null,
                claimed_by = null, claimed_until = null
              where organization_id = $1 and id = $2;
            """, cancellationToken, unit.Db.OrganizationId, jobId, pause, message);

    /// <summary>Waits for an outage to end; the attempt does not count.</summary>
    public static Task WaitOutAsync(TenantTransaction unit, Guid jobId, TimeSpan pause, string code, string reason, CancellationToken cancellationToken) =>
        ExecuteAsync(unit, """
            update leakwatch.jobs set state = 'WAITING', due_at = now() + $3, error_code = $4, error_message = $5,
                outage_since = coalesce(outage_since, now()), attempts = greatest(attempts - 1, 0), claimed_by = null, claimed_until = null
              where organization_id = $1 and id = $2;
            """, cancellationToken, unit.Db.OrganizationId, jobId, pause, code, reason);

    /// <summary>An outage is over, as one job of the shop has shown: the others that wait for it need not wait for their pauses.</summary>
    public static Task EndOutageAsync(TenantTransaction unit, Guid? shopId, CancellationToken cancellationToken) =>
        ExecuteAsync(unit, """
            update leakwatch.jobs set due_at = now()
              where organization_id = $1 and shop_id = $2 and state = 'WAITING' and outage_since is not null and due_at > now();
            """, cancellationToken, unit.Db.OrganizationId, Or(shopId));

    /// <summary>Put back by a worker that shuts down; the attempt does not count.</summary>
    public static Task ReleaseAsync(TenantTransaction unit, Guid jobId, CancellationToken cancellationToken) =>
        ExecuteAsync(unit, """
            update leakwatch.jobs set state = 'WAITING', due_at = now(), attempts = greatest(attempts - 1, 0), claimed_by = null, claimed_until = null
              where organization_id = $1 and id = $2;
            """, cancellationToken, unit.Db.OrganizationId, jobId);

    /// <summary>Failed for good, until a person retries it. What was asked for meanwhile is a job of its own.</summary>
    public static async Task MarkDeadAsync(TenantTransaction unit, Guid jobId, Error reason, CancellationToken cancellationToken)
    {
        await ExecuteAsync(unit, """
            update leakwatch.jobs set state = 'DEAD', error_code = $3, error_message = $4, claimed_by = null, claimed_until = null
              where organization_id = $1 and id = $2;
            """, cancellationToken, unit.Db.OrganizationId, jobId, reason.Code, reason.Message);
        await ExecuteAsync(unit, """
            insert into leakwatch.jobs (organization_id, id, shop_id, name, version, subject_id, correlation_id, state, attempts, due_at, again, created_at)
              select organization_id, $3, shop_id, name, version, subject_id, correlation_id, 'WAITING', 0, now(), false, now()
                from leakwatch.jobs where organization_id = $1 and id = $2 and again;
            """, cancellationToken, unit.Db.OrganizationId, jobId, Guid.CreateVersion7());
    }

    /// <summary>Keeps a job that this release does not know, even where its row is not here.</summary>
    public static Task ParkAsync(TenantTransaction unit, JobEnvelope job, CancellationToken cancellationToken) =>
        ExecuteAsync(unit, """
            insert into leakwatch.jobs (organization_id, id, shop_id, name, version, subject_id, correlation_id, state, attempts, due_at, again, created_at)
              values ($1, $2, $3, $4, $5, $6, $7, 'PARKED', 0, now(), false, now())
              on conflict (organization_id, id) do update set state = 'PARKED' where jobs.state in ('WAITING', 'QUEUED');
            """, cancellationToken, unit.Db.OrganizationId, job.Ids.JobId, Or(job.ShopId), job.Name, job.Version, job.Ids.SubjectId, job.CorrelationId);

    /// <summary>A person lets a stopped job run again.</summary>
    /// <returns>Null when there is none, or the same work is already waiting.</returns>
    public static async Task<JobEnvelope?> RetryAsync(TenantTransaction unit, Guid jobId, CancellationToken cancellationToken) =>
        (await EnvelopesAsync(unit.Connection, """
            update leakwatch.jobs job set state = 'WAITING', attempts = 0, due_at = now(), error_code = null, error_message = null, outage_since = null
              where organization_id = $1 and id = $2 and state in ('DEAD', 'PARKED')
                and not exists (select from leakwatch.jobs other where other.organization_id = $1 and other.name = job.name
                  and other.subject_id = job.subject_id and other.state in ('WAITING', 'QUEUED', 'RUNNING'))
              returning job.organization_id, job.id, job.shop_id, job.name, job.version, job.subject_id, job.correlation_id;
            """, cancellationToken, unit.Db.OrganizationId, jobId)).SingleOrDefault();

    /// <summary>The same work was asked for anew, so what had stopped need not be looked at any more.</summary>
    public static Task ForgetStoppedAsync(TenantTransaction unit, Guid subjectId, CancellationToken cancellationToken) =>
        ExecuteAsync(unit, "delete from leakwatch.jobs where organization_id = $1 and subject_id = $2 and state = 'DEAD';", cancellationToken, unit.Db.OrganizationId, subjectId);

    /// <summary>Over all tenants: takes back what gone workers held, and announces what is due or was lost by the queue.</summary>
    public static async Task<IReadOnlyList<JobEnvelope>> FindDueAsync(
        NpgsqlConnection connection, int inFlight, TimeSpan requeueAfter, IEnumerable<JobKind> known, CancellationToken cancellationToken)
    {
        const int Batch = 200;
        var kinds = JsonSerializer.Serialize(known.Select(kind => new Dictionary<string, object> { ["name"] = kind.Name, ["version"] = kind.Version }));
        return await EnvelopesAsync(connection,
            "select organization_id, id, shop_id, name, version, subject_id, correlation_id from leakwatch.find_due_jobs($1, $2, $3, $4::jsonb);",
            cancellationToken, inFlight, requeueAfter, Batch, kinds);
    }

    private static object Or(Guid? id) => id ?? (object)DBNull.Value;

    private static async Task ExecuteAsync(TenantTransaction unit, string sql, CancellationToken cancellationToken, params object[] values)
    {
        await using var command = Command(unit.Connection, sql, values);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<object?> ScalarAsync(TenantTransaction unit, string sql, CancellationToken cancellationToken, params object[] values)
    {
        await using var command = Command(unit.Connection, sql, values);
        return await command.ExecuteScalarAsync(cancellationToken);
    }

    private static async Task<IReadOnlyList<JobEnvelope>> EnvelopesAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken, params object[] values)
    {
        var envelopes = new List<JobEnvelope>();
        await using var command = Command(connection, sql, values);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            envelopes.Add(new(rows.GetString(3), rows.GetInt32(4), rows.GetGuid(0), rows.IsDBNull(2) ? null : rows.GetGuid(2),
                new(rows.GetGuid(1), rows.GetGuid(5)), rows.GetGuid(6)));
        }

        return envelopes;
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, object[] values)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
        {
            command.Parameters.Add(value is DBNull ? new NpgsqlParameter { Value = value, NpgsqlDbType = NpgsqlDbType.Uuid } : new NpgsqlParameter { Value = value });
        }

        return command;
    }
}
