using System.Net.Http.Json;
using System.Text.Json.Serialization;
using LeakWatch.Core.Operations;

namespace LeakWatch.Providers.Slack;

/// <summary>A channel in Slack, by an incoming webhook. https://api.slack.com/messaging/webhooks</summary>
/// <param name="service">Which deployment speaks.</param>
internal sealed class SlackAlerts(HttpClient http, SlackWebhook webhook, AlertSender service) : IAlertChannel
{
    public string Name => "slack";

    public async Task SendAsync(AlertNotice notice, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await http.PostAsJsonAsync(webhook.Address, new Message($"*{notice.Title}* ({service.Name})\n{notice.Text}"), cancellationToken);
            if (!answer.IsSuccessStatusCode)
            {
                throw new VendorUnavailableException($"Slack answered {(int)answer.StatusCode}: check OPS_SLACK_WEBHOOK_URL.");
            }
        }
        catch (Exception outage) when (VendorUnavailableException.IsNoAnswer(outage, cancellationToken))
        {
            throw new VendorUnavailableException($"Slack cannot be reached: {outage.GetType().Name}", outage);
        }
    }

    private sealed record Message([property: JsonPropertyName("text")] string Text);
}

/// <param name="Address">A secret: who knows it may write.</param>
internal sealed record SlackWebhook(Uri Address);
