using System.Text.RegularExpressions;

namespace LeakWatch.Observability;

/// <summary>What no log line may show: credentials by their shape, wherever they stand, and whole values by the name they stand under.</summary>
internal static partial class Redaction
{
    public const string Mark = "[redacted]";

    /// <summary>Longer texts are cut: a log is no place for documents.</summary>
    private const int LongestText = 4_000;

    private static readonly HashSet<string> Secret = new(StringComparer.OrdinalIgnoreCase)
    {
        "authorization", "cookie", "password", "secret", "token", "accessToken", "apiKey", "key", "body", "text", "excerpt", "content", "html",
    };

    /// <summary>Whether what stands under this name is left out, whatever it is.</summary>
    public static bool IsSecret(string name) => Secret.Contains(name.Replace("_", "", StringComparison.Ordinal));

    public static string Of(string text)
    {
        if (text.Length > LongestText)
        {
            text = string.Concat(text.AsSpan(0, LongestText), "…");
        }

        text = UrlPassword().Replace(text, $"://$1:{Mark}@");
        text = Query().Replace(text, $"$1?{Mark}");
        text = Header().Replace(text, $"$1{Mark}");
        text = Pair().Replace(text, $"$1{Mark}");
        return Token().Replace(text, Mark);
    }

    // "rediss://default:secret@host"; a password may hold anything but the sign that ends it.
    [GeneratedRegex("://([^:/@\\s]*):[^@\\s]+@", RegexOptions.CultureInvariant)]
    private static partial Regex UrlPassword();

    // Presigned addresses carry their signature there, links their token; what is left tells which file or page it was.
    [GeneratedRegex("(https?://[^\\s?\"']+)\\?[^\\s\"'<>]+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Query();

    [GeneratedRegex("\\b((?:authorization|proxy-authorization|cookie|set-cookie|x-shopify-access-token|api-key)\\s*[:=]\\s*)[^\\r\\n,;\"]+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Header();

    // Connection strings and query strings without their address.
    [GeneratedRegex("\\b((?:password|pwd|client_secret|access_token|id_token|refresh_token|signature|X-Amz-[A-Za-z-]+|hmac)\\s*=\\s*)[^\\s;&\"']+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Pair();

    // Bearer and basic credentials; JWTs; tokens of Shopify, OpenAI, Mailgun, Sentry and GitHub; AWS-style access keys; Slack's webhooks, which are a secret as a whole.
    [GeneratedRegex("\\b(?:(?:bearer|basic)\\s+[A-Za-z0-9._~+/=-]{8,}|eyJ[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*|shp(?:at|ss|ca|ua|pa)_[A-Za-z0-9]+|sk-[A-Za-z0-9_-]{16,}|key-[0-9a-f]{32}|sntrys_[A-Za-z0-9_=+/-]+|gh[pousr]_[A-Za-z0-9]{20,}|AKIA[0-9A-Z]{16}|hooks\\.slack\\.com/[^\\s\"']+)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Token();
}
