namespace LeakWatch.Providers.Ecb;

internal static class EcbServices
{
    private const long MaximumBytes = 20_000_000;

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(60);

    /// <summary>The ECB itself; ECB_BASE_URL names another place that serves its files.</summary>
    public static readonly Uri PublicUrl = new("https://www.ecb.europa.eu/");

    public static IServiceCollection AddEcbExchangeRates(this IServiceCollection services, Uri baseUrl)
    {
        services.AddHttpClient<IExchangeRates, EcbExchangeRates>(http => Configure(http, baseUrl));
        return services;
    }

    public static void Configure(HttpClient http, Uri baseUrl)
    {
        http.BaseAddress = baseUrl;
        http.Timeout = Timeout;
        http.MaxResponseContentBufferSize = MaximumBytes;
    }
}
