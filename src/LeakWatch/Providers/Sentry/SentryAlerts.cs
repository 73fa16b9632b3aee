using LeakWatch.Core.Operations;

namespace LeakWatch.Providers.Sentry;

/// <summary>Our own alerts as events, so that rules at Sentry (ops/alerts) can ring too. One issue for each kind.</summary>
internal sealed class SentryAlerts(IHub hub) : IAlertChannel
{
    public string Name => "sentry";

    public Task SendAsync(AlertNotice notice, CancellationToken cancellationToken)
    {
        hub.CaptureMessage($"{notice.Title}: {notice.Text}", scope =>
        {
            scope.SetTag("alert", notice.Kind.ToString());
            scope.SetTag("change", notice.Change.ToString());
            scope.SetFingerprint("alert", notice.Kind.ToString());
        }, notice.Change is AlertChange.Ended ? SentryLevel.Info : SentryLevel.Error);
        return Task.CompletedTask;
    }
}
