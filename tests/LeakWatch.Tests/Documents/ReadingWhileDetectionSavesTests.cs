using LeakWatch.Jobs;
using System.Text;
using LeakWatch.Data;
using LeakWatch.Observability;
using LeakWatch.Tests.Services;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LeakWatch.Tests.Documents;

/// <summary>Two workers at one shop: one saves what detection found, the other the next invoice of the same vendor.</summary>
public sealed class ReadingWhileDetectionSavesTests(PostgresService postgres) : IAsyncLifetime
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

    [Fact]
    public async Task Neither_ends_the_other_and_the_invoice_is_looked_at_afterwards()
    {
        await using var shop = await WorkerShop.CreateAsync(database, folder.FullName);
        await using var worker = WorkerHost.Build(database, folder.FullName);
        await UploadAsync(shop, 1);
        await worker.RunAllAsync(shop);
        await UploadAsync(shop, 2);
        await worker.RunAsync(await JobAsync(shop, "ProcessDocument"));
        await UploadAsync(shop, 3);
        await using var row = await LockedRow.HoldAsync(database, "shop_vendors", await shop.AskAsync(db => db.ShopVendors.Select(vendor => vendor.Id).SingleAsync(Token)));

        var detection = worker.RunAsync(await JobAsync(shop, "DetectLeaks"));
        await row.WaitForAsync(1, detection);
        var reading = worker.RunAsync(await JobAsync(shop, "ProcessDocument"));
        await row.WaitForAsync(2, reading);
        await row.ReleaseAsync();
        await Task.WhenAll(detection, reading);
        await worker.RunAllAsync(shop);

        Assert.Equal(0, worker.Services.GetRequiredService<Counters>().Take().Single().Tries.Failed);
        Assert.Equal([1m, 2m, 3m], await shop.AskAsync(db => db.MonthlySpend.Select(spend => spend.Amount).Order().ToListAsync(Token)));
    }

    private static Task<DocumentVersion> UploadAsync(WorkerShop shop, int month) =>
        shop.UploadAsync($"{month}.csv", Encoding.UTF8.GetBytes($"Date,Description,Amount,Currency\n2025-0{month}-03,Tidewater,{month}.00,USD\n"));

    private static async Task<JobEnvelope> JobAsync(WorkerShop shop, string name) => (await shop.AskAsync(db => db.Jobs.AsNoTracking().SingleAsync(job => job.Name == name, Token))).Envelope;
}
