using System.Xml;
using System.Xml.Linq;

namespace LeakWatch.Core.Invoices.ElectronicInvoices;

/// <summary>An XML text from a stranger, parsed within bounds, whose elements know where they stand in it.</summary>
internal sealed class InvoiceXml
{
    /// <summary>Characters. The largest e-invoices seen have some thousand lines and stay far below.</summary>
    private const int MaximumLength = 10_000_000;

    /// <summary>UBL and CII nest below 15 deep.</summary>
    private const int MaximumDepth = 64;

    private const int LongestExcerpt = 300;

    private readonly string text;
    private readonly List<int> lineStarts = [0];

    private InvoiceXml(string text, XElement root)
    {
        (this.text, Root) = (text, root);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '\n' || (text[at] == '\r' && (at + 1 == text.Length || text[at + 1] != '\n')))
            {
                lineStarts.Add(at + 1);
            }
        }
    }

    public XElement Root { get; }

    /// <summary>No DTD, no entities but the five of XML, nothing fetched.</summary>
    public static Result<InvoiceXml> Parse(string text, string fileName)
    {
        text = text.TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        if (text.Length > MaximumLength)
        {
            return new Error(ErrorKind.LimitReached, "FILE_TOO_LARGE", $"The XML in {fileName} is longer than {MaximumLength:N0} characters.");
        }

        try
        {
            var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MaximumLength };
            using (var depths = XmlReader.Create(new StringReader(text), settings))
            {
                while (depths.Read())
                {
                    if (depths.Depth > MaximumDepth)
                    {
                        return Corrupt(fileName, $"it nests deeper than {MaximumDepth} elements");
                    }
                }
            }

            using var reader = XmlReader.Create(new StringReader(text), settings);
            return new InvoiceXml(text, XDocument.Load(reader, LoadOptions.SetLineInfo).Root!);
        }
        catch (XmlException broken)
        {
            return Corrupt(fileName, broken.Message);
        }
    }

    /// <summary>Points at an element, with its text as written.</summary>
    public Evidence EvidenceOf(XElement element)
    {
        var (line, column) = (((IXmlLineInfo)element).LineNumber, ((IXmlLineInfo)element).LinePosition);
        // The position is that of the name, one after its bracket.
        var start = lineStarts[line - 1] + column - 2;
        var close = text.IndexOf("</", start, StringComparison.Ordinal);
        var end = close < 0 ? -1 : text.IndexOf('>', close);
        var length = Math.Min(LongestExcerpt, (end < 0 ? text.Length : end + 1) - start);
        return new() { Kind = EvidenceKind.XmlNode, Pointer = new() { LineStart = line, LineEnd = line }, Excerpt = text.Substring(start, length) };
    }

    private static Error Corrupt(string fileName, string why) =>
        new(ErrorKind.Invalid, "FILE_CORRUPT", $"The e-invoice XML in {fileName} cannot be read: {why}. Ask the vendor for it again.");
}
