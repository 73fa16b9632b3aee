namespace LeakWatch.Core.Invoices.Reading;

/// <summary>One sentence and the rows it stands on.</summary>
internal sealed record Sentence(string Text, Row First, Row Last);

/// <summary>Joins the rows of a paragraph and cuts it into sentences; rows of a table are left out.</summary>
internal static class Sentences
{
    private const double ParagraphGap = 1.4;
    private const int Longest = 700;

    public static List<Sentence> Of(PageReading reading)
    {
        var sentences = new List<Sentence>();
        var rows = new List<Row>();
        foreach (var row in reading.Rows)
        {
            if (rows.Count > 0 && (!Continues(rows[^1], row) || !IsProse(row)))
            {
                Cut(rows, sentences);
                rows.Clear();
            }

            if (IsProse(row))
            {
                rows.Add(row);
            }
        }

        Cut(rows, sentences);
        return sentences;
    }

    // A row of a paragraph has one cell, or a few that hold words.
    private static bool IsProse(Row row) => row.Cells.Count <= 2 && row.Cells.Any(cell => cell.Text.Length > 12 || FoldedText.IsCjk(cell.Text[0]));

    private static bool Continues(Row above, Row below) =>
        above.Page == below.Page && below.Box.Y - above.Box.Bottom < ParagraphGap * below.Height && Math.Abs(above.Cells[0].Box.X - below.Cells[0].Box.X) < 0.05;

    private static void Cut(List<Row> rows, List<Sentence> sentences)
    {
        if (rows.Count == 0)
        {
            return;
        }

        var starts = new List<int>();
        var text = new System.Text.StringBuilder();
        foreach (var row in rows)
        {
            starts.Add(text.Length);
            text.Append(row.Text).Append(' ');
        }

        var whole = text.ToString();
        var from = 0;
        for (var i = 0; i < whole.Length; i++)
        {
            if (Ends(whole, i) || i == whole.Length - 1)
            {
                if (whole.AsSpan(from, i + 1 - from).Trim() is { Length: > 5 and <= Longest } sentence)
                {
                    sentences.Add(new(sentence.ToString(), RowAt(rows, starts, from + 1), RowAt(rows, starts, i)));
                }

                from = i + 1;
            }
        }
    }

    private static Row RowAt(List<Row> rows, List<int> starts, int position)
    {
        var index = starts.BinarySearch(position);
        return rows[Math.Max(0, index >= 0 ? index : ~index - 1)];
    }

    // A full stop behind a digit or a short word ("1. Januar", "Inc.", "Nr.") ends no sentence.
    private static bool Ends(string text, int at)
    {
        if (text[at] is '。' or '！' or '？')
        {
            return true;
        }

        if (text[at] is not ('.' or '!' or '?') || at + 1 >= text.Length || text[at + 1] != ' ')
        {
            return false;
        }

        if (text[at] is not '.' || at == 0)
        {
            return true;
        }

        var start = at;
        while (start > 0 && char.IsLetter(text[start - 1]))
        {
            start--;
        }

        var next = at + 1;
        while (next < text.Length && text[next] == ' ')
        {
            next++;
        }

        return FoldedText.IsCjk(text[at - 1]) || (next >= text.Length || !char.IsLower(text[next])) && (at - start > 3 || (char.IsAsciiDigit(text[at - 1]) && at >= 4 && char.IsAsciiDigit(text[at - 2]) && char.IsUpper(text[Math.Min(next, text.Length - 1)]) && !StartsMonth(text, next)));
    }

    private static bool StartsMonth(string text, int at) => at < text.Length && MonthNames.AtStart(text.AsSpan(at), out _) > 0;
}
