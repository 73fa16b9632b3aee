using LeakWatch.Core.Documents;

namespace LeakWatch.Core.Invoices.Reading;

/// <summary>The due date that only a sentence states: "Please pay £249.13 by 14 March", "Bitte überweisen Sie den Betrag bis zum 09.02.2026".</summary>
internal static class DueSentence
{
    private const int LongestSentence = 360;

    private static readonly LabelTable<bool> Paying = ReadingPhrases.Sentences.TableOf("Payment");

    private static readonly LabelTable<bool> Until = ReadingPhrases.Sentences.TableOf("DueUntil");

    public static Found<DateText>? Find(PageReading reading)
    {
        foreach (var cell in reading.Rows.SelectMany(row => row.Cells).Where(cell => !cell.IsCustomer && Paying.FindAll(cell.Folded).Count > 0))
        {
            var (text, last) = Sentence(reading, cell);
            if (text.Length > LongestSentence || DateIn(text, reading) is not { } date)
            {
                continue;
            }

            var printed = ReferenceEquals(cell, last) ? cell.Text : $"{cell.Text}\n{last.Text}";
            var place = reading.Text.EvidenceOf(cell.Row, last.Row, Box.Around(cell.Box, last.Box), printed);
            return new(date, place, DateScores.DueInSentence, cell);
        }

        return null;
    }

    // The cell, with the next one of its column where the sentence may go on.
    private static (string Text, Cell Last) Sentence(PageReading reading, Cell cell)
    {
        for (var i = cell.Row.Index + 1; i < reading.Rows.Count && i <= cell.Row.Index + 2; i++)
        {
            var row = reading.Rows[i];
            if (row.Page != cell.Row.Page || row.Box.Y - cell.Box.Bottom > 1.2 * cell.Row.Height || cell.Text.EndsWith('.'))
            {
                break;
            }

            if (row.Cells.FirstOrDefault(other => Math.Abs(other.Box.X - cell.Box.X) < 0.01) is { } next)
            {
                return ($"{cell.Text} {next.Text}", next);
            }
        }

        return (cell.Text, cell);
    }

    private static DateText? DateIn(string text, PageReading reading)
    {
        var folded = FoldedText.Of(text);
        var paying = Paying.FindAll(folded);
        for (var date = DateText.Find(text, reading.Order); date is { } found; date = DateText.Find(text, reading.Order, found.End))
        {
            var sentence = text.AsSpan(0, found.Start).LastIndexOf(". ") is >= 0 and var end ? end : 0;
            if (paying.Any(word => word.Start >= sentence && word.Start < found.Start) && IsUntil(folded, found.Start))
            {
                return found;
            }
        }

        return null;
    }

    // The words right before the date say "by".
    private static bool IsUntil(string folded, int start)
    {
        var before = folded[Math.Max(0, start - 24)..start].TrimEnd();
        return Until.FindAll(before).Any(match => match.End == before.Length) || before.EndsWith("due on", StringComparison.Ordinal);
    }
}
