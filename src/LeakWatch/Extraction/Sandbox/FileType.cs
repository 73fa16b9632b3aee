using System.Text.RegularExpressions;

namespace LeakWatch.Extraction.Sandbox;

internal enum FileKind { Pdf, Png, Jpeg, Zip, Mail, Xml, Html, DelimitedText, PlainText, Empty, Unsupported }

/// <summary>What a file is, by its content. Its name is never asked: people rename, and so do attackers.</summary>
/// <param name="Description">Of an unsupported file, for people: "an Office document".</param>
/// <param name="Text">Decoded, where the file is text.</param>
internal sealed partial record FileType(FileKind Kind, string MimeType, string? Description = null, string? Text = null)
{
    // Acrobat looks for the header in the first kilobyte, and so does everyone since.
    private const int PdfHeaderWithin = 1024;
    private const int HeadLength = 8000;

    public static FileType Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return new(FileKind.Empty, "application/x-empty");
        }

        var head = bytes[..Math.Min(bytes.Length, HeadLength)];
        return BySignature(head) ?? (LooksLikeHeadlessPdf(bytes) ? Pdf : null) ?? (TextEncoding.Decode(bytes) is { } text ? OfText(text) : Unsupported("not a document but binary data"));
    }

    private static FileType Pdf => new(FileKind.Pdf, "application/pdf");

    private static FileType Unsupported(string description, string mimeType = "application/octet-stream") => new(FileKind.Unsupported, mimeType, description);

    private static FileType? BySignature(ReadOnlySpan<byte> head) => head switch
    {
        _ when head[..Math.Min(head.Length, PdfHeaderWithin)].IndexOf("%PDF-"u8) >= 0 => Pdf,
        [0x89, 0x50, 0x4E, 0x47, ..] => new(FileKind.Png, "image/png"),
        [0xFF, 0xD8, ..] => new(FileKind.Jpeg, "image/jpeg"),
        [0x50, 0x4B, 0x03, 0x04, ..] or [0x50, 0x4B, 0x05, 0x06, ..] => OfZip(head),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => Unsupported("an old Office document", "application/x-ole-storage"),
        [0x4D, 0x5A, ..] when head.Contains((byte)0) => Unsupported("a program", "application/vnd.microsoft.portable-executable"),
        [0x7F, 0x45, 0x4C, 0x46, ..] or [0xCA, 0xFE, 0xBA, 0xBE, ..] or [0xCF, 0xFA, 0xED, 0xFE, ..] => Unsupported("a program"),
        [0x49, 0x49, 0x2A, 0x00, ..] or [0x4D, 0x4D, 0x00, 0x2A, ..] => Unsupported("a TIFF picture", "image/tiff"),
        [0x47, 0x49, 0x46, 0x38, ..] => Unsupported("a GIF picture", "image/gif"),
        [0x42, 0x4D, _, _, _, _, 0, 0, 0, 0, ..] => Unsupported("a BMP picture", "image/bmp"),
        [0x52, 0x49, 0x46, 0x46, _, _, _, _, 0x57, 0x45, 0x42, 0x50, ..] => Unsupported("a WebP picture", "image/webp"),
        [_, _, _, _, 0x66, 0x74, 0x79, 0x70, ..] => Unsupported("a HEIC picture or a film", "image/heic"),
        [0x1F, 0x8B, ..] => Unsupported("a gzip archive", "application/gzip"),
        [0x52, 0x61, 0x72, 0x21, ..] => Unsupported("a RAR archive", "application/vnd.rar"),
        [0x37, 0x7A, 0xBC, 0xAF, ..] => Unsupported("a 7z archive", "application/x-7z-compressed"),
        [0x7B, 0x5C, 0x72, 0x74, 0x66, ..] => Unsupported("an RTF text", "application/rtf"),
        _ => null,
    };

    // Office documents are ZIPs whose first entry is one of these.
    private static FileType OfZip(ReadOnlySpan<byte> head) => head switch
    {
        _ when head.IndexOf("[Content_Types].xml"u8) >= 0 || head.IndexOf("_rels/.rels"u8) >= 0 || head.IndexOf("docProps/"u8) >= 0 =>
            Unsupported("an Office document (Word, Excel or PowerPoint)", "application/vnd.openxmlformats-officedocument"),
        _ when head.IndexOf("mimetypeapplication/"u8) >= 0 => Unsupported("an OpenDocument or e-book file", "application/vnd.oasis.opendocument"),
        _ => new(FileKind.Zip, "application/zip"),
    };

    /// <summary>The body of a PDF whose header was lost: worth a try, and a truthful error.</summary>
    private static bool LooksLikeHeadlessPdf(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length, 64 * 1024)];
        return sample.IndexOf(" 0 obj"u8) >= 0 && (sample.IndexOf("endobj"u8) >= 0 || sample.IndexOf("<<"u8) >= 0)
            || (bytes.Length < 4096 && sample.IndexOf("startxref"u8) >= 0);
    }

    private static FileType OfText(string text)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, HeadLength)).TrimStart();
        return head switch
        {
            [] => new(FileKind.Empty, "text/plain"),
            _ when PdfInvoiceXml.IsInvoice(text) => new(FileKind.Xml, "application/xml", Text: text),
            _ when Html().IsMatch(head) => new(FileKind.Html, "text/html", Text: text),
            ['<', ..] when head.StartsWith("<?xml") => Unsupported("an XML file but no e-invoice (UBL or CII)", "application/xml"),
            _ when LooksLikeMail(text) => new(FileKind.Mail, "message/rfc822"),
            _ when DelimitedShape.IsDelimited(text) => new(FileKind.DelimitedText, "text/csv", Text: text),
            _ => new(FileKind.PlainText, "text/plain", Text: text),
        };
    }

    /// <summary>A block of header lines, two of them such as only mails have.</summary>
    private static bool LooksLikeMail(string text)
    {
        var known = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in text.AsSpan(0, Math.Min(text.Length, 4 * HeadLength)).EnumerateLines())
        {
            if (line.IsEmpty)
            {
                break;
            }

            if (line[0] is ' ' or '\t' || (known.Count == 0 && line.StartsWith("From ")))
            {
                continue;
            }

            if (!HeaderLine().IsMatch(line))
            {
                return false;
            }

            var name = line[..line.IndexOf(':')].ToString();
            if (MailHeaders.Contains(name))
            {
                known.Add(name);
            }
        }

        return known.Count >= 2;
    }

    private static readonly HashSet<string> MailHeaders = new(
        ["From", "To", "Subject", "Date", "Received", "Return-Path", "Message-ID", "MIME-Version", "Delivered-To", "Content-Type", "Reply-To", "X-Mailer"],
        StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex(@"^[!-9;-~]{1,76}:", RegexOptions.NonBacktracking)]
    private static partial Regex HeaderLine();

    [GeneratedRegex(@"^(<\?xml[^>]{0,200}>\s*)?(<!--[^>]{0,400}-->\s*)?(<!doctype\s+html|<html|<head|<body|<table)", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Html();
}
