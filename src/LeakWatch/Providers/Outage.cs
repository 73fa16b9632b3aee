using Hangfire;
using Npgsql;
using StackExchange.Redis;

namespace LeakWatch.Providers;

/// <summary>
/// Something that we depend on does not answer, and will again without anybody changing our code: work waits for it, and a
/// request is answered with 503. A wrong key or a missing bucket is one too: operators mend it, and the work goes on.
/// </summary>
/// <param name="Code">STORE_UNAVAILABLE, DATABASE_UNAVAILABLE, QUEUE_UNAVAILABLE or VENDOR_UNAVAILABLE (docs/errors.md).</param>
/// <param name="Reason">In the dependency's own words, for operators.</param>
internal sealed record Outage(string Code, string Reason)
{
    /// <summary>Work that has waited for so long fails; a person may let it run again.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);

    /// <summary>A pause is this share of the time that the outage has lasted, so pauses grow with it.</summary>
    private const double ShareOfOutage = 1.0 / 3;

    /// <returns>Null when the exception is a bug of ours, a caller's mistake or a race.</returns>
    public static Outage? Of(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (CodeOf(cause) is { } code)
            {
                return new(code, cause.Message);
            }
        }

        return null;
    }

    /// <param name="lasted">Since the first attempt that met this outage.</param>
    /// <param name="jitter">0 to 1.</param>
    public static TimeSpan PauseAfter(TimeSpan lasted, double jitter)
    {
        var pause = Math.Clamp(
            lasted.TotalSeconds * ShareOfOutage,
            ShortestPause.TotalSeconds,
            LongestPause.TotalSeconds
        );
        return TimeSpan.FromSeconds(pause * (0.75 + (jitter / 4)));
    }

    private static string? CodeOf(Exception exception) =>
        exception switch
        {
            VendorUnavailableException vendor => vendor.Code,
            // Connection, resources, shutdown, system: of the server, not of the statement.
            PostgresException { SqlState: ['0', '8', ..] or ['5', '3', ..] or ['5', '7', ..] or ['5', '8', ..] } =>
                "DATABASE_UNAVAILABLE",
            PostgresException => null,
            NpgsqlException => "DATABASE_UNAVAILABLE",
            RedisException or BackgroundJobClientException => "QUEUE_UNAVAILABLE",
            _ => null,
        };
}
