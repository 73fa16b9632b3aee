using LeakWatch.Core.Findings;
using LeakWatch.Core.Invoices.Statements;

namespace LeakWatch.Findings.Report;

/// <summary>Rows of a delimited file around the evidence, as a table: the head, what comes before and after, and the rows that count in amber.</summary>
internal static class TableExcerpt
{
    private const int RowsAround = 1;
    private const int MaxRows = 40;
    private const int MaxColumns = 14;
    private const int MaxCharacters = 28;

    /// <param name="rows">Of the whole file.</param>
    public static Html? Write(IReadOnlyList<TableRow> rows, IReadOnlyList<FindingEvidence> evidence)
    {
        var wanted = evidence.Select(one => one.Pointer.Row).OfType<int>().ToHashSet();
        var found = Enumerable.Range(0, rows.Count).Where(index => wanted.Contains(rows[index].Line)).ToList();
        if (found.Count == 0)
        {
            return null;
        }

        // Above the table there may be lines about the account; its head is the first row as wide as the rows that count.
        var head = Enumerable.Range(0, rows.Count).First(index => rows[index].Cells.Count == rows[found[0]].Cells.Count);
        var shown = found
            .SelectMany(index => Enumerable.Range(index - RowsAround, (2 * RowsAround) + 1))
            .Append(head)
            .Where(index => index >= head && index < rows.Count && !rows[index].IsBlank)
            .Distinct().Order().Take(MaxRows).Select(index => rows[index]);
        return Html.Of($"""
            <div class="scroll" tabindex="0" role="region" aria-label="Rows of the file"><table class="rows">
            {Html.Join(shown.Select(row => Html.Of($"""<tr class="{(wanted.Contains(row.Line) ? "marked" : "")}"><th scope="row">{row.Line}</th>{Html.Join(row.Cells.Take(MaxColumns).Select(cell => Html.Of($"<td>{Short(cell)}</td>")))}</tr>""")))}
            </table></div>
            """);
    }

    private static string Short(string cell) => cell.Length <= MaxCharacters ? cell : cell[..MaxCharacters] + "…";
}
