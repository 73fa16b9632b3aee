using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using LeakWatch.Configuration;
using LeakWatch.Providers.Mailgun;
using LeakWatch.Providers.Sentry;

namespace LeakWatch.Commands.Doctor;

/// <summary>Accounts at vendors, by the cheapest question that needs the key.</summary>
internal static class AccountChecks
{
    public static async Task OpenAiAsync(Settings settings, HttpClient http, CheckList results, CancellationToken cancellationToken)
    {
        const string What = "openai";
        if (settings.LanguageModel is not { } account)
        {
            results.Off(What, "OPENAI_API_KEY is not set or wrong; no language model is asked");
            return;
        }

        using var request = new HttpRequestMessage(HttpMethod.Get, account.BaseUrl.AbsoluteUri.TrimEnd('/') + "/models");
        request.Headers.Authorization = new("Bearer", account.ApiKey);
        using var answer = await http.SendAsync(request, cancellationToken);
        if (!answer.IsSuccessStatusCode)
        {
            results.Failed(What, $"answered {(int)answer.StatusCode}", answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden
                ? "Make a new key and set OPENAI_API_KEY." : "Check OPENAI_BASE_URL and status.openai.com.");
            return;
        }

        var models = (await ReadAsync(answer, cancellationToken))?["data"]?.AsArray().Select(model => (string?)model?["id"]).ToHashSet() ?? [];
        foreach (var (variable, model) in new[] { ("OPENAI_MODEL_NORMALIZE", account.NormalizeModel), ("OPENAI_MODEL_WRITE", account.WriteModel) })
        {
            results.Require(models.Contains(model), What, $"{variable}: {model} is there", $"{variable}: the account has no model {model}", "Allow the model in the account's project, or name another.");
        }
    }

    public static async Task MailgunAsync(IReadOnlyDictionary<string, string> environment, HttpClient http, CheckList results, CancellationToken cancellationToken)
    {
        const string What = "mailgun";
        if (SettingsReading.ValueIn(environment, "MAILGUN_API_KEY") is not { } key || SettingsReading.ValueIn(environment, "MAILGUN_DOMAIN") is not { } domain)
        {
            results.Off(What, "MAILGUN_API_KEY and MAILGUN_DOMAIN are not both set; no mail is sent");
            return;
        }

        var host = SettingsReading.ValueIn(environment, "MAILGUN_BASE_URL") ?? MailgunOptions.PublicUrl.AbsoluteUri;
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{host.TrimEnd('/')}/v4/domains/{Uri.EscapeDataString(domain)}");
        request.Headers.Authorization = MailgunServices.Authorization(key);
        using var answer = await http.SendAsync(request, cancellationToken);
        switch (answer.StatusCode)
        {
            case HttpStatusCode.OK:
                var state = (string?)(await ReadAsync(answer, cancellationToken))?["domain"]?["state"];
                results.Require(state == "active", What, $"{domain} is active", $"{domain} is {state ?? "in no known state"}", "Verify the domain's DNS records on its page at Mailgun.");
                break;
            case HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden:
                results.Failed(What, $"answered {(int)answer.StatusCode}", "Make a new key and set MAILGUN_API_KEY; one that may only send cannot be asked about its domain.");
                break;
            default:
                results.Failed(What, $"answered {(int)answer.StatusCode} to {domain}", "Check MAILGUN_DOMAIN; a domain in the EU is at MAILGUN_BASE_URL=https://api.eu.mailgun.net");
                break;
        }
    }

    /// <summary>An envelope with an empty report about the client: it proves the key and is no event.</summary>
    public static async Task SentryAsync(IReadOnlyDictionary<string, string> environment, HttpClient http, CheckList results, CancellationToken cancellationToken)
    {
        foreach (var variable in new[] { "SENTRY_DSN_API", "SENTRY_DSN_WORKER", "SENTRY_DSN_WEB" })
        {
            if (SettingsReading.ValueIn(environment, variable) is not { } dsn)
            {
                results.Off("sentry", $"{variable} is not set; its errors are in the logs alone");
            }
            else if (SentryTarget.IsDsn(dsn))
            {
                // What is no DSN is named by the check of the configuration.
                var url = new Uri(dsn);
                await EnvelopeAsync(variable, url, url.Segments[^1].Trim('/'), http, results, cancellationToken);
            }
        }
    }

    private static async Task EnvelopeAsync(string variable, Uri dsn, string project, HttpClient http, CheckList results, CancellationToken cancellationToken)
    {
        var above = string.Concat(dsn.Segments[..^1]);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{dsn.Scheme}://{dsn.Authority}{above}api/{project}/envelope/")
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes($$"""
                {}
                {"type":"client_report"}
                {"timestamp":{{TimeProvider.System.GetUtcNow().ToUnixTimeSeconds()}},"discarded_events":[]}

                """.ReplaceLineEndings("\n"))) { Headers = { ContentType = new MediaTypeHeaderValue("application/x-sentry-envelope") } },
        };
        request.Headers.TryAddWithoutValidation("X-Sentry-Auth", $"Sentry sentry_version=7, sentry_client=leakwatch-doctor/1.0, sentry_key={dsn.UserInfo.Split(':')[0]}");
        using var answer = await http.SendAsync(request, cancellationToken);
        results.Require(answer.IsSuccessStatusCode, "sentry", $"{variable} is taken", $"{variable}: answered {(int)answer.StatusCode}", "Copy the DSN again from the project's page, Client keys, and check that the key is enabled.");
    }

    private static async Task<JsonNode?> ReadAsync(HttpResponseMessage answer, CancellationToken cancellationToken) => JsonNode.Parse(await answer.Content.ReadAsStringAsync(cancellationToken));
}
