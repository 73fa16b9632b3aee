using System.Text.Json.Serialization;
using LeakWatch.Core.Invoices;
using LeakWatch.Extraction;

namespace LeakWatch.Commands;

/// <summary>A line of <c>read --json</c> for a document that gave no invoice.</summary>
internal sealed record FailedDocument(InvoiceSource Source, FailedDocument.Reason Error)
{
    public static FailedDocument Of(ReadDocument document) =>
        new(document.Source, new(document.Invoices.Error!.Code, document.Invoices.Error.Message));

    internal sealed record Reason(string Code, string Message);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(FailedDocument))]
internal sealed partial class ReadJson : JsonSerializerContext;
