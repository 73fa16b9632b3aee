using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace LeakWatch.Configuration;

/// <summary>
/// LW_OPERATIONS_TOKEN in a request: as a bearer token, or as the password of any name, which is what browsers can send.
/// </summary>
internal static class OperationsToken
{
    /// <summary>Of the token, in characters; <c>openssl rand -hex 32</c> gives 64.</summary>
    public const int Shortest = 32;

    public static bool IsIn(HttpRequest request, string token) =>
        AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out var header)
        && Given(header) is { } given && AreSame(given, token);

    private static string? Given(AuthenticationHeaderValue header) => header.Scheme.ToUpperInvariant() switch
    {
        "BEARER" => header.Parameter,
        "BASIC" => PasswordOf(header.Parameter ?? ""),
        _ => null,
    };

    private static string? PasswordOf(string parameter)
    {
        var bytes = new byte[parameter.Length];
        return Convert.TryFromBase64String(parameter, bytes, out var written)
            && Encoding.UTF8.GetString(bytes, 0, written).Split(':', 2) is [_, var password] ? password : null;
    }

    /// <summary>In the same time wherever they differ. Digests hide how long the token is.</summary>
    private static bool AreSame(string given, string token) =>
        CryptographicOperations.FixedTimeEquals(Digest(given), Digest(token));

    private static byte[] Digest(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
