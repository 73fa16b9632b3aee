using System.Globalization;
using System.Security.Cryptography;
using LeakWatch.Configuration;
using StackExchange.Redis;

namespace LeakWatch.Tests.Services;

/// <summary>
/// A Redis of its own, started in a few hundredths of a second. It keeps nothing on disk:
/// killed, it comes back empty on the same port, which is the worst a queue can do to us.
/// </summary>
public class TestRedis : IAsyncDisposable
{
    private readonly string password = RandomNumberGenerator.GetHexString(32, lowercase: true);
    private readonly int port = ServerProcess.FreePort();
    private ServerProcess? server;

    internal string Url => string.Create(CultureInfo.InvariantCulture, $"redis://:{password}@127.0.0.1:{port}/0");

    /// <param name="options">More of redis-server's.</param>
    internal async Task StartAsync(params string[] options)
    {
        server = await ServerProcess.StartGuardedAsync(
            "redis-server", ["--bind", "127.0.0.1", "--port", port.ToString(CultureInfo.InvariantCulture),
            "--save", "", "--appendonly", "no", "--requirepass", password, "--dir", Path.GetTempPath(), .. options]);
        var processId = int.Parse(server.FirstLine, CultureInfo.InvariantCulture);
        while (!await AnswersAsync())
        {
            if (!File.Exists($"/proc/{processId}/exe"))
            {
                throw new InvalidOperationException("redis-server did not start. ./lw setup installs what tests need.");
            }

            await Task.Delay(10);
        }
    }

    /// <summary>kill -9: connections break, everything in it is gone. <see cref="StartAsync"/> brings an empty one back.</summary>
    internal void Kill()
    {
        server?.Dispose();
        server = null;
    }

    /// <summary>FLUSHALL.</summary>
    internal async Task EmptyAsync() => await ExecuteAsync(redis => redis.ExecuteAsync("FLUSHALL"));

    /// <summary>As a worker leaves it that was killed with a job in its hands: the queue believes that it is being run.</summary>
    internal async Task HoldAsync() => await ExecuteAsync(redis => redis.ExecuteAsync("ZADD", "{leakwatch}:processing", TimeProvider.System.GetUtcNow().ToUnixTimeSeconds(), "taken-by-the-dead"));

    /// <summary>Commands since its start, each of which has a price in production; those of this look (a handshake) included.</summary>
    internal async Task<long> CommandsAsync()
    {
        var statistics = (string)(await ExecuteAsync(redis => redis.ExecuteAsync("INFO", "stats")))!;
        return long.Parse(statistics.Split('\n').Single(line => line.StartsWith("total_commands_processed:", StringComparison.Ordinal)).Split(':')[1], CultureInfo.InvariantCulture);
    }

    public ValueTask DisposeAsync()
    {
        Kill();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            await ExecuteAsync(redis => redis.ExecuteAsync("PING"));
            return true;
        }
        catch (RedisConnectionException)
        {
            return false;
        }
    }

    private async Task<RedisResult> ExecuteAsync(Func<IDatabase, Task<RedisResult>> command)
    {
        var options = RedisUrl.Parse(Url, "REDIS_URL").Value!;
        (options.AbortOnConnectFail, options.ConnectRetry, options.AllowAdmin) = (true, 1, true);
        await using var redis = await ConnectionMultiplexer.ConnectAsync(options);
        return await command(redis.GetDatabase());
    }
}
