using System.Net;
using System.Text.Json.Nodes;
using LeakWatch.Data;
using LeakWatch.Shops;
using LeakWatch.Tests.Services;
using Microsoft.EntityFrameworkCore;

namespace LeakWatch.Tests.Shops;

public sealed class FactsApiTests(PostgresService postgres, ApiService api) : ApiShopTests(postgres, api)
{
    public static TheoryData<string, string> Facts() => new()
    {
        { "cancellations", """{"vendor":"Klaviyo","status":"DELIVERED","sentAt":"2026-01-15","confirmedAt":"2026-01-17","effectiveDate":"2026-02-01"}""" },
        { "installed-apps", """{"syncedAt":"2026-02-20","apps":["Judge.me"],"uninstalled":[{"app":"Loox","at":"2026-02-01"}]}""" },
        { "promised-credits", """{"vendor":"Gorgias","amount":"60.00","currency":"USD","promisedAt":"2026-01-03"}""" },
        { "terms", """{"vendor":"Gorgias","kind":"PRICE_ANNOUNCED","planName":"Pro","amount":"59.00","from":"2026-03-01"}""" },
        { "wanted", """{"vendor":"Loox","type":"TRIAL_TO_PAID"}""" },
    };

    [Theory]
    [MemberData(nameof(Facts))]
    public async Task A_fact_is_listed_told_to_detection_and_can_be_taken_back(string kind, string body)
    {
        using var created = await shop.PostAsync($"facts/{kind}", JsonNode.Parse(body));

        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        var fact = (await shop.GetAsync("facts"))["items"]!.AsArray().Single()!;
        var content = fact.AsObject().Where(part => part.Key is not ("id" or "kind" or "createdBy" or "createdAt") && part.Value is not null).Select(part => part.Value!).Single();
        Assert.All(JsonNode.Parse(body)!.AsObject(), part => Assert.True(JsonNode.DeepEquals(part.Value, content[part.Key]), part.Key));
        Assert.Equal(1, await shop.AskAsync(db => db.Jobs.CountAsync(job => job.Name == "DetectLeaks", Token)));
        Assert.Equal(1, await FactsOfDetectionAsync());

        using var deleted = await shop.SendAsync(HttpMethod.Delete, shop.Path($"facts/{(Guid)fact["id"]!}"));
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        Assert.Equal(0, await FactsOfDetectionAsync());
    }

    [Fact]
    public async Task Said_twice_it_is_one_fact()
    {
        var body = new { vendor = "Loox", type = "TRIAL_TO_PAID" };
        using var first = await shop.PostAsync("facts/wanted", body);

        using var second = await shop.PostAsync("facts/wanted", body);

        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        Assert.Equal((Guid)(await ApiShop.ReadAsync(first))["id"]!, (Guid)(await ApiShop.ReadAsync(second))["id"]!);
    }

    [Fact]
    public async Task A_pasted_list_of_apps_is_a_snapshot_of_today_in_the_shops_zone()
    {
        using var created = await shop.PostAsync("facts/installed-apps/paste", new { text = "App name,Developer\r\nJudge.me,Judge.me Ltd\r\n\"Klaviyo\"\r\n\r\n klaviyo \r\n주문 관리" });

        var snapshot = (await ApiShop.ReadAsync(created))["installedApps"]!;
        Assert.Equal(["Judge.me", "Klaviyo", "주문 관리"], snapshot["apps"]!.AsArray().Select(app => (string)app!));
        Assert.Equal("2026-03-01", (string?)snapshot["syncedAt"]);
    }

