using LeakWatch.Core;
using LeakWatch.Providers.ObjectStore;
using LeakWatch.Providers.OpenAi;
using StackExchange.Redis;

namespace LeakWatch.Configuration;

internal enum HostRole { Api, Worker, Migrate }

internal enum DeploymentEnvironment { Development, Staging, Production }

internal static class DeploymentNames
{
    extension(DeploymentEnvironment environment)
    {
        /// <summary>As NODE_ENV writes it.</summary>
        public string Name => environment.ToString().ToLowerInvariant();
    }
}

/// <summary>The configuration of a role, read once at start; after that nobody looks at the environment.</summary>
internal sealed record Settings
{
    /// <summary>The page of an exported web that says a path leads nowhere; every export has one.</summary>
    public const string NotFoundPage = "404.html";

    public required DeploymentEnvironment Environment { get; init; }

    /// <summary>One person on one machine: loopback only, the visitor is the owner. Only <c>up</c> sets it.</summary>
    public bool IsLocal { get; init; }

    /// <summary>
    /// In a development environment of several machines: the host name by which the web passes requests on to the api,
    /// which takes every visitor for the owner of the demo store. Null: nobody is signed in like that.
    /// </summary>
    public string? DevelopmentHost { get; init; }

    /// <summary>Nobody signs in: who may ask at all is the owner.</summary>
    public bool TrustsVisitors => IsLocal || DevelopmentHost is not null;

    /// <summary>The login without BYPASSRLS that owns nothing.</summary>
    public required string DatabaseConnection { get; init; }

    /// <summary>The owner, for <c>migrate</c> alone; the same as <see cref="DatabaseConnection"/> where there is one URL only.</summary>
    public required string MigrateConnection { get; init; }

    /// <summary>Null: the queue is kept in Postgres.</summary>
    public ConfigurationOptions? Redis { get; init; }

    /// <summary>32 bytes.</summary>
    public byte[]? EncryptionKey { get; init; }

    public required Uri BaseUrl { get; init; }

    public required HostAddresses Addresses { get; init; }

    public required int WorkerConcurrency { get; init; }

    /// <summary>Of one organisation, to one api process; ten times as many may come at once.</summary>
    public int RequestsPerSecond { get; init; } = 30;

    public string? ShopifyApiKey { get; init; }

    public string? ShopifyApiSecret { get; init; }

    /// <summary>Still accepted for a while after the secret was rotated.</summary>
    public string? ShopifyApiSecretPrevious { get; init; }

    /// <summary>R2; null: files lie on this machine's disk.</summary>
    public ObjectStoreOptions? ObjectStore { get; init; }

    /// <summary>Where files lie without an object store.</summary>
    public required string FilesFolder { get; init; }

    /// <summary>Null: no language model is asked.</summary>
    public OpenAiOptions? LanguageModel { get; init; }

    /// <summary>The exported web, served at our own address; null: the web is elsewhere.</summary>
    public string? WebFolder { get; init; }

    /// <summary>Null: no rates are fetched, and totals stay per currency.</summary>
    public Uri? ExchangeRatesUrl { get; init; }

    /// <summary>How operators hear of it.</summary>
    public OperationsSettings Operations { get; init; } = new();

    public bool IsDeployed => Environment is not DeploymentEnvironment.Development;

    /// <summary>Reads everything and reports every problem at once.</summary>
    public static Result<Settings> Read(IReadOnlyDictionary<string, string> environment, params IReadOnlyList<HostRole> roles)
    {
        var reading = new SettingsReading(environment, roles);
        var settings = reading.Read();
        return reading.Problems.Count == 0
            ? settings
            : new Error(ErrorKind.Invalid, "VALIDATION_ERROR",
                $"The configuration is not complete:{string.Concat(reading.Problems.Select(problem => "\n  - " + problem))}\nSet these variables and start again; docs/operations/configuration.md explains each.");
    }

    /// <summary>Of one machine: the private Postgres, files on disk, the vendors whose variables are set. LW_BASE_URL counts only where it names this machine: a Next server before us.</summary>
    public static Result<Settings> ForLocalMachine(string databaseUrl, string migrateUrl, int port, string filesFolder, string? webFolder = null)
    {
        var environment = FromEnvironment().ToDictionary();
        var inFront = Uri.TryCreate(environment.GetValueOrDefault("LW_BASE_URL"), UriKind.Absolute, out var url) && url is { Scheme: "http", IsLoopback: true } ? url.GetLeftPart(UriPartial.Authority) : null;
        (environment["DATABASE_URL"], environment["DATABASE_MIGRATE_URL"], environment["LW_BASE_URL"]) = (databaseUrl, migrateUrl, inFront ?? $"http://127.0.0.1:{port}");
        environment.Remove("REDIS_URL");
        if (webFolder is not null)
        {
            environment["LW_WEB_FOLDER"] = webFolder;
        }

        return Read(environment, HostRole.Api, HostRole.Worker).Then<Settings>(settings => settings with { IsLocal = true, ObjectStore = null, FilesFolder = filesFolder });
    }

    public static IReadOnlyDictionary<string, string> FromEnvironment() =>
        System.Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? "", StringComparer.Ordinal);
}
