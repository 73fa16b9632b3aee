using System.Text.Json.Nodes;
using LeakWatch.Tests.Services;
using LeakWatch.Tests.Vendors;

namespace LeakWatch.Tests.Staging;

/// <summary>One bug each of api and worker, made by taking a table away for a moment, and what Sentry is told of them.</summary>
internal sealed class StagingErrors(TestDatabase database, FakeSentry sentry, StagingStore store)
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(100);

    public async Task BreakApiAsync(CancellationToken cancellationToken)
    {
        await database.ExecuteAsync("alter table leakwatch.findings rename to findings_gone");
        using (await store.RequestAsync(HttpMethod.Get, "findings", cancellationToken))
        {
        }

        await database.ExecuteAsync("alter table leakwatch.findings_gone rename to findings");
        await ReportedAsync(1, cancellationToken);
    }

    /// <summary>An upload whose text cannot be saved; its attempts but the last are taken as used up, since their pauses take a minute.</summary>
    public async Task BreakWorkerAsync(string invoice, CancellationToken cancellationToken)
    {
        await database.ExecuteAsync("alter table leakwatch.extracted_texts rename to extracted_texts_gone");
        await store.UploadAsync(invoice, cancellationToken);
        while (sentry.Of("event").Count < 2)
        {
            await database.ExecuteAsync("""
                update leakwatch.jobs set attempts = 3, due_at = now() where state = 'WAITING' and attempts between 1 and 2
                """);
            await Task.Delay(LookEvery, cancellationToken);
        }

        await database.ExecuteAsync("alter table leakwatch.extracted_texts_gone rename to extracted_texts");
    }

    /// <summary>The releases that the events name, one each.</summary>
    public IReadOnlyList<string> Releases => [.. sentry.Of("event").Select(Release).Distinct(StringComparer.Ordinal)];

    public IReadOnlyList<JsonNode> Events => sentry.Of("event");

    public async Task ReportedAsync(int count, CancellationToken cancellationToken)
    {
        while (sentry.Of("event").Count < count)
        {
            await Task.Delay(LookEvery, cancellationToken);
        }
    }

    private static string Release(JsonNode report) => (string?)report["release"] ?? "none";
}
