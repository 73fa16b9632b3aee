using LeakWatch.Configuration;
using LeakWatch.DailyRates;
using LeakWatch.Observability;
using LeakWatch.Operations;
using LeakWatch.Providers;
using LeakWatch.Providers.Local;
using LeakWatch.Providers.Mailgun;
using LeakWatch.Providers.Slack;
using LeakWatch.Providers.Smtp;

namespace LeakWatch.Hosting;

/// <summary>What watches the service itself: counts in every role, the watcher in the worker.</summary>
internal static class OperationsServices
{
    /// <summary>Beside the files, where they lie on this machine.</summary>
    private const string OutboxFolder = "outbox";

    public static void AddTallies(this IServiceCollection services)
    {
        services.AddSingleton<Counters>();
        services.AddHostedService<CounterFlusher>();
    }

    public static void AddWatcher(this IServiceCollection services, Settings settings)
    {
        services.AddSingleton(new AlertSender($"LeakWatch {settings.Environment.Name}"));
        services.AddSingleton(new WatchedSchedules(settings.ExchangeRatesUrl is null ? [ExpiredRows.Schedule] : [ExpiredRows.Schedule, ExchangeRateUpdates.Schedule]));
        AddMailer(services, settings);
        if (settings.Operations.Email is { } email)
        {
            services.AddSingleton(new OperatorMailbox(email));
            services.AddTransient<IAlertChannel, MailAlerts>();
        }

        if (settings.Operations.SlackWebhook is { } slack)
        {
            services.AddSlackAlerts(slack);
        }

        services.AddSingleton<Watcher>();
        services.AddHostedService(provider => provider.GetRequiredService<Watcher>());
    }

    private static void AddMailer(IServiceCollection services, Settings settings)
    {
        if (settings.Operations.Mailgun is { } mailgun)
        {
            services.AddMailgun(mailgun);
        }
        else if (settings.Operations.Smtp is { } smtp)
        {
            services.AddSingleton<IMailer>(provider => new SmtpMailer(smtp, provider.GetRequiredService<TimeProvider>()));
        }
        else
        {
            services.AddSingleton<IMailer>(provider => new LocalOutbox(Path.Combine(settings.FilesFolder, OutboxFolder), provider.GetRequiredService<TimeProvider>()));
        }
    }
}
