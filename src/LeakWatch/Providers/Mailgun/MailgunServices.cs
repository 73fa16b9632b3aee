using System.Net.Http.Headers;
using System.Text;

namespace LeakWatch.Providers.Mailgun;

internal static class MailgunServices
{
    private const long MaximumBytes = 100_000;

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(15);

    public static IServiceCollection AddMailgun(this IServiceCollection services, MailgunOptions options)
    {
        services.AddSingleton(options);
        // Whether it worked is said by those who send.
        services.AddHttpClient<IMailer, MailgunMailer>(http => Configure(http, options)).RemoveAllLoggers();
        return services;
    }

    public static void Configure(HttpClient http, MailgunOptions options)
    {
        http.BaseAddress = options.BaseUrl;
        http.Timeout = Timeout;
        http.MaxResponseContentBufferSize = MaximumBytes;
        http.DefaultRequestHeaders.Authorization = Authorization(options.ApiKey);
    }

    public static AuthenticationHeaderValue Authorization(string apiKey) => new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"api:{apiKey}")));
}
