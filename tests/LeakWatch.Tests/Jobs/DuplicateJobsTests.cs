using LeakWatch.Tests.Services;

namespace LeakWatch.Tests.Jobs;

/// <summary>A queue may deliver what it was told as often as it likes.</summary>
public sealed class DuplicateJobsTests(PostgresService postgres) : IAsyncLifetime
{
    private const int Copies = 6;

    private static readonly string[] Samples = ["heronmail/Receipt-2025-12.pdf", "heronmail/Receipt-2026-01.pdf", "mails/wren-domains-receipt.eml", "statements/shopify-charges.csv"];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("leakwatch-files-");
    private TestDatabase database = null!;

    public async ValueTask InitializeAsync() => database = await postgres.CreateDatabaseAsync();

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task The_same_jobs_delivered_many_times_at_once_give_the_rows_of_one()
    {
        await using var once = await WorkerShop.CreateAsync(database, folder.FullName);
        await using var often = await WorkerShop.CreateAsync(database, folder.FullName);
        await once.UploadSamplesAsync(Samples);
        await often.UploadSamplesAsync(Samples);
        await using var worker = WorkerHost.Build(database, folder.FullName);

        await worker.RunAllAsync(once);
        await worker.RunAllAsync(often, Copies);

        Assert.Equal(await once.ContentAsync(), await often.ContentAsync());
    }
}
