using System.Net;
using System.Text.Json.Nodes;
using LeakWatch.Tests.Services;
using Microsoft.EntityFrameworkCore;

namespace LeakWatch.Tests.Shops;

public sealed class ShopsApiTests(PostgresService postgres, ApiService api) : ApiShopTests(postgres, api)
{
    [Fact]
    public async Task Settings_change_what_is_named_and_keep_the_rest()
    {
        using var changed = await PatchShopAsync(new { name = "  Maru & Oak ", language = "ko" });

        var view = await ApiShop.ReadAsync(changed);
        Assert.Equal(("Maru & Oak", "ko", "USD", "Asia/Seoul"), ((string?)view["name"], (string?)view["language"], (string?)view["currency"], (string?)view["timeZone"]));
        Assert.Equal(0, await shop.AskAsync(db => db.Jobs.CountAsync(Token)));
    }

    [Theory]
    [InlineData("currency", "KRW")]
    [InlineData("timeZone", "America/New_York")]
    public async Task Another_currency_or_zone_is_looked_at_by_detection(string field, string value)
    {
        using var changed = await PatchShopAsync(new JsonObject { [field] = value });

        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.Equal("DetectLeaks", await shop.AskAsync(db => db.Jobs.Select(job => job.Name).SingleAsync(Token)));
    }

    [Theory]
    [InlineData("name", " ")]
    [InlineData("name", "a\u0000b")]
    [InlineData("currency", "usd")]
    [InlineData("currency", "XXX")]
    [InlineData("timeZone", "Korea Standard Time")]
    [InlineData("timeZone", "../../etc/passwd")]
    [InlineData("timeZone", "posix/Asia/Seoul")]
    [InlineData("timeZone", "Mars/Olympus")]
    [InlineData("language", "de")]
    public async Task A_setting_that_cannot_be_is_refused_by_name(string field, string value)
    {
        using var refused = await PatchShopAsync(new JsonObject { [field] = value });

        await Problem.AssertAsync(refused, HttpStatusCode.BadRequest, "VALIDATION_ERROR", field);
    }

    [Fact]
    public async Task Of_two_who_edit_the_same_shop_the_later_is_told()
    {
        using var seen = await shop.Http.GetAsync($"/v1/shops/{shop.ShopId}", Token);
        var tag = ("If-Match", seen.Headers.ETag!.ToString());
        using var first = await PatchShopAsync(new { name = "First" }, tag);

        using var second = await PatchShopAsync(new { name = "Second" }, tag);

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        await Problem.AssertAsync(second, HttpStatusCode.PreconditionFailed, "CONFLICT");
    }

    [Fact]
    public async Task The_summary_is_one_row_that_is_not_sent_twice()
    {
        await shop.AddFindingsAsync(50m, 70m);
        using var first = await shop.Http.GetAsync(shop.Path("summary"), Token);

        using var same = await shop.SendAsync(HttpMethod.Get, shop.Path("summary"), null, ("If-None-Match", first.Headers.ETag!.ToString()));

        var sum = (await ApiShop.ReadAsync(first))["findings"]!.AsArray().Single()!;
        Assert.Equal(("LEAK", "RECOVERABLE", "USD", "120.00", 2), ((string?)sum["verdict"], (string?)sum["savingsKind"], (string?)sum["currency"], (string?)sum["amount"], (int)sum["count"]!));
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
    }

    [Fact]
    public async Task Spend_names_the_twenty_vendors_that_are_paid_the_most_and_adds_up_the_others()
    {
        for (var vendor = 1; vendor <= 25; vendor++)
        {
            await shop.AddVendorAsync($"vendor{vendor}", $"Vendor {vendor}", vendor);
        }

        await shop.RunInTransactionAsync(db =>
        {
            db.AddRange(Enumerable.Range(1, 25).Select(vendor => new LeakWatch.Data.MonthlySpend
            {
                Id = Guid.CreateVersion7(),
                OrganizationId = shop.OrganizationId,
                ShopId = shop.ShopId,
                VendorKey = $"vendor{vendor}",
                Month = new(2026, 2, 1),
                Currency = "USD",
                Amount = vendor,
            }));
            return Task.CompletedTask;
        });
        await shop.AddFindingAsync();

        var spend = (await shop.GetAsync("summary"))["spend"]!.AsArray();

        Assert.Equal(Enumerable.Range(6, 20).Select(vendor => $"Vendor {vendor}").Order(StringComparer.Ordinal), spend.SkipLast(1).Select(row => (string?)row!["vendor"]));
        Assert.Equal((null, "15.00"), ((string?)spend[^1]!["vendor"], (string?)spend[^1]!["amount"]));
    }

    [Fact]
    public async Task The_summary_of_a_new_shop_is_empty_and_not_missing()
    {
        var summary = await shop.GetAsync("summary");

        Assert.Equal(("2026-03-01", "USD", 0), ((string?)summary["asOf"], (string?)summary["currency"], summary["findings"]!.AsArray().Count));
    }

    [Fact]
    public async Task Members_are_listed_with_their_roles()
    {
        var user = Guid.CreateVersion7();
        await TwoStepAsync(user);

        using var answer = await shop.Http.GetAsync(shop.Path("members"), Token);

        var member = System.Text.Json.JsonSerializer.Deserialize<JsonArray>(await answer.Content.ReadAsStringAsync(Token))!.Single()!;
        Assert.Equal(($"{user}@example.com", "AGENCY_VIEWER"), ((string?)member["email"], (string?)member["role"]));
    }

