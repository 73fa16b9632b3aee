using System.Globalization;
using LeakWatch.Core;
using LeakWatch.Vendors.Ecb;
using LeakWatch.Vendors.ObjectStore;
using LeakWatch.Vendors.OpenAi;
using StackExchange.Redis;

namespace LeakWatch.Hosting;

internal enum HostRole { Api, Worker, Migrate }

internal enum DeploymentEnvironment { Development, Staging, Production }

/// <summary>The configuration of a role, read once at start; after that nobody looks at the environment.</summary>
internal sealed record Settings
{
    public required DeploymentEnvironment Environment { get; init; }

    /// <summary>One person on one machine: loopback only, the visitor is the owner. Only <c>up</c> sets it.</summary>
    public bool IsLocal { get; init; }

    /// <summary>The login without BYPASSRLS that owns nothing.</summary>
    public required string DatabaseConnection { get; init; }

    /// <summary>The owner, for <c>migrate</c> alone; the same as <see cref="DatabaseConnection"/> where there is one URL only.</summary>
    public required string MigrateConnection { get; init; }

    /// <summary>Null: the queue is kept in Postgres.</summary>
    public ConfigurationOptions? Redis { get; init; }

    /// <summary>32 bytes.</summary>
    public byte[]? EncryptionKey { get; init; }

    public required Uri BaseUrl { get; init; }

    public required int WorkerConcurrency { get; init; }

    /// <summary>Of one organisation, to one api process; ten times as many may come at once.</summary>
    public int RequestsPerSecond { get; init; } = DefaultRequestsPerSecond;

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

    public const int DefaultRequestsPerSecond = 30;

    public bool IsDeployed => Environment is not DeploymentEnvironment.Development;

    /// <summary>Reads everything and reports every problem at once.</summary>
    public static Result<Settings> Read(IReadOnlyDictionary<string, string> environment, params IReadOnlyList<HostRole> roles)
    {
        var reading = new SettingsReading(environment, roles);
        var settings = reading.Read();
        return reading.Problems.Count == 0
            ? settings
            : new Error(ErrorKind.Invalid, "VALIDATION_ERROR",
                $"The configuration is not complete:{string.Concat(reading.Problems.Select(problem => "\n  - " + problem))}\nSet these variables and start again; .env.example explains each.");
    }

    /// <summary>Of one machine: the private Postgres, files on disk, the vendors whose variables are set.</summary>
    public static Result<Settings> OfLocal(string databaseUrl, string migrateUrl, int port, string filesFolder, string? webFolder = null)
    {
        var environment = OfProcess().ToDictionary();
        (environment["DATABASE_URL"], environment["DATABASE_MIGRATE_URL"], environment["LW_BASE_URL"]) = (databaseUrl, migrateUrl, $"http://127.0.0.1:{port}");
        environment.Remove("REDIS_URL");
        if (webFolder is not null)
        {
            environment["LW_WEB_FOLDER"] = webFolder;
        }

        return Read(environment, HostRole.Api, HostRole.Worker).Then<Settings>(settings => settings with { IsLocal = true, ObjectStore = null, FilesFolder = filesFolder });
    }

    public static IReadOnlyDictionary<string, string> OfProcess() =>
        System.Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? "", StringComparer.Ordinal);
}

/// <summary>One reading of the environment: values, and what is wrong with them.</summary>
internal sealed class SettingsReading(IReadOnlyDictionary<string, string> environment, IReadOnlyList<HostRole> roles)
{
    private const int KeyBytes = 32;
    private const int DefaultConcurrency = 2;
    private const int MaximumConcurrency = 64;
    private const int MaximumRequestsPerSecond = 100_000;

    public List<string> Problems { get; } = [];

    private bool IsService => roles.Contains(HostRole.Api) || roles.Contains(HostRole.Worker);

    public Settings Read()
    {
        var deployment = ReadEnvironment();
        var deployed = deployment is not DeploymentEnvironment.Development;
        var database = Connection("DATABASE_URL", required: true);
        return new Settings
        {
            Environment = deployment,
            DatabaseConnection = database ?? "",
            MigrateConnection = Connection("DATABASE_MIGRATE_URL", required: false) ?? database ?? "",
            Redis = IsService ? ReadRedis() : null,
            EncryptionKey = IsService ? ReadKey(deployed) : null,
            BaseUrl = ReadUrl("LW_BASE_URL", deployed && IsService, "https://app.leakwatch.io") ?? new Uri("http://127.0.0.1:4000"),
            WorkerConcurrency = ReadNumber("LW_WORKER_CONCURRENCY", DefaultConcurrency, MaximumConcurrency),
            RequestsPerSecond = ReadNumber("LW_REQUESTS_PER_SECOND", Settings.DefaultRequestsPerSecond, MaximumRequestsPerSecond),
            ShopifyApiKey = Text("SHOPIFY_API_KEY", deployed && roles.Contains(HostRole.Api), "the client id of the app in Shopify's Dev Dashboard"),
            ShopifyApiSecret = Text("SHOPIFY_API_SECRET", deployed && roles.Contains(HostRole.Api), "the client secret of the app in Shopify's Dev Dashboard"),
            ShopifyApiSecretPrevious = Text("SHOPIFY_API_SECRET_PREVIOUS", false, ""),
            ObjectStore = IsService ? ReadObjectStore(deployed) : null,
            LanguageModel = IsService ? ReadLanguageModel() : null,
            // A developer's machine asks nobody unless it is told to.
            ExchangeRatesUrl = ReadUrl("ECB_BASE_URL", false, EcbServices.PublicUrl.AbsoluteUri) ?? (deployed ? EcbServices.PublicUrl : null),
            FilesFolder = Value("LW_FILES_FOLDER") ?? Path.Combine(EmbeddedPostgresOptions.DefaultFolder(), "files"),
            WebFolder = roles.Contains(HostRole.Api) ? ReadWebFolder() : null,
        };
    }

