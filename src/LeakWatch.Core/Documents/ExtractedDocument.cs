using System.Text.Json.Serialization;

namespace LeakWatch.Core.Documents;

/// <summary>What the sandboxed reader found in one file, before anyone asks what it means: text with places, never bytes.</summary>
public sealed record ExtractedDocument
{
    public required DocumentType Type { get; init; }

    /// <summary>How the words of <see cref="Pages"/> came to be.</summary>
    public TextOrigin Origin { get; init; } = TextOrigin.Text;

    /// <summary>In reading order. Empty for a table or an XML invoice alone.</summary>
    public IReadOnlyList<TextPage> Pages { get; init; } = [];

    /// <summary>A delimited file, decoded to text but not yet split: dialect detection is the reader's business.</summary>
    public string? DelimitedText { get; init; }

    /// <summary>An e-invoice (UBL or CII): the whole file, or what was embedded in the PDF.</summary>
    public string? InvoiceXml { get; init; }

    /// <summary>For a mail: who sent it, when, and its subject.</summary>
    public MailHeader? Mail { get; init; }

    /// <summary>Things a person should know about the reading, such as a page that OCR could not read.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}

[JsonConverter(typeof(ScreamingSnake<DocumentType>))]
public enum DocumentType { Pdf, Image, DelimitedText, Xml, Mail, Zip, PlainText }

[JsonConverter(typeof(ScreamingSnake<TextOrigin>))]
public enum TextOrigin { Text, Ocr }

public sealed record MailHeader(string? FromName, string? FromAddress, string? Subject, DateTimeOffset? SentAt)
{
    private static readonly string[] Forwarded = ["fwd:", "fw:", "wg:", "tr:", "rv:", "전달:", "転送:"];

    /// <summary>The sender's local date of the mail: that of what its body says, unless the body was written by somebody else before.</summary>
    [JsonIgnore]
    public DateOnly? WrittenOn =>
        SentAt is { } sent && !Array.Exists(Forwarded, prefix => Subject?.TrimStart().StartsWith(prefix, StringComparison.OrdinalIgnoreCase) is true)
            ? DateOnly.FromDateTime(sent.DateTime)
            : null;
}

/// <param name="Number">From 1.</param>
/// <param name="Width">In points (1/72 inch) for PDF, pixels for pictures: for the aspect ratio only, boxes are fractions.</param>
public sealed record TextPage(int Number, double Width, double Height, IReadOnlyList<TextLine> Lines);

/// <summary>Words that share a baseline, left to right.</summary>
/// <param name="Number">From 1 within its page, top to bottom.</param>
public sealed record TextLine(int Number, IReadOnlyList<Word> Words)
{
    [JsonIgnore]
    public string Text => string.Join(' ', Words.Select(word => word.Text));

    [JsonIgnore]
    public Box Box => Words.Select(word => word.Box).Aggregate(Box.Around);
}

/// <param name="Box">Fractions of the page.</param>
/// <param name="Confidence">0 to 100 from OCR; null for text that was text.</param>
public sealed record Word(string Text, Box Box, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? Confidence = null);
