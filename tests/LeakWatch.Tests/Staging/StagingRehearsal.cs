using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using LeakWatch.Tests.Services;

namespace LeakWatch.Tests.Staging;

/// <param name="Program">The published program.</param>
/// <param name="PostgresVersion">The major version of the database; null: Supabase's.</param>
/// <param name="HasPages">Whether the built Next server stands in front of the api, with a browser that looks at it.</param>
internal sealed record StagingOptions(string Program, int? PostgresVersion = null, bool HasPages = false);

/// <summary>
/// A deployment of staging on one machine: the published program as migrate, worker and api, each a process with the guide's
/// variables and nothing else, and one store that uploads. Stand-ins: servers of this machine for Supabase, Upstash, R2 and
/// Sentry; the store's session token is signed here instead of by Shopify. No mail, no language model.
/// </summary>
internal sealed class StagingRehearsal : IAsyncDisposable
{
    private const string Invoice = "copperline-0087.pdf";
    private const string AnotherInvoice = "cedarline-2025.pdf";

    private static readonly string[] ChainOfAnUpload =
    [
        "ProcessDocument was announced",
        "ProcessDocument is done",
        "DetectLeaks is done",
    ];
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(100);

    private readonly StagingOptions options;
    private readonly StagingServers servers;
    private readonly Action<string> say;
    private readonly int port = ServerProcess.FreePort();
    private readonly string encryptionKey = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
    private readonly Dictionary<string, RunningProgram> running = [];

    private StagingRehearsal(StagingOptions options, StagingServers servers, Action<string> say) =>
        (this.options, this.servers, this.say) = (options, servers, say);

