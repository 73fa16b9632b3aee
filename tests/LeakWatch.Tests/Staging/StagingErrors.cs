using System.Text.Json.Nodes;
using LeakWatch.Tests.Providers;
using LeakWatch.Tests.Services;

namespace LeakWatch.Tests.Staging;

/// <summary>One bug each of api and worker, made by taking a table away for a moment, and what Sentry is told of them.</summary>
internal sealed class StagingErrors(TestDatabase database, FakeSentry sentry, StagingStore store)
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(100);

    public async Task BreakApiAsync(CancellationToken cancellationToken)
    {
        await database.ExecuteAsync("alter table leakwatch.findings rename to findings_gone");
        using (await store.RequestAsync(HttpMethod.Get, "findings", cancellationToken)) { }

        await database.ExecuteAsync("alter table leakwatch.findings_gone rename to findings");
        await ReportedAsync("api", cancellationToken);
    }

    /// <summary>An upload whose text cannot be saved; its attempts but the last are taken as used up, since their pauses take a minute.</summary>
    public async Task BreakWorkerAsync(string invoice, CancellationToken cancellationToken)
    {
        await database.ExecuteAsync("alter table leakwatch.extracted_texts rename to extracted_texts_gone");
        await store.UploadAsync(invoice, cancellationToken);
        while (!Errors.Any(report => RoleOf(report) == "worker"))
        {
            await database.ExecuteAsync(
                """
                update leakwatch.jobs set attempts = 3, due_at = now() where state = 'WAITING' and attempts between 1 and 2
                """
            );
            await Task.Delay(LookEvery, cancellationToken);
        }

        await database.ExecuteAsync("alter table leakwatch.extracted_texts_gone rename to extracted_texts");
    }

    /// <summary>The releases that the events name, each once.</summary>
    public IReadOnlyList<string> Releases =>
        [.. Errors.Select(report => (string?)report["release"] ?? "none").Distinct(StringComparer.Ordinal)];

    /// <summary>Who reported what, such as <c>api PostgresException</c>.</summary>
    public IEnumerable<string> Reports =>
        Errors.Select(report => $"{RoleOf(report)} {report["exception"]!["values"]!.AsArray()[^1]!["type"]}");

    public async Task ReportedAsync(string role, CancellationToken cancellationToken)
    {
        while (!Errors.Any(report => RoleOf(report) == role))
        {
            await Task.Delay(LookEvery, cancellationToken);
        }
    }

    /// <summary>The watcher, which looks once a minute, reports alerts as well: those are no errors.</summary>
    private IEnumerable<JsonNode> Errors => sentry.Of("event").Where(report => report["exception"] is not null);

    private static string RoleOf(JsonNode report) =>
        (string?)report["platform"] == "javascript" ? "web"
        : report["tags"]?["job"] is null ? "api"
        : "worker";
}
