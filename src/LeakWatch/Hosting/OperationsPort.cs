using Hangfire;
using LeakWatch.Data;
using LeakWatch.Platform;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Npgsql;

namespace LeakWatch.Hosting;

/// <summary>For operators: a port of its own that only this machine or the host's private network reaches. It serves <c>/ops</c> and health, and nobody else does.</summary>
internal static class OperationsPort
{
    private const int MostJobs = 500;

    /// <summary>Marks the connections of the port, whatever its number is.</summary>
    public static void Mark(ListenOptions listen) => listen.Use(next => connection =>
    {
        connection.Features.Set(new OperationsConnection());
        return next(connection);
    });

    public static void UseOperationsPort(this WebApplication app)
    {
        app.Use((context, next) =>
        {
            var isOperations = context.Request.Path.StartsWithSegments("/ops");
            var isOfBoth = context.Request.Path.StartsWithSegments("/health");
            if (IsOperator(context) ? !isOperations && !isOfBoth : isOperations)
            {
                return Problems.WriteAsync(context, StatusCodes.Status404NotFound);
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
        var operations = routes.MapGroup("/ops").WithMetadata(new OperatorsOnly(), new Unlimited()).ExcludeFromDescription();
        operations.MapGet("/stopped-jobs", ListStoppedJobs);
        operations.MapPost("/stopped-jobs/{organizationId:guid}/{jobId:guid}/retry", RetryStoppedJob);
    }

    private static bool IsOperator(HttpContext context) => context.Features.Get<OperationsConnection>() is not null;

    private static async Task<Ok<List<StoppedJobView>>> ListStoppedJobs(NpgsqlDataSource source, CancellationToken cancellationToken) =>
        TypedResults.Ok(await StoppedJobs.ListAsync(source, MostJobs, cancellationToken));

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
