using LeakWatch.Tests.Services;
using System.Collections.Concurrent;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LeakWatch.Tests.Providers;

/// <summary>Sentry's ingestion: reads envelopes to the last byte and remembers what does not follow their format. https://develop.sentry.dev/sdk/data-model/envelopes</summary>
internal sealed class FakeSentry : IAsyncDisposable
{
    private const string Key = "0123456789abcdef0123456789abcdef";
    private const string Project = "42";

    private static readonly HashSet<string> Known = new(StringComparer.Ordinal) { "event", "transaction", "check_in", "client_report" };

    private readonly WebApplication server;
    private readonly ConcurrentQueue<(string Type, JsonNode Content)> items = new();

    private readonly CancellationToken stopped;

    private FakeSentry(CancellationToken stopped)
    {
        this.stopped = stopped;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, Url.Port));
        server = builder.Build();
        server.MapPost($"/api/{Project}/envelope/", AnswerAsync);
    }

    public string Dsn => $"http://{Key}@127.0.0.1:{Url.Port}/{Project}";

    /// <summary>What was not as the format says; empty when all was.</summary>
    public ConcurrentQueue<string> Faults { get; } = new();

    /// <summary>Everything that came, as it came.</summary>
    public string Raw => string.Join('\n', items.Select(item => item.Content.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })));

    private Uri Url { get; } = new($"http://127.0.0.1:{ServerProcess.FreePort()}");

    public static async Task<FakeSentry> StartAsync(CancellationToken cancellationToken)
    {
        var sentry = new FakeSentry(cancellationToken);
        await sentry.server.StartAsync(cancellationToken);
        return sentry;
    }

    public IReadOnlyList<JsonNode> Of(string type) => [.. items.Where(item => item.Type == type).Select(item => item.Content)];

    /// <summary>Waits until so many have come.</summary>
    public async Task<IReadOnlyList<JsonNode>> WaitForAsync(string type, int count = 1)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stopped);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while (Of(type).Count < count && !patience.IsCancellationRequested)
        {
            await Task.Delay(50, patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return Of(type).Count >= count ? Of(type) : throw new TimeoutException($"{Of(type).Count} of {count} came of type {type}, and of others: {string.Join(", ", items.Select(item => item.Type))}. Faults: {string.Join("; ", Faults)}");
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        try
        {
            // Pages are of another origin, and Sentry lets all of them in.
            context.Response.Headers.AccessControlAllowOrigin = "*";
            Read(await BytesAsync(context.Request));
            await context.Response.WriteAsJsonAsync(new { id = Guid.CreateVersion7().ToString("N") });
        }
        catch (Exception fault) when (fault is FormatException or JsonException)
        {
            Faults.Enqueue(fault.Message);
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
        }
    }

    private static async Task<byte[]> BytesAsync(HttpRequest request)
    {
        // In a header, or as a browser does in the query: so the request needs no preflight.
        var auth = request.Query.ContainsKey("sentry_key") ? $"Sentry {request.QueryString.Value!.Replace('&', ',')}" : request.Headers["X-Sentry-Auth"].ToString();
        Demand(
            auth.StartsWith("Sentry ", StringComparison.Ordinal)
                && auth.Contains($"sentry_key={Key}", StringComparison.Ordinal)
                && auth.Contains("sentry_version=7", StringComparison.Ordinal),
            "The key is not ours: " + auth);
        using var body = new MemoryStream();
        await using var content = request.Headers.ContentEncoding == "gzip" ? new GZipStream(request.Body, CompressionMode.Decompress) : request.Body;
        await content.CopyToAsync(body, request.HttpContext.RequestAborted);
        return body.ToArray();
    }

    private void Read(byte[] envelope)
    {
        ReadOnlyMemory<byte> rest = envelope;
        var header = Line(ref rest);
        Demand(!rest.IsEmpty, "An envelope without items.");
        while (!rest.IsEmpty)
        {
            var item = Line(ref rest);
            var type = (string?)item["type"] ?? "";
            Demand(Known.Contains(type), $"An item of type '{type}'.");
            // An item without a length ends with its line, or with the envelope.
            var length = (int?)item["length"] ?? (rest.Span.IndexOf((byte)'\n') is >= 0 and var end ? end : rest.Length);
            Demand(length <= rest.Length, "An item that is longer than its envelope.");
            var content = JsonNode.Parse(rest[..length].Span)!;
            rest = rest[length..];
            Demand(rest.IsEmpty || rest.Span[0] == '\n', "An item that does not end where it says.");
            rest = rest.IsEmpty ? rest : rest[1..];
            Check(type, header, content);
            items.Enqueue((type, content));
        }
    }

    private static void Check(string type, JsonNode header, JsonNode content)
    {
        switch (type)
        {
            case "event" or "transaction":
                Demand((string?)content["event_id"] is { Length: 32 } id && id == (string?)header["event_id"], "An event whose id is not its envelope's.");
                Demand((string?)content["platform"] is "csharp" or "javascript", "An event without its platform.");
                break;
            case "check_in":
                Demand((string?)content["monitor_slug"] is { Length: > 0 } && (string?)content["status"] is "in_progress" or "ok" or "error", "A check-in without its monitor or status.");
                break;
        }
    }

    private static JsonNode Line(ref ReadOnlyMemory<byte> rest)
    {
        var end = rest.Span.IndexOf((byte)'\n') is >= 0 and var found ? found : rest.Length;
        var line = JsonNode.Parse(rest[..end].Span) ?? throw new FormatException("A line without a header: " + Encoding.UTF8.GetString(rest[..end].Span));
        rest = end == rest.Length ? default : rest[(end + 1)..];
        return line;
    }

    private static void Demand(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new FormatException(otherwise);
        }
    }
}
