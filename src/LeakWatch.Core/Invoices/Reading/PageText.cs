using LeakWatch.Core.Documents;

namespace LeakWatch.Core.Invoices.Reading;

/// <summary>Words of one line that stand together: a column's entry, a label, a label with its value.</summary>
internal sealed class Cell(Row row, int index, int firstWord, IReadOnlyList<Word> words)
{
    public Row Row => row;

    public int Index => index;

    /// <summary>Index of the first word within the line.</summary>
    public int FirstWord => firstWord;

    public IReadOnlyList<Word> Words => words;

    public string Text { get; } = words.Count == 1 ? words[0].Text : string.Join(' ', words.Select(word => word.Text));

    public string Folded => field ??= FoldedText.Of(Text);

    public Box Box { get; } = BoxOf(words);

    public IReadOnlyList<LabelMatch<Label>> Labels { get; set; } = [];

    public IReadOnlyList<PrintedAmount> Amounts { get; set; } = [];

    public IReadOnlyList<DateText> Dates { get; set; } = [];

    /// <summary>True in the block of the customer, of the delivery address or of any third party.</summary>
    public bool IsCustomer { get; set; }

    public bool Overlaps(Cell other) => Math.Min(Box.Right, other.Box.Right) - Math.Max(Box.X, other.Box.X) > 0;

    public static Box BoxOf(IReadOnlyList<Word> words)
    {
        var box = words[0].Box;
        for (var i = 1; i < words.Count; i++)
        {
            box = Box.Around(box, words[i].Box);
        }

        return box;
    }
}

/// <summary>One line of a page, cut into cells where the gaps between its words are wide.</summary>
internal sealed class Row
{
    public required int Index { get; init; }

    public required int Page { get; init; }

    public required int Line { get; init; }

    public required Box Box { get; init; }

    public required double Height { get; init; }

    public IReadOnlyList<Cell> Cells { get; set; } = [];

    public string Text => field ??= string.Join(' ', Cells.Select(cell => cell.Text));

    public IEnumerable<PrintedAmount> Amounts => Cells.SelectMany(cell => cell.Amounts);

    public IEnumerable<(Cell Cell, LabelMatch<Label> Label)> Labels => Cells.SelectMany(cell => cell.Labels.Select(label => (cell, label)));
}

/// <summary>All rows of a document in reading order.</summary>
internal sealed record PageText(IReadOnlyList<Row> Rows, EvidenceKind Kind, int Pages)
{
    // In heights of a line: a space is about a third, columns are further apart than this.
    private const double ColumnGap = 0.95;

    // OCR measures the letters and not the line they stand in, which is about a third higher.
    private const double ColumnGapOfOcr = 1.3;

    public static PageText Of(ExtractedDocument document)
    {
        var rows = new List<Row>();
        foreach (var page in document.Pages)
        {
            var shape = page.Height > 0 && page.Width > 0 ? page.Width / page.Height : 1;
            foreach (var line in page.Lines)
            {
                if (line.Words.Count > 0)
                {
                    rows.Add(RowOf(line, page.Number, rows.Count, shape, document.Origin is TextOrigin.Ocr ? ColumnGapOfOcr : ColumnGap));
                }
            }
        }

        return new(rows, document.Origin is TextOrigin.Ocr ? EvidenceKind.ImageOcrLine : EvidenceKind.PdfTextSpan, document.Pages.Count);
    }

    public Evidence EvidenceOf(Row row) => EvidenceOf(row, row, row.Box, row.Text);

    public Evidence EvidenceOf(Row first, Row last, Box box, string excerpt) => new()
    {
        Kind = Kind,
        Pointer = new() { Page = first.Page, LineStart = first.Line, LineEnd = last.Page == first.Page ? last.Line : first.Line, Box = box },
        Excerpt = excerpt.Length > 300 ? excerpt[..300] : excerpt,
    };

    // "$          462.00": accountants set the symbol at the left edge of the column.
    private static bool IsMarkOfNext(IReadOnlyList<Word> words, int index)
    {
        var (mark, number) = (words[index], words[index + 1]);
        var endsAmount = index > 0 && char.IsAsciiDigit(words[index - 1].Text[^1]) && mark.Box.X - words[index - 1].Box.Right < number.Box.X - mark.Box.Right;
        return mark.Text is "$" or "€" or "£" or "¥" or "₩" or "￥" or "US$" or "Rs" or "Rs." or "₹" && !endsAmount && char.IsAsciiDigit(number.Text[0]) && number.Box.X - mark.Box.Right < 0.25;
    }

    private static Row RowOf(TextLine line, int page, int index, double shape, double gap)
    {
        var heights = line.Words.Select(word => word.Box.Height).Order().ToArray();
        var height = heights[heights.Length / 2];
        var row = new Row { Index = index, Page = page, Line = line.Number, Box = Cell.BoxOf(line.Words), Height = height };
        var cells = new List<Cell>();
        var start = 0;
        for (var i = 1; i <= line.Words.Count; i++)
        {
            if (i == line.Words.Count || ((line.Words[i].Box.X - line.Words[i - 1].Box.Right) * shape > gap * height && !IsMarkOfNext(line.Words, i - 1)))
            {
                cells.Add(new(row, cells.Count, start, [.. line.Words.Skip(start).Take(i - start)]));
                start = i;
            }
        }

        row.Cells = cells;
        return row;
    }
}
