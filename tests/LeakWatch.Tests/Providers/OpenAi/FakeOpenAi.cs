using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LeakWatch.Tests.Providers.OpenAi;

/// <summary>
/// OpenAI's chat completions on loopback, as picky as the real service: a wrong path, key, model, member or schema is refused as there.
/// Answers are scripted, one for each call; a call without one is a failure of the test.
/// </summary>
internal sealed class FakeOpenAi : IAsyncDisposable
{
    public const string Key = "sk-test-0123456789abcdef0123";
    public const string Model = "gpt-4o-mini";

    private static readonly string[] Members =
    [
        "model", "messages", "response_format", "max_completion_tokens", "temperature", "top_p", "n", "store", "seed", "stop", "user", "metadata", "reasoning_effort", "service_tier", "stream",
    ];

    private readonly WebApplication app;
    private readonly Queue<Func<HttpContext, Task>> answers = new();

    private FakeOpenAi()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        app = builder.Build();
        app.MapFallback(AnswerAsync);
    }

    /// <summary>Bodies of the calls that the service would have taken.</summary>
    public List<JsonNode> Calls { get; } = [];

    public Uri BaseUrl => new($"{app.Urls.Single()}/v1");

    public static async Task<FakeOpenAi> StartAsync()
    {
        var fake = new FakeOpenAi();
        await fake.app.StartAsync(TestContext.Current.CancellationToken);
        return fake;
    }

    /// <summary>The model says this.</summary>
    public FakeOpenAi Says(string content, string finish = "stop", string? refusal = null, long input = 1200, long cached = 0, long output = 300) => Does(context =>
        context.Response.WriteAsJsonAsync(new
        {
            id = "chatcmpl-1",
            @object = "chat.completion",
            created = 1_772_000_000,
            model = Model + "-2024-07-18",
            choices = new[] { new { index = 0, finish_reason = finish, message = new { role = "assistant", content = refusal is null ? content : null, refusal } } },
            usage = new
            {
                prompt_tokens = input,
                completion_tokens = output,
                total_tokens = input + output,
                prompt_tokens_details = new { cached_tokens = cached },
                completion_tokens_details = new { reasoning_tokens = 0 },
            },
        }));

    public FakeOpenAi Refuses(int status, string code, params (string Name, string Value)[] headers) => Does(context =>
    {
        foreach (var (name, value) in headers)
        {
            context.Response.Headers[name] = value;
        }

        return ErrorAsync(context, status, code, "The prompt \"secret words\" could not be processed.");
    });

    public FakeOpenAi SendsBytes(string body, string contentType = "application/json") => Does(context =>
    {
        context.Response.ContentType = contentType;
        return context.Response.WriteAsync(body);
    });

    public FakeOpenAi DropsTheConnection() => Does(context =>
    {
        context.Abort();
        return Task.CompletedTask;
    });

    /// <param name="whenAsked">Told that the call has arrived and will get no answer.</param>
    public FakeOpenAi NeverAnswers(Action whenAsked) => Does(async context =>
    {
        whenAsked();
        await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
    });

    public async ValueTask DisposeAsync()
    {
        Assert.Empty(answers);
        await app.DisposeAsync();
    }

    private FakeOpenAi Does(Func<HttpContext, Task> answer)
    {
        answers.Enqueue(answer);
        return this;
    }

    private async Task AnswerAsync(HttpContext context)
    {
        JsonNode? body = null;
        try
        {
            body = await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        }
        catch (JsonException)
        {
        }

        if (Fault(context.Request, body) is var (status, code, message))
        {
            await ErrorAsync(context, status, code, message);
            return;
        }

        Calls.Add(body!);
        await (answers.TryDequeue(out var answer) ? answer(context) : ErrorAsync(context, 418, "no_answer_scripted", "The test expected no such call."));
    }

    private static (int Status, string Code, string Message)? Fault(HttpRequest request, JsonNode? body)
    {
        if (request.Method != "POST" || request.Path != "/v1/chat/completions")
        {
            return (404, "unknown_url", $"Unknown request URL: {request.Method} {request.Path}.");
        }

        if (request.Headers.Authorization != $"Bearer {Key}")
        {
            return (401, "invalid_api_key", "Incorrect API key provided.");
        }

        if (body is not JsonObject call || request.ContentType?.StartsWith("application/json", StringComparison.Ordinal) is not true)
        {
            return (400, "invalid_json", "We could not parse the JSON body of your request.");
        }

        if (call.FirstOrDefault(member => !Members.Contains(member.Key)).Key is { } unknown)
        {
            return (400, "unknown_parameter", $"Unrecognized request argument supplied: {unknown}");
        }

        if ((string?)call["model"] != Model)
        {
            return (404, "model_not_found", "The model does not exist.");
        }

        if (call["max_completion_tokens"]?.GetValue<int>() is not (> 0 and <= 16_384))
        {
            return (400, "invalid_value", "max_completion_tokens is too large or missing.");
        }

        return MessagesFault(call["messages"] as JsonArray) ?? FormatFault(call["response_format"]);
    }

    private static (int, string, string)? MessagesFault(JsonArray? messages) =>
        messages is { Count: > 0 } && messages.All(message => (string?)message!["role"] is "system" or "user" or "assistant" && message["content"] is not null)
            ? null : (400, "invalid_value", "messages is empty, or one has no role or content.");

    private static (int, string, string)? FormatFault(JsonNode? format)
    {
        if ((string?)format?["type"] != "json_schema" || format["json_schema"] is not JsonObject schema)
        {
            return (400, "invalid_value", "response_format is no json_schema.");
        }

        return (string?)schema["name"] is not { Length: > 0 and <= 64 } name || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-')
            ? (400, "invalid_value", "json_schema.name is not valid.")
            : schema["strict"]?.GetValue<bool>() is not true ? (400, "invalid_value", "json_schema.strict is not true.")
            : StrictSchema.Fault(schema["schema"]) is { } fault ? (400, "invalid_json_schema", fault)
            : null;
    }

    private static Task ErrorAsync(HttpContext context, int status, string code, string message)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(new { error = new { message, type = "invalid_request_error", param = (string?)null, code } });
    }
}
