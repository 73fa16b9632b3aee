using System.Text.Json.Nodes;
using LeakWatch.Tests.Providers.OpenAi;
using LeakWatch.Tests.Services;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LeakWatch.Tests.Hosting;

/// <summary>What a role says when it has started, and what it does not say while it runs.</summary>
public sealed class StartLineTests(PostgresService postgres) : IAsyncLifetime
{
    private const string Key = "sk-S3cretThatNobodySees";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("leakwatch-files-");
    private TestDatabase database = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => database = await postgres.CreateDatabaseAsync();

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_worker_says_in_one_line_of_JSON_what_it_is_where_it_listens_and_what_is_on()
    {
        var port = ServerProcess.FreePort();
        using var worker = WorkerProcess.Start(
            database, folder.FullName,
            settings:
            [
                ("LW_OPERATIONS_PORT", $"{port}"), ("OPENAI_API_KEY", Key), ("OPENAI_BASE_URL", "http://127.0.0.1:9/v1"),
            ]);

        var line = JsonNode.Parse(await worker.UntilItSaysAsync("LeakWatch worker", Token))!;

        Assert.Equal(30, (int)line["level"]!);
        Assert.Equal($"operators at http://127.0.0.1:{port}", (string?)line["Addresses"]);
        Assert.Equal(
            $"2 documents at once, language model gpt-4o-mini, queue in Postgres, files in {folder.FullName}",
            (string?)line["On"]);
        Assert.Equal(
            "exchange rates, mail by Mailgun, mail by SMTP, alerts by mail, alerts to Slack, Sentry, OpenTelemetry, operators' token",
            (string?)line["Off"]);
        Assert.Matches(@"^LeakWatch worker \d+\.\d+\.\d+\S* \(development\) is up: ", (string)line["msg"]!);
        Assert.DoesNotContain(worker.Lines, said => said.Contains(Key, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_api_says_its_own_port_and_the_operators_and_no_secret()
    {
        var (port, operators) = (ServerProcess.FreePort(), ServerProcess.FreePort());
        using var api = WorkerProcess.Start(
            database, folder.FullName, verb: "api",
            settings:
            [
                ("LW_PORT", $"{port}"), ("LW_OPERATIONS_PORT", $"{operators}"),
                ("SHOPIFY_API_KEY", "client-id"), ("SHOPIFY_API_SECRET", Key),
            ]);

        var line = JsonNode.Parse(await api.UntilItSaysAsync("LeakWatch api", Token))!;

        Assert.Equal($"http://127.0.0.1:{port}, operators at http://127.0.0.1:{operators}", (string?)line["Addresses"]);
        Assert.Equal($"sign-in by Shopify, queue in Postgres, files in {folder.FullName}", (string?)line["On"]);
        Assert.Equal("sign-in as owner for everybody, pages, Sentry, OpenTelemetry, operators' token", (string?)line["Off"]);
        Assert.DoesNotContain(api.Lines, said => said.Contains(Key, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Requests_to_vendors_are_no_lines_of_their_own_unless_something_is_wrong()
    {
        await using var worker = WorkerHost.Build(database, folder.FullName, services =>
            services.AddLogging(logging => logging.AddProvider(new CollectedLogs().Provider)));

        var logger = worker.Services.GetRequiredService<ILoggerFactory>()
            .CreateLogger("System.Net.Http.HttpClient.IExchangeRates.LogicalHandler");

        Assert.Equal((false, true), (logger.IsEnabled(LogLevel.Information), logger.IsEnabled(LogLevel.Warning)));
    }
}
