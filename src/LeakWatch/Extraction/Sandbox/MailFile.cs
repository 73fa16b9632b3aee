using LeakWatch.Core.Documents;
using MimeKit;

namespace LeakWatch.Extraction.Sandbox;

/// <summary>A mail: who wrote it, what it says, and what is attached.</summary>
internal sealed record MailFile(MailHeader Header, IReadOnlyList<TextPage> Pages, IReadOnlyList<PackedFile> Attachments)
{
    private const int DeepestPart = 20;

    /// <exception cref="FormatException">It is no mail after all.</exception>
    public static MailFile Open(byte[] bytes)
    {
        TextEncoding.Register();
        var options = ParserOptions.Default.Clone();
        options.MaxMimeDepth = DeepestPart;
        var mail = MimeMessage.Load(options, new MemoryStream(bytes));
        var sender = mail.From.Mailboxes.FirstOrDefault() ?? mail.Sender;
        return new(
            new(Clean(sender?.Name), Clean(sender?.Address), Clean(mail.Subject), mail.Date == default ? null : mail.Date),
            Body(mail),
            [.. mail.BodyParts.Where(IsDocument).Select(ToPackedFile)]);
    }

    public ExtractedDocument ToDocument() => new() { Type = DocumentType.Mail, Pages = Pages, Mail = Header };

    /// <summary>Plain text when it says what the HTML says; many senders put a sentence there and the receipt in the HTML.</summary>
    private static IReadOnlyList<TextPage> Body(MimeMessage mail)
    {
        var plain = mail.TextBody ?? "";
        var html = mail.HtmlBody is { } source ? HtmlText.ToText(source) : "";
        return PlainTextPages.Of(Digits(plain) >= 0.8 * Digits(html) && plain.Trim().Length > 0 ? plain : html);
    }

    // Amounts and dates are what a receipt is made of.
    private static int Digits(string text) => text.Count(char.IsAsciiDigit);

    /// <summary>Attachments, mails within the mail, and inline PDFs; not the logos that the HTML shows.</summary>
    private static bool IsDocument(MimeEntity entity) => entity switch
    {
        MessagePart => true,
        TextPart { IsAttachment: false } => false,
        MimePart { IsAttachment: true } part => !IsSignature(part),
        MimePart part => part.ContentType.IsMimeType("application", "*") && !IsSignature(part),
        _ => false,
    };

    private static bool IsSignature(MimePart part) =>
        part.ContentType.IsMimeType("application", "pkcs7-signature") || part.ContentType.IsMimeType("application", "pgp-signature")
        || part.ContentType.IsMimeType("text", "calendar") || part.ContentType.IsMimeType("application", "ics");

    private static PackedFile ToPackedFile(MimeEntity entity)
    {
        var name = FileNames.Safe(entity.ContentDisposition?.FileName ?? entity.ContentType.Name ?? (entity as MessagePart)?.Message?.Subject);
        return new(name, limit =>
        {
            if (entity is MessagePart { Message: { } message })
            {
                using var inner = new MemoryStream();
                message.WriteTo(inner);
                inner.Position = 0;
                return PackedFile.ReadAtMost(inner, limit, name);
            }

            using var content = (entity as MimePart)?.Content?.Open() ?? Stream.Null;
            return PackedFile.ReadAtMost(content, limit, name);
        });
    }

    private static string? Clean(string? text) => text is null || CleanText.Of(text) is { Length: 0 } ? null : CleanText.Of(text);
}
