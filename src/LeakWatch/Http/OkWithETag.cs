using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using LeakWatch.Core;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Options;

namespace LeakWatch.Http;

/// <summary>200 with an ETag of exactly what was sent, or 304 when the caller has it already.</summary>
internal sealed class OkWithETag<T>(T value) : IResult, IEndpointMetadataProvider
{
    public T Value { get; } = value;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var json = ETags.Bytes(httpContext, Value);
        await ETags.WriteAsync(httpContext, json, ETags.Of(json));
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), ["application/json"]));
}

/// <summary>The same for JSON that is stored as it is sent.</summary>
internal sealed class OkWithETagJson<T>(string json, DateTimeOffset changedAt) : IResult, IEndpointMetadataProvider
{
    public Task ExecuteAsync(HttpContext httpContext) =>
        ETags.WriteAsync(httpContext, System.Text.Encoding.UTF8.GetBytes(json), $"\"{changedAt.UtcTicks:x}\"");

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), ["application/json"]));
}

internal static class ETags
{
    private const int Digits = 32;

    public static byte[] Bytes<T>(HttpContext context, T value) =>
        JsonSerializer.SerializeToUtf8Bytes(value, context.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions);

    public static string Of(byte[] json) => $"\"{Convert.ToHexStringLower(SHA256.HashData(json))[..Digits]}\"";

    public static async Task WriteAsync(HttpContext context, byte[] json, string tag)
    {
        context.Response.Headers.ETag = tag;
        context.Response.Headers.CacheControl = "private, no-cache";
        if (context.Request.Headers.IfNoneMatch.ToString().Split(',', StringSplitOptions.TrimEntries).Contains(tag, StringComparer.Ordinal))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = json.Length;
        await context.Response.Body.WriteAsync(json, context.RequestAborted);
    }

    /// <summary>For a change of what the caller has seen: without <c>If-Match</c> it is made in any case.</summary>
    /// <param name="current">What a GET would answer now.</param>
    /// <returns>Null when it may be made.</returns>
    public static Error? Check<T>(HttpContext context, T current) =>
        context.Request.Headers.IfMatch.ToString() is { Length: > 0 } wanted && wanted != "*" && wanted != Of(Bytes(context, current)) ? ErrorResults.Stale : null;
}
