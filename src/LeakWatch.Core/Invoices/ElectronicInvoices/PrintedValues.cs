using LeakWatch.Core.Documents;
using LeakWatch.Core.Invoices.Reading;

namespace LeakWatch.Core.Invoices.ElectronicInvoices;

/// <summary>Finds values of an e-invoice on the pages that a person reads, so that each can be checked and highlighted there.</summary>
internal sealed class PrintedValues
{
    /// <summary>Words of one amount: "1 589,80 EUR".</summary>
    private const int WordsOfAmount = 3;

    private readonly PageText text;
    private readonly ILookup<decimal, (Row Row, Box Box)> amounts;
    private readonly ILookup<DateOnly, Row> dates;
    private readonly List<(Row Row, string Letters)> rows;

    public PrintedValues(ExtractedDocument document)
    {
        text = PageText.Of(document);
        rows = [.. text.Rows.Select(row => (row, Letters(row.Text)))];
        amounts = text.Rows.SelectMany(AmountsOf).ToLookup(found => found.Value, found => (found.Row, found.Box));
        dates = text.Rows.SelectMany(row => DatesOf(row.Text).Select(date => (date, row))).ToLookup(found => found.date, found => found.row);
    }

    /// <summary>The row that prints the amount, whatever its sign.</summary>
    public Evidence? Amount(decimal value) => amounts[Math.Abs(value)].FirstOrDefault() is { Row: { } row } found ? text.EvidenceOf(row, row, found.Box, row.Text) : null;

    public Evidence? Date(DateOnly date) => dates[date].FirstOrDefault() is { } row ? text.EvidenceOf(row) : null;

    /// <summary>The row that prints a name or number, whatever its case, blanks and punctuation.</summary>
    public Evidence? Text(string value) =>
        Letters(value) is { Length: > 0 } letters && rows.FirstOrDefault(row => row.Letters.Contains(letters, StringComparison.Ordinal)).Row is { } found ? text.EvidenceOf(found) : null;

    /// <summary>The row of a line item: its amount, next to words of its description where several rows print the amount.</summary>
    public Evidence? Line(string? description, decimal amount)
    {
        var words = (description ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Letters).Where(word => word.Length > 2).Take(4).ToList();
        var found = amounts[Math.Abs(amount)].Select(place => (place.Row, Score: words.Count(word => Around(place.Row).Contains(word, StringComparison.Ordinal)))).ToList();
        return found.Count == 0 ? null : text.EvidenceOf(found.MaxBy(place => place.Score).Row);
    }

    private string Around(Row row) => string.Concat(rows.Skip(Math.Max(0, row.Index - 2)).Take(5).Select(near => near.Letters));

    private static IEnumerable<(decimal Value, Row Row, Box Box)> AmountsOf(Row row)
    {
        var words = row.Cells.SelectMany(cell => cell.Words).ToList();
        for (var from = 0; from < words.Count; from++)
        {
            for (var count = 1; count <= WordsOfAmount && from + count <= words.Count; count++)
            {
                var part = words.GetRange(from, count);
                if (AmountText.Read(string.Join(' ', part.Select(word => word.Text))) is { } amount)
                {
                    yield return (Math.Abs(amount.Value), row, Cell.BoxOf(part));
                }
            }
        }
    }

    private static HashSet<DateOnly> DatesOf(string line)
    {
        var found = new HashSet<DateOnly>();
        foreach (var order in (ReadOnlySpan<DateOrder>)[DateOrder.DayFirst, DateOrder.MonthFirst])
        {
            for (var date = DateText.Find(line, order); date is { } next; date = DateText.Find(line, order, next.End))
            {
                found.Add(next.Date);
            }
        }

        return found;
    }

    private static string Letters(string text) => string.Concat(FoldedText.Of(text).Where(char.IsLetterOrDigit));
}
