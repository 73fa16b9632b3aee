using Hangfire;
using LeakWatch.Configuration;
using LeakWatch.Data;
using LeakWatch.Http;
using LeakWatch.Jobs;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Npgsql;

namespace LeakWatch.Hosting;

/// <summary>
/// For operators: a port of its own, on loopback and, where there is a token, on the host's private network. It serves
/// <c>/ops</c> and health, and nobody else does.
/// </summary>
internal static class OperationsPort
{
    private const int MaxJobs = 500;

    /// <summary>A browser asks for a name and a password, which is how a person opens the dashboard.</summary>
    private const string Challenge = "Basic realm=\"LeakWatch operations\", charset=\"UTF-8\"";

    /// <summary>Marks the connections of the port, whatever its number is.</summary>
    public static void Mark(ListenOptions listen) => listen.Use(next => connection =>
    {
        connection.Features.Set(new OperationsConnection());
        return next(connection);
    });

    /// <param name="token">Whoever uses <c>/ops</c> must send it; null: nobody must.</param>
    public static void UseOperationsPort(this WebApplication app, string? token)
    {
        app.Use((context, next) =>
        {
            var isOperations = context.Request.Path.StartsWithSegments("/ops");
            var isOfBoth = context.Request.Path.StartsWithSegments("/health");
            if (IsOperator(context) ? !isOperations && !isOfBoth : isOperations)
            {
                return Problems.WriteAsync(context, StatusCodes.Status404NotFound);
            }

            if (isOperations && token is not null && !OperationsToken.IsIn(context.Request, token))
            {
                context.Response.Headers.WWWAuthenticate = Challenge;
                return Problems.WriteAsync(context, StatusCodes.Status401Unauthorized);
            }

            // A page that the operator looks at elsewhere may not act here.
            var origin = context.Request.Headers.Origin.ToString();
            return isOperations && !HttpMethods.IsGet(context.Request.Method) && origin.Length > 0 && origin != $"{context.Request.Scheme}://{context.Request.Host}"
                ? Problems.WriteAsync(context, StatusCodes.Status403Forbidden)
                : next(context);
        });
        app.MapWhen(
            context => IsOperator(context) && context.Request.Path.StartsWithSegments("/ops/jobs"),
            dashboard => dashboard.UseHangfireDashboard("/ops/jobs", new DashboardOptions { Authorization = [], IgnoreAntiforgeryToken = false, DisplayStorageConnectionString = false }));
    }

    public static void MapOperations(this IEndpointRouteBuilder routes)
    {
        var operations = routes.MapGroup("/ops").WithMetadata(new OperatorsOnly(), new NoRateLimit()).ExcludeFromDescription();
        operations.MapGet("/stopped-jobs", ListStoppedJobs);
        operations.MapPost("/stopped-jobs/{organizationId:guid}/{jobId:guid}/retry", RetryStoppedJob);
    }

    private static bool IsOperator(HttpContext context) => context.Features.Get<OperationsConnection>() is not null;

    private static async Task<Ok<List<StoppedJobView>>> ListStoppedJobs(NpgsqlDataSource source, CancellationToken cancellationToken) =>
        TypedResults.Ok(await StoppedJobs.ListAsync(source, MaxJobs, cancellationToken));

    private static async Task<Results<Accepted, ProblemHttpResult>> RetryStoppedJob(
        Guid organizationId, Guid jobId, TenantDatabase database, Pipeline pipeline, CancellationToken cancellationToken)
    {
        if (await StoppedJobs.RetryAsync(database, organizationId, jobId, cancellationToken) is not { } job)
        {
            return TypedResults.Problem(ErrorResults.NotFound);
        }

        await pipeline.AnnounceAsync(organizationId, job.ShopId, cancellationToken);
        return TypedResults.Accepted("/ops/stopped-jobs");
    }

    private sealed class OperationsConnection;
}
