using LeakWatch.Core.Documents;

namespace LeakWatch.Core.Invoices.Reading;

/// <param name="Start">Index of its first character in the text of its cell.</param>
internal sealed record PrintedAmount(AmountText Amount, Cell Cell, int FirstWord, int Words, Box Box, int Start, int End)
{
    public decimal Value => Amount.Value;

    /// <summary>Has decimals or a currency mark: more than a bare number such as a quantity, a year or a house number.</summary>
    public bool IsMoney => Amount.Mark is not null || Amount.Decimals is 2 or 3 || Amount.Value >= 1000 && Cell.Text.AsSpan(Start, End - Start).ContainsAny(',', '.');
}

/// <summary>A document prepared for reading: rows and cells with the labels, amounts and dates found in them.</summary>
internal sealed class PageReading
{
    private const int MaxWordsOfAnAmount = 4;
    private const int LongestMisreadLabel = 40;

    private bool groupsBySpaces;

    private PageReading(PageText text, ExtractedDocument document, DecimalStyle style, DateOrder order) =>
        (Text, Document, Style, Order) = (text, document, style, order);

    public PageText Text { get; }

    public ExtractedDocument Document { get; }

    public DecimalStyle Style { get; }

    public DateOrder Order { get; }

    public IReadOnlyList<Row> Rows => Text.Rows;

    /// <summary>The headings of its tables of lines, found once.</summary>
    public IReadOnlyList<TableHeading> Headings => field ??= TableHeading.FindAll(this);

    public static PageReading Of(ExtractedDocument document)
    {
        var text = PageText.Of(document);
        var style = AmountText.StyleOf(text.Rows.SelectMany(row => row.Cells).SelectMany(cell => cell.Words).Select(word => word.Text));
        var order = DateText.OrderOf(text.Rows.SelectMany(row => row.Cells).Select(cell => cell.Text));
        foreach (var row in text.Rows)
        {
            foreach (var cell in row.Cells)
            {
                cell.Labels = Labels.All.FindAll(cell.Folded);
                if (text.Kind is EvidenceKind.ImageOcrLine && cell.Labels is not [{ Start: 0 }, ..] && cell.Text.Length < LongestMisreadLabel && Labels.All.NearStart(cell.Folded) is { } near && IsAllOfLabel(cell, near))
                {
                    cell.Labels = [near, .. cell.Labels.Where(label => label.Start >= near.End)];
                }
            }
        }

        SettleCompany(text);
        var reading = new PageReading(text, document, style, order is DateOrder.Unknown ? Locale.DateOrderOf(text) : order);
        // "58 900.00" in a cell of its own, more than once: thousands are set apart by spaces here.
        reading.groupsBySpaces = style is DecimalStyle.Point && text.Rows.SelectMany(row => row.Cells).Count(cell => cell.Words.Count is 2 or 3 && IsGroupedBySpaces([.. cell.Words]) && cell.Words[^1].Text.Length == 6) >= 2;
        reading.FindNumbers();
        CustomerBlocks.Mark(reading);
        return reading;
    }

    // "Company:" is the customer's on a folio, and the seller's on a form that names the customer as such.
    private static void SettleCompany(PageText text)
    {
        static bool Is(Cell cell, params ReadOnlySpan<string> words) =>
            cell.Labels is [{ Start: 0, Meaning: Label.Customer } label, ..] && words.Contains(cell.Folded[..label.End].Trim()) && cell.Text.AsSpan(label.End).TrimStart() is [':', ..];

        var cells = text.Rows.SelectMany(row => row.Cells).ToList();
        if (cells.Any(cell => Is(cell, "customer", "customer name", "bill to", "billed to", "client")))
        {
            foreach (var cell in cells.Where(cell => Is(cell, "company")))
            {
                cell.Labels = [cell.Labels[0] with { Meaning = Label.Seller }, .. cell.Labels.Skip(1)];
            }
        }
    }

