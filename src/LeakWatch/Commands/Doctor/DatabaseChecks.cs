using LeakWatch.Configuration;
using LeakWatch.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace LeakWatch.Commands.Doctor;

/// <summary>Version, encryption, the role that serves tenants, row-level security, migrations. Nothing is changed.</summary>
internal static class DatabaseChecks
{
    private const int OldestMajorVersion = 15;
    private const int SupabasePoolerPort = 6543;

    private const string Unguarded = """
        select table_.relname::text from pg_class table_ join pg_namespace schema_ on schema_.oid = table_.relnamespace
          where schema_.nspname = 'leakwatch' and table_.relkind in ('r', 'p')
            and exists (select from pg_attribute member where member.attrelid = table_.oid and member.attname = 'organization_id' and not member.attisdropped)
            and not (table_.relrowsecurity and table_.relforcerowsecurity and exists (select from pg_policy policy where policy.polrelid = table_.oid))
        """;

    public static async Task RunAsync(Settings settings, CheckList results, CancellationToken cancellationToken)
    {
        if (settings.DatabaseConnection.Length == 0)
        {
            return;
        }

        Addresses(settings, results);
        await using var source = NpgsqlDataSource.Create(settings.DatabaseConnection);
        try
        {
            await using var connection = await source.OpenConnectionAsync(cancellationToken);
            results.Require(connection.PostgreSqlVersion.Major >= OldestMajorVersion, "database version", $"PostgreSQL {connection.PostgreSqlVersion}",
                $"PostgreSQL {connection.PostgreSqlVersion}", $"LeakWatch needs PostgreSQL {OldestMajorVersion} or newer.");
        }
        catch (NpgsqlException exception)
        {
            results.Failed("database connection", exception.Message, "Check host, port, login, password and database in DATABASE_URL.");
            return;
        }

        Encryption(settings.DatabaseConnection, results);
        await MigrationsAsync(settings, results, cancellationToken);
        if (await DatabaseRole.CheckAsync(source, cancellationToken) is { } unsafeRole)
        {
            results.Failed("database role", unsafeRole.Message, "The runbook has how the login is made: it owns nothing and is no more than a member of leakwatch_app.");
            return;
        }

        results.Ok("database role", "no superuser, no BYPASSRLS, owns no table");
        await RowLevelSecurityAsync(source, results, cancellationToken);
    }

    /// <summary>Which of a Supabase project's addresses is for what. Both work, so only the address itself tells.</summary>
    public static void Addresses(Settings settings, CheckList results)
    {
        const string What = "database address";
        var served = new NpgsqlConnectionStringBuilder(settings.DatabaseConnection);
        if (IsDirect(served))
        {
            results.Unknown(
                What,
                "DATABASE_URL is Supabase's direct connection: it works, but takes connections that no pooler shares",
                "Use the transaction pooler, ….pooler.supabase.com:6543, with the login leakwatch.PROJECTREF.");
        }

        if (settings.MigrateConnection == settings.DatabaseConnection && served.Port == SupabasePoolerPort)
        {
            results.Unknown(
                What,
                $"DATABASE_MIGRATE_URL is not set, so migrate goes through a pooler that keeps no session ({SupabasePoolerPort})",
                "Set DATABASE_MIGRATE_URL, the owner's direct connection, db.PROJECTREF.supabase.co:5432.");
        }
    }

    private static bool IsDirect(NpgsqlConnectionStringBuilder url) =>
        url is { Host: { } host, Port: not SupabasePoolerPort }
        && host.EndsWith(".supabase.co", StringComparison.OrdinalIgnoreCase);

    private static void Encryption(string connection, CheckList results)
    {
        var options = new NpgsqlConnectionStringBuilder(connection);
        if (options.SslMode is SslMode.VerifyFull or SslMode.VerifyCA)
        {
            results.Ok("database encryption", "TLS, certificate checked");
        }
        else if (PrivateHost.Is(options.Host!))
        {
            results.Ok("database encryption", "not needed: the server is on this machine or its private network");
        }
        else
        {
            results.Unknown("database encryption", $"sslmode {options.SslMode.ToString().ToLowerInvariant()}: whose server it is, is not checked",
                "Add ?sslmode=verify-full&sslrootcert=FILE to DATABASE_URL, with the authority that Supabase offers for download.");
        }
    }

    private static async Task RowLevelSecurityAsync(NpgsqlDataSource source, CheckList results, CancellationToken cancellationToken)
    {
        const string What = "row-level security";
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var unguarded = new List<string>();
        await using (var question = new NpgsqlCommand(Unguarded, connection))
        await using (var rows = await question.ExecuteReaderAsync(cancellationToken))
        {
            while (await rows.ReadAsync(cancellationToken))
            {
                unguarded.Add(rows.GetString(0));
            }
        }

        await using var enter = new NpgsqlCommand(TenantDatabase.EnterTenant, connection) { Parameters = { new() { Value = Guid.Empty.ToString() } } };
        await enter.ExecuteNonQueryAsync(cancellationToken);
        await using var count = new NpgsqlCommand("select count(*) from leakwatch.shops", connection);
        var seen = (long)(await count.ExecuteScalarAsync(cancellationToken))!;
        const string Fix = "Stop api and worker: tenants could see each other. A migration that calls RowLevelSecurity.Guard closes it.";
        results.Require(unguarded.Count == 0, What, "on and forced on every table of tenants", $"not on, not forced or without a policy: {string.Join(", ", unguarded)}", Fix);
        results.Require(seen == 0, What, "nobody's transaction sees no store", $"a transaction of nobody sees {seen} stores", Fix);
    }

    private static async Task MigrationsAsync(Settings settings, CheckList results, CancellationToken cancellationToken)
    {
        const string What = "migrations";
        if (new NpgsqlConnectionStringBuilder(settings.MigrateConnection).Port == SupabasePoolerPort && settings.MigrateConnection != settings.DatabaseConnection)
        {
            results.Failed(
                What,
                $"DATABASE_MIGRATE_URL leads to port {SupabasePoolerPort}, a pooler that keeps no session",
                "Use the direct connection, db.PROJECTREF.supabase.co:5432.");
            return;
        }

        await using var source = NpgsqlDataSource.Create(settings.MigrateConnection);
        await using var db = TenantDatabase.OpenAsOwner(source);
        try
        {
            var applied = (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);
            var known = db.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
            var pending = known.Except(applied).Order(StringComparer.Ordinal).ToList();
            var newer = applied.Except(known).Count();
            results.Require(pending.Count == 0, What, newer == 0 ? $"all {known.Count} applied" : $"all {known.Count} applied, and {newer} of a later release",
                $"pending: {string.Join(", ", pending)}", "Run 'leakwatch migrate'.");
        }
        catch (PostgresException denied) when (denied.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            results.Unknown(What, "the login of DATABASE_URL may not read which were applied", "Set DATABASE_MIGRATE_URL, the owner's direct connection, and ask again.");
        }
        catch (NpgsqlException exception)
        {
            results.Failed(What, exception.Message, "Check host, port, login and password in DATABASE_MIGRATE_URL.");
        }
    }
}