    private DeploymentEnvironment ReadEnvironment()
    {
        switch (Value("NODE_ENV"))
        {
            case null or "development" or "test":
                return DeploymentEnvironment.Development;
            case "staging":
                return DeploymentEnvironment.Staging;
            case "production":
                return DeploymentEnvironment.Production;
            default:
                Problems.Add("NODE_ENV is none of production, staging and development.");
                return DeploymentEnvironment.Production;
        }
    }

    private string? Connection(string variable, bool required)
    {
        if (Text(variable, required, "postgresql://user:password@host:5432/database") is not { } url)
        {
            return null;
        }

        var connection = DatabaseUrl.ToConnectionString(url, variable);
        if (!connection.IsOk)
        {
            Problems.Add(connection.Error.Message);
        }

        return connection.Value;
    }

    private ConfigurationOptions? ReadRedis()
    {
        if (Value("REDIS_URL") is not { } url)
        {
            return null;
        }

        var options = RedisUrl.Parse(url, "REDIS_URL");
        if (!options.IsOk)
        {
            Problems.Add(options.Error.Message);
        }

        return options.Value;
    }

    private byte[]? ReadKey(bool required)
    {
        const string Variable = "LW_ENCRYPTION_KEY_32B";
        if (Text(Variable, required, "32 random bytes in base64: openssl rand -base64 32") is not { } text)
        {
            return null;
        }

        var bytes = new byte[KeyBytes + 1];
        if (Convert.TryFromBase64String(text, bytes, out var written) && written == KeyBytes)
        {
            return bytes[..KeyBytes];
        }

        Problems.Add($"{Variable} is not base64 of exactly 32 bytes; make one with: openssl rand -base64 32");
        return null;
    }

    private Uri? ReadUrl(string variable, bool required, string example)
    {
        if (Text(variable, required, example) is not { } text)
        {
            return null;
        }

        if (Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http")
        {
            return uri;
        }

        Problems.Add($"{variable} is not an http or https address; it looks like {example}.");
        return null;
    }

    private int ReadNumber(string variable, int otherwise, int maximum)
    {
        if (Value(variable) is not { } text)
        {
            return otherwise;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= maximum)
        {
            return number;
        }

        Problems.Add($"{variable} is not a number from 1 to {maximum}.");
        return otherwise;
    }

    private ObjectStoreOptions? ReadObjectStore(bool required)
    {
        string[] variables = ["R2_ENDPOINT", "R2_ACCESS_KEY_ID", "R2_SECRET_ACCESS_KEY", "R2_BUCKET"];
        if (!required && variables.All(variable => Value(variable) is null))
        {
            return null;
        }

        var endpoint = ReadUrl("R2_ENDPOINT", true, "https://ACCOUNT.r2.cloudflarestorage.com");
        var values = variables.Skip(1).Select(variable => Text(variable, true, "see Cloudflare's dashboard, R2, API tokens")).ToList();
        if (endpoint is null || values is not [{ } id, { } secret, { } bucket])
        {
            return null;
        }

        var settings = new ObjectStoreOptions(endpoint, id, secret, bucket);
        Problems.AddRange(settings.Problems());
        return settings;
    }

    private string? ReadWebFolder()
    {
        const string Variable = "LW_WEB_FOLDER";
        if (Value(Variable) is not { } folder)
        {
            return null;
        }

        if (File.Exists(Path.Combine(folder, WebExport.NotFoundFile)))
        {
            return Path.GetFullPath(folder);
        }

        Problems.Add($"{Variable} is not the folder of an exported web; ./lw web makes one.");
        return null;
    }

    private OpenAiOptions? ReadLanguageModel()
    {
        if (Value("OPENAI_API_KEY") is not { } key)
        {
            return null;
        }

        var retries = OpenAiOptions.DefaultRetries;
        if (Value("OPENAI_MAX_RETRIES") is { } text && !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out retries))
        {
            retries = -1;
        }

        var options = new OpenAiOptions
        {
            ApiKey = key,
            NormalizeModel = Value("OPENAI_MODEL_NORMALIZE") ?? OpenAiOptions.DefaultNormalizeModel,
            WriteModel = Value("OPENAI_MODEL_WRITE") ?? OpenAiOptions.DefaultWriteModel,
            MaxRetries = retries,
        };
        options = ReadUrl("OPENAI_BASE_URL", false, options.BaseUrl.AbsoluteUri) is { } url ? options with { BaseUrl = url } : options;
        Problems.AddRange(options.Problems());
        return options;
    }

    private string? Text(string variable, bool required, string example)
    {
        if (Value(variable) is { } text)
        {
            return text;
        }

        if (required)
        {
            Problems.Add($"{variable} is not set; it is {example}.");
        }

        return null;
    }

    private string? Value(string variable) => environment.TryGetValue(variable, out var value) && value.Trim() is { Length: > 0 } trimmed ? trimmed : null;
}
