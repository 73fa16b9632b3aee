using LeakWatch.Tests.Services;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using LeakWatch.Core.Operations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LeakWatch.Tests.Deployment;

/// <summary>ops/alerts: the rules as data, and the script that brings them to Sentry, here to a server that answers as its API does.</summary>
public sealed class SentryRulesTests : IAsyncLifetime
{
    /// <summary>Sentry's numbers.</summary>
    private const int Error = 40, Information = 20;

    private readonly Dictionary<string, JsonArray> rules = new(StringComparer.Ordinal);
    private readonly List<string> asked = [];
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
        Assert.Empty(asked);
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
        Assert.Empty(asked);
    }

    [Fact]
    public void Each_alert_and_each_dead_job_rings_at_one_rule_of_the_worker_and_the_end_of_an_alert_at_none()
    {
        var issues = Files().Select(file => JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, file)))!)
            .Where(file => ((string?)file["kind"], (string?)file["project"]) == ("issue", "worker")).Select(file => file["rule"]!).ToList();

        Assert.All(Enum.GetValues<AlertKind>(), kind =>
        {
            Assert.Single(issues, rule => Rings(rule, ("alert", kind.ToString()), Error));
            Assert.DoesNotContain(issues, rule => Rings(rule, ("alert", kind.ToString()), Information));
        });
        Assert.Single(issues, rule => Rings(rule, ("job", "ProcessDocument"), Error));
    }

    /// <remarks>
    /// Sentry skips a rule that compares with earlier while there was nothing earlier, and else takes any ratio, however
    /// few the events (getsentry/sentry, src/sentry/incidents/subscription_processor.py:
    /// get_comparison_aggregation_value, THRESHOLD_TYPE_OPERATORS).
    /// </remarks>
    [Theory]
    [InlineData("api-errors-spike.json")]
    [InlineData("web-errors-spike.json")]
    public void A_spike_rings_from_a_quiet_hour_on_and_a_handful_of_errors_never_does(string file)
    {
        var rule = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, file)))!["rule"]!;

        Assert.False(RingsAtCount(rule, before: 0, now: 9));
        Assert.False(RingsAtCount(rule, before: 1, now: 9));
        Assert.True(RingsAtCount(rule, before: 0, now: 10));
        Assert.True(RingsAtCount(rule, before: 40, now: 50));
        Assert.True((int)rule["resolveThreshold"]! is > 0 and < 9, "It ends where it begins: one error more rings twice.");
    }

    private static string Folder => Path.Combine(Repository.Root, "ops/alerts");

    private static List<string> Files() => [.. Directory.EnumerateFiles(Folder, "*.json").Select(file => Path.GetFileName(file))];

    /// <summary>
    /// As Sentry evaluates a metric rule whose <c>thresholdType</c> is 0, above; a change is sent as what comes on top of
    /// 100 %.
    /// </summary>
    private static bool RingsAtCount(JsonNode rule, int before, int now)
    {
        Assert.Equal(0, (int)rule["thresholdType"]!);
        var threshold = (double)rule["triggers"]![0]!["alertThreshold"]!;
        return rule["comparisonDelta"] is null ? now > threshold : before > 0 && 100.0 * now / before > threshold + 100;
    }

    /// <summary>Whether a rule's filters let an event through, as Sentry reads them.</summary>
    private static bool Rings(JsonNode rule, (string Name, string Value) tag, int level)
    {
        var passed = rule["filters"]!.AsArray().Select(filter => (string?)filter!["match"] switch
        {
            "is" => (string?)filter["key"] == tag.Name,
            "eq" => (string?)filter["key"] == tag.Name && (string?)filter["value"] == tag.Value,
            "ne" => (string?)filter["key"] != tag.Name || (string?)filter["value"] != tag.Value,
            "gte" => level >= int.Parse((string)filter["level"]!, CultureInfo.InvariantCulture),
            var match => throw new FormatException($"A filter that matches by '{match}'."),
        });
        return (string?)rule["filterMatch"] switch
        {
            "all" => passed.All(passes => passes),
            "any" => passed.Any(passes => passes),
            var match => throw new FormatException($"Filters of which '{match}' must pass."),
        };
    }

    private async Task AnswerAsync(HttpContext context, string path)
    {
        asked.Add($"{context.Request.Method} {path}");
        var (all, id) = path.EndsWith("rules/", StringComparison.Ordinal) ? (path, null) : (path[..(path.TrimEnd('/').LastIndexOf('/') + 1)], path.TrimEnd('/').Split('/')[^1]);
        if (context.Request.Headers.Authorization != "Bearer sntrys_test" || !all.EndsWith("rules/", StringComparison.Ordinal))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        var known = rules.TryGetValue(all, out var some) ? some : [];
        if (HttpMethods.IsGet(context.Request.Method) && id is null)
        {
            await AnswerPageAsync(context, known);
            return;
        }

        var body = (await context.Request.ReadFromJsonAsync<JsonObject>(Token))!;
        var isNew = HttpMethods.IsPost(context.Request.Method) && id is null;
        if (body["actions"] is null && body["triggers"] is null || (!isNew && !(HttpMethods.IsPut(context.Request.Method) && known.Any(rule => (string?)rule!["id"] == id))))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        body["id"] = id ?? known.Count.ToString(CultureInfo.InvariantCulture);
        rules[all] = isNew ? [.. known.Select(rule => rule!.DeepClone()), body] : [.. known.Select(rule => (string?)rule!["id"] == id ? body : rule.DeepClone())];
        context.Response.StatusCode = isNew ? StatusCodes.Status201Created : StatusCodes.Status200OK;
        await context.Response.WriteAsync(body.ToJsonString());
    }

    /// <summary>As few a page as there can be, so that what is looked for lies on a later one.</summary>
    private static Task AnswerPageAsync(HttpContext context, JsonArray known)
    {
        string Link(int cursor, string direction) =>
            $"<http://{context.Request.Host}{context.Request.Path}?cursor=0:{cursor}:0>; rel=\"{direction}\"; results=\"{(cursor >= 0 && cursor < known.Count ? "true" : "false")}\"; cursor=\"0:{cursor}:0\"";
        var at = context.Request.Query["cursor"].ToString() is { Length: > 0 } cursor ? int.Parse(cursor.Split(':')[1], CultureInfo.InvariantCulture) : 0;
        context.Response.Headers.Link = $"{Link(at - 1, "previous")}, {Link(at + 1, "next")}";
        return context.Response.WriteAsync(new JsonArray([.. known.Skip(at).Take(1).Select(rule => rule!.DeepClone())]).ToJsonString());
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
