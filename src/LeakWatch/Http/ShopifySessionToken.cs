using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace LeakWatch.Http;

/// <summary>What Shopify vouches for: this staff user, in this shop, uses this app. No role and no scope.</summary>
/// <param name="Shop"><c>name.myshopify.com</c>.</param>
/// <param name="User">Shopify's id of the staff user.</param>
internal sealed partial record ShopifySessionToken(string Shop, string User)
{
    /// <summary>Shopify's own libraries allow as much.</summary>
    private static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(10);

    private const int LongestToken = 4096;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 8 };

    /// <param name="clientId">Of the app: the only audience.</param>
    /// <param name="secrets">The app's client secret, and after a rotation the one before.</param>
    /// <returns>Null for every token that is not entirely right; why is nobody's business.</returns>
    public static ShopifySessionToken? Verify(string token, string clientId, IReadOnlyList<string> secrets, DateTimeOffset now)
    {
        if (token.Length > LongestToken || token.Split('.') is not [var header, var payload, var signature]
            || !IsSigned(header, payload, signature, secrets)
            || Read(header) is not { } head || Read(payload) is not { } claims)
        {
            return null;
        }

        using (head)
        using (claims)
        {
            return IsHs256(head.RootElement) ? OfClaims(claims.RootElement, clientId, now) : null;
        }
    }

    private static ShopifySessionToken? OfClaims(JsonElement claims, string clientId, DateTimeOffset now) =>
        Text(claims, "aud") == clientId
        && Text(claims, "sub") is { Length: > 0 and <= 100 } user
        && ShopAddress().Match(Text(claims, "dest") ?? "") is { Success: true } destination
        && Text(claims, "iss") == $"{destination.Value}/admin"
        && Seconds(claims, "exp") is { } expires && now <= expires + ClockSkew
        && Seconds(claims, "nbf") is { } notBefore && now >= notBefore - ClockSkew
        && (!claims.TryGetProperty("iat", out _) || (Seconds(claims, "iat") is { } issued && now >= issued - ClockSkew))
            ? new(destination.Groups["shop"].Value, user)
            : null;

    /// <summary>The algorithm is ours, not the token's: HS256 is computed whatever the header says, and the header must agree.</summary>
    private static bool IsSigned(string header, string payload, string signature, IReadOnlyList<string> secrets)
    {
        if (Decode(signature) is not { Length: HMACSHA256.HashSizeInBytes } given)
        {
            return false;
        }

        var signed = Encoding.UTF8.GetBytes($"{header}.{payload}");
        var isRight = false;
        foreach (var secret in secrets)
        {
            isRight |= CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed), given);
        }

        return isRight;
    }

    private static bool IsHs256(JsonElement header) =>
        Text(header, "alg") == "HS256" && !header.TryGetProperty("crit", out _) && (!header.TryGetProperty("typ", out _) || Text(header, "typ") == "JWT");

    private static JsonDocument? Read(string part)
    {
        try
        {
            if (Decode(part) is not { } json)
            {
                return null;
            }

            var document = JsonDocument.Parse(json, Strict);
            if (document.RootElement.ValueKind is JsonValueKind.Object)
            {
                return document;
            }

            document.Dispose();
            return null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static byte[]? Decode(string part)
    {
        try
        {
            return Base64Url.DecodeFromChars(part);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement claims, string name) =>
        claims.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    private static DateTimeOffset? Seconds(JsonElement claims, string name) =>
        claims.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.Number && value.TryGetInt64(out var seconds) && seconds is > 0 and < 253_402_300_000
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    [GeneratedRegex(@"\Ahttps://(?<shop>[a-z0-9][a-z0-9-]{0,60}\.myshopify\.com)\z", RegexOptions.NonBacktracking)]
    private static partial Regex ShopAddress();
}
