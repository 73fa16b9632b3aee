using System.Globalization;
using LeakWatch.Configuration;
using LeakWatch.Data;
using LeakWatch.LocalPostgres;
using Npgsql;

namespace LeakWatch.Tests.Services;

/// <summary>
/// A Postgres of one test that kills or restarts it, or wants another version; the others share one. Fast, not durable
/// against power cuts. The owner of its databases is what Supabase gives: no superuser, but createrole, createdb, bypassrls.
/// </summary>
internal sealed class TestPostgres : IAsyncDisposable
{
    private const string FolderPrefix = "leakwatch-postgres-";
    private const string Template = "leakwatch_template";
    private const int MaxConnections = 400;

    private readonly DirectoryInfo folder;
    private readonly int majorVersion;
    private readonly SemaphoreSlim templateLock = new(1, 1);
    private bool hasTemplate;
    private int created;
    private EmbeddedPostgres postgres = null!;

    private TestPostgres(DirectoryInfo folder, int majorVersion) => (this.folder, this.majorVersion) = (folder, majorVersion);

    public int MajorVersion => majorVersion;

    public int Port => postgres.Port;

    /// <param name="majorVersion">One that the package has; null: what LW_TEST_POSTGRES names, else Supabase's.</param>
    public static async Task<TestPostgres> StartAsync(int? majorVersion = null)
    {
        await RemoveLeftoversAsync();
        var folder = Directory.CreateTempSubdirectory(FolderPrefix);
        // Run by root, the server is another account and must be able to pass through.
        File.SetUnixFileMode(folder.FullName, File.GetUnixFileMode(folder.FullName) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        var server = new TestPostgres(folder, majorVersion ?? PostgresVersions.Default);
        server.postgres = await server.RunAsync(port: null);
        await server.ExecuteAsync("alter role leakwatch_owner createdb bypassrls");
        return server;
    }

    public async Task<TestDatabase> CreateDatabaseAsync()
    {
        await templateLock.WaitAsync();
        try
        {
            if (!hasTemplate)
            {
                await ExecuteAsync($"create database {Template} owner leakwatch_owner");
                var template = Database(Template);
                await DatabaseMigration.ApplyAsync(template.OwnerConnection, TestDatabase.Login, CancellationToken.None);
                NpgsqlConnection.ClearAllPools();
                hasTemplate = true;
            }
        }
        finally
        {
            templateLock.Release();
        }

        return await CreateAsync($"template {Template}");
    }

    public Task<TestDatabase> CreateEmptyDatabaseAsync() => CreateAsync("");

    /// <summary>kill -9 of the server, its backends left behind; <see cref="StartAgainAsync"/> brings it back.</summary>
    public async Task KillAsync()
    {
        using var server = System.Diagnostics.Process.GetProcessById(postgres.ProcessId);
        server.Kill();
        await server.WaitForExitAsync();
    }

    /// <summary>On the same port, with the same passwords: clients find it again.</summary>
    public async Task StartAgainAsync()
    {
        var port = postgres.Port;
        await postgres.DisposeAsync();
        postgres = await RunAsync(port);
    }

    public async ValueTask DisposeAsync()
    {
        await postgres.DisposeAsync();
        templateLock.Dispose();
        folder.Delete(recursive: true);
    }

    internal async Task ExecuteAsync(string statement)
    {
        await using var source = NpgsqlDataSource.Create(Database("postgres").SuperuserConnection);
        await using var command = source.CreateCommand(statement);
        await command.ExecuteNonQueryAsync();
    }

    private async Task<TestDatabase> CreateAsync(string options)
    {
        var database = Database(string.Create(CultureInfo.InvariantCulture, $"test_{Interlocked.Increment(ref created)}"));
        await ExecuteAsync($"create database {database.Name} owner leakwatch_owner {options}");
        return database;
    }

    private TestDatabase Database(string name) => new(name, this, postgres.MigrateUrl, postgres.DatabaseUrl, postgres.SuperuserUrl);

    private async Task<EmbeddedPostgres> RunAsync(int? port)
    {
        var started = await EmbeddedPostgres.StartAsync(
            new()
            {
                Folder = folder.FullName,
                ProgramsFolder = await PostgresVersions.FolderAsync(majorVersion),
                IsDurable = false,
                Port = port,
                MaxConnections = MaxConnections,
            },
            CancellationToken.None);
        return started.IsOk ? started.Value : throw new InvalidOperationException($"{started.Error.Message} ./lw setup installs what tests need.");
    }

    /// <summary>What killed test runs left: their locks are free.</summary>
    private static async Task RemoveLeftoversAsync()
    {
        foreach (var left in new DirectoryInfo(Path.GetTempPath()).EnumerateDirectories($"{FolderPrefix}*"))
        {
            if (!Directory.Exists(Path.Combine(left.FullName, "postgres")) || PostgresCluster.Open(left.FullName) is not { IsOk: true, Value: var cluster })
            {
                continue;
            }

            using (cluster)
            {
                await PostgresProcesses.EndAllAsync(cluster.Secrets.ClusterName);
                left.Delete(recursive: true);
            }
        }
    }
}

/// <summary>One database of a test, reachable in each role.</summary>
internal sealed class TestDatabase(string name, TestPostgres server, string ownerUrl, string loginUrl, string superuserUrl) : IAsyncDisposable
{
    public const string Login = "leakwatch";

    public string Name => name;

    /// <summary>Owns the database and is no superuser: as <c>DATABASE_MIGRATE_URL</c>.</summary>
    public string OwnerUrl { get; } = WithDatabase(ownerUrl, name);

    /// <summary>Owns nothing: as <c>DATABASE_URL</c>.</summary>
    public string LoginUrl { get; } = WithDatabase(loginUrl, name);

    /// <summary>In Npgsql's form, as are the next two.</summary>
    public string OwnerConnection => DatabaseUrl.ToConnectionString(OwnerUrl, "OWNER").Value!;

    public string LoginConnection => DatabaseUrl.ToConnectionString(LoginUrl, "LOGIN").Value!;

    /// <summary>Sees every row: for assertions about what is really stored, never for the code under test.</summary>
    public string SuperuserConnection => DatabaseUrl.ToConnectionString(WithDatabase(superuserUrl, name), "SUPERUSER").Value!;

    /// <summary>As the superuser, for what no role of the product may do.</summary>
    public async Task ExecuteAsync(string statement)
    {
        await using var source = NpgsqlDataSource.Create(SuperuserConnection);
        await using var command = source.CreateCommand(statement);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync() => await server.ExecuteAsync($"drop database if exists {name} with (force)");

    private static string WithDatabase(string url, string database) => $"{url[..url.LastIndexOf('/')]}/{database}";
}
