using LeakWatch.Providers;
using LeakWatch.Providers.Local;
using Microsoft.AspNetCore.Http.Features;

namespace LeakWatch.Hosting;

/// <summary>The signed addresses of <see cref="LocalFileStore"/>: what the real store's own servers do in production.</summary>
internal static class LocalFilesApi
{
    public static void MapLocalFiles(this IEndpointRouteBuilder routes)
    {
        var files = routes.MapGroup(LocalFileStore.Route).AllowAnonymous().ExcludeFromDescription();
        files.MapPut("/", UploadAsync);
        files.MapGet("/", DownloadAsync);
    }

    private static async Task<IResult> UploadAsync(string? grant, HttpContext context, FileTokens tokens, LocalFileStore files, TimeProvider time, CancellationToken cancellationToken)
    {
        if (tokens.Read(grant) is not { Operation: "PUT" } granted || granted.ExpiresAt <= time.GetUtcNow() || !IsAnnounced(granted, context.Request))
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = granted.SizeBytes;
        }

        return Results.StatusCode(await files.ReceiveAsync(granted, context.Request.Body, cancellationToken) ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
    }

    /// <summary>Before a byte is read: another length, or none, is refused with the connection.</summary>
    private static bool IsAnnounced(FileGrant grant, HttpRequest request) =>
        request.ContentLength == grant.SizeBytes
        && UploadHeaders.For(grant.ContentType, grant.Sha256!).All(header => request.Headers[header.Key] == header.Value);

    private static async Task<IResult> DownloadAsync(string? grant, HttpContext context, FileTokens tokens, LocalFileStore files, TimeProvider time, CancellationToken cancellationToken)
    {
        if (tokens.Read(grant) is not { Operation: "GET" } granted || granted.ExpiresAt <= time.GetUtcNow())
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        if (await files.OpenAsync(granted.Key, cancellationToken) is not { } content)
        {
            return Results.NotFound();
        }

        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        headers.CacheControl = "private, no-store";
        headers.ContentDisposition = Downloads.Disposition(granted.FileName!);
        return Results.Stream(content, Downloads.TypeFor(granted.ContentType), enableRangeProcessing: true);
    }
}
