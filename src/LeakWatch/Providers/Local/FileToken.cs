using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LeakWatch.Providers.Local;

/// <summary>What one signed address allows: one operation on one key, until one instant.</summary>
/// <param name="Operation">PUT or GET.</param>
/// <param name="SizeBytes">PUT: exactly so many.</param>
/// <param name="Sha256">PUT: of exactly these.</param>
/// <param name="FileName">GET: the name of the attachment.</param>
internal sealed record FileGrant(string Operation, string Key, string ContentType, long SizeBytes, string? Sha256, string? FileName, DateTimeOffset ExpiresAt);

/// <summary>Grants as text that nobody else can make: payload and HMAC-SHA256, both base64url.</summary>
internal sealed class FileTokens(byte[] secret)
{
    public string Write(FileGrant grant)
    {
        var payload = Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(grant, FileTokenJson.Default.FileGrant));
        return $"{payload}.{Base64Url.EncodeToString(Sign(payload))}";
    }

    /// <returns>Null for what we did not write.</returns>
    public FileGrant? Read(string? token)
    {
        var parts = token?.Split('.');
        if (parts is not { Length: 2 } || !Base64Url.IsValid(parts[1]) || !CryptographicOperations.FixedTimeEquals(Sign(parts[0]), Base64Url.DecodeFromChars(parts[1])))
        {
            return null;
        }

        return JsonSerializer.Deserialize(Base64Url.DecodeFromChars(parts[0]), FileTokenJson.Default.FileGrant);
    }

    private byte[] Sign(string payload) => HMACSHA256.HashData(secret, Encoding.ASCII.GetBytes(payload));
}

[JsonSerializable(typeof(FileGrant))]
internal sealed partial class FileTokenJson : JsonSerializerContext;
