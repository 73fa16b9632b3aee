using System.Text.Json;
using System.Text.Json.Serialization;

namespace LeakWatch.Core.Invoices.SecondReader;

/// <summary>What a model answers, as <c>second-reader.schema.json</c> demands it. Nothing of it is believed before <see cref="AnswerCheck"/>.</summary>
internal sealed record ModelAnswer(AnswerKind DocumentKind, AnswerVendor Vendor, AnswerText? Account, AnswerHeader Invoice, IReadOnlyList<AnswerLine> LineItems)
{
    /// <summary>More lines than any page budget can show; a longer list is made up.</summary>
    private const int MaxLines = 400;

    /// <returns>The answer, or <c>NORMALIZATION_SCHEMA_INVALID</c> with the place and kind of the fault, without its text.</returns>
    public static Result<ModelAnswer> Parse(string text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, AnswerJson.Default.ModelAnswer) switch
            {
                null => Invalid("it is null"),
                { LineItems.Count: > MaxLines } => Invalid($"lineItems has more than {MaxLines} entries"),
                var answer => answer,
            };
        }
        catch (JsonException fault)
        {
            return Invalid(PathOf(fault) is { } path ? $"{path} has not the type or members of the schema" : "it is not one JSON object with all members of the schema and no other");
        }
    }

    // The path names members as the answer does: what is no plain name may be words of the document.
    private static string? PathOf(JsonException fault) =>
        fault.Path is { Length: > 1 and <= 60 } path && path.All(c => char.IsAsciiLetterOrDigit(c) || c is '$' or '.' or '[' or ']') ? path : null;

    private static Error Invalid(string fault) => new(ErrorKind.Invalid, "NORMALIZATION_SCHEMA_INVALID", $"The language model's answer breaks its schema: {fault}.");
}

[JsonConverter(typeof(ScreamingSnake<AnswerKind>))]
internal enum AnswerKind { Invoice, Receipt, CreditNote, None }

internal sealed record AnswerVendor(AnswerText? Name, AnswerText? SupportEmail, AnswerText? Website, AnswerText? TaxId);

internal sealed record AnswerHeader(
    AnswerText? InvoiceNumber, AnswerDate? InvoiceDate, AnswerDate? DueDate, AnswerDate? BillingPeriodStart, AnswerDate? BillingPeriodEnd, AnswerText? Currency,
    AnswerAmount? SubtotalAmount, AnswerAmount? TaxAmount, AnswerAmount? DiscountAmount, AnswerAmount? TotalAmount, AnswerAmount? AmountDue,
    AnswerText? PaymentMethodHint, AnswerText? PaymentReference, AnswerText? RelatedInvoiceNumber);

/// <summary>Where the model says it read something.</summary>
/// <param name="Excerpt">Copied from the document, placeholders included.</param>
internal abstract record AnswerPlace(int Page, int LineStart, int LineEnd, string Excerpt);

internal sealed record AnswerText(string Value, int Page, int LineStart, int LineEnd, string Excerpt) : AnswerPlace(Page, LineStart, LineEnd, Excerpt);

internal sealed record AnswerDate(DateOnly Value, int Page, int LineStart, int LineEnd, string Excerpt) : AnswerPlace(Page, LineStart, LineEnd, Excerpt);

internal sealed record AnswerAmount(
    [property: JsonConverter(typeof(DecimalString))] decimal? Value, int Page, int LineStart, int LineEnd, string Excerpt) : AnswerPlace(Page, LineStart, LineEnd, Excerpt);

/// <param name="PeriodEnd">The last day as printed.</param>
internal sealed record AnswerLine(
    LineItemType Type, string? Description,
    [property: JsonConverter(typeof(DecimalString))] decimal? Quantity,
    [property: JsonConverter(typeof(DecimalString))] decimal? UnitPrice,
    [property: JsonConverter(typeof(DecimalString))] decimal? Amount,
    DateOnly? PeriodStart, DateOnly? PeriodEnd, string? PlanName, string? ProductCode,
    int Page, int LineStart, int LineEnd, string Excerpt) : AnswerPlace(Page, LineStart, LineEnd, Excerpt);

/// <summary>A member too many, too few, doubled or null where none may be is a broken answer, not one to make the best of.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    ReadCommentHandling = JsonCommentHandling.Disallow,
    MaxDepth = 8,
    GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(ModelAnswer))]
internal sealed partial class AnswerJson : JsonSerializerContext;
