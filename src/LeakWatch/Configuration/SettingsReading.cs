using System.Globalization;
using LeakWatch.Core;
using LeakWatch.LocalPostgres;
using LeakWatch.Providers.Ecb;
using LeakWatch.Providers.ObjectStore;
using LeakWatch.Providers.OpenAi;
using StackExchange.Redis;

namespace LeakWatch.Configuration;

/// <summary>One reading of the environment: values, and what is wrong with them. A message names the variable and never its value.</summary>
internal sealed partial class SettingsReading(IReadOnlyDictionary<string, string> environment, IReadOnlyList<HostRole> roles)
{
    private const int KeyBytes = 32;
    private const int MaximumConcurrency = 64;
    private const int MaximumRequestsPerSecond = 100_000;
    private const int MaximumPort = 65_535;

    private DeploymentEnvironment deployment;

    public List<string> Problems { get; } = [];

    private bool IsDeployed => deployment is not DeploymentEnvironment.Development;

    private bool IsService => roles.Contains(HostRole.Api) || roles.Contains(HostRole.Worker);

    public Settings Read()
    {
        deployment = ReadEnvironment();
        var database = Connection("DATABASE_URL");
        var settings = new Settings
        {
            Environment = deployment,
            DatabaseConnection = database ?? "",
            MigrateConnection = Connection("DATABASE_MIGRATE_URL") ?? database ?? "",
            Redis = IsService ? ReadRedis() : null,
            EncryptionKey = IsService ? ReadKey() : null,
            BaseUrl = ReadUrl("LW_BASE_URL") ?? new Uri(ConfigurationVariables.Of("LW_BASE_URL").Default!),
            Addresses = ReadHostAddresses(),
            WorkerConcurrency = Number("LW_WORKER_CONCURRENCY", 1, MaximumConcurrency),
            RequestsPerSecond = Number("LW_REQUESTS_PER_SECOND", 1, MaximumRequestsPerSecond),
            ShopifyApiKey = Text("SHOPIFY_API_KEY"),
            ShopifyApiSecret = Text("SHOPIFY_API_SECRET"),
            ShopifyApiSecretPrevious = Text("SHOPIFY_API_SECRET_PREVIOUS"),
            ObjectStore = IsService ? ReadObjectStore() : null,
            LanguageModel = IsService ? ReadLanguageModel() : null,
            // A developer's machine asks nobody unless it is told to.
            ExchangeRatesUrl = ReadUrl("ECB_BASE_URL") ?? (IsDeployed ? EcbServices.PublicUrl : null),
            FilesFolder = Text("LW_FILES_FOLDER") ?? Path.Combine(EmbeddedPostgresOptions.DefaultFolder(), "files"),
            WebFolder = roles.Contains(HostRole.Api) ? ReadWebFolder() : null,
            Operations = IsService ? ReadOperations() : new(),
            DevelopmentHost = roles.Contains(HostRole.Api) ? ReadDevelopmentHost() : null,
        };
        if (IsService)
        {
            CheckValues();
        }

        return settings;
    }

