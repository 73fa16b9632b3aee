using System.Text.Json;
using System.Text.Json.Serialization;

namespace LeakWatch.Http;

/// <summary>The one envelope of everything that goes wrong (RFC 9457). Says what and where, never more than the caller may know.</summary>
/// <param name="Title">What happened and what to do next, for people.</param>
/// <param name="Code">Stable (docs/errors.md): switch on it.</param>
/// <param name="TraceId">The request's id, which the logs carry too.</param>
/// <param name="Errors">By field of the request, camelCase.</param>
internal sealed record ProblemView(
    string Title, int Status, string Code, string TraceId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyDictionary<string, string[]>? Errors);

/// <summary>Writes every problem, wherever it comes from: handlers, binding, validation, exceptions, empty answers with an error's status.</summary>
internal sealed class Problems : IProblemDetailsWriter
{
    public const string Code = "code";
    public const string Errors = "errors";

    private const string ContentType = "application/problem+json";

    public bool CanWrite(ProblemDetailsContext context) => true;

    public async ValueTask WriteAsync(ProblemDetailsContext context)
    {
        var (problem, http) = (context.ProblemDetails, context.HttpContext);
        var status = problem.Status ?? http.Response.StatusCode;
        var (code, title) = OfStatus(status);
        var errors = problem switch
        {
            HttpValidationProblemDetails validation => validation.Errors.ToDictionary(pair => Field(pair.Key), pair => pair.Value, StringComparer.Ordinal),
            _ => Extension(problem, Errors) as IReadOnlyDictionary<string, string[]>,
        };
        var view = new ProblemView(
            problem.Extensions.ContainsKey(Code) ? problem.Title ?? title : title, status,
            Extension(problem, Code) as string ?? code, http.TraceIdentifier, errors);
        http.Response.StatusCode = status;
        http.Response.ContentType = ContentType;
        await http.Response.WriteAsync(JsonSerializer.Serialize(view, ProblemJson.Default.ProblemView), http.RequestAborted);
    }

    /// <summary>For middleware that refuses before there is an endpoint.</summary>
    public static Task WriteAsync(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return new Problems().WriteAsync(new() { HttpContext = context }).AsTask();
    }

    private static object? Extension(Microsoft.AspNetCore.Mvc.ProblemDetails problem, string name) => problem.Extensions.TryGetValue(name, out var value) ? value : null;

    /// <summary><c>Request.BilledTo[0].Name</c> as the JSON of the request spells it.</summary>
    private static string Field(string path) => string.Join('.', path.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));

    private static (string Code, string Title) OfStatus(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => ("AUTH_INVALID_TOKEN", "Sign in again: there is no valid sign-in with this request."),
        StatusCodes.Status403Forbidden => (ErrorResults.Forbidden.Code, ErrorResults.Forbidden.Message),
        StatusCodes.Status404NotFound => (ErrorResults.NotFound.Code, ErrorResults.NotFound.Message),
        StatusCodes.Status409Conflict => ("CONFLICT", "It is not in a state in which this can be done."),
        StatusCodes.Status413PayloadTooLarge => ("FILE_TOO_LARGE", "The body is larger than 1 MB; files go to the address that an upload is given."),
        StatusCodes.Status429TooManyRequests => ("RATE_LIMIT_EXCEEDED", "Too many requests; wait as long as Retry-After says."),
        StatusCodes.Status503ServiceUnavailable => ("SERVICE_UNAVAILABLE", "Something that we need does not answer; nothing was changed, try again in a moment."),
        >= StatusCodes.Status500InternalServerError => ("UNEXPECTED", "Something of ours failed; the trace id leads us to it."),
        _ => ("VALIDATION_ERROR", "The request is not one that this address takes; errors names the fields."),
    };
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ProblemView))]
internal sealed partial class ProblemJson : JsonSerializerContext;
