using LeakWatch.Tests.Services;
using System.Net;
using System.Text;
using LeakWatch.Providers.Mailgun;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using MimeKit;

namespace LeakWatch.Tests.Providers;

/// <summary>Mailgun's server, as strict as it is: one domain, one key, the fields it knows, addresses that are ones.</summary>
internal sealed class FakeMailgun : IAsyncDisposable
{
    public const string Domain = "actions.leakwatch.example";

    private const string Key = "key-0123456789abcdef0123456789abcdef";

    private static readonly HashSet<string> Known = new(StringComparer.Ordinal) { "from", "to", "subject", "text", "o:tracking" };

    private readonly WebApplication server;

    private FakeMailgun()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, Url.Port));
        server = builder.Build();
        server.MapPost($"/v3/{Domain}/messages", AnswerAsync);
    }

    public Uri Url { get; } = new($"http://127.0.0.1:{ServerProcess.FreePort()}");

    public MailgunOptions Options => new(Key, Domain, "LeakWatch Actions <actions@leakwatch.example>") { BaseUrl = Url };

    /// <summary>Fields of each mail that was taken.</summary>
    public List<Dictionary<string, string>> Sent { get; } = [];

    /// <summary>What it answers instead of looking at the mail; null: it looks.</summary>
    public HttpStatusCode? Outage { get; set; }

    public static async Task<FakeMailgun> StartAsync()
    {
        var mailgun = new FakeMailgun();
        await mailgun.server.StartAsync(TestContext.Current.CancellationToken);
        return mailgun;
    }

    public Task StopAsync() => server.StopAsync(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        if (Outage is { } outage)
        {
            context.Response.StatusCode = (int)outage;
            return;
        }

        if (context.Request.Headers.Authorization.ToString() != "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("api:" + Key)))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            await context.Response.WriteAsync("Forbidden");
            return;
        }

        var form = (await context.Request.ReadFormAsync()).ToDictionary(field => field.Key, field => field.Value.Single()!, StringComparer.Ordinal);
        if (Fault(form) is { } fault)
        {
            await RefuseAsync(context, fault);
            return;
        }

        Sent.Add(form);
        await context.Response.WriteAsJsonAsync(new { id = $"<{Sent.Count}@{Domain}>", message = "Queued. Thank you." });
    }

    private static string? Fault(Dictionary<string, string> form) =>
        form.Keys.Except(Known).FirstOrDefault() is { } unknown ? $"{unknown} is not known"
        : !form.ContainsKey("from") ? "from parameter is missing"
        : !form.TryGetValue("to", out var to) || !InternetAddressList.TryParse(to, out var addresses) || addresses.Any(one => one is not MailboxAddress { Domain.Length: > 0 }) ? "to parameter is not a valid address. please check documentation"
        : !form.ContainsKey("text") ? "Need at least one of 'text', 'html', 'amp-html' or 'template' parameters specified"
        : null;

    private static Task RefuseAsync(HttpContext context, string why)
    {
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return context.Response.WriteAsJsonAsync(new { message = why });
    }
}
