using LeakWatch.Core.Documents;
namespace LeakWatch.Core.Invoices.Reading;

internal readonly record struct Found<T>(T Value, Evidence Evidence, int Score, Cell Cell);

/// <summary>Invoice number, account, related invoice: identifiers behind their labels.</summary>
internal static class NumberFinder
{
    private const int Longest = 40;

    public static Found<string>? InvoiceNumber(PageReading reading)
    {
        Found<string>? best = null;
        foreach (var value in FieldFinder.Values(reading, Label.InvoiceNumber))
        {
            var weak = IsBareTitle(value);
            if (IsNextToOtherLabel(value) || Identifier(value.Text, reading, weak && !value.HasColon) is not { } number)
            {
                continue;
            }

            var score = (weak ? NumberScores.Title : NumberScores.Labelled)
                + (value.LabelOpensCell ? NumberScores.OpensCell : 0)
                + (value.HasColon ? NumberScores.Colon : 0)
                + value.Placement switch
                {
                    Placement.Inline => NumberScores.Inline,
                    Placement.Right => NumberScores.Right,
                    _ => 0,
                };
            if (value.Cell.IsCustomer || (weak && value.Placement is Placement.Below && !IsShortLabel(value)))
            {
                continue;
            }

            if (best is null || score > best.Value.Score)
            {
                best = new(number, EvidenceOf(reading, value), score, value.Cell);
            }
        }

        return best ?? NumberSign(reading);
    }

    public static Found<string>? Account(PageReading reading)
    {
        foreach (var value in FieldFinder.Values(reading, Label.AccountNumber))
        {
            // "Team plan" beside a quantity is no label, though it begins with a label's word.
            var strict = value.Placement is Placement.Inline ? value.HasColon : FieldFinder.IsLabel(value.LabelCell);
            if (strict && value.LabelOpensCell && value.Text.Length is > 1 and <= 60 && !value.Text.Contains(' ') && value.Cell.Dates.Count == 0
                && (value.Text.AsSpan().IndexOfAnyInRange('0', '9') >= 0 || value.Text.Contains('.') || value.Placement is Placement.Inline) && !value.Cell.Amounts.Any(amount => amount.Amount.Mark is not null))
            {
                return new(value.Text, EvidenceOf(reading, value), NumberScores.Account, value.Cell);
            }

            if (strict && value.LabelOpensCell && Identifier(value.Text, reading, false) is { } number)
            {
                return new(number, EvidenceOf(reading, value), NumberScores.AccountInText, value.Cell);
            }
        }

        return null;
    }

    public static Found<string>? Related(PageReading reading, string? own)
    {
        foreach (var value in FieldFinder.Values(reading, Label.RelatedNumber))
        {
            if (Identifier(value.Text, reading, false) is { } number && number != own)
            {
                return new(number, EvidenceOf(reading, value), NumberScores.Related, value.Cell);
            }
        }

        return null;
    }

    public static Evidence EvidenceOf(PageReading reading, FieldValue value)
    {
        var (first, last) = (value.LabelCell.Row, value.Cell.Row);
        var box = Box.Around(value.LabelCell.Box, value.Cell.Box);
        var excerpt = ReferenceEquals(value.LabelCell, value.Cell) ? value.Cell.Text
            : ReferenceEquals(first, last) ? $"{value.LabelCell.Text} {value.Cell.Text}"
            : value.Cell.Text;
        return reading.Text.EvidenceOf(first, last, box, excerpt);
    }

    /// <summary>The first identifier in a value: has a digit, is no date, no amount, no telephone number.</summary>
    public static string? Identifier(string text, PageReading reading, bool mustStandAlone)
    {
        text = StripLead(text);
        if (text.Length == 0)
        {
            return null;
        }

        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var first = words[0].Trim(',', ';', ':', '(', ')', '|');
        var taken = 1;
        if (IsGrouped(words))
        {
            (first, taken) = (text.Trim(), words.Length);
        }
        else if (words.Length > 1 && first.Length <= 5 && first.All(char.IsAsciiLetterUpper) && words[1].Any(char.IsAsciiDigit) && words[1].Length <= Longest)
        {
            (first, taken) = ($"{first} {words[1].Trim(',', ';')}", 2);
        }

        if (first.Length is 0 or > Longest || !first.Any(char.IsAsciiDigit) || first.Contains('@') || first.Contains(':') || first[0] is '$' or '€' or '£' or '+' or '(' or '%')
        {
            return null;
        }

        // "Invoice 3 of 5", "Receipt 12 items": a title followed by words is a sentence, by one identifier a number.
        if (mustStandAlone && words.Length > taken && words[taken] is not ("–" or "—" or "-" or "|" or "·") && !IsFollowedByDate(words, reading))
        {
            return null;
        }

        if (DateText.Read(first, reading.Order) is { Length: not 8 } || DateText.Read(text, reading.Order) is { Length: not 8 } || DateText.Find(text, reading.Order) is { Start: 0, Length: not 8 })
        {
            return null;
        }

        return AmountText.Read(first) is { Mark: not null } or { Decimals: 2 } && first.AsSpan().ContainsAny('.', ',') ? null : first.TrimEnd('.');
    }

