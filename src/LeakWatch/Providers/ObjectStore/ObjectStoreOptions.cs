using System.Text.RegularExpressions;

namespace LeakWatch.Providers.ObjectStore;

/// <summary>Cloudflare R2, or another store that speaks S3 with addresses of the form endpoint/bucket/key.</summary>
internal sealed partial record ObjectStoreOptions(Uri Endpoint, string AccessKeyId, string SecretAccessKey, string Bucket)
{
    /// <returns>What is wrong, by the names of the variables; nothing when all is well.</returns>
    public IEnumerable<string> Problems() => Problems(Endpoint, Bucket);

    /// <summary>Of those that are known already.</summary>
    public static IEnumerable<string> Problems(Uri? endpoint, string? bucket)
    {
        // Names below localhost never leave the machine either (RFC 6761).
        if (endpoint is not null && endpoint.Scheme != Uri.UriSchemeHttps && !endpoint.IsLoopback && !endpoint.Host.EndsWith(".localhost", StringComparison.Ordinal))
        {
            yield return "R2_ENDPOINT is not encrypted; it begins with https://.";
        }

        // Cloudflare's page shows the address of the bucket; with it, every key would begin with the bucket's name twice.
        if (endpoint is not null && (endpoint.PathAndQuery != "/" || endpoint.UserInfo.Length > 0))
        {
            yield return "R2_ENDPOINT is more than the address of the account; leave out what follows the host, the bucket is R2_BUCKET.";
        }

        if (bucket is not null && !BucketName().IsMatch(bucket))
        {
            yield return "R2_BUCKET is not the name of a bucket: 3 to 63 lower-case letters, digits and hyphens.";
        }
    }

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\z", RegexOptions.NonBacktracking)]
    private static partial Regex BucketName();
}
