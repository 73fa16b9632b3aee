using LeakWatch.Data;
using LeakWatch.Tests.Services;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace LeakWatch.Tests.Data;

/// <summary>A database with one row of each of two organisations in every tenant table of the model. Tests of it change nothing.</summary>
public sealed class TwoTenants(PostgresService postgres) : IAsyncLifetime
{
    internal static readonly Guid Ours = Guid.CreateVersion7();
    internal static readonly Guid Theirs = Guid.CreateVersion7();

    internal TestDatabase Database { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Database = await postgres.CreateDatabaseAsync();
        foreach (var (table, column) in Tables())
        {
            // Whatever a row refers to need not be there.
            await ExecuteAsync(Database.SuperuserConnection, $"set session_replication_role = replica; {await InsertAsync(table, column, Ours)}; {await InsertAsync(table, column, Theirs)}");
        }
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();

    internal static IEnumerable<(string Name, string Column)> Tables() =>
        Entities().Select(entity => (entity.GetTableName()!, entity.ClrType == typeof(Organization) ? "id" : "organization_id")).OrderBy(table => table.Item1);

    internal static IEnumerable<IEntityType> Entities()
    {
        using var db = new DesignTimeDb().CreateDbContext([]);
        return [.. db.Model.GetEntityTypes().Where(entity => typeof(ITenantRow).IsAssignableFrom(entity.ClrType))];
    }

    /// <summary>A row of that organisation with some value in every column that needs one.</summary>
    internal async Task<string> InsertAsync(string table, string column, Guid organization)
    {
        var columns = await ListAsync(Database.SuperuserConnection, $"""
            select column_name || ' ' || data_type from information_schema.columns
              where table_schema = 'leakwatch' and table_name = '{table}' and is_generated = 'NEVER' and (is_nullable = 'NO' or column_name = '{column}')
            """);
        var values = columns.Select(one => one.Split(' ', 2)).Select(one => (Name: one[0], Value: one[0] == column ? $"'{organization}'" : ValueOf(one[1]))).ToList();
        return $"insert into leakwatch.{table} ({string.Join(", ", values.Select(value => value.Name))}) values ({string.Join(", ", values.Select(value => value.Value))})";
    }

    internal static async Task<List<string>> ListAsync(string connection, string query)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        return await ReadAsync(source.CreateCommand(query));
    }

    internal static async Task<List<string>> ReadAsync(NpgsqlCommand command)
    {
        await using (command)
        {
            var rows = new List<string>();
            await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
            while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            {
                rows.Add(reader.GetString(0));
            }

            return rows;
        }
    }

    internal static async Task ExecuteAsync(string connection, string statement)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await using var command = source.CreateCommand(statement);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private static string ValueOf(string type) => type switch
    {
        "uuid" => $"'{Guid.CreateVersion7()}'",
        "text" or "character" or "character varying" => "'x'",
        "jsonb" or "ARRAY" => "'{}'",
        "boolean" => "false",
        "date" => "'2026-03-01'",
        "timestamp with time zone" => "now()",
        _ => "1",
    };
}
