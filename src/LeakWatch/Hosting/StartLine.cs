using LeakWatch.Observability;
using LeakWatch.Configuration;

namespace LeakWatch.Hosting;

/// <summary>One line once a role listens: what it is, which release, where, what is on. No secret is in it.</summary>
internal static partial class StartLine
{
    public static void SayWhatStarted(this WebApplication app, Settings settings, HostRole role) =>
        app.Lifetime.ApplicationStarted.Register(() => Say(app, settings, role));

    private static void Say(WebApplication app, Settings settings, HostRole role)
    {
        var logger = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(StartLine).FullName!);
        var name = role.ToString().ToLowerInvariant();
        var (addresses, features) = (AddressesOf(app, role), FeaturesOf(role, settings));
        var (on, off) = (Names(features, isOn: true), Names(features, isOn: false));
        Log.Started(logger, name, Release.Version, settings.Environment.Name, addresses, on, off);
    }

    /// <summary>Of the ports that Kestrel opened, in its order: the api's own first, then the operators'.</summary>
    private static string AddressesOf(WebApplication app, HostRole role)
    {
        var own = role is HostRole.Api ? 1 : 0;
        var operators = $"operators at {string.Join(" and ", app.Urls.Skip(own))}";
        return role is HostRole.Api ? $"{app.Urls.First()}, {operators}" : operators;
    }

    private static (string Name, bool IsOn)[] FeaturesOf(HostRole role, Settings settings)
    {
        var (operations, model) = (settings.Operations, settings.LanguageModel);
        (string, bool)[] shared =
        [
            (settings.Redis is null ? "queue in Postgres" : "queue in Redis", true),
            ($"files in {(settings.ObjectStore is { } store ? $"the bucket {store.Bucket}" : settings.FilesFolder)}", true),
            ("Sentry", operations.Sentry is not null),
            ("OpenTelemetry", operations.HasOtlp),
            ("operators' token", operations.Token is not null),
        ];
        return role is HostRole.Api
            ?
            [
                ("sign-in by Shopify", settings.ShopifyApiKey is not null && !settings.TrustsVisitors),
                ("sign-in as owner for everybody", settings.TrustsVisitors),
                ("pages", settings.WebFolder is not null),
                .. shared,
            ]
            :
            [
                ($"{settings.WorkerConcurrency} documents at once", true),
                ($"language model {model?.NormalizeModel}".TrimEnd(), model is not null),
                ("exchange rates", settings.ExchangeRatesUrl is not null),
                ("mail by Mailgun", operations.Mailgun is not null),
                ("mail by SMTP", operations.Mailgun is null && operations.Smtp is not null),
                ("alerts by mail", operations.Email is not null),
                ("alerts to Slack", operations.SlackWebhook is not null),
                .. shared,
            ];
    }

    private static string Names((string Name, bool IsOn)[] features, bool isOn) =>
        features.Where(feature => feature.IsOn == isOn).Select(feature => feature.Name).ToList() is { Count: > 0 } names
            ? string.Join(", ", names)
            : "nothing";

    private static partial class Log
    {
        [LoggerMessage(
            Level = LogLevel.Information,
            Message = "LeakWatch {Role} {Release} ({Environment}) is up: {Addresses}. On: {On}. Off: {Off}.")]
        public static partial void Started(
            ILogger logger, string role, string release, string environment, string addresses, string on, string off);
    }
}
