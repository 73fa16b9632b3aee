using LeakWatch.Core.Invoices.Reading;

namespace LeakWatch.Core.Invoices.Masking;

/// <summary>What must reach the reader as printed: dates, periods, money, invoice numbers and the vendor's tax id.</summary>
internal sealed class ProtectedText
{
    private const char Blot = '\u0001';

    private readonly PageReading reading;
    private readonly List<string> identifiers;
    private readonly List<string> taxIds;
    private readonly ILookup<Row, FieldValue> accounts;

    public ProtectedText(PageReading reading, IReadOnlyList<NormalizedInvoice> invoices)
    {
        this.reading = reading;
        identifiers = Distinct(invoices.SelectMany(invoice => new[] { invoice.Invoice.InvoiceNumber, invoice.Invoice.RelatedInvoiceNumber })
            .Concat(FieldFinder.Values(reading, Label.InvoiceNumber, Label.RelatedNumber).Where(value => !value.Cell.IsCustomer).Select(value => NumberFinder.Identifier(value.Text, reading, false))));
        taxIds = Distinct(invoices.Select(invoice => invoice.Vendor.TaxId)
            .Concat(FieldFinder.Values(reading, Label.TaxId).Where(IsVendors).Select(value => value.Text)));
        accounts = FieldFinder.Values(reading, Label.AccountNumber).Where(IsAccount).ToLookup(value => value.Cell.Row);
    }

    public static List<Span> Money(RowText row) => [.. row.Row.Amounts.Where(amount => amount.IsMoney).Select(row.SpanOf)];

    public List<Span> Numbers(RowText row) => [.. Places(row, identifiers)];

    public List<Span> In(RowText row) => [.. Dates(row), .. Money(row), .. Places(row, identifiers), .. Places(row, taxIds)];

    /// <summary>The row's narrow text with all of it blotted out, so that no pattern can begin in one number and end in the next.</summary>
    public (string Text, string WithPlainNumbers) Blotted(RowText row)
    {
        List<Span> dates = [.. Dates(row), .. DateShapes.Months(row)];
        var printed = row.Row.Amounts.Where(amount => amount.IsMoney && (amount.Amount.Mark is not null || amount.Amount.Decimals is 2)).Select(row.SpanOf);
        return (Without(row.Narrow, [.. dates, .. In(row)]), Without(row.Narrow, [.. dates, .. printed, .. Places(row, identifiers), .. Places(row, taxIds)]));
    }

    /// <summary>The customer's number, workspace or shop, as the document labels it.</summary>
    public IEnumerable<Span> Accounts(RowText row) =>
        accounts[row.Row].Select(value => new Span(row.StartOf(value.Cell) + value.Start, row.StartOf(value.Cell) + value.End));

    public List<Span> Dates(RowText row) => [.. Read(row), .. DateShapes.Days(row)];

    private IEnumerable<Span> Read(RowText row)
    {
        foreach (var cell in row.Row.Cells)
        {
            var start = row.StartOf(cell);
            foreach (var date in cell.Dates)
            {
                yield return new(start + date.Start, start + date.End);
            }

            if (cell.Dates.Count > 0 && PeriodText.Find(cell.Text, reading.Order) is { } period)
            {
                yield return new(start + period.Index, start + period.Index + period.Length);
            }
        }
    }

    private static IEnumerable<Span> Places(RowText row, List<string> words)
    {
        foreach (var word in words)
        {
            for (var at = row.Text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = row.Text.IndexOf(word, at + word.Length, StringComparison.Ordinal))
            {
                var span = new Span(at, at + word.Length);
                if (row.StandsAlone(span))
                {
                    yield return span;
                }
            }
        }
    }

    private static string Without(string text, List<Span> spans) => spans.Count == 0 ? text : string.Create(text.Length, (text, spans), static (blotted, state) =>
    {
        state.text.CopyTo(blotted);
        foreach (var span in state.spans)
        {
            blotted[span.Start..span.End].Fill(Blot);
        }
    });

    private static bool IsVendors(FieldValue value) =>
        !value.Cell.IsCustomer && !value.LabelCell.IsCustomer && value.LabelOpensCell && value.Text.Length is >= 6 and <= 28 && value.Text.Count(char.IsAsciiDigit) is >= 6 and <= 16
        && !value.LabelCell.Folded.StartsWith("customer", StringComparison.Ordinal) && !value.LabelCell.Folded.StartsWith("your", StringComparison.Ordinal);

    // A label that is its whole cell ("Team plan" is none), and behind it an identifier rather than words of a sentence.
    private static bool IsAccount(FieldValue value)
    {
        if (!value.LabelOpensCell || value.Text.Length is 0 or > 80)
        {
            return false;
        }

        var hasColon = value.Placement is Placement.Inline && value.LabelCell.Text.AsSpan(value.Label.End).TrimStart(" .") is [':' or '：' or '#', ..];
        return hasColon
            || (IsIdentifier(value.Text) && (value.Placement is Placement.Inline || FieldFinder.IsLabel(value.LabelCell)))
            || FieldFinder.IsFollowedBySpace(value.LabelCell, value.Label);
    }

    private static bool IsIdentifier(string text) => text.Split(' ')[0].Any(c => char.IsAsciiDigit(c) || c is '.' or '@');

    private static List<string> Distinct(IEnumerable<string?> words) => [.. words.OfType<string>().Where(word => word.Length > 1).Distinct(StringComparer.Ordinal)];
}
