using Npgsql;

namespace LeakWatch.Data;

/// <summary>A transaction of no tenant: it sees no tenant's row, only what is everybody's, and the functions that cross tenants.</summary>
internal sealed class SystemUnit : IAsyncDisposable
{
    private readonly NpgsqlTransaction transaction;

    private SystemUnit(NpgsqlConnection connection, NpgsqlTransaction transaction) => (Connection, this.transaction) = (connection, transaction);

    public NpgsqlConnection Connection { get; }

    /// <summary>Ends without effect unless <see cref="CommitAsync"/> was called.</summary>
    public static async Task<SystemUnit> BeginAsync(NpgsqlDataSource source, CancellationToken cancellationToken)
    {
        var connection = await source.OpenConnectionAsync(cancellationToken);
        try
        {
            var unit = new SystemUnit(connection, await connection.BeginTransactionAsync(cancellationToken));
            await using var role = new NpgsqlCommand("select set_config('role', 'leakwatch_app', true)", connection);
            await role.ExecuteNonQueryAsync(cancellationToken);
            return unit;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public Task CommitAsync(CancellationToken cancellationToken) => transaction.CommitAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await Connection.DisposeAsync();
    }
}
