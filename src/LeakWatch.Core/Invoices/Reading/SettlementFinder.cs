namespace LeakWatch.Core.Invoices.Reading;

/// <summary>What a document says about its own payment: that it failed, is still under way, or was taken back. Anything else is POSTED.</summary>
internal static class SettlementFinder
{
    private static readonly LabelTable<Settlement> Facts = ReadingPhrases.Sentences.TableOf<Settlement>("Settlement");

    // "If your payment failed, we try again": nothing has happened yet.
    private static readonly LabelTable<bool> Conditions = ReadingPhrases.Sentences.TableOf("Condition");

    public static Settlement Of(PageReading reading)
    {
        foreach (var cell in reading.Rows.SelectMany(row => row.Cells))
        {
            if (Facts.FindAll(cell.Folded) is [var fact, ..] && Conditions.FindAll(cell.Folded).Count == 0)
            {
                return fact.Meaning;
            }
        }

        return Settlement.Posted;
    }
}
