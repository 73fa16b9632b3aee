using System.Globalization;
using LeakWatch.Commands;
using LeakWatch.Configuration;
using LeakWatch.LocalPostgres;
using LeakWatch.Tests.Services;
using LeakWatch.Tests.Staging;
using Npgsql;

namespace LeakWatch.Tests.Commands;

/// <summary><c>leakwatch up</c> as a newcomer runs it: a process of its own, on each Postgres that a machine may have.</summary>
public sealed class UpTests : IDisposable
{
    private const int Patience = 300_000;
    private const string SomeLeak = "[1-9][0-9]* possible leak";

    private readonly TemporaryFolder folder = new();

    public UpTests()
    {
        // Run by root, the server is another account and must be able to pass through.
        File.SetUnixFileMode(
            folder.Path,
            File.GetUnixFileMode(folder.Path) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute
        );
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<int> Versions => [.. PostgresVersions.All];

    public void Dispose() => folder.Dispose();

    [Theory(Timeout = Patience)]
    [MemberData(nameof(Versions))]
    public async Task It_prints_the_leaks_of_the_demo_store(int version) =>
        Assert.Matches(
            SomeLeak,
            await UpAsync(await PostgresVersions.FolderAsync(version), TestContext.Current.CancellationToken)
        );

    [Fact(Timeout = Patience)]
    public async Task Where_no_Postgres_is_installed_it_prints_them_with_the_one_of_the_package() =>
        Assert.Matches(SomeLeak, await UpAsync(PostgresPrograms.Bundled, TestContext.Current.CancellationToken));

    [Fact(Timeout = Patience)]
    public async Task Stopped_while_it_reads_it_reads_the_rest_before_it_names_leaks()
    {
        var programs = await PostgresVersions.FolderAsync(PostgresVersions.Default);
        await UpAsync(programs, TestContext.Current.CancellationToken, until: "Reading ");

        Assert.Matches("Reading [1-9][0-9]* documents", await UpAsync(programs, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_database_that_cannot_be_migrated_is_one_sentence()
    {
        var programs = await PostgresVersions.FolderAsync(PostgresVersions.Default);
        var started = await EmbeddedPostgres.StartAsync(
            new()
            {
                Folder = folder.Path,
                ProgramsFolder = programs,
                IsDurable = false,
            },
            Token
        );
        await using (var postgres = started.Value!)
        {
            await ExecuteAsync(postgres.SuperuserUrl, "alter role leakwatch_owner nocreaterole");
        }

        var run = await ProgramRun.OfAsync([], Arguments(programs));

        Assert.Equal(ExitCode.Environment, run.ExitCode);
        Assert.Contains(
            "the login 'leakwatch_owner' of DATABASE_MIGRATE_URL lacks a right",
            run.Error,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bug_is_one_sentence_that_names_a_file_with_the_rest()
    {
        var programs = await PostgresVersions.FolderAsync(PostgresVersions.Default);
        folder.Write("samples/context.json", "{}");
        folder.Write("samples/store/invoice.csv", "Date,Amount\n");
        var started = await EmbeddedPostgres.StartAsync(
            new()
            {
                Folder = folder.Path,
                ProgramsFolder = programs,
                IsDurable = false,
            },
            Token
        );
        await using (var postgres = started.Value!)
        {
            await LeakWatch.Data.DatabaseMigration.ApplyAsync(
                DatabaseUrl.ToConnectionString(postgres.MigrateUrl, "OWNER").Value!,
                "leakwatch",
                Token
            );
            await ExecuteAsync(
                postgres.SuperuserUrl.Replace("/postgres", "/leakwatch", StringComparison.Ordinal),
                "alter table leakwatch.shops rename to lost"
            );
        }

        var run = await ProgramRun.OfAsync(
            [],
            [.. Arguments(programs), "--samples", Path.Combine(folder.Path, "samples")]
        );

        Assert.Equal(ExitCode.Environment, run.ExitCode);
        var report = Path.Combine(folder.Path, "up-failure.txt");
        Assert.Contains(report, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        Assert.Contains("   at ", await File.ReadAllTextAsync(report, Token), StringComparison.Ordinal);
    }

    /// <returns>What it wrote until its summary, or <paramref name="until"/>, was out.</returns>
    private async Task<string> UpAsync(
        string programs,
        CancellationToken cancellationToken,
        string until = "Ctrl-C stops it."
    )
    {
        Copy("context.json");
        foreach (var invoice in Directory.EnumerateFiles(Path.Combine(Repository.Root, "samples/store/bramble")))
        {
            Copy($"store/bramble/{Path.GetFileName(invoice)}");
        }

        using var up = new RunningProgram(
            Path.Combine(AppContext.BaseDirectory, "leakwatch"),
            [],
            [.. Arguments(programs), "--samples", Path.Combine(folder.Path, "samples")]
        );
        await up.WritesAsync(until, cancellationToken);
        var written = up.Text;

        Assert.Equal(ExitCode.Done, await up.TerminateAsync(cancellationToken));
        return written;
    }

    private string[] Arguments(string programs) =>
        [
            "up",
            "--port",
            ServerProcess.FreePort().ToString(CultureInfo.InvariantCulture),
            "--data",
            folder.Path,
            "--postgres",
            programs,
        ];

    private void Copy(string sample) =>
        File.Copy(
            Path.Combine(Repository.Root, "samples", sample),
            folder.Write($"samples/{sample}", ""),
            overwrite: true
        );

    private static async Task ExecuteAsync(string url, string statement)
    {
        await using var source = NpgsqlDataSource.Create(DatabaseUrl.ToConnectionString(url, "URL").Value!);
        await using var command = source.CreateCommand(statement);
        await command.ExecuteNonQueryAsync(Token);
    }
}
