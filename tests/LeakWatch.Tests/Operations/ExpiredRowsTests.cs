using LeakWatch.Jobs;
using LeakWatch.Operations;
using LeakWatch.Providers.Local;
using LeakWatch.Tests.Data;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace LeakWatch.Tests.Operations;

/// <summary>Nothing is kept because nobody took it away.</summary>
public sealed class ExpiredRowsTests(TwoTenants tenants) : IClassFixture<TwoTenants>, IAsyncDisposable
{
    private readonly NpgsqlDataSource source = NpgsqlDataSource.Create(tenants.Database.LoginConnection);
    private readonly NpgsqlDataSource all = NpgsqlDataSource.Create(tenants.Database.SuperuserConnection);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await source.DisposeAsync();
        await all.DisposeAsync();
    }

    [Fact]
    public async Task What_has_had_its_time_goes_in_every_organisation_and_the_rest_stays()
    {
        await ExecuteAsync("delete from leakwatch.llm_answers; delete from leakwatch.idempotency_keys; delete from leakwatch.schedules");
        foreach (var organization in new[] { TwoTenants.Ours, TwoTenants.Theirs })
        {
            foreach (var (key, days) in new[] { ("old", -1), ("young", 1) })
            {
                await ExecuteAsync($"""
                    insert into leakwatch.llm_answers (organization_id, id, key, content, created_at, expires_at) values ('{organization}', gen_random_uuid(), '{key}', '[]', now(), now() + interval '{days} days');
                    insert into leakwatch.idempotency_keys (organization_id, id, key, request_hash, created_at) values ('{organization}', gen_random_uuid(), '{key}', '', now() - interval '2 days' + interval '{days} hours');
                    """);
            }
        }

        using var expired = new ExpiredRows(new Schedules(source, new NoErrorReports()), source, TimeProvider.System, NullLogger<ExpiredRows>.Instance);

        Assert.True(await expired.ForgetAsync(Token));
        Assert.Equal("young,young young,young", await AskAsync(
            "select (select string_agg(key, ',') from leakwatch.llm_answers) || ' ' || (select string_agg(key, ',') from leakwatch.idempotency_keys)"));
        Assert.False(await expired.ForgetAsync(Token));
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = all.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Token);
    }

    private async Task<string?> AskAsync(string sql)
    {
        await using var command = all.CreateCommand(sql);
        return (string?)await command.ExecuteScalarAsync(Token);
    }
}
