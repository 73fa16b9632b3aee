using LeakWatch.Core.Invoices.Statements;

namespace LeakWatch.Extraction.Sandbox;

/// <summary>Is a text a table (CSV, TSV) or prose? The dialect itself is found later, in Core.</summary>
internal static class DelimitedShape
{
    private const int SampleLines = 200;

    private static readonly char[] Delimiters = ['\t', ';', '|', ','];

    public static bool IsDelimited(string text) => Delimiters.Any(delimiter => Fits(text, delimiter)) || StatementReader.HasTransactionTable(text);

    private static bool Fits(string text, char delimiter)
    {
        var counts = Counts(text, delimiter).ToList();
        if (counts.Count == 0)
        {
            return false;
        }

        // Titles, blank rows and totals stand around many tables: the most common width of more than one cell decides.
        var widest = counts.Where(count => count > 0).GroupBy(count => count).MaxBy(group => (group.Count(), group.Key));
        if (widest is null)
        {
            return false;
        }

        var share = counts.Count(count => count >= widest.Key) / (double)counts.Count;
        var same = widest.Count() / (double)counts.Count;
        return widest.Key switch
        {
            >= 3 => same >= 0.4 || share >= 0.6,
            2 => same >= 0.5,
            // One comma a line is prose unless nearly every line has it, with no space after it.
            _ => same >= 0.8 && (delimiter is not ',' || !text.Contains(", ", StringComparison.Ordinal)),
        };
    }

    /// <summary>Delimiters of each row that is not blank; those in quotes do not count, nor do line ends in quotes.</summary>
    private static IEnumerable<int> Counts(string text, char delimiter)
    {
        var (rows, count, quoted, blank) = (0, 0, false, true);
        foreach (var letter in text)
        {
            if (letter is '"')
            {
                quoted = !quoted;
                blank = false;
            }
            else if (letter is '\n' or '\r' && !quoted)
            {
                if (!blank)
                {
                    yield return count;
                    if (++rows == SampleLines)
                    {
                        yield break;
                    }
                }

                (count, blank) = (0, true);
            }
            else if (!quoted)
            {
                count += letter == delimiter ? 1 : 0;
                blank &= char.IsWhiteSpace(letter);
            }
        }

        if (!blank)
        {
            yield return count;
        }
    }
}
