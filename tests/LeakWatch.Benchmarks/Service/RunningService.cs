using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using LeakWatch.Tests.Services;
using Npgsql;

namespace LeakWatch.Benchmarks.Service;

/// <summary>The published program as a host runs it: api and worker as processes of their own, on a real Postgres and a real Redis; no language model.</summary>
internal sealed class RunningService : IAsyncDisposable
{
    private const string BucketName = "leakwatch-bench";
    private const string BucketAccount = "S3RVER";

    private readonly string program;
    private readonly TestPostgres postgres;
    private readonly DirectoryInfo files = Directory.CreateTempSubdirectory("leakwatch-bench-files-");
    private readonly string encryptionKey = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
    private readonly int port = ServerProcess.FreePort();
    private readonly List<Process> started = [];
    private ServerProcess? bucket;

    private RunningService(string program, TestPostgres postgres, TestDatabase database)
    {
        (this.program, this.postgres, Database) = (program, postgres, database);
        All = NpgsqlDataSource.Create(database.SuperuserConnection);
    }

    public TestDatabase Database { get; }

    public TestRedis Redis { get; } = new();

    /// <summary>Sees every tenant's rows.</summary>
    public NpgsqlDataSource All { get; }

    public Uri Address => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));

    public Process Api { get; private set; } = null!;

    public Process Worker { get; private set; } = null!;

    /// <summary>The S3 server; null: files lie on the disk.</summary>
    public Uri? Bucket { get; private set; }

    public static async Task<RunningService> StartAsync(string program, int concurrency = 2, bool hasBucket = false)
    {
        var postgres = await TestPostgres.StartAsync();
        var service = new RunningService(program, postgres, await postgres.CreateDatabaseAsync());
        await service.Redis.StartAsync();
        if (hasBucket)
        {
            service.bucket = await ServerProcess.StartAsync("node", Path.Combine(LeakWatch.Tests.Repository.Root, "tests", "s3-server", "server.js"), Path.Combine(service.files.FullName, "bucket"), BucketName);
            service.Bucket = new Uri($"http://127.0.0.1:{service.bucket.FirstLine}");
        }

        service.Api = service.Start("api", concurrency);
        service.Worker = service.Start("worker", concurrency);
        using var http = new HttpClient { BaseAddress = service.Address };
        for (var tries = 0; ; tries++)
        {
            try
            {
                (await http.GetAsync("/health/ready")).EnsureSuccessStatusCode();
                return service;
            }
            catch (HttpRequestException) when (tries < 300)
            {
                await Task.Delay(100);
            }
        }
    }

    /// <summary>kill -9 of the worker, and another in its place.</summary>
    public async Task ReplaceWorkerAsync(int concurrency = 2)
    {
        Worker.Kill();
        await Worker.WaitForExitAsync();
        Worker = Start("worker", concurrency);
    }

    /// <summary>Runs the program to its end and gives what it printed.</summary>
    public async Task<string> RunAsync(params string[] arguments)
    {
        using var process = Process.Start(With(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true }, concurrency: 1))!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output.Trim() : throw new InvalidOperationException($"{string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }

    public async Task<T> AskAsync<T>(string sql)
    {
        await using var command = All.CreateCommand(sql);
        command.CommandTimeout = 600;
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async Task SendAsync(string sql)
    {
        await using var command = All.CreateCommand(sql);
        command.CommandTimeout = 600;
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in started)
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync();
            }

            process.Dispose();
        }

        bucket?.Dispose();
        await Redis.DisposeAsync();
        await All.DisposeAsync();
        await Database.DisposeAsync();
        await postgres.DisposeAsync();
        files.Delete(recursive: true);
    }

    private Process Start(string role, int concurrency)
    {
        // What it says goes to a place that nobody reads, so that it never waits for us.
        var process = Process.Start(With(new ProcessStartInfo("/bin/sh", ["-c", $"exec '{program}' {role} >/dev/null"]), concurrency))!;
        started.Add(process);
        return process;
    }

    private ProcessStartInfo With(ProcessStartInfo start, int concurrency)
    {
        foreach (var (variable, value) in OfTheImage())
        {
            start.Environment[variable] = value;
        }

        foreach (var (variable, value) in new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["NODE_ENV"] = "development",
            ["DATABASE_URL"] = Database.LoginUrl,
            ["REDIS_URL"] = Redis.Url,
            ["LW_BASE_URL"] = Address.GetLeftPart(UriPartial.Authority),
            ["LW_PORT"] = port.ToString(CultureInfo.InvariantCulture),
            ["LW_OPERATIONS_PORT"] = "0",
            ["LW_FILES_FOLDER"] = files.FullName,
            ["LW_ENCRYPTION_KEY_32B"] = encryptionKey,
            ["LW_WORKER_CONCURRENCY"] = concurrency.ToString(CultureInfo.InvariantCulture),
            ["LW_REQUESTS_PER_SECOND"] = "100000",
            ["SHOPIFY_API_KEY"] = SessionTokens.ClientId,
            ["SHOPIFY_API_SECRET"] = SessionTokens.Secret,
        })
        {
            start.Environment[variable] = value;
        }

        if (Bucket is { } store)
        {
            start.Environment["R2_ENDPOINT"] = store.AbsoluteUri;
            start.Environment["R2_ACCESS_KEY_ID"] = start.Environment["R2_SECRET_ACCESS_KEY"] = BucketAccount;
            start.Environment["R2_BUCKET"] = BucketName;
        }

        start.Environment.Remove("OPENAI_API_KEY");
        start.Environment.Remove("ECB_BASE_URL");
        return start;
    }

    /// <summary>How the image has the runtime keep house.</summary>
    private static IEnumerable<(string Variable, string Value)> OfTheImage() =>
        File.ReadLines(Path.Combine(LeakWatch.Tests.Repository.Root, "Dockerfile"))
            .Where(line => line.StartsWith("ENV ", StringComparison.Ordinal)).SelectMany(line => line.Split(' ').Skip(1))
            .Select(pair => pair.Split('=', 2)).Where(pair => pair[0] != "TMPDIR").Select(pair => (pair[0], pair[1]));
}
