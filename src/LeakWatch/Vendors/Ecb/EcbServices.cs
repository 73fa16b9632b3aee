namespace LeakWatch.Vendors.Ecb;

internal static class EcbServices
{
    private const long MaximumBytes = 20_000_000;

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(60);
    private static readonly Uri Ecb = new("https://www.ecb.europa.eu/");

    /// <param name="baseUrl">ECB_BASE_URL; null: the ECB itself.</param>
    public static IServiceCollection AddEcbExchangeRates(this IServiceCollection services, Uri? baseUrl)
    {
        services.AddHttpClient<IExchangeRates, EcbExchangeRates>(http => Configure(http, baseUrl));
        return services;
    }

    public static void Configure(HttpClient http, Uri? baseUrl)
    {
        http.BaseAddress = baseUrl ?? Ecb;
        http.Timeout = Timeout;
        http.MaxResponseContentBufferSize = MaximumBytes;
    }
}
