using System.Buffers;

namespace LeakWatch.Core.Invoices.Statements;

/// <summary>How a delimited file separates and quotes its cells.</summary>
/// <param name="Quote">Null where no cell is quoted.</param>
/// <param name="EscapesByBackslash">A quote inside a quoted cell is written <c>\"</c>, besides <c>""</c>.</param>
/// <param name="QuotesWholeLines">Each line was written as one quoted cell of another table.</param>
public sealed record TableDialect(char Delimiter, char? Quote = '"', bool EscapesByBackslash = false, bool QuotesWholeLines = false)
{
    private const int SampleLength = 65_536;
    private const int SampleRows = 200;

    private static readonly char[] Delimiters = [',', ';', '\t', '|'];
    private static readonly SearchValues<char> Quotes = SearchValues.Create("\"'");

    /// <summary>
    /// The dialect under which the beginning of the file looks most like a table: records of one width whose cells are dates, amounts and
    /// codes rather than fragments. A comma stands for one column when nothing separates anything.
    /// </summary>
    public static TableDialect Detect(string text)
    {
        var sample = text.Length <= SampleLength ? text : text[..(text.LastIndexOf('\n', SampleLength) is var end and > 0 ? end : SampleLength)];
        return Candidates(sample)
            .Select(dialect => (Dialect: dialect, Score: Score(sample, dialect)))
            .MaxBy(candidate => candidate.Score).Dialect;
    }

    private static IEnumerable<TableDialect> Candidates(string sample)
    {
        var escapes = sample.Contains("\\\"", StringComparison.Ordinal);
        var apostrophes = Delimiters.Any(delimiter => sample.Contains($"'{delimiter}'", StringComparison.Ordinal));
        foreach (var delimiter in Delimiters.Where(delimiter => delimiter == ',' || sample.Contains(delimiter, StringComparison.Ordinal)))
        {
            yield return new(delimiter);
            yield return new(delimiter, QuotesWholeLines: true);
            if (escapes)
            {
                yield return new(delimiter, EscapesByBackslash: true);
            }

            if (apostrophes)
            {
                yield return new(delimiter, Quote: '\'');
            }
        }
    }

    private static double Score(string sample, TableDialect dialect)
    {
        var rows = DelimitedRows.Read(sample, dialect).Where(row => !row.IsBlank).Take(SampleRows).ToList();
        var widest = rows.Where(row => row.Cells.Count > 1).GroupBy(row => row.Cells.Count).MaxBy(width => (width.Count(), width.Key));
        if (widest is null)
        {
            return 0;
        }

        var typed = rows.Sum(row => row.Cells.Count < 2 ? 0 : row.Cells.Sum(cell => CellShape.Of(cell) switch
        {
            CellKind.Date or CellKind.Amount => 1.0,
            CellKind.Integer or CellKind.Currency => 0.5,
            _ => cell.AsSpan().Trim() is var text && text.Length > 0 && (Quotes.Contains(text[0]) || Quotes.Contains(text[^1])) ? -0.5 : 0,
        }));
        var plain = dialect is { EscapesByBackslash: false, QuotesWholeLines: false, Quote: '"' } ? 0.001 : 0;
        return ((widest.Count() + (2 * typed)) / rows.Count) + plain;
    }
}
