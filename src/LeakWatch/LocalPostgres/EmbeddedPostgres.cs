using System.ComponentModel;
using System.Globalization;
using System.Runtime.Versioning;
using LeakWatch.Core;
using Npgsql;

namespace LeakWatch.LocalPostgres;

/// <summary>
/// A private Postgres for one machine (architecture.md, decision 6): data in a folder of ours that survive restarts, one server on
/// 127.0.0.1, generated passwords. It ends with this process; what a killed process left running is ended at the next start.
/// </summary>
internal sealed class EmbeddedPostgres : IAsyncDisposable
{
    private const string Database = "leakwatch";
    private const string Owner = "leakwatch_owner";
    private const string Login = "leakwatch";

    private readonly PostgresCluster cluster;
    private readonly PostgresServer server;

    private EmbeddedPostgres(PostgresCluster cluster, PostgresServer server) => (this.cluster, this.server) = (cluster, server);

    /// <summary><c>leakwatch</c>: logs in, owns nothing, row-level security binds it. What api and worker use.</summary>
    public string DatabaseUrl => Url(Login, cluster.Secrets.LoginPassword, Port, Database);

    /// <summary><c>leakwatch_owner</c>: owns the database, may create roles, is no superuser. What <c>migrate</c> uses.</summary>
    public string MigrateUrl => Url(Owner, cluster.Secrets.OwnerPassword, Port, Database);

    /// <summary>For maintenance and tests; nothing of the product runs with it.</summary>
    public string SuperuserUrl => Url(PostgresCluster.Superuser, cluster.Secrets.SuperuserPassword, Port, "postgres");

    public int Port => server.Port;

    /// <summary>Of the server, for tests that kill it.</summary>
    public int ProcessId => server.ProcessId;

    /// <summary>
    /// Creates the cluster on first use (about a second), else starts it in a fraction of one.
    /// Errors: POSTGRES_NOT_FOUND, POSTGRES_VERSION_MISMATCH, POSTGRES_IN_USE, POSTGRES_NOT_STARTED.
    /// </summary>
    public static async Task<Result<EmbeddedPostgres>> StartAsync(EmbeddedPostgresOptions options, CancellationToken cancellationToken)
    {
        if (!OperatingSystem.IsLinux())
        {
            return EmbeddedPostgresErrors.OnlyOnLinux;
        }

        var opened = PostgresCluster.Open(options.Folder);
        if (!opened.IsOk)
        {
            return opened.Error;
        }

        var cluster = opened.Value;
        var started = false;
        try
        {
            var server = await StartServerAsync(cluster, options, cancellationToken);
            if (!server.IsOk)
            {
                return server.Error;
            }

            var postgres = new EmbeddedPostgres(cluster, server.Value);
            await postgres.CreateRolesAsync(cancellationToken);
            started = true;
            return postgres;
        }
        catch (Win32Exception)
        {
            return EmbeddedPostgresErrors.NotReached(cluster.DataFolder, cluster.Secrets.Account);
        }
        finally
        {
            if (!started)
            {
                await PostgresProcesses.EndAllAsync(cluster.Secrets.ClusterName);
                cluster.Dispose();
            }
        }
    }

    /// <summary>Where the login of a Postgres finds it that another process keeps in <paramref name="folder"/>.</summary>
    /// <returns>Null: none runs there.</returns>
    public static string? FindRunning(string folder) =>
        PostgresCluster.FindRunning(folder) is var (secrets, port) ? Url(Login, secrets.LoginPassword, port, Database) : null;

    /// <summary>Ends the server, open transactions rolled back, and frees the folder for the next.</summary>
    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        cluster.Dispose();
    }

    /// <summary>What kill -9 of this process would do to the folder, for tests: free it, and leave the server running.</summary>
    internal void ReleaseLock() => cluster.Dispose();

    [SupportedOSPlatform("linux")]
    private static async Task<Result<PostgresServer>> StartServerAsync(
        PostgresCluster cluster, EmbeddedPostgresOptions options, CancellationToken cancellationToken)
    {
        var programs = await PostgresPrograms.FindAsync(
            options.ProgramsFolder, EmbeddedPostgresOptions.PackagesFolder(), cluster.DataFolder, cluster.WrittenByVersion, cancellationToken);
        if (!programs.IsOk)
        {
            return programs.Error;
        }

        await PostgresProcesses.EndAllAsync(cluster.Secrets.ClusterName);
        if (cluster.WrittenByVersion is null
            && await cluster.CreateDataAsync(programs.Value, options.IsDurable, cancellationToken) is { } error)
        {
            return error;
        }

        return await PostgresServer.StartAsync(programs.Value, cluster, options, cancellationToken);
    }

    /// <summary>Repeated at each start: a first start may have died half-way.</summary>
    private async Task CreateRolesAsync(CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = Port,
            Username = PostgresCluster.Superuser,
            Password = cluster.Secrets.SuperuserPassword,
            Database = "postgres",
            Pooling = false,
        }.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await EnsureAsync(connection, "pg_roles where rolname", Owner, $"create role {Owner} login createrole nosuperuser nobypassrls password '{cluster.Secrets.OwnerPassword}'", cancellationToken);
        await EnsureAsync(connection, "pg_roles where rolname", Login, $"create role {Login} login nosuperuser nobypassrls password '{cluster.Secrets.LoginPassword}'", cancellationToken);
        await EnsureAsync(connection, "pg_database where datname", Database, $"create database {Database} owner {Owner}", cancellationToken);
    }

    private static async Task EnsureAsync(NpgsqlConnection connection, string catalog, string name, string creation, CancellationToken cancellationToken)
    {
        await using var look = new NpgsqlCommand($"select 1 from {catalog} = '{name}'", connection);
        if (await look.ExecuteScalarAsync(cancellationToken) is null)
        {
            await using var create = new NpgsqlCommand(creation, connection);
            await create.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private static string Url(string role, string password, int port, string database) => string.Create(CultureInfo.InvariantCulture, $"postgresql://{role}:{password}@127.0.0.1:{port}/{database}");
}
