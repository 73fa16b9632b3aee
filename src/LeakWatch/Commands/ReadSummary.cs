using System.Globalization;
using System.Text;
using LeakWatch.Core.Documents;
using LeakWatch.Core.Invoices;
using LeakWatch.Extraction;

namespace LeakWatch.Commands;

/// <summary>What was read, for people: one block for each document.</summary>
internal static class ReadSummary
{
    private const int InvoicesShown = 5;
    private const int LinesShown = 20;
    private const int Label = 10;

    public static string Of(ReadDocument document)
    {
        var text = new StringBuilder();
        var source = document.Source;
        text.Append(source.FileName).AppendLine(source.ParentFileName is null ? "" : $"  (in {source.ParentFileName})");
        if (document.Invoices is not { IsOk: true, Value: var invoices })
        {
            Row(text, "not read", $"{document.Invoices.Error!.Message} [{document.Invoices.Error.Code}]");
        }
        else
        {
            if (invoices.Count == 0)
            {
                Row(text, "letter", "covers what is attached to it");
            }

            foreach (var invoice in invoices.Take(InvoicesShown))
            {
                Write(text, invoice);
            }

            if (invoices.Count > InvoicesShown)
            {
                Row(text, "", $"… and {invoices.Count - InvoicesShown} more rows; --json prints all of them");
            }
        }

        if (document.Text?.Origin is TextOrigin.Ocr)
        {
            Row(text, "read by", "OCR: compare with the picture");
        }

        foreach (var warning in document.Warnings)
        {
            Row(text, "note", warning);
        }

        return text.AppendLine().ToString();
    }

    private static void Write(StringBuilder text, NormalizedInvoice invoice)
    {
        var header = invoice.Invoice;
        var kind = header.Kind.ToString().ToLowerInvariant();
        Row(text, kind, $"{invoice.Vendor.Name ?? "vendor unknown"}{(header.InvoiceNumber is { } number ? $", no. {number}" : "")}{(header.InvoiceDate is { } date ? $", {Day(date)}" : "")}");
        if (header.BillingPeriodStart is { } start)
        {
            Row(text, "period", $"{Day(start)} to {(header.BillingPeriodEnd is { } end ? Day(end.AddDays(-1)) : "?")}");
        }

        foreach (var line in invoice.LineItems.Take(LinesShown))
        {
            Row(text, "line", $"{Money(line.Amount, line.Currency),16}  {line.Description}");
        }

        if (invoice.LineItems.Count > LinesShown)
        {
            Row(text, "", $"… and {invoice.LineItems.Count - LinesShown} more lines");
        }

        Row(text, "total", $"{Money(header.TotalAmount, header.Currency),16}{(header.TaxAmount is { } tax ? $"  (tax {Money(tax, header.Currency)})" : "")}");
        if (invoice.Quality.Proof is { } proof)
        {
            Row(text, "adds up", proof.Holds ? "yes" : proof.Fails ? "no: check the figures against the document" : "not enough figures to tell");
        }

        if (invoice.Quality.MissingFields is { Count: > 0 } missing)
        {
            Row(text, "missing", string.Join(", ", missing));
        }

        foreach (var warning in invoice.Quality.Warnings)
        {
            Row(text, "note", warning);
        }
    }

    private static void Row(StringBuilder text, string label, string value) => text.Append("  ").Append(label.PadRight(Label)).Append(' ').AppendLine(value);

    private static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Money(decimal? amount, string? currency) =>
        amount is { } value ? $"{value.ToString("#,##0.00##", CultureInfo.InvariantCulture)} {currency ?? "?"}" : "unknown";
}
