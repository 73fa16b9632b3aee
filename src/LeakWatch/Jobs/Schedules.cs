using LeakWatch.Data;
using Npgsql;

namespace LeakWatch.Jobs;

/// <summary>
/// Work of no tenant that comes round each day. When it is due stands in Postgres, by Postgres' clock: of many workers one does it, and a restart
/// forgets nothing.
/// </summary>
internal sealed class Schedules(NpgsqlDataSource source)
{
    /// <summary>Takes what is due: also what was never done, and what a clock that jumped back left more than a day ahead. Whoever dies with it leaves it to another after <paramref name="lease"/>.</summary>
    public async Task<bool> TakeAsync(string name, TimeSpan lease, CancellationToken cancellationToken) => await ExecuteAsync("""
        insert into leakwatch.schedules (name, due_at, failures) values ($1, now() + $2, 0)
          on conflict (name) do update set due_at = now() + $2 where schedules.due_at not between now() and now() + interval '1 day';
        """, cancellationToken, name, lease) == 1;

    /// <param name="at">Of the next day on which that time (UTC) is yet to come.</param>
    public Task DoneAsync(string name, TimeOnly at, CancellationToken cancellationToken) => ExecuteAsync("""
        update leakwatch.schedules set failures = 0, done_at = now(),
            due_at = (date_trunc('day', now() at time zone 'utc' - $2) + interval '1 day' + $2) at time zone 'utc'
          where name = $1;
        """, cancellationToken, name, at.ToTimeSpan());

    /// <summary>Due again after a minute, and after each further failure twice as late, up to an hour.</summary>
    public Task FailedAsync(string name, CancellationToken cancellationToken) => ExecuteAsync("""
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
