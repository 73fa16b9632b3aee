using System.Text.Json;
using System.Text.Json.Serialization;
using LeakWatch.Core.Documents;
using LeakWatch.Core.Findings;
using LeakWatch.Core.Findings.Lifecycle;
using LeakWatch.Core.Invoices;
using LeakWatch.Core.Invoices.SecondReader;
using LeakWatch.Core.ShopKnowledge;
using LeakWatch.Core.Text;

namespace LeakWatch.Core.Serialization;

/// <summary>The JSON of schema 1.0, the context file and findings: camelCase, enums in SCREAMING_SNAKE, nulls written.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    ReadCommentHandling = JsonCommentHandling.Disallow,
    GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(NormalizedInvoice))]
[JsonSerializable(typeof(ExtractedDocument))]
[JsonSerializable(typeof(IReadOnlyList<TextLine>))]
[JsonSerializable(typeof(DetectionResult))]
[JsonSerializable(typeof(KnownFinding))]
[JsonSerializable(typeof(KeptSentence))]
[JsonSerializable(typeof(LanguageModelReceipt))]
public sealed partial class CoreJson : JsonSerializerContext;

/// <summary>Input written by people: a member we do not know is a mistake to name, not to skip.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(DetectionContext))]
[JsonSerializable(typeof(Dictionary<string, DecimalValue>))]
public sealed partial class ContextJson : JsonSerializerContext;
