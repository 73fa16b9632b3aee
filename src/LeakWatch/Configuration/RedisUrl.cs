using System.Globalization;
using LeakWatch.Core;
using StackExchange.Redis;

namespace LeakWatch.Configuration;

/// <summary><c>rediss://user:password@host:port/db</c>, as hosts give it, in the client's terms.</summary>
internal static class RedisUrl
{
    private const int DefaultPort = 6379;

    public static Result<ConfigurationOptions> Parse(string url, string variable)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("redis" or "rediss") || uri.Host.Length == 0)
        {
            return Wrong(variable);
        }

        var isEncrypted = uri.Scheme == "rediss";
        var options = new ConfigurationOptions
        {
            Ssl = isEncrypted,
            SslHost = isEncrypted ? uri.Host : null,
            // Redis may come later than we do: work waits in Postgres until then.
            AbortOnConnectFail = false,
            ConnectRetry = 5,
            ConnectTimeout = 10_000,
            SyncTimeout = 10_000,
            KeepAlive = 60,
            ClientName = "leakwatch",
            // None is needed with one server, and each is a command that has a price.
            TieBreaker = "",
            ConfigurationChannel = "",
            // One server keeps its role; asking for it every minute is the default.
            ConfigCheckSeconds = 600,
        };
        options.EndPoints.Add(uri.Host, uri.Port > 0 ? uri.Port : DefaultPort);
        var userInfo = uri.UserInfo.Split(':', 2);
        (options.User, options.Password) = userInfo.Length == 2
            ? (userInfo[0].Length > 0 ? Uri.UnescapeDataString(userInfo[0]) : null, Uri.UnescapeDataString(userInfo[1]))
            : (null, userInfo[0].Length > 0 ? Uri.UnescapeDataString(userInfo[0]) : null);
        var database = uri.AbsolutePath.Trim('/');
        if (database.Length > 0)
        {
            if (!int.TryParse(database, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                return Wrong(variable);
            }

            options.DefaultDatabase = number;
        }

        return options;
    }

    private static Error Wrong(string variable) =>
        new(ErrorKind.Invalid, "VALIDATION_ERROR", $"{variable} is not a URL of a Redis server; it looks like rediss://default:password@host:6379.");
}
