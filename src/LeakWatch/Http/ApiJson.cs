using System.Text.Json;
using System.Text.Json.Serialization;
using LeakWatch.Core;

namespace LeakWatch.Http;

/// <summary>JSON of the API: camelCase, enums as words, amounts as decimal strings; of a request, what we do not know is a mistake to name.</summary>
internal static class ApiJson
{
    public static void Configure(JsonSerializerOptions json)
    {
        json.NumberHandling = JsonNumberHandling.Strict;
        json.PropertyNameCaseInsensitive = false;
        json.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        json.AllowDuplicateProperties = false;
        json.RespectNullableAnnotations = true;
        json.RespectRequiredConstructorParameters = true;
        json.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper, allowIntegerValues: false));
        json.Converters.Add(new DecimalString());
        json.Converters.Add(new RequiredDecimalString());
    }
}

/// <summary><see cref="DecimalString"/> where an amount must be.</summary>
internal sealed class RequiredDecimalString : JsonConverter<decimal>
{
    private static readonly DecimalString Amount = new();

    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Amount.Read(ref reader, typeof(decimal?), options) ?? throw new JsonException("An amount is a decimal string such as \"49.00\".");

    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) => Amount.Write(writer, value, options);
}
