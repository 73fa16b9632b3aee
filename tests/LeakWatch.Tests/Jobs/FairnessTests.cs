using System.Globalization;
using System.Text;
using LeakWatch.Data;
using LeakWatch.Tests.Services;
using Microsoft.EntityFrameworkCore;

namespace LeakWatch.Tests.Jobs;

/// <summary>Tenants take turns, however much one of them brings.</summary>
public sealed class FairnessTests(PostgresService postgres, RedisService redis) : IClassFixture<RedisService>, IAsyncLifetime
{
    private const int Documents = 500;
    private const int Patience = 120_000;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("leakwatch-files-");
    private TestDatabase database = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => database = await postgres.CreateDatabaseAsync();

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact(Timeout = Patience)]
    public async Task A_shop_with_one_document_does_not_wait_for_one_that_brought_500_before_it()
    {
        await using var large = await WorkerShop.CreateAsync(database, folder.FullName);
        await using var small = await WorkerShop.CreateAsync(database, folder.FullName);
        for (var number = 0; number < Documents; number++)
        {
            await large.UploadAsync($"{number}.csv", Statement(number));
        }

        using var worker = WorkerProcess.Start(database, folder.FullName, redis.Url);
        while (!await large.AskAsync(db => db.DocumentVersions.AnyAsync(version => version.State == DocumentState.Done, Token)))
        {
            await Task.Delay(20, Token);
        }

        await small.UploadAsync("only.csv", Statement(Documents));
        var before = await UnfinishedAsync(large);
        await small.WaitUntilDoneAsync(TestContext.Current.CancellationToken);
        var passed = before - await UnfinishedAsync(large);

        Assert.InRange(passed, 0, Documents / 4);
        Assert.NotEqual(0, await UnfinishedAsync(large));
    }

    private static Task<int> UnfinishedAsync(WorkerShop shop) => shop.AskAsync(db => db.DocumentVersions.CountAsync(version => version.State == DocumentState.Uploaded, Token));

    private static byte[] Statement(int number) => Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture, $"Date,Description,Amount,Currency\n2026-01-03,KESTREL ANALYTICS INC {number},{number}.00,USD\n"));
}
