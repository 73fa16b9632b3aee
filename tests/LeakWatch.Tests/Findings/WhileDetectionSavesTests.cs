using LeakWatch.Jobs;
using System.Security.Cryptography;
using System.Text;
using LeakWatch.Core.Findings;
using LeakWatch.Core.Invoices;
using LeakWatch.Findings;
using LeakWatch.Tests.Services;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace LeakWatch.Tests.Findings;

/// <summary>What people do while detection of their shop saves: both are kept, neither is sent away.</summary>
public sealed class WhileDetectionSavesTests(PostgresService postgres, ApiService api) : ApiShopTests(postgres, api)
{
    private static readonly Dictionary<string, Func<ApiShop, Known, Task<HttpResponseMessage>>> Deeds = new(StringComparer.Ordinal)
    {
        ["a fact is told"] = (shop, _) => shop.PostAsync("facts/wanted", new { vendor = "Gorgias", type = "TRIAL_TO_PAID" }),
        ["a fact is taken back"] = (shop, known) => shop.SendAsync(HttpMethod.Delete, shop.Path($"facts/{known.Fact}")),
        ["a question is answered"] = (shop, known) => shop.PostAsync($"findings/{known.Question}/answer", new { answer = "AS_PRINTED" }),
        ["a leak is dismissed with its like"] = (shop, known) => shop.PostAsync($"findings/{known.Leak}/dismiss", new { reason = "NORMAL", remember = true }),
        ["a document is deleted"] = (shop, known) => shop.SendAsync(HttpMethod.Delete, shop.Path($"documents/{known.Document}")),
        ["an invoice is corrected"] = (shop, known) => shop.SendAsync(
            HttpMethod.Patch, shop.Path($"documents/{known.Document}/invoices/0"), new { corrections = new[] { new { field = "account", value = "workspace-1" } } }, ("If-Match", known.DocumentTag)),
        ["the shop's currency changes"] = (shop, _) => shop.SendAsync(HttpMethod.Patch, $"/v1/shops/{shop.ShopId}", new { currency = "EUR" }),
        ["a vendor gets another name"] = (shop, _) => shop.SendAsync(HttpMethod.Put, "/v1/organization/vendors/klaviyo", new { name = "Klaviyo", aliases = new[] { "KL Mail" } }),
    };

    public static TheoryData<string> Names => [.. Deeds.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Both_are_kept_and_detection_runs_once_more_when(string deed)
    {
        var held = await shop.AddFindingAsync(LeakType.PriceIncrease);
        var known = await PrepareAsync();
        await using var row = await LockedRow.HoldAsync(shop.Server.Database, "findings", held);
        var detection = DetectAsync();
        await row.WaitForAsync(1, detection);

        var done = Deeds[deed](shop, known);
        await row.WaitForAsync(2, done);
        await row.ReleaseAsync();

        await detection;
        using var answer = await done;
        Assert.True(answer.IsSuccessStatusCode, $"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync(Token)}");
        Assert.True(await shop.AskAsync(db => db.Jobs.Select(one => one.Again).SingleAsync(Token)));
    }

    /// <summary>A vendor that billed one month twice and added up a third invoice wrongly; detection has found both, and was asked to look again.</summary>
    private async Task<Known> PrepareAsync()
    {
        var (document, _) = await shop.AddDocumentAsync(invoices: [ApiShop.Invoice()]);
        foreach (var number in new[] { "B-1", "B-2" })
        {
            await shop.AddDocumentAsync(invoices: [OfFebruary(number)]);
        }

        using var fact = await shop.PostAsync("facts/wanted", new { vendor = "Loox", type = "TRIAL_TO_PAID" });
        await DetectAsync();
        await shop.RunInTransactionAsync(db => db.Jobs.ExecuteDeleteAsync(Token));
        await shop.AddDocumentAsync(invoices: [OfFebruary("B-3")]);
        await using var unit = await shop.Server.Tenants.BeginAsync(shop.OrganizationId, Token);
        await LeakWatch.Jobs.Pipeline.ContextChanged(unit, shop.ShopId, Guid.CreateVersion7(), Token);
        await unit.CommitAsync(Token);
        using var view = await shop.Http.GetAsync(shop.Path($"documents/{document}"), Token);
        var findings = await shop.AskAsync(db => db.Findings.Where(finding => finding.IsOpen).ToDictionaryAsync(finding => finding.Type, finding => finding.Id, Token));
        return new(findings[LeakType.InvoiceMath], findings[LeakType.DuplicateCharge], document, view.Headers.ETag!.ToString(), (Guid)(await ApiShop.ReadAsync(fact))["id"]!);
    }

    private static NormalizedInvoice OfFebruary(string number)
    {
        var invoice = ApiShop.Invoice(total: 50m);
        var (start, end) = (new DateOnly(2026, 2, 1), new DateOnly(2026, 3, 1));
        return invoice with
        {
            Source = invoice.Source with { FileName = $"{number}.pdf", Sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(number))) },
            Account = "acct-1",
            Invoice = invoice.Invoice with { InvoiceNumber = number, BillingPeriodStart = start, BillingPeriodEnd = end },
            LineItems = [.. invoice.LineItems.Select(line => line with { PeriodStart = start, PeriodEnd = end, IsRecurring = true, Cadence = Cadence.Monthly, PlanName = "Email" })],
        };
    }

    /// <summary>As a worker runs the job that waits.</summary>
    private async Task DetectAsync()
    {
        var job = await shop.AskAsync(db => db.Jobs.AsNoTracking().SingleAsync(Token));
        await using (var unit = await shop.Server.Tenants.BeginAsync(shop.OrganizationId, Token))
        {
            Assert.Equal((1, null), await JobStore.ClaimAsync(unit, job.Id, "worker", TimeSpan.FromMinutes(1), Token));
            await unit.CommitAsync(Token);
        }

        await new DetectLeaksJob(TimeProvider.System, NullLogger<DetectLeaksJob>.Instance).RunAsync(new(shop.Server.Tenants, job.Envelope, "worker", 1), Token);
    }

    private sealed record Known(Guid Question, Guid Leak, Guid Document, string DocumentTag, Guid Fact);
}
