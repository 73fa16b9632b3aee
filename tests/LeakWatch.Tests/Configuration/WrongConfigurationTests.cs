using System.Globalization;
using System.Net;
using System.Net.Sockets;
using LeakWatch.Configuration;
using LeakWatch.Tests.Commands;
using LeakWatch.Tests.Services;

namespace LeakWatch.Tests.Configuration;

/// <summary>A role that cannot do its work does not start: one message names every problem, and no secret.</summary>
public sealed class WrongConfigurationTests(PostgresService postgres)
{
    private const string Secret = "S3cretThatNobodySees";
    private const string Token = "0123456789abcdef0123456789abcdef";

    private static readonly Dictionary<string, string> Right = new(StringComparer.Ordinal)
    {
        ["NODE_ENV"] = "production",
        ["DATABASE_URL"] = $"postgresql://leakwatch:{Secret}@db.example.com:6543/postgres",
        ["DATABASE_MIGRATE_URL"] = $"postgresql://owner:{Secret}@db.example.com:5432/postgres",
        ["REDIS_URL"] = $"rediss://default:{Secret}@redis.example.com:6379",
        ["LW_ENCRYPTION_KEY_32B"] = Convert.ToBase64String("S3cretThatNobodySees 32 bytes..."u8),
        ["LW_BASE_URL"] = "https://app.leakwatch.io",
        ["SHOPIFY_API_KEY"] = "client-id",
        ["SHOPIFY_API_SECRET"] = Secret,
        ["R2_ENDPOINT"] = "https://account.r2.cloudflarestorage.com",
        ["R2_ACCESS_KEY_ID"] = "access",
        ["R2_SECRET_ACCESS_KEY"] = Secret,
        ["R2_BUCKET"] = "leakwatch-prod",
        ["OPENAI_API_KEY"] = "sk-" + Secret,
    };

    private static readonly string[] OfEveryService = ["DATABASE_URL", "REDIS_URL", "LW_ENCRYPTION_KEY_32B", "LW_BASE_URL", "R2_ENDPOINT", "R2_ACCESS_KEY_ID", "R2_SECRET_ACCESS_KEY", "R2_BUCKET"];

    /// <summary>What each role cannot do without; the rest switches features on.</summary>
    private static readonly Dictionary<HostRole, string[]> Needs = new()
    {
        [HostRole.Api] = [.. OfEveryService, "SHOPIFY_API_KEY", "SHOPIFY_API_SECRET"],
        [HostRole.Worker] = OfEveryService,
        [HostRole.Migrate] = ["DATABASE_URL"],
    };

