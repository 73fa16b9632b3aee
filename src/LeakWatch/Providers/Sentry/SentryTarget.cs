namespace LeakWatch.Providers.Sentry;

/// <summary>The project at Sentry that one role reports to.</summary>
/// <param name="Dsn">SENTRY_DSN_API or SENTRY_DSN_WORKER: <c>https://KEY@HOST/PROJECT</c>.</param>
/// <param name="Environment">staging, production, development.</param>
/// <param name="Release"><c>leakwatch@VERSION</c>.</param>
/// <param name="SampleRate">SENTRY_SAMPLE_RATE: of the errors, above 0 to 1.</param>
/// <param name="TracesSampleRate">SENTRY_TRACES_SAMPLE_RATE: of requests and jobs whose times are told, 0 to 1.</param>
internal sealed record SentryTarget(string Dsn, string Environment, string Release, double SampleRate, double TracesSampleRate)
{
    /// <summary>Whether it is of the form that Sentry hands out, over TLS wherever it leaves the machine.</summary>
    public static bool IsDsn(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
        && uri.UserInfo.Length > 0 && !uri.UserInfo.Contains(':', StringComparison.Ordinal)
        && uri.Query.Length == 0 && long.TryParse(uri.Segments[^1], out var project) && project > 0;
}
