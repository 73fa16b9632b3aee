namespace LeakWatch.LocalPostgres;

/// <summary>Where the private Postgres lives and how careful it is.</summary>
internal sealed record EmbeddedPostgresOptions
{
    /// <summary>Holds <c>postgres/</c>: the data, the generated passwords, the lock.</summary>
    /// <remarks>Run by root, the server is another account: every folder above must let that account pass (x).</remarks>
    public string Folder { get; init; } = DefaultFolder();

    /// <summary>
    /// The folder of <c>initdb</c> and <c>postgres</c>; null: the system's newest, else the package's;
    /// <see cref="PostgresPrograms.Bundled"/>: the package's, whatever is installed.
    /// </summary>
    public string? ProgramsFolder { get; init; }

    /// <summary>On 127.0.0.1; null: a free one.</summary>
    public int? Port { get; init; }

    /// <summary>false is for tests: fast, and a power cut may destroy the data. A killed process still loses nothing.</summary>
    public bool IsDurable { get; init; } = true;

    /// <summary>Connections at the same time, all pools together.</summary>
    public int MaxConnections { get; init; } = 100;

    /// <summary>Where releases of <see cref="PostgresPackage"/> are unpacked, once for every data folder of this user.</summary>
    public static string PackagesFolder() => Path.Combine(DefaultFolder(), "postgres-packages");

    /// <summary><c>/var/lib/leakwatch</c> for root, whose home no other account may read; else <c>$XDG_DATA_HOME/leakwatch</c>, by default <c>~/.local/share/leakwatch</c>.</summary>
    public static string DefaultFolder() =>
        Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows()
            ? "/var/lib/leakwatch"
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "leakwatch");
}
