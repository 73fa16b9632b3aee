using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using LeakWatch.Core.Operations;
using LeakWatch.Tests.Services;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LeakWatch.Tests.Hosting;

/// <summary>ops/alerts: the rules as data, and the script that brings them to Sentry, here to a server that answers as its API does.</summary>
public sealed class SentryRulesTests : IAsyncLifetime
{
    private readonly Dictionary<string, JsonArray> rules = new(StringComparer.Ordinal);
    private readonly Uri url = new($"http://127.0.0.1:{ServerProcess.FreePort()}");
    private WebApplication server = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, url.Port));
        server = builder.Build();
        server.Map("/api/0/{**path}", AnswerAsync);
        await server.StartAsync(Token);
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task A_dry_run_says_what_it_would_do_and_asks_nobody()
    {
        var (code, output) = await RunAsync();

        Assert.Equal(0, code);
        Assert.All(Files(), file => Assert.Contains($"would bring {file} to ", output, StringComparison.Ordinal));
        Assert.Empty(rules);
    }

    [Fact]
    public async Task A_second_run_changes_rules_and_makes_none()
    {
        var (first, _) = await RunAsync("--apply");
        var (second, said) = await RunAsync("--apply");

        Assert.Equal((0, 0), (first, second));
        Assert.Equal(["organizations/ours/alert-rules/", "projects/ours/leakwatch-worker/rules/"], rules.Keys.Order());
        Assert.Equal(Files().Count, rules.Values.Sum(one => one.Count));
        Assert.DoesNotContain("made", said, StringComparison.Ordinal);
        Assert.All(rules.Values.SelectMany(one => one), rule => Assert.Equal("production", (string?)rule!["environment"]));
        Assert.All(rules.Values.SelectMany(one => one), rule => Assert.DoesNotContain("$SENTRY", rule!.ToJsonString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_missing_is_named_before_anything_is_asked()
    {
        var (code, output) = await RunAsync("--apply", without: ["SENTRY_TEAM_ID", "SENTRY_AUTH_TOKEN"]);

        Assert.Equal(3, code);
        Assert.Contains("SENTRY_AUTH_TOKEN, SENTRY_TEAM_ID must be set", output, StringComparison.Ordinal);
        Assert.Empty(rules);
    }

    [Fact]
    public void A_rule_listens_to_alerts_and_tags_that_we_send()
    {
        var tags = Files().SelectMany(file => JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, file)))!["rule"]!["filters"]?.AsArray() ?? []).Where(filter => filter!["key"] is not null).ToList();

        Assert.All(tags, filter => Assert.True((string?)filter!["key"] is "alert" or "job"));
        Assert.All(tags.Where(filter => (string?)filter!["value"] != ""), filter => Assert.True(Enum.TryParse<AlertKind>((string?)filter!["value"], out _)));
    }

    private static string Folder => Path.Combine(Repository.Root, "ops/alerts");

    private static List<string> Files() => [.. Directory.EnumerateFiles(Folder, "*.json").Select(file => Path.GetFileName(file))];

    private async Task AnswerAsync(HttpContext context, string path)
    {
        var (all, id) = path.EndsWith("rules/", StringComparison.Ordinal) ? (path, null) : (path[..(path.TrimEnd('/').LastIndexOf('/') + 1)], path.TrimEnd('/').Split('/')[^1]);
        if (context.Request.Headers.Authorization != "Bearer sntrys_test" || !all.EndsWith("rules/", StringComparison.Ordinal))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        var known = rules.TryGetValue(all, out var some) ? some : [];
        if (HttpMethods.IsGet(context.Request.Method) && id is null)
        {
            await context.Response.WriteAsync(known.ToJsonString());
            return;
        }

        var body = (await context.Request.ReadFromJsonAsync<JsonObject>(Token))!;
        var isNew = HttpMethods.IsPost(context.Request.Method) && id is null;
        if (body["actions"] is null && body["triggers"] is null || (!isNew && !(HttpMethods.IsPut(context.Request.Method) && known.Any(rule => (string?)rule!["id"] == id))))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        body["id"] = id ?? known.Count.ToString(System.Globalization.CultureInfo.InvariantCulture);
        rules[all] = [.. known.Where(rule => (string?)rule!["id"] != id || id is null).Select(rule => rule!.DeepClone()), body];
        context.Response.StatusCode = isNew ? StatusCodes.Status201Created : StatusCodes.Status200OK;
        await context.Response.WriteAsync(body.ToJsonString());
    }

    private async Task<(int Code, string Output)> RunAsync(string? argument = null, params IReadOnlyList<string> without)
    {
        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(Folder, "apply.mjs"));
        if (argument is not null)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in new[] { ("SENTRY_URL", url.AbsoluteUri), ("SENTRY_ORG", "ours"), ("SENTRY_TEAM_ID", "7"), ("SENTRY_AUTH_TOKEN", "sntrys_test") })
        {
            start.Environment[name] = without.Contains(name) ? "" : value;
        }

        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(Token), process.StandardError.ReadToEndAsync(Token));
        await process.WaitForExitAsync(Token);
        return (process.ExitCode, await output + await error);
    }
}
