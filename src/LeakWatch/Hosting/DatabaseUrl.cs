using LeakWatch.Core;
using Npgsql;

namespace LeakWatch.Hosting;

/// <summary><c>postgresql://user:password@host:port/database?sslmode=require</c>, as hosts give it, in Npgsql's terms.</summary>
internal static class DatabaseUrl
{
    private const int DefaultPort = 5432;

    public static Result<string> ToConnectionString(string url, string variable)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("postgresql" or "postgres") || uri.Host.Length == 0 || uri.AbsolutePath.Trim('/').Length == 0)
        {
            return Wrong(variable, "is not a URL of a Postgres database");
        }

        var userInfo = uri.UserInfo.Split(':', 2);
        var connection = new NpgsqlConnectionStringBuilder
        {
            Host = uri.Host,
            Port = uri.Port > 0 ? uri.Port : DefaultPort,
            Database = Uri.UnescapeDataString(uri.AbsolutePath.Trim('/')),
            Username = Uri.UnescapeDataString(userInfo[0]),
            Password = userInfo.Length > 1 ? Uri.UnescapeDataString(userInfo[1]) : null,
            ApplicationName = "leakwatch",
            // A transaction-mode pooler (Supabase's port 6543) keeps neither session state nor prepared statements.
            NoResetOnClose = true,
            MaxAutoPrepare = 0,
        };
        foreach (var option in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var pair = option.Split('=', 2);
            try
            {
                switch (pair[0])
                {
                    case "sslmode":
                        connection.SslMode = Enum.Parse<SslMode>(pair[^1].Replace("-", "", StringComparison.Ordinal), ignoreCase: true);
                        break;
                    case "pgbouncer" or "connection_limit":
                        break;
                    default:
                        connection[pair[0].Replace('_', ' ')] = Uri.UnescapeDataString(pair[^1]);
                        break;
                }
            }
            catch (Exception exception) when (exception is ArgumentException or KeyNotFoundException or FormatException)
            {
                return Wrong(variable, $"has the option '{pair[0]}', which is not known");
            }
        }

        return connection.ConnectionString;
    }

    /// <summary>The login that a URL names.</summary>
    public static string UserOf(string connectionString) => new NpgsqlConnectionStringBuilder(connectionString).Username ?? "";

    private static Error Wrong(string variable, string what) =>
        new(ErrorKind.Invalid, "VALIDATION_ERROR", $"{variable} {what}; it looks like postgresql://user:password@host:5432/database.");
}
