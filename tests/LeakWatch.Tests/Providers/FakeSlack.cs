using LeakWatch.Tests.Services;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LeakWatch.Tests.Providers;

/// <summary>Slack's incoming webhook: one address, JSON with a text, and plain words as an answer.</summary>
internal sealed class FakeSlack : IAsyncDisposable
{
    private readonly WebApplication server;

    private FakeSlack()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, Webhook.Port));
        server = builder.Build();
        server.MapPost(Webhook.AbsolutePath, AnswerAsync);
    }

    public Uri Webhook { get; } = new($"http://127.0.0.1:{ServerProcess.FreePort()}/services/T0/B0/hush");

    public List<string> Texts { get; } = [];

    public bool IsDown { get; set; }

    public static async Task<FakeSlack> StartAsync()
    {
        var slack = new FakeSlack();
        await slack.server.StartAsync(TestContext.Current.CancellationToken);
        return slack;
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var message = context.Request.HasJsonContentType() && !IsDown ? (await context.Request.ReadFromJsonAsync<JsonNode>())?.AsObject() : null;
        if (message is { Count: 1 } && (string?)message["text"] is { Length: > 0 } text)
        {
            Texts.Add(text);
            await context.Response.WriteAsync("ok");
            return;
        }

        context.Response.StatusCode = IsDown ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status400BadRequest;
        await context.Response.WriteAsync("invalid_payload");
    }
}
