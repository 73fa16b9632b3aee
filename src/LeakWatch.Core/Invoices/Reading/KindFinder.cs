using System.Text.RegularExpressions;

namespace LeakWatch.Core.Invoices.Reading;

/// <summary>What kind of document this is; null when it is none that concerns us.</summary>
internal static partial class KindFinder
{
    public static InvoiceKind? Find(PageReading reading, Totals totals, List<LineDraft> lines, Found<string>? number, Found<DateText>? date)
    {
        if (ListsInvoices(reading))
        {
            return InvoiceKind.Statement;
        }

        var title = DocumentTitle.Find(reading);
        var hasSums = totals.Total is not null;
        switch (title?.Title)
        {
            case Title.NoCharge:
                return null;
            case Title.Statement: return InvoiceKind.Statement;
            case Title.Reminder: return InvoiceKind.Reminder;
            case Title.ProForma: return InvoiceKind.ProForma;
            case Title.Quote: return InvoiceKind.Quote;
            case Title.Order when number is null || number.Value.Score < NumberScores.Certain:
                return hasSums ? InvoiceKind.Order : null;
            case Title.Contract when !hasSums || number is null: return InvoiceKind.Contract;
            case Title.Notice when !hasSums || number is null: return InvoiceKind.Notice;
            case Title.CreditNote when hasSums || number is not null: return InvoiceKind.CreditNote;
            case Title.Invoice when hasSums || number is not null: return InvoiceKind.Invoice;
            case Title.Receipt when hasSums || number is not null && date is not null: return InvoiceKind.Receipt;
        }

        if (!hasSums)
        {
            // An explicit invoice number beside a date: an invoice whose total could not be read.
            var isLabelled = number is { Score: >= NumberScores.Labelled } && date is { Score: >= DateScores.Labelled };
            return isLabelled ? InvoiceKind.Invoice : null;
        }

        if (number is { Score: >= NumberScores.Certain } || NamesInvoice(totals.Total!))
        {
            return InvoiceKind.Invoice;
        }

        // A till receipt has no title: lines that lead to the total, a tax or a payment, a date.
        // Sums alone are on forms too.
        var linesAddUp = lines.Count > 0 && LineFinder.AddsUp(lines, totals);
        var facts = (linesAddUp ? 1 : 0) + (totals.AddsUp ? 1 : 0) + (totals.Tax is not null ? 1 : 0) + (totals.Paid is not null ? 1 : 0) + (date is { } day ? HasTime(day.Cell.Row) ? 2 : 1 : 0);
        return facts >= 2 && (linesAddUp || date is not null) ? InvoiceKind.Receipt : null;
    }

    // The moment of a sale: "21-10-21   13:10:48". Forms and letters have a day.
    private static bool HasTime(Row row) => row.Cells.SelectMany(cell => cell.Words).Any(word => TimeOfDay().IsMatch(word.Text));

    [GeneratedRegex("^[0-9]{1,2}:[0-9]{2}", RegexOptions.CultureInvariant)]
    private static partial Regex TimeOfDay();

    private static bool NamesInvoice(Sum total) =>
        total.Evidence.Excerpt.Contains("rechnung", StringComparison.OrdinalIgnoreCase) || total.Evidence.Excerpt.Contains("invoice", StringComparison.OrdinalIgnoreCase)
        || total.Evidence.Excerpt.Contains("factur", StringComparison.OrdinalIgnoreCase) || total.Evidence.Excerpt.Contains('청') || total.Evidence.Excerpt.Contains("請求", StringComparison.Ordinal);

    // A column of invoice numbers with an amount each is a list of invoices, not one.
    private static bool ListsInvoices(PageReading reading)
    {
        foreach (var row in reading.Rows.Where(row => row.Cells.Count >= 3))
        {
            if (row.Cells.FirstOrDefault(cell => cell.Labels is [{ Start: 0, Meaning: Label.InvoiceNumber }, ..] && cell.Text.Length <= 24) is not { } heading
                || !row.Cells.Any(cell => LineColumns.Headings.AtStart(cell.Folded, 0) is { Meaning: Column.Amount or Column.GrossAmount or Column.Other or Column.Date }))
            {
                continue;
            }

            var listed = 0;
            for (var i = row.Index + 1; i < reading.Rows.Count && i <= row.Index + 6; i++)
            {
                var below = reading.Rows[i].Cells.FirstOrDefault(cell => cell.Overlaps(heading));
                listed += below is not null && NumberFinder.Identifier(below.Text, reading, true) is not null && reading.Rows[i].Amounts.Any(amount => amount.IsMoney && !ReferenceEquals(amount.Cell, below)) ? 1 : 0;
            }

            if (listed >= 2)
            {
                return true;
            }
        }

        return false;
    }
}
