namespace LeakWatch.Providers.Slack;

internal static class SlackServices
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    public static IServiceCollection AddSlackAlerts(this IServiceCollection services, Uri webhook)
    {
        services.AddSingleton(new SlackWebhook(webhook));
        // The address is the secret, so nobody may log it.
        services.AddHttpClient<IAlertChannel, SlackAlerts>(http => http.Timeout = Timeout).RemoveAllLoggers();
        return services;
    }
}
