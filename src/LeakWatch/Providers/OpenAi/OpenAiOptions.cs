namespace LeakWatch.Providers.OpenAi;

/// <summary>The account at OpenAI, or at a service that speaks its protocol.</summary>
internal sealed record OpenAiOptions
{
    public const string DefaultNormalizeModel = "gpt-4o-mini";
    public const string DefaultWriteModel = "gpt-4o";
    public const int DefaultRetries = 3;
    public const int RetriesCeiling = 10;

    /// <summary>OPENAI_API_KEY.</summary>
    public required string ApiKey { get; init; }

    /// <summary>OPENAI_MODEL_NORMALIZE: reads invoices. Must support structured outputs.</summary>
    public string NormalizeModel { get; init; } = DefaultNormalizeModel;

    /// <summary>OPENAI_MODEL_WRITE: polishes drafts of e-mails.</summary>
    public string WriteModel { get; init; } = DefaultWriteModel;

    /// <summary>OPENAI_MAX_RETRIES: tries after the first, 0 to 10.</summary>
    public int MaxRetries { get; init; } = DefaultRetries;

    /// <summary>OPENAI_BASE_URL, up to and including <c>/v1</c>.</summary>
    public Uri BaseUrl { get; init; } = new("https://api.openai.com/v1");

    /// <summary>For one try. The longest answer we allow takes about a minute.</summary>
    public TimeSpan TryLimit { get; init; } = TimeSpan.FromSeconds(90);

    /// <summary>Everything that is wrong with them, by the name of the variable; empty when they may be used.</summary>
    public IEnumerable<string> Problems()
    {
        if (ApiKey.Length == 0 || ApiKey.Any(c => c is <= ' ' or > '~'))
        {
            yield return "OPENAI_API_KEY is not a key: it has a character that no key has.";
        }

        if (NormalizeModel.Length == 0 || WriteModel.Length == 0)
        {
            yield return "OPENAI_MODEL_NORMALIZE and OPENAI_MODEL_WRITE name a model each.";
        }

        if (MaxRetries is < 0 or > RetriesCeiling)
        {
            yield return $"OPENAI_MAX_RETRIES is not a number from 0 to {RetriesCeiling}.";
        }

        if (!BaseUrl.IsAbsoluteUri || !(BaseUrl.Scheme == Uri.UriSchemeHttps || (BaseUrl.Scheme == Uri.UriSchemeHttp && BaseUrl.IsLoopback)))
        {
            yield return "OPENAI_BASE_URL is not an https address: the key would travel in the clear.";
        }
    }
}
