using System.Globalization;
using LeakWatch.Core.Invoices.Reading;

namespace LeakWatch.Core.Invoices.Masking;

/// <param name="Start">Index in the text of the row.</param>
internal readonly record struct Span(int Start, int End)
{
    public int Length => End - Start;

    public bool Overlaps(Span other) => Start < other.End && other.Start < End;
}

/// <summary>A row as one text with one space between words, and where its cells stand in it.</summary>
internal sealed class RowText
{
    private readonly int[] cellStarts;

    public RowText(Row row)
    {
        Row = row;
        cellStarts = new int[row.Cells.Count];
        for (var i = 1; i < cellStarts.Length; i++)
        {
            cellStarts[i] = cellStarts[i - 1] + row.Cells[i - 1].Text.Length + 1;
        }

        Narrow = string.Create(row.Text.Length, row.Text, static (narrow, text) =>
        {
            for (var i = 0; i < narrow.Length; i++)
            {
                narrow[i] = NarrowOf(text[i]);
            }
        });
    }

    public Row Row { get; }

    public string Text => Row.Text;

    /// <summary>Index by index the text with narrow digits, letters, spaces and dashes: what patterns are looked for in.</summary>
    public string Narrow { get; }

    public int StartOf(Cell cell) => cellStarts[cell.Index];

    public Span SpanOf(Cell cell) => new(StartOf(cell), StartOf(cell) + cell.Text.Length);

    public Span SpanOf(PrintedAmount amount) => new(StartOf(amount.Cell) + amount.Start, StartOf(amount.Cell) + amount.End);

    /// <summary>The space between two cells.</summary>
    public bool IsGap(int index) => Array.IndexOf(cellStarts, index + 1) > 0;

    public bool IsInOneCell(Span span) => Array.TrueForAll(cellStarts, start => start <= span.Start || start >= span.End);

    /// <summary>No letter or digit touches it.</summary>
    public bool StandsAlone(Span span) =>
        (span.Start == 0 || !char.IsLetterOrDigit(Narrow[span.Start - 1])) && (span.End >= Narrow.Length || !char.IsLetterOrDigit(Narrow[span.End]));

    private static char NarrowOf(char c) => c switch
    {
        >= '！' and <= '～' => (char)(c - '！' + '!'),
        '\u00a0' or '\u2007' or '\u2009' or '\u202f' or '\u3000' or '\t' => ' ',
        '‐' or '‑' or '‒' or '–' or '—' or '−' => '-',
        > '\u007f' when char.IsDigit(c) => (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c)),
        _ => c,
    };
}
