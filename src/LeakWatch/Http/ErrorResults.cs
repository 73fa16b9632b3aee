using LeakWatch.Core;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LeakWatch.Http;

internal static class ErrorResults
{
    public static readonly Error NotFound = new(ErrorKind.NotFound, "NOT_FOUND", "There is nothing here, or it is not yours.");

    public static readonly Error Forbidden = new(ErrorKind.Invalid, "AUTH_FORBIDDEN", "Your role may read and not change; ask an owner of the store.");

    public static readonly Error Stale = new(ErrorKind.Conflict, "CONFLICT", "It has changed since you read it; read it again and repeat your change.");

    extension(TypedResults)
    {
        /// <summary>RFC 9457 problem with our stable <c>code</c>, which the web switches on.</summary>
        public static ProblemHttpResult Problem(Error error) => TypedResults.Problem(
            title: error.Message,
            statusCode: error == Stale ? StatusCodes.Status412PreconditionFailed : StatusOf(error),
            extensions: Extensions(error));
    }

    /// <summary>A VALIDATION_ERROR that says which field it is about.</summary>
    public static Error Invalid(string field, string message) => new InvalidField(field, message);

    public static int StatusOf(Error error) => error.Code switch
    {
        "FILE_TOO_LARGE" => StatusCodes.Status413PayloadTooLarge,
        "AUTH_FORBIDDEN" => StatusCodes.Status403Forbidden,
        "UNSUPPORTED_FILE_TYPE" => StatusCodes.Status415UnsupportedMediaType,
        "UPLOAD_LIMIT_EXCEEDED" or "PLAN_REQUIRED" => StatusCodes.Status402PaymentRequired,
        _ => error.Kind switch
        {
            ErrorKind.Invalid => StatusCodes.Status400BadRequest,
            ErrorKind.NotFound => StatusCodes.Status404NotFound,
            ErrorKind.Conflict => StatusCodes.Status409Conflict,
            ErrorKind.LimitReached => StatusCodes.Status429TooManyRequests,
        },
    };

    private static Dictionary<string, object?> Extensions(Error error)
    {
        var extensions = new Dictionary<string, object?>(StringComparer.Ordinal) { [Problems.Code] = error.Code };
        if (error is InvalidField { Field: var field })
        {
            extensions[Problems.Errors] = new Dictionary<string, string[]>(StringComparer.Ordinal) { [field] = [error.Message] };
        }

        return extensions;
    }

    private sealed record InvalidField(string Field, string Message) : Error(ErrorKind.Invalid, "VALIDATION_ERROR", Message);
}
