using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Infrastructure;
using LeakWatch.Data;
using LeakWatch.Tests.Commands;
using LeakWatch.Tests.Jobs;
using LeakWatch.Tests.Services;
using LeakWatch.Tests.Staging;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace LeakWatch.Tests.Data;

/// <summary>A migration never stands in the way for long, and whatever ends it, the next run finishes.</summary>
public sealed class MigrateTests(PostgresService postgres) : IAsyncLifetime
{
    private TestDatabase database = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => database = await postgres.CreateEmptyDatabaseAsync();

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task With_nothing_pending_it_ends_with_0()
    {
        await DatabaseMigration.ApplyAsync(database.OwnerConnection, TestDatabase.Login, Token);

        var run = await MigrateAsync();

        Assert.Equal((0, "The database is up to date.\n"), (run.ExitCode, run.Error));
    }

    [Fact]
    public async Task On_a_database_of_a_later_release_it_ends_with_0_so_that_an_older_one_can_roll_out()
    {
        await DatabaseMigration.ApplyAsync(database.OwnerConnection, TestDatabase.Login, Token);
        await database.ExecuteAsync("insert into leakwatch.migrations values ('29990101000000_Later', '10.0.0')");

        var run = await MigrateAsync();

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("newer than this release by 1", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_that_another_session_holds_ends_it_with_3_in_seconds_and_nothing_half_done()
    {
        await BeginHistoryAsync();
        await using (await BlockedTable.HoldAsync(database, "migrations"))
        {
            var blocked = await MigrateAsync();

            Assert.Equal(3, blocked.ExitCode);
            Assert.Contains("stayed locked by another session for 5 s", blocked.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", blocked.Error, StringComparison.Ordinal);
        }

        Assert.Empty(await AppliedAsync());
        Assert.Equal(0, (await MigrateAsync()).ExitCode);
    }

    [Fact]
    public async Task Killed_in_the_middle_it_finishes_on_the_next_run()
    {
        await BeginHistoryAsync();
        await using (var blocked = await BlockedTable.HoldAsync(database, "migrations"))
        {
            using var victim = RunningProgram.Start(Path.Combine(AppContext.BaseDirectory, "leakwatch"), Environment(), "migrate");
            await blocked.SomebodyWaitsAsync();
            victim.Kill();
            await victim.WaitForExitAsync(Token);
        }

        var run = await MigrateAsync();

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("_Initial", run.Error, StringComparison.Ordinal);
        Assert.Equal(0, (await MigrateAsync()).ExitCode);
    }

    [Fact]
    public async Task A_statement_has_its_time_and_is_taken_back()
    {
        var limits = new MigrationLimits(TimeSpan.FromSeconds(5), TimeSpan.FromMilliseconds(1));

        var exception = await Assert.ThrowsAsync<PostgresException>(() => DatabaseMigration.ApplyAsync(database.OwnerConnection, TestDatabase.Login, Token, limits));

        Assert.Equal(PostgresErrorCodes.QueryCanceled, exception.SqlState);
    }

    [Fact]
    public async Task An_index_that_a_killed_run_left_half_made_goes()
    {
        await DatabaseMigration.ApplyAsync(database.OwnerConnection, TestDatabase.Login, Token);
        await ExecuteAsOwnerAsync("create table leakwatch.twice (n int); insert into leakwatch.twice values (1), (1)");
        await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsOwnerAsync("create unique index concurrently half on leakwatch.twice (n)"));

        await DatabaseMigration.ApplyAsync(database.OwnerConnection, TestDatabase.Login, Token);

        await ExecuteAsOwnerAsync("create index half on leakwatch.twice (n)");
    }

    private Task<ProgramRun> MigrateAsync() => ProgramRun.OfAsync(Environment(), "migrate");

    private Dictionary<string, string> Environment() => new(StringComparer.Ordinal) { ["DATABASE_URL"] = database.LoginUrl, ["DATABASE_MIGRATE_URL"] = database.OwnerUrl };

    // Where migrations wait first: the history exists, nothing is applied.
    private async Task BeginHistoryAsync()
    {
        await using var source = NpgsqlDataSource.Create(database.OwnerConnection);
        await using var db = TenantDatabase.OpenAsOwner(source);
        await ExecuteAsOwnerAsync($"create schema {LeakWatchDb.Schema}");
        await db.GetService<IHistoryRepository>().CreateAsync(Token);
    }

    private async Task<List<string>> AppliedAsync()
    {
        await using var source = NpgsqlDataSource.Create(database.OwnerConnection);
        await using var db = TenantDatabase.OpenAsOwner(source);
        return [.. await db.Database.GetAppliedMigrationsAsync(Token)];
    }

    private async Task ExecuteAsOwnerAsync(string statement)
    {
        await using var source = NpgsqlDataSource.Create(database.OwnerConnection);
        await using var command = source.CreateCommand(statement);
        await command.ExecuteNonQueryAsync(Token);
    }
}
