using LeakWatch.Data;
using LeakWatch.Providers;
using Npgsql;

namespace LeakWatch.Jobs;

/// <summary>
/// Work of no tenant that comes round each day. When it is due stands in Postgres, by Postgres' clock: of many workers one does it, and a restart
/// forgets nothing.
/// </summary>
internal sealed class Schedules(NpgsqlDataSource source, IErrorReports reports)
{
    /// <summary>Does what is due once a day, and says how it went. What it throws is thrown, and it is tried again later.</summary>
    /// <param name="at">UTC.</param>
    /// <param name="lease">Longer than the work takes.</param>
    /// <returns>Whether it was due, and is done.</returns>
    public async Task<bool> RunAsync(string name, TimeOnly at, TimeSpan lease, Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        if (!await TakeAsync(name, lease, cancellationToken))
        {
            return false;
        }

        reports.Began(name, at);
        try
        {
            await work(cancellationToken);
            await DoneAsync(name, at, cancellationToken);
            reports.Ended(name, at, isDone: true);
            return true;
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            reports.Ended(name, at, isDone: false);
            await FailedAsync(name, cancellationToken);
            throw;
        }
    }

    /// <summary>Takes what is due: also what was never done, and what a clock that jumped back left more than a day ahead. Whoever dies with it leaves it to another after <paramref name="lease"/>.</summary>
    public async Task<bool> TakeAsync(string name, TimeSpan lease, CancellationToken cancellationToken) => await ExecuteAsync("""
        insert into leakwatch.schedules (name, due_at, failures) values ($1, now() + $2, 0)
          on conflict (name) do update set due_at = now() + $2 where schedules.due_at not between now() and now() + interval '1 day';
        """, cancellationToken, name, lease) == 1;

    /// <param name="at">Of the next day on which that time (UTC) is yet to come.</param>
    private Task<int> DoneAsync(string name, TimeOnly at, CancellationToken cancellationToken) => ExecuteAsync("""
        update leakwatch.schedules set failures = 0, done_at = now(),
            due_at = (date_trunc('day', now() at time zone 'utc' - $2) + interval '1 day' + $2) at time zone 'utc'
          where name = $1;
        """, cancellationToken, name, at.ToTimeSpan());

    /// <summary>Due again after a minute, and after each further failure twice as late, up to an hour.</summary>
    private Task<int> FailedAsync(string name, CancellationToken cancellationToken) => ExecuteAsync("""
        update leakwatch.schedules set failures = failures + 1, due_at = now() + least(interval '1 hour', interval '1 minute' * power(2, least(failures, 10)))
          where name = $1;
        """, cancellationToken, name);

    private async Task<int> ExecuteAsync(string sql, CancellationToken cancellationToken, params object[] values)
    {
        await using var unit = await SystemUnit.BeginAsync(source, cancellationToken);
        await using var command = new NpgsqlCommand(sql, unit.Connection);
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        var rows = await command.ExecuteNonQueryAsync(cancellationToken);
        await unit.CommitAsync(cancellationToken);
        return rows;
    }
}
