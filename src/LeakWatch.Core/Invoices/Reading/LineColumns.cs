namespace LeakWatch.Core.Invoices.Reading;

/// <summary>What a column of a table of lines holds.</summary>
internal enum Column { Description, Quantity, UnitPrice, Amount, NetAmount, GrossAmount, Tax, TaxRate, Discount, Date, Position, Code, Unit, Period, Other }

/// <summary>Column headings of line tables by language.</summary>
internal static class LineColumns
{
    public static LabelTable<Column> Headings { get; } = ReadingPhrases.Columns.TableOf<Column>();
}
