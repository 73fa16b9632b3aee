using LeakWatch.Data;
using LeakWatch.Tests.Services;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LeakWatch.Tests.Jobs;

/// <summary>A clock that jumps by hours loses no work and gives none to two workers: the worker's own clock decides nothing, Postgres' only for a moment.</summary>
public sealed class ClockJumpTests(PostgresService postgres) : IAsyncLifetime
{
    private const int Patience = 120_000;

    private static readonly string[] Samples = ["heronmail/Receipt-2025-12.pdf", "heronmail/Receipt-2026-01.pdf", "statements/shopify-charges.csv"];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("leakwatch-files-");
    private TestDatabase database = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => database = await postgres.CreateDatabaseAsync();

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Theory(Timeout = Patience)]
    [InlineData(5)]
    [InlineData(-5)]
    public async Task A_worker_whose_clock_jumps_in_the_middle_of_a_job_keeps_it_and_finishes_it_once(int hours)
    {
        await using var shop = await WorkerShop.CreateAsync(database, folder.FullName);
        await shop.UploadSamplesAsync(Samples);
        var clock = new JumpingClock();
        await using var worker = await WorkerHost.StartAsync(database, folder.FullName, services => services.AddSingleton<TimeProvider>(clock));
        await using (var blocked = await BlockedTable.HoldAsync(database, "normalized_invoices"))
        {
            await blocked.SomebodyWaitsAsync();
            clock.Jump = TimeSpan.FromHours(hours);
            await using var other = await WorkerHost.StartAsync(database, folder.FullName);

            // Longer than two searches of the other one, which would take what it thinks abandoned.
            await SearchesAsync(shop, rounds: 3);
            Assert.Equal([1], await AttemptsAsync(shop));
        }

        await shop.WaitUntilDoneAsync(TestContext.Current.CancellationToken);
        Assert.Equal(await UndisturbedAsync(), await shop.ContentAsync());
    }

    [Theory(Timeout = Patience)]
    [InlineData(5)]
    [InlineData(-5)]
    public async Task A_database_whose_clock_jumps_under_paused_announced_and_claimed_jobs_has_them_done_soon(int hours)
    {
        await using var shop = await WorkerShop.CreateAsync(database, folder.FullName);
        await shop.UploadSamplesAsync(Samples);
        await shop.AdmitAsync(inFlight: 2);
        await shop.AskAsync(db => db.Database.ExecuteSqlAsync($"""
            update leakwatch.jobs set state = 'RUNNING', attempts = 1, claimed_by = 'gone', claimed_until = now() + interval '30 seconds'
              where id = (select id from leakwatch.jobs where state = 'QUEUED' limit 1)
            """, Token));

        // A clock that goes forward leaves every moment of the rows behind, one that goes back leaves them ahead.
        await shop.AskAsync(db => db.Database.ExecuteSqlAsync($"""
            update leakwatch.jobs set due_at = due_at - {TimeSpan.FromHours(hours)}, queued_at = queued_at - {TimeSpan.FromHours(hours)}, claimed_until = claimed_until - {TimeSpan.FromHours(hours)}
            """, Token));
        await using var worker = await WorkerHost.StartAsync(database, folder.FullName);
        await shop.WaitUntilDoneAsync(TestContext.Current.CancellationToken);

        Assert.Equal(await UndisturbedAsync(), await shop.ContentAsync());
    }

    private async Task<string> UndisturbedAsync()
    {
        await using var shop = await WorkerShop.CreateAsync(database, folder.FullName);
        await shop.UploadSamplesAsync(Samples);
        await using var worker = WorkerHost.Build(database, folder.FullName);
        await worker.RunAllAsync(shop);
        return await shop.ContentAsync();
    }

    /// <summary>Until workers have searched so often.</summary>
    private static async Task SearchesAsync(WorkerShop shop, int rounds)
    {
        var subject = Guid.CreateVersion7();
        for (var round = 0; round < rounds; round++)
        {
            // A job that nobody announced is found by a search alone; of a kind nobody knows, it then is parked.
            await shop.AskAsync(db => db.Database.ExecuteSqlAsync($"""
                insert into leakwatch.jobs (organization_id, id, name, version, subject_id, correlation_id, state, attempts, due_at, again, created_at)
                  values ({shop.OrganizationId}, {Guid.CreateVersion7()}, 'Probe', 1, {subject}, {subject}, 'WAITING', 0, now(), false, now())
                """, Token));
            while (!await shop.AskAsync(db => db.Jobs.AnyAsync(job => job.Name == "Probe" && job.State == JobState.Parked, Token)))
            {
                await Task.Delay(50, Token);
            }

            await shop.AskAsync(db => db.Jobs.Where(job => job.Name == "Probe").ExecuteDeleteAsync(Token));
        }
    }

    private static Task<List<int>> AttemptsAsync(WorkerShop shop) =>
        shop.AskAsync(db => db.Jobs.Where(job => job.State == JobState.Running).Select(job => job.Attempts).Distinct().ToListAsync(Token));

    /// <summary>Its timers run as ever; only what it says about now jumps.</summary>
    private sealed class JumpingClock : TimeProvider
    {
        public TimeSpan Jump { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Jump;
    }
}
