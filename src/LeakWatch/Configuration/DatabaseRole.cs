using LeakWatch.Core;
using LeakWatch.Data;
using Npgsql;

namespace LeakWatch.Configuration;

/// <summary>Row-level security binds neither superusers nor roles with BYPASSRLS, and owners only by force: none of them may serve tenants.</summary>
internal static class DatabaseRole
{
    /// <returns>What is wrong with the role that a tenant's transaction runs as; null when nothing is.</returns>
    public static async Task<Error?> CheckAsync(NpgsqlDataSource source, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await source.OpenConnectionAsync(cancellationToken);
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            await using var enter = new NpgsqlCommand(TenantDatabase.EnterTenant, connection) { Parameters = { new() { Value = Guid.Empty.ToString() } } };
            await enter.ExecuteNonQueryAsync(cancellationToken);
            await using var question = new NpgsqlCommand("""
                select role.rolsuper, role.rolbypassrls,
                    exists (select from pg_class table_ join pg_namespace schema_ on schema_.oid = table_.relnamespace
                      where schema_.nspname = 'leakwatch' and table_.relkind = 'r' and table_.relowner = role.oid),
                    to_regclass('leakwatch.jobs') is null
                  from pg_roles role where role.rolname = current_user
                """, connection);
            await using var answer = await question.ExecuteReaderAsync(cancellationToken);
            await answer.ReadAsync(cancellationToken);
            return (answer.GetBoolean(0), answer.GetBoolean(1), answer.GetBoolean(2), answer.GetBoolean(3)) switch
            {
                (true, _, _, _) => Unsafe("is a superuser"),
                (_, true, _, _) => Unsafe("has BYPASSRLS"),
                (_, _, true, _) => Unsafe("owns tables of tenants"),
                // The role is the server's: a database beside this one may have brought it.
                (_, _, _, true) => new(ErrorKind.Conflict, "DATABASE_NOT_READY", "The database of DATABASE_URL has not been migrated; run 'leakwatch migrate' first."),
                _ => null,
            };
        }
        catch (PostgresException exception)
        {
            return new(ErrorKind.Conflict, "DATABASE_NOT_READY", $"The database of DATABASE_URL does not let us in as a tenant ({exception.MessageText}); run 'leakwatch migrate' first.");
        }
        catch (NpgsqlException exception)
        {
            return new(ErrorKind.Conflict, "DATABASE_NOT_READY", $"The database of DATABASE_URL cannot be reached ({exception.Message}).");
        }
    }

    private static Error Unsafe(string what) => new(ErrorKind.Invalid, "DATABASE_ROLE_UNSAFE",
        $"The role that serves tenants {what}, so row-level security would not hold; use a login that was granted leakwatch_app and nothing more.");
}