    // A misread word is a label where its value follows or nothing does; in a name or a sentence it is just a word.
    private static bool IsAllOfLabel(Cell cell, LabelMatch<Label> near) =>
        cell.Text.AsSpan(near.End).TrimStart(" .") is var rest && (rest.Length == 0 || rest[0] is ':' or '#' or '(' || char.IsDigit(rest[0]) || CurrencyText.MarkAtStart(rest) > 0);

    private void FindNumbers()
    {
        foreach (var cell in Text.Rows.SelectMany(row => row.Cells))
        {
            if (cell.Text.AsSpan().IndexOfAnyInRange('0', '9') < 0 && cell.Text.AsSpan().IndexOfAnyInRange('０', '９') < 0)
            {
                continue;
            }

            cell.Dates = DatesOf(cell.Text);
            cell.Amounts = AmountsOf(cell);
        }
    }

    private List<DateText> DatesOf(string text)
    {
        var dates = new List<DateText>();
        for (var date = DateText.Find(text, Order); date is { } found; date = DateText.Find(text, Order, found.End))
        {
            dates.Add(found);
        }

        return dates;
    }

    private List<PrintedAmount> AmountsOf(Cell cell)
    {
        var amounts = new List<PrintedAmount>();
        var starts = new int[cell.Words.Count];
        for (var i = 1; i < starts.Length; i++)
        {
            starts[i] = starts[i - 1] + cell.Words[i - 1].Text.Length + 1;
        }

        for (var i = 0; i < cell.Words.Count;)
        {
            var taken = 0;
            for (var count = Math.Min(MaxWordsOfAnAmount, cell.Words.Count - i); count > 0 && taken == 0; count--)
            {
                var (start, end) = (starts[i], starts[i + count - 1] + cell.Words[i + count - 1].Text.Length);
                if (ClosesBracketOfWords(cell, start, end))
                {
                    end--;
                }

                if (!MayBelongTogether(cell, i, count) || (AmountText.Read(Bare(cell.Text.AsSpan(start, end - start)), Style) ?? Repaired(cell.Text[start..end])) is not { } amount
                    || IsPercentage(cell, i + count) || cell.Dates.Any(date => date.Start < end && date.End > start))
                {
                    continue;
                }

                amounts.Add(new(amount, cell, i, count, Cell.BoxOf([.. cell.Words.Skip(i).Take(count)]), start, end));
                taken = count;
            }

            if (taken == 0 && BehindIdeographs(cell.Words[i].Text) is var (at, glued))
            {
                amounts.Add(new(glued, cell, i, 1, cell.Words[i].Box, starts[i] + at, starts[i] + cell.Words[i].Text.Length));
            }

            i += Math.Max(1, taken);
        }

        return amounts;
    }

    // "(VAT  £1.83)": the bracket was opened before words, perhaps in another cell, and does not make the amount negative.
    private static bool ClosesBracketOfWords(Cell cell, int start, int end)
    {
        if (cell.Text[end - 1] is not (')' or '）') || cell.Text.AsSpan(start, end - start).IndexOfAny('(', '（') >= 0)
        {
            return false;
        }

        var before = string.Concat(cell.Row.Cells.TakeWhile(other => other != cell).Select(other => other.Text + ' ')) + cell.Text[..start];
        var words = before.AsSpan(Math.Max(before.LastIndexOfAny(['(', '（']), before.LastIndexOfAny([')', '）'])) + 1).Trim();
        return before.LastIndexOfAny(['(', '（']) > before.LastIndexOfAny([')', '）']) && words.IndexOfAnyInRange('A', '\uD7A3') >= 0 && CurrencyText.MarkAtStart(words) < words.Length;
    }

    // "ご請求金額¥132,000": OCR joins what stands close together; the mark or the separator tells the amount from a house number.
    private (int At, AmountText Amount)? BehindIdeographs(string word)
    {
        var at = Array.FindLastIndex(word.ToCharArray(), FoldedText.IsCjk) + 1;
        return at > 1 && at < word.Length && AmountText.Read(Bare(word.AsSpan(at)), Style) is { } amount && (amount.Mark is not null || word.AsSpan(at).Contains(',')) ? (at, amount) : null;
    }

