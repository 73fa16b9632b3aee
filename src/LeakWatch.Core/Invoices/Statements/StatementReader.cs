namespace LeakWatch.Core.Invoices.Statements;

/// <summary>Delimited text → one normalised invoice of kind STATEMENT for each transaction.</summary>
public static class StatementReader
{
    /// <summary>Of one statement; domain.md 2.</summary>
    public const int MaximumRows = 50_000;

    private const int SniffedLength = 32_768;

    /// <returns>Nothing for a header without rows; an error for a table that holds no transactions or too many.</returns>
    public static Result<IReadOnlyList<NormalizedInvoice>> Read(string text, InvoiceSource source)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return new Error(ErrorKind.Invalid, "TEXT_EMPTY", $"{source.FileName} is empty. Export the statement again.");
        }

        var dialect = TableDialect.Detect(text);
        var tables = StatementTable.FindAll(text, dialect);
        var hasHeader = tables.Any(table => table.HeaderLine > 0);
        var statements = tables.Where(table => table.HeaderLine > 0 || !hasHeader).Select(StatementLayout.Of)
            .Where(layout => layout.IsStatement).Select(layout => new StatementRows(layout, dialect)).ToList();
        if (statements.Count == 0)
        {
            return hasHeader && tables.All(table => table.HeaderLine == 0 || table.Rows == 0)
                ? Array.Empty<NormalizedInvoice>()
                : new Error(ErrorKind.Invalid, "NORMALIZATION_SCHEMA_INVALID",
                    $"{source.FileName} is a table without a column of dates and a column of amounts, so no charge can be read from it. Export the transactions with both.");
        }

        var transactions = new List<StatementTransaction>();
        foreach (var transaction in Transactions(text, dialect, statements))
        {
            transactions.Add(transaction);
            if (transactions.Count > MaximumRows)
            {
                return new Error(ErrorKind.LimitReached, "FILE_TOO_LARGE",
                    $"{source.FileName} has more than {MaximumRows:N0} transactions. Export shorter periods and give each as a file of its own.");
            }
        }

        return transactions.Count == 0 && statements.All(statement => statement.Layout.Table.HeaderLine == 0)
            ? new Error(ErrorKind.Invalid, "NORMALIZATION_SCHEMA_INVALID", $"{source.FileName} holds no row with a date and an amount. Export the transactions with both.")
            : StatementInvoices.Of(transactions, text, source);
    }

    /// <summary>
    /// The text holds a table of transactions, however many lines of account and period stand around it: a header that names a date and an
    /// amount, with a row of dates under it. For telling a statement from prose; looks at its beginning only.
    /// </summary>
    public static bool HasTransactionTable(string text)
    {
        var sample = text.Length <= SniffedLength ? text : text[..SniffedLength];
        return StatementTable.FindAll(sample, TableDialect.Detect(sample))
            .Any(table => table.Header.Count >= 3 && table.Sample.Any(row => row.Cells.Count >= 3 && row.Cells.Any(cell => CellShape.Of(cell) is CellKind.Date)));
    }

    private static IEnumerable<StatementTransaction> Transactions(string text, TableDialect dialect, List<StatementRows> statements)
    {
        var current = statements[0].Layout.Table.HeaderLine == 0 ? statements[0] : null;
        var next = current is null ? 0 : 1;
        foreach (var row in DelimitedRows.Read(text, dialect))
        {
            while (next < statements.Count && row.Line >= statements[next].Layout.Table.HeaderLine)
            {
                current = statements[next++];
            }

            if (current?.Read(row) is { } transaction)
            {
                yield return transaction;
            }
        }
    }
}
