using System.Globalization;
using System.Security.Claims;
using System.Threading.RateLimiting;
using LeakWatch.Configuration;
using Microsoft.AspNetCore.RateLimiting;

namespace LeakWatch.Http;

/// <summary>Token buckets of one process; two api processes allow twice as much.</summary>
/// <param name="OrganizationBurst">Requests that a signed-in organisation may send at once.</param>
/// <param name="OrganizationPerSecond">At which its bucket fills again.</param>
/// <param name="AddressBurst">The same for an address whose requests carry no valid sign-in.</param>
internal sealed record RateLimits(int OrganizationBurst = 300, int OrganizationPerSecond = 30, int AddressBurst = 40, int AddressPerSecond = 1)
{
    /// <summary>Set by the host's proxy, which overwrites what a client sends.</summary>
    private const string ProxiedAddress = "Fly-Client-IP";

    public static void Add(IServiceCollection services, Settings settings)
    {
        services.AddSingleton(new RateLimits(settings.RequestsPerSecond * 10, settings.RequestsPerSecond));
        services.AddRateLimiter(limiter =>
        {
            limiter.OnRejected = (context, _) => new(RejectAsync(context));
            // One person on one machine needs no protection from themselves.
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
                settings.IsLocal || context.GetEndpoint()?.Metadata.GetMetadata<NoRateLimit>() is not null
                    ? RateLimitPartition.GetNoLimiter("")
                    : context.RequestServices.GetRequiredService<RateLimits>().PartitionOf(context, settings));
        });
    }

    private RateLimitPartition<string> PartitionOf(HttpContext context, Settings settings)
    {
        var organization = context.User.FindFirstValue(Caller.Organization);
        return organization is not null
            ? Bucket($"organization {organization}", OrganizationBurst, OrganizationPerSecond)
            : Bucket($"address {AddressOf(context, settings)}", AddressBurst, AddressPerSecond);
    }

    private static RateLimitPartition<string> Bucket(string key, int burst, int perSecond) =>
        RateLimitPartition.GetTokenBucketLimiter(key, _ => new()
        {
            TokenLimit = burst,
            TokensPerPeriod = perSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            AutoReplenishment = true,
            QueueLimit = 0,
        });

    private static string AddressOf(HttpContext context, Settings settings) =>
        settings.IsDeployed && context.Request.Headers[ProxiedAddress].ToString() is { Length: > 0 and < 64 } proxied ? proxied : context.Connection.RemoteIpAddress?.ToString() ?? "";

    private static Task RejectAsync(OnRejectedContext context)
    {
        var pause = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)) : 1;
        context.HttpContext.Response.Headers.RetryAfter = pause.ToString(CultureInfo.InvariantCulture);
        return Problems.WriteAsync(context.HttpContext, StatusCodes.Status429TooManyRequests);
    }
}

/// <summary>On routes that the host itself asks.</summary>
internal sealed class NoRateLimit;