    private DeploymentEnvironment ReadEnvironment()
    {
        switch (Text("NODE_ENV"))
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

    /// <remarks>A variable that was forgotten must not open a store: development has to be named.</remarks>
    private string? ReadDevelopmentHost()
    {
        const string Variable = "LW_DEVELOPMENT_SIGN_IN";
        if (Text(Variable) is not { } host)
        {
            return null;
        }

        if (Text("NODE_ENV") != "development")
        {
            Problems.Add($"{Variable} makes every visitor the owner, so it is only for NODE_ENV=development; unset it.");
        }

        return host;
    }

    private string? Connection(string variable) =>
        Text(variable) is { } url ? Valid(DatabaseUrl.ToConnectionString(url, variable, mustBeEncrypted: IsDeployed)) : null;

    private ConfigurationOptions? ReadRedis()
    {
        if (Text("REDIS_URL") is not { } url || Valid(RedisUrl.Parse(url, "REDIS_URL")) is not { } options)
        {
            return null;
        }

        if (IsDeployed && !options.Ssl && !PrivateHost.Is(new Uri(url).Host))
        {
            Problems.Add($"REDIS_URL is not encrypted; it looks like {ConfigurationVariables.Of("REDIS_URL").Example}");
        }

        return options;
    }

    private byte[]? ReadKey()
    {
        const string Variable = "LW_ENCRYPTION_KEY_32B";
        if (Text(Variable) is not { } text)
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

    private Uri? ReadUrl(string variable)
    {
        if (Text(variable) is not { } text)
        {
            return null;
        }

        if (Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http")
        {
            return uri;
        }

        var known = ConfigurationVariables.Of(variable);
        Problems.Add($"{variable} is not an http or https address; it looks like {known.Example ?? known.Default ?? EcbServices.PublicUrl.AbsoluteUri}");
        return null;
    }

    /// <returns>The variable's default when it is unset or wrong.</returns>
    private int Number(string variable, int least, int most)
    {
        if (int.TryParse(TextOrDefault(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        var otherwise = ConfigurationVariables.Of(variable).Default!;
        Problems.Add($"{variable} is not a number from {least} to {most}; it looks like {otherwise}");
        return int.Parse(otherwise, CultureInfo.InvariantCulture);
    }

    private HostAddresses ReadHostAddresses()
    {
        var (port, operations) = (Number("LW_PORT", 0, MaximumPort), Number("LW_OPERATIONS_PORT", 0, MaximumPort));
        var addresses = new HostAddresses(port, operations, ReadIsOpen())
        {
            OperationsAddress = IsService ? ReadOperationsAddress() : null,
        };
        if (roles.Contains(HostRole.Api) && addresses.Port != 0 && addresses.Port == addresses.OperationsPort)
        {
            Problems.Add("LW_OPERATIONS_PORT is LW_PORT too; it looks like 4001");
        }

        return addresses;
    }

    private bool ReadIsOpen()
    {
        switch (Text("LW_LISTEN"))
        {
            case null:
                return IsDeployed;
            case "any":
                return true;
            case "loopback":
                return false;
            default:
                Problems.Add("LW_LISTEN is neither any nor loopback.");
                return false;
        }
    }

    private ObjectStoreOptions? ReadObjectStore()
    {
        string[] variables = ["R2_ENDPOINT", "R2_ACCESS_KEY_ID", "R2_SECRET_ACCESS_KEY", "R2_BUCKET"];
        if (!IsDeployed && variables.All(variable => Value(variable) is null))
        {
            return null;
        }

        var values = ReadTogether(variables);
        var endpoint = values[0] is null ? null : ReadUrl("R2_ENDPOINT");
        Problems.AddRange(ObjectStoreOptions.Problems(endpoint, values[3]));
        return endpoint is not null && values is [_, { } id, { } secret, { } bucket] ? new(endpoint, id, secret, bucket) : null;
    }

    private string? ReadWebFolder()
    {
        const string Variable = "LW_WEB_FOLDER";
        if (Text(Variable) is not { } folder)
        {
            return null;
        }

        if (File.Exists(Path.Combine(folder, Settings.NotFoundPage)))
        {
            return Path.GetFullPath(folder);
        }

        Problems.Add($"{Variable} is not the folder of an exported web; ./lw web makes one.");
        return null;
    }

    private OpenAiOptions? ReadLanguageModel()
    {
        // Read also without a key: a wrong value is wrong before its feature is switched on.
        var retries = Number("OPENAI_MAX_RETRIES", 0, OpenAiOptions.RetriesCeiling);
        var baseUrl = ReadUrl("OPENAI_BASE_URL");
        if (Text("OPENAI_API_KEY") is not { } key)
        {
            return null;
        }

        var options = new OpenAiOptions
        {
            ApiKey = key,
            NormalizeModel = TextOrDefault("OPENAI_MODEL_NORMALIZE"),
            WriteModel = TextOrDefault("OPENAI_MODEL_WRITE"),
            MaxRetries = retries,
        };
        options = baseUrl is null ? options : options with { BaseUrl = baseUrl };
        Problems.AddRange(options.Problems());
        return options;
    }

    /// <summary>The variable's value; a problem when one of our roles needs it and it is not there.</summary>
    private string? Text(string name)
    {
        var variable = ConfigurationVariables.Of(name);
        var value = Value(name);
        if (value is null && (IsDeployed || variable.IsNeededEverywhere) && variable.NeededBy.Any(roles.Contains))
        {
            Problems.Add(variable.MissingText);
        }

        return value;
    }

    /// <summary>Values of variables of which none is of use without the others; each that is not set is a problem.</summary>
    private List<string?> ReadTogether(params IReadOnlyList<string> names)
    {
        Problems.AddRange(names.Where(name => Value(name) is null).Select(missing => ConfigurationVariables.Of(missing).MissingText));
        return [.. names.Select(Value)];
    }

    private string TextOrDefault(string name) => Text(name) ?? ConfigurationVariables.Of(name).Default!;

    private string? Value(string name) => ValueIn(environment, name);

    /// <summary>What is set to nothing but spaces is not set.</summary>
    public static string? ValueIn(IReadOnlyDictionary<string, string> environment, string name) =>
        environment.TryGetValue(name, out var value) && value.Trim() is { Length: > 0 } trimmed ? trimmed : null;

    private T? Valid<T>(Result<T> result)
    {
        if (!result.IsOk)
        {
            Problems.Add(result.Error.Message);
        }

        return result.Value;
    }
}
