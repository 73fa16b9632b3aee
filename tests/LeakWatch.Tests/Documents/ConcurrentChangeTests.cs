using System.Text;
using LeakWatch.Data;
using LeakWatch.Jobs;
using LeakWatch.Tests.Extraction;
using LeakWatch.Tests.Jobs;
using LeakWatch.Tests.Services;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace LeakWatch.Tests.Documents;

/// <summary>What happens to a document while a worker reads it, or reads another version or part of it.</summary>
public sealed class ConcurrentChangeTests(PostgresService postgres) : WorkerShopTests(postgres)
{
    [Fact]
    public async Task A_container_whose_last_two_parts_end_at_once_is_done()
    {
        var container = await shop.UploadAsync("all.zip", Fixtures.Zip(("one.csv", "Name,Town\nAnn,Bern\n"u8.ToArray()), ("two.csv", "Name,Town\nBea,Rome\n"u8.ToArray())));
        await using var worker = WorkerHost.Build(database, folder.FullName);
        await worker.RunAsync(await JobOfAsync(container.Id));
        await worker.RunAsync(await JobOfAsync(shop.ShopId));
        var parts = await shop.AskAsync(db => db.Jobs.AsNoTracking().ToListAsync(Token));
        Assert.Equal(2, parts.Count);

        Task[] reading;
        await using (var documents = await BlockedTable.HoldAsync(database, "documents"))
        {
            reading = [.. parts.Select(part => worker.RunAsync(part.Envelope))];
            await documents.SomebodyWaitsAsync(2);
        }

        await Task.WhenAll(reading);

        Assert.Equal(0, await shop.AskAsync(db => db.Jobs.CountAsync(Token)));
        Assert.Equal(DocumentState.Done, await shop.AskAsync(db => db.DocumentVersions.Where(version => version.Id == container.Id).Select(version => version.State).SingleAsync(Token)));
    }

    [Fact]
    public async Task A_document_that_came_when_detection_had_failed_for_good_is_looked_at_anew()
    {
        var version = await shop.UploadAsync("invoice.csv", Statement(1));
        await using var worker = WorkerHost.Build(database, folder.FullName);
        await worker.RunAsync(await JobOfAsync(version.Id));
        await using (var all = NpgsqlDataSource.Create(database.SuperuserConnection))
        await using (var attempts = all.CreateCommand("update leakwatch.jobs set attempts = 100"))
        {
            await attempts.ExecuteNonQueryAsync(Token);
        }

        await worker.RunAsync(await JobOfAsync(shop.ShopId));
        var due = await shop.AskAsync(db => db.Jobs.AsNoTracking().SingleOrDefaultAsync(job => job.State != JobState.Dead, Token));
        Assert.NotNull(due);
        await worker.RunAsync(due.Envelope);

        Assert.Equal(DocumentState.Done, await shop.AskAsync(db => db.DocumentVersions.Select(one => one.State).SingleAsync(Token)));
    }

    private static byte[] Statement(int amount) => Encoding.UTF8.GetBytes($"Date,Description,Amount,Currency\n2025-01-03,Tidewater,{amount}.00,USD\n");

    private async Task<JobEnvelope> JobOfAsync(Guid subject) => (await shop.AskAsync(db => db.Jobs.AsNoTracking().SingleAsync(job => job.SubjectId == subject, Token))).Envelope;
}
