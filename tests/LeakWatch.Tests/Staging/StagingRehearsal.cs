using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using LeakWatch.Data;
using LeakWatch.Tests.Api;
using LeakWatch.Tests.Services;
using Npgsql;

namespace LeakWatch.Tests.Staging;

/// <summary>
/// A deployment of staging on one machine: the published program as migrate, worker and api, each a process with the guide's variables and nothing else, and one
/// store that uploads. Stand-ins: servers of this machine for Supabase, Upstash and R2; the store's session token is signed here instead of by Shopify. No mail,
/// no language model, no error reports.
/// </summary>
internal sealed class StagingRehearsal : IAsyncDisposable
{
    private const string Store = "rehearsal.myshopify.com";

    private static readonly string[] Invoices = ["copperline-0087.pdf"];

    private readonly string program;
    private readonly StagingServers servers;
    private readonly Action<string> say;
    private readonly int port = ServerProcess.FreePort();
    private readonly string encryptionKey = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
    private readonly Guid organization = Guid.CreateVersion7();
    private readonly Guid shop = Guid.CreateVersion7();
    private readonly Dictionary<string, RunningProgram> running = [];

    private StagingRehearsal(string program, StagingServers servers, Action<string> say) => (this.program, this.servers, this.say) = (program, servers, say);

