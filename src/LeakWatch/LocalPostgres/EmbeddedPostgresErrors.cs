using LeakWatch.Core;

namespace LeakWatch.LocalPostgres;

/// <summary>Why there is no private Postgres, in words that say what to do.</summary>
internal static class EmbeddedPostgresErrors
{
    private const string OwnDatabase = "or set DATABASE_URL to a PostgreSQL of your own for 'leakwatch migrate', 'api' and 'worker'";

    public static Error OnlyOnLinux { get; } = new(
        ErrorKind.Invalid,
        "POSTGRES_NOT_FOUND",
        "The embedded database runs on Linux only. Set DATABASE_URL to a PostgreSQL of your own for 'leakwatch migrate', 'api' and 'worker'.");

    public static Error NotFound(string because) => new(
        ErrorKind.NotFound,
        "POSTGRES_NOT_FOUND",
        $"No PostgreSQL {PostgresPrograms.OldestVersion} or newer can be run: {because} Install it (Debian: apt-get install postgresql), {OwnDatabase}.");

    public static Error AnotherVersion(string dataFolder, string written, IEnumerable<int> found) => new(
        ErrorKind.Conflict,
        "POSTGRES_VERSION_MISMATCH",
        $"The data in {dataFolder} were written by PostgreSQL {written}; found here: {(found.Any() ? string.Join(", ", found) : "none")}. "
        + $"Install PostgreSQL {written}, move that folder away to start anew, {OwnDatabase}.");

    public static Error InUse(string folder, string? processId) => new(
        ErrorKind.Conflict,
        "POSTGRES_IN_USE",
        $"Another LeakWatch{(processId is null ? "" : $" (process {processId})")} is using {folder}. End it first, or choose another folder with --data.");

    public static Error NoPasswords(string dataFolder, string secretsFile) => new(
        ErrorKind.Invalid,
        "POSTGRES_NOT_STARTED",
        $"{dataFolder} holds a database, but its passwords in {secretsFile} are missing or damaged. Restore that file, move the folder away to start anew, {OwnDatabase}.");

    public static Error NotReached(string folder, string? account) => new(
        ErrorKind.Invalid,
        "POSTGRES_NOT_STARTED",
        account is null
            ? $"PostgreSQL may not be started in {folder}; choose a folder of your own with --data."
            : $"The account '{account}', as which PostgreSQL runs where root starts it, may not pass to {folder}; let it through the folders above (chmod o+x), or choose another with --data.");

    public static Error NotStarted(string program, string output) => new(
        ErrorKind.Invalid,
        "POSTGRES_NOT_STARTED",
        $"{program} failed: {(output.Length == 0 ? "it said nothing." : output)}");
}
