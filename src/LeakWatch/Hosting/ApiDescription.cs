using System.Text.Json;
using System.Text.Json.Nodes;
using LeakWatch.Core;
using LeakWatch.Core.Text;
using LeakWatch.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace LeakWatch.Hosting;

/// <summary>The API in OpenAPI 3.1: <c>openapi.json</c> at the root of the repository, from which the web's types are made.</summary>
internal static class ApiDescription
{
    private const string Name = "v1";
    private const string Problem = "Problem";

    public static void AddApiDescription(this IServiceCollection services) => services.AddOpenApi(Name, options =>
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new() { Title = "LeakWatch", Version = Name };
            document.Servers = [];
            document.Components ??= new();
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
            {
                ["session"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", BearerFormat = "JWT", Description = "Shopify's session token." },
            };
            document.Components.Schemas ??= new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal);
            document.Components.Schemas[Problem] = ProblemSchema();
            foreach (var query in document.Components.Schemas.Keys.Where(name => name.StartsWith("EnumQueryOf", StringComparison.Ordinal)).ToList())
            {
                document.Components.Schemas.Remove(query);
            }

            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            Describe(operation, context);
            return Task.CompletedTask;
        });
        options.AddSchemaTransformer((schema, context, _) =>
        {
            var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
            if (type == typeof(decimal) || type == typeof(DecimalValue))
            {
                schema.Type = context.JsonTypeInfo.Type == type ? JsonSchemaType.String : JsonSchemaType.String | JsonSchemaType.Null;
                schema.Pattern = @"^-?[0-9]+(\.[0-9]+)?$";
                schema.Format = "decimal";
            }
            else if (type == typeof(Sentence))
            {
                schema.Type = JsonSchemaType.String;
                schema.Description = "For people, in the language of Accept-Language.";
            }

            return Task.CompletedTask;
        });
    });

    public static async Task<string> WriteAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var document = await services.GetRequiredKeyedService<IOpenApiDocumentProvider>(Name).GetOpenApiDocumentAsync(cancellationToken);
        return (await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, cancellationToken)).ReplaceLineEndings("\n") + "\n";
    }

    private static void Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        operation.Parameters ??= [];
        foreach (var parameter in context.Description.ParameterDescriptions)
        {
            if (WordsOf(parameter.ParameterDescriptor?.ParameterType ?? parameter.Type) is { } words
                && operation.Parameters.OfType<OpenApiParameter>().FirstOrDefault(one => one.Name == parameter.Name) is { } described)
            {
                described.Schema = new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. words.Select(word => (JsonNode)word)] } };
            }
        }

        foreach (var parameter in operation.Parameters.OfType<OpenApiParameter>().Where(one => one.In is ParameterLocation.Query))
        {
            parameter.Name = JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!);
            if (parameter.Schema is OpenApiSchema { Type: { } type } schema)
            {
                // What is absent is absent; there is no null in an address.
                schema.Type = type & ~JsonSchemaType.Null;
            }
        }

        if (metadata.OfType<IAllowAnonymous>().Any())
        {
            return;
        }

        operation.Security = [new() { [new OpenApiSecuritySchemeReference("session", context.Document)] = [] }];
        if (metadata.OfType<LocalizedRoute>().Any())
        {
            operation.Parameters.Add(Header("Accept-Language", "en or ko: what the sentences of the answer are in; Content-Language says it.", null));
        }

        if (context.Description.HttpMethod == "POST")
        {
            operation.Parameters.Add(Header(Idempotency.Header, "Repeated with the same key, the request runs once and is answered the same.", 200));
        }

        if (context.Description.HttpMethod == "PATCH")
        {
            operation.Parameters.Add(Header("If-Match", "The ETag that was read; 412 when it has changed since.", null));
        }

        operation.Responses ??= [];
        operation.Responses["default"] = new OpenApiResponse
        {
            Description = "What went wrong; docs/errors.md has the codes.",
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
            {
                ["application/problem+json"] = new() { Schema = new OpenApiSchemaReference(Problem, context.Document) },
            },
        };
    }

    private static OpenApiParameter Header(string name, string description, int? longest) => new()
    {
        Name = name,
        In = ParameterLocation.Header,
        Description = description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = longest },
    };

    private static IEnumerable<string>? WordsOf(Type? type)
    {
        var word = type?.GetElementType() ?? type;
        return word is { IsGenericType: true } && word.GetGenericTypeDefinition() == typeof(EnumQuery<>)
            ? Enum.GetNames(word.GetGenericArguments()[0]).Select(JsonNamingPolicy.SnakeCaseUpper.ConvertName)
            : null;
    }

    private static OpenApiSchema ProblemSchema() => new()
    {
        Type = JsonSchemaType.Object,
        Description = "RFC 9457, application/problem+json.",
        Required = new HashSet<string>(StringComparer.Ordinal) { "title", "status", "code", "traceId" },
        Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
        {
            ["title"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "What happened and what to do next, for people." },
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer },
            ["code"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "Stable: switch on it." },
            ["traceId"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "The request's id, as in X-Request-Id." },
            ["errors"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Description = "By field of the request.",
                AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String } },
            },
        },
    };
}
