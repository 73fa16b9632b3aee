using LeakWatch.Core.Invoices.Vocabulary;

namespace LeakWatch.Core.Invoices.Reading;

/// <summary>The kinds of phrases by which pages are read; the phrases are in <c>Vocabulary</c>.</summary>
internal static class ReadingPhrases
{
    /// <summary>Currencies that share a symbol with others; the words of a page can tell them apart.</summary>
    public static readonly string[] CurrenciesOfCountries =
    [
        "CAD", "AUD", "NZD", "SGD", "HKD", "MXN", "TWD", "CLP", "COP", "ARS", "CNY", "NOK", "DKK", "SEK", "ISK", "PKR",
        "LKR", "NPR", "USD",
    ];

    /// <summary>Forms that one country's law prescribes are in its currency, which they often leave unsaid.</summary>
    public static readonly string[] CurrenciesOfTaxLaws = ["KRW", "JPY", "INR"];

    public static PhraseKind Labels { get; } = new("labels", FoldedText.Of,
        PhraseGroup.Of<Label>(), PhraseGroup.Of("Qualifier", nameof(Label.Subtotal), nameof(Label.GrandTotal)));

    public static PhraseKind Columns { get; } = new("columns", FoldedText.Of, PhraseGroup.Of<Column>());

    public static PhraseKind Titles { get; } = new("titles", FoldedText.Of, PhraseGroup.Of<Title>());

    public static PhraseKind Terms { get; } = new("terms", FoldedText.Of, PhraseGroup.Of<TermKind>());

    /// <remarks>A phrase that begins with a slash is looked for as printed: <c>/month</c>.</remarks>
    public static PhraseKind Hints { get; } = new("hints",
        phrase => phrase is ['/', .. var rest] ? $"/{FoldedText.Of(rest)}" : FoldedText.Of(phrase),
        PhraseGroup.Of<LineHint>());

    public static PhraseKind Sentences { get; } = new("sentences", FoldedText.Of,
        PhraseGroup.Of("Settlement",
            nameof(Settlement.Declined), nameof(Settlement.Pending), nameof(Settlement.Reversed)),
        new("Condition"), new("Payment"), new("DueUntil"),
        PhraseGroup.Of("Unit", "Day", "Week", "Month", "Year"), PhraseGroup.Of("ChangeDay", "LastOfOld", "FirstOfNew"));

    public static PhraseKind Parties { get; } = new("parties", FoldedText.Of,
        new("LegalForm"), new("Street"), new("NoVendor"), new("Note"), new("SentenceWord"),
        new("Greeting"), new("Closing"), new("PersonTitle"));

    public static PhraseKind Countries { get; } = new("countries", FoldedText.Of,
        PhraseGroup.Of("DateOrder", nameof(DateOrder.DayFirst), nameof(DateOrder.MonthFirst)),
        PhraseGroup.Of("Currency", CurrenciesOfCountries),
        PhraseGroup.Of("TaxLaw", CurrenciesOfTaxLaws));

    /// <summary>A table with a meaning for each value of the enum that has phrases, in sections of its name.</summary>
    /// <param name="prefix">What stands before the name and a full stop.</param>
    public static LabelTable<T> TableOf<T>(this PhraseKind kind, string? prefix = null)
        where T : struct, Enum
    {
        var table = new LabelTable<T>();
        foreach (var meaning in Enum.GetValues<T>())
        {
            table.Add(meaning, kind[prefix is null ? $"{meaning}" : $"{prefix}.{meaning}"]);
        }

        return table;
    }

    /// <summary>A table that tells only whether a phrase is of the section.</summary>
    public static LabelTable<bool> TableOf(this PhraseKind kind, string section) =>
        new LabelTable<bool>().Add(true, kind[section]);
}
