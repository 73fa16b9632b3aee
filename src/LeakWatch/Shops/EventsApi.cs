using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using LeakWatch.Core;
using LeakWatch.Data;
using LeakWatch.Http;
using Microsoft.EntityFrameworkCore;

namespace LeakWatch.Shops;

/// <summary>What has changed in a store, as it happens. The lists stay the truth: a client that was away asks them again.</summary>
internal static class EventsApi
{
    private const int MaxStreams = 20;

    /// <summary>Shorter than proxies wait for a byte.</summary>
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    /// <summary>Then the client connects again, with a sign-in of that time.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private static readonly ConcurrentDictionary<Guid, int> Streams = new();

    public static void MapEvents(this RouteGroupBuilder shop) =>
        shop.MapGet("/events", StreamEvents).WithTags("Events").WithName("streamEvents").Produces<string>(contentType: "text/event-stream")
            .WithSummary("Server-sent events: ready (ask the lists anew), document, findings. Sent with the bearer header, so read it by fetch.");

    private static async Task StreamEvents(
        Guid shopId, HttpContext context, Caller caller, TenantDatabase database, TimeProvider time, IHostApplicationLifetime lifetime, CancellationToken cancellationToken)
    {
        if (Streams.AddOrUpdate(caller.OrganizationId, 1, (_, count) => count + 1) > MaxStreams)
        {
            Leave(caller);
            context.Response.Headers.RetryAfter = "60";
            await Problems.WriteAsync(context, StatusCodes.Status429TooManyRequests);
            return;
        }

        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        using var limit = new CancellationTokenSource(Longest, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(end.Token, limit.Token);
        try
        {
            context.Response.ContentType = "text/event-stream";
            context.Response.Headers.CacheControl = "no-cache, no-transform";
            var written = time.GetTimestamp();
            await foreach (var one in new ShopChanges(database, time).WatchAsync(caller.OrganizationId, shopId, both.Token))
            {
                if (one is null && time.GetElapsedTime(written) < Heartbeat)
                {
                    continue;
                }

                await context.Response.WriteAsync(one is null ? ": still here\n\n" : $"event: {one.Name}\ndata: {one.Data}\n\n", both.Token);
                await context.Response.Body.FlushAsync(both.Token);
                written = time.GetTimestamp();
            }
        }
        catch (OperationCanceledException) when (both.IsCancellationRequested)
        {
            // The client has gone, the time is up, or we shut down: the stream just ends.
        }
        finally
        {
            Leave(caller);
        }
    }

    private static void Leave(Caller caller) => Streams.AddOrUpdate(caller.OrganizationId, 0, (_, count) => count - 1);
}

internal sealed record ShopEvent(string Name, string Data);

/// <summary>Looks at one store's unfinished documents and its summary, and says what differs from the last look.</summary>
internal sealed class ShopChanges(TenantDatabase database, TimeProvider time)
{
    private static readonly TimeSpan WhileWorking = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan WhileIdle = TimeSpan.FromSeconds(3);

    /// <summary>A backlog beyond that is told of when its turn comes.</summary>
    private const int MaxUnfinished = 500;

    private static readonly DocumentState[] Unfinished =
    [
        DocumentState.Created, DocumentState.Uploaded, DocumentState.Extracting, DocumentState.Extracted, DocumentState.Normalizing, DocumentState.Normalized, DocumentState.Detecting,
    ];

    /// <summary>Between the clocks of those who make ids.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(5);

    private Dictionary<Guid, DocumentEvent> known = [];
    private DateTimeOffset? summaryAt;
    private DateTimeOffset? lookedAt;

    /// <summary>Endless; null after a look that found nothing.</summary>
    public async IAsyncEnumerable<ShopEvent?> WatchAsync(Guid organizationId, Guid shopId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var isFirst = true;
        while (true)
        {
            var changes = await LookAsync(organizationId, shopId, cancellationToken);
            if (isFirst)
            {
                yield return new("ready", "{}");
                isFirst = false;
            }
            else
            {
                foreach (var change in changes)
                {
                    yield return change;
                }
            }

            yield return null;
            await Task.Delay(known.Values.Any(document => document.State is not DocumentState.Created) ? WhileWorking : WhileIdle, time, cancellationToken);
        }
    }

    private async Task<List<ShopEvent>> LookAsync(Guid organizationId, Guid shopId, CancellationToken cancellationToken)
    {
        await using var db = database.OpenToRead(organizationId);
        var now = time.GetUtcNow();
        var versions = db.DocumentVersions.AsNoTracking().Where(version => version.ShopId == shopId);
        var ended = versions.Where(version => !Unfinished.Contains(version.State));
        // What is unfinished, what was at the last look, and what came and ended in between: ids sort by time.
        var rows = await versions.Where(version => Unfinished.Contains(version.State)).OrderByDescending(version => version.DocumentId).Take(MaxUnfinished).Select(Event).ToListAsync(cancellationToken);
        var seen = known.Values.Where(document => Unfinished.Contains(document.State)).Select(document => document.VersionId).ToList();
        rows.AddRange(await ended.Where(version => seen.Contains(version.Id)).Select(Event).ToListAsync(cancellationToken));
        if (lookedAt is { } last && Guid.CreateVersion7(last - Skew) is var since)
        {
            var young = db.Documents.Where(document => document.ShopId == shopId && EF.Functions.GreaterThan(ValueTuple.Create(document.Id), ValueTuple.Create(since)));
            rows.AddRange(await ended.Where(version => young.Any(document => document.Id == version.DocumentId)).Take(MaxUnfinished).Select(Event).ToListAsync(cancellationToken));
        }

        var summary = await db.ShopSummaries.Where(one => one.Id == shopId).Select(one => (DateTimeOffset?)one.ComputedAt).SingleOrDefaultAsync(cancellationToken);
        var found = rows.DistinctBy(row => row.VersionId).ToList();
        var events = found.Where(row => known.GetValueOrDefault(row.VersionId) != row).Select(row => new ShopEvent("document", JsonSerializer.Serialize(row, EventJson.Default.DocumentEvent))).ToList();
        if (summary != summaryAt)
        {
            events.Add(new("findings", "{}"));
        }

        (summaryAt, lookedAt, known) = (summary, now, found.ToDictionary(row => row.VersionId));
        return events;
    }

    private static readonly System.Linq.Expressions.Expression<Func<DocumentVersion, DocumentEvent>> Event =
        version => new DocumentEvent(version.DocumentId, version.Id, version.State, version.ErrorCode);
}

internal sealed record DocumentEvent(Guid DocumentId, Guid VersionId, [property: JsonConverter(typeof(ScreamingSnake<DocumentState>))] DocumentState State, string? ErrorCode);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(DocumentEvent))]
internal sealed partial class EventJson : JsonSerializerContext;
