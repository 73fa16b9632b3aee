using UglyToad.PdfPig;

namespace LeakWatch.Extraction.Sandbox;

/// <summary>The e-invoice inside a PDF (ZUGFeRD, Factur-X, Order-X, XRechnung): told by content, since names vary.</summary>
internal static class PdfInvoiceXml
{
    private const int MaximumBytes = 5 * 1024 * 1024;

    public static string? Find(PdfDocument pdf)
    {
        if (!pdf.Advanced.TryGetEmbeddedFiles(out var files))
        {
            return null;
        }

        return files
            .Where(file => file.Memory.Length is > 0 and <= MaximumBytes)
            .Select(file => TextEncoding.Decode(file.Memory.Span))
            .FirstOrDefault(text => text is not null && IsInvoice(text));
    }

    /// <summary>A UBL or CII root element near the start; the licence that some put in a comment before it runs to several pages.</summary>
    public static bool IsInvoice(string text)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, 32_000));
        return head.TrimStart().StartsWith('<') && (Contains(head, "CrossIndustryInvoice") || Contains(head, "CrossIndustryDocument")
            || Contains(head, "SCRDMCCBDACIOMessageStructure") || Contains(head, "oasis:names:specification:ubl:schema:xsd:Invoice")
            || Contains(head, "oasis:names:specification:ubl:schema:xsd:CreditNote"));

        static bool Contains(ReadOnlySpan<char> head, string word) => head.Contains(word, StringComparison.Ordinal);
    }
}
