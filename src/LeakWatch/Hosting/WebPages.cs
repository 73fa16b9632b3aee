using System.Text.RegularExpressions;
using LeakWatch.Http;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace LeakWatch.Hosting;

/// <summary>Serves the exported web beside the API. What the API owns is never looked up here.</summary>
internal static partial class WebPages
{
    private const string Immutable = "public, max-age=31536000, immutable";
    private const string AskAgain = "no-cache";
    private const string Packed = ".br";

    public static void AddWebCompression(this IServiceCollection services) => services.AddResponseCompression(compression =>
    {
        // Pages and scripts are the same for everybody: there is no secret beside them to be guessed by their size.
        compression.EnableForHttps = true;
        compression.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "text/x-component", "image/svg+xml"];
    });

    /// <summary>Includes the routing: files are looked for before it, and what it does not know is a page that does not exist.</summary>
    public static void UseWeb(this WebApplication app, WebExport web)
    {
        var files = new PhysicalFileProvider(web.Folder);
        var types = Types();
        app.UseWhen(context => !SecurityHeaders.IsData(context.Request.Path), pages =>
        {
            pages.UseResponseCompression();
            pages.Use((context, next) => AnswerAsync(context, web, next));
            pages.Use((context, next) =>
            {
                ChoosePacked(context.Request, files);
                return next(context);
            });
            pages.UseStaticFiles(new StaticFileOptions { FileProvider = files, ContentTypeProvider = types, OnPrepareResponse = response => Prepare(response.Context, types) });
        });
        app.UseRouting();
        app.Use((context, next) => context.GetEndpoint() is null && IsPage(context.Request) ? WriteAsync(context, web.NotFound, StatusCodes.Status404NotFound) : next(context));
    }

    /// <summary>Who may frame a page: the admin of the shop that is named, and nobody where none is. web/src/proxy.server.ts says the same on Vercel.</summary>
    public static string FrameAncestors(string shop) =>
        "frame-ancestors " + (ShopDomain().IsMatch(shop) ? $"https://{shop} https://admin.shopify.com" : "'none'");

    private static Task AnswerAsync(HttpContext context, WebExport web, RequestDelegate next)
    {
        var (request, path) = (context.Request, context.Request.Path.Value ?? "/");
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
        {
            return next(context);
        }

        if (web.Find(path) is { } page)
        {
            return WriteAsync(context, page, StatusCodes.Status200OK);
        }

        // Only to a page that exists: a redirect to the raw path would lead to //another.example.
        var clean = "/" + path.Trim('/', '\\');
        if (path.EndsWith('/') && web.Find(clean) is not null)
        {
            context.Response.Redirect(clean + request.QueryString);
            return Task.CompletedTask;
        }

        if (WebExport.ViewOf(path, request.QueryString.Value ?? "") is { } view)
        {
            context.Response.Redirect(view);
            return Task.CompletedTask;
        }

        // A page has one address, and its file is not another.
        return path.EndsWith(".html", StringComparison.OrdinalIgnoreCase) ? WriteAsync(context, web.NotFound, StatusCodes.Status404NotFound) : next(context);
    }

    private static async Task WriteAsync(HttpContext context, WebPage page, int status)
    {
        var (request, response) = (context.Request, context.Response);
        response.Headers.CacheControl = AskAgain;
        response.Headers.ContentSecurityPolicy = Policy(request, page);
        if (status == StatusCodes.Status200OK)
        {
            response.Headers.ETag = page.ETag;
            if (request.Headers.IfNoneMatch.ToString().Contains(page.ETag, StringComparison.Ordinal))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }
        }

        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";
        if (!HttpMethods.IsHead(request.Method))
        {
            await response.Body.WriteAsync(page.Html, context.RequestAborted);
        }
    }

    private static string Policy(HttpRequest request, WebPage page)
    {
        var common = $"{FrameAncestors(request.Query["shop"].ToString())}; object-src 'none'; base-uri 'none'";
        // Inside the admin App Bridge loads what it needs, which is not ours to list.
        return request.Path.StartsWithSegments("/app") ? common : $"{common}; script-src 'self' 'wasm-unsafe-eval' {page.ScriptHashes}; form-action 'self'";
    }

    private static bool IsPage(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && !SecurityHeaders.IsData(request.Path) && !Path.HasExtension(request.Path);

    private static FileExtensionContentTypeProvider Types()
    {
        var types = new FileExtensionContentTypeProvider();
        types.Mappings[".mjs"] = "text/javascript";
        types.Mappings[".bcmap"] = "application/octet-stream";
        types.Mappings[".pfb"] = "application/octet-stream";
        types.Mappings[Packed] = "application/octet-stream";
        return types;
    }

    /// <summary>The packed file beside the one that is asked for, where the browser can unpack it. web/scripts/precompress.mjs makes them.</summary>
    private static void ChoosePacked(HttpRequest request, PhysicalFileProvider files)
    {
        if (request.GetTypedHeaders().AcceptEncoding.Any(accepted => accepted.Value == "br" && accepted.Quality is not 0) && files.GetFileInfo(request.Path + Packed).Exists)
        {
            request.Path += Packed;
        }
    }

    private static void Prepare(HttpContext context, FileExtensionContentTypeProvider types)
    {
        var (path, response) = (context.Request.Path.Value!, context.Response);
        response.Headers[HeaderNames.CacheControl] = context.Request.Path.StartsWithSegments("/_next/static") ? Immutable : AskAgain;
        if (path.EndsWith(Packed, StringComparison.Ordinal) && types.TryGetContentType(path[..^Packed.Length], out var type))
        {
            (response.ContentType, response.Headers.ContentEncoding, response.Headers.Vary) = (type, "br", HeaderNames.AcceptEncoding);
        }
    }

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9-]*\.myshopify\.com\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ShopDomain();
}
