using System.Text.Json;
using LeakWatch.Core;
using LeakWatch.Documents;

namespace LeakWatch.Hosting;

/// <summary><c>leakwatch read FILE… [--json]</c>: each document to normalised invoices, as JSON Lines.</summary>
internal static class ReadCommand
{
    public static async Task<int> RunAsync(string[] args)
    {
        var files = args.Skip(1).Where(arg => !arg.StartsWith("--", StringComparison.Ordinal)).Select(DocumentFile.At).ToList();
        await foreach (var document in ReadDocuments.ReadAsync(files))
        {
            foreach (var invoice in document.Invoices.Value ?? [])
            {
                Console.WriteLine(JsonSerializer.Serialize(invoice, CoreJson.Default.NormalizedInvoice));
            }
        }

        return 0;
    }
}
