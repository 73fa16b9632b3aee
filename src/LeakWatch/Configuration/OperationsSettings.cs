using System.Globalization;
using System.Net;
using System.Net.Sockets;
using LeakWatch.Observability;
using LeakWatch.Providers.Mailgun;
using LeakWatch.Providers.Sentry;
using LeakWatch.Providers.Smtp;
using MimeKit;

namespace LeakWatch.Configuration;

/// <summary>How operators hear of it when something is wrong. Without any of them alerts are log lines.</summary>
internal sealed record OperationsSettings
{
    /// <summary>OPS_EMAIL: one address, or several separated by commas.</summary>
    public string? Email { get; init; }

    /// <summary>OPS_SLACK_WEBHOOK_URL.</summary>
    public Uri? SlackWebhook { get; init; }

    /// <summary>Null: mail lies in a folder of this machine.</summary>
    public MailgunOptions? Mailgun { get; init; }

    /// <summary>Instead of Mailgun, where only this is set.</summary>
    public SmtpOptions? Smtp { get; init; }

    /// <summary>Null: errors and times are told to nobody but the log.</summary>
    public SentryTarget? Sentry { get; init; }

    /// <summary>SENTRY_DSN_WEB, which the exported web is told; null: errors of pages go nowhere.</summary>
    public string? SentryDsnWeb { get; init; }

    /// <summary>LW_OPERATIONS_TOKEN, which users of the operators' port send; null: the port is on loopback only.</summary>
    public string? Token { get; init; }

    /// <summary>OTEL_EXPORTER_OTLP_ENDPOINT is set: somebody collects metrics and traces.</summary>
    public bool HasOtlp { get; init; }
}

internal sealed partial class SettingsReading
{
    /// <summary>Fly sets it on every machine.</summary>
    private const string FlyAppName = "FLY_APP_NAME";

    /// <summary>What Fly's hosts file calls a machine's own address in its organisation's private network.</summary>
    private const string FlyPrivateName = "fly-local-6pn";

    private OperationsSettings ReadOperations()
    {
        var email = ReadAddresses("OPS_EMAIL");
        return new()
        {
            Email = email,
            SlackWebhook = ReadSecretUrl("OPS_SLACK_WEBHOOK_URL"),
            // Who is to get mail from a deployed worker needs somebody who carries it.
            Mailgun = roles.Contains(HostRole.Worker) ? ReadMailgun(isNeeded: IsDeployed && email is not null && Value("SMTP_URL") is null) : null,
            Smtp = roles.Contains(HostRole.Worker) ? ReadSmtp() : null,
            Sentry = ReadSentry(),
            SentryDsnWeb = ReadDsn("SENTRY_DSN_WEB"),
            Token = ReadOperationsToken(),
            HasOtlp = ReadUrl("OTEL_EXPORTER_OTLP_ENDPOINT") is not null,
        };
    }

    private string? ReadOperationsToken()
    {
        const string Variable = "LW_OPERATIONS_TOKEN";
        if (Text(Variable) is not { } token)
        {
            return null;
        }

        if (token.Length >= OperationsToken.Shortest && token.All(c => c is > ' ' and <= '~'))
        {
            return token;
        }

        Problems.Add(
            $"{Variable} is not a token: it has fewer than {OperationsToken.Shortest} characters, or a blank; "
            + "make one with: openssl rand -hex 32");
        return null;
    }

    /// <summary>
    /// Where the operators' port listens beside loopback. On Fly that is the machine's address in the organisation's
    /// private network.
    /// </summary>
    private IPAddress? ReadOperationsAddress()
    {
        const string Variable = "LW_OPERATIONS_HOST";
        var hasToken = Value("LW_OPERATIONS_TOKEN") is not null;
        var host = Text(Variable) ?? (hasToken && Value(FlyAppName) is not null ? FlyPrivateName : null);
        if (host is null)
        {
            return null;
        }

        if (!hasToken)
        {
            Problems.Add(
                $"{Variable} lets others reach the operators' port, which can run jobs again; set LW_OPERATIONS_TOKEN too.");
            return null;
        }

        if (AddressOf(host) is { } address)
        {
            return address;
        }

        Problems.Add(
            $"{Variable} is no address of this machine and no name of one; on Fly it is {FlyPrivateName}, "
            + "elsewhere it looks like 10.0.0.5");
        return null;
    }

