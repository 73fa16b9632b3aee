using System.Net;
using System.Text.Json;
using LeakWatch.Core;

namespace LeakWatch.Providers.Mailgun;

/// <summary>Mailgun's messages API. https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/messages</summary>
internal sealed class MailgunMailer(HttpClient http, MailgunOptions options) : IMailer
{
    public async Task<Result<string>> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(options.From), "from" },
            { new StringContent(mail.To), "to" },
            { new StringContent(mail.Subject), "subject" },
            { new StringContent(mail.Text), "text" },
            // Mailgun would otherwise rewrite links and count who opens.
            { new StringContent("no"), "o:tracking" },
        };
        try
        {
            using var answer = await http.PostAsync(new Uri($"v3/{options.Domain}/messages", UriKind.Relative), form, cancellationToken);
            var body = await answer.Content.ReadAsStringAsync(cancellationToken);
            return answer.StatusCode switch
            {
                HttpStatusCode.OK => Member(body, "id") is { } id ? id : throw new VendorUnavailableException("Mailgun's answer names no message."),
                HttpStatusCode.BadRequest => new Error(ErrorKind.Invalid, "MAIL_REFUSED", $"Mailgun does not send this mail: {Member(body, "message") ?? "it does not say why"}."),
                var status => throw new VendorUnavailableException($"Mailgun answered {(int)status}{(status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden ? ": check MAILGUN_API_KEY and MAILGUN_DOMAIN" : "")}."),
            };
        }
        catch (Exception outage) when (VendorUnavailableException.IsNoAnswer(outage, cancellationToken))
        {
            throw new VendorUnavailableException($"Mailgun cannot be reached: {outage.Message}", outage);
        }
    }

    private static string? Member(string json, string name)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement is { ValueKind: JsonValueKind.Object } members && members.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
