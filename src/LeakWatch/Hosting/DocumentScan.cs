using System.Security.Cryptography;
using LeakWatch.Core.Documents;
using LeakWatch.Core.Invoices;
using LeakWatch.Documents;
using LeakWatch.Leaks;

namespace LeakWatch.Hosting;

/// <summary>Files → documents with their invoices, in the order of the files. A failure costs its own document only.</summary>
internal static class DocumentScan
{
    public static async Task<IReadOnlyList<ScannedDocument>> ReadAsync(IReadOnlyList<FoundFile> files, Action whenOneIsRead)
    {
        var documents = new List<ScannedDocument>();
        foreach (var file in files)
        {
            var bytes = await File.ReadAllBytesAsync(file.Path);
            var source = new InvoiceSource { FileName = file.Name, Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)) };
            var text = file.Path.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase)
                ? PdfText.Read(bytes)
                : new ExtractedDocument { Type = DocumentType.PlainText };
            var invoices = InvoiceReader.Read(text, source);
            documents.Add(new(file.Name, null, source.Sha256, text, invoices.Value ?? [], invoices.Error));
            whenOneIsRead();
        }

        return documents;
    }
}
