using System.Net;
using System.Text.Json.Nodes;
using LeakWatch.Core;
using LeakWatch.Tests.Services;
using Microsoft.EntityFrameworkCore;

namespace LeakWatch.Tests.Hosting;

public sealed class OperationsPortTests(PostgresService postgres, ApiService api) : IAsyncLifetime
{
    private ApiShop shop = null!;
    private HttpClient operatorsHttp = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        shop = await ApiShop.CreateAsync(await api.StartedAsync(postgres));
        operatorsHttp = new() { BaseAddress = shop.Server.OperationsAddress };
    }

    public ValueTask DisposeAsync()
    {
        shop.Dispose();
        operatorsHttp.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_stopped_job_is_seen_and_runs_again_with_its_document()
    {
        var (document, version) = await shop.AddDocumentAsync(state: one =>
        {
            one.Uploaded("stored/x", DateTimeOffset.UnixEpoch);
            one.Failed(new Error(ErrorKind.Conflict, "OCR_FAILED", "It failed."), DateTimeOffset.UnixEpoch);
        });
        var job = Guid.CreateVersion7();
        await shop.RunInTransactionAsync(db => db.Database.ExecuteSqlAsync($"""
            insert into leakwatch.jobs (organization_id, id, shop_id, name, version, subject_id, correlation_id, state, attempts, due_at, again, error_code, created_at)
              values ({shop.OrganizationId}, {job}, {shop.ShopId}, 'ProcessDocument', 1, {version}, {job}, 'DEAD', 4, now(), false, 'JOB_FAILED', now())
            """, Token));

        var listed = JsonNode.Parse(await operatorsHttp.GetStringAsync("/ops/stopped-jobs", Token))!.AsArray().Single(one => (Guid)one!["jobId"]! == job)!;
        using var retried = await operatorsHttp.PostAsync($"/ops/stopped-jobs/{shop.OrganizationId}/{job}/retry", null, Token);
        using var twice = await operatorsHttp.PostAsync($"/ops/stopped-jobs/{shop.OrganizationId}/{job}/retry", null, Token);

        Assert.Equal(("DEAD", 4, "JOB_FAILED"), ((string?)listed["state"], (int)listed["attempts"]!, (string?)listed["errorCode"]));
        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.NotFound), (retried.StatusCode, twice.StatusCode));
        Assert.Equal("UPLOADED", (string?)(await shop.GetAsync($"documents/{document}"))["state"]);
        Assert.Equal(0, await shop.AskAsync(db => db.Jobs.CountAsync(one => one.State == LeakWatch.Data.JobState.Dead, Token)));
    }

    [Theory]
    [InlineData("/v1/me", HttpStatusCode.NotFound)]
    [InlineData("/version", HttpStatusCode.NotFound)]
    [InlineData("/health/live", HttpStatusCode.OK)]
    [InlineData("/ops/jobs", HttpStatusCode.OK)]
    public async Task The_port_serves_operators_and_nobody_else(string path, HttpStatusCode status)
    {
        using var answer = await operatorsHttp.GetAsync(path, Token);

        Assert.Equal(status, answer.StatusCode);
    }

    [Theory]
    [InlineData("/ops/stopped-jobs")]
    [InlineData("/ops/jobs")]
    [InlineData("/ops")]
    [InlineData("/OPS/jobs/recurring")]
    [InlineData("/ops/%6Aobs")]
    [InlineData("/v1/../ops/jobs")]
    public async Task The_public_port_knows_nothing_of_operators(string path)
    {
        using var answer = await shop.Http.GetAsync(path, Token);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_page_elsewhere_cannot_act_through_the_operators_browser()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/ops/stopped-jobs/{shop.OrganizationId}/{Guid.CreateVersion7()}/retry");
        request.Headers.Add("Origin", "https://evil.example");

        using var answer = await operatorsHttp.SendAsync(request, Token);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }
}
