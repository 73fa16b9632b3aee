namespace LeakWatch.Tests.Services;

/// <summary>A database and a folder of files for each test, with one shop in them.</summary>
public abstract class WorkerShopTests(PostgresService postgres) : IAsyncLifetime
{
    private protected readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("leakwatch-files-");
    private protected TestDatabase database = null!;
    private protected WorkerShop shop = null!;

    private protected static CancellationToken Token => TestContext.Current.CancellationToken;

    public virtual async ValueTask InitializeAsync()
    {
        database = await postgres.CreateDatabaseAsync();
        shop = await WorkerShop.CreateAsync(database, folder.FullName);
    }

    public virtual async ValueTask DisposeAsync()
    {
        await shop.DisposeAsync();
        await database.DisposeAsync();
        folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }
}