    private Uri Address => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));

    /// <summary>Throws with the programs' own words where a step does not come to its end.</summary>
    public static async Task RunAsync(StagingOptions options, Action<string> say, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        var servers = await StagingServers.StartAsync(options.PostgresVersion, cancellationToken);
        await using var rehearsal = new StagingRehearsal(options, servers, text =>
            say(string.Create(CultureInfo.InvariantCulture, $"{watch.Elapsed.TotalSeconds,5:0.0} s  {text}"))
        );
        try
        {
            await rehearsal.RunAsync(cancellationToken);
        }
        catch (Exception exception)
            when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            throw new InvalidOperationException(
                $"{exception.Message}\n{string.Join('\n', rehearsal.running.Select(one => $"--- {one.Key}\n{one.Value.Text}"))}",
                exception
            );
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
        say(
            $"servers: Postgres {servers.PostgresVersion} with an owner like Supabase's behind pgbouncer (transaction mode, login "
                + $"{StagingServers.PoolerLogin}), Redis and S3, each over TLS with a password; an authority of its own in SSL_CERT_FILE"
        );
        await ToEndAsync("migrate", cancellationToken);
        await ToEndAsync("migrate", cancellationToken);
        Start("worker");
        Start("api");
        await ReadyAsync(cancellationToken);
        await ToEndAsync("doctor", cancellationToken);
        await SmokeAsync(cancellationToken);
        var store = new StagingStore(servers, Address, say);
        await store.AddAsync(cancellationToken);
        await store.FinishAsync(await store.UploadAsync(Invoice, cancellationToken), cancellationToken);
        await FollowAsync(cancellationToken);
        await SeeFindingsAsync(store, cancellationToken);
        await SeeErrorsAsync(store, cancellationToken);
        foreach (var (role, process) in running)
        {
            Require(await process.TerminateAsync(cancellationToken) == 0, $"{role} did not end with 0 on SIGTERM");
        }

        say("SIGTERM: worker and api ended with 0");
    }

    /// <summary>The guide's variables for everybody; the rest are ports of this machine, on which 4000 may be taken.</summary>
    private Dictionary<string, string> Environment() =>
        new(servers.Environment(), StringComparer.Ordinal)
        {
            ["NODE_ENV"] = "staging",
            ["LW_ENCRYPTION_KEY_32B"] = encryptionKey,
            ["LW_BASE_URL"] = "https://staging.leakwatch.io",
            ["SHOPIFY_API_KEY"] = SessionTokens.ClientId,
            ["SHOPIFY_API_SECRET"] = SessionTokens.Secret,
            ["SHOPIFY_SCOPES"] = "read_products",
            ["SHOPIFY_APP_URL"] = "https://staging.leakwatch.io",
            ["LW_PORT"] = port.ToString(CultureInfo.InvariantCulture),
            ["LW_OPERATIONS_PORT"] = "0",
            ["LW_LISTEN"] = "loopback",
            // Nobody outside this machine is asked.
            ["ECB_BASE_URL"] = "http://127.0.0.1:1",
        };

    private async Task ToEndAsync(string verb, CancellationToken cancellationToken)
    {
        var environment = Environment();
        environment["DATABASE_MIGRATE_URL"] = servers.Database.OwnerUrl;
        using var process = new RunningProgram(options.Program, environment, verb);
        Require(await process.EndAsync(cancellationToken) == 0, $"{verb} did not end with 0:\n{process.Text}");
        var lines = process.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        say(
            $"{verb}: {(verb == "doctor" ? $"{Count(lines, "OK")} checks OK, {Count(lines, "UNKNOWN")} unknown" : lines[^1])}"
        );
    }

    private static int Count(string[] lines, string outcome) =>
        lines.Count(line => line.TrimStart().StartsWith(outcome, StringComparison.Ordinal));

    private void Start(string role) => running[role] = new(options.Program, Environment(), role);

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

            await Task.Delay(LookEvery, cancellationToken);
        }
    }

    /// <summary>The log of the upload, through api and worker, by its one correlation id.</summary>
    private async Task FollowAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var lines = running
                .SelectMany(role =>
                    role.Value.Text.Split('\n')
                        .Where(line => line.StartsWith('{'))
                        .Select(line => (Role: role.Key, Json: JsonNode.Parse(line)!))
                )
                .Where(line => line.Json["correlation_id"] is not null)
                .GroupBy(line => (string)line.Json["correlation_id"]!);
            if (
                lines.FirstOrDefault(chain =>
                    Array.TrueForAll(ChainOfAnUpload, step =>
                        chain.Any(line => ((string)line.Json["msg"]!).Contains(step, StringComparison.Ordinal))
                    )
                ) is
                { } found
            )
            {
                say(
                    $"logs: correlation_id {found.Key} is on {found.Count(line => line.Role == "api")} lines of the api and "
                        + $"{found.Count(line => line.Role == "worker")} of the worker"
                );
                return;
            }

            await Task.Delay(LookEvery, cancellationToken);
        }
    }

    private async Task SeeFindingsAsync(StagingStore store, CancellationToken cancellationToken)
    {
        var findings = (await store.AskAsync("findings", cancellationToken))["items"]!.AsArray();
        foreach (var finding in findings)
        {
            say($"finding: {finding!["type"]} {finding["verdict"]}, {finding["vendor"]}: {finding["title"]}");
        }

        Require(findings.Count > 0, "no finding came of the upload");
    }

    /// <summary>One event each of web, api and worker, all of the same release.</summary>
    private async Task SeeErrorsAsync(StagingStore store, CancellationToken cancellationToken)
    {
        var errors = new StagingErrors(servers.Database, servers.Sentry, store);
        await errors.BreakApiAsync(cancellationToken);
        await errors.BreakWorkerAsync(AnotherInvoice, cancellationToken);
        if (options.HasPages)
        {
            await StagingPages.LookAsync(
                Address,
                servers.Sentry.Dsn,
                await CommitAsync(cancellationToken),
                cancellationToken
            );
            await errors.ReportedAsync("web", cancellationToken);
            say(
                "pages: the Next server showed the finding inside the admin's frame, to a browser with a session token"
            );
        }

        Require(errors.Releases.Count == 1, $"the events name several releases: {string.Join(", ", errors.Releases)}");
        Require(servers.Sentry.Faults.IsEmpty, string.Join("; ", servers.Sentry.Faults));
        say($"errors: {string.Join(", ", errors.Reports)}, all of {errors.Releases[0]}");
    }

    /// <summary>The script that a deployment ends with; it must notice another release too.</summary>
    private async Task SmokeAsync(CancellationToken cancellationToken)
    {
        var script = Path.Combine(Repository.Root, "ops/smoke.sh");
        using var passes = Process.Start(
            "bash",
            [script, Address.GetLeftPart(UriPartial.Authority), await CommitAsync(cancellationToken)]
        );
        await passes.WaitForExitAsync(cancellationToken);
        using var fails = Process.Start(
            "bash",
            [script, Address.GetLeftPart(UriPartial.Authority), new string('0', 40)]
        );
        await fails.WaitForExitAsync(cancellationToken);
        Require(
            (passes.ExitCode, fails.ExitCode) == (0, 1),
            $"ops/smoke.sh ended with {passes.ExitCode}, and for another release with {fails.ExitCode}"
        );
        say("smoke: ops/smoke.sh passes for this release, with a job that a worker ran, and fails for another");
    }

    /// <summary>Which the deployment gives the web's build as well; here the api says it.</summary>
    private async Task<string> CommitAsync(CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = Address };
        var version = JsonNode.Parse(await http.GetStringAsync("/version", cancellationToken))!;
        return ((string)version["version"]!).Split('+')[^1];
    }

    private static void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new InvalidOperationException(otherwise);
        }
    }
}
