using MimeKit;

namespace LeakWatch.Vendors.Mailgun;

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
    public IEnumerable<string> Problems()
    {
        if (ApiKey.Any(c => c is <= ' ' or > '~'))
        {
            yield return "MAILGUN_API_KEY is not a key: it has a character that no key has.";
        }

        if (Uri.CheckHostName(Domain) is not UriHostNameType.Dns)
        {
            yield return "MAILGUN_DOMAIN is not a domain; it looks like actions.leakwatch.io.";
        }

        if (!MailboxAddress.TryParse(From, out var sender) || sender.Domain.Length == 0)
        {
            yield return "MAIL_FROM is not a sender; it looks like LeakWatch Actions <actions@leakwatch.io>.";
        }

        if (!(BaseUrl.Scheme == Uri.UriSchemeHttps || BaseUrl.IsLoopback))
        {
            yield return "MAILGUN_BASE_URL is not an https address: the key would travel in the clear.";
        }
    }
}