    private Uri Address => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));

    /// <summary>Throws with the programs' own words where a step does not come to its end.</summary>
    public static async Task RunAsync(string program, Action<string> say, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        await using var rehearsal = new StagingRehearsal(program, await StagingServers.StartAsync(cancellationToken), text => say(string.Create(CultureInfo.InvariantCulture, $"{watch.Elapsed.TotalSeconds,5:0.0} s  {text}")));
        try
        {
            await rehearsal.RunAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            throw new InvalidOperationException($"{exception.Message}\n{string.Join('\n', rehearsal.running.Select(one => $"--- {one.Key}\n{one.Value.Text}"))}", exception);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in running.Values)
        {
            process.Dispose();
        }

        await servers.DisposeAsync();
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        say("servers: Postgres behind pgbouncer (transaction mode), Redis and S3, each over TLS with a password; an authority of its own in SSL_CERT_FILE");
        await ToEndAsync("migrate", cancellationToken, ("DATABASE_MIGRATE_URL", servers.Database.OwnerUrl));
        await ToEndAsync("migrate", cancellationToken, ("DATABASE_MIGRATE_URL", servers.Database.OwnerUrl));
        Start("worker");
        Start("api");
        await ReadyAsync(cancellationToken);
        await ToEndAsync("doctor", cancellationToken, ("DATABASE_MIGRATE_URL", servers.Database.OwnerUrl));
        await AddStoreAsync(cancellationToken);
        foreach (var invoice in Invoices)
        {
            await UploadAsync(invoice, cancellationToken);
        }

        var findings = (await AskAsync("findings", cancellationToken))["items"]!.AsArray();
        foreach (var finding in findings)
        {
            say($"finding: {finding!["type"]} {finding["verdict"]}, {finding["vendor"]}: {finding["title"]}");
        }

        Require(findings.Count > 0, "no finding came of the upload");
        foreach (var (role, process) in running)
        {
            Require(await process.TerminateAsync(cancellationToken) == 0, $"{role} did not end with 0 on SIGTERM");
        }

        say("SIGTERM: worker and api ended with 0");
    }

    /// <summary>The guide's variables for everybody; the rest are ports of this machine, on which 4000 may be taken.</summary>
    private Dictionary<string, string> Environment() => new(servers.Environment(), StringComparer.Ordinal)
    {
        ["NODE_ENV"] = "staging",
        ["LW_ENCRYPTION_KEY_32B"] = encryptionKey,
        ["LW_BASE_URL"] = "https://app.leakwatch.io",
        ["SHOPIFY_API_KEY"] = SessionTokens.ClientId,
        ["SHOPIFY_API_SECRET"] = SessionTokens.Secret,
        ["SHOPIFY_SCOPES"] = "read_products",
        ["SHOPIFY_APP_URL"] = "https://app.leakwatch.io",
        ["LW_PORT"] = port.ToString(CultureInfo.InvariantCulture),
        ["LW_OPERATIONS_PORT"] = "0",
        ["LW_LISTEN"] = "loopback",
        // Nobody outside this machine is asked.
        ["ECB_BASE_URL"] = "http://127.0.0.1:1",
    };

    private async Task ToEndAsync(string verb, CancellationToken cancellationToken, params (string Name, string Value)[] more)
    {
        using var process = new RunningProgram(program, Environment().Concat(more.Select(one => KeyValuePair.Create(one.Name, one.Value))), verb);
        Require(await process.EndAsync(cancellationToken) == 0, $"{verb} did not end with 0:\n{process.Text}");
        var lines = process.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        say($"{verb}: {(verb == "doctor" ? $"{lines.Count(line => line.TrimStart().StartsWith("OK", StringComparison.Ordinal))} checks OK, {lines.Count(line => line.TrimStart().StartsWith("UNKNOWN", StringComparison.Ordinal))} unknown" : lines[^1])}");
    }

    private void Start(string role) => running[role] = new(program, Environment(), role);

    private async Task ReadyAsync(CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = Address };
        while (true)
        {
            try
            {
                using var answer = await http.GetAsync("/health/ready", cancellationToken);
                if (answer.IsSuccessStatusCode)
                {
                    say($"api: /health/ready answers {await answer.Content.ReadAsStringAsync(cancellationToken)}");
                    return;
                }
            }
            catch (HttpRequestException) when (!running["api"].HasEnded)
            {
                // It is still starting.
            }

            await Task.Delay(100, cancellationToken);
        }
    }

    /// <summary>Shopify would do it by an installation, which is not there yet.</summary>
    private async Task AddStoreAsync(CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(servers.Database.LoginConnection);
        await using var unit = await new TenantDatabase(source).BeginAsync(organization, cancellationToken);
        unit.Db.Add(new Organization { Id = organization, Name = "Rehearsal", Plan = Plan.Pro, CreatedAt = TimeProvider.System.GetUtcNow() });
        await unit.Db.SaveChangesAsync(cancellationToken);
        unit.Db.Add(new Shop { Id = shop, OrganizationId = organization, Domain = Store, Name = "Rehearsal", Currency = "USD", TimeZone = "Etc/UTC", DemoDay = new(2026, 3, 1), CreatedAt = TimeProvider.System.GetUtcNow() });
        await unit.CommitAsync(cancellationToken);
    }

    /// <summary>As a browser does: announce, PUT to the bucket, complete, look until it has ended. Then the log of this upload is followed by its one id.</summary>
    private async Task UploadAsync(string name, CancellationToken cancellationToken)
    {
        var bytes = await File.ReadAllBytesAsync(Path.Combine(Repository.Root, "samples/store", name), cancellationToken);
        var announced = await SendAsync(HttpMethod.Post, "documents", cancellationToken, new { fileName = name, contentType = "application/pdf", sizeBytes = bytes.Length, sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)) });
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
        string? state;
        while ((state = (string?)(await AskAsync(document, cancellationToken))["state"]) is not ("DONE" or "REJECTED" or "EXTRACTION_FAILED" or "NORMALIZATION_FAILED" or "DETECTION_FAILED"))
        {
            await Task.Delay(100, cancellationToken);
        }

        say($"upload: {name} came to {state}");
        Require(state == "DONE", $"{name} came to {state}");
        await FollowAsync(cancellationToken);
    }

    private async Task FollowAsync(CancellationToken cancellationToken)
    {
        string[] chain = ["ProcessDocument was announced", "ProcessDocument is done", "DetectLeaks is done"];
        while (true)
        {
            var lines = running.SelectMany(one => one.Value.Text.Split('\n').Where(line => line.StartsWith('{')).Select(line => (Role: one.Key, Json: JsonNode.Parse(line)!))).ToList();
            var chains = lines.Where(line => line.Json["correlation_id"] is not null).GroupBy(line => (string)line.Json["correlation_id"]!);
            if (chains.FirstOrDefault(group => chain.All(step => group.Any(line => ((string)line.Json["msg"]!).Contains(step, StringComparison.Ordinal)))) is { } found)
            {
                say($"logs: correlation_id {found.Key} is on {found.Count(line => line.Role == "api")} lines of the api and {found.Count(line => line.Role == "worker")} of the worker");
                return;
            }

            await Task.Delay(100, cancellationToken);
        }
    }

    private Task<JsonNode> AskAsync(string below, CancellationToken cancellationToken) => SendAsync(HttpMethod.Get, below, cancellationToken);

    private async Task<JsonNode> SendAsync(HttpMethod method, string below, CancellationToken cancellationToken, object? body = null)
    {
        using var http = new HttpClient { BaseAddress = Address };
        using var request = new HttpRequestMessage(method, $"/v1/shops/{shop}/{below}") { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Authorization = new("Bearer", SessionTokens.Write(Store, TimeProvider.System.GetUtcNow()));
        using var answer = await http.SendAsync(request, cancellationToken);
        var text = await answer.Content.ReadAsStringAsync(cancellationToken);
        return answer.IsSuccessStatusCode ? JsonNode.Parse(text.Length > 0 ? text : "{}")! : throw new InvalidOperationException($"{below}: {(int)answer.StatusCode} {text}");
    }

    private static void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new InvalidOperationException(otherwise);
        }
    }
}
