using LeakWatch.Providers;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace LeakWatch.Http;

/// <summary>Exceptions → problems: what the caller sent wrong keeps its status, an outage is 503, a race is 409, the rest is a bug of ours.</summary>
internal sealed partial class UnexpectedErrors(IProblemDetailsService problems, IErrorReports reports, ILogger<UnexpectedErrors> logger) : IExceptionHandler
{
    private const string RetryAfterSeconds = "5";

    /// <remarks>Nobody is there any more to read an answer; the number is nginx's.</remarks>
    private const int ClientClosedRequest = 499;

    public ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && context.RequestAborted.IsCancellationRequested)
        {
            context.Response.StatusCode = ClientClosedRequest;
            return ValueTask.FromResult(true);
        }

        var answer = new ProblemDetailsContext { HttpContext = context };
        switch (exception)
        {
            // The framework throws this for a body or query it cannot bind: the caller's mistake, not ours.
            case BadHttpRequestException request:
                answer.ProblemDetails.Status = request.StatusCode;
                answer.ProblemDetails.Extensions[Problems.Errors] = BindingErrors.Of(request);
                break;
            case var _ when IsUnstorable(exception):
                answer.ProblemDetails.Status = StatusCodes.Status400BadRequest;
                break;
            case var _ when IsOutage(exception):
                Log.Outage(logger, exception.GetType().Name, exception.Message);
                context.Response.Headers.RetryAfter = RetryAfterSeconds;
                answer.ProblemDetails.Status = StatusCodes.Status503ServiceUnavailable;
                break;
            case var _ when IsRace(exception):
                Log.Race(logger, exception.Message);
                answer.ProblemDetails.Status = StatusCodes.Status409Conflict;
                break;
            default:
                var route = context.Features.Get<IExceptionHandlerFeature>()?.Endpoint?.DisplayName;
                Log.Bug(logger, exception, context.Request.Method, route);
                reports.Report(exception, new Dictionary<string, string>(StringComparer.Ordinal) { ["request_id"] = context.TraceIdentifier, ["route"] = route ?? "-" });
                answer.ProblemDetails.Status = StatusCodes.Status500InternalServerError;
                break;
        }

        context.Response.StatusCode = answer.ProblemDetails.Status.Value;
        return problems.TryWriteAsync(answer);
    }

    /// <summary>Whether nothing is wrong with us: the caller's mistake, somebody else's outage, a race, or nobody who waits any more.</summary>
    public static bool IsExpected(Exception exception) =>
        exception is BadHttpRequestException or OperationCanceledException || IsUnstorable(exception) || IsOutage(exception) || IsRace(exception);

    /// <summary>The one character that Postgres keeps in no text, and halves of others.</summary>
    private static bool IsUnstorable(Exception exception) =>
        Chain(exception).Any(one => one is PostgresException { SqlState: PostgresErrorCodes.CharacterNotInRepertoire or PostgresErrorCodes.UntranslatableCharacter });

    private static bool IsOutage(Exception exception) => Outage.Of(exception) is not null;

    private static bool IsRace(Exception exception) =>
        exception is DbUpdateConcurrencyException
        || Chain(exception).Any(one => one is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected });

    private static IEnumerable<Exception> Chain(Exception exception)
    {
        for (var one = exception; one is not null; one = one.InnerException)
        {
            yield return one;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "An outage ({Kind}: {Reason}) was answered with 503.")]
        public static partial void Outage(ILogger logger, string kind, string reason);

        [LoggerMessage(Level = LogLevel.Information, Message = "Two requests met ({Reason}); the later one was refused.")]
        public static partial void Race(ILogger logger, string reason);

        [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Route} failed.")]
        public static partial void Bug(ILogger logger, Exception exception, string method, string? route);
    }
}
