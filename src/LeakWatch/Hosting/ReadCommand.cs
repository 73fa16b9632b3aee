using System.Security.Cryptography;
using System.Text.Json;
using LeakWatch.Core;
using LeakWatch.Core.Documents;
using LeakWatch.Core.Invoices;
using LeakWatch.Documents;

namespace LeakWatch.Hosting;

/// <summary><c>leakwatch read FILE… [--json]</c>: each document to normalised invoices, as JSON Lines.</summary>
internal static class ReadCommand
{
    public static async Task<int> RunAsync(string[] args)
    {
        foreach (var path in args.Skip(1).Where(arg => !arg.StartsWith("--", StringComparison.Ordinal)))
        {
            var bytes = await File.ReadAllBytesAsync(path);
            var source = new InvoiceSource
            {
                FileName = Path.GetFileName(path),
                Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
            };
            var document = path.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase)
                ? PdfText.Read(bytes)
                : new ExtractedDocument { Type = DocumentType.PlainText };
            var invoices = InvoiceReader.Read(document, source);
            foreach (var invoice in invoices.Value ?? [])
            {
                Console.WriteLine(JsonSerializer.Serialize(invoice, CoreJson.Default.NormalizedInvoice));
            }
        }

        return 0;
    }
}
