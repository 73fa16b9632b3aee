using LeakWatch.Data;
using LeakWatch.Tests.Services;
using Microsoft.EntityFrameworkCore;

namespace LeakWatch.Tests.Jobs;

/// <summary>Whatever ends in the middle of whatever step: every document comes to the state and the rows it would have had.</summary>
public sealed class KilledWorkerTests(PostgresService postgres, RedisService redis) : IClassFixture<RedisService>, IAsyncLifetime
{
    private const int Patience = 240_000;

    /// <summary>A minute, as promised, in milliseconds.</summary>
    private const int Recovery = 60_000;

    private static readonly string[] Samples = ["heronmail/Receipt-2025-12.pdf", "heronmail/Receipt-2026-01.pdf", "heronmail/Receipt-2026-02.pdf", "statements/shopify-charges.csv"];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("leakwatch-files-");
    private TestDatabase database = null!;

    public async ValueTask InitializeAsync() => database = await postgres.CreateDatabaseAsync();

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Theory(Timeout = Patience)]
    [InlineData("extracted_texts")] // in extract
    [InlineData("normalized_invoices")] // in normalise
    [InlineData("monthly_spend")] // in detect
    [InlineData("shop_summaries")] // at the end of detect
    public async Task A_worker_killed_in_any_step_leaves_nothing_lost_and_nothing_doubled(string table)
    {
        var expected = await UndisturbedAsync();
        await using var shop = await WorkerShop.CreateAsync(database, folder.FullName);
        await shop.UploadSamplesAsync(Samples);
        await using (var blocked = await BlockedTable.HoldAsync(database, table))
        {
            using var victim = WorkerProcess.Start(database, folder.FullName);
            await blocked.SomebodyWaitsAsync();
            await victim.KillAsync();
        }

        using var successor = WorkerProcess.Start(database, folder.FullName);
        await shop.WaitUntilDoneAsync(TestContext.Current.CancellationToken);

        Assert.Equal(expected, await shop.ContentAsync());
    }

    [Fact(Timeout = Patience)]
    public async Task A_worker_that_is_told_to_end_puts_its_work_back_and_counts_no_attempt()
    {
        await using var shop = await WorkerShop.CreateAsync(database, folder.FullName);
        await shop.UploadSamplesAsync("harbour-scan.png");
        using var worker = WorkerProcess.Start(database, folder.FullName);
        await UntilAsync(shop, db => db.DocumentVersions.AnyAsync(version => version.State == DocumentState.Extracting, TestContext.Current.CancellationToken));

        var exitCode = await worker.TerminateAsync();

        Assert.Equal(0, exitCode);
        var job = await shop.AskAsync(db => db.Jobs.SingleAsync());
        Assert.True(job.State is JobState.Waiting or JobState.Queued, $"It is {job.State}.");
        Assert.Equal(0, job.Attempts);
    }

    [Fact(Timeout = Patience)]
    public async Task A_queue_that_was_killed_and_emptied_is_filled_again_from_Postgres()
    {
        var expected = await UndisturbedAsync();
        await using var shop = await WorkerShop.CreateAsync(database, folder.FullName);
        await shop.UploadSamplesAsync(Samples);
        Assert.NotEmpty(await shop.AdmitAsync());
        redis.Kill();
        await redis.StartAsync();

        using var worker = WorkerProcess.Start(database, folder.FullName, redis.Url);
        await UntilAsync(shop, db => db.Jobs.AnyAsync(job => job.State == JobState.Running));
        await redis.EmptyAsync();
        await shop.WaitUntilDoneAsync(TestContext.Current.CancellationToken);

        Assert.Equal(expected, await shop.ContentAsync());
    }

    [Fact(Timeout = Recovery)]
    public async Task What_a_killed_worker_had_taken_from_the_queue_and_not_begun_is_taken_by_the_next()
    {
        await using var shop = await WorkerShop.CreateAsync(database, folder.FullName);
        await shop.UploadSamplesAsync(Samples[0]);
        Assert.NotEmpty(await shop.AdmitAsync());
        await redis.HoldAsync();

        using var worker = WorkerProcess.Start(database, folder.FullName, redis.Url);
        await shop.WaitUntilDoneAsync(TestContext.Current.CancellationToken);

        Assert.StartsWith("Receipt-2025-12.pdf DONE -", await shop.ContentAsync(), StringComparison.Ordinal);
    }

    [Fact(Timeout = Patience)]
    public async Task A_Postgres_that_is_killed_under_a_worker_costs_time_and_no_document()
    {
        await using var server = await TestPostgres.StartAsync();
        await using var own = await server.CreateDatabaseAsync();
        await using var shop = await WorkerShop.CreateAsync(own, folder.FullName);
        await shop.UploadSamplesAsync(Samples);
        using var worker = WorkerProcess.Start(own, folder.FullName);
        await UntilAsync(shop, db => db.DocumentVersions.AnyAsync(version => version.State != DocumentState.Uploaded));

        await server.KillAsync();
        await server.StartAgainAsync();
        shop.ForgetConnections();
        await shop.WaitUntilDoneAsync(TestContext.Current.CancellationToken);

        Assert.Equal(await UndisturbedAsync(), await shop.ContentAsync());
    }

    private async Task<string> UndisturbedAsync()
    {
        await using var shop = await WorkerShop.CreateAsync(database, folder.FullName);
        await shop.UploadSamplesAsync(Samples);
        using var worker = WorkerProcess.Start(database, folder.FullName);
        await shop.WaitUntilDoneAsync(TestContext.Current.CancellationToken);
        return await shop.ContentAsync();
    }

    private static async Task UntilAsync(WorkerShop shop, Func<LeakWatchDb, Task<bool>> holds)
    {
        while (!await shop.AskAsync(holds))
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }
}
