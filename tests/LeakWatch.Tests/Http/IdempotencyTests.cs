using System.Net;
using LeakWatch.Tests.Services;
using Microsoft.EntityFrameworkCore;

namespace LeakWatch.Tests.Http;

public sealed class IdempotencyTests(PostgresService postgres, ApiService api) : ApiShopTests(postgres, api)
{
    [Fact]
    public async Task Repeated_under_its_key_a_request_runs_once_and_is_answered_the_same()
    {
        using var first = await CreateAsync("key-1");
        using var second = await CreateAsync("key-1");

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (first.StatusCode, second.StatusCode));
        Assert.Equal(await first.Content.ReadAsStringAsync(Token), await second.Content.ReadAsStringAsync(Token));
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Equal(1, await DocumentsAsync());
        Assert.Equal(1, await UsedAsync());
    }

    [Fact]
    public async Task Under_another_key_or_none_it_runs_again()
    {
        await CreateAsync("key-1");
        await CreateAsync("key-2");
        await CreateAsync(null);

        Assert.Equal(3, await DocumentsAsync());
    }

    [Fact]
    public async Task Another_request_under_the_same_key_is_a_conflict()
    {
        await CreateAsync("key-1", "a.pdf");

        using var other = await CreateAsync("key-1", "b.pdf");

        await Problem.AssertAsync(other, HttpStatusCode.Conflict, "CONFLICT");
        Assert.Equal(1, await DocumentsAsync());
    }

    [Fact]
    public async Task Ten_at_the_same_time_are_one()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => CreateAsync("key-1")));

        var bodies = await Task.WhenAll(answers.Select(answer => answer.Content.ReadAsStringAsync(Token)));
        Assert.Single(bodies.Distinct());
        Assert.Equal(1, await DocumentsAsync());
    }

    [Fact]
    public async Task A_refusal_is_not_kept_so_that_the_corrected_request_may_use_the_key()
    {
        using var refused = await shop.PostAsync("facts/wanted", new { vendor = "***", type = "MOM_SPIKE" }, ("Idempotency-Key", "key-1"));
        using var accepted = await shop.PostAsync("facts/wanted", new { vendor = "Loox", type = "MOM_SPIKE" }, ("Idempotency-Key", "key-1"));

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.Created), (refused.StatusCode, accepted.StatusCode));
    }

    [Fact]
    public async Task A_key_belongs_to_its_organization()
    {
        using var other = await ApiShop.CreateAsync(shop.Server);
        var body = new { fileName = "a.pdf", sizeBytes = 3, sha256 = new string('a', 64) };
        await shop.PostAsync("documents", body, ("Idempotency-Key", "key-1"));

        using var theirs = await other.PostAsync("documents", body, ("Idempotency-Key", "key-1"));

        Assert.Equal(HttpStatusCode.Created, theirs.StatusCode);
        Assert.Equal(1, await DocumentsAsync());
    }

    [Fact]
    public async Task A_claim_whose_request_died_is_taken_over_after_a_minute()
    {
        using var first = await CreateAsync("key-1");
        await shop.RunInTransactionAsync(db => db.Database.ExecuteSqlAsync($"update leakwatch.idempotency_keys set status = null, created_at = now() - interval '61 seconds'", Token));

        using var again = await CreateAsync("key-1");

        Assert.Equal(HttpStatusCode.Created, again.StatusCode);
        Assert.Equal(2, await DocumentsAsync());
    }

    [Theory]
    [InlineData("with space")]
    [InlineData("tab\tkey")]
    public async Task A_key_of_other_characters_is_refused(string key)
    {
        using var answer = await CreateAsync(key);

        await Problem.AssertAsync(answer, HttpStatusCode.BadRequest, "VALIDATION_ERROR", "Idempotency-Key");
    }

    [Fact]
    public async Task A_key_of_201_characters_is_refused()
    {
        using var answer = await CreateAsync(new string('k', 201));

        await Problem.AssertAsync(answer, HttpStatusCode.BadRequest, "VALIDATION_ERROR", "Idempotency-Key");
    }

    private Task<HttpResponseMessage> CreateAsync(string? key, string name = "a.pdf") =>
        shop.PostAsync("documents", new { fileName = name, sizeBytes = 3, sha256 = new string('a', 64) }, key is null ? [] : [("Idempotency-Key", key)]);

    private Task<int> DocumentsAsync() => shop.AskAsync(db => db.Documents.CountAsync(Token));

    private async Task<int> UsedAsync() => (int)await shop.AskAsync(db => db.UsageCounters.SumAsync(counter => counter.Amount, Token));
}
