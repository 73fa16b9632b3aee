using System.Runtime.ExceptionServices;
using Hangfire.PostgreSql;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace LeakWatch.Data;

/// <summary>How long a migration may stand in the way: api and worker of the release before it are running.</summary>
/// <param name="Lock">For a table or row that another session holds; meanwhile everybody who comes after waits too.</param>
/// <param name="Statement">Of one statement; hosts end a release command after five minutes.</param>
internal sealed record MigrationLimits(TimeSpan Lock, TimeSpan Statement)
{
    public static readonly MigrationLimits Default = new(TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(4));
}

/// <param name="Applied">What this run applied, in its order.</param>
/// <param name="Newer">How many migrations of later releases the database has: an older release rolls out over it.</param>
internal sealed record MigrationOutcome(IReadOnlyList<string> Applied, int Newer);

/// <summary>Brings a database to this release's model; run by the owner, before api and worker. Ended at any point, the next run finishes it.</summary>
internal static class DatabaseMigration
{
    /// <summary>An index that was being made concurrently when its session ended: nobody uses it, every write pays for it, and making it again would fail.</summary>
    private const string DropHalfMadeIndexes = """
        do $$
        declare half record;
        begin
          for half in select schema_.nspname, index_.relname from pg_index
            join pg_class index_ on index_.oid = pg_index.indexrelid join pg_namespace schema_ on schema_.oid = index_.relnamespace
            where schema_.nspname = 'leakwatch' and not pg_index.indisvalid
          loop
            execute format('drop index %I.%I', half.nspname, half.relname);
          end loop;
        end $$;
        """;

    /// <param name="login">The login of api and worker, which becomes a member of the tenant's role.</param>
    /// <exception cref="PostgresException">
    /// <c>55P03</c> when something stayed locked, <c>57014</c> when a statement took too long: what was not finished was
    /// taken back. <c>42501</c> when the owner lacks a right, <c>28000</c> when there is no such login.
    /// </exception>
    public static async Task<MigrationOutcome> ApplyAsync(string ownerConnection, string login, CancellationToken cancellationToken, MigrationLimits? limits = null)
    {
        await using var source = Source(ownerConnection, limits ?? MigrationLimits.Default);
        await using var alone = await source.OpenConnectionAsync(cancellationToken);
        await ExecuteAsync(alone, "select pg_advisory_lock(4000, 2)", cancellationToken);
        await using var db = TenantDatabase.OpenAsOwner(source);
        var applied = (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).ToList();
        var known = db.Database.GetMigrations().ToList();
        await ExecuteAsync(alone, "create schema if not exists leakwatch; create schema if not exists hangfire;", cancellationToken);
        await ExecuteAsync(alone, DropHalfMadeIndexes, cancellationToken);
        await MigrateAsync(db, cancellationToken);
        await using (var queue = await source.OpenConnectionAsync(cancellationToken))
        {
            PostgreSqlObjectsInstaller.Install(queue, "hangfire");
        }

        await ExecuteAsync(alone, Grants(login), cancellationToken);
        return new([.. known.Except(applied)], applied.Except(known).Count());
    }

    private static async Task MigrateAsync(LeakWatchDb db, CancellationToken cancellationToken)
    {
        try
        {
            await db.Database.MigrateAsync(cancellationToken);
        }
        catch (InvalidOperationException wrapped) when (wrapped.InnerException is NpgsqlException cause)
        {
            // EF dresses up what may pass when it is tried again, a lock among it.
            ExceptionDispatchInfo.Throw(cause);
        }
    }

    /// <summary>Session state of its own: a migration is not for a pooler.</summary>
    private static NpgsqlDataSource Source(string ownerConnection, MigrationLimits limits)
    {
        var builder = new NpgsqlDataSourceBuilder(new NpgsqlConnectionStringBuilder(ownerConnection)
        {
            NoResetOnClose = false,
            Pooling = false,
            // The server's limit comes first, and says what it was.
            CommandTimeout = (int)limits.Statement.TotalSeconds + 30,
        }.ConnectionString);
        var set = $"set lock_timeout = {(int)limits.Lock.TotalMilliseconds}; set statement_timeout = {(int)limits.Statement.TotalMilliseconds};";
        builder.UsePhysicalConnectionInitializer(
            connection =>
            {
                using var command = new NpgsqlCommand(set, connection);
                command.ExecuteNonQuery();
            },
            connection => ExecuteAsync(connection, set, CancellationToken.None));
        return builder.Build();
    }

    /// <summary>
    /// Lets the login of api and worker act as a tenant and use the queue's tables. A pooler that serves many databases is
    /// told by the login which one is meant, and passes on the part before the dot: <c>leakwatch.PROJECTREF</c> arrives
    /// at Supabase's Postgres as <c>leakwatch</c>.
    /// </summary>
    private static string Grants(string login) => $"""
        do $$
        declare login text := {Literal(login)};
        begin
          if not exists (select from pg_roles where rolname = login) then
            if not exists (select from pg_roles where rolname = split_part(login, '.', 1)) then
              raise invalid_authorization_specification using message = format('the login "%s" does not exist', login);
            end if;
            login := split_part(login, '.', 1);
          end if;
          -- The owner serves tenants itself where there is one URL only, and has these rights already.
          if login <> current_user then
            execute format('grant leakwatch_app to %I', login);
            execute format('grant usage on schema hangfire to %I', login);
            execute format('grant select, insert, update, delete on all tables in schema hangfire to %I', login);
            execute format('grant usage on all sequences in schema hangfire to %I', login);
            execute format('grant usage on schema leakwatch to %I', login);
          end if;
        end $$;
        """;

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static string Literal(string text) => "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'";
}
