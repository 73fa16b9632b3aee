using System.Text.Json;
using System.Text.RegularExpressions;

namespace LeakWatch.Http;

/// <summary>Which field of a request could not be read, and why, in words of the API.</summary>
/// <remarks>The framework gives the place as data but its reason only as text; where that is unknown to us, the sentence is the general one.</remarks>
internal static partial class BindingErrors
{
    private const string Body = "body";

    private static readonly string[] Missing = ["is missing."];

    public static Dictionary<string, string[]> Of(BadHttpRequestException exception) => exception.InnerException switch
    {
        JsonException json => OfJson(json),
        _ when Parameter().Match(exception.Message) is { Success: true } match => One(Camel(match.Groups["name"].Value), "has a value that this parameter does not take."),
        _ when exception.StatusCode is StatusCodes.Status415UnsupportedMediaType => One(Body, "is not application/json."),
        _ when exception.Message.Contains("no body was provided", StringComparison.Ordinal) => One(Body, "is missing."),
        _ => One(Body, "could not be read."),
    };

    private static Dictionary<string, string[]> OfJson(JsonException exception)
    {
        var field = exception.Path?.TrimStart('$').TrimStart('.') ?? "";
        return exception.Message switch
        {
            var message when message.Contains("missing required properties", StringComparison.Ordinal) =>
                Quoted().Matches(message[message.IndexOf("including", StringComparison.Ordinal)..])
                    .ToDictionary(match => (field.Length == 0 ? "" : field + ".") + match.Groups["name"].Value, _ => Missing, StringComparer.Ordinal),
            var message when message.Contains("could not be mapped to any .NET member", StringComparison.Ordinal) => One(field, "is not a field of this request."),
            var message when message.StartsWith("Duplicate property", StringComparison.Ordinal) => One(field, "stands twice."),
            var message when message.Contains("doesn't allow null", StringComparison.Ordinal) => One(field, "may not be null."),
            _ when exception.InnerException is JsonException => One(Body, "is not valid JSON."),
            _ when field.Length == 0 => One(Body, "is not a JSON object as this address takes it."),
            _ => One(field, "has a value of the wrong kind (words are UPPER_CASE, dates \"2026-03-01\", amounts \"49.00\")."),
        };
    }

    private static Dictionary<string, string[]> One(string field, string problem) => new(StringComparer.Ordinal) { [field] = [problem] };

    private static string Camel(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);

    [GeneratedRegex("""parameter "[^"]* (?<name>\w+)" """, RegexOptions.NonBacktracking)]
    private static partial Regex Parameter();

    [GeneratedRegex("'(?<name>[^']+)'", RegexOptions.NonBacktracking)]
    private static partial Regex Quoted();
}
