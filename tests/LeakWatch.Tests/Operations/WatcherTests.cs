using System.Net;
using LeakWatch.Core.Operations;
using LeakWatch.Hosting;
using LeakWatch.Jobs;
using LeakWatch.Observability;
using LeakWatch.Operations;
using LeakWatch.Providers;
using LeakWatch.Providers.Local;
using LeakWatch.Providers.Mailgun;
using LeakWatch.Providers.Slack;
using LeakWatch.Tests.Jobs;
using LeakWatch.Tests.Providers;
using LeakWatch.Tests.Services;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace LeakWatch.Tests.Operations;

/// <summary>What operators get, over all workers and through outages, on a real Postgres, a strict Mailgun and a strict Slack.</summary>
public sealed class WatcherTests(PostgresService postgres) : IAsyncLifetime
{
    private readonly Guid organization = Guid.CreateVersion7();

    private TestDatabase database = null!;
    private NpgsqlDataSource source = null!;
    private FakeMailgun mailgun = null!;
    private FakeSlack slack = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private List<string> Subjects => [.. mailgun.Sent.Select(mail => mail["subject"])];

    public async ValueTask InitializeAsync()
    {
        database = await postgres.CreateDatabaseAsync();
        source = NpgsqlDataSource.Create(database.LoginConnection);
        (mailgun, slack) = (await FakeMailgun.StartAsync(), await FakeSlack.StartAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await slack.DisposeAsync();
        await mailgun.DisposeAsync();
        await source.DisposeAsync();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task A_quiet_service_tells_nobody()
    {
        await LookAsync();

        Assert.Empty(mailgun.Sent);
        Assert.Empty(slack.Texts);
    }

    [Fact]
    public async Task A_dead_job_is_told_once_by_mail_and_Slack_and_so_is_that_it_is_over()
    {
        await AddJobAsync("DEAD");
        await LookAsync();
        await NextLookAsync();
        await SqlAsync("delete from leakwatch.jobs");
        await NextLookAsync();
        await NextLookAsync();

        Assert.Equal(["[LeakWatch staging] ALERT jobs are dead", "[LeakWatch staging] RECOVERED jobs are dead"], Subjects);
        Assert.Equal("operations@example.com", mailgun.Sent[0]["to"]);
        Assert.Contains("1 job has failed for good", mailgun.Sent[0]["text"], StringComparison.Ordinal);
        Assert.Equal("*ALERT jobs are dead* (LeakWatch staging)\n1 job has failed for good and waits for a person.", slack.Texts[0]);
        Assert.Equal(2, slack.Texts.Count);
    }

    [Fact]
    public async Task Of_many_workers_one_tells()
    {
        await AddJobAsync("DEAD");

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => LookAsync()));

        Assert.Single(mailgun.Sent);
        Assert.Single(slack.Texts);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_mail_or_Slack_did_not_take_is_tried_again_and_the_other_hears_it_at_once_and_not_twice(bool isMailDown)
    {
        await AddJobAsync("DEAD");
        (mailgun.Outage, slack.IsDown) = (isMailDown ? HttpStatusCode.ServiceUnavailable : null, !isMailDown);
        await LookAsync();
        Assert.Equal(isMailDown ? (0, 1) : (1, 0), (mailgun.Sent.Count, slack.Texts.Count));
        (mailgun.Outage, slack.IsDown) = (null, false);
        await NextLookAsync();
        await NextLookAsync();

        Assert.Single(mailgun.Sent);
        Assert.Single(slack.Texts);
    }

    [Fact]
    public async Task A_mail_that_is_refused_is_not_sent_again_and_again()
    {
        await AddJobAsync("DEAD");
        await LookAsync("nobody");
        await NextLookAsync();

        Assert.Empty(mailgun.Sent);
        Assert.Single(slack.Texts);
    }

    [Fact]
    public async Task The_failure_rate_of_jobs_is_that_of_all_processes()
    {
        await CountAsync(Counter.Jobs, good: 30, bad: 1);
        await CountAsync(Counter.Jobs, good: 30, bad: 4);
        await CountAsync(Counter.Requests, good: 100, bad: 0);
        await LookAsync();

        Assert.Contains("5 of 65 attempts at jobs failed in 15 minutes (7.7 %).", Assert.Single(mailgun.Sent)["text"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_failed_twenty_minutes_ago_does_not_count_any_more()
    {
        await CountAsync(Counter.Jobs, good: 30, bad: 30);
        await SqlAsync("update leakwatch.tallies set minute = minute - interval '20 minutes'");
        await LookAsync();

        Assert.Empty(mailgun.Sent);
    }

    [Fact]
    public async Task Attempts_at_jobs_are_counted_those_that_failed_and_those_that_did_not()
    {
        using var files = new TemporaryFolder();
        await using var shop = await WorkerShop.CreateAsync(database, files.Path);
        var version = await shop.UploadAsync("january.csv", "Date,Description,Amount,Currency\n2026-01-03,Tidewater,19.00,USD\n"u8.ToArray());
        StoreThatFails store = null!;
        await using var worker = WorkerHost.Build(
            database, files.Path, services => services.AddSingleton<IFileStore>(provider => store = new(provider.GetRequiredService<LocalFileStore>(), version.Id)));
        var job = await shop.AskAsync(db => db.Jobs.AsNoTracking().SingleAsync(Token));
        var envelope = job.Envelope;

        await worker.RunAsync(envelope);
        store.IsWell = true;
        await worker.RunAsync(envelope);
        await KeepAsync(worker.Services.GetRequiredService<Counters>());

        Assert.Equal("2 1", await SqlAsync("select tries || ' ' || failed from leakwatch.tallies where name = 'Jobs'"));
    }

    [Fact]
    public async Task Requests_are_counted_without_those_for_health_as_failed_when_the_fault_is_ours_and_kept_when_the_api_ends()
    {
        await using var server = await ApiServer.StartAsync(await postgres.CreateDatabaseAsync());
        using var shop = await ApiShop.CreateAsync(server);
        using var missing = await shop.Http.GetAsync(shop.Path($"findings/{Guid.CreateVersion7()}"), Token);
        await SqlAsync("alter table leakwatch.findings rename to gone", server.Database);
        using var broken = await shop.Http.GetAsync(shop.Path("findings?limit=5"), Token);
        using var health = await shop.Http.GetAsync("/health/live", Token);
        await server.Services.GetRequiredService<IHost>().StopAsync(Token);

        Assert.Equal("2 1", await SqlAsync("select sum(tries) || ' ' || sum(failed) from leakwatch.tallies where name = 'Requests'", server.Database));
    }

    [Theory]
    [InlineData(0, 30, true)]
    [InlineData(60, 30, false)] // of 600: it has been like that for a while
    [InlineData(60, 55, false)]
    [InlineData(60, 80, true)] // longer than an hour ago
    public async Task Failing_requests_are_told_when_they_are_more_than_usual(int badBefore, int minutesBefore, bool isTold)
    {
        await CountAsync(Counter.Requests, good: 600 - badBefore, bad: badBefore);
        await SqlAsync($"update leakwatch.tallies set minute = minute - interval '{minutesBefore} minutes'");
        await CountAsync(Counter.Requests, good: 90, bad: 10);
        await CountAsync(Counter.Jobs, good: 1000, bad: 0);
        await LookAsync();

        Assert.Equal(isTold ? ["[LeakWatch staging] ALERT requests fail"] : [], Subjects);
        Assert.All(mailgun.Sent, mail => Assert.Contains("10 of 100 requests failed in 5 minutes (10 %); in the hour before it was 0 %.", mail["text"], StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("WAITING", true)]
    [InlineData("QUEUED", true)]
    [InlineData("PARKED", false)] // waits for a release, not for a worker
    public async Task A_shop_that_waits_for_a_worker_is_told(string state, bool isTold)
    {
        await AddJobAsync(state, dueMinutesAgo: 6);
        await LookAsync();

        Assert.Equal(isTold ? ["[LeakWatch staging] ALERT the queue lags"] : [], Subjects);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)] // what runs is another shop's of the same organisation
    public async Task A_shop_with_a_backlog_waits_unless_something_of_it_runs(bool isItsOwn, bool isTold)
    {
        var shop = Guid.CreateVersion7();
        await AddJobAsync("WAITING", dueMinutesAgo: 60, shop);
        await AddJobAsync("RUNNING", dueMinutesAgo: 60, isItsOwn ? shop : Guid.CreateVersion7());
        await LookAsync();

        Assert.Equal(isTold ? ["[LeakWatch staging] ALERT the queue lags"] : [], Subjects);
    }

    [Fact]
    public async Task Work_that_is_due_later_does_not_wait_yet()
    {
        await AddJobAsync("WAITING", dueMinutesAgo: -60);

        Assert.Equal(TimeSpan.Zero, (await Alerts.LoadAsync(source, [], Token)).Seen.QueueLag);
    }

    [Theory]
    [InlineData("due_at = now() - interval '2 hours'", true)]
    [InlineData("failures = 5", true)]
    [InlineData("due_at = now() - interval '10 minutes', failures = 4", false)]
    public async Task A_schedule_that_was_not_kept_is_told(string change, bool isTold)
    {
        await SqlAsync("insert into leakwatch.schedules (name, due_at, failures) values ('ExchangeRates', now(), 0), ('OfAnotherRelease', now() - interval '1 year', 9)");
        await SqlAsync($"update leakwatch.schedules set {change} where name = 'ExchangeRates'");
        await LookAsync();

        Assert.Equal(isTold ? ["[LeakWatch staging] ALERT a schedule was missed"] : [], Subjects);
    }

    [Fact]
    public async Task An_idle_process_keeps_nothing_and_counts_that_could_not_be_kept_are_kept_later()
    {
        var tallies = new Counters();
        tallies.Count(Counter.Jobs, hasFailed: true);
        await SqlAsync("alter table leakwatch.tallies rename to gone");
        await Assert.ThrowsAsync<PostgresException>(() => KeepAsync(tallies));
        await SqlAsync("alter table leakwatch.gone rename to tallies");
        await KeepAsync(tallies);
        await SqlAsync("alter table leakwatch.tallies rename to gone");
        await KeepAsync(tallies);

        Assert.Equal("1 1", await SqlAsync("select tries || ' ' || failed from leakwatch.gone"));
    }

    private async Task NextLookAsync()
    {
        await SqlAsync("update leakwatch.schedules set due_at = now() - interval '1 second' where name = 'Watch'");
        await LookAsync();
    }

    private async Task LookAsync(string to = "operations@example.com")
    {
        var services = new ServiceCollection().AddMailgun(mailgun.Options).AddSlackAlerts(slack.Webhook);
        services.AddLogging(logging => logging.ClearProviders());
        services.AddSingleton(new AlertSender("LeakWatch staging")).AddSingleton(new OperatorMailbox(to)).AddTransient<IAlertChannel, MailAlerts>();
        await using var provider = services.BuildServiceProvider();
        using var watcher = new Watcher(
            source, new Schedules(source, new NoErrorReports()), provider.GetRequiredService<IServiceScopeFactory>(), new(["ExchangeRates"]), TimeProvider.System, NullLogger<Watcher>.Instance);
        await watcher.LookAsync(Token);
    }

    private Task CountAsync(Counter what, int good, int bad)
    {
        var tallies = new Counters();
        tallies.Add(what, new Tries(good + bad, bad));
        return KeepAsync(tallies);
    }

    private async Task KeepAsync(Counters tallies)
    {
        using var keeper = new CounterFlusher(tallies, source, TimeProvider.System, NullLogger<CounterFlusher>.Instance);
        await keeper.KeepAsync(Token);
    }

    private Task<object?> AddJobAsync(string state, int dueMinutesAgo = 0, Guid? shop = null) => SqlAsync($"""
        insert into leakwatch.jobs (organization_id, id, shop_id, name, version, subject_id, correlation_id, state, attempts, due_at, again, created_at)
          values ('{organization}', '{Guid.CreateVersion7()}', '{shop ?? Guid.CreateVersion7()}', 'ProcessDocument', 1, '{Guid.CreateVersion7()}', '{Guid.CreateVersion7()}', '{state}', 0,
            now() - interval '{dueMinutesAgo} minutes', false, now())
        """);

    private async Task<object?> SqlAsync(string sql, TestDatabase? other = null)
    {
        await using var all = NpgsqlDataSource.Create((other ?? database).SuperuserConnection);
        await using var command = all.CreateCommand(sql);
        return await command.ExecuteScalarAsync(Token);
    }
}
