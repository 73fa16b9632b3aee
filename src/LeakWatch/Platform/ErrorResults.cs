using LeakWatch.Core;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LeakWatch.Platform;

internal static class ErrorResults
{
    public static readonly Error NotFound = new(ErrorKind.NotFound, "NOT_FOUND", "There is nothing here, or it is not yours.");

    public static readonly Error Forbidden = new(ErrorKind.Invalid, "AUTH_FORBIDDEN", "Your role may read and not change; ask an owner of the store.");

    extension(TypedResults)
    {
        /// <summary>RFC 9457 problem with our stable <c>code</c>, which the web switches on.</summary>
        public static ProblemHttpResult Problem(Error error) => TypedResults.Problem(
            title: error.Message,
            statusCode: StatusOf(error),
            extensions: [KeyValuePair.Create<string, object?>("code", error.Code)]);
    }

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
}
