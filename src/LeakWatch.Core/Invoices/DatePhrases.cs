using System.Globalization;
using LeakWatch.Core.Invoices.Reading;
using LeakWatch.Core.Invoices.Vocabulary;

namespace LeakWatch.Core.Invoices;

/// <summary>Names of months and the small words of dates; the phrases are in <c>Vocabulary</c>.</summary>
internal static class DatePhrases
{
    private static readonly string[] MonthSections = [.. CultureInfo.InvariantCulture.DateTimeFormat.MonthNames[..12]];

    /// <remarks>Without accents, as month names are compared; the slash of <c>t/m</c> stays.</remarks>
    public static PhraseKind Kind { get; } = new("dates",
        phrase => string.Join('/', phrase.Split('/').Select(FoldedText.Of)),
        PhraseGroup.Of("Month", MonthSections), new("Until"), new("Skipped"));

    public static IEnumerable<(string Name, int Month)> Months { get; } =
        MonthSections.SelectMany((section, index) => Kind[$"Month.{section}"].Select(name => (name, index + 1)));
}
