using System.Globalization;
using System.Xml.Linq;

namespace LeakWatch.Core.Invoices.ElectronicInvoices;

/// <summary>Steps through an XML tree by local names, because each version of a format has namespaces of its own.</summary>
internal static class XmlElements
{
    extension(XElement? element)
    {
        /// <summary>The first element down a path; a step may name alternatives (<c>"A|B"</c>) where versions renamed it.</summary>
        public XElement? At(params ReadOnlySpan<string> path)
        {
            var found = element;
            foreach (var step in path)
            {
                found = found.All(step).FirstOrDefault();
            }

            return found;
        }

        /// <summary>The children of one name.</summary>
        public IEnumerable<XElement> All(string names)
        {
            var alternatives = names.Split('|');
            return element?.Elements().Where(child => alternatives.Contains(child.Name.LocalName, StringComparer.Ordinal)) ?? [];
        }

        /// <summary>The trimmed text with its blanks collapsed; null for an absent or empty element.</summary>
        public string? Text => element is null || element.HasElements || string.IsNullOrWhiteSpace(element.Value)
            ? null
            : string.Join(' ', element.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

        public decimal? Amount =>
            decimal.TryParse(element?.Value.Trim(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && Math.Abs(value) < NumberText.TooLarge
                ? value
                : null;

        /// <summary>UBL writes <c>2026-02-01</c>, CII <c>20260201</c>; either may carry a time zone.</summary>
        /// <remarks>9999-12-31 is how programs write "no end", and no day comes after it.</remarks>
        public DateOnly? Date => element?.Value.Trim() is { Length: >= 8 } text
            && DateOnly.TryParseExact(text.Contains('-', StringComparison.Ordinal) ? text[..Math.Min(10, text.Length)] : text[..8], ["yyyy-MM-dd", "yyyyMMdd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date < DateOnly.MaxValue
                ? date
                : null;

        public bool IsTrue => element?.Value.Trim() is "true" or "1";
    }
}
