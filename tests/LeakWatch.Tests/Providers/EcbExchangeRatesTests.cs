using System.Net;
using LeakWatch.Core.Ledger;
using LeakWatch.Providers;
using LeakWatch.Providers.Ecb;
using Microsoft.Extensions.Time.Testing;

namespace LeakWatch.Tests.Providers;

public sealed class EcbExchangeRatesTests : IAsyncLifetime
{
    private const string Friday = """<Cube time="2026-02-27"><Cube currency="USD" rate="1.2500"/><Cube currency="KRW" rate="1750.00"/></Cube>""";
    private const string Monday = """<Cube time="2026-03-02"><Cube currency="USD" rate="1.2000"/><Cube currency="KRW" rate="1740.00"/></Cube>""";

    private static readonly DateOnly January = new(2026, 1, 1);

    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 3, 2, 18, 0, 0, TimeSpan.Zero));
    private FakeEcb ecb = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => ecb = await FakeEcb.StartAsync();

    public ValueTask DisposeAsync() => ecb.DisposeAsync();

    [Fact]
    public async Task Each_day_is_a_table_in_dollars_oldest_first()
    {
        ecb.Answer = FakeEcb.Feed(Monday, Friday);

        var tables = await SinceAsync(January);

        Assert.Equal(["2026-02-27", "2026-03-02"], tables.Select(table => table.AsOf?.ToString("O", null)));
        Assert.All(tables, table => Assert.Equal("USD", table.Base));
        Assert.Equal(0.8m, tables[0].Rates["EUR"].Value);
        Assert.Equal(1400m, tables[0].Rates["KRW"].Value);
        Assert.Equal(0.83333333m, tables[1].Rates["EUR"].Value);
    }

    [Fact]
    public async Task A_weekend_uses_the_nearest_day()
    {
        ecb.Answer = FakeEcb.Feed(Monday, Friday);
        var table = new ExchangeTable(await SinceAsync(January));

        Assert.Equal(1400m, table.Convert(1m, "USD", "KRW", new(2026, 2, 28)));
        Assert.Equal(1450m, table.Convert(1m, "USD", "KRW", new(2026, 3, 2)));
    }

    [Fact]
    public async Task A_source_that_is_days_behind_has_nothing_new()
    {
        ecb.Answer = FakeEcb.Feed(Friday);

        Assert.Empty(await SinceAsync(new(2026, 2, 28)));
    }

    [Fact]
    public async Task Days_of_the_last_quarter_are_in_the_short_file_and_older_ones_in_the_long()
    {
        ecb.Answer = FakeEcb.Feed(Friday);

        await SinceAsync(new(2026, 2, 1));
        await SinceAsync(new(2024, 2, 1));

        Assert.Equal(["eurofxref-hist-90d.xml", "eurofxref-hist.xml"], ecb.Asked);
    }

    [Theory]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.NotFound)]
    public async Task A_source_that_answers_with_an_error_is_an_outage(HttpStatusCode error)
    {
        ecb.Status = error;

        await Assert.ThrowsAsync<VendorUnavailableException>(() => SinceAsync(January));
    }

    [Fact]
    public async Task A_source_that_is_down_is_an_outage()
    {
        await ecb.StopAsync();

        await Assert.ThrowsAsync<VendorUnavailableException>(() => SinceAsync(January));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>Sorry</html>")]
    [InlineData("{\"rates\":{}}")]
    [InlineData("""<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>""")]
    public async Task What_is_no_feed_is_an_outage(string body)
    {
        ecb.Answer = body;

        await Assert.ThrowsAsync<VendorUnavailableException>(() => SinceAsync(January));
    }

    [Theory]
    [InlineData("""<Cube time="2026-02-27"><Cube currency="USD" rate="0"/></Cube>""")]
    [InlineData("""<Cube time="2026-02-27"><Cube currency="USD" rate="-1.1"/></Cube>""")]
    [InlineData("""<Cube time="2026-02-27"><Cube currency="USD" rate="1,1"/></Cube>""")]
    [InlineData("""<Cube time="2026-02-27"><Cube currency="USD" rate="N/A"/></Cube>""")]
    [InlineData("""<Cube time="2026-02-27"><Cube currency="USD"/></Cube>""")]
    [InlineData("""<Cube time="2026-02-27"><Cube currency="usd" rate="1.1"/></Cube>""")]
    [InlineData("""<Cube time="2026-02-27"><Cube currency="USD" rate="1.1"/><Cube currency="USD" rate="1.2"/></Cube>""")]
    [InlineData("""<Cube time="2026-02-27"><Cube currency="KRW" rate="1600"/></Cube>""")] // no dollar to compute with
    [InlineData("""<Cube time="27.02.2026"><Cube currency="USD" rate="1.1"/></Cube>""")]
    [InlineData("""<Cube time="2036-02-27"><Cube currency="USD" rate="1.1"/></Cube>""")] // yet to come
    [InlineData(Friday + Friday)]
    public async Task One_wrong_value_and_nothing_of_the_feed_is_used(string days)
    {
        ecb.Answer = FakeEcb.Feed(Friday.Replace("02-27", "02-26", StringComparison.Ordinal), days);

        await Assert.ThrowsAsync<VendorUnavailableException>(() => SinceAsync(January));
    }

    private async Task<IReadOnlyList<Core.ShopKnowledge.ExchangeRates>> SinceAsync(DateOnly day)
    {
        using var http = new HttpClient();
        EcbServices.Configure(http, ecb.Url);
        return await new EcbExchangeRates(http, time).SinceAsync(day, Token);
    }
}
