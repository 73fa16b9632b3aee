using System.Text;
using LeakWatch.Core.Operations;
using LeakWatch.Data;
using LeakWatch.Documents;
using LeakWatch.Observability;
using LeakWatch.Operations;
using LeakWatch.Providers;
using LeakWatch.Providers.Local;
using LeakWatch.Tests.Data;
using LeakWatch.Tests.Services;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace LeakWatch.Tests.Jobs;

/// <summary>What we depend on is down for a while: documents wait for it, say so, and are read when it is back.</summary>
public sealed class OutageTests(PostgresService postgres) : WorkerShopTests(postgres)
{
    private const int MoreThanAllAttempts = 12;

    private static readonly byte[] Statement = Encoding.UTF8.GetBytes(
        "Date,Description,Amount,Currency\n2026-01-03,KESTREL ANALYTICS INC,19.00,USD\n"
    );

    [Fact]
    public async Task A_store_that_is_down_costs_no_attempt_and_is_waited_for_with_its_reason()
    {
        var version = await shop.UploadAsync("invoice.csv", Statement);
        var store = new Switchable();
        await using var worker = Worker(version.Id, store);
        for (var attempt = 1; attempt <= MoreThanAllAttempts; attempt++)
        {
            await worker.RunAsync((await JobAsync(version.Id)).Envelope);
        }

        var waiting = await JobAsync(version.Id);
        Assert.Equal((JobState.Waiting, 0, "STORE_UNAVAILABLE"), (waiting.State, waiting.Attempts, waiting.ErrorCode));
        Assert.Equal(DocumentState.Extracting, await StateAsync(version.Id));
        Assert.Empty(worker.Services.GetRequiredService<Counters>().Take());

        store.IsUp = true;
        await worker.RunAllAsync(shop);

        Assert.Equal(DocumentState.Done, await StateAsync(version.Id));
    }

    [Fact]
    public async Task A_document_says_in_the_list_and_on_its_page_what_it_waits_for_and_until_when()
    {
        var version = await shop.UploadAsync("invoice.csv", Statement);
        await using var worker = Worker(version.Id, new());
        await worker.RunAsync((await JobAsync(version.Id)).Envelope);
        var job = await JobAsync(version.Id);

        var page = await shop.AskAsync(db => DocumentView.FindAsync(db, shop.ShopId, version.DocumentId, Token));
        var list = await shop.AskAsync(db =>
            DocumentQuery.ListAsync(db, shop.ShopId, new(null, null, null, null), Token)
        );

        var expected = new WaitingView("STORE_UNAVAILABLE", job.OutageSince!.Value, job.DueAt);
        Assert.Equal(expected, page!.Waiting);
        Assert.Equal(expected, Assert.Single(list.Value!.Items).Waiting);
    }

    [Fact]
    public async Task An_outage_of_a_day_ends_the_document_with_its_code_and_a_person_can_retry_it()
    {
        var version = await shop.UploadAsync("invoice.csv", Statement);
        var store = new Switchable();
        await using var worker = Worker(version.Id, store);
        var envelope = (await JobAsync(version.Id)).Envelope;
        await worker.RunAsync(envelope);
        await database.ExecuteAsync("update leakwatch.jobs set outage_since = now() - interval '23 hours 59 minutes'");
        await worker.RunAsync(envelope);
        Assert.Equal(DocumentState.Extracting, await StateAsync(version.Id));

        await database.ExecuteAsync("update leakwatch.jobs set outage_since = now() - interval '1 day'");
        await worker.RunAsync(envelope);

        var failed = await shop.AskAsync(db => db.DocumentVersions.AsNoTracking().SingleAsync(Token));
        Assert.Equal((DocumentState.ExtractionFailed, "STORE_UNAVAILABLE"), (failed.State, failed.ErrorCode));

        store.IsUp = true;
        await RetryAsync(version.Id);
        await worker.RunAllAsync(shop);

        Assert.Equal(DocumentState.Done, await StateAsync(version.Id));
    }

    [Fact]
    public async Task A_bug_still_uses_up_the_attempts_also_after_an_outage()
    {
        var version = await shop.UploadAsync("invoice.csv", Statement);
        var store = new Switchable();
        await using var worker = Worker(version.Id, store);
        var envelope = (await JobAsync(version.Id)).Envelope;
        await worker.RunAsync(envelope);
        store.Failure = () => new InvalidOperationException("A bug.");
        for (var attempt = 1; attempt <= 4; attempt++)
        {
            await worker.RunAsync(envelope);
        }

        Assert.Equal(JobState.Dead, (await JobAsync(version.Id)).State);
        Assert.Equal(DocumentState.ExtractionFailed, await StateAsync(version.Id));
    }

    [Fact]
    public async Task When_one_document_is_read_again_the_others_of_its_shop_need_not_wait_for_their_pauses()
    {
        var first = await shop.UploadAsync("first.csv", Statement);
        var second = await shop.UploadAsync("second.csv", [.. Statement, .. "2026-02-03,OTHER INC,5.00,USD\n"u8]);
        var store = new Switchable();
        await using var worker = Worker(null, store);
        await worker.RunAsync((await JobAsync(first.Id)).Envelope);
        await worker.RunAsync((await JobAsync(second.Id)).Envelope);
        await database.ExecuteAsync("update leakwatch.jobs set due_at = now() + interval '10 minutes'");

        store.IsUp = true;
        await worker.RunAsync((await JobAsync(first.Id)).Envelope);

        Assert.InRange((await JobAsync(second.Id)).DueAt, DateTimeOffset.UnixEpoch, TimeProvider.System.GetUtcNow());
    }

