using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace LeakWatch.Data;

/// <summary>Opens units of work, one transaction in the name of one organisation, and contexts that only read in its name. There is no other way to a tenant's rows.</summary>
internal sealed class TenantDatabase(NpgsqlDataSource source)
{
    // A context has many services of its own; making them anew for every request was a twelfth of all the api allocated.
    private readonly PooledDbContextFactory<LeakWatchDb> contexts = new(Configure(new DbContextOptionsBuilder<LeakWatchDb>(), source).Options);

    public static DbContextOptionsBuilder<LeakWatchDb> Configure(DbContextOptionsBuilder<LeakWatchDb> builder, NpgsqlDataSource source) =>
        builder
            .UseNpgsql(source, postgres => postgres.MigrationsHistoryTable("migrations", LeakWatchDb.Schema))
            .UseSnakeCaseNamingConvention()
            .AddInterceptors(TenantTransactionInterceptor.Instance, TenantReadInterceptor.Instance);

    /// <summary>For the owner, who makes the tables and sees no tenant's rows.</summary>
    public static LeakWatchDb OpenAsOwner(NpgsqlDataSource source) => new(Configure(new DbContextOptionsBuilder<LeakWatchDb>(), source).Options);

    /// <summary>
    /// For queries alone: each goes to Postgres together with its tenant, one round trip where a unit of work makes three, and sees what is committed when it is asked.
    /// </summary>
    public LeakWatchDb OpenToRead(Guid organizationId) => Context(organizationId, onlyReads: true);

    /// <summary>One read by <see cref="OpenToRead"/>.</summary>
    public async Task<T> ReadAsync<T>(Guid organizationId, Func<LeakWatchDb, Task<T>> read)
    {
        await using var db = OpenToRead(organizationId);
        return await read(db);
    }

    /// <summary>Queries in SQL, which go to Postgres together with their tenant: one round trip, one transaction.</summary>
    /// <param name="read">Is given the answer to the first query, and goes on to those of the others.</param>
    public async Task<T> ReadAsync<T>(Guid organizationId, IEnumerable<NpgsqlBatchCommand> queries, Func<NpgsqlDataReader, Task<T>> read, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(new($"{EnterTenant}, {OnlyToRead}") { Parameters = { new() { Value = NotEmpty(organizationId).ToString() } } });
        foreach (var query in queries)
        {
            batch.BatchCommands.Add(query);
        }

        await using var answers = await batch.ExecuteReaderAsync(cancellationToken);
        await answers.NextResultAsync(cancellationToken);
        return await read(answers);
    }

    private static Guid NotEmpty(Guid organizationId) => organizationId != Guid.Empty ? organizationId : throw new InvalidOperationException("No tenant has been set.");

    private LeakWatchDb Context(Guid organizationId, bool onlyReads)
    {
        NotEmpty(organizationId);
        var db = contexts.CreateDbContext();
        (db.OrganizationId, db.OnlyReads) = (organizationId, onlyReads);
        return db;
    }

    /// <summary>Ends without effect unless <see cref="TenantTransaction.CommitAsync"/> was called. No HTTP call, file or stream belongs inside.</summary>
    public async Task<TenantTransaction> BeginAsync(Guid organizationId, CancellationToken cancellationToken)
    {
        var db = Context(organizationId, onlyReads: false);
        try
        {
            return new TenantTransaction(db, await db.Database.BeginTransactionAsync(cancellationToken));
        }
        catch
        {
            await db.DisposeAsync();
            throw;
        }
    }

    /// <summary>Begins and commits around <paramref name="work"/>.</summary>
    public async Task<T> RunInTransactionAsync<T>(Guid organizationId, Func<LeakWatchDb, Task<T>> work, CancellationToken cancellationToken)
    {
        await using var unit = await BeginAsync(organizationId, cancellationToken);
        var result = await work(unit.Db);
        await unit.CommitAsync(cancellationToken);
        return result;
    }

    /// <summary>Right after BEGIN the connection becomes the tenant's, for this transaction alone: safe behind a transaction-mode pooler.</summary>
    private sealed class TenantTransactionInterceptor : DbTransactionInterceptor
    {
        public static readonly TenantTransactionInterceptor Instance = new();

        public override DbTransaction TransactionStarted(DbConnection connection, TransactionEndEventData eventData, DbTransaction result)
        {
            using var command = Command(connection, eventData, result);
            command?.ExecuteNonQuery();
            return result;
        }

        public override async ValueTask<DbTransaction> TransactionStartedAsync(
            DbConnection connection, TransactionEndEventData eventData, DbTransaction result, CancellationToken cancellationToken = default)
        {
            await using var command = Command(connection, eventData, result);
            if (command is not null)
            {
                await command.ExecuteNonQueryAsync(cancellationToken);
            }

            return result;
        }

        private static DbCommand? Command(DbConnection connection, TransactionEndEventData eventData, DbTransaction transaction)
        {
            // Migrations run as the owner and see no tenant.
            if (eventData.Context is not LeakWatchDb { OrganizationId: var organization } || organization == Guid.Empty)
            {
                return null;
            }

            var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = EnterTenant;
            command.Parameters.Add(new NpgsqlParameter { Value = organization.ToString() });
            return command;
        }
    }

    internal const string OnlyToRead = "set_config('transaction_read_only', 'on', true)";

    internal const string EnterTenant = "select set_config('role', 'leakwatch_app', true), set_config('app.organization_id', $1, true)";
}

/// <summary>One transaction of one tenant.</summary>
internal sealed class TenantTransaction(LeakWatchDb db, IDbContextTransaction transaction) : IAsyncDisposable
{
    public LeakWatchDb Db => db;

    /// <summary>For statements that EF has no words for.</summary>
    public NpgsqlConnection Connection => (NpgsqlConnection)db.Database.GetDbConnection();

    /// <summary>Saves what is tracked, then commits.</summary>
    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await db.DisposeAsync();
    }
}
