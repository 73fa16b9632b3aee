using System.Text.Json.Nodes;
using LeakWatch.Commands;
using LeakWatch.Data;
using LeakWatch.Tests.Services;
using Microsoft.EntityFrameworkCore;

namespace LeakWatch.Tests.Commands;

public sealed class JobsCommandTests(PostgresService postgres) : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private TestDatabase database = null!;
    private WorkerShop shop = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        database = await postgres.CreateDatabaseAsync();
        shop = await WorkerShop.CreateAsync(database, folder.Path);
    }

    public async ValueTask DisposeAsync()
    {
        await shop.DisposeAsync();
        await database.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task It_says_how_many_are_unfinished_by_kind_and_state()
    {
        await shop.UploadAsync("a.csv", "a"u8.ToArray());
        await AddDeadAsync();

        var text = await RunAsync("list");
        var json = JsonNode.Parse((await RunAsync("list", "--json")).Output)!.AsArray();

        Assert.Matches(@"ProcessDocument\s+DEAD\s+1", text.Output);
        Assert.Equal([("DEAD", 1), ("WAITING", 1)], json.Select(one => ((string)one!["state"]!, (int)one["jobs"]!)));
    }

    [Fact]
    public async Task A_stopped_job_is_shown_with_its_reason_and_runs_again_when_told()
    {
        var job = await AddDeadAsync();

        var dead = await RunAsync("dead");
        var retried = await RunAsync("retry", job.ToString());
        var twice = await RunAsync("retry", job.ToString());

        Assert.Contains(job.ToString(), dead.Output, StringComparison.Ordinal);
        Assert.Contains("It failed.", dead.Output, StringComparison.Ordinal);
        Assert.Equal((0, 1), (retried.ExitCode, twice.ExitCode));
        Assert.Equal(JobState.Waiting, (await shop.AskAsync(db => db.Jobs.SingleAsync(Token))).State);
    }

    [Fact]
    public async Task All_dead_jobs_run_again_at_once()
    {
        await AddDeadAsync();
        await AddDeadAsync();

        var run = await RunAsync("retry", "--all");

        Assert.Contains("2 will run again", run.Error, StringComparison.Ordinal);
        Assert.Equal(0, await shop.AskAsync(db => db.Jobs.CountAsync(one => one.State == JobState.Dead, Token)));
    }

    [Fact]
    public async Task Drain_ends_when_nothing_is_left_to_do_and_says_what_is_left_when_its_time_is_over()
    {
        await AddDeadAsync();
        var drained = await RunAsync("drain");
        await shop.UploadAsync("a.csv", "a"u8.ToArray());
        var left = await RunAsync("drain", "--timeout", "0");

        Assert.Equal((0, 1), (drained.ExitCode, left.ExitCode));
        Assert.Contains("1 are left after 0 s", left.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData]
    [InlineData("retry")]
    [InlineData("retry", "no-id")]
    [InlineData("burn")]
    public async Task A_wrong_call_is_refused(params string[] args) => Assert.Equal(2, (await RunAsync(args)).ExitCode);

    [Fact]
    public async Task Without_its_database_it_says_so_and_ends_with_3()
    {
        var run = await CommandRun.OfAsync(
            (args, terminal) => JobsCommand.RunAsync(args, new Dictionary<string, string>(StringComparer.Ordinal) { ["DATABASE_URL"] = $"postgresql://a:b@127.0.0.1:{ServerProcess.FreePort()}/c" }, terminal), "list");

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("leakwatch doctor", run.Error, StringComparison.Ordinal);
    }

    private Task<CommandRun> RunAsync(params string[] args) => CommandRun.OfAsync(
        (given, terminal) => JobsCommand.RunAsync(given, new Dictionary<string, string>(StringComparer.Ordinal) { ["DATABASE_URL"] = database.LoginUrl }, terminal), args);

    private async Task<Guid> AddDeadAsync()
    {
        var job = Guid.CreateVersion7();
        await using var unit = await shop.BeginAsync();
        await unit.Db.Database.ExecuteSqlAsync($"""
            insert into leakwatch.jobs (organization_id, id, shop_id, name, version, subject_id, correlation_id, state, attempts, due_at, again, error_code, error_message, created_at)
              values ({shop.OrganizationId}, {job}, {shop.ShopId}, 'ProcessDocument', 1, {Guid.CreateVersion7()}, {job}, 'DEAD', 4, now(), false, 'JOB_FAILED', 'It failed.', now())
            """, Token);
        await unit.CommitAsync(Token);
        return job;
    }
}
