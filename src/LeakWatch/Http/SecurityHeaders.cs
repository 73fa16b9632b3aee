namespace LeakWatch.Http;

/// <summary>What every answer of the API says to a browser: it is data, not a page, and nobody else's.</summary>
internal static class SecurityHeaders
{
    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "no-referrer";
            if (IsData(context.Request.Path))
            {
                headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
                if (headers.CacheControl.Count == 0)
                {
                    headers.CacheControl = "no-store";
                }
            }

            return Task.CompletedTask;
        });
        return next(context);
    });

    /// <summary>Whether a path is the API's: no page and no file ever stands there.</summary>
    public static bool IsData(PathString path) => path.StartsWithSegments("/v1") || path.StartsWithSegments("/health") || path.StartsWithSegments("/version")
        || path.StartsWithSegments("/ops");
}
