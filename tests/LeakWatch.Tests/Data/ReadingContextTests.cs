using LeakWatch.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace LeakWatch.Tests.Data;

/// <summary>A context that only reads sends its tenant with each query, and nobody else's query finds it there afterwards.</summary>
public sealed class ReadingContextTests(TwoTenants tenants) : IClassFixture<TwoTenants>, IAsyncDisposable
{
    private static readonly Guid Ours = TwoTenants.Ours;
    private static readonly Guid Theirs = TwoTenants.Theirs;

    // With one connection, whatever a query leaves behind meets the next.
    private readonly NpgsqlDataSource source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(tenants.Database.LoginConnection) { MaxPoolSize = 1, NoResetOnClose = true });

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync() => await source.DisposeAsync();

    [Fact]
    public async Task It_sees_the_rows_of_its_tenant_alone_where_no_filter_helps()
    {
        var database = new TenantDatabase(source);

        Assert.Equal([Ours], await OrganizationsAsync(database, Ours));
        Assert.Equal([Theirs], await OrganizationsAsync(database, Theirs));
    }

    [Fact]
    public async Task It_leaves_the_connection_to_nobody()
    {
        await OrganizationsAsync(new(source), Ours);

        await AssertConnectionIsNobodysAsync();
    }

    [Fact]
    public async Task It_is_read_like_any_other_with_parameters_and_several_rows()
    {
        await using var db = new TenantDatabase(source).OpenToRead(Ours);
        var ids = await db.Documents.Select(document => document.Id).ToListAsync(Token);
        var (first, none) = (ids[0], Guid.CreateVersion7());

        Assert.Equal([first], await db.Documents.Where(document => document.Id == first || document.Id == none).Select(document => document.Id).ToListAsync(Token));
        Assert.True(db.Documents.Any(document => document.Id == first));
    }

    [Fact]
    public async Task It_cannot_save()
    {
        await using var db = new TenantDatabase(source).OpenToRead(Ours);
        db.Add(new UsageCounter { Id = Guid.CreateVersion7(), OrganizationId = Ours, Name = "never saved", PeriodStart = new(2026, 3, 1), Amount = 1m });

        var refusal = await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync(Token));

        Assert.Equal(PostgresErrorCodes.ReadOnlySqlTransaction, Assert.IsType<PostgresException>(refusal.InnerException).SqlState);
    }

    [Fact]
    public async Task It_cannot_change_rows_past_the_tracker()
    {
        await using var db = new TenantDatabase(source).OpenToRead(Ours);

        await Assert.ThrowsAsync<InvalidOperationException>(() => db.Documents.ExecuteDeleteAsync(Token));
    }

    [Fact]
    public async Task Queries_in_SQL_see_the_rows_of_their_tenant_alone_and_leave_the_connection_to_nobody()
    {
        Assert.Equal([Ours, Ours], await AskTwiceAsync("select distinct organization_id from leakwatch.documents"));
        Assert.Equal([Theirs, Theirs], await AskTwiceAsync("select distinct organization_id from leakwatch.documents", Theirs));

        await AssertConnectionIsNobodysAsync();
    }

    [Fact]
    public async Task Queries_in_SQL_cannot_change_rows()
    {
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => AskTwiceAsync("delete from leakwatch.documents returning organization_id"));

        Assert.Equal(PostgresErrorCodes.ReadOnlySqlTransaction, refusal.SqlState);
    }

    private Task<List<Guid>> AskTwiceAsync(string sql, Guid? organization = null) => new TenantDatabase(source).ReadAsync(organization ?? Ours, [new(sql), new(sql)], async answers =>
    {
        var organizations = new List<Guid>();
        do
        {
            while (await answers.ReadAsync(Token))
            {
                organizations.Add(answers.GetGuid(0));
            }
        }
        while (await answers.NextResultAsync(Token));
        return organizations;
    }, Token);

    private async Task AssertConnectionIsNobodysAsync()
    {
        await using var connection = await source.OpenConnectionAsync(Token);
        await using var question = new NpgsqlCommand("select current_setting('role') || ',' || coalesce(current_setting('app.organization_id', true), '') || ',' || current_setting('transaction_read_only')", connection);
        Assert.Equal("none,,off", await question.ExecuteScalarAsync(Token));
    }

    private static async Task<List<Guid>> OrganizationsAsync(TenantDatabase database, Guid organization)
    {
        await using var db = database.OpenToRead(organization);
        return await db.Documents.IgnoreQueryFilters([LeakWatchDb.TenantFilter]).Select(document => document.OrganizationId).Distinct().ToListAsync(Token);
    }
}