    /// <summary>A variable, a value that is wrong, and what is said about it.</summary>
    private static readonly (string Variable, string Value, string Says)[] Wrong =
    [
        ("NODE_ENV", "prod", "is none of production, staging and development"),
        ("DATABASE_URL", $"Host=db.example.com;Password={Secret}", "is not a URL of a Postgres database; it looks like postgresql://"),
        ("DATABASE_URL", $"mysql://leakwatch:{Secret}@db.example.com/postgres", "is not a URL of a Postgres database"),
        ("DATABASE_URL", $"postgresql://leakwatch:{Secret}@db.example.com", "is not a URL of a Postgres database"),
        ("DATABASE_URL", $"postgresql://leakwatch:{Secret}@db.example.com:99999/postgres", "is not a URL of a Postgres database"),
        ("DATABASE_URL", "postgresql://db.example.com/postgres", "names no login"),
        ("DATABASE_URL", $"postgresql://leakwatch:1/{Secret}?{Secret}@db.example.com/postgres", "names no login"),
        ("DATABASE_URL", $"postgresql://leakwatch:x@db.example.com/postgres?{Secret}/=x", "has an option that is not known"),
        ("DATABASE_URL", $"postgresql://leakwatch:{Secret}@db.example.com/postgres?sslmode=none", "has the option 'sslmode' that is not known or has a wrong value"),
        ("DATABASE_URL", $"postgresql://leakwatch:{Secret}@db.example.com/postgres?sslmode=disable", "is not encrypted"),
        ("DATABASE_URL", $"postgresql://leakwatch:{Secret}@db.example.com/postgres?TrustServerCertificate=true", "has the option 'TrustServerCertificate' that is not known"),
        ("DATABASE_MIGRATE_URL", $"postgresql:/owner:{Secret}", "is not a URL of a Postgres database"),
        ("REDIS_URL", $"https://default:{Secret}@redis.example.com", "is not a URL of a Redis server; it looks like rediss://"),
        ("REDIS_URL", $"rediss://default:{Secret}@redis.example.com:6379/first", "is not a URL of a Redis server"),
        ("REDIS_URL", $"redis://default:{Secret}@redis.example.com:6379", "is not encrypted; it looks like rediss://"),
        ("LW_ENCRYPTION_KEY_32B", Secret, "is not base64 of exactly 32 bytes; make one with: openssl rand -base64 32"),
        ("LW_ENCRYPTION_KEY_32B", "AAAA", "is not base64 of exactly 32 bytes"),
        ("LW_BASE_URL", "app.leakwatch.io", "is not an http or https address; it looks like https://app.leakwatch.io"),
        ("R2_ENDPOINT", "account.r2.cloudflarestorage.com", "is not an http or https address"),
        ("R2_ENDPOINT", "http://account.r2.cloudflarestorage.com", "is not encrypted"),
        ("R2_ENDPOINT", "https://account.r2.cloudflarestorage.com/leakwatch-prod", "leave out what follows the host"),
        ("R2_BUCKET", "Leakwatch Prod", "is not the name of a bucket"),
        ("OPENAI_API_KEY", $"sk-{Secret} ", ""),
        ("OPENAI_API_KEY", $"sk- {Secret}", "is not a key"),
        ("OPENAI_MAX_RETRIES", "many", "is not a number from 0 to 10"),
        ("OPENAI_MAX_RETRIES", "11", "is not a number from 0 to 10"),
        ("OPENAI_BASE_URL", "http://api.openai.com/v1", "is not an https address"),
        ("LW_WORKER_CONCURRENCY", "0", "is not a number from 1 to 64; it looks like 2"),
        ("LW_WORKER_CONCURRENCY", "two", "is not a number from 1 to 64"),
        ("LW_REQUESTS_PER_SECOND", "-1", "is not a number from 1 to 100000"),
        ("LW_PORT", "70000", "is not a number from 0 to 65535"),
        ("LW_OPERATIONS_PORT", "x", "is not a number from 0 to 65535"),
        ("LW_OPERATIONS_PORT", "4000", "is LW_PORT too; it looks like 4001"),
        ("LW_LISTEN", "everywhere", "is neither any nor loopback"),
        ("OPS_EMAIL", "nobody", "is not a mail address"),
        ("OPS_SLACK_WEBHOOK_URL", $"http://hooks.example.com/{Secret}", "is not encrypted"),
        ("MAILGUN_BASE_URL", "api.mailgun.net", "is not an http or https address"),
        ("SENTRY_DSN_API", $"https://o1.ingest.sentry.io/{Secret}", "is not the address of a project at Sentry"),
        ("SENTRY_DSN_WORKER", $"http://{Secret}@o1.ingest.sentry.io/42", "is not the address of a project at Sentry"),
        ("SENTRY_SAMPLE_RATE", "0", "is not a number above 0 to 1"),
        ("SENTRY_TRACES_SAMPLE_RATE", "11", "is not a number from 0 to 1"),
        ("SHOPIFY_API_KEY", "client id", "is not a key"),
        ("SHOPIFY_API_SECRET", $"{Secret} {Secret}", "is not a key"),
        ("SHOPIFY_API_SECRET_PREVIOUS", $"{Secret}\t{Secret}", "is not a key"),
        ("SHOPIFY_APP_URL", "app.leakwatch.io", "is not an https address; it looks like https://app.leakwatch.io"),
        ("SHOPIFY_APP_URL", "http://app.leakwatch.io", "is not an https address"),
        ("SHOPIFY_WEBHOOK_SECRET", $"{Secret} x", "is not a key"),
        ("R2_ACCESS_KEY_ID", "acc ess", "is not a key"),
        ("R2_SECRET_ACCESS_KEY", $"{Secret} {Secret}", "is not a key"),
        ("R2_PUBLIC_BASE_URL", "files", "is not an https address"),
        ("OPENAI_MODEL_NORMALIZE", "gpt 4o mini", "is not the name of a model"),
        ("OPENAI_MODEL_WRITE", "gpt\t4o", "is not the name of a model"),
        ("MAILGUN_DOMAIN", "nobody at all", "is not a domain"),
        ("MAILGUN_WEBHOOK_SIGNING_KEY", $"{Secret} x", "is not a key"),
        ("MAIL_FROM", "nobody", "is not a sender"),
        ("LW_OPERATIONS_TOKEN", Secret, "fewer than 32 characters, or a blank; make one with: openssl rand -hex 32"),
        ("LW_OPERATIONS_TOKEN", $"{Secret} {Secret}", "is not a token"),
        ("LW_OPERATIONS_HOST", "127.0.0.2", "can run jobs again; set LW_OPERATIONS_TOKEN too"),
        ("ECB_BASE_URL", "ftp://ecb.europa.eu", "is not an http or https address"),
    ];