    [Fact]
    public async Task A_database_that_goes_down_while_a_document_is_read_costs_no_attempt_either()
    {
        await using var server = await TestPostgres.StartAsync();
        await using var ours = await server.CreateDatabaseAsync();
        await using var merchant = await WorkerShop.CreateAsync(ours, folder.FullName);
        var version = await merchant.UploadAsync("invoice.csv", Statement);
        var envelope = (await merchant.AskAsync(db => db.Jobs.AsNoTracking().SingleAsync(Token))).Envelope;
        var down = new TaskCompletionSource();
        var store = new Switchable
        {
            BeforeFailure = async () =>
            {
                await server.KillAsync();
                down.SetResult();
            },
        };
        await using var worker = WorkerHost.Build(ours, folder.FullName, services =>
            services.AddSingleton<IFileStore>(provider =>
                store.On(provider.GetRequiredService<LocalFileStore>(), version.Id)
            )
        );

        var running = worker.RunAsync(envelope);
        await down.Task;
        await server.StartAgainAsync();
        try
        {
            await running;
        }
        catch (NpgsqlException)
        {
            // What comes after the job was put back met a connection of before; the queue tries that again.
        }

        Assert.Equal(
            ["WAITING 0 STORE_UNAVAILABLE"],
            await TwoTenants.ListAsync(
                ours.SuperuserConnection,
                "select concat_ws(' ', state, attempts, error_code) from leakwatch.jobs"
            )
        );
    }

    [Fact]
    public async Task The_watcher_sees_what_is_waited_for_and_how_long()
    {
        var version = await shop.UploadAsync("invoice.csv", Statement);
        await using var worker = Worker(version.Id, new());
        await worker.RunAsync((await JobAsync(version.Id)).Envelope);
        await database.ExecuteAsync("update leakwatch.jobs set outage_since = now() - interval '6 minutes'");
        await using var source = NpgsqlDataSource.Create(database.LoginConnection);

        var seen = (await Alerts.LoadAsync(source, [], Token)).Seen;

        var (code, lasted) = Assert.Single(seen.Outages);
        Assert.Equal("STORE_UNAVAILABLE", code);
        Assert.InRange(lasted, TimeSpan.FromMinutes(6), TimeSpan.FromMinutes(7));
        Assert.Contains(AlertRules.Decide(seen, [], DateTimeOffset.UnixEpoch), step =>
            step.Notice.Kind == AlertKind.Outage
        );
    }

    [Theory]
    [InlineData(0, 5)]
    [InlineData(15, 5)]
    [InlineData(60, 20)]
    [InlineData(1800, 600)]
    [InlineData(86000, 600)]
    public void Pauses_grow_with_the_outage_from_five_seconds_to_ten_minutes(int lastedSeconds, int pauseSeconds)
    {
        var lasted = TimeSpan.FromSeconds(lastedSeconds);

        Assert.Equal(TimeSpan.FromSeconds(pauseSeconds), Outage.PauseAfter(lasted, 1));
        Assert.Equal(TimeSpan.FromSeconds(pauseSeconds * 0.75), Outage.PauseAfter(lasted, 0));
    }

    /// <param name="version">The one whose file cannot be opened; null: none can.</param>
    private WorkerHost Worker(Guid? version, Switchable store) =>
        WorkerHost.Build(database, folder.FullName, services =>
            services.AddSingleton<IFileStore>(provider =>
                store.On(provider.GetRequiredService<LocalFileStore>(), version)
            )
        );

    private Task<Job> JobAsync(Guid version) =>
        shop.AskAsync(db => db.Jobs.AsNoTracking().SingleAsync(job => job.SubjectId == version, Token));

    private Task<DocumentState> StateAsync(Guid version) =>
        shop.AskAsync(db =>
            db.DocumentVersions.Where(row => row.Id == version).Select(row => row.State).SingleAsync(Token)
        );

    private async Task RetryAsync(Guid versionId)
    {
        await using var unit = await shop.BeginAsync();
        var version = await unit.Db.DocumentVersions.SingleAsync(row => row.Id == versionId, Token);
        Assert.True((await DocumentRetries.RetryAsync(unit, version, Token)).IsOk);
        await unit.CommitAsync(Token);
    }

    /// <summary>A store that is down until it is switched on.</summary>
    private sealed class Switchable
    {
        private StoreThatFails? store;

        public bool IsUp
        {
            set => store!.IsWell = value;
        }

        public Func<Task> BeforeFailure { get; init; } = () => Task.CompletedTask;

        public Func<Exception> Failure { get; set; } =
            () =>
                new VendorUnavailableException("The object store is not available: 503.")
                {
                    Code = "STORE_UNAVAILABLE",
                };

        public IFileStore On(IFileStore files, Guid? version) =>
            store ??= new StoreThatFails(files, version, () => Failure(), BeforeFailure);
    }
}
