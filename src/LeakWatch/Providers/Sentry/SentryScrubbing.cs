using System.Text.RegularExpressions;
using LeakWatch.Observability;

namespace LeakWatch.Providers.Sentry;

/// <summary>What leaves for Sentry: types, stacks, ids and our own words. No credential, no query string, and nothing that may stand in a document.</summary>
internal static partial class SentryScrubbing
{
    /// <summary>Messages of exceptions are ours; what they quote is not.</summary>
    private const int LongestMessage = 500;

    private const string UserAgent = "User-Agent";

    public static void Scrub(SentryEvent report)
    {
        ScrubCommon(report);
        report.ServerName = null;
        if (report.Message is { } message)
        {
            report.Message = new SentryMessage { Message = Text(message.Message ?? message.Formatted ?? "") };
        }

        foreach (var exception in report.SentryExceptions ?? [])
        {
            exception.Value = Text(exception.Value ?? "");
            exception.Mechanism?.Data.Clear();
            exception.Mechanism?.Meta.Clear();
        }
    }

    public static void Scrub(SentryTransaction transaction)
    {
        ScrubCommon(transaction);
        foreach (var span in transaction.Spans)
        {
            span.Description = span.Description is { } description ? Text(description) : null;
        }
    }

    public static Breadcrumb Scrub(Breadcrumb crumb) => new(
        Text(crumb.Message ?? ""),
        crumb.Type ?? "default",
        crumb.Data?.ToDictionary(one => one.Key, one => Redaction.IsSecret(one.Key) ? Redaction.Mark : Text(one.Value), StringComparer.Ordinal),
        crumb.Category,
        crumb.Level);

    private static void ScrubCommon(IEventLike report)
    {
        report.User = new SentryUser();
        var request = report.Request;
        var hasAgent = request.Headers.TryGetValue(UserAgent, out var agent);
        request.Headers.Clear();
        if (hasAgent && agent is not null)
        {
            request.Headers[UserAgent] = agent;
        }

        request.Env.Clear();
        request.Other.Clear();
        request.Url = request.Url is { } url ? Redaction.Of(url.Split('?', 2)[0]) : null;
        (request.QueryString, request.Cookies, request.Data) = (null, null, null);
        foreach (var name in report.Extra.Keys.ToList())
        {
            report.SetExtra(name, Redaction.Mark);
        }
    }

    private static string Text(string text)
    {
        var scrubbed = Quoted().Replace(Redaction.Of(text), Redaction.Mark);
        return scrubbed.Length > LongestMessage ? scrubbed[..LongestMessage] + "…" : scrubbed;
    }

    [GeneratedRegex("'[^'\\r\\n]*'|\"[^\"\\r\\n]*\"|“[^”]*”|‘[^’]*’|«[^»]*»|`[^`]*`", RegexOptions.NonBacktracking)]
    private static partial Regex Quoted();
}
