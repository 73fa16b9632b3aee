using LeakWatch.Core.Leaks;

namespace LeakWatch.Leaks.Page;

/// <summary>Rows of a delimited file around the evidence, as a table: the head, what comes before and after, and the rows that count in amber.</summary>
internal static class TableExcerpt
{
    private const int RowsAround = 1;
    private const int MostRows = 40;
    private const int MostColumns = 14;
    private const int MostCharacters = 60;

    private static readonly char[] Delimiters = [',', ';', '\t', '|'];

    public static Html? Write(string text, IReadOnlyList<FindingEvidence> evidence)
    {
        var wanted = evidence.Select(one => one.Pointer.Row).OfType<int>().ToHashSet();
        if (wanted.Count == 0)
        {
            return null;
        }

        var delimiter = Delimiter(text);
        var shown = Records(text, delimiter, wanted.Max() + RowsAround)
            .Select((cells, index) => (Number: index + 1, Cells: cells))
            .Where(row => row.Number == 1 || wanted.Any(number => Math.Abs(row.Number - number) <= RowsAround))
            .Take(MostRows).ToList();
        return Html.Of($"""
            <div class="scroll" tabindex="0" role="region" aria-label="Rows of the file"><table class="rows">
            {Html.Join(shown.Select(row => Html.Of($"""<tr class="{(wanted.Contains(row.Number) ? "marked" : "")}"><th scope="row">{row.Number}</th>{Html.Join(row.Cells.Take(MostColumns).Select(cell => Html.Of($"<td>{Short(cell)}</td>")))}</tr>""")))}
            </table></div>
            """);
    }

    private static string Short(string cell) => cell.Length <= MostCharacters ? cell : cell[..MostCharacters] + "…";

    /// <remarks>For showing, a guess is enough: the reader has decided the dialect with more care.</remarks>
    private static char Delimiter(string text)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        var head = end < 0 ? text : text[..end];
        return Delimiters.MaxBy(candidate => head.AsSpan().Count(candidate));
    }

    private static IEnumerable<IReadOnlyList<string>> Records(string text, char delimiter, int most)
    {
        var cells = new List<string>();
        var cell = new System.Text.StringBuilder();
        var quoted = false;
        var records = 0;
        for (var index = 0; index <= text.Length && records < most; index++)
        {
            var ended = index == text.Length;
            var character = ended ? '\n' : text[index];
            if (quoted && !ended)
            {
                if (character != '"')
                {
                    cell.Append(character);
                }
                else if (index + 1 < text.Length && text[index + 1] == '"')
                {
                    cell.Append('"');
                    index++;
                }
                else
                {
                    quoted = false;
                }
            }
            else if (character == '"' && cell.Length == 0)
            {
                quoted = true;
            }
            else if (character == delimiter || character == '\n')
            {
                cells.Add(cell.ToString().TrimEnd('\r'));
                cell.Clear();
                if (character == '\n')
                {
                    records++;
                    yield return [.. cells];
                    cells.Clear();
                }
            }
            else
            {
                cell.Append(character);
            }
        }
    }
}
