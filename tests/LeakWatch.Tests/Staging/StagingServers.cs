using System.Globalization;
using System.Security.Cryptography;
using LeakWatch.Tests.Providers;
using LeakWatch.Tests.Services;

namespace LeakWatch.Tests.Staging;

/// <summary>What staging has outside of us, on this machine: Postgres behind a pooler in transaction mode, Redis, and an S3 server, each over TLS with a password.</summary>
internal sealed class StagingServers : IAsyncDisposable
{
    private const string Bucket = "leakwatch-staging";
    private const string S3Account = "S3RVER";

    /// <summary>As Supabase's pooler wants it: the role, a dot, the project.</summary>
    public const string PoolerLogin = TestDatabase.Login + ".rehearsal";

    private readonly TemporaryFolder folder = new();
    private readonly List<ServerProcess> processes = [];
    private TestPostgres postgres = null!;

    private StagingServers()
    {
    }

    public CertificateAuthority Authority { get; private set; } = null!;

    public TestDatabase Database { get; private set; } = null!;

    /// <summary>Through the pooler.</summary>
    public string DatabaseUrl { get; private set; } = "";

    public int PostgresVersion => postgres.MajorVersion;

    public FakeSentry Sentry { get; private set; } = null!;

    public string RedisUrl { get; private set; } = "";

    public string BucketEndpoint { get; private set; } = "";

    /// <summary>A home without anybody's settings and caches.</summary>
    public string Home => folder.Path;

    public static async Task<StagingServers> StartAsync(int? postgresVersion, CancellationToken cancellationToken)
    {
        var servers = new StagingServers();
        try
        {
            // The pooler may be another account than ours.
            File.SetUnixFileMode(servers.folder.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
            servers.Authority = await CertificateAuthority.StartAsync(servers.folder.Path, cancellationToken);
            servers.postgres = await TestPostgres.StartAsync(postgresVersion);
            servers.Database = await servers.postgres.CreateEmptyDatabaseAsync();
            await servers.StartPoolerAsync(cancellationToken);
            await servers.StartRedisAsync(cancellationToken);
            await servers.StartBucketAsync();
            servers.Sentry = await FakeSentry.StartAsync(cancellationToken);
            return servers;
        }
        catch
        {
            await servers.DisposeAsync();
            throw;
        }
    }

    /// <summary>The variables of the deployment guide that name these servers.</summary>
    public Dictionary<string, string> Environment() => new(StringComparer.Ordinal)
    {
        ["DATABASE_URL"] = DatabaseUrl,
        ["REDIS_URL"] = RedisUrl,
        ["R2_ENDPOINT"] = BucketEndpoint,
        ["R2_ACCESS_KEY_ID"] = S3Account,
        ["R2_SECRET_ACCESS_KEY"] = S3Account,
        ["R2_BUCKET"] = Bucket,
        ["SSL_CERT_FILE"] = Authority.RootFile,
        ["SENTRY_DSN_API"] = Sentry.Dsn,
        ["SENTRY_DSN_WORKER"] = Sentry.Dsn,
        ["HOME"] = Home,
    };

    public async ValueTask DisposeAsync()
    {
        foreach (var process in processes)
        {
            process.Dispose();
        }

        if (Sentry is not null)
        {
            await Sentry.DisposeAsync();
        }

        if (postgres is not null)
        {
            await postgres.DisposeAsync();
        }

        if (Authority is not null)
        {
            await Authority.DisposeAsync();
        }

        folder.Dispose();
    }

    private async Task StartPoolerAsync(CancellationToken cancellationToken)
    {
        var direct = new Uri(Database.LoginUrl);
        var login = direct.UserInfo.Split(':');
        var port = ServerProcess.FreePort();
        var password = Uri.UnescapeDataString(login[1]);
        var users = folder.Write("pooler-users.txt", $"\"{PoolerLogin}\" \"{password}\"\n");
        var settings = folder.Write("pooler.ini", $"""
            [databases]
            {Database.Name} = host=127.0.0.1 port={direct.Port} dbname={Database.Name} user={login[0]} password={password}
            [pgbouncer]
            listen_addr = 127.0.0.1
            listen_port = {port}
            unix_socket_dir =
            auth_type = scram-sha-256
            auth_file = {users}
            pool_mode = transaction
            default_pool_size = 5
            max_client_conn = 200
            client_tls_sslmode = require
            client_tls_cert_file = {Authority.CertificateFile}
            client_tls_key_file = {Authority.KeyFile}
            """);
        string[] account = System.Environment.IsPrivilegedProcess ? ["-u", "nobody"] : [];
        processes.Add(await ServerProcess.StartGuardedAsync(File.Exists("/usr/sbin/pgbouncer") ? "/usr/sbin/pgbouncer" : "pgbouncer", ["-q", .. account, settings]));
        await processes[^1].ListensAsync(port, cancellationToken);
        DatabaseUrl = $"postgresql://{PoolerLogin}:{login[1]}@127.0.0.1:{port}/{Database.Name}?sslmode=verify-full";
    }

    private async Task StartRedisAsync(CancellationToken cancellationToken)
    {
        var (port, password) = (ServerProcess.FreePort(), RandomNumberGenerator.GetHexString(32, lowercase: true));
        processes.Add(await ServerProcess.StartGuardedAsync(
            "redis-server", "--bind", "127.0.0.1", "--port", "0", "--tls-port", port.ToString(CultureInfo.InvariantCulture), "--tls-cert-file", Authority.CertificateFile,
            "--tls-key-file", Authority.KeyFile, "--tls-ca-cert-file", Authority.RootFile, "--tls-auth-clients", "no", "--requirepass", password,
            "--save", "", "--appendonly", "no", "--dir", folder.Path));
        await processes[^1].ListensAsync(port, cancellationToken);
        RedisUrl = $"rediss://default:{password}@127.0.0.1:{port}";
    }

    private async Task StartBucketAsync()
    {
        processes.Add(await ServerProcess.StartAsync(
            "node", Path.Combine(Repository.Root, "tests", "s3-server", "server.js"), "--tls", Authority.CertificateFile, Authority.KeyFile, Path.Combine(folder.Path, "bucket"), Bucket));
        BucketEndpoint = $"https://127.0.0.1:{processes[^1].FirstLine}";
    }
}
