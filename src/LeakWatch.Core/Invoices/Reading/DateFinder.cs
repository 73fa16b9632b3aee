using LeakWatch.Core.Documents;
namespace LeakWatch.Core.Invoices.Reading;

/// <summary>Invoice date, due date and billing period.</summary>
internal static class DateFinder
{
    public static Found<DateText>? InvoiceDate(PageReading reading)
    {
        Found<DateText>? best = null;
        foreach (var value in FieldFinder.Values(reading, Label.InvoiceDate, Label.Date))
        {
            var specific = value.Label.Meaning is Label.InvoiceDate;
            if (value.Cell.IsCustomer && !specific || First(value, reading) is not { } date || IsInTable(value, reading))
            {
                continue;
            }

            var score = (specific ? DateScores.Labelled : DateScores.BareLabel)
                + (value.LabelOpensCell ? DateScores.OpensCell : -DateScores.InSentence)
                + (value.Placement is Placement.Below ? 0 : DateScores.Beside)
                - (IsPayment(value) ? DateScores.Payment : 0);
            if (best is null || score > best.Value.Score)
            {
                best = new(date, NumberFinder.EvidenceOf(reading, value), score, value.Cell);
            }
        }

        return best is { Score: >= DateScores.Enough } ? best
            : TitleDate(reading) ?? best ?? PlaceAndDate(reading) ?? OnlyDate(reading);
    }

    public static Found<DateText>? DueDate(PageReading reading)
    {
        Found<DateText>? best = null;
        foreach (var value in FieldFinder.Values(reading, Label.DueDate))
        {
            if (First(value, reading) is not { } date)
            {
                continue;
            }

            var score = DateScores.Due
                + (value.LabelOpensCell ? DateScores.OpensCell : 0)
                + (value.Placement is Placement.Below ? 0 : DateScores.Beside);
            if (best is null || score > best.Value.Score)
            {
                best = new(date, NumberFinder.EvidenceOf(reading, value), score, value.Cell);
            }
        }

        // A due date that opens its cell is stated; one within a sentence may be that of a later payment.
        return best is { Score: >= DateScores.DueStated } ? best : DueSentence.Find(reading) ?? best;
    }

    public static Found<PeriodText>? Period(PageReading reading)
    {
        foreach (var value in FieldFinder.Values(reading, Label.Period))
        {
            var monthAlone = value.LabelOpensCell || value.HasColon;
            if (PeriodText.Find(value.Text, reading.Order, monthAlone) is { } period && (value.Placement is Placement.Inline || period.Index < 12))
            {
                return new(period, NumberFinder.EvidenceOf(reading, value), DateScores.Period, value.Cell);
            }

        }

        return StartAndEnd(reading) ?? BeforeLabel(reading) ?? InSentence(reading);
    }

    // "Final invoice for the March 2026 billing period"
    private static Found<PeriodText>? BeforeLabel(PageReading reading)
    {
        foreach (var (cell, label) in reading.Rows.SelectMany(row => row.Labels).Where(pair => pair.Label is { Meaning: Label.Period, Start: > 6 }))
        {
            if (PeriodText.Find(cell.Text[..label.Start], reading.Order, true) is { } period && label.Start - period.Index - period.Length <= 2)
            {
                var printed = reading.Text.EvidenceOf(cell.Row, cell.Row, cell.Box, cell.Text);
                return new(period, printed, DateScores.PeriodInText, cell);
            }
        }

        return null;
    }

    // A sentence may break anywhere: "… für den Zeitraum vom / 21.05.2014 bis / 21.05.2015 …".
    private static Found<PeriodText>? InSentence(PageReading reading)
    {
        foreach (var (cell, label) in reading.Rows.SelectMany(row => row.Labels).Where(pair => pair.Label.Meaning is Label.Period))
        {
            var row = cell.Row;
            var next = reading.Rows.Skip(row.Index + 1).Take(2).TakeWhile(below => below.Page == row.Page && below.Box.Y - row.Box.Bottom < 3 * row.Height).ToList();
            var text = string.Join(' ', next.Select(below => below.Text).Prepend(cell.Text[label.End..]));
            if (cell.Index == row.Cells.Count - 1 && text.Length < 300 && PeriodText.Find(text, reading.Order) is { Index: < 12 } period)
            {
                var last = next.Count > 0 ? next[^1] : row;
                var printed = string.Join('\n', next.Select(below => below.Text).Prepend(row.Text));
                var place = reading.Text.EvidenceOf(row, last, Box.Around(row.Box, last.Box), printed);
                return new(period, place, DateScores.PeriodInText, cell);
            }
        }

        return null;
    }

