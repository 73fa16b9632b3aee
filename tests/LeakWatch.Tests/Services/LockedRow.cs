using Npgsql;

namespace LeakWatch.Tests.Services;

/// <summary>Holds one row, so that whoever needs it stops exactly there, with all that it holds itself.</summary>
internal sealed class LockedRow : IAsyncDisposable
{
    private readonly NpgsqlConnection connection;
    private readonly NpgsqlTransaction transaction;

    private LockedRow(NpgsqlConnection connection, NpgsqlTransaction transaction) => (this.connection, this.transaction) = (connection, transaction);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <param name="table">Of the schema <c>leakwatch</c>.</param>
    public static async Task<LockedRow> HoldAsync(TestDatabase database, string table, Guid id)
    {
        var connection = new NpgsqlConnection(database.SuperuserConnection);
        await connection.OpenAsync(Token);
        var transaction = await connection.BeginTransactionAsync(Token);
        await using var hold = new NpgsqlCommand($"select 1 from leakwatch.{table} where id = $1 for update", connection) { Parameters = { new() { Value = id } } };
        Assert.NotNull(await hold.ExecuteScalarAsync(Token));
        return new(connection, transaction);
    }

    /// <summary>Until so many wait for the row, or for one who does.</summary>
    public async Task WaitForAsync(int waiting, Task? orEnds = null)
    {
        while (orEnds is not { IsCompleted: true } && await WaitingAsync() < waiting)
        {
            await Task.Yield();
        }
    }

    public Task ReleaseAsync() => transaction.RollbackAsync(Token);

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }

    private async Task<long> WaitingAsync()
    {
        await using var question = new NpgsqlCommand("""
            with recursive waiting(pid) as (
              select pg_backend_pid() union select locks.pid from pg_locks locks join waiting on waiting.pid = any(pg_blocking_pids(locks.pid)) where not locks.granted)
            select count(*) - 1 from waiting
            """, connection);
        return (long)(await question.ExecuteScalarAsync(Token))!;
    }
}
