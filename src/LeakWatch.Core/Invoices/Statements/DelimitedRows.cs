using System.Text;

namespace LeakWatch.Core.Invoices.Statements;

/// <summary>One record of a delimited file.</summary>
/// <param name="Line">Line of the file where the record starts, from 1; a quoted line break makes a record longer than its line.</param>
/// <param name="Start">Offset of the record in the text.</param>
/// <param name="Length">Without the line end.</param>
/// <param name="Cells">As written, quotes taken off; blanks kept.</param>
public readonly record struct TableRow(int Line, int Start, int Length, IReadOnlyList<string> Cells)
{
    public bool IsBlank => Cells.All(string.IsNullOrWhiteSpace);

    /// <summary>The trimmed cell, or nothing when the record is shorter.</summary>
    public string Cell(int column) => column >= 0 && column < Cells.Count ? Cells[column].Trim() : "";
}

/// <summary>Delimited text → records, one at a time, in time linear in the text whatever stands in it.</summary>
/// <remarks>
/// RFC 4180 and what exports make of it: LF, CRLF and CR, doubled or backslash-escaped quotes, blanks before a quote, quotes inside a cell,
/// records of any width, and a quote that is never closed (it is then an ordinary character).
/// </remarks>
public static class DelimitedRows
{
    /// <summary>Columns of the widest cloud bill stay below 400; the rest of a wider record stays in its last cell.</summary>
    private const int MaximumCells = 1_000;

    /// <summary>A quote whose end is further away than this many characters was no opening quote.</summary>
    private const int MaximumQuotedLength = 65_536;

    public static IEnumerable<TableRow> Read(string text, TableDialect dialect)
    {
        var cursor = new Cursor(text, dialect);
        while (cursor.NextRow() is { } row)
        {
            yield return row;
        }
    }

    private sealed class Cursor(string text, TableDialect dialect)
    {
        private int position = text is ['\uFEFF', ..] ? 1 : 0;
        private int line = 1;
        private int width = 8;
        private int noClosingQuoteBefore;

        public TableRow? NextRow()
        {
            if (position >= text.Length)
            {
                return null;
            }

            var (start, startLine) = (position, line);
            var cells = new List<string>(width);
            cells.Add(NextCell(isLast: false));
            while (position < text.Length && text[position] == dialect.Delimiter)
            {
                position++;
                cells.Add(NextCell(isLast: cells.Count == MaximumCells - 1));
            }

            width = cells.Count;
            var length = position - start;
            SkipLineEnd();
            return dialect.QuotesWholeLines && cells is [var only] && only.Contains(dialect.Delimiter, StringComparison.Ordinal)
                ? new(startLine, start, length, Read(only, dialect with { QuotesWholeLines = false }).First().Cells)
                : new(startLine, start, length, cells);
        }

        private string NextCell(bool isLast)
        {
            if (dialect.Quote is { } quote)
            {
                var opening = position;
                while (opening < text.Length && text[opening] == ' ')
                {
                    opening++;
                }

                if (opening < text.Length && text[opening] == quote && Quoted(opening + 1, quote) is { } cell)
                {
                    return cell;
                }
            }

            var rest = text.AsSpan(position);
            var length = isLast ? rest.IndexOfAny('\r', '\n') : rest.IndexOfAny('\r', '\n', dialect.Delimiter);
            var plain = rest[..(length < 0 ? rest.Length : length)];
            position += plain.Length;
            return plain.ToString();
        }

        /// <summary>The cell whose opening quote ends at <paramref name="from"/>, or null when no quote closes it.</summary>
        private string? Quoted(int from, char quote)
        {
            var limit = (int)Math.Min(text.Length, (long)from + MaximumQuotedLength);
            if (!CouldClose(from, limit, quote))
            {
                noClosingQuoteBefore = limit;
                return null;
            }

            StringBuilder? unescaped = null;
            var copied = from;
            for (var at = from; at < limit; at++)
            {
                var isEscape = dialect.EscapesByBackslash && text[at] == '\\';
                if ((isEscape || text[at] == quote) && at + 1 < text.Length && (text[at + 1] == quote || (isEscape && text[at + 1] == '\\')))
                {
                    // An empty quoted cell looks like an escaped quote: what follows tells them apart.
                    (unescaped ??= new()).Append(text, copied, at - copied).Append(text[at + 1]);
                    copied = ++at + 1;
                }
                else if (text[at] == quote && CellEnd(at + 1) is { } end)
                {
                    var tail = text.AsSpan(copied, at - copied);
                    var cell = unescaped is null ? tail.ToString() : unescaped.Append(tail).ToString();
                    line += CountLineEnds(text.AsSpan(from, at - from));
                    position = end;
                    return cell;
                }
            }

            noClosingQuoteBefore = limit;
            return null;
        }

        /// <summary>Some quote before the limit ends a cell. What earlier cells searched in vain is not searched again, so the file is read once.</summary>
        private bool CouldClose(int from, int limit, char quote)
        {
            for (var at = Math.Max(from, noClosingQuoteBefore); at < limit; at++)
            {
                if (text[at] == quote && CellEnd(at + 1) is not null)
                {
                    return true;
                }
            }

            return false;
        }

        /// <summary>Where the cell ends when only blanks follow the closing quote; null when the quote stands inside the cell.</summary>
        private int? CellEnd(int at)
        {
            while (at < text.Length && text[at] == ' ')
            {
                at++;
            }

            return at == text.Length || text[at] == dialect.Delimiter || text[at] is '\r' or '\n' ? at : null;
        }

        private void SkipLineEnd()
        {
            if (position < text.Length)
            {
                position += text[position] == '\r' && position + 1 < text.Length && text[position + 1] == '\n' ? 2 : 1;
                line++;
            }
        }

        private static int CountLineEnds(ReadOnlySpan<char> span) =>
            span.Count('\n') + span.Count('\r') - span.Count("\r\n");
    }
}