    // "0926 3381 20B6": groups of digits, perhaps with a letter, and nothing else.
    private static bool IsGrouped(string[] words) =>
        words.Length is >= 2 and <= 5 && words.All(word => word.Length is >= 2 and <= 6 && word.All(c => char.IsAsciiDigit(c) || char.IsAsciiLetterUpper(c)) && word.Count(char.IsAsciiDigit) * 2 > word.Length)
        && words.Sum(word => word.Length) >= 8;

    private static bool IsFollowedByDate(string[] words, PageReading reading) =>
        DateText.Find(string.Join(' ', words.Skip(1)), reading.Order) is { Start: < 14 };

    private static string StripLead(string text)
    {
        while (true)
        {
            text = text.TrimStart(' ', '#', ':', '：', '-', '.', '=', '|', '№', '/', ')');
            if (text is ['(', ..] && text.IndexOf(')', StringComparison.Ordinal) is > 0 and < 12 and var close)
            {
                text = text[(close + 1)..];
                continue;
            }

            var folded = FoldedText.Of(text);
            var cut = Array.Find(Leads, lead => folded.StartsWith(lead, StringComparison.Ordinal) && folded.Length > lead.Length && !char.IsLetter(folded[lead.Length]));
            if (cut is null)
            {
                return text;
            }

            text = text[cut.Length..];
        }
    }

    private static readonly string[] Leads = ["number", "nummer", "numero", "num", "no", "nr", "nro", "n", "id", "no.", "번호", "番号"];

    private static readonly string[] BareTitles =
        ["invoice", "bill", "tax invoice", "sales invoice", "commercial invoice", "vat invoice", "receipt", "stornorechnung", "korrekturrechnung", "schlussrechnung", "abschlagsrechnung", "teilrechnung", "honorarrechnung", "debit note", "rechnung", "facture", "factura", "factuur", "fattura", "fatura", "faktura", "credit note", "credit memo", "gutschrift", "rechnungskorrektur", "handelsrechnung", "your invoice", "votre facture"];

    private static bool IsBareTitle(FieldValue value) =>
        value.LabelCell.Folded.Substring(value.Label.Start, value.Label.Length).Split("   ", StringSplitOptions.RemoveEmptyEntries).All(title => BareTitles.Contains(title.Trim())) &&
        !value.LabelCell.Text.AsSpan(value.Label.End).TrimStart().StartsWith('#');

    private static bool IsShortLabel(FieldValue value) => value.LabelCell.Text.Length <= value.Label.Length + 2 && value.Text.Any(char.IsLetter) && value.Text.Any(char.IsAsciiDigit);

    // "Order / invoice number" and "Original invoice: 12" name another document.
    private static bool IsNextToOtherLabel(FieldValue value) =>
        value.LabelCell.Labels.Any(label => label.End <= value.Label.Start && value.Label.Start - label.End <= 1 && label.Meaning is Label.RelatedNumber);

    // "# INV-000001", "No. INV-2025-091" alone in a cell near the top of the first page.
    private static Found<string>? NumberSign(PageReading reading)
    {
        foreach (var row in reading.Rows.TakeWhile(row => row.Page == 1 && row.Box.Y < 0.4))
        {
            foreach (var cell in row.Cells)
            {
                // "#" in a cell of its own, ": KH/25-26/0642" beside it.
                if (cell.Text is "#" or "# :" && cell.Index + 1 < row.Cells.Count && row.Cells[cell.Index + 1] is { IsCustomer: false, Text: [':', ..] } beside && Identifier(beside.Text, reading, true) is { Length: >= 2 } numbered)
                {
                    var box = Box.Around(cell.Box, beside.Box);
                    var printed = reading.Text.EvidenceOf(row, row, box, $"{cell.Text} {beside.Text}");
                    return new(numbered, printed, NumberScores.SignInOwnCell, beside);
                }

                var signed = cell.Text.StartsWith('#') || cell.Folded.StartsWith("no ", StringComparison.Ordinal) || cell.Folded.StartsWith("nr ", StringComparison.Ordinal) || cell.Text.StartsWith("N°", StringComparison.Ordinal);
                if (signed && !cell.IsCustomer && cell.Text.Length <= Longest && Identifier(cell.Text, reading, true) is { Length: >= 2 } number)
                {
                    var printed = reading.Text.EvidenceOf(row, row, cell.Box, cell.Text);
                    return new(number, printed, NumberScores.SignBefore, cell);
                }
            }
        }

        return null;
    }
}
