using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LeakWatch.Core;

/// <summary>Enum names as the contracts spell them: <c>CreditNote</c> is <c>CREDIT_NOTE</c>. Numbers are refused.</summary>
public sealed class ScreamingSnake<TEnum>() : JsonStringEnumConverter<TEnum>(JsonNamingPolicy.SnakeCaseUpper, allowIntegerValues: false)
    where TEnum : struct, Enum;

/// <summary>Amounts travel as decimal strings, scale kept (<c>"45.00"</c>), never as floating point. A JSON number is refused.</summary>
public sealed class DecimalString : JsonConverter<decimal?>
{
    public override decimal? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.String when decimal.TryParse(reader.GetString(), NumberStyles.Number & ~NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var value) => value,
        _ => throw new JsonException("An amount is a decimal string such as \"49.00\"."),
    };

    public override void Write(Utf8JsonWriter writer, decimal? value, JsonSerializerOptions options)
    {
        if (value is { } amount)
        {
            writer.WriteStringValue(amount.ToString(CultureInfo.InvariantCulture));
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}

/// <summary>A decimal inside a dictionary, carried as a string like every other amount.</summary>
[JsonConverter(typeof(DecimalValue.DecimalValueConverter))]
public readonly record struct DecimalValue(decimal Value)
{
    public sealed class DecimalValueConverter : JsonConverter<DecimalValue>
    {
        private static readonly DecimalString Amount = new();

        public override DecimalValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(Amount.Read(ref reader, typeof(decimal?), options) ?? throw new JsonException("An amount is a decimal string such as \"49.00\"."));

        public override void Write(Utf8JsonWriter writer, DecimalValue value, JsonSerializerOptions options) =>
            Amount.Write(writer, value.Value, options);
    }
}

/// <summary>Reads a list, or one element where a list of one is meant.</summary>
public sealed class OneOrMany<T> : JsonConverter<IReadOnlyList<T>>
{
    public override IReadOnlyList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is not JsonTokenType.StartArray)
        {
            return [ReadOne(ref reader, options)];
        }

        var items = new List<T>();
        while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
        {
            items.Add(ReadOne(ref reader, options));
        }

        return items;
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<T> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var item in value)
        {
            JsonSerializer.Serialize(writer, item, options.GetTypeInfo(typeof(T)));
        }

        writer.WriteEndArray();
    }

    private static T ReadOne(ref Utf8JsonReader reader, JsonSerializerOptions options) =>
        (T)(JsonSerializer.Deserialize(ref reader, options.GetTypeInfo(typeof(T))) ?? throw new JsonException("null stands where a value is needed."));
}
