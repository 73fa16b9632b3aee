using System.Net;
using LeakWatch.Data;
using LeakWatch.DailyRates;
using LeakWatch.Jobs;
using LeakWatch.Providers.Ecb;
using LeakWatch.Providers.Local;
using LeakWatch.Shops;
using LeakWatch.Tests.Providers;
using LeakWatch.Tests.Services;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace LeakWatch.Tests.DailyRates;

/// <summary>The day's rates: fetched once over all workers, kept through outages, used by dashboard and detection.</summary>
public sealed class ExchangeRateUpdatesTests(PostgresService postgres) : IAsyncLifetime
{
    private const string Friday = """<Cube time="2026-02-27"><Cube currency="USD" rate="1.2500"/><Cube currency="KRW" rate="1750.00"/></Cube>""";
    private const string Monday = """<Cube time="2026-03-02"><Cube currency="USD" rate="1.2000"/><Cube currency="KRW" rate="1740.00"/></Cube>""";

    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 3, 2, 18, 0, 0, TimeSpan.Zero));
    private TestDatabase database = null!;
    private NpgsqlDataSource source = null!;
    private FakeEcb ecb = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        database = await postgres.CreateDatabaseAsync();
        source = NpgsqlDataSource.Create(database.LoginConnection);
        ecb = await FakeEcb.StartAsync();
        ecb.Answer = FakeEcb.Feed(Monday, Friday);
    }

    public async ValueTask DisposeAsync()
    {
        await ecb.DisposeAsync();
        await source.DisposeAsync();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task Of_many_workers_one_fetches_and_a_restart_does_not_fetch_again()
    {
        var fetched = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => UpdateAsync()));
        var restarted = await UpdateAsync();

        Assert.Single(fetched, done => done);
        Assert.False(restarted);
        Assert.Single(ecb.Asked);
        Assert.Equal(["2026-02-27 1400", "2026-03-02 1450"], await StoredAsync());
    }

    [Fact]
    public async Task The_next_fetch_is_due_on_the_next_afternoon_and_asks_for_the_days_since()
    {
        await UpdateAsync();
        var next = await ScalarAsync("select to_char(due_at at time zone 'utc', 'HH24:MI') || ' ' || (due_at > now() and due_at <= now() + interval '1 day') from leakwatch.schedules");
        await FallsDueAsync();
        ecb.Answer = FakeEcb.Feed(Monday.Replace("1740.00", "1741.20", StringComparison.Ordinal), Friday);
        await UpdateAsync();

        Assert.Equal("16:30 true", next);
        Assert.Equal(["eurofxref-hist.xml", "eurofxref-hist-90d.xml"], ecb.Asked);
        Assert.Equal(["2026-02-27 1400", "2026-03-02 1451"], await StoredAsync());
    }

    [Theory]
    [InlineData(HttpStatusCode.ServiceUnavailable, Monday)]
    [InlineData(HttpStatusCode.OK, """<Cube time="2026-03-03"><Cube currency="USD" rate="0"/></Cube>""")]
    public async Task An_outage_or_a_wrong_feed_keeps_what_is_stored_and_is_tried_again_later(HttpStatusCode status, string day)
    {
        await UpdateAsync();
        await FallsDueAsync();
        (ecb.Status, ecb.Answer) = (status, FakeEcb.Feed(day));

        var failed = await UpdateAsync();
        var atOnce = await UpdateAsync();
        await FallsDueAsync();
        (ecb.Status, ecb.Answer) = (HttpStatusCode.OK, FakeEcb.Feed(Monday, Friday));
        var recovered = await UpdateAsync();

        Assert.Equal((false, false, true), (failed, atOnce, recovered));
        Assert.Equal(3, ecb.Asked.Count);
        Assert.Equal(2, (await StoredAsync()).Count);
    }

    [Fact]
    public async Task A_worker_that_dies_while_it_fetches_leaves_it_to_another()
    {
        var schedules = new Schedules(source, new NoErrorReports());
        await schedules.TakeAsync(ExchangeRateUpdates.Schedule, TimeSpan.FromSeconds(-1), Token);

        Assert.True(await UpdateAsync());
    }

    [Fact]
    public async Task Detection_and_the_dashboard_convert_with_the_stored_rates_and_without_them_sums_stay_apart()
    {
        await using var server = await ApiServer.StartAsync(database);
        using var shop = await ApiShop.CreateAsync(server);
        await shop.AddFindingsAsync(50m, 145_000m);
        await shop.RunInTransactionAsync(db => db.Findings.Where(finding => finding.Amount > 1000m).ExecuteUpdateAsync(finding => finding.SetProperty(row => row.Currency, "KRW"), Token));

        await RefreshAsync(shop);
        var without = await shop.GetAsync("summary");
        await UpdateAsync();
        await RefreshAsync(shop);
        var with = await shop.GetAsync("summary");

        Assert.Equal((2, 0), (without["findings"]!.AsArray().Count, without["totals"]!.AsArray().Count));
        var total = with["totals"]!.AsArray().Single()!;
        Assert.Equal(("LEAK", "153.57", "2026-02-27", 2), ((string?)total["verdict"], (string?)total["amount"], (string?)total["ratesOn"], (int)total["count"]!));
        var context = await shop.AskAsync(async db => await DetectionContextQuery.LoadAsync(db, await db.Shops.SingleAsync(Token), Token));
        Assert.Equal(2, context.Fx.Count);
    }

    [Fact]
    public async Task Old_charges_have_a_rate_of_their_week()
    {
        ecb.Answer = FakeEcb.Feed([.. Enumerable.Range(0, 500).Select(day => $"""<Cube time="{new DateOnly(2026, 3, 2).AddDays(-day):yyyy-MM-dd}"><Cube currency="USD" rate="1.25"/></Cube>""")]);
        await UpdateAsync();
        await using var server = await ApiServer.StartAsync(database);
        using var shop = await ApiShop.CreateAsync(server);

        var context = await shop.AskAsync(async db => await DetectionContextQuery.LoadAsync(db, await db.Shops.SingleAsync(Token), Token));

        var days = context.Fx.Select(table => table.AsOf!.Value.DayNumber).Order().ToList();
        Assert.InRange(days.Count, 100, 200);
        Assert.All(days.Zip(days.Skip(1)), pair => Assert.InRange(pair.Second - pair.First, 1, 7));
    }

    private async Task<bool> UpdateAsync()
    {
        await using var services = new ServiceCollection().AddSingleton<TimeProvider>(time).AddEcbExchangeRates(ecb.Url).BuildServiceProvider();
        using var updates = new ExchangeRateUpdates(
            services.GetRequiredService<IServiceScopeFactory>(), new Schedules(source, new NoErrorReports()), source, time, NullLogger<ExchangeRateUpdates>.Instance);
        return await updates.UpdateAsync(Token);
    }

    private Task<object?> FallsDueAsync() => ScalarAsync("update leakwatch.schedules set due_at = now()");

    private async Task<object?> ScalarAsync(string sql)
    {
        await using var all = NpgsqlDataSource.Create(database.SuperuserConnection);
        await using var command = all.CreateCommand(sql);
        return await command.ExecuteScalarAsync(Token);
    }

    private async Task<List<string>> StoredAsync() =>
        [.. ((string)(await ScalarAsync("select string_agg(day || ' ' || (rates ->> 'KRW'), ',' order by day) from leakwatch.exchange_rates where source = 'ecb' and base_currency = 'USD'"))!).Split(',')];

    private static async Task RefreshAsync(ApiShop shop)
    {
        await using var unit = await shop.Server.Tenants.BeginAsync(shop.OrganizationId, Token);
        await ShopSummaries.RefreshAsync(unit, await unit.Db.Shops.SingleAsync(Token), new(2026, 3, 1), DateTimeOffset.UnixEpoch, Token);
        await unit.CommitAsync(Token);
    }
}
