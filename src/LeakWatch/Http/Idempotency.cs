using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using LeakWatch.Core;
using Microsoft.AspNetCore.Authorization;

namespace LeakWatch.Http;

/// <summary>
/// A POST with an <c>Idempotency-Key</c> runs once: repeated, it is given the first answer; at the same time, it waits for it; under the key of
/// another request, it is refused.
/// </summary>
internal static partial class Idempotency
{
    public const string Header = "Idempotency-Key";

    private static readonly TimeSpan AskAgainAfter = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static void UseIdempotency(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var key = context.Request.Headers[Header].ToString();
        if (key.Length == 0 || !HttpMethods.IsPost(context.Request.Method) || context.GetEndpoint() is not { } endpoint
            || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null || endpoint.Metadata.GetMetadata<OperatorsOnly>() is not null)
        {
            await next(context);
            return;
        }

        if (!Plain().IsMatch(key))
        {
            await TypedResults.Problem(ErrorResults.Invalid(Header, $"{Header} has 1 to 200 visible ASCII characters.")).ExecuteAsync(context);
            return;
        }

        await RunAsync(context, key, next);
    });

    private static async Task RunAsync(HttpContext context, string key, RequestDelegate next)
    {
        var keys = context.RequestServices.GetRequiredService<IdempotencyKeys>();
        var time = context.RequestServices.GetRequiredService<TimeProvider>();
        var caller = await Caller.BindAsync(context);
        var hash = await HashAsync(context.Request, context.RequestAborted);
        var started = time.GetTimestamp();
        while (true)
        {
            var (claim, answer) = await keys.ClaimAsync(caller.OrganizationId, key, hash, context.RequestAborted);
            switch (claim)
            {
                case KeyClaim.Ours:
                    await AnswerAsync(context, keys, caller.OrganizationId, key, next);
                    return;
                case KeyClaim.Answered:
                    await RepeatAsync(context.Response, answer!);
                    return;
                case KeyClaim.OfAnother:
                    await TypedResults.Problem(Conflict($"This {Header} was used for another request; take a new one for each.")).ExecuteAsync(context);
                    return;
                case KeyClaim.Running when time.GetElapsedTime(started) > Patience:
                    await TypedResults.Problem(Conflict("The same request is still running; ask again in a moment.")).ExecuteAsync(context);
                    return;
                case KeyClaim.Running:
                    await Task.Delay(AskAgainAfter, time, context.RequestAborted);
                    break;
            }
        }
    }

    /// <summary>Runs to its end and is kept even when the caller has gone: it will ask again.</summary>
    private static async Task AnswerAsync(HttpContext context, IdempotencyKeys keys, Guid organizationId, string key, RequestDelegate next)
    {
        var (response, aborted) = (context.Response, context.RequestAborted);
        context.RequestAborted = CancellationToken.None;
        var body = response.Body;
        using var copy = new MemoryStream();
        response.Body = copy;
        var isKept = false;
        try
        {
            await next(context);
            if (response.StatusCode is >= StatusCodes.Status200OK and < StatusCodes.Status300MultipleChoices)
            {
                await keys.KeepAsync(organizationId, key, new(response.StatusCode, Encoding.UTF8.GetString(copy.ToArray()), response.Headers.Location), CancellationToken.None);
                isKept = true;
            }
        }
        finally
        {
            response.Body = body;
            if (!isKept)
            {
                await keys.FreeAsync(organizationId, key, CancellationToken.None);
            }
        }

        copy.Position = 0;
        await copy.CopyToAsync(body, aborted);
    }

    private static async Task RepeatAsync(HttpResponse response, StoredAnswer answer)
    {
        response.StatusCode = answer.Status;
        response.Headers["Idempotency-Replayed"] = "true";
        if (answer.Location is { } location)
        {
            response.Headers.Location = location;
        }

        if (answer.Body is { Length: > 0 } body)
        {
            response.ContentType = "application/json; charset=utf-8";
            await response.WriteAsync(body);
        }
    }

    private static async Task<string> HashAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        request.EnableBuffering();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method}\n{request.Path}{request.QueryString}\n{request.ContentType}\n"));
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            hash.AppendData(buffer.AsSpan(0, read));
        }

        request.Body.Position = 0;
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static Error Conflict(string message) => new(ErrorKind.Conflict, "CONFLICT", message);

    [GeneratedRegex(@"^[\x21-\x7E]{1,200}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Plain();
}
