using LeakWatch.Providers.Local;
using Microsoft.AspNetCore.Hosting;
using global::Sentry.AspNetCore;
using global::Sentry.Extensibility;

namespace LeakWatch.Providers.Sentry;

internal static class SentryServices
{
    /// <summary>On every event of a job; what is reported with it was not expected, whatever it is.</summary>
    public const string JobTag = "job";

    private const int LatestLogLines = 30;

    private static readonly TimeSpan Shutdown = TimeSpan.FromSeconds(2);

    /// <param name="target">Null: nothing of the SDK is started.</param>
    /// <param name="isExpected">What a request may end with without anything being wrong with us.</param>
    public static void AddErrorReports(this WebApplicationBuilder builder, SentryTarget? target, Func<Exception, bool> isExpected)
    {
        if (target is null)
        {
            builder.Services.AddSingleton<IErrorReports, NoErrorReports>();
            return;
        }

        builder.WebHost.UseSentry(sentry => Configure(sentry, target, isExpected));
        builder.Services.AddSingleton<IErrorReports, SentryReports>();
        builder.Services.AddTransient<IAlertChannel, SentryAlerts>();
    }

    private static void Configure(SentryAspNetCoreOptions sentry, SentryTarget target, Func<Exception, bool> isExpected)
    {
        (sentry.Dsn, sentry.Environment, sentry.Release) = (target.Dsn, target.Environment, target.Release);
        sentry.SampleRate = (float)target.SampleRate;
        // Of what people wait for: neither health nor the operators' port.
        sentry.TracesSampler = context => context.TryGetHttpPath() is { } path && !path.StartsWith("/v1/", StringComparison.Ordinal) ? 0 : target.TracesSampleRate;
        sentry.SendDefaultPii = false;
        sentry.MaxRequestBodySize = RequestSize.None;
        sentry.AutoSessionTracking = false;
        // Vendors need not know our traces, and their failures are answers that we expect.
        sentry.DisableSentryHttpMessageHandler = true;
        // Errors are reported where it is decided that they are ones; a logged error is not another.
        sentry.MinimumEventLevel = LogLevel.None;
        sentry.MaxBreadcrumbs = LatestLogLines;
        sentry.ShutdownTimeout = Shutdown;
        sentry.SetBeforeBreadcrumb((crumb, _) => SentryScrubbing.Scrub(crumb));
        sentry.SetBeforeSend((report, _) =>
        {
            if (report.Exception is { } error && !report.Tags.ContainsKey(JobTag) && isExpected(error))
            {
                return null;
            }

            SentryScrubbing.Scrub(report);
            return report;
        });
        sentry.SetBeforeSendTransaction((transaction, _) =>
        {
            SentryScrubbing.Scrub(transaction);
            return transaction;
        });
    }
}
