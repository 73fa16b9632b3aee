[assembly: AssemblyFixture(typeof(LeakWatch.Tests.Services.PostgresService))]

namespace LeakWatch.Tests.Services;

/// <summary>The Postgres that test classes share; each creates a database of its own. Started by the first that asks.</summary>
public sealed class PostgresService : IAsyncDisposable
{
    private readonly Lazy<Task<TestPostgres>> server = new(() => TestPostgres.StartAsync());

    /// <summary>A migrated, empty database, in a fraction of a second. Dispose it to drop it.</summary>
    internal async Task<TestDatabase> CreateDatabaseAsync() => await (await server.Value).CreateDatabaseAsync();

    /// <summary>A database without a migration, for tests of migrations.</summary>
    internal async Task<TestDatabase> CreateEmptyDatabaseAsync() => await (await server.Value).CreateEmptyDatabaseAsync();

    public async ValueTask DisposeAsync()
    {
        if (server.IsValueCreated)
        {
            await (await server.Value).DisposeAsync();
        }
    }
}
