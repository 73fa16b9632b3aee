using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LeakWatch.Tests.Commands.Doctor;

/// <summary>What doctor asks of OpenAI, Mailgun and Sentry, on loopback and as picky as they are: another path, key or form is refused as there.</summary>
internal sealed class FakeAccounts : IAsyncDisposable
{
    public const string OpenAiKey = "sk-doctor-0123456789abcdef0123";
    public const string MailgunKey = "0123456789abcdef0123456789abcdef-1b2c3d4e-5f607182";
    public const string Domain = "actions.leakwatch.io";
    public const string SentryKey = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";

    private readonly WebApplication app;

    private FakeAccounts()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        app = builder.Build();
        app.MapGet("/v1/models", context => AnswerAsync(context, context.Request.Headers.Authorization == $"Bearer {OpenAiKey}", Models));
        app.MapGet($"/v4/domains/{Domain}", context => AnswerAsync(context, context.Request.Headers.Authorization == Basic, () => $$"""{ "domain": { "name": "{{Domain}}", "state": "{{DomainState}}" } }"""));
        app.MapPost("/api/{project}/envelope/", SentryAsync);
    }

    public Uri Address => new(app.Urls.Single());

    public string DomainState { get; set; } = "active";

    public List<string> ModelNames { get; } = ["gpt-4o-mini", "gpt-4o"];

    /// <summary>Bodies that Sentry took, by project.</summary>
    public List<(string Project, string Body)> Envelopes { get; } = [];

    private static string Basic => "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("api:" + MailgunKey));

    public static async Task<FakeAccounts> StartAsync()
    {
        var fake = new FakeAccounts();
        await fake.app.StartAsync(TestContext.Current.CancellationToken);
        return fake;
    }

    public string Dsn(string project, string key = SentryKey) => $"{Address.Scheme}://{key}@{Address.Authority}/{project}";

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private string Models() => $$"""{"object":"list","data":[{{string.Join(',', ModelNames.Select(name => $$"""{"id":"{{name}}","object":"model"}"""))}}]}""";

    private static Task AnswerAsync(HttpContext context, bool mayEnter, Func<string> body)
    {
        context.Response.StatusCode = mayEnter ? 200 : 401;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(mayEnter ? body() : """{"message":"Forbidden"}""");
    }

    private async Task SentryAsync(HttpContext context, string project)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        var lines = body.Split('\n');
        var authorization = context.Request.Headers["X-Sentry-Auth"].ToString();
        if (!authorization.StartsWith("Sentry ", StringComparison.Ordinal) || !authorization.Contains("sentry_version=7", StringComparison.Ordinal)
            || !authorization.Contains($"sentry_key={SentryKey}", StringComparison.Ordinal))
        {
            context.Response.StatusCode = 403;
            return;
        }

        if (context.Request.ContentType != "application/x-sentry-envelope" || lines.Length < 3 || lines[0] != "{}" || !lines[1].Contains("\"type\"", StringComparison.Ordinal))
        {
            context.Response.StatusCode = 400;
            return;
        }

        Envelopes.Add((project, body));
        await context.Response.WriteAsync("{}");
    }
}
