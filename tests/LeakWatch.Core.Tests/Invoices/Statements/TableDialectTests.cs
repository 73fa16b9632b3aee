using CsCheck;
using LeakWatch.Core.Invoices.Statements;

namespace LeakWatch.Core.Tests.Invoices.Statements;

public sealed class TableDialectTests
{
    [Theory]
    [InlineData("Date,Text,Amount\n2026-02-01,Glow,\"1,49\"\n2026-02-02,Glow,\"2,49\"", ',')]
    [InlineData("Datum;Text;Betrag\n01.02.2026;Glow, Berlin, Mitte;-1.234,56\n02.02.2026;Tide, Köln;-9,00", ';')]
    [InlineData("2026-02-01\tGlow; Inc, US\t49.00\n2026-02-02\tTide; Ltd, UK\t9.00", '\t')]
    [InlineData("2026-02-01|Glow|49,00\n2026-02-02|Tide|9,00", '|')]
    public void Finds_the_delimiter_that_makes_cells_of_one_kind(string text, char delimiter) =>
        Assert.Equal(delimiter, TableDialect.Detect(text).Delimiter);

    [Fact]
    public void Sees_backslash_quotes() =>
        Assert.True(TableDialect.Detect("2026-02-01,\"The \\\"Glow\\\", app\",49.00\n2026-02-02,\"a \\\"b\\\", c\",9.00").EscapesByBackslash);

    [Fact]
    public void Sees_cells_in_apostrophes() =>
        Assert.Equal('\'', TableDialect.Detect("'2026-02-01','Glow, Inc','49.00'\n'2026-02-02','Tide','9.00'").Quote);

    [Fact]
    public void Sees_lines_quoted_as_a_whole() =>
        Assert.True(TableDialect.Detect("\"2026-02-01,\"\"Glow, Inc\"\",49.00\"\n\"2026-02-02,Tide,9.00\"").QuotesWholeLines);

    [Fact]
    public void Finds_the_delimiter_of_every_statement_it_writes() =>
        Gen.Select(Gen.OneOf(Consts(',', ';', '\t', '|')), Gen.Int[1, 28].Array[3, 20], Gen.Int[100, 999_999].Array[20])
            .Sample((delimiter, days, cents) =>
            {
                var rows = days.Select((day, index) => string.Join(delimiter,
                    [$"2026-03-{day:00}", "\"Glow, Inc; Berlin | Mitte\"", FormattableString.Invariant($"\"{cents[index] / 100m:0.00}\"")]));
                return TableDialect.Detect(string.Join('\n', rows)).Delimiter == delimiter;
            });

    private static IGen<T>[] Consts<T>(params T[] values) => [.. values.Select(value => Gen.Const(value))];
}
