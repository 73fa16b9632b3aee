using LeakWatch.Data;
using LeakWatch.Jobs;
using LeakWatch.Tests.Providers.OpenAi;
using LeakWatch.Tests.Services;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace LeakWatch.Tests.Jobs;

/// <summary>The rows that say what there is to do: claimed once, taken back, fair between shops, never lost.</summary>
public sealed class JobStoreTests(PostgresService postgres) : IAsyncLifetime
{
    private static readonly JobKind Kind = new("Example", 1, "reading", 3, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Gone = TimeSpan.FromSeconds(-1);

    private TestDatabase database = null!;
    private WorkerShop shop = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        database = await postgres.CreateDatabaseAsync();
        shop = await WorkerShop.CreateAsync(database, Path.GetTempPath());
    }

    public async ValueTask DisposeAsync()
    {
        await shop.DisposeAsync();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task Work_that_is_asked_for_twice_before_it_runs_is_one_job()
    {
        var subject = Guid.CreateVersion7();
        await AddAsync(shop, subject);
        await AddAsync(shop, subject);

        Assert.Single(await JobsAsync(shop));
    }

    [Fact]
    public async Task Work_that_is_asked_for_while_it_runs_runs_once_more()
    {
        var subject = Guid.CreateVersion7();
        var job = await AddedAsync(shop, subject);
        await ClaimAsync(shop, job, "worker", Lease);
        await AddAsync(shop, subject);

        await FinishAsync(shop, job);

        var again = Assert.Single(await JobsAsync(shop));
        Assert.Equal((JobState.Waiting, 0), (again.State, again.Attempts));
        await ClaimAsync(shop, job, "worker", Lease);
        await FinishAsync(shop, job);
        Assert.Empty(await JobsAsync(shop));
    }

    [Fact]
    public async Task Work_that_is_asked_for_while_its_last_attempt_fails_is_a_new_job_beside_the_dead_one()
    {
        var subject = Guid.CreateVersion7();
        var job = await AddedAsync(shop, subject);
        await ClaimAsync(shop, job, "worker", Lease);
        await AddAsync(shop, subject);

        await MarkDeadAsync(shop, job);

        Assert.Equal([(JobState.Dead, 1), (JobState.Waiting, 0)], (await JobsAsync(shop)).OrderBy(one => one.Id).Select(one => (one.State, one.Attempts)));
    }

    [Fact]
    public async Task Of_many_workers_that_want_a_job_at_once_one_gets_it()
    {
        var job = await AddedAsync(shop, Guid.CreateVersion7());

        var attempts = await Task.WhenAll(Enumerable.Range(0, 16).Select(index => ClaimAsync(shop, job, $"worker {index}", Lease)));

        Assert.Equal(1, Assert.Single(attempts.OfType<int>()));
    }

    [Fact]
    public async Task A_worker_whose_claim_ran_out_may_write_nothing_more()
    {
        var job = await AddedAsync(shop, Guid.CreateVersion7());
        var lost = await RunAsync(job, "slow", Gone);
        await RunAsync(job, "quick", Lease);

        await Assert.ThrowsAsync<ClaimLostException>(() => lost.BeginAsync(Token));
    }

    [Fact]
    public async Task Jobs_of_a_worker_that_is_gone_are_announced_again_and_the_attempt_counts()
    {
        var job = await AddedAsync(shop, Guid.CreateVersion7());
        await ClaimAsync(shop, job, "gone", Gone);

        Assert.Equal(job.Id, Assert.Single(await FindDueAsync()).Ids.JobId);
        Assert.Equal(2, await ClaimAsync(shop, job, "successor", Lease));
    }

    [Fact]
    public async Task What_the_queue_lost_is_announced_again_once_it_is_known_to_be_lost()
    {
        await AddAsync(shop, Guid.CreateVersion7());
        Assert.Single(await FindDueAsync());

        Assert.Empty(await FindDueAsync(requeueAfter: TimeSpan.FromMinutes(1)));
        Assert.Single(await FindDueAsync(requeueAfter: TimeSpan.Zero));
    }

    [Fact]
    public async Task A_shop_with_500_documents_takes_turns_with_a_shop_that_has_one()
    {
        await using var small = await WorkerShop.CreateAsync(database, Path.GetTempPath());
        for (var index = 0; index < 500; index++)
        {
            await AddAsync(shop, Guid.CreateVersion7());
        }

        await AddAsync(small, Guid.CreateVersion7());

        var due = await FindDueAsync(inFlight: 4);

        Assert.Equal(4, due.Count(job => job.OrganizationId == shop.OrganizationId));
        Assert.Single(due, job => job.OrganizationId == small.OrganizationId);
        Assert.Empty(await FindDueAsync(inFlight: 4));
    }

    [Fact]
    public async Task Parallel_admissions_of_a_shop_never_let_more_in_than_it_may_have()
    {
        for (var index = 0; index < 20; index++)
        {
            await AddAsync(shop, Guid.CreateVersion7());
        }

        var admitted = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => shop.AdmitAsync(inFlight: 4)));

