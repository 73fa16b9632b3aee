using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace LeakWatch.Data;

/// <summary>
/// Sends the tenant ahead of each query of a context that only reads, in one message: Postgres runs what comes together as one transaction, so the tenant ends
/// with the query, also behind a transaction-mode pooler. A query that went without it would read nothing.
/// </summary>
internal sealed class TenantReadInterceptor : DbCommandInterceptor
{
    public static readonly TenantReadInterceptor Instance = new();

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Enter(command, eventData);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Enter(command, eventData);
        return new(result);
    }

    public override DbDataReader ReaderExecuted(DbCommand command, CommandExecutedEventData eventData, DbDataReader result)
    {
        if (OnlyReads(eventData))
        {
            result.NextResult();
        }

        return result;
    }

    public override async ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
    {
        if (OnlyReads(eventData))
        {
            await result.NextResultAsync(cancellationToken);
        }

        return result;
    }

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result) => Refuse(eventData, result);

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) => new(Refuse(eventData, result));

    private static InterceptionResult<int> Refuse(CommandEventData eventData, InterceptionResult<int> result) =>
        OnlyReads(eventData) ? throw new InvalidOperationException("This context only reads: change rows in a unit of work.") : result;

    private static bool OnlyReads(CommandEventData eventData) => eventData.Context is LeakWatchDb { OnlyReads: true };

    private static void Enter(DbCommand command, CommandEventData eventData)
    {
        if (eventData.Context is LeakWatchDb { OnlyReads: true, OrganizationId: var organization })
        {
            // A Guid has no characters that SQL could mistake; a parameter would have to be numbered among the query's own.
            command.CommandText = $"""
                {TenantDatabase.EnterTenant.Replace("$1", $"'{organization:D}'", StringComparison.Ordinal)}, {TenantDatabase.OnlyToRead};
                {command.CommandText}
                """;
        }
    }
}
