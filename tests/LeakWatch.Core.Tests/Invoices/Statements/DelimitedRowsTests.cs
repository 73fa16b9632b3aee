using CsCheck;
using LeakWatch.Core.Invoices.Statements;

namespace LeakWatch.Core.Tests.Invoices.Statements;

public sealed class DelimitedRowsTests
{
    private static readonly Gen<string> Cell = Gen.OneOf(
        Gen.String[Gen.Char["abc 019,;|\t\"'\\\n\ré한"], 0, 12],
        Gen.Const(""), Gen.Const("-1.234,56"), Gen.Const("2026-02-01"), Gen.Const("say \"hi\""));

    private static readonly Gen<List<string[]>> Table =
        Gen.Int[2, 6].SelectMany(width => Cell.Array[width].List[1, 8]);

    private static readonly Gen<TableDialect> Dialect = Gen.Select(
        Gen.OneOf(Consts(',', ';', '\t', '|')), Gen.OneOf(Consts('"', '\'')), Gen.Bool,
        (delimiter, quote, escapes) => new TableDialect(delimiter, quote, escapes));

    [Fact]
    public void What_any_dialect_writes_is_read_back_cell_by_cell() =>
        Gen.Select(Table, Dialect, Gen.OneOf(Consts("\n", "\r\n", "\r"))).Sample((table, dialect, lineEnd) =>
        {
            var text = string.Join(lineEnd, table.Select(row => string.Join(dialect.Delimiter, row.Select(cell => Quoted(cell, dialect)))));
            var read = DelimitedRows.Read(text, dialect).Select(row => row.Cells.ToArray()).ToList();
            return read.Count == table.Count && read.Zip(table).All(pair => pair.First.SequenceEqual(pair.Second));
        });

    [Fact]
    public void A_whole_line_in_quotes_is_a_row_of_its_own() =>
        Assert.Equal(["2026-02-01", "Glow, Inc", "49.00"], Rows("\"2026-02-01,\"\"Glow, Inc\"\",49.00\"", new(',', QuotesWholeLines: true)).Single());

    [Fact]
    public void A_row_knows_the_line_it_starts_on_when_a_cell_before_it_broke_the_line() =>
        Assert.Equal([1, 2, 5], DelimitedRows.Read("a,b\n\"x\r\ny\rz\",1\nc,d", new(',')).Select(row => row.Line));

    [Fact]
    public void A_quote_that_nothing_closes_is_an_ordinary_character() =>
        Assert.Equal(["\"3.5 disk", "9.00"], Rows("\"3.5 disk,9.00\nb,2", new(',')).First());

    [Fact]
    public void A_quote_inside_a_quoted_cell_ends_it_only_before_a_delimiter() =>
        Assert.Equal(["The \"Glow\" app", "9.00"], Rows("\"The \"Glow\" app\",9.00", new(',')).Single());

    [Fact]
    public void Blanks_around_quotes_do_not_belong_to_the_cell() =>
        Assert.Equal(["a", "b, c", "d"], Rows("a, \"b, c\" ,d", new(',')).Single());

    [Fact]
    public void The_excerpt_of_a_row_is_the_row_as_it_stands_in_the_file()
    {
        const string text = "a,b\r\n\"x,\"\"y\"\"\",2\r\n";
        var row = DelimitedRows.Read(text, new(',')).Last();
        Assert.Equal("\"x,\"\"y\"\"\",2", text.Substring(row.Start, row.Length));
    }

    [Fact]
    public void A_line_of_a_million_delimiters_stays_one_bounded_row() =>
        Assert.InRange(DelimitedRows.Read(new string(',', 1_000_000), new(',')).Single().Cells.Count, 2, 1_000);

    [Fact]
    public void Quotes_that_never_close_cost_no_second_look()
    {
        // Quadratic work would take minutes here: each of the quotes would search the whole rest of the file.
        var text = string.Concat(Enumerable.Repeat("\"a,1\n", 400_000));
        Assert.Equal(400_000, DelimitedRows.Read(text, new(',')).Count());
    }

    private static IEnumerable<IReadOnlyList<string>> Rows(string text, TableDialect dialect) => DelimitedRows.Read(text, dialect).Select(row => row.Cells);

    private static string Quoted(string cell, TableDialect dialect)
    {
        var quote = dialect.Quote!.Value;
        if (cell.Length > 0 && cell == cell.Trim() && cell.IndexOfAny([dialect.Delimiter, quote, '\n', '\r', '\\']) < 0)
        {
            return cell;
        }

        var escaped = dialect.EscapesByBackslash
            ? cell.Replace("\\", "\\\\", StringComparison.Ordinal).Replace($"{quote}", $"\\{quote}", StringComparison.Ordinal)
            : cell.Replace($"{quote}", $"{quote}{quote}", StringComparison.Ordinal);
        return $"{quote}{escaped}{quote}";
    }

    private static IGen<T>[] Consts<T>(params T[] values) => [.. values.Select(value => Gen.Const(value))];
}
