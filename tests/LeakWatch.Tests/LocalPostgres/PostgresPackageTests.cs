using System.Globalization;
using LeakWatch.LocalPostgres;
using LeakWatch.Tests.Services;

namespace LeakWatch.Tests.LocalPostgres;

public sealed class PostgresPackageTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public PostgresPackageTests()
    {
        // Run by root, the server is another account and must be able to pass through.
        File.SetUnixFileMode(folder.Path, File.GetUnixFileMode(folder.Path) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Without_an_installed_Postgres_new_data_are_written_by_the_newest_of_the_package()
    {
        var started = await EmbeddedPostgres.StartAsync(
            new() { Folder = folder.Path, ProgramsFolder = PostgresPrograms.Bundled, IsDurable = false }, Token);

        Assert.True(started.IsOk, started.Error?.Message);
        await started.Value.DisposeAsync();
        Assert.Equal(PostgresPackage.Newest.MajorVersion, await WrittenByAsync());
    }

    [Fact]
    public async Task Data_of_an_older_version_that_is_no_longer_installed_are_served_by_that_version_of_the_package()
    {
        var old = await PostgresVersions.FolderAsync(15);
        var first = await EmbeddedPostgres.StartAsync(new() { Folder = folder.Path, ProgramsFolder = old, IsDurable = false }, Token);
        await first.Value!.DisposeAsync();

        var again = await EmbeddedPostgres.StartAsync(
            new() { Folder = folder.Path, ProgramsFolder = PostgresPrograms.Bundled, IsDurable = false }, Token);

        Assert.True(again.IsOk, again.Error?.Message);
        await again.Value.DisposeAsync();
        Assert.Equal(15, await WrittenByAsync());
    }

    private async Task<int> WrittenByAsync() =>
        int.Parse(await File.ReadAllTextAsync(Path.Combine(folder.Path, "postgres", "data", "PG_VERSION"), Token), CultureInfo.InvariantCulture);
}