    private static Found<PeriodText>? StartAndEnd(PageReading reading)
    {
        var start = Labelled(reading, Label.PeriodStart);
        var end = Labelled(reading, Label.PeriodEnd);
        if (start is not { } first || end is not { } last || PeriodText.Printed(first.Value.Date, last.Value.Date) is not var (from, until))
        {
            return null;
        }

        var isAmbiguous = first.Value.IsAmbiguous || last.Value.IsAmbiguous;
        return new(new(from, until, 0, 0, isAmbiguous), first.Evidence, DateScores.StartAndEnd, first.Cell);
    }

    private static Found<DateText>? Labelled(PageReading reading, Label label)
    {
        foreach (var value in FieldFinder.Values(reading, label))
        {
            if (First(value, reading) is { } date)
            {
                return new(date, NumberFinder.EvidenceOf(reading, value), DateScores.EndOfPeriod, value.Cell);
            }
        }

        return null;
    }

    // The date must be what follows the label, not one later in a sentence.
    private static DateText? First(FieldValue value, PageReading reading) =>
        DateText.Find(value.Text, reading.Order) is { } date && date.Start <= (value.Placement is Placement.Inline ? 16 : 12) && !EndsRange(value.Text, date) ? date
        : value.Text.Length == 8 && value.LabelOpensCell ? DateText.Read(value.Text, reading.Order) : null;

    private static bool EndsRange(string text, DateText date) => text.AsSpan(0, date.Start).IndexOfAny('–', '~', '〜') >= 0;

    private static bool IsPayment(FieldValue value)
    {
        var label = value.LabelCell.Folded.Substring(value.Label.Start, value.Label.Length);
        return label.Contains("pa", StringComparison.Ordinal) && (label.Contains("paid", StringComparison.Ordinal) || label.Contains("payment", StringComparison.Ordinal)
            || label.Contains("pago", StringComparison.Ordinal) || label.Contains("paiement", StringComparison.Ordinal)) || label.StartsWith("zahlungs", StringComparison.Ordinal);
    }

    // "Date" as the heading of a column of dates says nothing about the invoice.
    private static bool IsInTable(FieldValue value, PageReading reading) =>
        value.Placement is Placement.Below && value.Label.Meaning is Label.Date && value.LabelCell.Row.Cells.Count >= 3
        && LineColumns.Headings.FindAll(FoldedText.Of(value.LabelCell.Row.Text)).Count >= 3
        && !value.LabelCell.Row.Labels.Any(label => label.Label.Meaning is Label.DueDate or Label.InvoiceNumber);

    // "Rechnung Nr. 42 vom 03.07.2014", "Invoice 17 issued at 2020-11-21", "Factura … de 3 de mayo de 2026"
    private static Found<DateText>? TitleDate(PageReading reading)
    {
        foreach (var cell in reading.Rows.SelectMany(row => row.Cells))
        {
            // "Facture n° 0926 3381" with "du 06 février 2026" below it.
            if (cell.Labels is [{ Meaning: Label.InvoiceNumber, Start: 0 }, ..] && cell.Dates.Count == 0 && FieldFinder.Below(reading, cell) is { Dates: [var below], IsCustomer: false } next
                && next.Row.Index == cell.Row.Index + 1 && next.Text.Length - below.Length <= 8 && Array.Exists(Of, word => next.Folded.StartsWith(word, StringComparison.Ordinal)))
            {
                var place = reading.Text.EvidenceOf(cell.Row, next.Row, Box.Around(cell.Box, next.Box), next.Text);
                return new(below, place, DateScores.InTitle, next);
            }

            if (cell.Dates is [var date, ..] && !cell.IsCustomer && cell.Text.Length < 90
                && cell.Labels is [{ Meaning: Label.InvoiceNumber, Start: 0 } label, ..] && date.Start >= label.End && date.Start - label.End < 40
                && !cell.Labels.Any(other => other.Start > label.Start && other.Start < date.Start && other.Meaning is Label.DueDate or Label.OtherDate or Label.Period))
            {
                var printed = reading.Text.EvidenceOf(cell.Row, cell.Row, cell.Box, cell.Text);
                return new(date, printed, DateScores.InTitle, cell);
            }
        }

        return null;
    }

