using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Text.Json;
using LeakWatch.Core;

namespace LeakWatch.LocalPostgres;

/// <summary>The files of one private Postgres, held by one process at a time.</summary>
internal sealed class PostgresCluster : IDisposable
{
    public const string Superuser = "leakwatch_superuser";

    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode Passable = Private | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
    private const UnixFileMode PrivateFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly string folder;
    private readonly FileStream heldLock;

    private PostgresCluster(string folder, FileStream heldLock) => (this.folder, this.heldLock) = (folder, heldLock);

    public string DataFolder => DataIn(folder);

    /// <summary>As PG_VERSION has it, such as <c>15</c>; null when there are no data yet.</summary>
    public string? WrittenByVersion => Directory.Exists(DataFolder)
        ? File.Exists(VersionFile) ? File.ReadAllText(VersionFile).Trim() : "unknown"
        : null;

    public UnixAccount? Account => field ??= UnixAccount.ForServers(Secrets.Account);

    public ClusterSecrets Secrets { get; private set; } = null!;

    private string VersionFile => Path.Combine(DataFolder, "PG_VERSION");

    private string SecretsFile => SecretsIn(folder);

    /// <summary>Makes the folder and its passwords on first use; holds the lock until disposed.</summary>
    [SupportedOSPlatform("linux")]
    public static Result<PostgresCluster> Open(string parent)
    {
        var folder = FolderIn(parent);
        // Of root's folders nothing can be listed, but the server's account can reach what is its own.
        var mode = Environment.IsPrivilegedProcess ? Passable : Private;
        Directory.CreateDirectory(parent, mode);
        Directory.CreateDirectory(folder, mode);

        var holderFile = Path.Combine(folder, "process");
        FileStream heldLock;
        try
        {
            heldLock = new(Path.Combine(folder, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return EmbeddedPostgresErrors.InUse(folder, File.Exists(holderFile) ? File.ReadAllText(holderFile) : null);
        }

        File.WriteAllText(holderFile, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));

        var cluster = new PostgresCluster(folder, heldLock);
        if (cluster.OpenSecrets() is { } error)
        {
            cluster.Dispose();
            return error;
        }

        return cluster;
    }

    /// <summary>What another process keeps running below <paramref name="parent"/>; null: nothing runs there.</summary>
    public static (ClusterSecrets Secrets, int Port)? FindRunning(string parent)
    {
        // Postgres writes its port in the fourth line.
        var (secretsFile, processFile) = (SecretsIn(FolderIn(parent)), Path.Combine(DataIn(FolderIn(parent)), "postmaster.pid"));
        return File.Exists(secretsFile) && File.Exists(processFile) && File.ReadLines(processFile).ElementAtOrDefault(3) is { } port
            && JsonSerializer.Deserialize<ClusterSecrets>(File.ReadAllText(secretsFile)) is { } secrets
            ? (secrets, int.Parse(port, NumberStyles.None, CultureInfo.InvariantCulture))
            : null;
    }

    private static string FolderIn(string parent) => Path.GetFullPath(Path.Combine(parent, "postgres"));

    private static string DataIn(string folder) => Path.Combine(folder, "data");

    private static string SecretsIn(string folder) => Path.Combine(folder, "secrets.json");

    /// <returns>What went wrong; null once the data exist.</returns>
    [SupportedOSPlatform("linux")]
    public async Task<Error?> CreateDataAsync(PostgresPrograms programs, bool isDurable, CancellationToken cancellationToken)
    {
        // Only a finished initdb gets the final name: what a crash left behind is thrown away.
        var unfinished = $"{DataFolder}.new";
        if (Directory.Exists(unfinished))
        {
            Directory.Delete(unfinished, recursive: true);
        }

        Directory.CreateDirectory(unfinished, Private);
        Account?.Own(unfinished);
        var passwordFile = Path.Combine(folder, "password");
        WritePrivately(passwordFile, Secrets.SuperuserPassword);
        Account?.Own(passwordFile);
        try
        {
            string[] arguments =
            [
                "--pgdata", unfinished, "--username", Superuser, "--pwfile", passwordFile, "--auth", "scram-sha-256",
                "--encoding", "UTF8", "--locale", "C.UTF-8", "--lc-messages", "C", "--data-checksums", .. isDurable ? (string[])[] : ["--no-sync"],
            ];
            using var initDb = Process.Start(ServerProcess(programs.InitDb, arguments))!;
            await using var ending = cancellationToken.Register(() => initDb.Kill(entireProcessTree: true));
            var reading = initDb.StandardOutput.ReadToEndAsync(CancellationToken.None);
            var errors = await initDb.StandardError.ReadToEndAsync(CancellationToken.None);
            await reading;
            await initDb.WaitForExitAsync(CancellationToken.None);
            cancellationToken.ThrowIfCancellationRequested();
            if (initDb.ExitCode != 0)
            {
                return EmbeddedPostgresErrors.NotStarted(programs.InitDb, errors.Trim());
            }
        }
        finally
        {
            File.Delete(passwordFile);
        }

        Directory.Move(unfinished, DataFolder);
        return null;
    }

    /// <summary>Runs a program of Postgres as the account that owns the data, untouched by PG… variables of the caller.</summary>
    public ProcessStartInfo ServerProcess(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        start.Environment["LC_ALL"] = "C";
        start.Environment["TZ"] = "UTC";
        start.Environment["PATH"] = "/usr/bin:/bin";
        if (Account is { } account)
        {
            start.UserName = account.Name;
        }

        return start;
    }

    public void Dispose() => heldLock.Dispose();

    [SupportedOSPlatform("linux")]
    private Error? OpenSecrets()
    {
        if (File.Exists(SecretsFile))
        {
            try
            {
                Secrets = JsonSerializer.Deserialize<ClusterSecrets>(File.ReadAllText(SecretsFile))!;
                return null;
            }
            catch (JsonException)
            {
                return EmbeddedPostgresErrors.NoPasswords(DataFolder, SecretsFile);
            }
        }

        if (Directory.Exists(DataFolder))
        {
            return EmbeddedPostgresErrors.NoPasswords(DataFolder, SecretsFile);
        }

        Secrets = ClusterSecrets.Generate();
        var unfinished = $"{SecretsFile}.new";
        WritePrivately(unfinished, JsonSerializer.Serialize(Secrets));
        File.Move(unfinished, SecretsFile);
        return null;
    }

    [SupportedOSPlatform("linux")]
    private static void WritePrivately(string path, string content)
    {
        File.Delete(path);
        using var writer = new StreamWriter(path, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = PrivateFile });
        writer.Write(content);
    }
}

/// <param name="ClusterName">Unique on the machine; stands in the title of each of its processes, by which they are found again.</param>
/// <param name="Account">Whom the data belong to when root started first; null: to whoever runs LeakWatch.</param>
internal sealed record ClusterSecrets(string ClusterName, string? Account, string SuperuserPassword, string OwnerPassword, string LoginPassword)
{
    private const int PasswordLength = 48;

    public static ClusterSecrets Generate() => new(
        $"leakwatch-{RandomNumberGenerator.GetHexString(12, lowercase: true)}",
        UnixAccount.ForServers(name: null)?.Name,
        Password(),
        Password(),
        Password());

    private static string Password() => RandomNumberGenerator.GetHexString(PasswordLength, lowercase: true);
}