    private static IPAddress? AddressOf(string host)
    {
        try
        {
            return IPAddress.TryParse(host, out var address) ? address : Dns.GetHostAddresses(host).FirstOrDefault();
        }
        catch (SocketException)
        {
            return null;
        }
    }

    private MailgunOptions? ReadMailgun(bool isNeeded)
    {
        var baseUrl = ReadUrl("MAILGUN_BASE_URL") ?? MailgunOptions.PublicUrl;
        if (!isNeeded && Value("MAILGUN_API_KEY") is null)
        {
            return null;
        }

        var values = ReadTogether("MAILGUN_API_KEY", "MAILGUN_DOMAIN", "MAIL_FROM");
        Problems.AddRange(MailgunOptions.Problems(values[0], values[1], values[2], baseUrl));
        return values is [{ } key, { } domain, { } from] ? new(key, domain, from) { BaseUrl = baseUrl } : null;
    }

    private SmtpOptions? ReadSmtp()
    {
        if (Text("SMTP_URL") is not { } text)
        {
            return null;
        }

        var values = ReadTogether("SMTP_URL", "MAIL_FROM");
        if (!Uri.TryCreate(text, UriKind.Absolute, out var server) || server.Scheme is not ("smtp" or SmtpOptions.Encrypted) || server.Port <= 0)
        {
            Problems.Add("SMTP_URL is not the address of a mail server; it looks like smtps://USER:PASSWORD@HOST:465");
            return null;
        }

        if (IsDeployed && server.Scheme != SmtpOptions.Encrypted)
        {
            Problems.Add("SMTP_URL is not encrypted; it looks like smtps://USER:PASSWORD@HOST:465");
        }

        return values is [_, { } from] ? new(server, from) : null;
    }

    /// <remarks>Where one process has both roles it reports to the api's project.</remarks>
    private SentryTarget? ReadSentry()
    {
        var (api, worker) = (ReadDsn("SENTRY_DSN_API"), ReadDsn("SENTRY_DSN_WORKER"));
        var (errors, times) = (ReadShare("SENTRY_SAMPLE_RATE", canBeZero: false), ReadShare("SENTRY_TRACES_SAMPLE_RATE", canBeZero: true));
        var dsn = (roles.Contains(HostRole.Api) ? api : null) ?? (roles.Contains(HostRole.Worker) ? worker : null);
        return dsn is null ? null : new(dsn, deployment.Name, Release.Name, errors, times);
    }

    private string? ReadDsn(string variable)
    {
        if (Text(variable) is not { } dsn || SentryTarget.IsDsn(dsn))
        {
            return Text(variable);
        }

        Problems.Add($"{variable} is not the address of a project at Sentry; it looks like https://KEY@o1.ingest.sentry.io/2");
        return null;
    }

    private double ReadShare(string variable, bool canBeZero)
    {
        if (double.TryParse(TextOrDefault(variable), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) && share <= 1 && (share > 0 || canBeZero))
        {
            return share;
        }

        Problems.Add($"{variable} is not a number {(canBeZero ? "from 0" : "above 0")} to 1; it looks like 0.5");
        return 1;
    }

    private string? ReadAddresses(string variable)
    {
        if (Text(variable) is not { } text)
        {
            return null;
        }

        if (InternetAddressList.TryParse(text, out var addresses) && addresses.Count > 0 && addresses.All(address => address is MailboxAddress { Domain.Length: > 0 }))
        {
            return text;
        }

        Problems.Add($"{variable} is not a mail address, or several separated by commas; it looks like {ConfigurationVariables.Of(variable).Example}");
        return null;
    }

    /// <summary>As <see cref="ReadUrl"/>, encrypted wherever it leaves the machine: the address itself lets in.</summary>
    private Uri? ReadSecretUrl(string variable)
    {
        var url = ReadUrl(variable);
        if (url is null || url.Scheme == Uri.UriSchemeHttps || url.IsLoopback)
        {
            return url;
        }

        Problems.Add($"{variable} is not encrypted; it looks like {ConfigurationVariables.Of(variable).Example}");
        return null;
    }
}
