using LeakWatch.Observability;
using LeakWatch.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using StackExchange.Redis;

namespace LeakWatch.Hosting;

/// <summary>What the host asks: is it alive, may it get requests, which release is it.</summary>
internal static class Health
{
    /// <summary>Shorter than hosts wait for an answer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        var health = routes.MapGroup("/health").AllowAnonymous().WithMetadata(new NoRateLimit()).WithTags("Health");
        health.MapGet("/live", () => TypedResults.Ok()).WithName("getLive").WithSummary("The process answers.");
        health.MapGet("/ready", ReadyAsync).WithName("getReady").WithSummary("The database answers; which of what we depend on does.")
            .Produces<ReadyView>().Produces<ReadyView>(StatusCodes.Status503ServiceUnavailable);
        routes.MapGet("/version", () => TypedResults.Ok(new VersionView(Release.Version))).AllowAnonymous().WithTags("Health").WithName("getVersion").WithSummary("The release.");
    }

    /// <summary>Without the database nothing can be answered. Without the queue work waits in the database, so requests are still welcome.</summary>
    private static async Task<JsonHttpResult<ReadyView>> ReadyAsync(NpgsqlDataSource source, IServiceProvider services, CancellationToken cancellationToken)
    {
        var (database, queue) = (IsDatabaseUpAsync(source, cancellationToken), IsQueueUpAsync(services, cancellationToken));
        var ready = new ReadyView(await database, [new("database", StateOf(await database)), new("queue", StateOf(await queue ?? await database))]);
        return TypedResults.Json(ready, statusCode: ready.IsReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<bool> IsDatabaseUpAsync(NpgsqlDataSource source, CancellationToken cancellationToken)
    {
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(Patience);
            await using var command = source.CreateCommand("select 1");
            await command.ExecuteScalarAsync(limit.Token);
            return true;
        }
        catch (Exception exception) when (exception is NpgsqlException or OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>Asks the client, not the server: a command has a price, and hosts ask every few seconds.</summary>
    /// <returns>Null where the queue is kept in the database.</returns>
    private static async Task<bool?> IsQueueUpAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        try
        {
            // The first to ask connects, which takes its time where there is no server.
            return await Task.Run(() => services.GetService<ConnectionMultiplexer>()?.IsConnected, cancellationToken).WaitAsync(Patience, cancellationToken);
        }
        catch (Exception exception) when (exception is TimeoutException or RedisException or OperationCanceledException)
        {
            return false;
        }
    }

    private static DependencyState StateOf(bool isUp) => isUp ? DependencyState.Up : DependencyState.Down;
}

public sealed record VersionView(string Version);

public enum DependencyState { Up, Down }

public sealed record ReadyView(bool IsReady, IReadOnlyList<DependencyView> Dependencies);

public sealed record DependencyView(string Name, DependencyState State);
