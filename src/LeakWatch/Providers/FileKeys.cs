using System.Globalization;

namespace LeakWatch.Providers;

/// <summary>Every key of a file. Tenant first; what a presigned upload can write and what we keep never share a prefix.</summary>
internal static class FileKeys
{
    public const string IncomingPrefix = "incoming";

    /// <summary>What a browser may upload to. A lifecycle rule of the store deletes it after a day.</summary>
    public static string Incoming(Guid organizationId, Guid versionId) => string.Create(CultureInfo.InvariantCulture, $"{IncomingPrefix}/{organizationId}/{versionId}");

    /// <summary>Our copy, which no presigned upload reaches.</summary>
    public static string Original(Guid organizationId, Guid shopId, Guid versionId) =>
        string.Create(CultureInfo.InvariantCulture, $"stored/{organizationId}/{shopId}/originals/{versionId}");
}
