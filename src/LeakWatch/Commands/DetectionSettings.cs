using System.Globalization;
using System.Text.Json;
using LeakWatch.Core;
using LeakWatch.Core.Serialization;
using LeakWatch.Core.ShopKnowledge;

namespace LeakWatch.Commands;

/// <summary>What <c>detect</c> and <c>scan</c> know besides the documents: the context file, and the day they look from.</summary>
internal sealed record DetectionSettings(DetectionContext Context, DateOnly AsOf)
{
    /// <summary>Charges and periods are years apart from the day that they are looked at from; a day that leaves no room for that was mistyped.</summary>
    private static readonly (int First, int Last) Years = (1990, 2200);

    /// <param name="asOf">As typed; without it the context's day counts, and without that today in the shop's time zone.</param>
    public static async Task<Result<DetectionSettings>> LoadAsync(string? contextPath, string? asOf, TimeProvider time)
    {
        DateOnly? day = null;
        if (asOf is not null)
        {
            if (!DateOnly.TryParseExact(asOf, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var typed))
            {
                return Wrong($"--as-of '{asOf}' is not a date; write it as 2026-03-01.");
            }

            day = typed;
        }

        var read = contextPath is null ? new DetectionContext() : await ReadContextAsync(contextPath);
        return read.Then<DetectionSettings>(context =>
        {
            var zone = TimeZoneInfo.Utc;
            if (context.Shop.Timezone is { } name && !TimeZoneInfo.TryFindSystemTimeZoneById(name, out zone))
            {
                return Wrong($"{contextPath}: shop.timezone '{name}' is not a time zone; write one such as Asia/Seoul.");
            }

            var from = day ?? context.AsOf ?? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), zone ?? TimeZoneInfo.Utc).DateTime);
            return from.Year < Years.First || from.Year > Years.Last
                ? Wrong($"{from:yyyy-MM-dd} is no day to look from; --as-of and the context's asOf are from {Years.First} to {Years.Last}.")
                : new DetectionSettings(context, from);
        });
    }

    private static async Task<Result<DetectionContext>> ReadContextAsync(string path)
    {
        if (!File.Exists(path))
        {
            return Wrong($"there is no context file '{path}'.");
        }

        try
        {
            await using var file = File.OpenRead(path);
            var context = await JsonSerializer.DeserializeAsync(file, ContextJson.Default.DetectionContext);
            return context is { Shop: not null } ? context : Wrong($"{path}: the context file is empty; write at least {{}}.");
        }
        catch (JsonException exception)
        {
            return Wrong($"{path}{Place(exception)}: {Why(exception)} 'leakwatch scan --help' shows the whole file.");
        }
    }

    private static string Place(JsonException exception) =>
        exception.LineNumber is { } line ? string.Create(CultureInfo.InvariantCulture, $", line {line + 1}") : "";

    /// <remarks>The serialiser gives the place as data but its reason only as text; where that is unknown to us, the sentence is the general one.</remarks>
    private static string Why(JsonException exception)
    {
        var field = exception.Path?.TrimStart('$').TrimStart('.');
        return exception.Message switch
        {
            _ when exception.InnerException is JsonException => "this is not valid JSON.",
            _ when string.IsNullOrEmpty(field) => "the file must hold one object, { … }.",
            var message when message.Contains("could not be mapped to any .NET member", StringComparison.Ordinal) => $"'{field}' is not a field of the context file.",
            var message when message.Contains("missing required properties", StringComparison.Ordinal) => $"'{field}' lacks a required field.",
            _ => $"'{field}' has a value of the wrong kind (dates are \"2026-03-01\", amounts \"49.00\").",
        };
    }

    private static Error Wrong(string message) => new(ErrorKind.Invalid, "VALIDATION_ERROR", message);
}