        Assert.Equal(4, admitted.Sum(one => one.Count));
    }

    [Fact]
    public async Task An_admission_leaves_a_job_that_was_claimed_while_it_looked_with_its_worker()
    {
        var job = await AddedAsync(shop, Guid.CreateVersion7());
        await using var claiming = await shop.BeginAsync();
        await JobStore.ClaimAsync(claiming, job.Id, "worker", Lease, Token);

        var admission = shop.AdmitAsync();
        await WaitingAsync(admission);
        await claiming.CommitAsync(Token);

        Assert.Empty(await admission);
        Assert.Equal(JobState.Running, Assert.Single(await JobsAsync(shop)).State);
    }

    [Fact]
    public async Task A_search_leaves_a_job_that_was_claimed_while_it_looked_with_its_worker()
    {
        var job = await AddedAsync(shop, Guid.CreateVersion7());
        Assert.Single(await FindDueAsync());
        await using var claiming = await shop.BeginAsync();
        await JobStore.ClaimAsync(claiming, job.Id, "worker", Lease, Token);

        var search = FindDueAsync(requeueAfter: TimeSpan.Zero);
        await WaitingAsync(search);
        await claiming.CommitAsync(Token);

        Assert.Empty(await search);
        Assert.Equal(JobState.Running, Assert.Single(await JobsAsync(shop)).State);
    }

    [Fact]
    public async Task Claims_are_renewed_while_one_of_them_saves_what_the_other_waits_for()
    {
        var log = new CollectedLogs();
        await using var host = WorkerHost.Build(database, shop.Folder, services => services.AddSingleton(log.Provider));
        var worker = host.Services.GetRequiredService<WorkerIdentity>();
        await InUnitAsync(shop, unit => LeakWatch.Jobs.Pipeline.LedgerChanged(unit, shop.ShopId, Guid.CreateVersion7(), Token));
        var detection = Assert.Single(await JobsAsync(shop));
        var reading = await AddedAsync(shop, Guid.CreateVersion7());
        foreach (var job in new[] { detection, reading })
        {
            await ClaimAsync(shop, job, worker.Id, Lease / 2);
            worker.Running[job.Id] = true;
        }

        await using var saving = await new JobRun(shop.Database, reading.Envelope, worker.Id, 1).BeginAsync(Token);
        using var loop = ActivatorUtilities.CreateInstance<WorkerLoop>(host.Services);
        await loop.StartAsync(Token);
        await WaitingAsync(Task.Delay(Timeout.Infinite, Token));
        await LeakWatch.Jobs.Pipeline.LedgerChanged(saving, shop.ShopId, Guid.CreateVersion7(), Token);
        await saving.CommitAsync(Token);
        while (!log.Lines.Any(line => line.Contains("round failed", StringComparison.Ordinal)) && await ClaimsLongerThanAsync(Lease / 2) < 2)
        {
            await Task.Yield();
        }

        await loop.StopAsync(Token);
        Assert.DoesNotContain(log.Lines, line => line.Contains("round failed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_admission_looks_at_the_table_as_often_whether_ten_jobs_wait_or_two_hundred()
    {
        const string Scans = "select coalesce(sum(idx_scan + seq_scan), 0)::bigint from pg_stat_xact_user_tables where schemaname = 'leakwatch' and relname = 'jobs'";
        async Task<long> ScansOfAdmissionAsync(int waiting)
        {
            for (var index = 0; index < waiting; index++)
            {
                await AddAsync(shop, Guid.CreateVersion7());
            }

            await using var unit = await shop.BeginAsync();
            // The counters also hold what this connection did before.
            var before = await ScansAsync(unit);
            await JobStore.AdmitAsync(unit, shop.ShopId, inFlight: 4, Token);
            return await ScansAsync(unit) - before;
        }

        static async Task<long> ScansAsync(TenantTransaction unit)
        {
            await using var scans = new NpgsqlCommand(Scans, unit.Connection);
            return (long)(await scans.ExecuteScalarAsync(Token))!;
        }

        var few = await ScansOfAdmissionAsync(10);
        Assert.Equal(few, await ScansOfAdmissionAsync(190));
    }

    [Fact]
    public async Task A_job_of_a_later_release_is_parked_and_taken_up_by_that_release()
    {
        var envelope = new JobEnvelope("Example", 99, shop.OrganizationId, shop.ShopId, new(Guid.CreateVersion7(), Guid.CreateVersion7()), Guid.CreateVersion7());
        await using (var unit = await shop.BeginAsync())
        {
            await JobStore.ParkAsync(unit, envelope, Token);
            await unit.CommitAsync(Token);
        }

        Assert.Empty(await FindDueAsync(known: [Kind]));
        Assert.Equal(envelope, Assert.Single(await FindDueAsync(known: [Kind with { Version = 99 }])));
    }

    [Fact]
    public async Task A_dead_job_stays_until_a_person_retries_it()
    {
        var job = await AddedAsync(shop, Guid.CreateVersion7());
        await ClaimAsync(shop, job, "worker", Lease);
        await MarkDeadAsync(shop, job);
        Assert.Empty(await FindDueAsync(requeueAfter: TimeSpan.Zero));
        Assert.Null(await ClaimAsync(shop, job, "worker", Lease));

        await InUnitAsync(shop, unit => JobStore.RetryAsync(unit, job.Id, Token));

        Assert.Equal(1, await ClaimAsync(shop, job, "worker", Lease));
    }

    private Task<int> ClaimsLongerThanAsync(TimeSpan lease) => shop.AskAsync(db =>
        db.Database.SqlQuery<int>($"select count(*)::integer as \"Value\" from leakwatch.jobs where claimed_until > now() + {lease}").SingleAsync(Token));

    /// <summary>Until somebody waits for a lock in this database.</summary>
    private async Task WaitingAsync(Task orEnds)
    {
        await using var all = NpgsqlDataSource.Create(database.SuperuserConnection);
        await using var question = all.CreateCommand("select exists (select from pg_stat_activity where datname = current_database() and cardinality(pg_blocking_pids(pid)) > 0)");
        while (!orEnds.IsCompleted && !(bool)(await question.ExecuteScalarAsync(Token))!)
        {
            await Task.Yield();
        }
    }

    private async Task<IReadOnlyList<JobEnvelope>> FindDueAsync(int inFlight = 4, TimeSpan? requeueAfter = null, IReadOnlyList<JobKind>? known = null)
    {
        await using var connection = new NpgsqlConnection(database.LoginConnection);
        await connection.OpenAsync(Token);
        await using var transaction = await connection.BeginTransactionAsync(Token);
        await using var role = new NpgsqlCommand("select set_config('role', 'leakwatch_app', true)", connection);
        await role.ExecuteNonQueryAsync(Token);
        var due = await JobStore.FindDueAsync(connection, inFlight, requeueAfter ?? TimeSpan.FromMinutes(1), known ?? [Kind], Token);
        await transaction.CommitAsync(Token);
        return due;
    }

    private static Task AddAsync(WorkerShop shop, Guid subject) =>
        InUnitAsync(shop, unit => JobStore.AddAsync(unit, Kind, shop.ShopId, subject, Guid.CreateVersion7(), Token));

    private static async Task<Job> AddedAsync(WorkerShop shop, Guid subject)
    {
        await AddAsync(shop, subject);
        return Assert.Single(await JobsAsync(shop), job => job.SubjectId == subject);
    }

    private static Task<List<Job>> JobsAsync(WorkerShop shop) => shop.AskAsync(db => db.Jobs.AsNoTracking().ToListAsync(Token));

    private static async Task<int?> ClaimAsync(WorkerShop shop, Job job, string worker, TimeSpan lease)
    {
        await using var unit = await shop.BeginAsync();
        var attempt = await JobStore.ClaimAsync(unit, job.Id, worker, lease, Token);
        await unit.CommitAsync(Token);
        return attempt?.Attempt;
    }

    private async Task<JobRun> RunAsync(Job job, string worker, TimeSpan lease)
    {
        var attempt = await ClaimAsync(shop, job, worker, lease);
        return new(shop.Database, job.Envelope, worker, attempt!.Value);
    }

    private static Task FinishAsync(WorkerShop shop, Job job) => InUnitAsync(shop, unit => JobStore.FinishAsync(unit, job.Id, Token));

    private static Task MarkDeadAsync(WorkerShop shop, Job job) =>
        InUnitAsync(shop, unit => JobStore.MarkDeadAsync(unit, job.Id, new(Core.ErrorKind.Conflict, "JOB_FAILED", "It failed."), Token));

    private static async Task InUnitAsync(WorkerShop shop, Func<TenantTransaction, Task> work)
    {
        await using var unit = await shop.BeginAsync();
        await work(unit);
        await unit.CommitAsync(Token);
    }
}
