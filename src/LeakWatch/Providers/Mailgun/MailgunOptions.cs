using MimeKit;

namespace LeakWatch.Providers.Mailgun;

/// <summary>The account at Mailgun.</summary>
/// <param name="ApiKey">MAILGUN_API_KEY: a sending key of the domain.</param>
/// <param name="Domain">MAILGUN_DOMAIN.</param>
/// <param name="From">MAIL_FROM, as in the header: <c>Name &lt;address&gt;</c>.</param>
internal sealed record MailgunOptions(string ApiKey, string Domain, string From)
{
    public static readonly Uri PublicUrl = new("https://api.mailgun.net/");

    /// <summary>MAILGUN_BASE_URL: https://api.eu.mailgun.net for an account in the EU.</summary>
    public Uri BaseUrl { get; init; } = PublicUrl;

    /// <summary>Everything that is wrong with them, by the name of the variable; empty when they may be used.</summary>
    public IEnumerable<string> Problems() => Problems(ApiKey, Domain, From, BaseUrl);

    /// <summary>Of those that are known already.</summary>
    public static IEnumerable<string> Problems(string? apiKey, string? domain, string? from, Uri baseUrl)
    {
        if (apiKey is not null && apiKey.Any(c => c is <= ' ' or > '~'))
        {
            yield return "MAILGUN_API_KEY is not a key: it has a character that no key has.";
        }

        if (domain is not null && Uri.CheckHostName(domain) is not UriHostNameType.Dns)
        {
            yield return "MAILGUN_DOMAIN is not a domain; it looks like actions.leakwatch.io.";
        }

        if (from is not null && (!MailboxAddress.TryParse(from, out var sender) || sender.Domain.Length == 0))
        {
            yield return "MAIL_FROM is not a sender; it looks like LeakWatch Actions <actions@leakwatch.io>.";
        }

        if (!(baseUrl.Scheme == Uri.UriSchemeHttps || baseUrl.IsLoopback))
        {
            yield return "MAILGUN_BASE_URL is not an https address: the key would travel in the clear.";
        }
    }
}
