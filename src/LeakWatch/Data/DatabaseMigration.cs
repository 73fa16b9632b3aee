using Hangfire.PostgreSql;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace LeakWatch.Data;

/// <summary>Brings a database to this release's model; run by the owner, before api and worker.</summary>
internal static class DatabaseMigration
{
    /// <param name="login">The login of api and worker, which becomes a member of the tenant's role.</param>
    /// <returns>The migrations that were applied.</returns>
    public static async Task<IReadOnlyList<string>> ApplyAsync(string ownerConnection, string login, CancellationToken cancellationToken)
    {
        // Session state of its own: a migration is not for a pooler.
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(ownerConnection) { NoResetOnClose = false, Pooling = false });
        await using var db = new LeakWatchDb(TenantDatabase.Configure(new DbContextOptionsBuilder<LeakWatchDb>(), source).Options, Guid.Empty);
        var pending = (await db.Database.GetPendingMigrationsAsync(cancellationToken)).ToList();
        await using (var schema = source.CreateCommand("create schema if not exists leakwatch; create schema if not exists hangfire;"))
        {
            await schema.ExecuteNonQueryAsync(cancellationToken);
        }

        await db.Database.MigrateAsync(cancellationToken);
        await using (var queue = await source.OpenConnectionAsync(cancellationToken))
        {
            PostgreSqlObjectsInstaller.Install(queue, "hangfire");
        }

        await using var grants = source.CreateCommand($"""
            do $$ begin
              execute format('grant leakwatch_app to %I', {Literal(login)});
              execute format('grant usage on schema hangfire to %I', {Literal(login)});
              execute format('grant select, insert, update, delete on all tables in schema hangfire to %I', {Literal(login)});
              execute format('grant usage on all sequences in schema hangfire to %I', {Literal(login)});
              execute format('grant usage on schema leakwatch to %I', {Literal(login)});
            exception when invalid_grant_operation then null;
            end $$;
            """);
        await grants.ExecuteNonQueryAsync(cancellationToken);
        return pending;
    }

    private static string Literal(string text) => "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'";
}
