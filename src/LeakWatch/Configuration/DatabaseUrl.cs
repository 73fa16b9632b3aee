using LeakWatch.Core;
using Npgsql;

namespace LeakWatch.Configuration;

/// <summary><c>postgresql://user:password@host:port/database?sslmode=require</c>, as hosts give it, in Npgsql's terms.</summary>
internal static class DatabaseUrl
{
    private const int DefaultPort = 5432;

    /// <summary>Of one process, unless the URL says <c>maximum_pool_size</c>. More at once than the server has cores for only lengthens the slowest answers.</summary>
    private const int MaxConnections = 8;

    /// <param name="mustBeEncrypted">Unless the server is on this machine or its host's private network.</param>
    public static Result<string> ToConnectionString(string url, string variable, bool mustBeEncrypted = false)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("postgresql" or "postgres") || uri.Host.Length == 0 || uri.AbsolutePath.Trim('/').Length == 0)
        {
            return Wrong(variable, "is not a URL of a Postgres database");
        }

        var userInfo = uri.UserInfo.Split(':', 2);
        if (userInfo[0].Length == 0)
        {
            return Wrong(variable, "names no login");
        }

        var isPublic = mustBeEncrypted && !PrivateHost.Is(uri.Host);
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
            MaxPoolSize = MaxConnections,
            SslMode = isPublic ? SslMode.Require : SslMode.Prefer,
        };
        foreach (var option in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var pair = option.Split('=', 2);
            if (!TrySet(connection, pair[0].Replace('_', ' '), Uri.UnescapeDataString(pair[^1])))
            {
                // What is no word may be part of a password whose sign was not escaped.
                return Wrong(variable, $"has {(pair[0].All(char.IsAsciiLetter) ? $"the option '{pair[0]}'" : "an option")} that is not known or has a wrong value");
            }
        }

        return isPublic && connection.SslMode is SslMode.Disable or SslMode.Allow or SslMode.Prefer
            ? Wrong(variable, "is not encrypted: its sslmode must be require, verify-ca or verify-full")
            : connection.ConnectionString;
    }

    private static bool TrySet(NpgsqlConnectionStringBuilder connection, string option, string value)
    {
        try
        {
            switch (option)
            {
                case "sslmode":
                    connection.SslMode = Enum.Parse<SslMode>(value.Replace("-", "", StringComparison.Ordinal), ignoreCase: true);
                    return Enum.IsDefined(connection.SslMode);
                case "sslrootcert":
                    connection.RootCertificate = value;
                    return true;
                case "pgbouncer" or "connection limit":
                    return true;
                case var trust when trust.Replace(" ", "", StringComparison.Ordinal).Equals("TrustServerCertificate", StringComparison.OrdinalIgnoreCase):
                    // Nothing turns the check of certificates off.
                    return false;
                default:
                    connection[option] = value;
                    return true;
            }
        }
        catch (Exception exception) when (exception is ArgumentException or KeyNotFoundException or FormatException)
        {
            return false;
        }
    }

    /// <summary>The login that a URL names.</summary>
    public static string UserOf(string connectionString) => new NpgsqlConnectionStringBuilder(connectionString).Username ?? "";

    private static Error Wrong(string variable, string what) =>
        new(ErrorKind.Invalid, "VALIDATION_ERROR", $"{variable} {what}; it looks like postgresql://user:password@host:5432/database.");
}