    [Theory]
    [InlineData("cancellations", """{"vendor":"Klaviyo"}""", "sentAt")]
    [InlineData("cancellations", """{"vendor":"***","sentAt":"2026-01-15"}""", "vendor")]
    [InlineData("cancellations", """{"sentAt":"2026-01-15"}""", "vendor")]
    [InlineData("cancellations", """{"vendor":null,"sentAt":"2026-01-15"}""", "vendor")]
    [InlineData("cancellations", """{"vendor":"Klaviyo","sentAt":"2026-01-15","status":"GONE"}""", "status")]
    [InlineData("cancellations", """{"vendor":"Klaviyo","sentAt":"2026-01-15","confirmedAt":"2026-01-14"}""", "confirmedAt")]
    [InlineData("cancellations", """{"vendor":"Klaviyo","sentAt":"2026-02-30"}""", "sentAt")]
    [InlineData("cancellations", """{"vendor":"Klaviyo","sentAt":"0026-02-03"}""", "sentAt")]
    [InlineData("cancellations", """{"vendor":"Klaviyo","sentAt":"2026-01-15","colour":"red"}""", "colour")]
    [InlineData("cancellations", """{"vendor":"Klaviyo","vendor":"Loox","sentAt":"2026-01-15"}""", "vendor")]
    [InlineData("cancellations", "{", "body")]
    [InlineData("cancellations", "[]", "body")]
    [InlineData("cancellations", "null", "body")]
    [InlineData("installed-apps", """{"syncedAt":"2026-02-20","apps":[]}""", "apps")]
    [InlineData("installed-apps", """{"syncedAt":"2026-02-20","apps":[" "]}""", "apps")]
    [InlineData("installed-apps", """{"syncedAt":"2026-02-20","apps":[null]}""", "apps")]
    [InlineData("installed-apps", """{"syncedAt":"2026-02-20","apps":["Loox"],"uninstalled":[null]}""", "uninstalled")]
    [InlineData("promised-credits", """{"vendor":"Gorgias","amount":60,"currency":"USD","promisedAt":"2026-01-03"}""", "amount")]
    [InlineData("promised-credits", """{"vendor":"Gorgias","amount":"-60.00","currency":"USD","promisedAt":"2026-01-03"}""", "amount")]
    [InlineData("promised-credits", """{"vendor":"Gorgias","amount":"60.00","currency":"usd","promisedAt":"2026-01-03"}""", "currency")]
    [InlineData("terms", """{"vendor":"Gorgias","kind":"PRICE_ANNOUNCED","amount":"59.00"}""", "from")]
    [InlineData("terms", """{"vendor":"Gorgias","kind":"NOTICE_PERIOD"}""", "days")]
    [InlineData("terms", """{"vendor":"Gorgias","kind":"CONTRACT_TERM","from":"2026-03-01","until":"2026-03-01"}""", "until")]
    [InlineData("wanted", """{"vendor":"Loox","type":"INVOICE_MATH"}""", "type")]
    [InlineData("wanted", """{"vendor":"Loox","type":7}""", "type")]
    public async Task A_fact_that_could_not_be_used_is_refused_and_its_field_named(string kind, string body, string field)
    {
        using var refused = await shop.PostAsync($"facts/{kind}", new StringContent(body, null, "application/json"));

        await Problem.AssertAsync(refused, HttpStatusCode.BadRequest, "VALIDATION_ERROR", field);
        Assert.Equal(0, await shop.AskAsync(db => db.Facts.CountAsync(Token)));
    }

    [Fact]
    public async Task Facts_are_listed_newest_first_page_by_page_and_by_kind()
    {
        foreach (var vendor in new[] { "One", "Two", "Three" })
        {
            await shop.PostAsync("facts/wanted", new { vendor, type = "MOM_SPIKE" });
        }

        await shop.PostAsync("facts/cancellations", new { vendor = "One", sentAt = "2026-01-15" });
        var first = await shop.GetAsync("facts?kind=WANTED&limit=2");
        var second = await shop.GetAsync($"facts?kind=WANTED&limit=2&cursor={first["nextCursor"]}");

        Assert.Equal(["Three", "Two", "One"], first["items"]!.AsArray().Concat(second["items"]!.AsArray()).Select(fact => (string)fact!["wanted"]!["vendor"]!));
    }

    private async Task<int> FactsOfDetectionAsync()
    {
        var context = await shop.AskAsync(async db => await DetectionContextQuery.LoadAsync(db, await db.Shops.SingleAsync(Token), Token));
        return context.Cancellations.Count + context.InstalledApps.Count + context.PromisedCredits.Count + context.Terms.Count + context.Wanted.Count;
    }
}
