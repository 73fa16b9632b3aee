using LeakWatch.Tests.Services;
using Npgsql;

namespace LeakWatch.Tests.Commands;

/// <summary><c>leakwatch demo seed</c>, as who measures calls it.</summary>
public sealed class DemoCommandTests(PostgresService postgres) : IAsyncLifetime
{
    private TestDatabase database = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => database = await postgres.CreateDatabaseAsync();

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task It_fills_a_shop_of_its_own_and_prints_its_ids()
    {
        var run = await SeedAsync("", "--line-items", "40", "--findings", "3");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(run.Output.Trim(), await AskAsync("select organization_id || ' ' || id from leakwatch.shops"));
        Assert.Equal("40 3", await AskAsync("select (select count(*) from leakwatch.line_items) || ' ' || (select count(*) from leakwatch.findings)"));
    }

    [Theory]
    [InlineData("staging", "--line-items", "40")]
    [InlineData("production", "--line-items", "40")]
    [InlineData("", "--line-items", "0")]
    public async Task It_refuses_and_leaves_everything_as_it_was(string environment, params string[] arguments)
    {
        var run = await SeedAsync(environment, arguments);

        Assert.Equal(2, run.ExitCode);
        Assert.Equal("0", await AskAsync("select count(*)::text from leakwatch.organizations"));
    }

    private Task<ProgramRun> SeedAsync(string environment, params string[] arguments) =>
        ProgramRun.OfAsync([new("DATABASE_URL", database.LoginUrl), new("NODE_ENV", environment)], ["demo", "seed", .. arguments]);

    private async Task<string> AskAsync(string sql)
    {
        await using var all = NpgsqlDataSource.Create(database.SuperuserConnection);
        await using var question = all.CreateCommand(sql);
        return (string)(await question.ExecuteScalarAsync(Token))!;
    }
}