    [Fact]
    public async Task Settings_of_the_organization_are_kept_within_their_limits()
    {
        using var changed = await shop.SendAsync(HttpMethod.Patch, "/v1/organization", new { languageModelEnabled = false, visionEnabled = true, retentionDays = 90, languageModelDailyBudget = "2.50" });
        using var long_ = await shop.SendAsync(HttpMethod.Patch, "/v1/organization", new { retentionDays = 400 });
        using var rich = await shop.SendAsync(HttpMethod.Patch, "/v1/organization", new { languageModelDailyBudget = "1000.00" });
        using var number = await shop.SendAsync(HttpMethod.Patch, "/v1/organization", new { languageModelDailyBudget = 2.5 });
        using var fine = await shop.SendAsync(HttpMethod.Patch, "/v1/organization", new { languageModelDailyBudget = "0.001" });

        var view = await ApiShop.ReadAsync(changed);
        Assert.Equal((false, true, 90, "2.50"), ((bool)view["languageModelEnabled"]!, (bool)view["visionEnabled"]!, (int)view["retentionDays"]!, (string?)view["languageModelDailyBudget"]));
        await Problem.AssertAsync(long_, HttpStatusCode.BadRequest, "VALIDATION_ERROR", "retentionDays");
        await Problem.AssertAsync(rich, HttpStatusCode.BadRequest, "VALIDATION_ERROR", "languageModelDailyBudget");
        await Problem.AssertAsync(number, HttpStatusCode.BadRequest, "VALIDATION_ERROR", "languageModelDailyBudget");
        await Problem.AssertAsync(fine, HttpStatusCode.BadRequest, "VALIDATION_ERROR", "languageModelDailyBudget");
    }

    [Fact]
    public async Task Vendors_are_listed_by_what_was_paid_page_by_page_with_figures_of_each()
    {
        await shop.AddVendorAsync("klaviyo", "Klaviyo", 100m);
        await shop.AddVendorAsync("loox", "Loox", 100m);
        await shop.AddVendorAsync("gorgias", "Gorgias", 300m);

        var first = await shop.GetAsync("vendors?limit=2");
        var second = await shop.GetAsync($"vendors?limit=2&cursor={first["nextCursor"]}");
        var vendor = await shop.GetAsync("vendors/loox");

        Assert.Equal(["gorgias", "loox", "klaviyo"], first["items"]!.AsArray().Concat(second["items"]!.AsArray()).Select(item => (string)item!["key"]!));
        Assert.Equal(("Loox", "20.50"), ((string?)vendor["figures"]!["name"], (string?)vendor["figures"]!["streams"]![0]!["nextAmount"]));
    }

    [Fact]
    public async Task What_the_organization_says_of_a_vendor_is_shown_and_looked_at_by_every_shop()
    {
        await shop.AddVendorAsync("klaviyo", "Klaviyo", 100m);
        using var put = await shop.SendAsync(HttpMethod.Put, "/v1/organization/vendors/klaviyo", new { name = "Klaviyo, Inc.", category = "MARKETING", function = "email", aliases = new[] { "KLAVIYO SOFTWARE", "klaviyo software" } });

        var overlay = (await shop.GetAsync("vendors/klaviyo"))["overlay"]!;
        Assert.Equal((HttpStatusCode.OK, "email"), (put.StatusCode, (string?)overlay["function"]));
        Assert.Equal(["KLAVIYO SOFTWARE"], overlay["aliases"]!.AsArray().Select(alias => (string)alias!));
        Assert.Equal(1, await shop.AskAsync(db => db.Jobs.CountAsync(job => job.Name == "DetectLeaks", Token)));

        using var deleted = await shop.SendAsync(HttpMethod.Delete, "/v1/organization/vendors/klaviyo");
        using var twice = await shop.SendAsync(HttpMethod.Delete, "/v1/organization/vendors/klaviyo");
        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NotFound), (deleted.StatusCode, twice.StatusCode));
    }

    [Fact]
    public async Task A_name_belongs_to_one_vendor()
    {
        await shop.SendAsync(HttpMethod.Put, "/v1/organization/vendors/klaviyo", new { name = "Klaviyo", aliases = new[] { "KLV" } });

        using var conflict = await shop.SendAsync(HttpMethod.Put, "/v1/organization/vendors/loox", new { name = "Loox", aliases = new[] { "klv" } });
        using var other = await shop.SendAsync(HttpMethod.Put, "/v1/organization/vendors/loox", new { name = "Gorgias" });

        await Problem.AssertAsync(conflict, HttpStatusCode.Conflict, "CONFLICT");
        await Problem.AssertAsync(other, HttpStatusCode.BadRequest, "VALIDATION_ERROR", "name");
    }

    private Task<HttpResponseMessage> PatchShopAsync(object body, params (string, string)[] headers) => shop.SendAsync(HttpMethod.Patch, $"/v1/shops/{shop.ShopId}", body, headers);

    private async Task TwoStepAsync(Guid user)
    {
        await shop.RunInTransactionAsync(db => db.Database.ExecuteSqlAsync($"insert into leakwatch.users (id, email, created_at) values ({user}, {user.ToString() + "@example.com"}, now())", Token));
        await shop.RunInTransactionAsync(db =>
        {
            db.Add(new LeakWatch.Data.Membership { Id = Guid.CreateVersion7(), OrganizationId = shop.OrganizationId, UserId = user, Role = LeakWatch.Data.Role.AgencyViewer, CreatedAt = DateTimeOffset.UnixEpoch });
            return Task.CompletedTask;
        });
    }
}
