using LeakWatch.Core.Operations;
using LeakWatch.Providers;

namespace LeakWatch.Operations;

/// <param name="To">OPS_EMAIL.</param>
internal sealed record OperatorMailbox(string To);

/// <summary>Alerts as mail to the operators.</summary>
internal sealed partial class MailAlerts(IMailer mailer, OperatorMailbox operators, AlertSender service, ILogger<MailAlerts> logger) : IAlertChannel
{
    public string Name => "mail";

    public async Task SendAsync(AlertNotice notice, CancellationToken cancellationToken)
    {
        var text = $"{notice.Text}\n\n{service.Name}, since {notice.Since.UtcDateTime:yyyy-MM-dd HH:mm} UTC.\nWhat to do: docs/operations/en/alerts.md.\n";
        var sent = await mailer.SendAsync(new(operators.To, $"[{service.Name}] {notice.Title}", text), cancellationToken);
        if (!sent.IsOk)
        {
            // Sent again it would be refused again.
            Log.Refused(logger, sent.Error.Message);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "An alert was not mailed: {Reason} Check OPS_EMAIL and MAIL_FROM.")]
        public static partial void Refused(ILogger logger, string reason);
    }
}
