using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace LeakWatch.Tests.Services;

/// <summary>Makes session tokens as Shopify does, and wrong ones as others would.</summary>
internal static class SessionTokens
{
    public const string ClientId = "test_key";
    public const string Secret = "test_secret_key";
    public const string PreviousSecret = "test_secret_before";

    public static Dictionary<string, object> Claims(string domain, DateTimeOffset now, string user = "1") => new(StringComparer.Ordinal)
    {
        ["iss"] = $"https://{domain}/admin",
        ["dest"] = $"https://{domain}",
        ["aud"] = ClientId,
        ["sub"] = user,
        ["exp"] = now.AddSeconds(60).ToUnixTimeSeconds(),
        ["nbf"] = now.ToUnixTimeSeconds(),
        ["iat"] = now.ToUnixTimeSeconds(),
        ["jti"] = "4321",
        ["sid"] = "abc123",
    };

    public static string Write(string domain, DateTimeOffset now) => Write(Claims(domain, now));

    public static string Write(IReadOnlyDictionary<string, object> claims, string secret = Secret, string header = """{"alg":"HS256","typ":"JWT"}""") =>
        Sign($"{Encode(header)}.{Encode(JsonSerializer.Serialize(claims))}", secret);

    public static string Sign(string signed, string secret) =>
        $"{signed}.{Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(signed)))}";

    public static string Encode(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));
}
