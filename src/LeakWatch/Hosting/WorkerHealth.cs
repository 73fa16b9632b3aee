using System.Globalization;
using LeakWatch.Jobs;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace LeakWatch.Hosting;

/// <summary>
/// Whether a worker does what is put into the queue; for the check after a deployment. Strangers may ask, so it is
/// limited by address like every request without a sign-in.
/// </summary>
internal static class WorkerHealth
{
    private const int RetryAfterSeconds = 20;

    public static void MapWorkerHealth(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/health/worker", AskAsync).AllowAnonymous().WithTags("Health").WithName("getWorker")
            .WithSummary("A worker ran a synthetic job within two minutes, or does within 20 seconds of this request.")
            .Produces<WorkerView>().Produces<WorkerView>(StatusCodes.Status503ServiceUnavailable);

    private static async Task<JsonHttpResult<WorkerView>> AskAsync(WorkerCheck check, HttpContext context)
    {
        var answer = await check.AskAsync(context.RequestAborted);
        context.Response.Headers[HeaderNames.CacheControl] = "no-store";
        var (isOk, evidence) = (answer.Status is WorkerStatus.Ok, answer.Evidence);
        if (!isOk)
        {
            context.Response.Headers.RetryAfter = RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
        }

        var view = new WorkerView(WordOf(answer.Status), evidence?.Release, evidence?.LastJobAt, evidence?.SeenAt);
        return TypedResults.Json(view, statusCode: isOk ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    private static string WordOf(WorkerStatus status) => status switch
    {
        WorkerStatus.Ok => "ok",
        WorkerStatus.Busy => "busy",
        WorkerStatus.Silent => "silent",
        WorkerStatus.Absent => "absent",
        WorkerStatus.QueueDown => "queue_down",
        WorkerStatus.DatabaseDown => "database_down",
    };
}

/// <param name="Status">
/// ok; busy: all hands are full; silent: a worker has a pulse but does not take the job; absent: no worker has a pulse;
/// queue_down; database_down.
/// </param>
/// <param name="Release">The version of the worker that ran the last synthetic job, as /version says it.</param>
/// <param name="LastJobAt">When it ran.</param>
/// <param name="SeenAt">The last heartbeat of any worker.</param>
public sealed record WorkerView(string Status, string? Release, DateTimeOffset? LastJobAt, DateTimeOffset? SeenAt);
