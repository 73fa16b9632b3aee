using System.Net;
using System.Text.Json.Nodes;
using LeakWatch.Jobs;
using LeakWatch.Tests.Services;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace LeakWatch.Tests.Jobs;

/// <summary>Whether a worker is alive is found out by a synthetic job that goes the way real ones go.</summary>
public sealed class WorkerHealthTests(PostgresService postgres, RedisService redis)
    : IClassFixture<RedisService>, IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("leakwatch-files-");
    private readonly FakeTimeProvider time = new(TimeProvider.System.GetUtcNow());
    private TestDatabase database = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => database = await postgres.CreateDatabaseAsync();

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_worker_that_takes_a_job_from_the_queue_is_ok_and_says_its_release(bool isQueueInRedis)
    {
        var url = isQueueInRedis ? redis.Url : "";
        using var worker = WorkerProcess.Start(database, folder.FullName, url);
        await using var api = await ApiServer.StartAsync(database, variables: [("REDIS_URL", url)]);
        using var http = new HttpClient { BaseAddress = api.Address };

        var (status, body) = await UntilAliveAsync(http);
        var version = JsonNode.Parse(await http.GetStringAsync("/version", Token))!["version"];

        Assert.Equal((HttpStatusCode.OK, "ok"), (status, (string?)body["status"]));
        Assert.Equal((string?)version, (string?)body["release"]);
        Assert.NotNull(body["lastJobAt"]);
        Assert.NotNull(body["seenAt"]);
        Assert.Equal("0", await AskAsync("select count(*)::text from leakwatch.jobs"));
    }

    [Theory]
    [InlineData("", "absent")]
    [InlineData("insert into leakwatch.worker_heartbeats values ('gone', now(), now() - interval '1 minute')", "absent")]
    [InlineData("insert into leakwatch.worker_heartbeats values ('idle', now(), now())", "silent")]
    [InlineData("""
        insert into leakwatch.worker_heartbeats values ('full', now(), now());
        insert into leakwatch.jobs
            (organization_id, id, name, version, subject_id, correlation_id, state, attempts, again, claimed_by, claimed_until)
          select id, id, 'ProcessDocument', 1, id, id, 'RUNNING', 1, false, 'full', now() + interval '20 minutes'
            from gen_random_uuid() id
        """, "busy")]
    [InlineData("""
        insert into leakwatch.worker_heartbeats values ('dead', now(), now() - interval '40 seconds');
        insert into leakwatch.worker_probes values (gen_random_uuid(), now(), now() - interval '30 seconds', 'dead', '1.0.0')
        """, "absent")]
    [InlineData("""
        insert into leakwatch.worker_heartbeats values ('idle', now(), now());
        insert into leakwatch.worker_probes values (gen_random_uuid(), now(), now() - interval '3 minutes', 'idle', '1.0.0')
        """, "silent")]
    public async Task What_no_worker_runs_is_503_after_20_seconds_with_what_is_known(string state, string status)
    {
        await database.ExecuteAsync(state.Length == 0 ? "select 1" : state);
        await using var api = await StartApiAsync();
        using var http = new HttpClient { BaseAddress = api.Address };

        var (code, body) = await UntilAnsweredAsync(http);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, status), (code, (string?)body["status"]));
    }

    [Fact]
    public async Task A_job_that_ran_a_minute_ago_in_a_worker_that_lives_is_answer_enough()
    {
        await database.ExecuteAsync("""
            insert into leakwatch.worker_heartbeats values ('lives', now(), now() - interval '10 seconds');
            insert into leakwatch.worker_probes values (gen_random_uuid(), now(), now() - interval '1 minute', 'lives', '7.8.9')
            """);
        await using var api = await StartApiAsync();
        using var http = new HttpClient { BaseAddress = api.Address };

        var body = JsonNode.Parse(await http.GetStringAsync("/health/worker", Token))!;

        Assert.Equal(("ok", "7.8.9"), ((string?)body["status"], (string?)body["release"]));
        Assert.Equal("0", await AskAsync("select count(*)::text from hangfire.job"));
    }

    [Fact]
    public async Task However_many_ask_one_job_is_sent_and_once_more_when_nobody_takes_it()
    {
        await using var first = await StartApiAsync();
        await using var second = await StartApiAsync();
        using var firstHttp = new HttpClient { BaseAddress = first.Address };
        using var secondHttp = new HttpClient { BaseAddress = second.Address };

        var answers = await UntilAnsweredAsync(
        [
            .. Enumerable.Range(0, 10).Select(_ => firstHttp.GetAsync("/health/worker", Token)),
            .. Enumerable.Range(0, 10).Select(_ => secondHttp.GetAsync("/health/worker", Token)),
        ]);

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode));
        Assert.Equal("1", await AskAsync("select count(*)::text from leakwatch.worker_probes"));
        Assert.Equal("2", await AskAsync("select count(*)::text from hangfire.job"));
    }

    [Fact]
    public async Task A_stranger_may_not_ask_without_end()
    {
        await using var api = await ApiServer.StartAsync(await postgres.CreateDatabaseAsync(), services =>
        {
            services.AddSingleton<TimeProvider>(time);
            services.AddSingleton(new LeakWatch.Http.RateLimits(AddressBurst: 1));
        });
        using var http = new HttpClient { BaseAddress = api.Address };

        var answers = await UntilAnsweredAsync(
            [.. Enumerable.Range(0, 5).Select(_ => http.GetAsync("/health/worker", Token))]);

        Assert.Contains(answers, answer => answer.StatusCode is HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task A_queue_that_is_down_is_named_at_once()
    {
        await using var api = await ApiServer.StartAsync(
            await postgres.CreateDatabaseAsync(), variables: [("REDIS_URL", $"redis://127.0.0.1:{ServerProcess.FreePort()}/0")]);
        using var http = new HttpClient { BaseAddress = api.Address };

        using var answer = await http.GetAsync("/health/worker", Token);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("queue_down", (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync(Token))!["status"]);
    }

    [Fact]
    public async Task Without_its_database_it_says_so()
    {
        await using var api = await ApiServer.StartAsync(await postgres.CreateDatabaseAsync(), services =>
            services.AddSingleton(_ => NpgsqlDataSource.Create("Host=127.0.0.1;Port=1;Database=none;Username=none")));
        using var http = new HttpClient { BaseAddress = api.Address };

        using var answer = await http.GetAsync("/health/worker", Token);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal(
            """{"status":"database_down","release":null,"lastJobAt":null,"seenAt":null}""",
            await answer.Content.ReadAsStringAsync(Token));
    }

    [Fact]
    public void A_release_that_knows_no_synthetic_job_drops_it_and_parks_nothing()
    {
        var written = File.ReadAllText(
            Path.Combine(Repository.Root, "tests/LeakWatch.Tests/Jobs/Envelopes/probe.json"));

        Assert.Equal(written, ProbeEnvelope.Read(written)?.Write());
        Assert.Null(JobEnvelope.Read(written));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("not json")]
    [InlineData("""{"probe":"somewhere"}""")]
    public void What_is_neither_a_job_nor_a_synthetic_one_is_dropped(string text) =>
        Assert.Null(ProbeEnvelope.Read(text));

    private static async Task<(HttpStatusCode Status, JsonNode Body)> UntilAliveAsync(HttpClient http)
    {
        while (true)
        {
            using var answer = await http.GetAsync("/health/worker", Token);
            var body = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Token))!;
            if (answer.IsSuccessStatusCode)
            {
                return (answer.StatusCode, body);
            }
        }
    }

    private Task<ApiServer> StartApiAsync() =>
        ApiServer.StartAsync(database, services => services.AddSingleton<TimeProvider>(time));

    private async Task<(HttpStatusCode Status, JsonNode Body)> UntilAnsweredAsync(HttpClient http)
    {
        var answer = (await UntilAnsweredAsync([http.GetAsync("/health/worker", Token)])).Single();
        return (answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync(Token))!);
    }

    /// <summary>The clock runs as fast as the machine does.</summary>
    private async Task<IReadOnlyList<HttpResponseMessage>> UntilAnsweredAsync(Task<HttpResponseMessage>[] requests)
    {
        var all = Task.WhenAll(requests);
        while (!all.IsCompleted)
        {
            time.Advance(TimeSpan.FromMilliseconds(250));
            await Task.WhenAny(all, Task.Delay(20, Token));
        }

        return await all;
    }

    private async Task<string> AskAsync(string question)
    {
        await using var source = NpgsqlDataSource.Create(database.SuperuserConnection);
        await using var command = source.CreateCommand(question);
        return (string)(await command.ExecuteScalarAsync(Token))!;
    }
}
