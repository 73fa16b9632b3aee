using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace LeakWatch.Core.Invoices;

/// <summary>What a person says a field of an invoice really is.</summary>
/// <param name="Field"><c>vendor.name</c>, <c>account</c>, <c>invoice.totalAmount</c>, <c>lineItems.L1.amount</c>, …: the path in schema 1.0, a line by its id.</param>
/// <param name="Value">As the schema writes it: decimal string, <c>yyyy-MM-dd</c>, enum word, <c>true</c> or <c>false</c>; null when the document does not say it.</param>
public sealed record InvoiceCorrection(string Field, string? Value);

/// <summary>A reading with the corrections of a person: the same invoice, its proof computed anew.</summary>
public static partial class InvoiceCorrections
{
    private const int LongestValue = 300;

    private static readonly string[] HeaderFields =
    [
        "vendor.name", "vendor.category", "account", "invoice.kind", "invoice.invoiceNumber", "invoice.invoiceDate", "invoice.dueDate", "invoice.billingPeriodStart",
        "invoice.billingPeriodEnd", "invoice.currency", "invoice.subtotalAmount", "invoice.taxAmount", "invoice.discountAmount", "invoice.totalAmount",
        "invoice.amountDue", "invoice.paymentMethodHint", "invoice.paymentReference", "invoice.settlement", "invoice.relatedInvoiceNumber",
    ];

    private static readonly string[] LineFields =
        ["type", "description", "quantity", "unitPrice", "amount", "periodStart", "periodEnd", "isRecurring", "cadence", "planName", "productCode"];

    /// <returns>The invoice as corrected; VALIDATION_ERROR when a field cannot be corrected, or a value is of the wrong kind.</returns>
    public static Result<NormalizedInvoice> Apply(NormalizedInvoice invoice, IReadOnlyList<InvoiceCorrection> corrections)
    {
        var corrected = invoice;
        foreach (var correction in corrections)
        {
            var one = One(corrected, correction);
            if (!one.IsOk)
            {
                return one;
            }

            corrected = one.Value;
        }

        return corrected.Invoice is { BillingPeriodStart: { } start, BillingPeriodEnd: { } end } && end <= start
            ? Invalid("invoice.billingPeriodEnd", "ends before it starts; the end is the first day after the period")
            : corrected with { Quality = corrected.Quality with { Proof = InvoiceProof.Of(corrected) } };
    }

    private static Result<NormalizedInvoice> One(NormalizedInvoice invoice, InvoiceCorrection correction)
    {
        if (correction.Value is { Length: > LongestValue })
        {
            return Invalid(correction.Field, "has more than 300 characters");
        }

        if (IsNumber(correction.Field) && decimal.TryParse(correction.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) >= NumberText.TooLarge)
        {
            return Invalid(correction.Field, "is larger than any amount");
        }

        var json = JsonSerializer.SerializeToNode(invoice, InvoiceJson.Default.NormalizedInvoice)!;
        if (Owner(json, correction.Field) is not var (owner, name))
        {
            return Invalid(correction.Field, "is not a field that can be corrected");
        }

        owner[name] = name is "isRecurring" && bool.TryParse(correction.Value, out var truth) ? truth : string.IsNullOrWhiteSpace(correction.Value) ? null : correction.Value.Trim();
        try
        {
            var corrected = json.Deserialize(InvoiceJson.Default.NormalizedInvoice)!;
            return correction.Field is "invoice.currency" ? WithCurrency(corrected, invoice.Invoice.Currency, correction) : Marked(corrected, correction);
        }
        catch (JsonException)
        {
            return Invalid(correction.Field, "has a value of the wrong kind (dates are 2026-03-01, amounts 49.00)");
        }
    }

    private static (JsonNode Owner, string Name)? Owner(JsonNode invoice, string field)
    {
        if (HeaderFields.Contains(field))
        {
            var parts = field.Split('.');
            return parts is [var part, var name] ? (invoice[part]!, name) : (invoice, field);
        }

        return LineField().Match(field) is { Success: true } match && LineFields.Contains(match.Groups["name"].Value)
            && invoice["lineItems"]!.AsArray().FirstOrDefault(line => (string?)line!["lineId"] == match.Groups["line"].Value) is { } owner
            ? (owner, match.Groups["name"].Value)
            : null;
    }

    /// <summary>Lines that had the document's currency, or none, have the corrected one.</summary>
    private static Result<NormalizedInvoice> WithCurrency(NormalizedInvoice corrected, string? before, InvoiceCorrection correction) =>
        corrected.Invoice.Currency is { } currency && (currency.Length != 3 || !currency.All(char.IsAsciiLetterUpper))
            ? Invalid(correction.Field, "is not an ISO 4217 code such as USD")
            : Marked(corrected with
            {
                LineItems = [.. corrected.LineItems.Select(line => line.Currency == before || line.Currency is null ? line with { Currency = corrected.Invoice.Currency } : line)],
            }, correction);

    /// <summary>What was missing is known now, or the other way round; where it was read is no longer its evidence.</summary>
    private static NormalizedInvoice Marked(NormalizedInvoice corrected, InvoiceCorrection correction)
    {
        var field = correction.Field;
        var missing = corrected.Quality.MissingFields.Where(one => one != field);
        return corrected with
        {
            FieldEvidence = corrected.FieldEvidence?.Where(evidence => evidence.Key != field).ToDictionary(),
            Quality = corrected.Quality with
            {
                MissingFields = string.IsNullOrWhiteSpace(correction.Value) && HeaderFields.Contains(field) ? [.. missing, field] : [.. missing],
                Warnings = [.. corrected.Quality.Warnings.Where(warning => warning != Warning(field)), Warning(field)],
            },
        };
    }

    private static bool IsNumber(string field) =>
        field.EndsWith("amount", StringComparison.OrdinalIgnoreCase) || field.EndsWith("amountDue", StringComparison.Ordinal)
        || field.EndsWith(".quantity", StringComparison.Ordinal) || field.EndsWith(".unitPrice", StringComparison.Ordinal);

    private static string Warning(string field) => $"{field} was corrected by a person.";

    private static Error Invalid(string field, string problem) => new(ErrorKind.Invalid, "VALIDATION_ERROR", $"{field} {problem}.");

    [GeneratedRegex(@"^lineItems\.(?<line>.{1,100})\.(?<name>[a-zA-Z]+)\z", RegexOptions.NonBacktracking)]
    private static partial Regex LineField();
}