    // OCR mistakes full stops for commas and adds spaces: "2.978,666.00". The last separator with two digits behind it is the decimal mark.
    private AmountText? Repaired(string text)
    {
        if (Text.Kind is not EvidenceKind.ImageOcrLine)
        {
            return null;
        }

        var bare = Bare(text.Replace(" ", "", StringComparison.Ordinal)).ToString();
        var last = bare.LastIndexOfAny(['.', ',']);
        return last > 0 && bare.Length - last == 3 && bare.Count(char.IsAsciiDigit) >= 6
            ? AmountText.Read(bare[..last].Replace(".", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal) + '.' + bare[(last + 1)..], DecimalStyle.Point)
            : text.Contains(' ') ? AmountText.Read(bare, Style) : null;
    }

    // Footnote marks, colons and brackets around an amount are none of it.
    private static ReadOnlySpan<char> Bare(ReadOnlySpan<char> text)
    {
        text = text.TrimStart("*:=[@¿").TrimEnd("*†:;]");
        foreach (var note in Notes)
        {
            text = text.EndsWith(note, StringComparison.Ordinal) ? text[..^note.Length].TrimEnd("(（") : text.StartsWith(note, StringComparison.Ordinal) ? text[note.Length..] : text;
        }

        return text.Length > 1 && text[^1] is '.' or ',' ? text[..^1] : text;
    }

    // "¥8,800(税込)": what an amount says about itself is set without a space in Korean and Japanese.
    private static readonly string[] Notes = ["税込)", "税込）", "税込み)", "税抜)", "税抜）", "税別)", "税込", "税抜", "포함)", "별도)"];

    // "2 100,00" is a quantity and an amount unless the document groups thousands by spaces.
    private bool MayBelongTogether(Cell cell, int first, int count)
    {
        var numbers = 0;
        for (var i = first; i < first + count; i++)
        {
            var word = cell.Words[i].Text;
            numbers += word.AsSpan().IndexOfAnyInRange('0', '9') >= 0 ? 1 : 0;
        }

        if (numbers == 1)
        {
            return true;
        }

        // OCR parts "$1699 .96" and "$2,978, 666.00".
        if (Text.Kind is EvidenceKind.ImageOcrLine && numbers == count && count == 2
            && (cell.Words[first + 1].Text is ['.' or ',', >= '0' and <= '9', >= '0' and <= '9'] || cell.Words[first].Text is [.., >= '0' and <= '9', ',' or '.'] && cell.Words[first + 1].Text.Length >= 3))
        {
            return true;
        }

        return (Style is DecimalStyle.Comma || groupsBySpaces) && IsGroupedBySpaces(WithoutMarks([.. cell.Words.Skip(first).Take(count)]));
    }

    // "SEK 5 916,00", "5 916,00 kr"
    private static List<Word> WithoutMarks(List<Word> words)
    {
        if (words.Count > 2 && CurrencyText.CodesOf(words[0].Text).Count > 0)
        {
            words.RemoveAt(0);
        }
        else if (words.Count > 2 && CurrencyText.CodesOf(words[^1].Text).Count > 0)
        {
            words.RemoveAt(words.Count - 1);
        }

        return words;
    }

    private static bool IsGroupedBySpaces(List<Word> words) =>
        words.Count > 1 && words[^1].Text.AsSpan().IndexOfAny(',', '.') == 3 && words[0].Text.Length <= 3 && words.All(word => word.Text.AsSpan().IndexOfAnyInRange('0', '9') >= 0)
        && words.Skip(1).Take(words.Count - 2).All(word => word.Text.Length == 3)
        && Enumerable.Range(1, words.Count - 1).All(i => words[i].Box.X - words[i - 1].Box.Right < words[i].Box.Width / Math.Max(1, words[i].Text.Length));

    private static bool IsPercentage(Cell cell, int next) => next < cell.Words.Count && cell.Words[next].Text is ['%', ..];
}
