using System.Text.Json;
using System.Text.Json.Serialization;

namespace LeakWatch.Core.Invoices;

/// <summary>An invoice as JSON of schema 1.0, for those who change one field of it.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    ReadCommentHandling = JsonCommentHandling.Disallow,
    GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(NormalizedInvoice))]
internal sealed partial class InvoiceJson : JsonSerializerContext;
