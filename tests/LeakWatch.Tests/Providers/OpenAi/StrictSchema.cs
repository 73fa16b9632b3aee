using System.Text.Json.Nodes;

namespace LeakWatch.Tests.Providers.OpenAi;

/// <summary>The rules of strict structured outputs: what OpenAI refuses with <c>invalid_json_schema</c>.</summary>
internal static class StrictSchema
{
    private const int DeepestNesting = 10;
    private const int MaxProperties = 5_000;
    private const int MaxEnumValues = 1_000;

    private static readonly string[] Keywords = ["type", "properties", "required", "additionalProperties", "items", "enum", "const", "anyOf", "$ref", "$defs", "description", "title"];
    private static readonly string[] Types = ["object", "array", "string", "number", "integer", "boolean", "null"];

    /// <returns>Null for a schema that may be sent.</returns>
    public static string? Fault(JsonNode? schema)
    {
        if (schema is not JsonObject root || (string?)root["type"] != "object" || root.ContainsKey("anyOf"))
        {
            return "schema must be a JSON Schema of 'type: \"object\"'.";
        }

        var (properties, enumValues) = (0, 0);
        return FaultOf(root, root, "()", 1, ref properties, ref enumValues)
            ?? (properties > MaxProperties ? "too many properties" : enumValues > MaxEnumValues ? "too many enum values" : null);
    }

    private static string? FaultOf(JsonNode? node, JsonObject root, string path, int depth, ref int properties, ref int enumValues)
    {
        if (node is not JsonObject schema)
        {
            return $"In context={path}, schema is not an object.";
        }

        if (schema.FirstOrDefault(member => !Keywords.Contains(member.Key)).Key is { } keyword)
        {
            return $"In context={path}, '{keyword}' is not permitted.";
        }

        if (depth > DeepestNesting)
        {
            return $"In context={path}, the schema is nested too deeply.";
        }

        if ((string?)schema["$ref"] is { } reference)
        {
            return schema.Count == 1 && reference.StartsWith("#/$defs/", StringComparison.Ordinal) && root["$defs"]?[reference[8..]] is not null ? null : $"In context={path}, $ref is wrong.";
        }

        enumValues += (schema["enum"] as JsonArray)?.Count ?? 0;
        return TypeFault(schema, path) ?? MembersFault(schema, root, path, depth, ref properties, ref enumValues);
    }

    private static string? TypeFault(JsonObject schema, string path)
    {
        string?[] types = schema["type"] switch { JsonArray several => [.. several.Select(type => (string?)type)], JsonValue one => [(string?)one], _ => [] };
        return types.Length == 0 && !schema.ContainsKey("anyOf") && !schema.ContainsKey("const") ? $"In context={path}, schema must have a 'type' key."
            : types.All(type => Types.Contains(type)) ? null : $"In context={path}, the type is unknown.";
    }

    private static string? MembersFault(JsonObject schema, JsonObject root, string path, int depth, ref int properties, ref int enumValues)
    {
        if ((string?)(schema["type"] as JsonValue) == "object")
        {
            var names = (schema["properties"] as JsonObject)?.Select(member => member.Key).ToList() ?? [];
            properties += names.Count;
            if (schema["additionalProperties"]?.GetValue<bool>() is not false)
            {
                return $"In context={path}, 'additionalProperties' is required to be supplied and to be false.";
            }

            if ((schema["required"] as JsonArray)?.Select(name => (string)name!).Order().SequenceEqual(names.Order()) is not true)
            {
                return $"In context={path}, 'required' is required to be supplied and to be an array including every key in properties.";
            }
        }

        if ((string?)(schema["type"] as JsonValue) == "array" && schema["items"] is null)
        {
            return $"In context={path}, array schema missing items.";
        }

        var children = new[] { "properties", "$defs" }.SelectMany(group => schema[group] as JsonObject ?? []).Select(member => (member.Key, member.Value))
            .Concat((schema["anyOf"] as JsonArray ?? []).Select((option, i) => (Key: $"anyOf{i}", Value: option)))
            .Concat(schema["items"] is { } items ? [("items", items)] : []);
        foreach (var (key, child) in children)
        {
            if (FaultOf(child, root, $"{path}.{key}", depth + 1, ref properties, ref enumValues) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }
}
