namespace LeakWatch.Core.Invoices.Reading;

/// <summary>What a cell says a sum is: "Subtotal", "Total incl. VAT", "CGST2.5".</summary>
internal static class SumLabel
{
    private static readonly LabelTable<Label> Qualifiers = ReadingPhrases.Labels.TableOf<Label>("Qualifier");

    private static readonly string[] Openers = ["zzgl", "plus", "inkl", "incl", "including", "includes", "estimated", "less", "your", "zuzuglich", "zuzugl", "dont", "of", "which", "davon", "enthalt", "enthaltene", "darin", "the", "invoice", "order", "total", "net", "add", "minus", "abzuglich", "abzgl", "us", "canadian", "eu", "state", "city", "county", "local", "occupancy", "room", "lodging", "tourism", "hotel", "integrated", "central", "le", "la", "el", "us$", "$", "€", "mas"];

    /// <summary>A word for tax stands beside an amount, whether or not it could be read as the tax.</summary>
    public static bool PrintsTax(PageReading reading) => reading.Rows.Any(row =>
        row.Labels.Any(pair => pair.Label.Meaning is Label.Tax && (pair.Label.Start == 0 || pair.Cell.Text.Length < 40)) && row.Amounts.Any(amount => amount is { IsMoney: true, Value: not 0m } && !amount.Cell.IsCustomer)
        && row.Cells.Any(cell => Of(cell)?.Meaning is Label.Tax || cell.Text.Contains('%', StringComparison.Ordinal)));

    /// <summary>The money label that opens a cell, qualified by the words behind it; null for other cells and for sentences.</summary>
    public static LabelMatch<Label>? Of(Cell cell)
    {
        // "+HST" below a price says that tax is added, not how much.
        if (cell.Text is ['+', ..] && cell.Amounts.Count == 0)
        {
            return null;
        }

        foreach (var label in cell.Labels)
        {
            if (label.Meaning is < Label.Subtotal or > Label.NoMoney || !OpensCell(cell, label))
            {
                continue;
            }

            var end = cell.Amounts.FirstOrDefault(amount => amount.Start >= label.End)?.Start ?? cell.Text.Length;
            var rest = cell.Folded[label.End..Math.Max(end, label.End)];
            if (rest.Count(char.IsLetter) > (cell.Amounts.Count == 0 ? 45 : 32))
            {
                return null;
            }

            return label.Meaning is Label.Total or Label.GrandTotal or Label.AmountDue or Label.Subtotal && Qualifiers.FindAll(cell.Folded[label.Start..Math.Max(end, label.End)]) is [var qualifier, ..]
                ? label with { Meaning = qualifier.Meaning }
                : label.Meaning is Label.Total && cell.Labels.Any(other => other.Meaning is Label.Tax && other.Start >= label.End && other.Start < end) ? label with { Meaning = Label.Tax }
                : label;
        }

        return TaxWithRate(cell);
    }

    // "CGST2.5 (2.5%)", "VAT20", "GST@18%": the rate is written onto the word.
    private static LabelMatch<Label>? TaxWithRate(Cell cell)
    {
        var word = Array.Find(TaxWords, tax => cell.Folded.Length > tax.Length && cell.Folded.StartsWith(tax, StringComparison.Ordinal) && cell.Folded[tax.Length] is (>= '0' and <= '9') or '@' or '-' or '_');
        return word is not null && cell.Text.Length - word.Length < 24 && (cell.Text.Contains('%') || cell.Words[0].Text.Length - word.Length <= 5) ? new(Label.Tax, 0, word.Length) : null;
    }

    private static readonly string[] TaxWords = ["cgst", "sgst", "igst", "utgst", "gst", "hst", "pst", "qst", "vat", "tva", "iva", "btw", "mwst", "ust", "moms", "alv"];

    private static bool OpensCell(Cell cell, LabelMatch<Label> label)
    {
        if (label.Start == 0)
        {
            return true;
        }

        var before = cell.Folded[..label.Start];
        // "Take-Out Total", "Order total": a word or two before a total that ends its cell.
        if (label.Meaning is Label.Total && before.Length <= 16 && !cell.Folded[label.End..].Any(char.IsLetter) && before.Count(char.IsAsciiLetter) is > 0 and <= 12
            && !cell.Labels.Any(other => other.Start < label.Start && other.Meaning is >= Label.Subtotal and <= Label.NoMoney) && cell.Text.IndexOf(':') is -1 or > 5)
        {
            return true;
        }

        // "NJ TAX 6.625%", "Insurance Premium Tax 12%": a tax under a name of its own, with nothing behind it but its rate.
        if (label.Meaning is Label.Tax && before.Length <= 28 && LettersOf(before) is > 0 and <= 22 && !before.Any(char.IsAsciiDigit) && LettersOf(cell.Folded.AsSpan(label.End)) <= 1 && (cell.Text.Contains('%') || label.Length > 4 || before.Length <= 4)
            && !cell.Labels.Any(other => other.Start < label.Start && other.Meaning is not Label.TaxId))
        {
            return true;
        }

        return before.Length < 30 && before.Split([' ', '%'], StringSplitOptions.RemoveEmptyEntries).All(word => !word.Any(char.IsLetter) || Array.IndexOf(Openers, word) >= 0)
            && !cell.Labels.Any(other => other.Start < label.Start && other.Meaning is >= Label.Subtotal and <= Label.NoMoney);
    }

    public static int LettersOf(ReadOnlySpan<char> text)
    {
        var letters = 0;
        foreach (var c in text)
        {
            letters += char.IsAsciiLetter(c) ? 1 : 0;
        }

        return letters;
    }
}
