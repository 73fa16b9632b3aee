using LeakWatch.Core.Invoices;
using LeakWatch.Core.Invoices.Statements;

namespace LeakWatch.Core.Tests.Invoices.Statements;

/// <summary>Reads a table written in a test.</summary>
internal static class Table
{
    public static InvoiceSource Source => new() { FileName = "statement.csv" };

    public static IReadOnlyList<NormalizedInvoice> Read(string table)
    {
        var result = StatementReader.Read(table, Source);
        return result.IsOk ? result.Value : throw new InvalidOperationException(result.Error.Message);
    }

    /// <summary>Days and amounts, a charge positive.</summary>
    public static string Rows(string table) =>
        string.Join(' ', Read(table).Select(invoice => FormattableString.Invariant($"{invoice.Invoice.InvoiceDate:yyyy-MM-dd}:{invoice.Invoice.TotalAmount:0.00}")));
}
