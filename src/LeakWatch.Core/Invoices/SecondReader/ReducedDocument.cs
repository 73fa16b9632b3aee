using System.Text;
using LeakWatch.Core.Invoices.Masking;
using LeakWatch.Core.Invoices.Reading;

namespace LeakWatch.Core.Invoices.SecondReader;

/// <summary>The lines of a masked document that an invoice is read from, within a budget, each with its page and number.</summary>
/// <param name="Text">One line each: <c>p2 l14| Team plan   5   $100.00</c>.</param>
/// <param name="Left">Lines that were left out.</param>
public sealed record ReducedDocument(string Text, int Lines, int Left)
{
    /// <summary>About 3,000 tokens of English, 9,000 of Korean or Japanese: five dense pages.</summary>
    public const int MaxCharacters = 12_000;

    private const int LongestLine = 400;
    private const int HeadRows = 14;

    /// <summary>The best lines that fit: sums and labels first, then lines with money, the letterhead, the lines around money, dates, and at last the rest.</summary>
    /// <param name="maxCharacters">Including page and line numbers.</param>
    public static ReducedDocument Of(MaskedDocument document, int maxCharacters = MaxCharacters)
    {
        var rows = document.Reading.Rows;
        var lines = document.Lines.Select(Written).ToList();
        var taken = new bool[lines.Count];
        var room = maxCharacters;
        foreach (var index in Enumerable.Range(0, lines.Count).OrderBy(index => RankOf(rows, index)).ThenBy(index => index))
        {
            if (lines[index].Length <= room)
            {
                (taken[index], room) = (true, room - lines[index].Length);
            }
        }

        var text = new StringBuilder(maxCharacters - room);
        for (var i = 0; i < lines.Count; i++)
        {
            text.Append(taken[i] ? lines[i] : "");
        }

        var kept = taken.Count(isTaken => isTaken);
        return new(text.ToString(), kept, lines.Count - kept);
    }

    private static string Written(MaskedLine line) => string.Create(null, $"p{line.Page} l{line.Number}| {Short(line.Text)}\n");

    // A line is never cut inside a placeholder.
    private static string Short(string text)
    {
        if (text.Length <= LongestLine)
        {
            return text;
        }

        var open = text.LastIndexOf(Placeholders.Open, LongestLine);
        return text[..(open >= 0 && text.IndexOf(Placeholders.Close, open) > LongestLine ? open : LongestLine)];
    }

    private static int RankOf(IReadOnlyList<Row> rows, int index)
    {
        var row = rows[index];
        return row.Labels.Any(found => !found.Cell.IsCustomer && IsTelling(found.Label.Meaning)) ? 0
            : HasMoney(row) ? 1
            : row.Page == 1 && index < HeadRows && !row.Cells.All(cell => cell.IsCustomer) ? 2
            : HasMoney(rows, index - 1, row.Page) || HasMoney(rows, index + 1, row.Page) ? 3
            : row.Cells.Any(cell => cell.Dates.Count > 0) ? 4
            : row.Cells.All(cell => cell.IsCustomer) ? 6
            : 5;
    }

    private static bool IsTelling(Label label) => label is Label.InvoiceNumber or Label.RelatedNumber or Label.AccountNumber or Label.TaxId or Label.InvoiceDate or Label.Date or Label.DueDate
        or Label.Period or Label.PeriodStart or Label.PeriodEnd or Label.Currency or (>= Label.Subtotal and <= Label.PreviousBalance);

    private static bool HasMoney(IReadOnlyList<Row> rows, int index, int page) => index >= 0 && index < rows.Count && rows[index].Page == page && HasMoney(rows[index]);

    private static bool HasMoney(Row row) => row.Cells.Any(cell => cell.Amounts.Any(amount => amount.IsMoney));
}
