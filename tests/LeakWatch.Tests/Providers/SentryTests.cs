using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using LeakWatch.Core.Operations;
using LeakWatch.Jobs;
using LeakWatch.Providers;
using LeakWatch.Providers.Local;
using LeakWatch.Tests.Jobs;
using LeakWatch.Tests.Services;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;


namespace LeakWatch.Tests.Providers;

/// <summary>What Sentry gets from api and worker, read as strictly as Sentry reads it. The SDK is one for the process, so these run one after another.</summary>
public sealed class SentryTests(PostgresService postgres) : IAsyncLifetime
{
    private const string OfInvoice = "Kestrel Analytics Ltd owes 4,711.00";
    private const string Signature = "abcdef0123456789";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("leakwatch-files-");
    private FakeSentry sentry = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => sentry = await FakeSentry.StartAsync(Token);

    public async ValueTask DisposeAsync()
    {
        await sentry.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_bug_of_the_api_is_one_event_and_what_a_caller_did_wrong_is_none()
    {
        await using var server = await ApiServer.StartAsync(await postgres.CreateDatabaseAsync(), variables: [("SENTRY_DSN_API", sentry.Dsn), ("SENTRY_TRACES_SAMPLE_RATE", "1"), ("NODE_ENV", "test")]);
        using var shop = await ApiShop.CreateAsync(server);
        using var health = await shop.Http.GetAsync("/health/live", Token);
        using var malformed = await shop.PostAsync("facts/cancellations", new { nothing = 1 });
        await SuperuserAsync(server.Database, "alter table leakwatch.findings rename to gone");
        using var broken = await shop.Http.GetAsync(shop.Path("findings?limit=5&X-Amz-Signature=" + Signature), Token);
        using var missing = await shop.Http.GetAsync(shop.Path($"documents/{Guid.CreateVersion7()}"), Token);

        await sentry.WaitForAsync("transaction", 3);
        var report = Assert.Single(sentry.Of("event"));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.BadRequest, HttpStatusCode.InternalServerError), (missing.StatusCode, malformed.StatusCode, broken.StatusCode));
        Assert.Equal(("PostgresException", "development"), (LastPart(report["exception"]!["values"]!.AsArray()[^1]!["type"]), (string?)report["environment"]));
        Assert.StartsWith("leakwatch@", (string?)report["release"], StringComparison.Ordinal);
        Assert.EndsWith("/findings", (string?)report["request"]!["url"], StringComparison.Ordinal);
        Assert.Contains("/findings", Tag(report, "route"), StringComparison.Ordinal);
        Assert.All(sentry.Of("transaction"), transaction => Assert.DoesNotContain("health", (string?)transaction["transaction"], StringComparison.Ordinal));
        AssertNothingLeaks("Bearer", "eyJ", Signature);
    }

    [Fact]
    public async Task A_job_is_reported_once_when_it_has_failed_for_good_with_what_it_was_about()
    {
        var database = await postgres.CreateDatabaseAsync();
        await using var shop = await WorkerShop.CreateAsync(database, folder.FullName);
        var version = await shop.UploadAsync("poison.csv", "Date,Description,Amount,Currency\n2026-01-03,KESTREL,19.00,USD\n"u8.ToArray());
        // An outage that lasted until nobody tries any more is reported as a bug is.
        static Exception Failure() => new VendorUnavailableException($"'{OfInvoice}' cannot be read from https://bucket.example/original/1?X-Amz-Signature={Signature} with Bearer hush-hush-hush.");
        await using var worker = WorkerHost.Build(database, folder.FullName, services => services.AddSingleton<IFileStore>(
            provider => new StoreThatFails(provider.GetRequiredService<LocalFileStore>(), version.Id, Failure)), variables: [("SENTRY_DSN_WORKER", sentry.Dsn), ("SENTRY_TRACES_SAMPLE_RATE", "1")]);
        var job = await shop.AskAsync(db => db.Jobs.AsNoTracking().SingleAsync(Token));
        var envelope = job.Envelope;
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            await worker.RunAsync(envelope);
        }

        await sentry.WaitForAsync("transaction", 3);
        Assert.Empty(sentry.Of("event"));
        await SuperuserAsync(database, "update leakwatch.jobs set outage_since = now() - interval '1 day'");
        await worker.RunAsync(envelope);
        await worker.RunAsync(envelope);

        await sentry.WaitForAsync("transaction", 4);
        var report = Assert.Single(sentry.Of("event"));
        Assert.Equal(
            ("ProcessDocument", "1", job.Id.ToString(), version.Id.ToString(), shop.OrganizationId.ToString(), shop.ShopId.ToString(), job.CorrelationId.ToString()),
            (Tag(report, "job"), Tag(report, "attempt"), Tag(report, "job_id"), Tag(report, "subject_id"), Tag(report, "organization_id"), Tag(report, "shop_id"), Tag(report, "correlation_id")));
        Assert.Contains("[redacted] cannot be read from https://bucket.example/original/1", (string?)report["exception"]!["values"]!.AsArray()[^1]!["value"], StringComparison.Ordinal);
        Assert.Contains(report["breadcrumbs"]!.AsArray(), line => ((string?)line!["message"])!.Contains("failed for good", StringComparison.Ordinal));
        AssertNothingLeaks(OfInvoice, Signature, "hush-hush");
        await database.DisposeAsync();
    }

    [Fact]
    public async Task A_document_that_is_no_invoice_is_an_answer_and_no_event()
    {
        var database = await postgres.CreateDatabaseAsync();
        await using var shop = await WorkerShop.CreateAsync(database, folder.FullName);
        await shop.UploadAsync("notes.txt", Encoding.UTF8.GetBytes(OfInvoice));
        await using var worker = WorkerHost.Build(database, folder.FullName, variables: [("SENTRY_DSN_WORKER", sentry.Dsn), ("SENTRY_TRACES_SAMPLE_RATE", "1")]);

        await worker.RunAllAsync(shop);

        Assert.Equal("ok", (string?)(await sentry.WaitForAsync("transaction"))[0]["contexts"]!["trace"]!["status"]);
        Assert.Empty(sentry.Of("event"));
        AssertNothingLeaks(OfInvoice);
        await database.DisposeAsync();
    }

    [Fact]
    public async Task A_schedule_checks_in_when_it_begins_and_when_it_ends()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var source = NpgsqlDataSource.Create(database.LoginConnection);
        await using var worker = WorkerHost.Build(database, folder.FullName, variables: [("SENTRY_DSN_WORKER", sentry.Dsn)]);
        var schedules = new Schedules(source, worker.Services.GetRequiredService<IErrorReports>());

        await schedules.RunAsync("ExchangeRates", new(16, 30), TimeSpan.FromMinutes(5), _ => Task.CompletedTask, Token);
        await SuperuserAsync(database, "update leakwatch.schedules set due_at = now()");
        await Assert.ThrowsAsync<VendorUnavailableException>(() => schedules.RunAsync("ExchangeRates", new(16, 30), TimeSpan.FromMinutes(5), _ => throw new VendorUnavailableException("It is down."), Token));

        var told = await sentry.WaitForAsync("check_in", 4);
        Assert.Equal(["in_progress", "ok", "in_progress", "error"], told.Select(one => (string?)one["status"]));
        Assert.All(told, one => Assert.Equal(("exchange-rates", "30 16 * * *"), ((string?)one["monitor_slug"], (string?)one["monitor_config"]!["schedule"]!["value"])));
        var ids = told.Select(one => (string?)one["check_in_id"]).ToList();
        Assert.Equal([ids[0], ids[0], ids[2], ids[2]], ids);
        Assert.NotEqual(ids[0], ids[2]);
        Assert.Empty(sentry.Faults);
    }

    [Theory]
    [InlineData(AlertChange.Began, "error")]
    [InlineData(AlertChange.Ended, "info")]
    public async Task An_alert_of_the_watcher_is_an_event_that_rules_can_find(AlertChange change, string level)
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var worker = WorkerHost.Build(database, folder.FullName, variables: [("SENTRY_DSN_WORKER", sentry.Dsn)]);

        await worker.Services.GetServices<IAlertChannel>().Single(channel => channel.Name == "sentry")
            .SendAsync(new(AlertKind.JobFailures, change, "7 of 80 attempts at jobs failed in 15 minutes (8.8 %).", TimeProvider.System.GetUtcNow()), Token);

        var report = Assert.Single(await sentry.WaitForAsync("event"));
        Assert.Equal(("JobFailures", change.ToString(), level), (Tag(report, "alert"), Tag(report, "change"), (string?)report["level"]));
        // Figures differ from notice to notice, and all of them are one issue.
        Assert.Equal(["alert", "JobFailures"], report["fingerprint"]!.AsArray().Select(part => (string?)part));
    }

    [Fact]
    public async Task Without_a_project_nothing_of_the_SDK_is_there()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var worker = WorkerHost.Build(database, folder.FullName);

        Assert.IsType<NoErrorReports>(worker.Services.GetRequiredService<IErrorReports>());
        Assert.Null(worker.Services.GetService<global::Sentry.IHub>());
    }

    private void AssertNothingLeaks(params string[] secrets)
    {
        Assert.Empty(sentry.Faults);
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, sentry.Raw, StringComparison.OrdinalIgnoreCase));
    }

    private static string? Tag(JsonNode report, string name) => (string?)report["tags"]![name];

    private static string? LastPart(JsonNode? type) => ((string?)type)?.Split('.')[^1];

    private static async Task SuperuserAsync(TestDatabase database, string sql)
    {
        await using var all = NpgsqlDataSource.Create(database.SuperuserConnection);
        await using var command = all.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Token);
    }
}
