using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using LeakWatch.Data;
using LeakWatch.Tests.Services;
using Npgsql;

namespace LeakWatch.Tests.Staging;

/// <summary>The one store of a rehearsal, as its merchant's browser uses it: every request signed, every file sent to the bucket.</summary>
internal sealed class StagingStore(StagingServers servers, Uri api, Action<string> say)
{
    public const string Domain = "rehearsal.myshopify.com";

    private static readonly string[] Ends =
    [
        "DONE",
        "REJECTED",
        "EXTRACTION_FAILED",
        "NORMALIZATION_FAILED",
        "DETECTION_FAILED",
    ];
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(100);

    private readonly Guid organization = Guid.CreateVersion7();
    private readonly Guid shop = Guid.CreateVersion7();

    /// <summary>Shopify would do it by an installation, which is not there yet.</summary>
    public async Task AddAsync(CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(servers.Database.LoginConnection);
        await using var unit = await new TenantDatabase(source).BeginAsync(organization, cancellationToken);
        var now = TimeProvider.System.GetUtcNow();
        unit.Db.Add(
            new Organization
            {
                Id = organization,
                Name = "Rehearsal",
                Plan = Plan.Pro,
                CreatedAt = now,
            }
        );
        await unit.Db.SaveChangesAsync(cancellationToken);
        unit.Db.Add(
            new Shop
            {
                Id = shop,
                OrganizationId = organization,
                Domain = Domain,
                Name = "Rehearsal",
                Currency = "USD",
                TimeZone = "Etc/UTC",
                DemoDay = new(2026, 3, 1),
                CreatedAt = now,
            }
        );
        await unit.CommitAsync(cancellationToken);
    }

    /// <summary>Announces a file of the samples, PUTs it into the bucket and completes it.</summary>
    /// <returns>The document's address below the store.</returns>
    public async Task<string> UploadAsync(string name, CancellationToken cancellationToken)
    {
        var bytes = await File.ReadAllBytesAsync(
            Path.Combine(Repository.Root, "samples/store", name),
            cancellationToken
        );
        var announced = await SendAsync(
            HttpMethod.Post,
            "documents",
            cancellationToken,
            new
            {
                fileName = name,
                contentType = "application/pdf",
                sizeBytes = bytes.Length,
                sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
            }
        );
        var upload = announced["upload"]!;
        using var bucket = new HttpClient(servers.Authority.Handler());
        using var content = new ByteArrayContent(bytes);
        foreach (var (header, value) in upload["headers"]!.AsObject())
        {
            content.Headers.TryAddWithoutValidation(header, (string?)value);
        }

        (await bucket.PutAsync((string?)upload["url"], content, cancellationToken)).EnsureSuccessStatusCode();
        var document = $"documents/{announced["documentId"]}";
        await SendAsync(HttpMethod.Post, $"{document}/complete", cancellationToken);
        return document;
    }

    /// <summary>Waits until a document has ended, and wants it to be DONE.</summary>
    public async Task FinishAsync(string document, CancellationToken cancellationToken)
    {
        var state = await StateAsync(document, cancellationToken);
        while (!Ends.Contains(state))
        {
            await Task.Delay(LookEvery, cancellationToken);
            state = await StateAsync(document, cancellationToken);
        }

        say($"upload: {document} came to {state}");
        if (state != "DONE")
        {
            throw new InvalidOperationException($"{document} came to {state}");
        }
    }

    private async Task<string> StateAsync(string document, CancellationToken cancellationToken) =>
        (string)(await AskAsync(document, cancellationToken))["state"]!;

    public Task<JsonNode> AskAsync(string below, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Get, below, cancellationToken);

    /// <summary>One request below the store, whatever the answer.</summary>
    public async Task<HttpResponseMessage> RequestAsync(
        HttpMethod method,
        string below,
        CancellationToken cancellationToken,
        object? body = null
    )
    {
        using var http = new HttpClient { BaseAddress = api };
        using var request = new HttpRequestMessage(method, $"/v1/shops/{shop}/{below}")
        {
            Content = body is null ? null : JsonContent.Create(body),
        };
        request.Headers.Authorization = new("Bearer", SessionTokens.Write(Domain, TimeProvider.System.GetUtcNow()));
        return await http.SendAsync(request, cancellationToken);
    }

    private async Task<JsonNode> SendAsync(
        HttpMethod method,
        string below,
        CancellationToken cancellationToken,
        object? body = null
    )
    {
        using var answer = await RequestAsync(method, below, cancellationToken, body);
        var text = await answer.Content.ReadAsStringAsync(cancellationToken);
        return answer.IsSuccessStatusCode
            ? JsonNode.Parse(text.Length > 0 ? text : "{}")!
            : throw new InvalidOperationException($"{below}: {(int)answer.StatusCode} {text}");
    }
}
