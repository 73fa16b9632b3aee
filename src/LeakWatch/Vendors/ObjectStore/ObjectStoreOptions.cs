using System.Text.RegularExpressions;

namespace LeakWatch.Vendors.ObjectStore;

/// <summary>Cloudflare R2, or another store that speaks S3 with addresses of the form endpoint/bucket/key.</summary>
internal sealed partial record ObjectStoreOptions(Uri Endpoint, string AccessKeyId, string SecretAccessKey, string Bucket)
{
    /// <returns>What is wrong, by the names of the variables; nothing when all is well.</returns>
    public IEnumerable<string> Problems()
    {
        // Names below localhost never leave the machine either (RFC 6761).
        if (Endpoint.Scheme != Uri.UriSchemeHttps && !Endpoint.IsLoopback && !Endpoint.Host.EndsWith(".localhost", StringComparison.Ordinal))
        {
            yield return "R2_ENDPOINT is not encrypted; it begins with https://.";
        }

        // Cloudflare's page shows the address of the bucket; with it, every key would begin with the bucket's name twice.
        if (Endpoint.PathAndQuery != "/" || Endpoint.UserInfo.Length > 0)
        {
            yield return "R2_ENDPOINT is more than the address of the account; leave out what follows the host, the bucket is R2_BUCKET.";
        }

        if (!BucketName().IsMatch(Bucket))
        {
            yield return "R2_BUCKET is not the name of a bucket: 3 to 63 lower-case letters, digits and hyphens.";
        }
    }

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\z", RegexOptions.NonBacktracking)]
    private static partial Regex BucketName();
}
