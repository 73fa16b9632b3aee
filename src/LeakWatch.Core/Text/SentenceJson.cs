using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LeakWatch.Core.Text;

/// <summary>A sentence in every contract: its English text. What is read is a text without gaps.</summary>
public sealed class SentenceJson : JsonConverter<Sentence>
{
    public override Sentence Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.String ? new(reader.GetString()!) : throw new JsonException("A sentence is a string.");

    public override void Write(Utf8JsonWriter writer, Sentence value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}

/// <summary>A sentence as it is stored, so that the language is chosen by who reads it: <c>{"template": "{0} renews on {1}", "arguments": ["Klaviyo", {"day": "2026-03-01"}]}</c>.</summary>
/// <param name="Sentence">Null for what a later release keeps and we cannot read: its English text stands beside it.</param>
[JsonConverter(typeof(KeptSentenceJson))]
public readonly record struct KeptSentence(Sentence? Sentence);

/// <inheritdoc cref="KeptSentence"/>
public sealed class KeptSentenceJson : JsonConverter<KeptSentence>
{
    private const string Template = "template";
    private const string Arguments = "arguments";
    private const string Day = "day";
    private const string Amount = "amount";
    private const string Currency = "currency";
    private const string Share = "share";
    private const string Separator = "separator";
    private const string Items = "items";

    public override KeptSentence Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var json = JsonDocument.ParseValue(ref reader);
        try
        {
            return new(SentenceOf(json.RootElement));
        }
        catch (Exception unread) when (unread is FormatException or KeyNotFoundException or InvalidOperationException)
        {
            return default;
        }
    }

    public override void Write(Utf8JsonWriter writer, KeptSentence value, JsonSerializerOptions options) => Write(writer, (object?)value.Sentence);

    private static Sentence SentenceOf(JsonElement json) => new(
        json.GetProperty(Template).GetString()!, json.TryGetProperty(Arguments, out var arguments) ? [.. arguments.EnumerateArray().Select(ArgumentOf)] : []);

    private static object? ArgumentOf(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Number => json.GetInt32(),
        _ when json.TryGetProperty(Day, out var day) => DateOnly.ParseExact(day.GetString()!, "O", CultureInfo.InvariantCulture),
        _ when json.TryGetProperty(Amount, out var amount) => new Money(DecimalOf(amount), json.GetProperty(Currency).GetString()!),
        _ when json.TryGetProperty(Share, out var share) => new Percent(DecimalOf(share)),
        _ when json.TryGetProperty(Items, out var items) => new SentenceList(json.GetProperty(Separator).GetString()!, [.. items.EnumerateArray().Select(SentenceOf)]),
        _ => SentenceOf(json),
    };

    private static decimal DecimalOf(JsonElement json) => decimal.Parse(json.GetString()!, NumberStyles.Number, CultureInfo.InvariantCulture);

    private static void Write(Utf8JsonWriter writer, Sentence sentence)
    {
        writer.WriteStartObject();
        writer.WriteString(Template, sentence.Template);
        if (sentence.HasGaps)
        {
            writer.WriteStartArray(Arguments);
            foreach (var argument in sentence.Arguments)
            {
                Write(writer, argument);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, object? argument)
    {
        switch (argument)
        {
            case null: writer.WriteNullValue(); break;
            case string text: writer.WriteStringValue(text); break;
            case int number: writer.WriteNumberValue(number); break;
            case Sentence sentence: Write(writer, sentence); break;
            case DateOnly day: Write(writer, (Day, day.ToString("O", CultureInfo.InvariantCulture))); break;
            case Money money: Write(writer, (Amount, money.Amount.ToString(CultureInfo.InvariantCulture)), (Currency, money.Currency)); break;
            case Percent percent: Write(writer, (Share, percent.Share.ToString(CultureInfo.InvariantCulture))); break;
            case SentenceList list:
                writer.WriteStartObject();
                writer.WriteString(Separator, list.Separator);
                writer.WriteStartArray(Items);
                foreach (var item in list.Items)
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                writer.WriteEndObject();
                break;
            default: throw new JsonException($"A sentence cannot hold {argument.GetType()}.");
        }
    }

    private static void Write(Utf8JsonWriter writer, params ReadOnlySpan<(string Name, string Value)> members)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in members)
        {
            writer.WriteString(name, value);
        }

        writer.WriteEndObject();
    }
}
