using System.Reflection;
using LeakWatch.Platform;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace LeakWatch.Hosting;

/// <summary>What the host asks: is it alive, may it get requests, which release is it.</summary>
internal static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        var health = routes.MapGroup("/health").AllowAnonymous().WithMetadata(new Unlimited()).WithTags("Health");
        health.MapGet("/live", () => TypedResults.Ok()).WithName("getLive").WithSummary("The process answers.");
        health.MapGet("/ready", ReadyAsync).WithName("getReady").WithSummary("The database answers.");
        routes.MapGet("/version", () => TypedResults.Ok(new VersionView(Version))).AllowAnonymous().WithTags("Health").WithName("getVersion").WithSummary("The release.");
    }

    public static string Version => typeof(Health).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    private static async Task<Results<Ok, StatusCodeHttpResult>> ReadyAsync(NpgsqlDataSource source, CancellationToken cancellationToken)
    {
        try
        {
            await using var command = source.CreateCommand("select 1");
            await command.ExecuteScalarAsync(cancellationToken);
            return TypedResults.Ok();
        }
        catch (NpgsqlException)
        {
            return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }
}

public sealed record VersionView(string Version);
