using System.Text.RegularExpressions;

namespace LeakWatch.Http;

/// <summary>Every request has an id: the caller's where it is a plain one, else ours. Logs, problems, the audit log and the answer carry it.</summary>
internal static partial class RequestIds
{
    public const string Header = "X-Request-Id";

    public static void UseRequestIds(this IApplicationBuilder app)
    {
        var logger = app.ApplicationServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(RequestIds).FullName!);
        app.Use(async (context, next) =>
        {
            var given = context.Request.Headers[Header].ToString();
            context.TraceIdentifier = Plain().IsMatch(given) ? given : Guid.CreateVersion7().ToString();
            context.Response.OnStarting(() =>
            {
                context.Response.Headers[Header] = context.TraceIdentifier;
                return Task.CompletedTask;
            });
            using (logger.BeginScope(new Dictionary<string, object?> { ["request_id"] = context.TraceIdentifier }))
            {
                await next(context);
            }
        });
    }

    [GeneratedRegex(@"^[A-Za-z0-9._-]{8,64}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Plain();
}
