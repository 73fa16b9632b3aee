using LeakWatch.Tests.Services;
using Npgsql;

namespace LeakWatch.Tests.Jobs;

/// <summary>Holds a table, so that whoever needs it stops exactly there: the way to kill a worker in the middle of a step.</summary>
internal sealed class BlockedTable : IAsyncDisposable
{
    private readonly NpgsqlConnection connection;
    private readonly NpgsqlTransaction transaction;
    private readonly string table;

    private BlockedTable(NpgsqlConnection connection, NpgsqlTransaction transaction, string table) =>
        (this.connection, this.transaction, this.table) = (connection, transaction, table);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<BlockedTable> HoldAsync(TestDatabase database, string table)
    {
        var connection = new NpgsqlConnection(database.SuperuserConnection);
        await connection.OpenAsync(Token);
        var transaction = await connection.BeginTransactionAsync(Token);
        await using var hold = new NpgsqlCommand($"lock table leakwatch.{table} in access exclusive mode", connection);
        await hold.ExecuteNonQueryAsync(Token);
        return new(connection, transaction, table);
    }

    /// <summary>Until somebody else waits for the table, or so many.</summary>
    public async Task SomebodyWaitsAsync(int waiting = 1)
    {
        while (true)
        {
            await using var question = new NpgsqlCommand($"select count(*) from pg_locks where relation = 'leakwatch.{table}'::regclass and not granted", connection);
            if ((long)(await question.ExecuteScalarAsync(Token))! >= waiting)
            {
                return;
            }

            await Task.Delay(20, Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }
}