    public static TheoryData<string, string> Missing() =>
        [.. Needs.SelectMany(role => Right.Keys.Where(name => name is not "NODE_ENV").Select(name => (role.Key.ToString(), name)))];

    public static TheoryData<int> WrongRows() => [.. Enumerable.Range(0, Wrong.Length)];

    [Theory]
    [MemberData(nameof(Missing))]
    public void A_role_starts_without_what_it_does_not_need_and_names_what_it_needs(string roleName, string variable)
    {
        var role = Enum.Parse<HostRole>(roleName);

        var settings = Settings.Read(Without(variable), role);

        Assert.Equal(!Needs[role].Contains(variable), settings.IsOk);
        if (settings.Error is { } error)
        {
            Assert.Equal(1, Count(error.Message, "\n  - "));
            Assert.Contains($"- {variable} is not set. ", error.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(WrongRows))]
    public void One_wrong_value_is_named_with_what_is_wrong_and_is_not_shown(int row)
    {
        var (variable, value, says) = Wrong[row];

        var settings = Settings.Read(With((variable, value)), HostRole.Api, HostRole.Worker);

        Assert.Equal(says.Length == 0, settings.IsOk);
        if (settings.Error is { } error)
        {
            Assert.Equal(1, Count(error.Message, "\n  - "));
            Assert.Matches($"- {variable} .*{System.Text.RegularExpressions.Regex.Escape(says)}", error.Message);
            Assert.DoesNotContain(Secret, error.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("R2_ENDPOINT", "account.r2.cloudflarestorage.com", "R2_BUCKET", "Leakwatch Prod")]
    [InlineData("R2_SECRET_ACCESS_KEY", "", "R2_BUCKET", "Leakwatch Prod")]
    [InlineData("R2_SECRET_ACCESS_KEY", "", "R2_ENDPOINT", "http://account.r2.cloudflarestorage.com")]
    [InlineData("MAILGUN_DOMAIN", "", "MAIL_FROM", "nobody")]
    [InlineData("OPENAI_BASE_URL", "api.openai.com", "OPENAI_API_KEY", "sk- x")]
    public void Two_wrong_values_of_one_vendor_are_named_at_once(string first, string wrong, string second, string wrongToo)
    {
        var settings = Settings.Read(With(("MAILGUN_API_KEY", Secret), ("MAILGUN_DOMAIN", "actions.leakwatch.io"), ("MAIL_FROM", "a@leakwatch.io"), (first, wrong), (second, wrongToo)), HostRole.Worker);

        Assert.Equal(
            new[] { first, second }.Order(), settings.Error!.Message.Split('\n').Where(line => line.StartsWith("  - ", StringComparison.Ordinal)).Select(line => line[4..].Split(' ')[0]).Order());
    }

    [Theory]
    [InlineData("MAILGUN_API_KEY", "key with blanks", "Api")]
    [InlineData("MAILGUN_API_KEY", "key with blanks", "Worker")]
    [InlineData("MAILGUN_DOMAIN", "no domain", "Api")]
    [InlineData("MAILGUN_DOMAIN", "no domain", "Worker")]
    [InlineData("MAIL_FROM", "nobody", "Api")]
    [InlineData("MAIL_FROM", "nobody", "Worker")]
    [InlineData("MAILGUN_BASE_URL", "http://api.mailgun.net", "Api")]
    [InlineData("MAILGUN_BASE_URL", "http://api.mailgun.net", "Worker")]
    public void A_wrong_value_of_Mailguns_stops_each_service(string variable, string value, string role)
    {
        var wrong = With(
            ("MAILGUN_API_KEY", Secret), ("MAILGUN_DOMAIN", "actions.leakwatch.io"), ("MAIL_FROM", "a@leakwatch.io"),
            (variable, value));

        var settings = Settings.Read(wrong, Enum.Parse<HostRole>(role));

        Assert.Equal([variable], NamedIn(settings.Error!.Message));
    }

    [Fact]
    public void Without_its_feature_a_model_with_a_blank_is_wrong_all_the_same()
    {
        var settings = Settings.Read(With(("OPENAI_API_KEY", ""), ("OPENAI_MODEL_WRITE", "gpt 4o")), HostRole.Worker);

        Assert.Equal(["OPENAI_MODEL_WRITE"], NamedIn(settings.Error!.Message));
    }

    [Theory]
    [InlineData("", "", "", null)] // on a machine of one's own
    [InlineData("leakwatch-api", "", "", null)] // on Fly without a token
    [InlineData("", "127.0.0.2", Token, "127.0.0.2")]
    [InlineData("leakwatch-api", "::1", Token, "::1")]
    [InlineData("", "", Token, null)]
    public void Operators_come_from_outside_only_where_there_is_a_token_and_an_address(
        string flyApp, string host, string token, string? address)
    {
        var settings = Settings.Read(
            With(("FLY_APP_NAME", flyApp), ("LW_OPERATIONS_HOST", host), ("LW_OPERATIONS_TOKEN", token)),
            HostRole.Worker);

        Assert.Equal(address, settings.Value!.Addresses.OperationsAddress?.ToString());
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("LOCALHOST")]
    public void A_name_of_this_machine_does_for_its_address(string name)
    {
        var settings = Settings.Read(
            With(("LW_OPERATIONS_HOST", name), ("LW_OPERATIONS_TOKEN", Token)), HostRole.Worker);

        Assert.True(IPAddress.IsLoopback(settings.Value!.Addresses.OperationsAddress!));
    }

    [Fact]
    public void On_Fly_with_a_token_it_is_the_private_network_and_a_machine_without_one_says_so()
    {
        var settings = Settings.Read(
            With(("FLY_APP_NAME", "leakwatch-api"), ("LW_OPERATIONS_TOKEN", Token)), HostRole.Worker);

        Assert.Contains(
            "LW_OPERATIONS_HOST is no address of this machine and no name of one; on Fly it is fly-local-6pn",
            settings.Error!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("production")]
    [InlineData("staging")]
    [InlineData("production\r")]
    [InlineData(" staging ")]
    public async Task Up_refuses_where_it_would_sign_strangers_in(string environment)
    {
        var folder = Path.Combine(Path.GetTempPath(), $"leakwatch-up-{Guid.CreateVersion7()}");

        var run = await ProgramRun.OfAsync(With(("NODE_ENV", environment)), "up", "--port", "0", "--data", folder);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("signs every visitor in as the owner", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public async Task Up_names_a_port_that_is_none()
    {
        var run = await ProgramRun.OfAsync(With(("NODE_ENV", "")), "up", "--port", "99999");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal("leakwatch up: --port 99999 is no port; it is from 0 to 65535, such as 4000.", run.Error.Trim());
    }

    [Fact]
    public async Task Up_names_a_port_on_which_another_listens_and_prints_no_stack_trace()
    {
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), $"leakwatch-up-{Guid.CreateVersion7()}"));
        using var another = new TcpListener(IPAddress.Loopback, 0);
        another.Start();
        var port = ((IPEndPoint)another.LocalEndpoint).Port;

        var run = await ProgramRun.OfAsync(With(("NODE_ENV", "")), "up", "--port", $"{port}", "--data", folder.FullName);
        folder.Delete(recursive: true);

        Assert.Equal(3, run.ExitCode);
        Assert.Equal(["Starting Postgres…", $"leakwatch up: Port {port} cannot be listened on (Address already in use); end what listens there, or choose another with --port."], run.Error.Trim().Split('\n'));
    }

    [Fact]
    public void Who_wants_alerts_by_mail_needs_somebody_who_carries_them()
    {
        var settings = Settings.Read(With(("OPS_EMAIL", "operations@example.com"), ("MAILGUN_API_KEY", Secret)), HostRole.Worker);

        Assert.Equal(["MAILGUN_DOMAIN", "MAIL_FROM"], settings.Error!.Message.Split('\n').Where(line => line.StartsWith("  - ", StringComparison.Ordinal)).Select(line => line[4..].Split(' ')[0]));
    }

    [Theory]
    [InlineData("api")]
    [InlineData("worker")]
    [InlineData("migrate")]
    public async Task With_nothing_set_a_role_ends_with_3_and_names_all_it_needs(string verb)
    {
        var run = await ProgramRun.OfAsync(With([], ("NODE_ENV", "staging")), verb);

        AssertRefused(run, $"leakwatch {verb}: The configuration is not complete:");
        Assert.Equal(Needs[Enum.Parse<HostRole>(verb, ignoreCase: true)].Order(), run.Error.Split('\n').Where(line => line.StartsWith("  - ", StringComparison.Ordinal)).Select(line => line[4..].Split(' ')[0]).Order());
    }

    [Theory]
    [InlineData("api")]
    [InlineData("worker")]
    [InlineData("migrate")]
    public async Task With_everything_wrong_a_role_ends_with_3_and_shows_no_value(string verb)
    {
        var everything = Wrong.Where(row => row.Says.Length > 0).GroupBy(row => row.Variable).Select(rows => (rows.Key, rows.Last().Value)).ToArray();

        var run = await ProgramRun.OfAsync(With(everything), verb);

        AssertRefused(run, "DATABASE_URL");
        Assert.Contains("LW_WORKER_CONCURRENCY", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("api")]
    [InlineData("worker")]
    [InlineData("migrate")]
    public async Task A_database_that_is_not_there_ends_a_role_with_3(string verb)
    {
        var run = await ProgramRun.OfAsync(Development($"postgresql://leakwatch:{Secret}@127.0.0.1:{ServerProcess.FreePort()}/leakwatch"), verb);

        AssertRefused(run, verb == "migrate" ? "check the host and port of DATABASE_MIGRATE_URL" : "DATABASE_URL cannot be reached");
    }

    [Theory]
    [InlineData("api")]
    [InlineData("migrate")]
    public async Task A_password_that_is_refused_ends_a_role_with_3(string verb)
    {
        await using var database = await postgres.CreateDatabaseAsync();

        var run = await ProgramRun.OfAsync(Development(new UriBuilder(database.LoginUrl) { Password = Secret }.Uri.ToString()), verb);

        AssertRefused(
            run,
            verb == "migrate" ? "the password of 'leakwatch' in DATABASE_MIGRATE_URL is wrong" : "password authentication failed");
    }

    [Fact]
    public async Task A_database_that_was_not_migrated_ends_a_role_with_3_and_says_what_to_run()
    {
        // The roles are the server's: a migrated database beside it has brought them.
        await using var migrated = await postgres.CreateDatabaseAsync();
        await using var database = await postgres.CreateEmptyDatabaseAsync();

        AssertRefused(await ProgramRun.OfAsync(Development(database.LoginUrl), "api"), "leakwatch migrate");
    }

    [Fact]
    public async Task A_login_that_row_level_security_does_not_bind_ends_a_role_with_3()
    {
        // Roles belong to the server, so this one is not shared.
        await using var server = await TestPostgres.StartAsync();
        await using var database = await server.CreateDatabaseAsync();
        await database.ExecuteAsync("alter role leakwatch_app bypassrls");

        var run = await ProgramRun.OfAsync(Development(database.LoginUrl), "worker");

        AssertRefused(run, "has BYPASSRLS, so row-level security would not hold");
    }

    [Fact]
    public async Task A_port_that_is_taken_ends_a_role_with_3_and_names_the_variable()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);

        var run = await ProgramRun.OfAsync(With(Development(database.LoginUrl), ("LW_PORT", port)), "api");

        AssertRefused(run, "choose another with LW_PORT");
    }

    private static Dictionary<string, string> Development(string databaseUrl) =>
        With([], ("NODE_ENV", "development"), ("DATABASE_URL", databaseUrl), ("LW_PORT", "0"), ("LW_OPERATIONS_PORT", "0"));

    private static Dictionary<string, string> Without(string variable) => Right.Where(pair => pair.Key != variable).ToDictionary();

    private static Dictionary<string, string> With(params (string Name, string Value)[] changes) => With(Right, changes);

    private static Dictionary<string, string> With(Dictionary<string, string> environment, params (string Name, string Value)[] changes)
    {
        var changed = environment.ToDictionary();
        foreach (var (name, value) in changes)
        {
            changed[name] = value;
        }

        return changed;
    }

    private static void AssertRefused(ProgramRun run, string says)
    {
        Assert.Equal(3, run.ExitCode);
        Assert.Contains(says, run.Error, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"Exception|(?m)^\s+at ", run.Output + run.Error);
        Assert.DoesNotContain(Secret, run.Output + run.Error, StringComparison.Ordinal);
    }

    private static IEnumerable<string> NamedIn(string message) =>
        message.Split('\n').Where(line => line.StartsWith("  - ", StringComparison.Ordinal))
            .Select(line => line[4..].Split(' ')[0]);

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
