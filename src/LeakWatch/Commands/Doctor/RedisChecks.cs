using System.Diagnostics;
using System.Globalization;
using LeakWatch.Configuration;
using StackExchange.Redis;

namespace LeakWatch.Commands.Doctor;

/// <summary>Connection, encryption, latency, and whether the queue may be evicted.</summary>
internal static class RedisChecks
{
    private const int Pings = 5;

    /// <summary>A busy machine takes its time for TLS.</summary>
    private const int ConnectMilliseconds = 15_000;

    /// <summary>A job is some twenty commands one after the other.</summary>
    private static readonly TimeSpan Slow = TimeSpan.FromMilliseconds(50);

    public static async Task RunAsync(Settings settings, CheckList results, CancellationToken cancellationToken)
    {
        if (settings.Redis is not { } configured)
        {
            results.Off("redis", "REDIS_URL is not set or wrong; without it the queue is kept in Postgres");
            return;
        }

        var options = configured.Clone();
        (options.AbortOnConnectFail, options.AllowAdmin) = (true, true);
        (options.ConnectRetry, options.ConnectTimeout) = (1, ConnectMilliseconds);
        try
        {
            await using var redis = await ConnectionMultiplexer.ConnectAsync(options).WaitAsync(cancellationToken);
            Encryption(options, results);
            await LatencyAsync(redis.GetDatabase(), results);
            await EvictionAsync(redis.GetDatabase(), results);
        }
        catch (RedisConnectionException exception)
        {
            results.Failed("redis connection", Reason(exception), "Check host, port and password in REDIS_URL, and that it begins with rediss:// where the server wants TLS.");
        }
    }

    private static void Encryption(ConfigurationOptions options, CheckList results)
    {
        var host = options.EndPoints[0] is System.Net.DnsEndPoint name ? name.Host : ((System.Net.IPEndPoint)options.EndPoints[0]).Address.ToString();
        results.Require(options.Ssl || PrivateHost.Is(host), "redis encryption", options.Ssl ? "TLS, certificate checked" : "not needed: the server is on this machine or its private network",
            "everything travels in the clear, the password too", "Use the rediss:// address.");
    }

    private static async Task LatencyAsync(IDatabase database, CheckList results)
    {
        var times = new List<TimeSpan>();
        for (var ping = 0; ping < Pings; ping++)
        {
            var start = Stopwatch.GetTimestamp();
            await database.PingAsync();
            times.Add(Stopwatch.GetElapsedTime(start));
        }

        var median = times.Order().ElementAt(Pings / 2);
        var text = string.Create(CultureInfo.InvariantCulture, $"{median.TotalMilliseconds:0.0} ms a command (median of {Pings})");
        if (median < Slow)
        {
            results.Ok("redis latency", text);
        }
        else
        {
            results.Unknown("redis latency", text, "Slow, or this machine is busy: ask again. A database belongs in the region of the app.");
        }
    }

    private static async Task EvictionAsync(IDatabase database, CheckList results)
    {
        const string What = "redis eviction";
        const string Fix = "Switch eviction off (maxmemory-policy noeviction): a queue that forgets is none.";
        if (await PolicyAsync(database) is { } policy)
        {
            results.Require(policy == "noeviction", What, policy, $"maxmemory-policy is {policy}", Fix);
        }
        else
        {
            results.Unknown(What, "the server does not tell", "Look at its page: eviction must be off.");
        }
    }

    /// <returns>Null where the server answers neither question, as Upstash does.</returns>
    private static async Task<string?> PolicyAsync(IDatabase database)
    {
        try
        {
            return (string?)((RedisResult[]?)await database.ExecuteAsync("CONFIG", "GET", "maxmemory-policy"))?.ElementAtOrDefault(1);
        }
        catch (RedisServerException)
        {
            return await PolicyByInfoAsync(database);
        }
    }

    private static async Task<string?> PolicyByInfoAsync(IDatabase database)
    {
        const string Field = "maxmemory_policy:";
        try
        {
            return ((string?)await database.ExecuteAsync("INFO", "memory"))?.Split('\n').FirstOrDefault(line => line.StartsWith(Field, StringComparison.Ordinal))?[Field.Length..].Trim();
        }
        catch (RedisServerException)
        {
            return null;
        }
    }

    /// <summary>The client's own sentence goes on with its settings and counters.</summary>
    private static string Reason(RedisConnectionException exception)
    {
        var cause = exception.InnerException?.InnerException ?? exception.InnerException;
        return $"{exception.FailureType}: {(cause ?? exception).Message.Split(" (", 2)[0]}";
    }
}
