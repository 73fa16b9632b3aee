using LeakWatch.Data;
using LeakWatch.Observability;
using LeakWatch.Providers;
using LeakWatch.Providers.Local;
using LeakWatch.Tests.Services;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace LeakWatch.Tests.Jobs;

/// <summary>A worker that was thought gone and comes back when its last attempt is another's.</summary>
public sealed class LostClaimTests(PostgresService postgres) : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("leakwatch-files-");
    private TestDatabase database = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => database = await postgres.CreateDatabaseAsync();

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)] // the last attempt
    public async Task An_attempt_that_failed_when_another_worker_had_the_job_counts_for_nothing(int before)
    {
        await using var shop = await WorkerShop.CreateAsync(database, folder.FullName);
        var version = await shop.UploadAsync("january.csv", "Date,Description,Amount,Currency\n2026-01-03,Tidewater,19.00,USD\n"u8.ToArray());
        await using var all = NpgsqlDataSource.Create(database.SuperuserConnection);
        Exception Failure()
        {
            using var taken = all.CreateCommand("update leakwatch.jobs set claimed_by = 'another', claimed_until = now() + interval '1 minute', attempts = attempts + 1");
            taken.ExecuteNonQuery();
            return new InvalidOperationException("It cannot be opened.");
        }

        await using var worker = WorkerHost.Build(
            database, folder.FullName, services => services.AddSingleton<IFileStore>(provider => new StoreThatFails(provider.GetRequiredService<LocalFileStore>(), version.Id, Failure)));
        await using (var attempts = all.CreateCommand($"update leakwatch.jobs set attempts = {before}"))
        {
            await attempts.ExecuteNonQueryAsync(Token);
        }

        var job = await shop.AskAsync(db => db.Jobs.AsNoTracking().SingleAsync(Token));
        await worker.RunAsync(job.Envelope);

        Assert.Empty(worker.Services.GetRequiredService<Counters>().Take());
        Assert.Equal(JobState.Running, (await shop.AskAsync(db => db.Jobs.AsNoTracking().SingleAsync(Token))).State);
    }
}
