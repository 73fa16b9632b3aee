using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using LeakWatch.Data;
using LeakWatch.Tests.Services;
using Npgsql;

namespace LeakWatch.Benchmarks.Service;

/// <summary>A store that uploads invoices as the web does: announce, PUT, complete.</summary>
internal sealed class Uploads : IDisposable
{
    private const int Vendors = 60;
    private const int LinesOfTwoPages = 60;

    private readonly RunningService service;
    private readonly string domain;
    private readonly HttpClient http;

    private Uploads(RunningService service, Guid organization, Guid shop)
    {
        (this.service, Shop, domain) = (service, shop, $"bench-{organization:N}.myshopify.com");
        http = new() { BaseAddress = service.Address };
    }

    public Guid Shop { get; }

    public static async Task<Uploads> CreateAsync(RunningService service)
    {
        var (organization, shop) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var uploads = new Uploads(service, organization, shop);
        var now = TimeProvider.System.GetUtcNow();
        await using var source = NpgsqlDataSource.Create(service.Database.LoginConnection);
        await using var unit = await new TenantDatabase(source).BeginAsync(organization, CancellationToken.None);
        unit.Db.Add(new Organization { Id = organization, Name = "Bench", Plan = Plan.Pro, LanguageModelEnabled = false, CreatedAt = now });
        await unit.Db.SaveChangesAsync();
        unit.Db.Add(new Shop { Id = shop, OrganizationId = organization, Domain = uploads.domain, Name = "Bench", Currency = "USD", TimeZone = "Etc/UTC", DemoDay = GeneratedShop.AsOf, CreatedAt = now });
        await unit.CommitAsync(CancellationToken.None);
        return uploads;
    }

    /// <summary>Two pages, 60 lines, of one of 60 vendors.</summary>
    public static byte[] Invoice(int number) =>
        WholeProcess.Pdf(InvoiceText.Pages(LinesOfTwoPages, number / Vendors, GeneratedShop.Syllables((number % Vendors) + 1)));

    /// <summary>The plan's documents of a month are lifted; nothing else is.</summary>
    public Task LiftLimitAsync() => service.SendAsync("delete from leakwatch.usage_counters where name = 'documents'");

    public async Task<Guid> UploadAsync(string name, byte[] bytes)
    {
        var announced = await SendAsync(HttpMethod.Post, "documents", JsonContent.Create(new { fileName = name, contentType = "application/pdf", sizeBytes = bytes.Length, sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)) }));
        using var content = new ByteArrayContent(bytes);
        foreach (var (header, value) in announced["upload"]!["headers"]!.AsObject())
        {
            content.Headers.TryAddWithoutValidation(header, (string?)value);
        }

        content.Headers.ContentType ??= new MediaTypeHeaderValue("application/pdf");
        (await http.PutAsync((string?)announced["upload"]!["url"], content)).EnsureSuccessStatusCode();
        var document = (Guid)announced["documentId"]!;
        await SendAsync(HttpMethod.Post, $"documents/{document}/complete", null);
        return document;
    }

    /// <summary>Until none of the shop's documents is on its way; one that did not come to DONE makes every figure meaningless.</summary>
    public async Task WaitAsync(int pauseMilliseconds = 100)
    {
        while (await service.AskAsync<bool>($"select exists (select from leakwatch.document_versions where shop_id = '{Shop}' and ended_at is null)"))
        {
            await Task.Delay(pauseMilliseconds);
        }

        if (await service.AskAsync<bool>($"select exists (select from leakwatch.document_versions where shop_id = '{Shop}' and state <> 'DONE')"))
        {
            throw new InvalidOperationException("A document did not come to DONE, so the figures would mean nothing.");
        }
    }

    public void Dispose() => http.Dispose();

    private async Task<JsonNode> SendAsync(HttpMethod method, string below, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, $"/v1/shops/{Shop}/{below}") { Content = content };
        request.Headers.Authorization = new("Bearer", SessionTokens.Write(domain, TimeProvider.System.GetUtcNow()));
        using var answer = await http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode ? JsonNode.Parse(text.Length > 0 ? text : "{}")! : throw new InvalidOperationException($"{below}: {(int)answer.StatusCode} {text}");
    }
}
