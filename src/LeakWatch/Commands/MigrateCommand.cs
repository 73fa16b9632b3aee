using LeakWatch.Configuration;
using LeakWatch.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace LeakWatch.Commands;

/// <summary><c>leakwatch migrate</c>: the database's schema, roles and policies for this release. <c>--check</c> looks at the migrations alone.</summary>
internal static class MigrateCommand
{
    public static async Task<int> RunAsync(Terminal terminal)
    {
        var settings = Settings.Read(Settings.FromEnvironment(), HostRole.Migrate);
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
            var owner = DatabaseUrl.UserOf(settings.Value.MigrateConnection);
            await terminal.Error.WriteLineAsync($"leakwatch migrate: {Explain(exception, owner)}");
            return ExitCode.Environment;
        }
    }

    /// <summary>What stopped a migration and what to do about it, in one or two sentences.</summary>
    /// <param name="owner">The login of DATABASE_MIGRATE_URL.</param>
    public static string Explain(NpgsqlException exception, string owner) => exception.SqlState switch
    {
        PostgresErrorCodes.LockNotAvailable =>
            $"a table stayed locked by another session for {MigrationLimits.Default.Lock.TotalSeconds:0} s, so the "
            + "current migration was rolled back. Look for a long transaction (select pid, state, xact_start, query "
            + "from pg_stat_activity order by xact_start), end it, and run migrate again.",
        PostgresErrorCodes.QueryCanceled =>
            $"a statement took longer than {MigrationLimits.Default.Statement.TotalMinutes:0} min, so the current "
            + "migration was rolled back. Move it into a backfill in batches; the previous release keeps running.",
        PostgresErrorCodes.InsufficientPrivilege =>
            $"the login '{owner}' of DATABASE_MIGRATE_URL lacks a right ({MessageOf(exception)}). It must own the database "
            + "and be allowed to create roles (CREATEROLE). If another login created the roles leakwatch_app and "
            + $"leakwatch_system on this server, that login or a superuser must run: grant leakwatch_app, leakwatch_system to \"{owner}\" with admin option;",
        PostgresErrorCodes.InvalidAuthorizationSpecification =>
            $"{MessageOf(exception)}. Check the logins of DATABASE_URL and DATABASE_MIGRATE_URL; the one of DATABASE_URL "
            + "is created by hand, once: create role leakwatch login password '…' nosuperuser nobypassrls;",
        PostgresErrorCodes.InvalidPassword =>
            $"the password of '{owner}' in DATABASE_MIGRATE_URL is wrong.",
        PostgresErrorCodes.InvalidCatalogName =>
            $"{MessageOf(exception)}; create it, or correct DATABASE_MIGRATE_URL.",
        null => $"the database cannot be reached ({exception.Message}); check the host and port of DATABASE_MIGRATE_URL.",
        var state => $"the database refused a statement ({MessageOf(exception)}, SQLSTATE {state}); the current migration was rolled back.",
    };

    private static string MessageOf(NpgsqlException exception) => (exception as PostgresException)?.MessageText ?? exception.Message;

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
