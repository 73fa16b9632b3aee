namespace LeakWatch.Core.Invoices.Reading;

/// <summary>Sentences that state terms: announced prices, renewal, notice, trial, cancellation.</summary>
internal static class TermSentences
{
    public static IReadOnlyList<Term> Find(PageReading reading) => reading.Rows.Count == 0 ? [] : [];
}
