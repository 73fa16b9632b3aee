using System.ClientModel;
using System.ClientModel.Primitives;
using System.Globalization;
using System.Text.Json;

namespace LeakWatch.Providers.OpenAi;

/// <summary>What a refused call means: whether it may pass, and when.</summary>
internal static class OpenAiFailure
{
    public static Failure Of(ClientResultException refused, DateTimeOffset now)
    {
        var response = refused.GetRawResponse();
        var code = CodeOf(response);
        // A spent quota comes as 429 too, and no waiting brings it back.
        var mayPass = refused.Status is 0 or 408 or 409 or 429 or >= 500 && code is not ("insufficient_quota" or "billing_hard_limit_reached");
        return new(code is null ? $"status {refused.Status}" : $"status {refused.Status}, {code}", mayPass, WaitOf(response, now));
    }

    /// <summary>OpenAI's milliseconds, else RFC 9110's seconds or date.</summary>
    private static TimeSpan? WaitOf(PipelineResponse? response, DateTimeOffset now)
    {
        if (response is null)
        {
            return null;
        }

        if (response.Headers.TryGetValue("retry-after-ms", out var milliseconds) && double.TryParse(milliseconds, NumberStyles.Float, CultureInfo.InvariantCulture, out var some) && some is >= 0 and < 1e9)
        {
            return TimeSpan.FromMilliseconds(some);
        }

        if (!response.Headers.TryGetValue("Retry-After", out var after) || after is null)
        {
            return null;
        }

        return double.TryParse(after, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 0 and < 1e6 ? TimeSpan.FromSeconds(seconds)
            : DateTimeOffset.TryParse(after, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date > now ? date - now : TimeSpan.Zero
            : null;
    }

    // Codes are short words of theirs; anything else may repeat what we sent.
    private static string? CodeOf(PipelineResponse? response)
    {
        try
        {
            using var body = JsonDocument.Parse(response?.Content.ToMemory() ?? default);
            return body.RootElement.ValueKind is JsonValueKind.Object && body.RootElement.TryGetProperty("error", out var error) && error.ValueKind is JsonValueKind.Object
                && (Word(error, "code") ?? Word(error, "type")) is { } code ? code : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string? Word(JsonElement error, string name) =>
        error.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String && value.GetString() is { Length: > 0 and <= 60 } word && word.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.') ? word : null;
}
