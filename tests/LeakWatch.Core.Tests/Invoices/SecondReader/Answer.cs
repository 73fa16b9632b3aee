using System.Text.Json.Nodes;

namespace LeakWatch.Core.Tests.Invoices.SecondReader;

/// <summary>Answers as a model would write them, built up member by member.</summary>
internal sealed class Answer
{
    private static readonly string[] VendorFields = ["name", "supportEmail", "website", "taxId"];

    private static readonly string[] HeaderFields =
    [
        "invoiceNumber", "invoiceDate", "dueDate", "billingPeriodStart", "billingPeriodEnd", "currency", "subtotalAmount", "taxAmount", "discountAmount", "totalAmount", "amountDue",
        "paymentMethodHint", "paymentReference", "relatedInvoiceNumber",
    ];

    private readonly JsonObject json = new()
    {
        ["documentKind"] = "INVOICE",
        ["vendor"] = Empty(VendorFields),
        ["account"] = null,
        ["invoice"] = Empty(HeaderFields),
        ["lineItems"] = new JsonArray(),
    };

    public static Answer Nothing => new();

    public string Json => json.ToJsonString();

    public Answer Kind(string kind)
    {
        json["documentKind"] = kind;
        return this;
    }

    /// <param name="path"><c>vendor.name</c>, <c>account</c>, <c>invoice.totalAmount</c>, …</param>
    public Answer With(string path, string value, string excerpt, int line = 1, int page = 1)
    {
        var parts = path.Split('.');
        var owner = parts.Length == 1 ? json : json[parts[0]]!.AsObject();
        owner[parts[^1]] = new JsonObject { ["value"] = value, ["page"] = page, ["lineStart"] = line, ["lineEnd"] = line, ["excerpt"] = excerpt };
        return this;
    }

    public Answer Line(
        string description, string amount, string excerpt, string type = "CHARGE", string? quantity = null, string? unitPrice = null, (string Start, string End)? period = null, int line = 1, int lines = 1)
    {
        json["lineItems"]!.AsArray().Add(new JsonObject
        {
            ["type"] = type,
            ["description"] = description,
            ["quantity"] = quantity,
            ["unitPrice"] = unitPrice,
            ["amount"] = amount,
            ["periodStart"] = period?.Start,
            ["periodEnd"] = period?.End,
            ["planName"] = null,
            ["productCode"] = null,
            ["page"] = 1,
            ["lineStart"] = line,
            ["lineEnd"] = line + lines - 1,
            ["excerpt"] = excerpt,
        });
        return this;
    }

    private static JsonObject Empty(string[] members) => new(members.Select(member => KeyValuePair.Create(member, (JsonNode?)null)));
}
