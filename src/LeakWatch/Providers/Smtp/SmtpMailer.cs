using System.Net.Sockets;
using LeakWatch.Core;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace LeakWatch.Providers.Smtp;

/// <param name="Server">smtp://HOST:PORT, or smtps://USER:PASSWORD@HOST:PORT, encrypted from the first byte.</param>
/// <param name="From">The sender, such as <c>LeakWatch Actions &lt;actions@leakwatch.io&gt;</c>.</param>
internal sealed record SmtpOptions(Uri Server, string From)
{
    public const string Encrypted = "smtps";

    public bool IsEncrypted => Server.Scheme == Encrypted;
}

/// <summary>Mail to a server that speaks SMTP: the catcher of a development environment, or an operator's own.</summary>
internal sealed class SmtpMailer(SmtpOptions options, TimeProvider time) : IMailer
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(15);

    public async Task<Result<string>> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        if (
            !InternetAddressList.TryParse(mail.To, out var recipients)
            || !recipients.Mailboxes.All(mailbox => mailbox.Domain.Length > 0)
        )
        {
            return Refused("its recipient is not an address");
        }

        using var message = new MimeMessage();
        message.From.Add(MailboxAddress.Parse(options.From));
        message.To.AddRange(recipients);
        message.Subject = mail.Subject;
        message.Date = time.GetUtcNow();
        message.Body = new TextPart("plain") { Text = mail.Text };
        try
        {
            using var client = new SmtpClient { Timeout = (int)Timeout.TotalMilliseconds };
            await ConnectAsync(client, cancellationToken);
            await client.SendAsync(message, cancellationToken);
            await client.DisconnectAsync(quit: true, cancellationToken);
            return message.MessageId ?? "";
        }
        catch (SmtpCommandException refusal) when ((int)refusal.StatusCode >= 500)
        {
            return Refused(refusal.Message);
        }
        catch (Exception outage)
            when (outage
                    is CommandException
                        or ProtocolException
                        or AuthenticationException
                        or SslHandshakeException
                        or SocketException
                        or IOException
                        or TimeoutException
            )
        {
            throw new VendorUnavailableException($"The mail server does not take this mail: {outage.Message}", outage);
        }
    }

    private async Task ConnectAsync(SmtpClient client, CancellationToken cancellationToken)
    {
        var security = options.IsEncrypted ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.None;
        await client.ConnectAsync(options.Server.Host, options.Server.Port, security, cancellationToken);
        if (options.Server.UserInfo.Split(':', 2) is [{ Length: > 0 } user, var password])
        {
            await client.AuthenticateAsync(
                Uri.UnescapeDataString(user),
                Uri.UnescapeDataString(password),
                cancellationToken
            );
        }
    }

    private static Error Refused(string reason) =>
        new(ErrorKind.Invalid, "MAIL_REFUSED", $"The mail server does not send this mail: {reason}.");
}
