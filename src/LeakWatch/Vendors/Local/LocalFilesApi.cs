using System.Net.Mime;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace LeakWatch.Vendors.Local;

/// <summary>The signed addresses of <see cref="LocalFileStore"/>: what the real store's own servers do in production.</summary>
internal static class LocalFilesApi
{
    /// <summary>Types that a browser may be told; everything else is bytes to it.</summary>
    private static readonly string[] ShownTypes = ["application/pdf", "image/png", "image/jpeg", "text/csv", "text/plain"];

    public static void MapLocalFiles(this IEndpointRouteBuilder routes)
    {
        var files = routes.MapGroup(LocalFileStore.Route).AllowAnonymous().ExcludeFromDescription();
        files.MapPut("/{token}", UploadAsync);
        files.MapGet("/{token}", DownloadAsync);
    }

    public static void AddLocalFiles(this IServiceCollection services, string folder, Uri baseUrl, byte[]? key)
    {
        // Without a key of ours, addresses end with the process that signed them.
        services.AddSingleton(new FileTokens(key ?? RandomNumberGenerator.GetBytes(32)));
        services.AddSingleton<IFileStore>(provider => new LocalFileStore(folder, baseUrl, provider.GetRequiredService<FileTokens>(), provider.GetRequiredService<TimeProvider>()));
    }

    private static async Task<IResult> UploadAsync(string token, HttpContext context, FileTokens tokens, IFileStore files, TimeProvider time, CancellationToken cancellationToken)
    {
        if (tokens.Read(token) is not { Operation: "PUT" } grant || grant.ExpiresAt <= time.GetUtcNow())
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        var request = context.Request;
        if (request.ContentLength != grant.SizeBytes || request.ContentType != grant.ContentType
            || request.Headers["x-amz-checksum-sha256"] != Convert.ToBase64String(Convert.FromHexString(grant.Sha256!)))
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = grant.SizeBytes;
        }

        // The announced length is at most 20 MB and Kestrel stops at it; the checksum decides before anything is kept.
        using var content = new MemoryStream();
        await request.Body.CopyToAsync(content, cancellationToken);
        content.Position = 0;
        if (content.Length != grant.SizeBytes || Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken)) != grant.Sha256)
        {
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }

        content.Position = 0;
        await files.SaveAsync(grant.Key, content, grant.ContentType, cancellationToken);
        return Results.Ok();
    }

    private static async Task<IResult> DownloadAsync(string token, HttpContext context, FileTokens tokens, IFileStore files, TimeProvider time, CancellationToken cancellationToken)
    {
        if (tokens.Read(token) is not { Operation: "GET" } grant || grant.ExpiresAt <= time.GetUtcNow())
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        if (await files.OpenAsync(grant.Key, cancellationToken) is not { } content)
        {
            return Results.NotFound();
        }

        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        headers.CacheControl = "private, no-store";
        headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileNameStar = grant.FileName }.ToString();
        return Results.Stream(content, ShownTypes.Contains(grant.ContentType) ? grant.ContentType : MediaTypeNames.Application.Octet, enableRangeProcessing: true);
    }
}
