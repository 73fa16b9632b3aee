using System.Globalization;
using LeakWatch.Core;
using MimeKit;

namespace LeakWatch.Providers.Local;

/// <summary>Mail of a machine without a mail vendor: files that any mail program opens, and nothing leaves the machine.</summary>
/// <param name="folder">Made when the first mail comes.</param>
internal sealed class LocalOutbox(string folder, TimeProvider time) : IMailer
{
    private const string Sender = "LeakWatch <leakwatch@localhost>";

    public async Task<Result<string>> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        if (!InternetAddressList.TryParse(mail.To, out var to) || to.Count == 0)
        {
            return new Error(ErrorKind.Invalid, "MAIL_REFUSED", "The mail names nobody that it could be sent to.");
        }

        using var message = new MimeMessage { Subject = mail.Subject, Date = time.GetUtcNow(), Body = new TextPart("plain") { Text = mail.Text } };
        message.From.Add(MailboxAddress.Parse(Sender));
        message.To.AddRange(to);
        Directory.CreateDirectory(folder);
        var name = string.Create(CultureInfo.InvariantCulture, $"{time.GetUtcNow():yyyyMMdd-HHmmss}-{Guid.CreateVersion7():N}.eml");
        // Under another name until it is whole: whoever lists the folder sees mails only.
        var unfinished = Path.Combine(folder, name + ".part");
        await message.WriteToAsync(unfinished, cancellationToken);
        File.Move(unfinished, Path.Combine(folder, name));
        return name;
    }
}
