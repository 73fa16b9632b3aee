using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using LeakWatch.Commands.Doctor;
using LeakWatch.Tests.Services;

namespace LeakWatch.Tests.Commands.Doctor;

/// <summary>Real Postgres, Redis and S3; vendors' accounts as strict servers. Each thing that can be wrong is made wrong once.</summary>
public sealed class DoctorTests(PostgresService postgres, RedisService redis, S3Service s3) : IClassFixture<RedisService>, IAsyncLifetime
{
    /// <summary>Depends on what else this machine does.</summary>
    private const string Latency = "redis latency";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private TestDatabase database = null!;
    private FakeAccounts accounts = null!;
    private Dictionary<string, string> environment = null!;

    public async ValueTask InitializeAsync()
    {
        (database, accounts) = (await postgres.CreateDatabaseAsync(), await FakeAccounts.StartAsync());
        var bucket = await s3.SettingsAsync();
        environment = new(StringComparer.Ordinal)
        {
            ["NODE_ENV"] = "staging",
            ["DATABASE_URL"] = database.LoginUrl,
            ["DATABASE_MIGRATE_URL"] = database.OwnerUrl,
            ["REDIS_URL"] = redis.Url,
            ["LW_ENCRYPTION_KEY_32B"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
            ["LW_BASE_URL"] = "https://app.leakwatch.io",
            ["SHOPIFY_API_KEY"] = "client-id",
            ["SHOPIFY_API_SECRET"] = "shop-secret-0123456789",
            ["R2_ENDPOINT"] = bucket.Endpoint.AbsoluteUri,
            ["R2_ACCESS_KEY_ID"] = bucket.AccessKeyId,
            ["R2_SECRET_ACCESS_KEY"] = bucket.SecretAccessKey,
            ["R2_BUCKET"] = bucket.Bucket,
            ["OPENAI_API_KEY"] = FakeAccounts.OpenAiKey,
            ["OPENAI_BASE_URL"] = new Uri(accounts.Address, "v1").AbsoluteUri,
            ["MAILGUN_API_KEY"] = FakeAccounts.MailgunKey,
            ["MAILGUN_DOMAIN"] = FakeAccounts.Domain,
            ["MAILGUN_BASE_URL"] = accounts.Address.AbsoluteUri,
            ["MAIL_FROM"] = "LeakWatch Actions <actions@leakwatch.io>",
            ["SENTRY_DSN_API"] = accounts.Dsn("1"),
            ["SENTRY_DSN_WORKER"] = accounts.Dsn("2"),
            ["SENTRY_DSN_WEB"] = accounts.Dsn("3"),
        };
    }

    public async ValueTask DisposeAsync()
    {
        await accounts.DisposeAsync();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task What_is_set_up_as_the_runbook_says_is_all_well()
    {
        var results = await ExamineAsync();

        Assert.DoesNotContain(results, result => result.State is not CheckState.Ok && result.What != Latency);
        Assert.Equal(
            [
                "configuration", "database version", "database encryption", "migrations", "database role", "row-level security", "row-level security",
                "redis encryption", "redis latency", "redis eviction",
                "bucket put and get", "bucket presigned PUT", "bucket CORS", "bucket presigned GET", "bucket privacy", "bucket checksums", "bucket delete",
                "openai", "openai", "mailgun", "sentry", "sentry", "sentry",
            ],
            results.Select(result => result.What));
        Assert.Equal(["1", "2", "3"], accounts.Envelopes.Select(envelope => envelope.Project).Order());
    }

    [Theory]
    [InlineData("DATABASE_URL", "postgresql://leakwatch:wr0ngPassw0rd@127.0.0.1:{postgres}/{database}", "database connection", "password authentication failed", "DATABASE_URL")]
    [InlineData("DATABASE_URL", "postgresql://leakwatch:wr0ngPassw0rd@127.0.0.1:{closed}/leakwatch", "database connection", "Failed to connect", "DATABASE_URL")]
    [InlineData("DATABASE_MIGRATE_URL", "postgresql://owner:wr0ngPassw0rd@127.0.0.1:6543/postgres", "migrations", "pooler", "5432")]
    [InlineData("DATABASE_MIGRATE_URL", "postgresql://owner:wr0ngPassw0rd@127.0.0.1:{closed}/postgres", "migrations", "Failed to connect", "DATABASE_MIGRATE_URL")]
    [InlineData("REDIS_URL", "redis://:wr0ngPassw0rd@127.0.0.1:{redis}/0", "redis connection", "AuthenticationFailure", "REDIS_URL")]
    [InlineData("REDIS_URL", "redis://:wr0ngPassw0rd@127.0.0.1:{closed}/0", "redis connection", "UnableToConnect", "REDIS_URL")]
    [InlineData("REDIS_URL", "rediss://:wr0ngPassw0rd@127.0.0.1:{redis}/0", "redis connection", "UnableToConnect", "rediss://")]
    [InlineData("R2_SECRET_ACCESS_KEY", "wr0ngPassw0rd", "bucket", "403 SignatureDoesNotMatch", "Object Read & Write")]
    [InlineData("R2_BUCKET", "another-bucket", "bucket", "404 NoSuchBucket", "R2_BUCKET")]
    [InlineData("R2_ENDPOINT", "http://127.0.0.1:{closed}", "bucket", "not available", "R2_ENDPOINT")]
    [InlineData("LW_BASE_URL", "https://other.leakwatch.io", "bucket CORS", "https://other.leakwatch.io", "ops/r2/cors.ENVIRONMENT.json")]
    [InlineData("OPENAI_API_KEY", "sk-wr0ngPassw0rd", "openai", "401", "OPENAI_API_KEY")]
    [InlineData("OPENAI_MODEL_WRITE", "gpt-9", "openai", "no model gpt-9", "name another")]
    [InlineData("MAILGUN_API_KEY", "wr0ngPassw0rd", "mailgun", "401", "MAILGUN_API_KEY")]
    [InlineData("MAILGUN_DOMAIN", "other.leakwatch.io", "mailgun", "404", "EU")]
    [InlineData("SENTRY_DSN_WORKER", "http://wr0ngPassw0rd@127.0.0.1:{accounts}/2", "sentry", "403", "DSN")]
    [InlineData("SENTRY_DSN_WEB", "not a dsn", "configuration", "SENTRY_DSN_WEB is not the address of a project", "configuration.md")]
    [InlineData("LW_ENCRYPTION_KEY_32B", "wr0ngPassw0rd", "configuration", "not base64", "configuration.md")]
    public async Task What_is_wrong_is_named_with_its_fix_and_without_the_secret(string variable, string value, string what, string found, string fix)
    {
        environment[variable] = value.Replace("{closed}", $"{ServerProcess.FreePort()}", StringComparison.Ordinal)
            .Replace("{postgres}", $"{new Uri(database.LoginUrl).Port}", StringComparison.Ordinal).Replace("{database}", database.Name, StringComparison.Ordinal)
            .Replace("{redis}", $"{new Uri(redis.Url).Port}", StringComparison.Ordinal).Replace("{accounts}", $"{accounts.Address.Port}", StringComparison.Ordinal);

        var results = await ExamineAsync();

        var failed = Assert.Single(results, result => result.State is CheckState.Failed);
        Assert.Equal(what, failed.What);
        Assert.Contains(found, failed.Detail, StringComparison.Ordinal);
        Assert.Contains(fix, failed.Fix, StringComparison.Ordinal);
        Assert.DoesNotContain("wr0ngPassw0rd", $"{failed}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_was_not_migrated_says_which_migrations_are_pending()
    {
        await using var empty = await postgres.CreateEmptyDatabaseAsync();
        (environment["DATABASE_URL"], environment["DATABASE_MIGRATE_URL"]) = (empty.LoginUrl, empty.OwnerUrl);

        var failed = (await ExamineAsync()).Where(result => result.State is CheckState.Failed).ToList();

        Assert.Contains(failed, result => result.What == "migrations" && result.Detail.Contains("_Initial", StringComparison.Ordinal) && result.Fix == "Run 'leakwatch migrate'.");
    }

    [Fact]
    public async Task A_table_of_tenants_without_row_level_security_is_named()
    {
        await database.ExecuteAsync("alter table leakwatch.findings no force row level security; create table leakwatch.leaky (organization_id uuid not null)");

        var failed = Assert.Single(await ExamineAsync(), result => result.State is CheckState.Failed);

        Assert.Equal("row-level security", failed.What);
        Assert.Contains("findings", failed.Detail, StringComparison.Ordinal);
        Assert.Contains("leaky", failed.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_queue_that_may_be_evicted_fails_and_one_that_does_not_tell_is_unknown()
    {
        await using var evicts = new TestRedis();
        await evicts.StartAsync("--maxmemory-policy", "allkeys-lru");
        await using var silent = new TestRedis();
        await silent.StartAsync("--rename-command", "CONFIG", "", "--rename-command", "INFO", "");

        environment["REDIS_URL"] = evicts.Url;
        var evicted = Assert.Single(await ExamineAsync(), result => result.State is CheckState.Failed);
        environment["REDIS_URL"] = silent.Url;
        var unknown = Assert.Single(await ExamineAsync(), result => result.State is CheckState.Failed or CheckState.Unknown && result.What != Latency);

        Assert.Equal(("redis eviction", "maxmemory-policy is allkeys-lru"), (evicted.What, evicted.Detail));
        Assert.Equal(("redis eviction", CheckState.Unknown), (unknown.What, unknown.State));
    }

    [Fact]
    public async Task What_is_not_configured_is_off_and_no_failure()
    {
        foreach (var name in new[] { "REDIS_URL", "R2_ENDPOINT", "R2_ACCESS_KEY_ID", "R2_SECRET_ACCESS_KEY", "R2_BUCKET", "OPENAI_API_KEY", "MAILGUN_API_KEY", "SENTRY_DSN_API", "SENTRY_DSN_WORKER", "SENTRY_DSN_WEB" })
        {
            environment.Remove(name);
        }

        environment["NODE_ENV"] = "development";

        var results = await ExamineAsync();

        Assert.DoesNotContain(results, result => result.State is CheckState.Failed);
        Assert.Equal(["redis", "bucket", "openai", "mailgun", "sentry", "sentry", "sentry"], results.Where(result => result.State is CheckState.Off).Select(result => result.What));
    }

    [Fact]
    public async Task A_part_that_does_not_answer_fails_after_its_time_and_the_others_are_looked_at()
    {
        using var silence = new TcpListener(IPAddress.Loopback, 0);
        silence.Start();
        environment["OPENAI_BASE_URL"] = $"http://127.0.0.1:{((IPEndPoint)silence.LocalEndpoint).Port}/v1";

        var results = await DoctorCommand.ExamineAsync(environment, TimeSpan.FromSeconds(20));

        Assert.Equal(("openai", "no answer within 20 s"), results.Where(result => result.State is CheckState.Failed).Select(result => (result.What, result.Detail)).Single());
        Assert.Contains(results, result => result is { What: "mailgun", State: CheckState.Ok });
    }

    [Fact]
    public async Task A_part_that_is_slow_and_well_is_said_to_be_slow_and_has_not_failed()
    {
        var results = await DoctorCommand.ExamineAsync(environment, Patience, slow: TimeSpan.Zero);

        Assert.DoesNotContain(results, result => result.State is CheckState.Failed);
        Assert.Equal(
            ["bucket", "database", "mailgun", "openai", "redis", "sentry"],
            results.Where(result => result.State is CheckState.Unknown)
                .Where(result => result.Detail.StartsWith("slow: it took ", StringComparison.Ordinal))
                .Select(result => result.What).Order());
    }

    [Fact]
    public async Task The_command_prints_a_table_or_JSON_and_ends_with_1_when_something_failed()
    {
        environment["OPENAI_API_KEY"] = "sk-wr0ngPassw0rd";

        var table = await ProgramRun.OfAsync(environment, "doctor");
        environment["OPENAI_API_KEY"] = FakeAccounts.OpenAiKey;
        var json = await ProgramRun.OfAsync(environment, "doctor", "--json");

        Assert.Equal((1, 0), (table.ExitCode, json.ExitCode));
        Assert.Matches(@"FAILED\s+openai\s+answered 401\n\s+→ Make a new key and set OPENAI_API_KEY\.", table.Output);
        Assert.All(JsonNode.Parse(json.Output)!.AsArray().Where(result => (string?)result!["what"] != Latency), result => Assert.Equal("OK", (string?)result!["state"]));
        var secrets = new[] { "wr0ngPassw0rd", FakeAccounts.OpenAiKey, FakeAccounts.MailgunKey, new Uri(redis.Url).UserInfo.Trim(':'), new Uri(database.LoginUrl).UserInfo.Split(':')[1], environment["LW_ENCRYPTION_KEY_32B"] };
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, table.Output + table.Error + json.Output + json.Error, StringComparison.Ordinal));
    }

    private Task<IReadOnlyList<CheckResult>> ExamineAsync() => DoctorCommand.ExamineAsync(environment, Patience);
}
