using LeakWatch.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace LeakWatch.Hosting;

/// <summary><c>leakwatch migrate</c>: the database's schema, roles and policies for this release. <c>--check</c> looks at the migrations alone.</summary>
internal static class MigrateCommand
{
    public static async Task<int> RunAsync(Terminal terminal)
    {
        var settings = Settings.Read(Settings.OfProcess(), HostRole.Migrate);
        if (!settings.IsOk)
        {
            await terminal.Error.WriteLineAsync("leakwatch migrate: " + settings.Error.Message);
            return ExitCode.Environment;
        }

        try
        {
            var outcome = await DatabaseMigration.ApplyAsync(
                settings.Value.MigrateConnection, DatabaseUrl.UserOf(settings.Value.DatabaseConnection), CancellationToken.None);
            await terminal.Error.WriteLineAsync(outcome switch
            {
                { Applied.Count: > 0 } => $"Applied: {string.Join(", ", outcome.Applied)}.",
                { Newer: > 0 } => $"The database is newer than this release by {outcome.Newer} of its migrations; there is nothing to do.",
                _ => "The database is up to date.",
            });
            return ExitCode.Done;
        }
        catch (NpgsqlException exception)
        {
            await terminal.Error.WriteLineAsync($"leakwatch migrate: {Why(exception)}");
            return ExitCode.Environment;
        }
    }

    private static string Why(NpgsqlException exception) => exception.SqlState switch
    {
        PostgresErrorCodes.LockNotAvailable =>
            $"a table stayed locked by another session for {MigrationLimits.Default.Lock.TotalSeconds:0} s, so the migration at hand was taken back. Look for a long transaction (select pid, state, xact_start, query from pg_stat_activity order by xact_start), end it, and run migrate again.",
        PostgresErrorCodes.QueryCanceled =>
            $"a statement took longer than {MigrationLimits.Default.Statement.TotalMinutes:0} min, so the migration at hand was taken back. It belongs into a backfill in batches; the release before this one goes on.",
        _ => $"the database cannot be migrated ({exception.Message}); check DATABASE_MIGRATE_URL and that its login owns the database.",
    };

    /// <summary>Needs no database: is every migration safe beside the release before it, and does the model have no change without a migration?</summary>
    public static async Task<int> CheckAsync(Terminal terminal)
    {
        await using var db = new DesignTimeDb().CreateDbContext([]);
        var reviewed = MigrationReview.Of(db);
        foreach (var migration in reviewed)
        {
            await terminal.Output.WriteLineAsync($"{migration.Id}  {migration.Stage.ToString().ToLowerInvariant()}{string.Concat(migration.Refusals.Select(why => $"\n  refused: {why}"))}");
        }

        var hasDrifted = db.Database.HasPendingModelChanges();
        if (hasDrifted)
        {
            await terminal.Error.WriteLineAsync("leakwatch migrate: the model has changed without a migration; make one with ./lw migration NAME.");
        }

        return hasDrifted || reviewed.Any(migration => migration.Refusals.Count > 0) ? ExitCode.DoneWithFailures : ExitCode.Done;
    }
}
