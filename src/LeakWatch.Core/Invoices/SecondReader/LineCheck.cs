using System.Globalization;
using LeakWatch.Core.Invoices.Masking;
using LeakWatch.Core.Invoices.Reading;

namespace LeakWatch.Core.Invoices.SecondReader;

/// <summary>Line items of an answer → lines of the page: each amount is one that its row prints, used once, and no sum.</summary>
internal sealed class LineCheck(MaskedDocument document, SourceText source, IReadOnlyCollection<PrintedAmount> sums, List<string> discarded)
{
    private const int MaxRowsOfLine = 6;

    private readonly HashSet<PrintedAmount> used = new(sums, ReferenceEqualityComparer.Instance);

    public List<CheckedLine> Check(IReadOnlyList<AnswerLine> answers)
    {
        var lines = new List<CheckedLine>(answers.Count);
        for (var i = 0; i < answers.Count; i++)
        {
            if (Check(answers[i], out var fault) is { } line)
            {
                lines.Add(line);
            }
            else
            {
                discarded.Add(string.Create(CultureInfo.InvariantCulture, $"lineItems[{i}]: {fault}"));
            }
        }

        return lines;
    }

    private CheckedLine? Check(AnswerLine answer, out string fault)
    {
        fault = "";
        if (source.Find(document.Unmask(answer.Excerpt), answer.Page, answer.LineStart) is not { } place)
        {
            fault = "its excerpt is not in the document";
            return null;
        }

        if (answer.Amount is not { } value || place.Rows.SelectMany(row => row.Amounts).LastOrDefault(amount => Math.Abs(amount.Value) == Math.Abs(value) && !used.Contains(amount)) is not { } printed)
        {
            fault = "its line does not print its amount, or prints it for another value";
            return null;
        }

        if (printed.Cell.Row.Cells.Any(IsSum))
        {
            fault = "its line is a sum";
            return null;
        }

        var rows = RowsOf(answer, place);
        var description = Words(rows, answer.Description) ?? TextBefore(printed);
        if (!description.Any(char.IsLetter))
        {
            fault = "its line has no words";
            return null;
        }

        used.Add(printed);
        var draft = new LineDraft
        {
            First = rows[0],
            Last = rows[^1],
            Amount = printed,
            Quantity = Printed(rows, answer.Quantity),
            UnitPrice = Printed(rows, answer.UnitPrice),
            Code = Words(rows, answer.ProductCode),
        };
        draft.Description.Add(description);
        return new(draft, answer.Type, Words(rows, answer.PlanName), PeriodOf(rows, answer));
    }

    private static bool IsSum(Cell cell) =>
        SumLabel.Of(cell)?.Meaning is Label.Subtotal or Label.Total or Label.GrandTotal or Label.AmountDue or Label.AmountPaid or Label.PreviousBalance;

    // The rows the model names around the excerpt belong to the line as far as they hold no money of another one.
    private List<Row> RowsOf(AnswerLine answer, SourcePlace place)
    {
        var (first, last) = (place.Rows[0].Index, place.Rows[^1].Index);
        var all = document.Reading.Rows;
        while (first > 0 && last - first + 1 < MaxRowsOfLine && IsNamed(all[first - 1], answer, place))
        {
            first--;
        }

        while (last + 1 < all.Count && last - first + 1 < MaxRowsOfLine && IsNamed(all[last + 1], answer, place))
        {
            last++;
        }

        return [.. all.Skip(first).Take(last - first + 1)];
    }

    private static bool IsNamed(Row row, AnswerLine answer, SourcePlace place) =>
        row.Page == place.Rows[0].Page && row.Page == answer.Page && row.Line >= answer.LineStart && row.Line <= answer.LineEnd && !row.Amounts.Any(amount => amount.IsMoney);

    private static decimal? Printed(List<Row> rows, decimal? value) =>
        value is { } number && rows.SelectMany(row => row.Amounts).Any(amount => Math.Abs(amount.Value) == Math.Abs(number)) ? number : null;

    /// <summary>Words of the answer as the rows print them: together, or each of them where a column parts them.</summary>
    private string? Words(List<Row> rows, string? answer)
    {
        var words = SourceText.Fold(document.Unmask(answer ?? ""));
        var text = SourceText.Fold(string.Join(' ', rows.Select(row => row.Text)));
        return words.Length > 0 && (SourceText.Occurrences(text, words).Any() || words.Split(' ').All(word => SourceText.Occurrences(text, word).Any())) ? words : null;
    }

    private static string TextBefore(PrintedAmount amount) =>
        string.Join(' ', amount.Cell.Row.Cells.Take(amount.Cell.Index).Select(cell => cell.Text).Append(amount.Cell.Text[..amount.Start])).Trim();

    private (DateOnly, DateOnly)? PeriodOf(List<Row> rows, AnswerLine answer)
    {
        if (answer is not { PeriodStart: { } start, PeriodEnd: { } end })
        {
            return null;
        }

        var printed = rows.SelectMany(row => AnswerCheck.DatesIn(row.Text, document.Reading.Order)).Select(date => date.Date).ToHashSet();
        return printed.Contains(start) && printed.Contains(end) ? PeriodText.Printed(start, end) : null;
    }
}