    private static readonly string[] Of = ["du ", "vom ", "del ", "de ", "dated ", "of ", "van ", "den "];

    // "Köln, den 2. April 2026", "Paris, le 30/03/2026": how letters are dated.
    private static Found<DateText>? PlaceAndDate(PageReading reading)
    {
        foreach (var cell in reading.Rows.TakeWhile(row => row.Page == 1).SelectMany(row => row.Cells).Where(cell => cell is { IsCustomer: false, Dates.Count: 1 }))
        {
            var date = cell.Dates[0];
            var place = cell.Text[..date.Start].TrimEnd();
            var joiner = Array.Find(Joiners, word => place.EndsWith(word, StringComparison.OrdinalIgnoreCase));
            place = joiner is null ? place : place[..^joiner.Length].TrimEnd();
            if (date.End >= cell.Text.TrimEnd(' ', '.').Length && place is { Length: >= 3 and <= 30 } && place[^1] is ',' && char.IsUpper(place[0]) && place[..^1].All(c => char.IsLetter(c) || c is ' ' or '-' or '.') && cell.Labels.Count == 0)
            {
                var printed = reading.Text.EvidenceOf(cell.Row, cell.Row, cell.Box, cell.Text);
                return new(date, printed, DateScores.PlaceAndDate, cell);
            }
        }

        return null;
    }

    private static readonly string[] Joiners = [" den", " le", " the", " el", " il", " li", " em", " a"];

    // One date on the page that no label claims for something else: the date of a letter or of a till receipt.
    private static Found<DateText>? OnlyDate(PageReading reading)
    {
        Found<DateText>? found = null;
        var period = Period(reading)?.Value;
        var others = new[] { DueDate(reading)?.Value.Date, period?.Start, period?.End, period?.End.AddDays(-1) };
        var claimed = FieldFinder.Values(reading, Label.DueDate, Label.OtherDate, Label.Period, Label.PeriodStart, Label.PeriodEnd)
            .Where(value => value.Placement is not Placement.Inline && value.LabelCell.Dates.Count == 0).Select(value => value.Cell).ToHashSet();
        foreach (var cell in reading.Rows.SelectMany(row => row.Cells))
        {
            foreach (var date in cell.Dates)
            {
                if (cell.IsCustomer || claimed.Contains(cell) || others.Contains(date.Date) || cell.Labels.Any(label => label.End <= date.Start && label.Meaning is Label.DueDate or Label.OtherDate or Label.Period or Label.PeriodStart or Label.PeriodEnd or Label.RelatedNumber)
                    || !(StandsAlone(cell, date) || HasTime(cell.Text.AsSpan(date.End))) || PeriodText.Find(cell.Text, reading.Order) is not null)
                {
                    continue;
                }

                if (found is { } other && other.Value.Date != date.Date)
                {
                    // A receipt prints several moments; the one with a time is the sale. Otherwise nothing is certain.
                    if (HasTime(other.Cell.Text.AsSpan(other.Value.End)))
                    {
                        return found;
                    }

                    if (!HasTime(cell.Text.AsSpan(date.End)))
                    {
                        return null;
                    }
                }

                var printed = reading.Text.EvidenceOf(cell.Row, cell.Row, cell.Box, cell.Text);
                found ??= new(date, printed, DateScores.OnlyDate, cell);
                if (HasTime(cell.Text.AsSpan(date.End)) && found.Value.Value.Date != date.Date)
                {
                    found = new(date, printed, DateScores.OnlyDate, cell);
                }
            }
        }

        return found;
    }

    private static bool StandsAlone(Cell cell, DateText date) => cell.Text.Length - date.Length <= 24;

    private static bool HasTime(ReadOnlySpan<char> rest)
    {
        rest = rest.Length > 20 ? rest[..20] : rest;
        var colon = rest.IndexOf(':');
        return colon > 0 && colon + 1 < rest.Length && char.IsAsciiDigit(rest[colon - 1]) && char.IsAsciiDigit(rest[colon + 1]);
    }
}
