using LeakWatch.Core.Serialization;
using System.Text.Json;
using System.Text.Json.Nodes;
using LeakWatch.Core.Invoices;

namespace LeakWatch.Benchmarks;

/// <summary>What a model would answer that reads just what we read: for its length. Nothing is asked.</summary>
internal static class ExampleAnswer
{
    private static readonly string[] VendorFields = ["name", "supportEmail", "website", "taxId"];

    private static readonly string[] HeaderFields =
    [
        "invoiceNumber", "invoiceDate", "dueDate", "billingPeriodStart", "billingPeriodEnd", "currency", "subtotalAmount", "taxAmount", "discountAmount",
        "totalAmount", "amountDue", "paymentMethodHint", "paymentReference", "relatedInvoiceNumber",
    ];

    private static readonly string[] LineFields = ["type", "description", "quantity", "unitPrice", "amount", "periodStart", "periodEnd", "planName", "productCode"];

    /// <returns>JSON with the members of <c>second-reader.schema.json</c>.</returns>
    public static string Of(NormalizedInvoice invoice)
    {
        var read = JsonSerializer.SerializeToNode(invoice, CoreJson.Default.NormalizedInvoice)!;
        var answer = new JsonObject
        {
            ["documentKind"] = "INVOICE",
            ["vendor"] = Fields(invoice, read["vendor"]!, "vendor", VendorFields),
            ["account"] = Place(read["account"], invoice.FieldEvidence?.GetValueOrDefault("account")),
            ["invoice"] = Fields(invoice, read["invoice"]!, "invoice", HeaderFields),
            ["lineItems"] = new JsonArray([.. invoice.LineItems.Zip(read["lineItems"]!.AsArray(), (line, node) => Line(line, node!))]),
        };
        return answer.ToJsonString();
    }

    private static JsonObject Fields(NormalizedInvoice invoice, JsonNode read, string parent, IEnumerable<string> names) =>
        new(names.Select(name => KeyValuePair.Create(name, (JsonNode?)Place(read[name], invoice.FieldEvidence?.GetValueOrDefault($"{parent}.{name}")))));

    private static JsonObject? Place(JsonNode? value, Evidence? evidence) =>
        value is null || evidence is null ? null : WithPlace(new() { ["value"] = value.DeepClone() }, evidence);

    private static JsonObject Line(LineItem line, JsonNode read) =>
        WithPlace(new(LineFields.Select(name => KeyValuePair.Create(name, read[name]?.DeepClone()))), line.Evidence);

    private static JsonObject WithPlace(JsonObject values, Evidence evidence)
    {
        values["page"] = evidence.Pointer.Page ?? 1;
        values["lineStart"] = evidence.Pointer.LineStart ?? evidence.Pointer.Row ?? 1;
        values["lineEnd"] = evidence.Pointer.LineEnd ?? evidence.Pointer.Row ?? 1;
        values["excerpt"] = evidence.Excerpt;
        return values;
    }
}
